"""Who follows by mail, as officers see it."""

import json

import pytest

from tests.newsroom.commands.office import Office

ANNA = "anna@daily.example"


@pytest.fixture
def followed(office: Office) -> Office:
    office.done("topics", "add", "climate", "--title", "en=Climate")
    words = ("--topic", "climate", "--language", "fr", "--language", "en-GB", "--when", "daily")
    office.done("subscribers", "add", ANNA, *(w if w != "en-GB" else "en" for w in words))
    office.done("subscribers", "add", "joanna@daily.example")
    return office


def test_nobody_follows_at_first(office: Office) -> None:
    assert office.done("subscribers") == "nobody follows by mail\n"
    assert office.told("subscribers")["subscribers"] == []


def test_who_is_added_follows_at_once_with_what_was_said(followed: Office) -> None:
    first, second = followed.told("subscribers")["subscribers"]
    assert (first["address"], first["state"]) == (ANNA, "follows")
    assert (first["topics"], first["languages"]) == (["climate"], ["fr", "en"])
    assert (first["frequency"], first["texts"], first["zone"]) == (
        "daily",
        "all",
        "Europe/Brussels",
    )
    assert (second["topics"], second["languages"]) == (["all"], ["en"])
    assert first["follows_since"]


def test_officers_see_who_follows_and_how_many_follow_what(followed: Office) -> None:
    said = followed.done("subscribers")
    for words in (ANNA, "topics: climate 1, all 1", "languages: fr 1, en 1", "daily 1, instant 1"):
        assert words in said
    counts = followed.told("subscribers")["counts"]
    assert counts["people"] == {"follows": 2}
    assert counts["topics"] == {"climate": 1, "all": 1}


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("add", "anna"), "not an e-mail address"),
        (("add", ANNA, "--topic", "climat"), "no topic climat"),
        (("add", ANNA, "--language", "es"), "not one of this newsroom's languages"),
        (("add", ANNA, "--zone", "Mars/One"), "not a time zone"),
        (("remove", "nobody@daily.example"), "nothing is kept of this address"),
        (("erase", "nobody@daily.example"), "nothing is kept of this address"),
        (("export", "nobody@daily.example"), "nothing is kept of this address"),
    ],
)
def test_what_cannot_be_done_is_refused_with_the_reason(
    office: Office, words: tuple[str, ...], reason: str
) -> None:
    assert reason in office.refused("subscribers", *words)


def test_who_is_removed_is_listed_no_more(followed: Office) -> None:
    assert "subscriber 1 gets no more mail" in followed.done("subscribers", "remove", ANNA)
    listed = followed.told("subscribers")["subscribers"]
    assert [one["address"] for one in listed] == ["joanna@daily.example"]


def test_everything_kept_is_exported(followed: Office) -> None:
    told = json.loads(followed.done("subscribers", "export", ANNA.upper()))
    assert (told["address"], told["number"]) == (ANNA, 1)


def test_who_is_erased_is_gone_and_backups_are_named(followed: Office) -> None:
    said = followed.done("subscribers", "erase", ANNA)
    assert "subscriber 1 is erased" in said
    assert "backups" in said
    home = followed.home
    held = [p.name for p in home.rglob("*") if p.is_file() and b"anna@d" in p.read_bytes()]
    assert held == ["newsroom.db"]  # joanna's, and nothing of anna's:
    assert b"joanna@d" in (home / "newsroom.db").read_bytes()
    assert (home / "newsroom.db").read_bytes().count(b"anna@d") == 1
