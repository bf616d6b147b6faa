"""The names of months and weekdays in English, French, Dutch and German, as `low` leaves them."""

from functools import lru_cache

MONTHS = (
    "january february march april may june july august september october november december",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "januar februar marz april mai juni juli august september oktober november dezember",
    "janner feber maerz",
    "- - mrt",
)
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
    found = _positions(word, MONTHS) if len(word) >= 3 else frozenset[int]()
    return min(found) + 1 if len(found) == 1 else None


@lru_cache(1024)
def weekdays_named(word: str) -> frozenset[int]:
    """The weekdays a word may name, Monday being 0: `di` is Dienstag, dinsdag or dimanche."""
    return _positions(word, WEEKDAYS) if len(word) >= 2 else frozenset()


def _positions(word: str, rows: tuple[str, ...]) -> frozenset[int]:
    return frozenset(n for row in rows for n, name in enumerate(row.split()) if _is(word, name))


def _is(word: str, name: str) -> bool:
    return word.isalpha() and name.startswith(word)
