"""The months, as each language names them: read in texts that arrive, written on pages."""

import re
from collections.abc import Iterator
from datetime import date

# Per language code twelve months, each in full and then as it may also be written.
MONTHS: dict[str, tuple[str, ...]] = {
    "en": (
        *("January Jan", "February Feb", "March Mar", "April Apr", "May", "June Jun", "July Jul"),
        *("August Aug", "September Sept Sep", "October Oct", "November Nov", "December Dec"),
    ),
    "fr": (
        *("janvier janv", "février févr fév", "mars", "avril avr", "mai", "juin", "juillet juil"),
        *("août", "septembre sept", "octobre oct", "novembre nov", "décembre déc"),
    ),
    "nl": (
        *("januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul"),
        *("augustus aug", "september sept sep", "oktober okt", "november nov", "december dec"),
    ),
    "de": (
        *("Januar Jan Jänner", "Februar Feb Feber", "März Mär Mrz Maerz", "April Apr", "Mai"),
        *("Juni Jun", "Juli Jul", "August Aug", "September Sept Sep", "Oktober Okt"),
        *("November Nov", "Dezember Dez"),
    ),
}

# Per language code every way in which a month may be written.
_NAMES = {code: frozenset(" ".join(months).casefold().split()) for code, months in MONTHS.items()}


def month_in(code: str, month: int) -> str | None:
    """A month's name in full, or None where the language's months are not known.

    Args:
        code: of the language.
        month: 1 to 12.
    """
    return MONTHS[code][month - 1].split()[0] if code in MONTHS else None


def day_in(code: str, day: date) -> str:
    """A date in a language: `7 September 2026`; as ISO 8601 where the month's name is unknown."""
    month = month_in(code, day.month)
    if month is None:
        return day.isoformat()
    mark = {"de": ".", "fr": "er" if day.day == 1 else ""}.get(code, "")
    return f"{day.day}{mark} {month} {day.year}"


def spellings() -> Iterator[tuple[str, int]]:
    """Every way in which a month may be written in any of the languages, and which it is."""
    for months in MONTHS.values():
        for number, names in enumerate(months, start=1):
            for name in names.split():
                yield name, number


def written_in(line: str) -> str | None:
    """The one language whose month a line names, or None: `9 mars 2027` is French."""
    words = {word.casefold() for word in re.findall(r"[^\W\d_]+", line)}
    codes = [code for code, names in _NAMES.items() if not names.isdisjoint(words)]
    return codes[0] if len(codes) == 1 else None
