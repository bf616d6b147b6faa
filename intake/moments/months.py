"""The names of months and weekdays, in whatever language, as `low` leaves them."""

from functools import lru_cache

from intake.characters.flat import low
from press.months import spellings

MONTHS = tuple((low(name), number) for name, number in spellings())
WEEKDAYS = (
    "monday tuesday wednesday thursday friday saturday sunday",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "- - - - - sonnabend",
)


@lru_cache(1024)
def month_named(word: str) -> int | None:
    """The month a word names, in full or cut short in a way that means one month only.

    Args:
        word: flat, lower case, without its full stop: `fevr`, `mrt`, `december`.
    """
    whole = {number for name, number in MONTHS if name == word}
    found = whole or {number for name, number in MONTHS if _is(word, name)}
    return found.pop() if len(word) >= 3 and len(found) == 1 else None


@lru_cache(1024)
def weekdays_named(word: str) -> frozenset[int]:
    """The weekdays a word may name, Monday being 0: `di` is Dienstag, dinsdag or dimanche."""
    days = ((day, name) for row in WEEKDAYS for day, name in enumerate(row.split()))
    return frozenset(day for day, name in days if len(word) >= 2 and _is(word, name))


def _is(word: str, name: str) -> bool:
    return word.isalpha() and name.startswith(word)
