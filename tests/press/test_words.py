"""The newsroom's own sentences."""

import string

import pytest

from press.words import NAMES, PARTS, SENTENCES, WORDS, say, says_origin


def gaps(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_every_language_has_every_sentence_with_the_same_gaps() -> None:
    assert SENTENCES.keys() == NAMES.keys()
    for words in SENTENCES.values():
        assert {k: gaps(v) for k, v in words.items()} == {
            k: gaps(v) for k, v in SENTENCES["en"].items()
        }


def test_no_sentence_is_said_in_two_places() -> None:
    tables = [one["en"] for one in (WORDS, *PARTS)]
    assert len(SENTENCES["en"]) == sum(map(len, tables))


@pytest.mark.parametrize("code", ["en", "fr", "nl", "de"])
def test_our_own_words_on_who_wrote_a_text_are_known_again_in_feeds(code: str) -> None:
    standing_in = say(code, "stands_in", wanted="English", language="French")
    assert says_origin(standing_in)
    assert says_origin(say(code, "author"))
    assert not says_origin("Harbours")
