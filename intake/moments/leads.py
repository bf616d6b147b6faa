"""What may stand before a date: a place, a weekday, an article, the word “embargo”."""

import re

from intake.characters.flat import set_of
from intake.moments.months import weekdays_named

_SMALL = set_of(
    "a aan am an d date datum de den der du en et for in l la le les of on op s sur the und "
    "bis embargo embargoed jusqu jusqu'a jusqu'au onder sous sperrfrist t till tot "
    "under until upon vom zum communique persbericht press presse pressemitteilung "
    "publication published publie release veroffentlicht strict strictly stricte streng "
    "not before pas avant niet voor nicht vor ne publiee gepubliceerd erschienen ausgegeben issued"
)
_PLACE_WORDS, _PLACES = 4, 3


def is_lead(lead: str, *, place_may_touch: bool) -> bool:
    """Whether words may stand before a date without being a sentence.

    Args:
        lead: flat, in their own case: `Brussels, Wed. `.
        place_may_touch: whether a place may do without its comma.
    """
    *places, last = _parts(lead)
    if len(places) > _PLACES or not all(_is_small(p) or _is_place(p) for p in places):
        return False
    return _is_small(last) or (place_may_touch and _is_place(last))


def weekdays_in(lead: str) -> frozenset[int]:
    """The weekdays that a lead may name, Monday being 0."""
    words = (word for part in _parts(lead) for word in part)
    return frozenset().union(*(weekdays_named(_bare(w)) for w in words if not _is_filler(w)))


def _parts(lead: str) -> list[list[str]]:
    """The words between commas and the like; what stands in brackets is not needed."""
    said = re.sub(r"\([^()]*\)", "", lead)
    return [part.split() for part in re.split(r"[,:;|/-]+", said)]


def _is_small(words: list[str]) -> bool:
    return all(_is_filler(word) or weekdays_named(_bare(word)) for word in words)


def _is_filler(word: str) -> bool:
    return _bare(word) in _SMALL


def _is_place(words: list[str]) -> bool:
    """A few words, each with a capital or of the sort that names are joined with."""
    capital = [word[0] != "(" and (not word[0].islower() or _is_filler(word)) for word in words]
    return len(words) <= _PLACE_WORDS and all(capital)


def _bare(word: str) -> str:
    return word.casefold().strip(".'")
