"""Reviewing topics, as it is typed."""

from pathlib import Path

import pytest

from tests.newsroom.commands.office import Office

pytestmark = pytest.mark.waits

WORDS = ("--title", "en=Rivers", "--introduction", "en=Rivers of Velmora.")


@pytest.fixture
def rivers(office: Office, tiny_models: Path) -> Office:
    """A topic whose French words wait for an editor."""
    office.settings |= {"MODELS": str(tiny_models), "REVIEW": "fr=reviewed"}
    office.done("topics", "add", "rivers", *WORDS)
    assert "1 text filled" in office.done("translate", "--language", "fr")
    return office


def titles(office: Office) -> dict[str, str]:
    found: dict[str, str] = office.told("topics")[0]["titles"]
    return found


def test_topics_say_who_answers_for_what_they_are_called(rivers: Office) -> None:
    said = "rivers: en Rivers, fr (waits for an editor), nl (missing), de (missing)\n"
    assert rivers.done("topics") == said
    rivers.done("approve", "topic:rivers", "fr", "--unseen")
    assert "fr " in rivers.done("topics")
    assert " (editor), nl (missing)" in rivers.done("topics")
    rivers.done("topics", "add", "rivers", "--title", "nl=Rivieren", "--introduction", "nl=Water.")
    assert "nl Rivieren, de (missing)" in rivers.done("topics")
    states = {"en": "author", "fr": "reviewed", "nl": "author", "de": "missing"}
    assert rivers.told("topics")[0]["languages"] == states


def test_what_waits_of_a_topic_is_listed_after_the_texts(rivers: Office) -> None:
    rivers.filed("--topic", "rivers")
    rivers.done("translate", "--language", "fr")
    lines = rivers.done("review").splitlines()
    found = [line.partition(" fr ")[0] for line in lines if " fr " in line]
    assert found == ["release 1", "topic rivers"]
    (row,) = (row for row in rivers.told("review") if "topic" in row)
    assert (row["topic"], row["language"], row["state"]) == ("rivers", "fr", "waits")
    assert "release" not in row


def test_a_topic_is_shown_block_by_block_and_approved_as_shown(rivers: Office) -> None:
    reason = "has not looked at the fr text of topic rivers yet; newsroom review topic:rivers fr"
    assert reason in rivers.refused("approve", "topic:rivers", "fr")
    said = rivers.done("review", "topic:rivers", "fr")
    assert said.startswith("topic rivers, fr: waits\n\n[1] headline\n      Rivers\n")
    assert "[2] paragraph\n      Rivers of Velmora.\n" in said
    assert "newsroom approve topic:rivers fr --as-shown " in said
    done = rivers.done("approve", "topic:rivers", "fr")
    assert done == "the fr text of topic rivers: blocks 1, 2 approved\n"
    assert "fr" in titles(rivers)
    said = rivers.done("unapprove", "topic:rivers", "fr", "1")
    assert said.startswith("the fr text of topic rivers: block 1 no longer approved\n")
    assert "fr" not in titles(rivers)
    rivers.done("approve", "topic:rivers", "fr", "--unseen")
    assert rivers.done("review") == "nothing waits for an editor\n"


def test_a_topics_block_is_corrected_and_another_rejected(rivers: Office) -> None:
    said = rivers.done("correct", "topic:rivers", "fr-BE", "1", "Les fleuves")
    assert "block 1 of the fr text of topic rivers is corrected" in said
    assert titles(rivers)["fr"] == "Les fleuves"
    said = rivers.done("reject", "topic:rivers", "fr", "2")
    assert "the fr text of topic rivers: block 2 rejected\n" in said
    assert "it waits: block 2: rejected: " in said
    rivers.done("correct", "topic:rivers", "fr", "2", "-", given=b"Les cours d'eau.\n")
    rivers.done("translate", "--again")
    assert titles(rivers)["fr"] == "Les fleuves"


def test_words_of_a_topic_that_is_not_public_are_no_argument(rivers: Office) -> None:
    listing = "Dikes\n\nOn dikes.\n\nA dike is built (25 August 2030)\nIt is high.\n"
    path = rivers.file(listing, "dikes.txt")
    rivers.done("import", str(path), "--as", "listing")
    assert "dikes: en Dikes" in rivers.done("topics")
    reason = rivers.refused("correct", "topic:dikes", "fr", "1", "Digues")
    assert "topic dikes is not out" in reason
    assert "newsroom correct topic:dikes fr 1 --from FILE" in reason
    rivers.done("correct", "topic:dikes", "fr", "1", given=b"Digues\n")
    assert "fr Digues" in rivers.done("topics")


def test_what_is_no_topic_is_said(rivers: Office) -> None:
    assert "there is no topic lakes" in rivers.refused("review", "topic:lakes", "fr")
    assert "rivers was given all its words in en" in rivers.refused("review", "topic:rivers", "en")
    answer = rivers.type("review", "topic:Lakes!", "fr")
    assert answer.exit_code == 2
    assert "“topic:Lakes!” is no topic" in answer.stderr


def test_an_introduction_alone_is_given_only_to_a_topic_there_is(rivers: Office) -> None:
    rivers.done("topics", "add", "rivers", "--introduction", "fr=Les cours d'eau.")
    assert "there is no topic lakes" in rivers.refused(
        "topics", "add", "lakes", "--introduction", "fr=Les lacs."
    )
    answer = rivers.type("topics", "add", "rivers")
    assert answer.exit_code == 2
    assert "--title LANGUAGE=TITLE" in answer.stderr
