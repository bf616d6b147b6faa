"""What one line of a letterhead says: names of offices, numbers, dates, kinds of text, in a row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intake.moments.datelines import means_date
from intake.text.sheet.furniture import KIND, is_letterhead
from intake.text.sheet.reference_number import number_in
from intake.text.sheet.seen import LONGEST, said
from intake.text.sheet.sender import is_sender

_PARTS = re.compile(r"(?<=\S)\s+[|–—•·-]\s+(?=\S)|\s*\|\s*(?=\S)")
_BY = re.compile(
    rf"(?P<kind>{KIND})\s+(?:of|by|from|van|von|vom|de[rs]?|du|de la)\s+(?:(?:the|de|het|der"
    rf"|la|le)\s)?"
    r"(?P<name>\S.{3,80})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Furniture:
    """What one line says round a text.

    Args:
        issuers: names of offices in it.
        numbers: likewise.
        kinds: what it calls the text.
        dates: words that mean a date.
    """

    issuers: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()


def furniture_of(line: str) -> Furniture | None:
    """What a line says round its text, where every part of it does; None for any other line."""
    if len(line) > LONGEST:
        return None
    words = said(line)
    of_parts = _of_parts([part.strip() for part in _PARTS.split(words)])
    if of_parts and of_parts.numbers:  # which a date may look like
        return of_parts
    if says_date(words):
        return Furniture(dates=(words,))
    if (found := _BY.fullmatch(words)) and is_sender(found["name"]):
        return Furniture((found["name"],), kinds=(found["kind"],))
    return of_parts


def _of_parts(parts: Sequence[str]) -> Furniture | None:
    sorts = list(_sorted(parts))
    pairs = [pair for pair in sorts if pair]
    if len(pairs) < len(sorts) or all(sort == "issuer" for sort, _ in pairs):
        return None
    by = {sort: tuple(said for kind, said in pairs if kind == sort) for sort, _ in pairs}
    dates = by.get("date", ())
    if clock := " - ".join(by.get("clock", ())):
        dates = tuple(f"{date} - {clock}" for date in dates[:1])
        if not any(map(means_date, dates)):
            return None
    return Furniture(by.get("issuer", ()), by.get("number", ()), by.get("kind", ()), dates)


def says_date(words: str) -> bool:
    """Whether a line can only be meant as a date, and is no number such as `IP/26/1234`."""
    return means_date(words) and not number_in(words)


def _sorted(parts: Sequence[str]) -> Iterator[tuple[str, str] | None]:
    """What each part of a line is; a number and its day come as two."""
    for part in parts:
        if is_letterhead(part):
            yield "kind", part
        elif says_date(part):
            yield "date", part
        elif numbered := number_in(part):
            yield "number", numbered.number
            if numbered.kind:
                yield "kind", numbered.kind
            if numbered.rest:
                yield ("date", numbered.rest) if means_date(numbered.rest) else None
        elif re.fullmatch(r"\d{1,2}[:.hu]\d{2}(?: (?:uhr|uur|h))?|\d{1,2} ?h", part.casefold()):
            yield "clock", part
        else:
            yield ("issuer", part) if is_sender(part) else None
