"""The newsroom's own sentences."""

import string

from press.words import WORDS


def gaps(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_every_language_has_every_sentence_with_the_same_gaps() -> None:
    for words in WORDS.values():
        assert {k: gaps(v) for k, v in words.items()} == {
            k: gaps(v) for k, v in WORDS["en"].items()
        }
