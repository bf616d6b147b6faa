"""Commands that let a release out, stop it, change it and take it back."""

from pathlib import Path

import pytest

from tests.newsroom.commands.office import FAR, RELEASE, Office

CHANGED = RELEASE.replace("12.50 euros", "9.80 euros")


def test_a_scheduled_release_is_not_out_and_says_from_when_it_is(office: Office) -> None:
    office.filed()
    said = office.done("schedule", "1", FAR)
    assert f"from and including {FAR} Europe/Brussels (2030-08-25 12:18 UTC)" in said
    assert (office.state(), office.items()) == ("scheduled", [])


@pytest.mark.parametrize(
    ("when", "reason"),
    [
        ("2020-01-01 10:00", "has passed"),
        ("2030-03-31 02:30", "2030-03-31 01:59 and 2030-03-31 03:00"),
        ("2030-10-27 02:30", "first (2030-10-27 00:30 UTC)"),
        ("2030-08-25 14:18:30", "whole minute"),
        ("soon", "“soon” is not a moment"),
    ],
)
def test_a_time_that_cannot_be_kept_is_refused_and_moves_nothing(
    office: Office, when: str, reason: str
) -> None:
    office.filed("--at", FAR)
    before = office.told("show", "1")
    assert reason in office.refused("schedule", "1", when)
    assert office.told("show", "1") == before


def test_a_time_that_happens_twice_can_be_chosen(office: Office) -> None:
    office.filed()
    office.done("schedule", "1", "2030-10-27 02:30", "--fold", "second")
    assert office.told("show", "1")["instant"] == "2030-10-27T01:30:00Z"


def test_what_together_waits_for_is_said_when_it_is_scheduled(office: Office) -> None:
    office.filed()
    said = office.done("schedule", "1", FAR, "--policy", "together", "--require", "fr")
    assert "it waits for fr" in said
    assert "waits for fr" in office.refused("publish", "1")
    assert office.items() == []


def test_require_without_together_is_refused(office: Office) -> None:
    office.filed()
    reason = "--require goes with --policy together"
    assert reason in office.refused("schedule", "1", FAR, "--require", "fr")
    assert office.state() == "draft"


def test_published_is_out_at_once_and_only_once(office: Office) -> None:
    office.filed("--at", FAR)
    office.done("publish", "1")
    assert office.state() == "out"
    assert [item["title"] for item in office.items()] == [RELEASE.split("\n", 1)[0]]
    assert "release 1 is out" in office.refused("publish", "1")
    assert "release 1 is out" in office.refused("schedule", "1", FAR)


def test_a_held_release_stays_in_until_it_is_let_go(office: Office) -> None:
    office.filed("--at", FAR)
    office.done("hold", "1", "--reason", "the captain is ill")
    assert (office.state(), office.items()) == ("held", [])
    assert "the captain is ill" in office.done("show", "1")
    office.done("publish", "1")
    assert office.state() == "out"


@pytest.mark.parametrize("before", [(), ("publish", "1")], ids=["draft", "out"])
def test_only_what_is_scheduled_can_be_held(office: Office, before: tuple[str, ...]) -> None:
    office.filed()
    if before:
        office.done(*before)
    state = office.state()
    assert f"release 1 is {state}; it cannot be held" in office.refused("hold", "1")
    assert office.state() == state


def test_withdrawn_is_gone_in_every_language(office: Office) -> None:
    office.filed()
    office.done("publish", "1")
    office.done("withdraw", "1", "--reason", "Sent in error.")
    assert office.state() == "withdrawn"
    for language in ("en", "fr", "nl", "de"):
        assert "Saltwind" not in str(office.items(language))
    assert "release 1 is withdrawn" in office.refused("hold", "1")
    assert "was out and was withdrawn" in office.refused("schedule", "1", FAR)
    assert "withdrawn" in office.refused("revise", "1", str(office.file(CHANGED)))


