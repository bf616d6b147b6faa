"""Going through a text: what holds it back, and the text without the lines that only do that."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from intake.characters.flat import low
from intake.given import Given
from intake.moments.datelines import means_date
from intake.moments.days import days_in
from intake.moments.reading import is_relative
from intake.notyet.cutting import cut
from intake.notyet.hints import hints_in
from intake.notyet.judging import Verdict, judge
from intake.notyet.saying import SHOWN, said_by
from intake.notyet.tables import columns_of, without
from intake.notyet.withholding import is_mark
from intake.notyet.words.asking import Request, requests_in
from intake.notyet.words.folded import Folded, fold
from intake.notyet.words.respelling import respelled
from intake.notyet.words.topics import is_for_editors
from intake.notyet.words.vocabulary import HUNGRY, Token, tokens_of
from intake.notyet.words.wordings import bans
from press.embargo import Precision
from press.releases.release import NotYet

_LONGEST = 4000  # characters of a line or a paragraph that is read as a whole
_PART = 800  # characters that are read round a hint in a longer one
_MOST = 40_000  # characters that are read with care, and what each piece costs beside its own
_PIECE = 150
_NEAREST_LINES = 40  # of a paragraph on each side of a hint
_MOST_LINES = 3
_MOST_REQUESTS = 40
_WAITS = "it asks to wait for its sender's word"


@dataclass(slots=True)
class Screened:
    """A text, and what in it says that it must not come out yet.

    Args:
        lines: the text's lines without what only says that; None where nothing of one is left and
            no blank line may take its place.
        found: each with the number of its line.
        bare: those that do not even try to name a moment, such as a heading “EMBARGO”.
        marked: lines as written that say for whom words are and not when, by number.
    """

    lines: list[str | None]
    found: list[tuple[int, NotYet]] = field(default_factory=list)
    bare: list[tuple[int, NotYet]] = field(default_factory=list)
    marked: dict[int, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The text that is left; a mark of what is not for the public stays with its words."""
        lines = (self.marked.get(n, line) for n, line in enumerate(self.lines))
        return "\n".join(line for line in lines if line is not None)

    @property
    def not_yet(self) -> tuple[NotYet, ...]:
        """What was found, in the text's order."""
        return all_of(self)


def all_of(*parts: Screened, named: Sequence[NotYet] = ()) -> tuple[NotYet, ...]:
    """What was found in the parts of a text; a bare word says no more than a moment beside it.

    Args:
        parts: in order.
        named: what is said elsewhere, before them.
    """
    found = [*named, *(one for part in parts for _, one in part.found)]
    if any(one.embargo for one in found):
        return tuple(found)
    pairs = [sorted([*part.found, *part.bare], key=lambda pair: pair[0]) for part in parts]
    return (*named, *(one for part in pairs for _, one in part))


def each_moment_once(found: Iterable[NotYet]) -> Iterator[NotYet]:
    """Each thing that was found once, and of those that name the same moment the first."""
    seen = set[object]()
    for one in found:
        what = one.embargo.instant if one.embargo else one
        if what not in seen:
            seen.add(what)
            yield one


def screen(text: str, given: Given) -> Screened:
    """Find what in a text says “not yet”, and take it out where that is all that is said.

    Args:
        text: the whole text, or one line of it.
        given: the zone of a moment that names none, and the language of the text.
    """
    screened = Screened(list[str | None](text.split("\n")))
    hints, requests = hints_in(text), list(requests_in(text))
    if not hints and not requests:
        return screened
    return _Screening(text, given, screened).run(hints, requests)


def _names_day(folded: Folded) -> bool:
    return bool(days_in(folded.text, day_first=True)[0])


def _is_clock(token: Token) -> bool:
    return re.match(r"\d\d?[:.h]\d\d(?!\.)", token.text) is not None


def _has_time(words: str) -> bool:
    return any(token.kind == "T" for token in tokens_of(fold(words).text))


