"""Commands that change what was filed, and show what it was."""

import pytest

from tests.intake.pictures.places import scene, written
from tests.newsroom.commands.office import FAR, RELEASE, Office
from tests.press.releases.test_dimensions import png

CHANGED = RELEASE.replace("12.50 euros", "9.80 euros")
CONTACTS = "Bo Vik\nSpokesperson\n+999 2 555 01 99\nbo.vik@press.example\n"


@pytest.fixture
def filed(office: Office) -> Office:
    """Release 1 is scheduled."""
    office.filed("--at", FAR, "--topic", "ports", "--new-topic")
    return office


def test_a_dry_run_names_what_a_revision_would_change_and_changes_nothing(filed: Office) -> None:
    path = str(filed.file("25 Aug 2031 - 10:00\n\n" + CHANGED, "new.txt"))
    before = filed.told("show", "1")
    said = filed.done("revise", "1", path, "--dry-run").splitlines()
    assert said[0].startswith("text: 1 → 1 blocks, 0 of them")
    assert said[1].startswith(f"time: {FAR} Europe/Brussels")
    assert "2031-08-25 10:00" in said[1]
    assert said[-1] == "nothing was changed: a dry run"
    assert filed.told("show", "1") == before
    assert filed.done("revise", "1", path).splitlines()[:2] == said[:2]
    assert filed.told("show", "1")["when"] == "2031-08-25 10:00 Brussels"


def test_what_is_out_takes_no_text_that_is_dated_ahead(filed: Office) -> None:
    filed.done("publish", "1")
    path = str(filed.file("25 Aug 2031 - 10:00\n\n" + CHANGED, "new.txt"))
    for words in (("revise", "1", path), ("revise", "1", path, "--dry-run")):
        assert "which lies ahead" in filed.refused(*words)
    assert "12.50 euros" in str(filed.items())


def test_of_two_officers_who_saw_the_same_version_the_second_loses_nothing(filed: Office) -> None:
    shown = str(filed.told("show", "1")["version"])
    filed.done("revise", "1", str(filed.file(CHANGED)), "--as-shown", shown)
    mine = str(filed.file(RELEASE.replace("23:40", "22:40"), "mine.txt"))
    reason = filed.refused("revise", "1", mine, "--as-shown", shown)
    assert "revised by" in reason
    assert "--as-shown 2" in reason
    assert "9.80 euros" in str(filed.told("show", "1")["texts"])
    filed.done("revise", "1", mine, "--as-shown", "2")


def test_an_edit_takes_topics_contacts_summary_and_time(filed: Office) -> None:
    assert "no topic harbors" in filed.refused("edit", "1", "--topic", "+harbors")
    assert "comes with +" in filed.refused("edit", "1", "--topic", "harbors")
    filed.done("edit", "1", "--topic", "+harbours,-ports", "--new-topic")
    filed.done("edit", "1", "--summary", "-", given=b"It leaves\nat night.\n")
    filed.done("edit", "1", "--contacts", str(filed.file(CONTACTS, "contacts.txt")))
    filed.done("edit", "1", "--embargo", "2031-08-25 10:00")
    shown = filed.told("show", "1")
    assert (shown["topics"], shown["when"]) == (["harbours"], "2031-08-25 10:00 Brussels")
    assert [contact["name"] for contact in shown["contacts"]] == ["Bo Vik"]
    assert shown["texts"]["en"][1] == "It leaves at night."
    assert shown["version"] == 5


def test_contacts_that_name_nobody_are_refused(filed: Office) -> None:
    path = str(filed.file("Nobody in particular.\n", "contacts.txt"))
    assert "names nobody" in filed.refused("edit", "1", "--contacts", path)


def test_history_lists_who_did_what_and_any_version_can_be_read(filed: Office) -> None:
    filed.done("revise", "1", str(filed.file(CHANGED)))
    said = filed.done("history", "1").splitlines()
    assert [line.split()[0] for line in said[1:] if line[0] != " "] == ["1", "2"]
    assert "12.50 euros" in filed.done("show", "1", "--version", "1")
    assert "9.80 euros" in filed.done("show", "1", "--version", "2")
    told = filed.told("history", "1", "en")
    assert [version["verb"] for version in told] == ["filed", "revised"]
    assert all(len(version["digest"]) == 64 for version in told)
    assert "never had a fr text" in filed.done("history", "1", "fr")
    assert "no version 9" in filed.refused("show", "1", "--version", "9")


