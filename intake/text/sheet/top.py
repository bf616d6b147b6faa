"""The top of a text: who sends it, under what number, when, and the headline below all that."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from intake.characters.flat import low
from intake.contacts.blocks import take_contacts
from intake.given import Given
from intake.moments.datelines import Dated, read_dateline
from intake.moments.openings import Opening, day_alone
from intake.text.dating import of_this_year
from intake.text.sheet import address
from intake.text.sheet.address import address_end
from intake.text.sheet.furniture import (
    KIND_OF_TEXT,
    is_vague_kind,
    language_of_kind,
    why_left_out,
)
from intake.text.sheet.headline import (
    Headline,
    headline_at,
    is_greeting,
    is_prose,
    lines_of_headline,
)
from intake.text.sheet.memo import WHY as TO_WHOM
from intake.text.sheet.memo import memo_of, value_of
from intake.text.sheet.parts import furniture_of, says_date
from intake.text.sheet.seen import LONGEST, level, paragraph_end, said
from intake.text.sheet.sender import is_sender, may_be_sender
from press.contact import Contact
from press.embargo import Embargo
from press.errors import Refusal, UnreadableFile
from press.releases.received import LeftOut

_MOST = 40  # lines with words in which the headline must begin
_REACH = re.compile(r"@|www\.|\d[\d ()/.-]{5,}\d")
_MOTTO = re.compile(r"[^\W\d_]+(?:(?:\s?[–—·•-]\s?|,\s)[^\W\d_]+){2,3}")
_YEARLESS = "it is a day that names no year"
_LETTERHEAD = "it stands in the letterhead"
_AGAIN = "its date stands above it already"


@dataclass(slots=True)
class Top:
    """What stands round the headline of a text.

    Args:
        issuers: names of offices, in order.
        numbers: under which its sender keeps it.
        dated: its date.
        headline: with the number of the line behind it.
        contacts: whom a letterhead says to call.
        left_out: lines that are in no document.
        kept: lines above the headline that are none of these.
        taken: numbers of the lines below the headline that were taken out.
        language: code of the language in which it says what kind of text it is.
        notes: what an officer should know of its date.
        memo: what lines are of a memo's head, as `memo_of` finds them.
    """

    issuers: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    dated: Dated = field(default_factory=Dated)
    headline: Headline = field(default_factory=Headline)
    contacts: tuple[Contact, ...] = ()
    left_out: list[LeftOut] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    language: str | None = None
    notes: list[str] = field(default_factory=list)
    memo: dict[int, str] = field(default_factory=dict)

    def name(self, words: str) -> None:
        """Add the name of an office, which may be said more than once."""
        if low(words) not in map(low, self.issuers):
            self.issuers.append(words)

    def number(self, number: str) -> None:
        """Add a number, likewise."""
        if number not in self.numbers:
            self.numbers.append(number)


def top_of(lines: list[str], given: Given) -> Top:
    """Go through the lines above the headline, and those right below it.

    Raises:
        UnreadableFile: no headline can be told.
        UnreadableTime, NonexistentTime, AmbiguousTime: as for `read_dateline`.
    """
    top, marked = Top(memo=memo_of(lines)), _marked_headline(lines)
    first = _first_of_text(lines, top, given, marked)
    if first is None:
        raise UnreadableFile("it has no headline")
    doubtful = marked is None and _are_two_offices(lines, first)
    top.headline = headline_at(lines, first, given, _is_date_or_kind, doubtful=doubtful)
    _below(lines, top, given)
    return top


def _first_of_text(lines: list[str], top: Top, given: Given, marked: int | None) -> int | None:
    """The number of the line with which the headline begins; what stands above goes into `top`."""
    n, looked = 0, 0
    while n < len(lines) and looked < _MOST:
        line = lines[n]
        looked += bool(line.strip())
        if n == marked or top.memo.get(n) == "subject":
            return n
        if not re.search(r"[^\W_]", line) or _takes_any(lines, n, top, given):
            n += 1
        elif _names_sender(lines, n, certain=marked is not None):
            top.name(said(line))
            n += 1
        elif end := _card_of_letterhead(lines, n, top, marked) or _address(lines, n, top):
            n = end
        elif marked is None:
            return n
        else:
            top.kept.append(line)
            n += 1
    return n if n < len(lines) else None


def _are_two_offices(lines: list[str], first: int) -> bool:
    """Whether a headline would be the name of an office, and what stands below it another's."""
    if not is_sender(said(lines[first])):
        return False
    few = range(paragraph_end(lines, first), min(first + _MOST, len(lines)))
    below = next((n for n in few if lines[n].strip() and not _is_date_or_kind(lines[n])), None)
    return below is not None and is_sender(said(lines[below]))