def _says_more(folded: Folded, verdict: Verdict) -> bool:
    """Whether there are words beside a mark of what is not for the public, which then stays."""
    rest = f"{folded.text[: verdict.start]} | {folded.text[verdict.end :]}"
    return any(token.kind == "W" for token in tokens_of(rest))


class _Screening:
    """One way through a text."""

    def __init__(self, text: str, given: Given, screened: Screened) -> None:
        self.text, self.given, self.screened = text, given, screened
        self.lines = text.split("\n")
        self.starts = [0]
        for line in self.lines[:-1]:
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.taken = set[int]()  # lines of which something has been found
        self.sentences = set[int]()  # lines that have been read as sentences
        self.cuts = defaultdict[int, list[tuple[int, int]]](list)  # by line, what to take out
        self.read = 0  # characters that have been read with care
        self.notes_from: int | None = None  # the line on which notes to editors begin
        self.notes_to = 0  # how far they have been looked for
        self.read_to = 0  # how far a line without end has been read

    def run(self, hints: Sequence[int], requests: Sequence[Request]) -> Screened:
        """Read the lines in which the hints stand, then the sentences round those left over.

        Requests to wait for the sender's word are sentences by themselves.
        """
        left = [hint for hint in hints if self.has_time and not self._look(hint)]
        for hint in left:
            n = self._line_of(hint)
            if self.has_time and n not in self.taken and n not in self.sentences:
                self._look_at_paragraph(n)
        for request in requests[:_MOST_REQUESTS]:
            self._take_request(request)
        for n, cuts in sorted(self.cuts.items()):
            cut(self.lines, self.screened.lines, n, self.starts[n], cuts)
        if not self.has_time:
            why = "it may say in more places than can be read that it must not come out yet"
            self.screened.found.append((0, NotYet("", None, why)))
        return self.screened

    def _take_request(self, request: Request) -> None:
        """Hold the text for what asks to wait; take it out where it is a sentence by itself."""
        first, last = self._line_of(request.start), self._line_of(request.end - 1)
        words = " ".join(self.text[request.start : request.end].split())
        if not any(n == first and one.embargo is None for n, one in self.screened.found):
            self.screened.found.append((first, NotYet(words, None, _WAITS)))
        above = self.text[self.starts[first] : request.start].rstrip(" *_#>(\t")
        if not re.search(r"\w", above) or above[-1] in ".!?":
            for n in range(first, last + 1):
                self.cuts[n].append((request.start, request.end))

    @property
    def has_time(self) -> bool:
        """Whether more may be read; a text that says it in hundreds of places is not one."""
        return self.read < _MOST

    def _line_of(self, position: int) -> int:
        return bisect_right(self.starts, position) - 1

    def _judged(self, n: int, folded: Folded) -> list[Verdict]:
        self.read += len(folded.text) + _PIECE
        return judge(folded, self.text, in_notes=self._are_notes_above(n, folded))

    def _are_notes_above(self, n: int, folded: Folded) -> bool:
        """Whether notes to editors have begun above a line that bans publication."""
        if not bans(folded.text):
            return False
        while self.notes_from is None and self.notes_to < n:
            line = self.lines[self.notes_to]
            if len(line) < SHOWN and is_for_editors(low(line)):
                self.notes_from = self.notes_to
            self.notes_to += 1
        return self.notes_from is not None and self.notes_from < n

    def _look(self, hint: int) -> bool:
        """Read one line; whether there is nothing more to be read about it."""
        n = self._line_of(hint)
        if n in self.taken or hint < self.read_to or not self.lines[n].strip():
            return True
        if len(self.lines[n]) > _LONGEST:
            return self._look_at_part(n, hint)
        if self._look_at_columns(n) or self._goes_on_from_above(n):
            return True
        last, folded = self._with_continuation(n)
        folded, verdicts = self._judged_twice(n, folded)
        if verdicts:
            self._take(n, last, folded, verdicts)
        return bool(verdicts)

    def _judged_twice(self, n: int, folded: Folded) -> tuple[Folded, list[Verdict]]:
        """What a line comes to as written; if that is little, in words that are known."""
        verdicts = self._judged(n, folded)
        again = respelled(folded) if all(one.is_bare for one in verdicts) else None
        if again and not self._are_notes_above(n, folded):
            said_again = self._judged(n, again)
            folded, verdicts = (again, said_again) if said_again else (folded, verdicts)
        return folded, verdicts

    def _look_at_columns(self, n: int) -> bool:
        """Read a cell of a table's head with the one below it: `| Embargo |` over a date."""
        for column in columns_of(self.lines, n):
            folded, alone = fold(column.said), judge(fold(column.head), column.head)
            verdicts = [one for one in judge(folded, column.said) if one.is_sure]
            if not alone or not verdicts or not _has_time(column.cell):
                continue
            self.taken |= {n, n + 2}
            self.screened.found.append(
                (n, said_by(column.said, column.said, folded, verdicts[0], self.given))
            )
            rows = [without(self.lines[k], column.number) for k in (n, n + 2)]
            if re.search(r"\w", "".join(rows)):
                self.screened.lines[n], self.screened.lines[n + 2] = rows
            else:
                self.screened.lines[n : n + 3] = [""] * 3
            return True
        return False

    def _look_at_part(self, n: int, hint: int) -> bool:
        """Read what stands round a hint in a line without end."""
        end = self.starts[n] + len(self.lines[n])
        self.read_to = min(end, hint + _PART)
        folded = fold(self.text, max(self.starts[n], hint - _PART // 2), self.read_to)
        self._take(n, n, folded, self._judged(n, folded), is_whole=False)
        return True

    def _goes_on_from_above(self, n: int) -> bool:
        """Whether a line is the middle of a sentence that begins above and speaks of this text."""
        word = re.search(r"[^\W\d_]", self.lines[n])
        if not n or not word or not word[0].islower() or not self.lines[n - 1].strip():
            return False
        first, last = self._paragraph(n)
        folded = self._folded(first, last)
        verdicts = self._judged(n, folded)
        if not any(
            v.is_sure and folded.origin(v.start, v.end)[0] < self.starts[n] for v in verdicts
        ):
            return False
        self._take(first, last, folded, verdicts)
        return True

    def _with_continuation(self, n: int) -> tuple[int, Folded]:
        """A line with the lines below it that go on with its order."""
        last, folded = n, self._folded(n, n)
        if len(self.lines[n]) > SHOWN:
            return last, folded
        while last - n < _MOST_LINES and (below := self._goes_on(last, folded)) is not None:
            last, folded = below, self._folded(n, below)
        return last, folded

    def _folded(self, first: int, last: int) -> Folded:
        return fold(self.text, self.starts[first], self.starts[last] + len(self.lines[last]))

    def _goes_on(self, last: int, folded: Folded) -> int | None:
        """The line below that goes on with an order, such as the date under “embargo until”."""
        below = next(
            (k for k in range(last + 1, min(last + 3, len(self.lines))) if self.lines[k].strip()),
            None,
        )
        if below is None or len(self.lines[below]) > SHOWN:
            return None
        beneath = self._folded(below, below)
        goes_on = self._goes_on_with(folded, beneath, touching=below == last + 1)
        return below if goes_on else None

    def _goes_on_with(self, folded: Folded, beneath: Folded, *, touching: bool) -> bool:
        words = [t for t in tokens_of(folded.text) if t.kind not in ",|" or t.text == ":"]
        more = [t for t in tokens_of(beneath.text) if t.kind not in ",|"]
        if not words or not more or any(t.kind == "W" for t in more) or not self._may_begin(folded):
            return False
        if _names_day(folded) and _names_day(beneath):
            return False  # a dateline
        if words[-1].text == ":" or (words[-1].text in HUNGRY and words[-1].kind != "T"):
            return any(t.kind == "T" for t in more)
        if not touching or any(one.is_sure for one in judge(beneath, self.text)):
            return False
        return more[0].text in HUNGRY or self._is_completed(words, more, folded, beneath)

    def _is_completed(
        self, words: Sequence[Token], more: Sequence[Token], folded: Folded, beneath: Folded
    ) -> bool:
        """Whether the line below gives the moment, or the part of it that an order lacks."""
        if not any(t.kind == "T" for t in more) or is_relative(folded.text):
            return False
        if not any(t.kind == "T" for t in words):
            return False  # a bare “EMBARGO” over a date, which may be the text's own
        is_dateline = _names_day(beneath) and any(map(_is_clock, more))
        return not is_dateline and self._lacks(folded)

    def _may_begin(self, folded: Folded) -> bool:
        """Whether a line is an order that may go on, and not a sentence about something else."""
        tokens = [t for t in tokens_of(folded.text) if t.kind not in ",|"]
        return sum(t.kind == "W" for t in tokens) <= 2 or bool(judge(folded, self.text))

    def _lacks(self, folded: Folded) -> bool:
        """Whether what a line says of a moment is not all of it: no year, or no time of day."""
        found = [self._not_yet(folded, one, 0).embargo for one in judge(folded, self.text)]
        return not any(one and one.precision is Precision.MINUTE for one in found)

    def _look_at_paragraph(self, n: int) -> None:
        """Read the sentences of a paragraph that is broken into lines."""
        first, last = self._paragraph(n)
        self.sentences |= set(range(first, last + 1))
        if first != last:
            folded = self._folded(first, last)
            self._take(first, last, folded, self._judged(first, folded))

    def _paragraph(self, n: int) -> tuple[int, int]:
        first = last = n
        while first > max(0, n - _NEAREST_LINES) and self._joins(first - 1):
            first -= 1
        while last < min(len(self.lines) - 1, n + _NEAREST_LINES) and self._joins(last + 1):
            last += 1
        if self.starts[last] - self.starts[first] > _LONGEST:
            first, last = max(first, n - 2), min(last, n + 3)
        if self.starts[last] + len(self.lines[last]) - self.starts[first] > 2 * _LONGEST:
            return n, n
        return first, last

    def _joins(self, n: int) -> bool:
        """Whether a line belongs to the sentences beside it."""
        line = self.lines[n]
        return bool(line.strip()) and n not in self.taken and not self._is_dateline(n)

    def _is_dateline(self, n: int) -> bool:
        """Whether a line is a date of its own, and not the moment that the line above leads to."""
        above = tokens_of(low(self.lines[n - 1][-SHOWN:])) if n else []
        is_led_to = above and above[-1].text in HUNGRY
        return not is_led_to and means_date(self.lines[n])

    def _take(
        self,
        first: int,
        last: int,
        folded: Folded,
        verdicts: Sequence[Verdict],
        *,
        is_whole: bool = True,
    ) -> None:
        if verdicts and is_whole:
            self.taken |= set(range(first, last + 1))
        for verdict in verdicts:
            start, _ = folded.origin(verdict.start, verdict.end)
            n = next(k for k in range(last, first - 1, -1) if self.starts[k] <= start)
            one = self._not_yet(folded, verdict, first)
            (self.screened.bare if verdict.is_bare else self.screened.found).append((n, one))
            if verdict.is_bare and (verdict.marks or is_mark(self.lines[n][:SHOWN])):
                self.screened.marked[n] = self.lines[n]
        cuts = [
            folded.origin(one.start, one.end)
            for one in verdicts
            if one.is_sure and not (one.marks and _says_more(folded, one))
        ]
        for n in range(first, last + 1):
            self.cuts[n] += cuts

    def _not_yet(self, folded: Folded, verdict: Verdict, first: int) -> NotYet:
        line = " ".join(self.text[self.starts[first] : folded.end].split())
        return said_by(self.text, line, folded, verdict, self.given)
