"""How far a mark “not for publication” reaches, and a text without what is marked so.

What is behind a number or a name is about its line, or about its card where that has several; what
begins a paragraph, an item or a row is about that; a heading is about its section, also one that
says what it is about. A mark on a line of its own reaches to the end, or to a section that is
evidently for the public; where nothing of its own is below it, it is about the whole text. In doubt
more is left out than is meant, and named.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from intake.characters.flat import low
from intake.contacts.names import is_person
from intake.text.sections import begins_public_section
from intake.text.sheet.announced import announced, list_end
from intake.text.sheet.seen import cells, level, paragraph_end, unmarked
from intake.text.sheet.withheld import is_of_the_whole, may_be_title, says_how_to_reach

_ITEM = re.compile(r"(\s*)(?:[-*+•]|\d{1,3}[.)])\s")
_LISTED = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)]|\|)")
_RULE = re.compile(r"\s*\|?[\s:|-]*-[\s:|-]*\s*")
_MOST = 12  # lines of a card
_LONGEST_CARD = 200  # characters of a paragraph that only says whom to call
# Thanks and greetings below a word to the press are for the press, too.
_COURTESY = re.compile(
    r"(?:thank(?:s| you)|many thanks|(?:kind|best) regards|merci|cordialement|bien a vous|dank"
    r"|bedankt|met (?:vriendelijke|hartelijke)|vielen dank|danke"
    r"|mit (?:freundlich|best|herzlich)\w+|beste? grusse)\b"
)
_APART = re.compile(r"\s[–—-]\s|[,:;(|\d+@]")


@dataclass(slots=True)
class Withheld:
    """A text without what it marks as not for publication.

    Args:
        lines: what is left, blank lines in the place of the rest.
        parts: what was taken out, the lines of each part.
        above: lines with marks about what stands above them, which stay as the rest does, or about
            the whole text.
        doubtful: marks that lead to what they are about, where that ends by its look alone.
    """

    lines: list[str]
    parts: list[list[str]] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)

    def take_announced(self, n: int) -> int:
        """Take out what a line leads to and bans; the number of the line that is next."""
        found = announced(self.lines, n)
        if not found:
            return n + 1
        end, before = found
        first = self.lines[n].removeprefix(before).strip()
        self.doubtful.append(first)
        self.parts.append([first, *filter(str.strip, self.lines[n + 1 : end])])
        self.lines[n:end] = [before, *[""] * (end - n - 1)]
        return end


def without_withheld(
    lines: Sequence[str], marks: Sequence[str], senders: Collection[str] = ()
) -> Withheld:
    """Take out what is marked so; in doubt more than is meant.

    Args:
        lines: of the text below its headline.
        marks: what each line marks, as `withheld.marks_in_text` says.
        senders: names of those who send it, of whom a section for the public may tell.
    """
    found, gone = Withheld(list(lines)), set[int]()
    at, taken = 0, -1
    while at < len(lines):
        mark = marks[at]
        if mark == "above":
            found.above.append(lines[at])
        if mark in ("", "above", "follows"):
            at = at + 1 if mark == "above" else found.take_announced(at)
            continue
        start, end = _part(found.lines, marks, at, senders)
        if _is_of_all(found.lines, marks, at, (start, end), senders):
            found.above.append(lines[at])
        words = [line for line in found.lines[start:end] if line.strip()]
        if found.parts and start == taken:
            found.parts[-1] += words
        else:
            found.parts.append(words)
        taken = end
        found.lines[start:end] = [""] * (end - start)
        # A blank line in their place would part a list or a table.
        gone |= set(range(start, end)) if _LISTED.match(lines[start]) else set()
        at = max(end, at + 1)
    found.lines = [line for n, line in enumerate(found.lines) if n not in gone]
    return found


def _part(
    lines: list[str], marks: Sequence[str], n: int, senders: Collection[str]
) -> tuple[int, int]:
    """Where the part begins and ends that a line marks."""
    mark = marks[n]
    if mark in ("all", "below"):
        return _row_beside(lines, n) or _section(lines, marks, n, senders)
    if _is_title(lines, marks, n):
        return _section(lines, marks, n, senders)
    within = _item(lines, n) or _row(lines, n) or (_card(lines, n) if mark == "card" else None)
    if within:
        return within
    start = _paragraph_start(lines, n)
    end = _end_of_brackets(lines, start)
    if mark == "para" and ":" in lines[n] and lines[end - 1].rstrip(" *_")[-1:] not in ".!?":
        end = list_end(lines, end)
    return start, _with_cards(lines, end, senders) if mark == "para" else end


def _is_title(lines: Sequence[str], marks: Sequence[str], n: int) -> bool:
    """Whether a mark and what it is about are together the heading of a section."""
    is_listed = _ITEM.match(lines[n]) or lines[n].lstrip().startswith("|")
    return marks[n] == "para" and not is_listed and may_be_title(lines, n)


def _is_of_all(
    lines: Sequence[str],
    marks: Sequence[str],
    n: int,
    part: tuple[int, int],
    senders: Collection[str],
) -> bool:
    """Whether a mark is about the whole text, and not about a part of it alone."""
    start, end = part
    if _row_beside(lines, n):
        return False
    is_title = _is_title(lines, marks, n)
    if marks[n] not in ("all", "below") and not is_title:
        return False
    has_words = any(lines[k].strip() and not marks[k] for k in range(n + 1, end))
    is_first = not any(map(str.strip, lines[:start])) and end == len(lines)
    if marks[n] == "all" and not lines[n].rstrip(" *_").endswith(":"):
        # A ban right above whom to call: of them, or of all?
        below = _next_words(lines, n + 1)
        is_first |= below < len(lines) and begins_public_section(lines, below, senders)
    return is_first or is_of_the_whole(lines[n]) or not (has_words or is_title)


def _paragraph_start(lines: Sequence[str], n: int) -> int:
    while n and lines[n - 1].strip():
        n -= 1
    return n


def _section(
    lines: list[str], marks: Sequence[str], n: int, senders: Collection[str]
) -> tuple[int, int]:
    """The section that a line begins: of a heading its own, else to the end or to a public one."""
    deep = level(lines[n])
    # What stands above the mark in its paragraph may be what is meant.
    start = n if deep else _paragraph_start(lines, n)
    has_words = False
    for k in range(n + 1, len(lines)):
        if deep and 0 < level(lines[k]) <= deep:
            return start, k
        if has_words and not marks[k] and begins_public_section(lines, k, senders):
            return start, k
        has_words = has_words or bool(lines[k].strip())
    return start, len(lines)


def _item(lines: Sequence[str], n: int) -> tuple[int, int] | None:
    """The item of a list that a line begins, with what is indented below it."""
    found = _ITEM.match(lines[n])
    if not found:
        return None
    deep = len(found[1])
    ends = (k for k in range(n + 1, len(lines)) if _ends_item(lines[k], deep))
    return n, next(ends, len(lines))


def _ends_item(line: str, deep: int) -> bool:
    item = _ITEM.match(line)
    return not line.strip() or (item is not None and len(item[1]) <= deep)


def _row(lines: Sequence[str], n: int) -> tuple[int, int] | None:
    """The row of a table, where it is not the one that says what all others are."""
    is_row = lines[n].lstrip().startswith("|") and n > 0 and lines[n - 1].lstrip().startswith("|")
    is_head = n + 1 < len(lines) and _RULE.fullmatch(lines[n + 1]) and "-" in lines[n + 1]
    return (n, n + 1) if is_row and not is_head else None


def _row_beside(lines: Sequence[str], n: int) -> tuple[int, int] | None:
    """The row in which a mark has a cell to itself, where others of its cells say something."""
    others = [cell for cell in cells(lines[n]) if re.search(r"\w", cell)]
    return _row(lines, n) if others[1:] else None


def _card(lines: Sequence[str], n: int) -> tuple[int, int] | None:
    """The lines about whom a mark stands behind, where others stand in its paragraph alike."""
    first, last = _name_near(lines, n, -1), _name_near(lines, n + 1, 1)
    if first is None:
        return None
    other = last if last is not None else _name_near(lines, first - 1, -1)
    if other is None or says_how_to_reach(lines[first]) != says_how_to_reach(lines[other]):
        return None
    few = range(n + 1, min(n + _MOST, len(lines)) + 1)
    end = next((k for k in few if k in (last, len(lines)) or not lines[k].strip()), None)
    return (first, end) if end is not None else None


def _name_near(lines: Sequence[str], n: int, step: int) -> int | None:
    """The nearest line of a paragraph that names somebody, up or down from a line."""
    for k in range(n, n + step * _MOST, step):
        if not 0 <= k < len(lines) or not lines[k].strip():
            return None
        if _names_somebody(lines[k]):
            return k
    return None


def _names_somebody(line: str) -> bool:
    return is_person(_APART.split(unmarked(line), maxsplit=1)[0].strip(" .*_"))


def _with_cards(lines: list[str], end: int, senders: Collection[str]) -> int:
    """The end of a marked paragraph, with the cards below: whom may the public call of these?"""
    while (first := _next_words(lines, end)) < len(lines):
        last = paragraph_end(lines, first)
        words = lines[first:last]
        if not _may_go_on(words) or level(words[0]) or begins_public_section(lines, first, senders):
            return end
        end = last
    return end


def _may_go_on(words: Sequence[str]) -> bool:
    """Whether a paragraph may be part of a word to the press: a card, or a courtesy."""
    is_short = sum(map(len, words)) <= _LONGEST_CARD
    return is_short and (any(map(says_how_to_reach, words)) or bool(_COURTESY.match(low(words[0]))))


def _next_words(lines: Sequence[str], n: int) -> int:
    return next((k for k in range(n, len(lines)) if lines[k].strip()), len(lines))


def _end_of_brackets(lines: Sequence[str], start: int) -> int:
    """The end of a paragraph; of several where a bracket that it opens is closed later."""
    opened = {"[": 0, "(": 0}
    for n in range(start, len(lines)):
        if not lines[n].strip() and max(opened.values()) <= 0:
            return n
        for sign, closing in (("[", "]"), ("(", ")")):
            opened[sign] += lines[n].count(sign) - lines[n].count(closing)
    return len(lines)
