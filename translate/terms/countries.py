"""What countries are called, as CLDR has it (https://cldr.unicode.org): derived, never stored."""

from collections.abc import Iterator
from functools import cache

from babel import Locale, UnknownLocaleError

from press.glossary import Term

# CLDR's list also holds regions, currencies' zones and codes for tests.
NO_COUNTRIES = {"EZ", "QO", "XA", "XB", "ZZ"}
# Names that people bear as well: “Jordan” alone does not say that the country is meant.
_ALSO_PEOPLE = {"GE", "IL", "JO", "TD"}
# Put together for lists, not for sentences: “Congo - Kinshasa”, “Myanmar (Burma)”.
_FOR_LISTS = ("(", " - ", "SAR ", "SAR-", "&")
# German bends “die Vereinigten Staaten” and “den Niederlanden”; one form would be wrong for most.
_BENT = {"de": {"NL"}}
_BENDING = {"de"}


@cache
def countries(source: str, target: str) -> tuple[Term, ...]:
    """The names of countries that come out one way in whatever sentence they stand.

    Args:
        source: code of the language of the terms.
        target: code of the language of their translations.
    """
    try:
        names, said = (Locale.parse(code).territories for code in (source, target))
    except (UnknownLocaleError, ValueError):
        return ()
    return tuple(
        Term(source, target, names[code], said[code], "CLDR", exact_case=True)
        for code in _codes(source, target)
        if code in names and code in said and _stands(names[code]) and _stands(said[code])
    )


def _codes(source: str, target: str) -> Iterator[str]:
    for code in sorted(Locale.parse("en").territories):
        is_country = len(code) == 2 and code.isalpha() and code not in NO_COUNTRIES
        bends = any(
            code in _BENT.get(language, ()) or _is_phrase(language, code)
            for language in (source, target)
        )
        if is_country and code not in _ALSO_PEOPLE and not bends:
            yield code


def _is_phrase(language: str, code: str) -> bool:
    return language in _BENDING and " " in Locale.parse(language).territories.get(code, "")


def _stands(name: str) -> bool:
    return not any(mark in name for mark in _FOR_LISTS)
