"""The countries there are, and which of them a time zone is the clock of."""

from functools import cache
from importlib.resources import files


@cache
def known_countries() -> frozenset[str]:
    """The codes of all countries (ISO 3166-1 alpha-2)."""
    return frozenset(code for code, *_ in _rows("iso3166.tab"))


def country_of(zone: str) -> str:
    """The country that a zone is the clock of, or "" where it is nobody's: UTC.

    Args:
        zone: IANA name, `Europe/Brussels`.
    """
    return next((code for code, _, name, *_ in _rows("zone.tab") if name == zone), "")


@cache
def _rows(table: str) -> tuple[list[str], ...]:
    """The rows of a table that comes with the time zones (the tz database)."""
    text = (files("tzdata") / "zoneinfo" / table).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(line.split("\t") for line in lines)
