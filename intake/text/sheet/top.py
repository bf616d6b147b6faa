"""The top of a text: who sends it, under what number, when, and the headline below all that."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from intake.characters.flat import low
from intake.contacts.blocks import take_contacts
from intake.given import Given
from intake.moments.datelines import Dated, read_dateline
from intake.text.sheet.furniture import language_of_kind, why_left_out
from intake.text.sheet.headline import Headline, headline_at, is_prose
from intake.text.sheet.parts import furniture_of, says_date
from intake.text.sheet.seen import LONGEST, level, paragraph_end, said
from intake.text.sheet.sender import is_sender, may_be_sender
from press.contact import Contact
from press.embargo import Embargo
from press.errors import Refusal, UnreadableFile
from press.releases.received import LeftOut

_MOST = 40  # lines with words in which the headline must begin
_REACH = re.compile(r"@|www\.|\d[\d ()/.-]{5,}\d")
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
    top, marked = Top(), _marked_headline(lines)
    first = _first_of_text(lines, top, given, marked)
    if first is None:
        raise UnreadableFile("it has no headline")
    top.headline = headline_at(lines, first, given, _is_date_or_kind)
    _below(lines, top, given)
    return top


def _first_of_text(lines: list[str], top: Top, given: Given, marked: int | None) -> int | None:
    """The number of the line with which the headline begins; what stands above goes into `top`."""
    n, looked = 0, 0
    while n < len(lines) and looked < _MOST:
        line = lines[n]
        looked += bool(line.strip())
        if n == marked:
            return n
        if not re.search(r"[^\W_]", line) or _takes(line, top, given):
            n += 1
        elif _names_sender(lines, n, certain=marked is not None):
            top.name(said(line))
            n += 1
        elif end := _card_of_letterhead(lines, n, top):
            n = end
        elif marked is None:
            return n
        else:
            top.kept.append(line)
            n += 1
    return n if n < len(lines) else None


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
    if certain:
        return may_be_sender(words) and len(words.split()) <= 8
    if not is_sender(words):
        return False
    few = range(n + 1, min(n + 2 * _MOST, len(lines)))
    below = next((k for k in few if _says_more(lines[k])), None)
    if below is None or said(lines[below])[:1].islower():
        return False
    end = paragraph_end(lines, below)
    candidate = " ".join(map(said, lines[below:end]))
    has_text = any(map(str.strip, lines[end:]))
    is_sentence = candidate.endswith((".", "…", ";", ",")) or is_prose(candidate)
    return has_text and not is_sentence and not _is_card(lines[n:end])


def _says_more(line: str) -> bool:
    """Whether a line may be part of a headline or a text."""
    if not re.search(r"[^\W_]", line) or why_left_out(line) or furniture_of(line):
        return False
    return not is_sender(said(line))


def _card_of_letterhead(lines: list[str], n: int, top: Top) -> int:
    """The end of a paragraph above the headline that says how to reach the sender; 0 for others."""
    end = paragraph_end(lines, n)
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