def _takes_any(lines: list[str], n: int, top: Top, given: Given) -> bool:
    """Whether a line above the headline is furniture, which then is in `top`."""
    if _takes_memo(lines, n, top, given) or _takes(lines[n], top, given):
        return True
    return _takes_vague(lines, n, top) or _takes_yearless(lines, n, top, given)


def _takes_memo(lines: list[str], n: int, top: Top, given: Given) -> bool:
    """Whether a line is of a memo's head, and no headline."""
    sort = top.memo.get(n)
    if sort == "date" and says_date(words := value_of(lines[n])):
        return _dates(top, words, lines[n], given)
    if sort:
        top.left_out.append(LeftOut(said(lines[n]), _YEARLESS if sort == "date" else TO_WHOM))
    return sort is not None


def _takes_vague(lines: list[str], n: int, top: Top) -> bool:
    """Whether a line may say what kind of text this is, or is of a state's letterhead."""
    words = said(lines[n])
    is_motto = bool(top.issuers) and _MOTTO.fullmatch(words) is not None and n > 0
    is_motto = is_motto and low(top.issuers[-1]) == low(said(lines[n - 1]))
    if not (is_motto or is_vague_kind(lines[n])) or not headline_follows(lines, n):
        return False
    top.left_out.append(LeftOut(words, _LETTERHEAD if is_motto else KIND_OF_TEXT))
    return True


def _takes_yearless(lines: list[str], n: int, top: Top, given: Given) -> bool:
    """Whether a line is a day without its year, and a headline follows; the year is asked for."""
    words = said(lines[n])
    day = day_alone(words)
    if not day or not headline_follows(lines, n):
        return False
    if not top.dated.line:
        top.dated, told = of_this_year(Opening(day=day, said=words), given)
        top.notes += [told] if told else []
    top.left_out.append(LeftOut(words, _YEARLESS))
    return True


def _address(lines: list[str], n: int, top: Top) -> int:
    """The end of an address below the name of an office; 0 where there is none."""
    end = address_end(lines, n) if top.issuers else 0
    if end:
        words = "\n".join(map(said, lines[n:end]))
        top.left_out.append(LeftOut(words, address.WHY))
    return end


def _marked_headline(lines: Sequence[str]) -> int | None:
    """The first heading of the first level, where no text stands above it."""
    looked = 0
    for n, line in enumerate(lines):
        below = lines[n + 1] if n + 1 < len(lines) else ""
        is_first = level(line) == 1 or (line.strip() and re.fullmatch(r"\s{0,3}=+\s*", below))
        if is_first and re.search(r"[^\W_]", line) and not why_left_out(line):
            return n
        looked += bool(line.strip())
        if looked > _MOST or is_prose(said(line)) or len(line) > LONGEST:
            return None
    return None


def _takes(line: str, top: Top, given: Given) -> bool:
    """Whether a line says something of its text, which then is in `top`."""
    if why := why_left_out(line):
        _leave(top, line, why)
        return True
    found = furniture_of(line)
    if found is None:
        return False
    if any(not _dates(top, words, line, given) for words in found.dates):
        return False
    for words in found.issuers:
        top.name(words)
    for number in found.numbers:
        top.number(number)
    for kind in found.kinds:
        _leave(top, kind, why_left_out(kind))
    return True


def _leave(top: Top, line: str, why: str) -> None:
    top.left_out.append(LeftOut(said(line), why))
    top.language = top.language or language_of_kind(said(line))


def _dates(top: Top, words: str, line: str, given: Given) -> bool:
    """Whether words date the text; another date than the one above does not."""
    if not top.dated.embargo:
        top.dated = read_dateline(words, given)
    elif _is_its_day(words, top, given):
        top.left_out.append(LeftOut(said(line), _AGAIN))
    else:
        return False
    top.language = top.language or language_of_kind(words)
    return True


def _is_date_or_kind(line: str) -> bool:
    """Whether a line within the paragraph of a headline is no part of it."""
    return bool(line.strip()) and (furniture_of(line) is not None or bool(why_left_out(line)))


