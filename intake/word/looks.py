"""Looks of words and numbers of lists, as all office programs know them."""

import re
from dataclasses import dataclass

from intake.characters.flat import low

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_HIGHEST = 10_000  # number that is written in letters
# Names of built-in styles; Word writes them in English, other programs in their own language.
_HEADING = re.compile(
    r"(?:heading|uberschrift|titre|kop|rubrik|titolo|titulo|encabezado|naglowek|nadpis)[ _]?(\d)\b"
)
_KINDS = {
    "title": r"title|titel|titre|titre principal|hoofdtitel|headline|schlagzeile",
    "h1": r"heading|uberschrift|kop|titre de section",
    "subtitle": r"subtitle|untertitel|sous-titre|ondertitel|subheadline",
    "quote": r"(?:intense )?quote|block text|(?:intensives? )?zitat|blocktext|citation(?: intense)?"
    r"|(?:duidelijk )?citaat|bloktekst|quotations",
}
_SHAPES = {kind: re.compile(pattern) for kind, pattern in _KINDS.items()}


@dataclass(frozen=True, slots=True)
class WordStyle:
    """What a style says, with what it inherits; None where it says nothing.

    Args:
        kind: `title`, `h1` to `h6`, `subtitle`, `quote`, or empty for text.
        hidden: whether its words are hidden.
        bold: whether they are bold.
        italic: whether they are in italics.
        struck: whether they are struck through.
        list_id: of the numbering its paragraphs have.
        level: in that list, from 0.
        language: tag of the language its words are in.
    """

    kind: str = ""
    hidden: bool | None = None
    bold: bool | None = None
    italic: bool | None = None
    struck: bool | None = None
    list_id: str = ""
    level: str = ""
    language: str = ""


NOTHING = WordStyle()


def kind_of(name: str, outline: str = "") -> str:
    """What a style is for, by its name, else by its place in the outline, from 0."""
    said = low(name).strip()
    if heading := _HEADING.match(said):
        return f"h{min(max(int(heading[1]), 1), 6)}"
    for kind, pattern in _SHAPES.items():
        if pattern.fullmatch(said):
            return kind
    if outline.isdigit() and int(outline) < 6:
        return f"h{int(outline) + 1}"
    return ""


def written(number: int, form: str) -> str:
    """A number as lists count (ECMA-376-1, 17.18.59)."""
    if form in ("lowerLetter", "upperLetter") and 0 < number < _HIGHEST:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters[:30].upper() if form == "upperLetter" else letters[:30]
    if form in ("lowerRoman", "upperRoman") and 0 < number < _HIGHEST:
        roman = _in_roman(number)
        return roman.upper() if form == "upperRoman" else roman
    if form == "decimalZero":
        return f"{number:02}"
    return f"{number}." if form == "ordinal" else str(number)


def _in_roman(number: int) -> str:
    written = ""
    for worth, letters in _ROMAN:
        count, number = divmod(number, worth)
        written += letters * count
    return written


def number_of(said: str | None, otherwise: int) -> int:
    """The number that an attribute gives; another where it gives none."""
    return int(said) if said and said.isascii() and said.isdigit() and len(said) < 6 else otherwise
