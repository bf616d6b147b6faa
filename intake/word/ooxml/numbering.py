"""What stands before the paragraphs of lists: a bullet, or a number counted as Word counts."""

import re
from dataclasses import dataclass

from lxml import etree

from intake.word.looks import number_of, written
from intake.word.names import q
from intake.word.parts import value

MOST_LEVELS = 9  # ECMA-376-1, 17.9.3


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a list.

    Args:
        form: how it counts: decimal, lowerLetter, bullet, none …
        label: what is written, with `%1` for the number of the first level.
        start: its first number.
    """

    form: str
    label: str
    start: int


@dataclass(frozen=True, slots=True)
class ListMark:
    """What stands before a paragraph.

    Args:
        level: from 0.
        number: counted; 0 for a bullet.
        label: as Word shows it: `3.`, `(a)`, `2.1`; empty for a bullet.
    """

    level: int
    number: int
    label: str


class WordLists:
    """The lists of a document, counted while it is read from the top.

    Args:
        root: of its numbering; None where it has none.
    """

    def __init__(self, root: etree._Element | None) -> None:
        self._levels = dict[str, dict[int, ListLevel]]()
        self._lists = dict[str, tuple[str, dict[int, ListLevel]]]()
        self._counts = dict[str, list[int | None]]()
        self._begun = set[str]()
        if root is None:
            return
        for listed in root.iter(q("w:abstractNum")):
            name = listed.get(q("w:abstractNumId"), "")
            self._levels[name] = dict(_level(one) for one in listed.iter(q("w:lvl")))
        for listed in root.iter(q("w:num")):
            self._add(listed)

    def _add(self, listed: etree._Element) -> None:
        abstract = value(listed, "w:abstractNumId")
        own = dict[int, ListLevel]()
        for override in listed.iter(q("w:lvlOverride")):
            number = number_of(override.get(q("w:ilvl")), 0)
            level = next((_level(one)[1] for one in override.iter(q("w:lvl"))), None)
            base = level or self._levels.get(abstract, {}).get(number, _PLAIN)
            start = number_of(value(override, "w:startOverride"), base.start)
            own[number] = ListLevel(base.form, base.label, start)
        self._lists[listed.get(q("w:numId"), "")] = (abstract, own)

    def next(self, list_id: str, level: int) -> ListMark | None:
        """The mark of the next paragraph of a list; None where nothing stands before it."""
        if list_id not in self._lists:
            return None
        abstract, own = self._lists[list_id]
        levels = {**self._levels.get(abstract, {}), **own}
        level = min(max(level, 0), MOST_LEVELS - 1)
        this = levels.get(level, _PLAIN)
        counts = self._counts.setdefault(abstract, [None] * MOST_LEVELS)
        if own and list_id not in self._begun:
            counts[:] = [None] * MOST_LEVELS
        self._begun.add(list_id)
        before = counts[level]
        counts[level] = this.start if before is None else before + 1
        counts[level + 1 :] = [None] * (MOST_LEVELS - level - 1)
        if this.form == "bullet":
            return ListMark(level, 0, "")
        label = _label(this.label, levels, counts)
        return ListMark(level, counts[level] or 0, label) if label else None


_PLAIN = ListLevel("decimal", "", 1)


def _level(listed: etree._Element) -> tuple[int, ListLevel]:
    number = number_of(listed.get(q("w:ilvl")), 0)
    form = value(listed, "w:numFmt") or "decimal"
    label = "" if form == "none" else value(listed, "w:lvlText")
    return number, ListLevel(form, label, number_of(value(listed, "w:start"), 1))


def _label(label: str, levels: dict[int, ListLevel], counts: list[int | None]) -> str:
    def counted(found: re.Match[str]) -> str:
        level = int(found[1]) - 1
        known = levels.get(level, _PLAIN)
        number = counts[level] if level < MOST_LEVELS else None
        return written(known.start if number is None else number, known.form)

    return re.sub(r"%([1-9])", counted, label[:100]).strip()
