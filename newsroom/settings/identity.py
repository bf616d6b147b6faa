"""Settings of how the newsroom looks and who it says it is."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from newsroom.settings.as_read import PAGES
from newsroom.settings.logo import LogoFile, read_logo
from newsroom.settings.setting import Setting
from press.contact import Contact, ContactKind
from press.languages import Languages
from press.public.colours import (
    ACCENT,
    ACCENT_DARK,
    DAY,
    ENOUGH,
    NIGHT,
    by_night,
    lowest,
    nearest,
    read_colour,
)
from press.public.identity import Identity, PerLanguage
from press.text import in_one_line

What = TypeVar("What")
_LONGEST = 200  # letters of a line: more is no sentence beside a name
_MOST_LINES = 10
_IN = re.compile(r"([a-z]{2,3})\s*=\s*(.+)", re.DOTALL)
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}\.(?:svg|png)")
_PHONE = re.compile(r"\+?[0-9][0-9 ()./-]{4,30}")
_SITE = re.compile(r"(?:https?://|www\.)\S+")


def _spoken(text: str) -> dict[str, str]:
    """One text, under no language, or one for each of some: `en=Who we are | fr=Qui nous sommes`.

    Raises:
        ValueError: it is neither, or too long.
    """
    parts = [part.strip() for part in text.split("|") if part.strip()]
    found = [_IN.fullmatch(part) for part in parts]
    if len(parts) == 1 and not found[0]:
        given = {"": parts[0]}
    else:
        given = {one[1]: one[2] for one in found if one}
    if len(given) != len(parts):
        raise ValueError("it is neither one text nor a list such as en=Who we are | fr=Qui…")
    return {code: _line(words) for code, words in given.items()}


def _line(words: str) -> str:
    line = in_one_line(words)
    if len(line) > _LONGEST:
        raise ValueError(f"it has {len(line)} letters; {_LONGEST} find room")
    return line


def _contacts(text: str) -> dict[str, Contact]:
    """As for `_spoken`, what is said being a contact: `Press office; +32 2 …; press@…`."""
    return {code: _contact(words) for code, words in _spoken(text).items()}


def _contact(words: str) -> Contact:
    name, *rest = [line.strip() for line in words.split(";") if line.strip()] or [""]
    if not name or len(rest) > _MOST_LINES or _kind(name) != "address":
        raise ValueError(
            "it is not a name with what follows it, such as Press office; +32 2 555 01 00; "
            "press@ministry.example"
        )
    said: dict[str, tuple[str, ...]] = {}
    for line in rest:
        said[_kind(line)] = (*said.get(_kind(line), ()), line)
    return Contact(ContactKind.SERVICE, name, **said)  # type: ignore[arg-type]  # fields of lines


def _kind(line: str) -> str:
    """Which field of a contact a line is."""
    if _PHONE.fullmatch(line):
        return "phones"
    if _SITE.fullmatch(line):
        return "sites"
    return "emails" if "@" in line and " " not in line else "address"


def _accent(text: str) -> str:
    return _outstanding(read_colour(text), DAY)


def _accent_dark(text: str) -> str:
    return _outstanding(read_colour(text), NIGHT) if text.strip() else ""


def _outstanding(colour: str, grounds: tuple[str, ...]) -> str:
    """A colour that words can have.

    Raises:
        ValueError: they could not be read; names the nearest that would do.
    """
    found = lowest(colour, grounds)
    if found < ENOUGH:
        when = "white" if grounds is DAY else "dark"
        raise ValueError(
            f"words in it stand out from {when} ground by {int(found * 10) / 10} to 1, and must by "
            f"{ENOUGH} (WCAG 2.2); the nearest colour that does is {nearest(colour, grounds)}"
        )
    return colour


def _logo(text: str) -> str:
    name = text.strip()
    if name and not _FILE.fullmatch(name):
        raise ValueError(f"it is not the name of a file in {PAGES} that ends in .svg or .png")
    return name


IDENTITY = (
    Setting(
        "TAGLINE",
        "",
        "What the newsroom is and who speaks, beside its name: Press releases of the Ministry of "
        "Foreign Affairs; or one for each language, en=… and fr=…, with a vertical bar between.",
        _spoken,
    ),
    Setting(
        "PRESS_CONTACT",
        "",
        "Whom the press asks, in the footer of every page, line by line: Press office; "
        "+32 2 555 01 00; press@ministry.example; or one for each language, as for TAGLINE.",
        _contacts,
    ),
    Setting(
        "LOGO",
        "",
        "The newsroom's own sign: a file in the folder pages of the home, logo.svg or logo.png, "
        "shown on white; a square PNG of 144 pixels or more is its icon in tabs and feeds, too.",
        _logo,
    ),
    Setting(
        "ACCENT",
        ACCENT,
        "The colour of links, buttons and the head of each page; refused if words in it could not "
        "be read, with the nearest that can.",
        _accent,
    ),
    Setting(
        "ACCENT_DARK",
        "",
        "The same for links and buttons where the reader's machine is set to dark; without it, "
        "ACCENT made lighter.",
        _accent_dark,
    ),
)


def logo_in(values: Mapping[str, Any], home: Path) -> LogoFile | None:
    """The sign that a setting names.

    Raises:
        ValueError: there is none, or none that may be shown.
    """
    return read_logo(home / PAGES / values["LOGO"]) if values["LOGO"] else None


def in_languages(given: Mapping[str, What], languages: Languages) -> PerLanguage[What]:
    """What was given for each of the newsroom's languages; one alone is in the first of them.

    Raises:
        ValueError: the newsroom does not publish in a language.
    """
    known = {code or languages.default.code: what for code, what in given.items()}
    if others := [code for code in known if code not in languages.codes]:
        raise ValueError(f"{others[0]} is none of LANGUAGES, {', '.join(languages.codes)}")
    return PerLanguage(tuple((code, known[code]) for code in languages.codes if code in known))


def _dark(accent: str) -> str:
    return ACCENT_DARK if accent == ACCENT else by_night(accent)


def identity_of(values: Mapping[str, Any]) -> Identity:
    """What tells the newsroom from others."""
    accent, logo = values["ACCENT"], values["LOGO"]
    return Identity(
        accent,
        values["ACCENT_DARK"] or _dark(accent),
        values["TAGLINE"],
        values["PRESS_CONTACT"],
        logo.logo if logo else None,
    )


# Read once all others are: what is in the home, and what depends on the languages.
TOGETHER = {
    "TAGLINE": lambda values, _home: in_languages(values["TAGLINE"], values["LANGUAGES"]),
    "PRESS_CONTACT": lambda values, _home: in_languages(
        values["PRESS_CONTACT"], values["LANGUAGES"]
    ),
    "LOGO": logo_in,
}
