"""Words of two languages that look alike: names, numbers, cognates."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

CORE = re.compile(r"\w(?:.*\w)?")
ELIDED = re.compile(r"(?:[cdjlmnst]|qu)['’](?=\w)", re.I)
_ALIKE = 0.72  # from here two words are taken for the same: Commission, Kommission


def core(word: str) -> str:
    """A word without the marks round it, and without l' in front."""
    found = CORE.search(word)
    return ELIDED.sub("", found[0], count=1).casefold() if found else ""


def alike(word: str, sources: Sequence[str], at: float) -> list[float]:
    """How much a word looks like each of the source's; of several the one that stands nearest."""
    likeness = [_likeness(word, source) for source in sources]
    best = max(likeness, default=0.0)
    places = [n for n, like in enumerate(likeness) if like == best and best]
    if not places:
        return likeness
    nearest = min(places, key=lambda n: abs(n / len(sources) - at))
    return [best if n == nearest else 0.0 for n in range(len(sources))]


@lru_cache(16_384)  # the same few words meet again and again
def _likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0 if len(one) > 2 or any(c.isdigit() for c in one) else 0.3 * bool(one)
    if min(len(one), len(other)) < 4:
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.quick_ratio() < _ALIKE:
        return 0.0
    return ratio if (ratio := matcher.ratio()) >= _ALIKE else 0.0
