"""The lists of words that a language has and another has not."""

import pytest

from press.glossary import Term
from translate.checks import Passage
from translate.checks.words.left import LeftWords
from translate.checks.words.lexicon import ForeignWords, foreign_words

PAIRS = [(a, b) for a in ("en", "fr", "nl", "de") for b in ("en", "fr", "nl", "de") if a != b]


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_there_are_lists_for_all_pairs_of_four_languages(source: str, target: str) -> None:
    known = foreign_words(source, target)
    assert len(known.sure) > 10_000
    assert not known.sure & known.unsure


@pytest.mark.parametrize(
    ("words", "source", "target"),
    [
        ("pioneer peace clean wednesday government", "en", "fr"),
        ("pioneer peace wednesday government", "en", "nl"),
        ("pioneer peace wednesday government", "en", "de"),
        ("paix gouvernement", "fr", "en"),
        ("vrede regering", "nl", "de"),
        ("frieden regierung", "de", "nl"),
    ],
)
def test_a_word_of_one_language_is_foreign_to_another(words: str, source: str, target: str) -> None:
    known = foreign_words(source, target)
    assert set(words.split()) <= known.sure | known.unsure


def test_what_both_languages_have_is_foreign_to_neither() -> None:
    for target in ("fr", "nl", "de"):
        known = foreign_words("en", target)
        assert not {"hotel", "london", "velmora"} & (known.sure | known.unsure)


def test_a_language_without_a_list_has_no_foreign_words() -> None:
    assert foreign_words("it", "fr") == foreign_words("../en", "fr") == ForeignWords()
    assert foreign_words("en", "it") == ForeignWords()


@pytest.mark.parametrize(
    ("source", "target", "before", "after", "left"),
    [
        ("fr", "nl", "La paix est là.", "De paix is daar.", "paix"),
        ("nl", "fr", "De vrede is daar.", "La vrede est là.", "vrede"),
        ("de", "en", "Der Frieden ist da.", "The Frieden is there.", "Frieden"),
        ("en", "de", "The government met.", "Das Government tagte.", "Government"),
    ],
)
def test_words_are_found_between_any_two(
    source: str, target: str, before: str, after: str, left: str
) -> None:
    (found,) = LeftWords().find(Passage(before, after, source, target))
    assert f"“{left}”" in found.says


def test_a_term_that_the_glossary_wants_is_not_left() -> None:
    terms = [Term("en", "fr", "network", "Network")]
    said = Passage("The network met.", "Le Network a siégé.", "en", "fr", terms=terms)
    assert not list(LeftWords().find(said))