def test_a_difference_is_shown_word_by_word(filed: Office) -> None:
    filed.done("revise", "1", str(filed.file(CHANGED)))
    said = filed.done("diff", "1", "1", "2")
    assert "costs [-12.50-] {+9.80+} euros" in said
    assert "\x1b[" not in said
    told = filed.told("diff", "1", "1", "2")
    assert ["gone", "12.50 "] in [piece for block in told["blocks"] for piece in block]


def test_an_earlier_version_comes_back_as_a_new_one(filed: Office) -> None:
    filed.done("revise", "1", str(filed.file(CHANGED)))
    said = filed.done("restore-version", "1", "1")
    assert said == "release 1 en says again what it said in version 1\n"
    shown = filed.told("show", "1")
    assert "12.50 euros" in str(shown["texts"])
    assert (shown["version"], shown["state"]) == (3, "scheduled")


def test_a_broken_picture_is_attached_and_said_to_be_shown_to_nobody(filed: Office) -> None:
    whole = written(scene(400, 300), "JPEG")
    broken = "is listed and not shown, since it is broken or cut off"
    said = filed.done("attach", "1", str(filed.file(whole[:900], "cut.jpg")))
    assert said.startswith("attached cut.jpg")
    assert f"\nnote: cut.jpg {broken}" in said
    assert broken not in filed.done("attach", "1", str(filed.file(whole, "quay.jpg")))
    (line,) = filed.told("attach", "1", str(filed.file(png(4, 3), "head.png")))
    assert f"head.png {broken} (UnidentifiedImageError)" in line["note"]


@pytest.mark.parametrize(
    ("words", "option"), [(("attach", "1", "quay.png"), "--alt"), (("edit", "1"), "--credit")]
)
def test_words_of_what_is_not_out_are_no_arguments(
    filed: Office, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], option: str
) -> None:
    monkeypatch.chdir(filed.folder)
    filed.file(png(4, 3), "quay.png")
    said = filed.file("The quay,\nseen from the sea\n", "said.txt")
    filed.done("attach", "1", "quay.png")
    reason = filed.refused(*words, option, "The quay")
    assert "kept in the shell's history" in reason
    filed.done(*words, f"{option}-from", str(said))
    filed.done("publish", "1")
    assert "The quay, seen from the sea" in str(filed.items())
    filed.done(*words, option, "The quay")


def test_a_summary_that_says_not_yet_holds_its_release_back(filed: Office) -> None:
    order = b"Under embargo until 10 May 2031, 10:00\n"
    filed.done("edit", "1", "--summary", "-", given=order)
    assert filed.state() == "held"
    assert "lift-embargo" in filed.refused("publish", "1")
    filed.done("publish", "1", "--lift-embargo")
    again = b"Under embargo until 11 May 2031, 10:00\n"
    assert "is out, and these words say" in filed.refused(
        "edit", "1", "--summary", "-", given=again
    )


@pytest.mark.parametrize("name", ["issuer", "reference"])
def test_an_issuer_or_a_reference_that_says_not_yet_holds_its_release_back(
    filed: Office, name: str
) -> None:
    order = b"Under embargo until 10 May 2031, 10:00\n"
    filed.done("edit", "1", f"--{name}-from", "-", given=order)
    assert filed.state() == "held"
    assert "10 May 2031" in str(filed.told("show", "1")["says_not_yet"])
    assert "lift-embargo" in filed.refused("publish", "1")
    filed.done("publish", "1", "--lift-embargo")
    again = "Under embargo until 11 May 2031, 10:00"
    assert "is out, and these words say" in filed.refused("edit", "1", f"--{name}", again)
    assert filed.told("show", "1")[name] == order.decode().strip()


def test_a_time_given_with_an_issuer_that_says_not_yet_is_refused(filed: Office) -> None:
    words = ("edit", "1", "--issuer-from", "-", "--embargo", "2031-01-01 10:00")
    reason = filed.refused(*words, given=b"Under embargo until 10 May 2031, 10:00\n")
    assert "--lift-embargo" in reason
    assert filed.told("show", "1")["issuer"] != "Under embargo until 10 May 2031, 10:00"
