"""Terms that must come out one way: where they stand, and putting them there."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from press.glossary import Term
from translate.alignment.words import SURE, AlignedHypothesis, carried, found, place


class Person(Term):
    """The name of somebody, whom no language calls otherwise."""

    __slots__ = ()


def wanted(terms: Sequence[Term], text: str, source: str, target: str) -> list[Term]:
    """The terms that a text has, the longest first; a term inside a longer one is not meant.

    Args:
        terms: the glossary.
        text: in the source language.
        source: code of that language.
        target: code of the other.
    """
    meant, taken, folded = list[Term](), set[int](), text.casefold().replace("’", "'")
    known = [t for t in terms if (t.source, t.target) == (source, target) and _may_stand(t, folded)]
    for term in sorted(known, key=lambda one: -len(one.term)):
        spans = [range(*m.span()) for m in _pattern(term.term, term.exact_case).finditer(text)]
        free = [span for span in spans if not taken.intersection(span)]
        if free:
            meant.append(term)
            taken.update(at for span in free for at in span)
    return meant


def as_it_is(name: str, source: str, target: str) -> Person:
    """A name as a term that no language says otherwise.

    Args:
        name: of a person, in full.
        source: code of the one language.
        target: code of the other.
    """
    return Person(source, target, name, name, exact_case=True)


def stands_in(said: str, words: str, *, exact_case: bool = False) -> bool:
    """Whether some words stand in a text as words of their own."""
    return _pattern(words, exact_case).search(said) is not None


def enforced(
    source: str, hypothesis: AlignedHypothesis, terms: Sequence[Term]
) -> AlignedHypothesis:
    """Say each term as the glossary wants it, where it is clear which words stand for it now.

    Args:
        source: what was translated.
        hypothesis: its translation.
        terms: those the source has.
    """
    for term in terms:
        if stands_in(hypothesis.text, term.translation, exact_case=term.exact_case):
            continue
        match = _pattern(term.term, term.exact_case).search(source)
        at = match and (
            found(match[0], hypothesis.text) or place(source, hypothesis, *match.span())
        )
        if at and at.sure >= SURE:
            text = hypothesis.text
            words = cased(term, starts=not text[: at.start].strip())
            hypothesis = carried(hypothesis, text[: at.start] + words + text[at.end :])
    return hypothesis


def cased(term: Term, *, starts: bool) -> str:
    """A term's translation, with a capital where it begins a sentence."""
    words = term.translation
    return words[:1].upper() + words[1:] if starts and not term.exact_case else words


def standing(terms: Sequence[Term], text: str) -> Iterator[tuple[int, int, Term]]:
    """Where terms stand in a text, in reading order."""
    every = [(*m.span(), t) for t in terms for m in _pattern(t.term, t.exact_case).finditer(text)]
    end = 0
    for start, last, term in sorted(every, key=lambda one: (one[0], -one[1])):
        if start >= end:
            yield start, last, term
            end = last


def _may_stand(term: Term, folded: str) -> bool:
    """Whether a term may stand in a text, told fast: most of a long glossary does not."""
    words = term.term.casefold().replace("’", "'").split()
    return bool(words) and words[0] in folded


@lru_cache(maxsize=4096)
def _pattern(words: str, exact_case: bool) -> re.Pattern[str]:
    written = r"\s+".join(re.escape(word) for word in words.split())
    written = re.sub("['’]", "['’]", written)  # however an apostrophe is written
    return re.compile(rf"(?<!\w){written}(?!\w)", 0 if exact_case else re.IGNORECASE)