def test_nothing_is_withdrawn_without_a_reason(office: Office) -> None:
    office.filed()
    office.done("publish", "1")
    assert office.type("withdraw", "1").exit_code == 2
    assert office.type("withdraw", "1", "--reason", "  ").exit_code != 0
    assert office.state() == "out"


def test_a_revision_gives_the_public_the_new_words(office: Office) -> None:
    office.filed()
    office.done("publish", "1")
    office.done("revise", "1", str(office.file(CHANGED)))
    (item,) = office.items()
    assert "9.80 euros" in item["content_html"]
    assert "12.50" not in str(item)


def test_a_revision_keeps_the_address_and_the_contacts(office: Office) -> None:
    office.filed("--topic", "ports", "--new-topic")
    before = office.told("show", "1")
    office.done("revise", "1", str(office.file(CHANGED.replace("night ferry", "night boat"))))
    after = office.told("show", "1")
    kept = ("slug", "identifier", "topics", "contacts", "instant", "state")
    assert [after[name] for name in kept] == [before[name] for name in kept]


def test_only_a_major_revision_tells_the_public_that_there_was_one(office: Office) -> None:
    office.filed()
    office.done("publish", "1")
    office.done("revise", "1", str(office.file(CHANGED)))
    assert "The price" not in str(office.items())
    office.done("revise", "1", str(office.file()), "--major", "The price was wrong.")
    assert "The price was wrong." in str(office.items())


LISTING = "Ports\n\n" + "\n\n".join(f"Port {n} ({n} May 2022)\nText." for n in (1, 2, 3))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (RELEASE, "says exactly that already"),
        ("", "it is empty"),
        (LISTING, "holds 3 releases"),
    ],
)
def test_a_revision_that_cannot_be_taken_changes_nothing(
    office: Office, text: str, reason: str
) -> None:
    office.filed()
    before = office.told("show", "1")
    assert reason in office.refused("revise", "1", str(office.file(text, "new.txt")))
    assert office.told("show", "1") == before


@pytest.mark.waits
def test_a_machine_text_that_waits_for_an_editor_is_out_when_it_is_approved(
    office: Office, tiny_models: Path
) -> None:
    office.settings |= {"MODELS": str(tiny_models), "REVIEW": "fr=reviewed"}
    office.filed()
    office.done("publish", "1")
    office.done("translate", "--language", "fr")
    assert [item["language"] for item in office.items("fr")] == ["en"]
    assert "no nl text of release 1 waits" in office.refused("approve", "1", "nl")
    office.done("review", "1", "fr")
    office.done("approve", "1", "fr")
    assert [item["language"] for item in office.items("fr")] == ["fr-BE"]
    assert "no fr text of release 1 waits" in office.refused("approve", "1", "fr")


@pytest.mark.parametrize(
    "words",
    [
        *(("show", "7"), ("publish", "7"), ("hold", "7"), ("schedule", "7", FAR)),
        *(("withdraw", "7", "--reason", "x"), ("approve", "7", "fr"), ("preview", "7")),
        ("translate", "--release", "7"),
    ],
    ids=" ".join,
)
def test_a_release_that_there_is_not_is_refused_by_number(
    office: Office, words: tuple[str, ...]
) -> None:
    office.filed()
    assert "there is no release 7" in office.refused(*words)


@pytest.mark.parametrize(
    "words",
    [
        *((), ("import",), ("publish",), ("publish", "one"), ("publish", "1", "2")),
        *(("schedule", "1"), ("schedule", "1", FAR, "--fold", "third"), ("proclaim", "1")),
        *(("schedule", "1", FAR, "--policy", "never"), ("releases", "--state", "lost")),
        *(("revise", "1"), ("approve", "1"), ("withdraw", "1", "--why", "x"), ("serve", "--port")),
        ("serve", "--port", "eighty"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_exit_2_and_does_nothing(bare: Office, words: tuple[str, ...]) -> None:
    assert bare.type(*words).exit_code == 2
    assert not bare.home.exists()
