"""Reasons are said in the language of an answer, or said to be in English."""

import pytest

from press.telling.reasons import IN_ENGLISH, REASONS, say_reason
from press.words import WORDS
from tests.press.test_words import gaps

CHANGED = (
    "it has tracked changes or comments: Ann Muster deleted “twelve”; somebody commented “Why?”. "
    "Accept or reject each change and delete the comments in the word processor, or take the "
    "changes as done with --accept-changes"
)


@pytest.mark.parametrize("said", REASONS)
def test_every_reason_is_in_every_language_and_fills_no_gap_it_has_not(said: str) -> None:
    told = REASONS[said]
    assert told.keys() - {"en"} == WORDS.keys() - {"en"}
    assert all(gaps(words) <= gaps(said) for words in told.values())


def test_nobody_who_wrote_a_mail_is_told_of_commands() -> None:
    for said in REASONS:
        if "--" in said or "newsroom " in said:
            for words in map(REASONS[said].__getitem__, ("en", *IN_ENGLISH)):
                assert "--" not in words
                assert "newsroom " not in words


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "Ann Muster deleted “twelve”; somebody commented “Why?”. Accept or reject"),
        ("fr", "Ann Muster a supprimé “twelve”; quelqu’un a commenté “Why?”. Acceptez"),
        ("nl", "Ann Muster verwijderde “twelve”; iemand merkte op “Why?”. Accepteer"),
        ("de", "Ann Muster löschte “twelve”; jemand merkte an “Why?”. Nehmen Sie"),
    ],
)
def test_a_reason_within_a_reason_is_said_in_the_language_too(code: str, words: str) -> None:
    said = say_reason(code, f"of what is attached, a.docx: {CHANGED}")
    assert "a.docx: " in said.replace(" : ", ": ")
    assert words in said
    assert "--" not in said


@pytest.mark.parametrize("code", IN_ENGLISH)
def test_what_is_in_no_list_is_said_to_be_in_english(code: str) -> None:
    said = say_reason(code, "this was never heard of")
    assert said.endswith(") this was never heard of")
    assert say_reason("en", "this was never heard of") == "this was never heard of"


def test_a_reason_without_end_takes_no_time_and_is_said_as_it_is() -> None:
    endless = "“" * 100_000
    assert say_reason("fr", endless) == f"(en anglais) {endless}"
    assert say_reason("fr", "") == ""
