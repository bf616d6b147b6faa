"""The address of an office below its name: `Postbus 10`, `12, rue du Port`, `53100 Corvane`."""

import re
from collections.abc import Sequence

from intake.text.sheet.seen import LONGEST, said

WHY = "it is the address of the sender"
_NAME = (
    r"[A-ZÀ-Þ’'][\w’'-]*(?: (?:[A-ZÀ-Þ][\w’'-]*|am|an|der|den|de|du|la|le|sur|upon|\d{1,2})){0,4}"
)
_BOX = (
    r"(?i:postbus|postfach|boite postale|boîte postale|b\.?p\.?|p\.? ?o\.? ?box|cs)\s\d[\d ]{0,12}"
)
_CODE = r"(?:[A-Z]{1,2}-)?\d{4,6}(?: ?[A-Z]{2}(?![^\W\d_]))?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}"
_TOWN = (
    rf"(?:{_CODE}) {_NAME}(?: (?i:cedex)(?: \d{{1,2}})?)?"
    rf"|{_NAME},? [A-Z]{{1,2}}\d[A-Z\d]? ?\d[A-Z]{{2}}"
)
_ROAD = (
    r"(?:(?i:rue|avenue|boulevard|place|quai|chaussee|chaussée|square|street|road|lane|quay|straat"
    r"|laan|plein|kade|weg|straße|strasse|platz|allee|ufer|gasse|ring|damm))"
)
_STREET = (
    rf"\d{{1,4}}[a-zA-Z]?,? (?:[\w’'-]+ ){{0,3}}{_ROAD}(?: [\w’'-]+){{0,5}}"
    rf"|(?:[\w’'-]+ ){{0,4}}[\w’'-]*{_ROAD}(?: [\w’'-]+){{0,4}}? \d{{1,4}}(?: ?[a-zA-Z])?"
)
_SORTS = {
    sort: re.compile(form) for sort, form in (("box", _BOX), ("town", _TOWN), ("street", _STREET))
}
_BOX_AND_TOWN = re.compile(rf"(?P<box>{_BOX}?)\s(?={_CODE})(?P<town>{_TOWN})")
_MOST_LINES = 4


def address_end(lines: Sequence[str], n: int) -> int:
    """The number of the line behind an address that begins on a line; 0 where none does.

    A box and a town, or a street and a town, are one; a number and a name are not by themselves.
    """
    sorts: set[str] = set()
    end = n
    for line in lines[n : n + _MOST_LINES]:
        here = _sorts_of(line)
        if not here:
            break
        sorts |= here
        end += 1
    return end if "box" in sorts or {"street", "town"} <= sorts else 0


def _sorts_of(line: str) -> set[str]:
    """What the parts of a line are of an address; nothing where one of them is no part of it."""
    words = said(line)
    if not words or len(words) > min(LONGEST, 100):
        return set()
    if found := _BOX_AND_TOWN.fullmatch(words):
        return {"box", "town"} if found["box"] else set()
    if whole := _sort(words):
        return {whole}
    parts = [_sort(part) for part in re.split(r"\s?[,|·•]\s|\s[–-]\s", words)]
    return {part for part in parts if part} if all(parts) else set()


def _sort(words: str) -> str:
    return next((sort for sort, form in _SORTS.items() if form.fullmatch(words)), "")
