"""What one line of a letterhead says: names of offices, numbers, dates, kinds of text, in a row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from intake.moments.datelines import means_date
from intake.text.sheet.furniture import KIND, is_letterhead
from intake.text.sheet.reference_number import number_in
from intake.text.sheet.seen import LONGEST, said
from intake.text.sheet.sender import is_sender, may_be_sender

_PARTS = re.compile(r"(?<=\S)\s+[|–—•·-]\s+(?=\S)|\s*\|\s*(?=\S)")
_COLUMNS = re.compile(r"\s{3,}|\t+")
_KIND_FIRST = re.compile(
    rf"(?P<kind>{KIND})\s*[,:–—-]?\s+(?:(?:d\.d\.|vom|van|of|du|dated)\s+)?(?P<rest>\S.*)",
    re.IGNORECASE,
)
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
    if columns := _of_columns(line):
        return columns
    of_parts = _of_parts([part.strip() for part in _PARTS.split(words)]) or _of_kind(words)
    if of_parts and of_parts.numbers:  # which a date may look like
        return of_parts
    if says_date(words):
        return Furniture(_offices_before_day(words), dates=(words,))
    if (found := _BY.fullmatch(words)) and is_sender(found["name"]):
        return Furniture((found["name"],), kinds=(found["kind"],))
    return of_parts


def _of_columns(line: str) -> Furniture | None:
    """What stands side by side on a line: `Police of Corvane      Corvane, 12 March 2027`."""
    columns = [said(column) for column in _COLUMNS.split(line.strip()) if column.strip()]
    if len(columns) < 2 or re.match(r"\s*(?:\||[^\W\d_]+\s?:\s)", line):
        return None
    found = [furniture_of(column) or _office(column) for column in columns]
    if not any(one and one.dates for one in found) and not all(found):
        return None
    sorts = [one or Furniture((words,)) for one, words in zip(found, columns, strict=True)]
    if any(not one and not may_be_sender(words) for one, words in zip(found, columns, strict=True)):
        return None
    return Furniture(
        *(tuple(chain.from_iterable(row)) for row in zip(*map(_as_row, sorts), strict=True))
    )


def _as_row(one: Furniture) -> tuple[tuple[str, ...], ...]:
    return one.issuers, one.numbers, one.kinds, one.dates


def _office(words: str) -> Furniture | None:
    return Furniture((words,)) if is_sender(words) else None


def _of_kind(words: str) -> Furniture | None:
    """What a kind of text says of itself: `Persuitnodiging d.d. 3 mei 2027, kenmerk 2027Z1`."""
    found = _KIND_FIRST.fullmatch(words)
    if not found:
        return None
    rest = found["rest"]
    for cut in (len(rest), rest.rfind(", ")):
        day, number = rest[: max(cut, 0)], number_in(rest[cut + 2 :])
        if says_date(day) and (cut == len(rest) or (number and not number.rest)):
            numbers = (number.number,) if number else ()
            return Furniture((), numbers, (found["kind"],), (day,))
    return None


def _offices_before_day(words: str) -> tuple[str, ...]:
    """The offices that a date has before it in place of a town, or beside one."""
    before = re.split(r",\s", words)[:-1]
    return tuple(part for part in before if is_sender(part))


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