def _names_sender(lines: list[str], n: int, *, certain: bool) -> bool:
    """Whether a line names an office, and a headline follows below.

    Args:
        lines: of the text.
        n: number of the line.
        certain: whether a heading below is marked as the headline.
    """
    words = said(lines[n])
    if certain and may_be_sender(words) and len(words.split()) <= 8:
        return True
    return is_sender(words) and (certain or headline_follows(lines, n))


def headline_follows(lines: list[str], n: int) -> bool:
    """Whether what stands below a line may be a headline with a text below it."""
    few = range(n + 1, min(n + 2 * _MOST, len(lines)))
    below = next((k for k in few if says_more(lines[k])), None)
    if below is None or said(lines[below])[:1].islower():
        return False
    end, words = lines_of_headline(lines, below, _is_date_or_kind)
    candidate = said(" ".join(words.split()))
    has_text = any(map(str.strip, lines[end:]))
    is_sentence = candidate.endswith((".", "…", ";", ",")) or is_prose(candidate)
    is_one = not is_sentence and not is_greeting(candidate)
    return has_text and is_one and not _is_card(lines[n : paragraph_end(lines, below)])


def says_more(line: str) -> bool:
    """Whether a line may be part of a headline or a text."""
    if not re.search(r"[^\W_]", line) or why_left_out(line) or furniture_of(line):
        return False
    return not is_sender(said(line)) and day_alone(said(line)) is None


def _card_of_letterhead(lines: list[str], n: int, top: Top, marked: int | None) -> int:
    """The end of a paragraph above the headline that says how to reach the sender; 0 for others."""
    end = min(paragraph_end(lines, n), len(lines) if marked is None else marked)
    card = lines[n:end]
    if not _is_card([*top.issuers[-1:], *card]):
        return 0
    _, found = take_contacts([*top.issuers[-1:], *card])
    top.contacts = (*top.contacts, *found)
    return end


def _is_card(card: Sequence[str]) -> bool:
    """Whether all of a paragraph says whom to call."""
    if not any(len(line) <= LONGEST and _REACH.search(line) for line in card):
        return False
    left, found = take_contacts(list(card))
    return bool(found) and not any(line.strip() for line in left)


def _below(lines: list[str], top: Top, given: Given) -> None:
    """Take what stands below the headline and says something of its text."""
    n = top.headline.end
    days = _days(lines[n : n + 400], given)
    n = _take_lines(lines, n, top, given, may_date=len(days) < 2)
    end = paragraph_end(lines, n)
    subhead = " ".join(map(said, lines[n:end]))
    if not top.dated.embargo and len(days) == 1 and subhead and not is_prose(subhead):
        day = next((k for k in range(end, len(lines)) if lines[k].strip()), len(lines))
        if day < len(lines) and says_date(said(lines[day])):
            _take_lines(lines, day, top, given, may_date=True)


def _days(lines: Sequence[str], given: Given) -> set[Embargo]:
    """The dates with which paragraphs begin that have a line of their own."""
    above = ["", *lines]
    firsts = (said(line) for n, line in enumerate(lines) if line.strip() and not above[n].strip())
    return {day for words in firsts if says_date(words) and (day := _day(words, given))}


def _day(words: str, given: Given) -> Embargo | None:
    try:
        return read_dateline(words, given).embargo
    except Refusal:
        return None


def _take_lines(lines: list[str], n: int, top: Top, given: Given, *, may_date: bool) -> int:
    """Take lines as long as they are furniture; the number of the first that is not.

    Several dates, each on a line of its own, are those of a programme.
    """
    while n < len(lines):
        words = said(lines[n])
        if re.search(r"[^\W_]", lines[n]) and low(words) not in map(low, top.issuers):
            is_day = says_date(words) and not (may_date and _is_its_day(words, top, given))
            if is_day or not _takes(lines[n], top, given):
                return n
        elif "#" in lines[n] and (why := why_left_out(lines[n])):
            top.left_out.append(LeftOut(lines[n].strip(), why))
        if lines[n].strip():
            top.taken.add(n)
        n += 1
    return n


def _is_its_day(words: str, top: Top, given: Given) -> bool:
    """Whether a line bears the day of the text, or the first that can be read."""
    return top.dated.embargo in (None, _day(words, given))
