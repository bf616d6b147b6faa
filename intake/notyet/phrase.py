"""One phrase of an order, how far it reaches on its line, and what stands beside it."""

import re
from collections.abc import Sequence

from intake.notyet.words.folded import Folded
from intake.notyet.words.topics import is_of_the_world, is_past, speaks_of_itself
from intake.notyet.words.vocabulary import EVENTS, HUNGRY, UNTIL, Token, tells
from intake.notyet.words.waiting import end_of_event
from intake.notyet.words.wordings import Force, Found

_FEW = 12  # words of a line that is an order, even where some of them are not known
_CLOCK = re.compile(
    r"\d ?[:hu] ?\d\d|\d\.\d\d ?(?:uhr|uur|h|hrs|u|[ap]\.?m)\b|\d ?(?:[ap]\.?m|h|uhr|uur|u|hrs)\b"
)
INDEFINITE = re.compile(
    r"\b(?:until|till) further (?:notice|advised|instructions?)|\bbis auf weiteres\b"
    r"|\btot nader (?:order|bericht)\b"
    r"|\bjusqu'a (?:nouvel (?:ordre|avis)|nouvel)\b|\b(?:until|till|upon|on"
    r"|before) (?:the )?delivery\b|\bredebeginn\b"
)
_OR = re.compile(
    r"^(?:or|ou|oder|of|whichever|unless|subject|tenzij|sauf|sofern|falls|provided|wenn)$"
)
_NOUN = re.compile(
    r"embargo(?:frist|datum|date|time)?|sper+(?:frist|vermerk)\w*|(?:press?e?|pers|medien|media"
    r"|news|nieuws)-?embargo"
)

UNDER = ("under", "sous", "onder", "unter")


class Phrase:
    """One phrase, and what stands round it."""

    def __init__(
        self, folded: Folded, whole: str, tokens: Sequence[Token], found: Found, *, in_notes: bool
    ) -> None:
        self.words, self.folded, self.whole = folded.text, folded, whole
        self.tokens, self.found, self.in_notes = tokens, found, in_notes
        self.first = next(n for n, t in enumerate(tokens) if t.end > found.start)
        after = next((n for n, t in enumerate(tokens) if t.start >= found.end), len(tokens))
        self.core = self.words[found.start : found.end]
        self.right, self.right_clean = self._grow_right(after)
        self.left, self.left_clean, self.said = self._grow_left()
        self.span = tokens[self.left : self.right]
        self.has_time = any(t.kind == "T" for t in tokens[self.said : self.right])
        self.has_until = any(t.text in UNTIL or t.text in EVENTS for t in self.span)

    # What stands beside it

    def _grow_right(self, n: int) -> tuple[int, bool]:
        """Up to where it goes on, and whether that is the end of a part of the line."""
        if INDEFINITE.search(self.words[self.found.start : self._end_of(n)]):
            return self._indefinite(n)
        last = n
        while n < len(self.tokens):
            token = self.tokens[n]
            if token.kind == "," or (token.kind == "W" and self._joins(n)):
                n += 1
            elif token.kind == "|":
                if not (goes_on := self._next_part(n, last)):
                    return last, True
                last = n = goes_on
            elif token.kind == "W" and (colon := self._colon(n)):
                last = n = colon
            elif token.kind == "W" or self._is_dateline(n, last):
                return self._past_zone(n, last)
            else:
                last = n = n + 1
        return last, True

    def _joins(self, n: int) -> bool:
        """Whether an “or” stands before any moment: `for use or distribution before`."""
        is_early = not any(token.kind == "T" for token in self.tokens[self.first : n])
        return is_early and _OR.match(self.tokens[n].text) is not None

    def _colon(self, n: int) -> int:
        """Past the words that say for whom a moment counts: `Embargo for agencies: 5 May`."""
        if not self._is_label():
            return 0
        near = range(n, min(n + 6, len(self.tokens) - 1))
        colon = next((k for k in near if self.tokens[k].text == ":"), 0)
        is_time = colon and (
            self.tokens[colon + 1].kind == "T" or self.tokens[colon + 1].text in UNTIL
        )
        said = self.words[self.tokens[n].start : self.tokens[colon].start] if is_time else ""
        return colon + 1 if is_time and not is_of_the_world(said) else 0

    def _indefinite(self, n: int) -> tuple[int, bool]:
        """Up to the end of “until further notice”; a date behind it is the dateline's."""
        last = n
        for k in range(n, len(self.tokens)):
            token = self.tokens[k]
            if token.kind in "TW|" or token.text == ",":
                break
            last = k + 1 if token.kind == "V" else last
        return last, last == len(self.tokens) or self.tokens[last].kind in ",|"

    def _end_of(self, n: int) -> int:
        end = next((t.start for t in self.tokens[n:] if t.text in ",;|("), None)
        return len(self.words) if end is None else end

    def _next_part(self, n: int, last: int) -> int:
        """Where the part of the line behind a sign ends, if it goes on with the order."""
        start = n + 1
        while start < len(self.tokens) and self.tokens[start].kind in ",|":
            start += 1
        end = next(
            (k for k in range(start, len(self.tokens)) if self.tokens[k].kind == "|"),
            len(self.tokens),
        )
        part = [t for t in self.tokens[start:end] if t.kind != ","]
        if not part or self._is_dateline(start, last):
            return 0
        is_label = self._is_label() and self.tokens[n].text in ":-"
        if is_label and (
            self._is_sperrfrist()
            or (
                all(t.text in EVENTS or t.kind == "V" for t in part)
                and any(t.text in EVENTS for t in part)
            )
        ):
            return end
        if all(t.kind in "TV" for t in part):
            return end if any(map(tells, part)) else 0
        if (
            re.search(r"\b(?:time|tijd|zeit|heure)\b", " ".join(t.text for t in part))
            and len(part) <= 5
        ):
            return end
        begins_so = part[0].kind == "T" or part[0].text in UNTIL
        return start + 1 if begins_so and self.tokens[n].text in ":-" else 0

    def _is_label(self) -> bool:
        return self.found.force is Force.CORE and _NOUN.fullmatch(self.core) is not None

    def _is_dateline(self, n: int, last: int) -> bool:
        """Whether a date behind “under embargo” is the dateline's: no “until” leads to it."""
        before = self.tokens[last - 1]
        if self._begins_own_date(n, last):
            return True
        sign = self.tokens[last].kind if last < len(self.tokens) else ""
        if self.tokens[n].kind != "T" or sign not in (",", "|") or before.kind == "T":
            return False
        if before.text in HUNGRY or self.tokens[last].text == ":" or self._is_noun_here():
            return False
        if self.found.force is not Force.CORE:
            return False
        rest = self.words[self.tokens[n].start :]
        return not re.search(
            r"\d ?[:hu] ?\d\d|\d\.\d\d(?!\d|\.)|\d ?(?:[ap]\.?m|h|uhr|uur|u)\b|\b(?:noon|midi"
            r"|midnight)\b",
            rest[:60],
        )

    def _begins_own_date(self, n: int, last: int) -> bool:
        """Whether nothing joins a mere word to the date behind it: `EMBARGO 5 May 2027`."""
        if self._is_sperrfrist() or self.found.force is not Force.CORE:
            return False
        alone = last == self.first + 1 and (not self.first or self.tokens[0].text in UNDER)
        joined = any(t.text in (":", "-", "(", ",") for t in self.tokens[last:n])
        rest = self.tokens[n:]
        return alone and not joined and self.first < 2 and all(t.kind in "T,|" for t in rest)

    def _is_noun_here(self) -> bool:
        before = self.tokens[self.first - 1].text if self.first else ""
        return self._is_label() and before not in UNDER

    def _past_zone(self, n: int, last: int) -> tuple[int, bool]:
        """Past what qualifies a moment and is not understood: `Corvane time`, `or later`."""
        token, before = self.tokens[n], self.tokens[last - 1]
        if _OR.match(token.text):
            return self._part_end(n), False
        if n != last and not all(t.text == "(" for t in self.tokens[last:n]):
            return last, False
        after = self.tokens[n + 1 : n + 3]
        if any(t.text in ("time", "tijd", "zeit") for t in after):
            return n + 2, not self.tokens[n + 2 :]
        if before.text in ("de", "d", "d'", "du") and any(
            t.text == "heure" for t in self.tokens[last - 3 : last]
        ):
            return n + 1, n + 1 == len(self.tokens)
        return last, False

    def _part_end(self, n: int) -> int:
        return next(
            (k for k in range(n, len(self.tokens)) if self.tokens[k].kind == "|"), len(self.tokens)
        )

    def _part_start(self, n: int) -> int:
        return next((k + 1 for k in range(n - 1, -1, -1) if self.tokens[k].kind == "|"), 0)

    def _grow_left(self) -> tuple[int, bool, int]:
        """Where it begins, whether a part of the line does there, and where a moment may."""
        n = first = self.first
        said = first
        while n > 0:
            token = self.tokens[n - 1]
            if token.kind == "T" and (until := self._until(n - 1)) is not None:
                n = first = said = until
            elif token.kind == "V":
                n = first = n - 1
            elif token.kind == ",":
                n -= 1
            else:
                is_dated = token.kind == "T" and self.found.force is Force.CORE
                is_dated &= not is_past(self.words[: token.end])
                return first, token.kind == "|" or is_dated, said
        return first, True, said

    def _until(self, n: int) -> int | None:
        """Where an “until” stands whose moment comes before the order: `Bis 5. Mai gesperrt`."""
        while n >= 0 and self.tokens[n].kind in "T,V":
            if self.tokens[n].text in UNTIL:
                return n
            n -= 1
        return None

    # Small questions

    def _said_span(self) -> str:
        return self.words[self.span[0].start : self.span[-1].end]

    def _part(self) -> str:
        start, end = self._part_start(self.left), self._part_end(self.right)
        return self.words[self.tokens[start].start : self.tokens[end - 1].end]

    def _outside(self) -> str:
        """The part of the line without the order itself."""
        start, end = self._part_start(self.left), self._part_end(self.right)
        left = self.words[self.tokens[start].start : self.span[0].start]
        return f"{left} {self.words[self.span[-1].end : self.tokens[end - 1].end]}"

    def _strangers(self) -> list[Token]:
        start, end = self._part_start(self.left), self._part_end(self.right)
        return [t for t in self.tokens[start:end] if t.kind == "W"]

    def _few(self) -> bool:
        return len(self._strangers()) <= _FEW

    def _speaks_of_itself(self) -> bool:
        return speaks_of_itself(self._part())

    def _begins_part(self) -> bool:
        """Whether nothing but words of an order stands before it in its part of the line."""
        above = self.tokens[self._part_start(self.first) : self.first]
        return self.left_clean and not any(token.kind in "TW" for token in above)

    def _event_end(self) -> int:
        """Behind which token the event ends until which a short line holds the text; 0 if none."""
        above = self.tokens[self._part_start(self.first) : self.first]
        if any(token.kind in "TW" for token in above) or not self._few():
            return 0
        after = next(
            (n for n, t in enumerate(self.tokens) if t.start >= self.found.end), len(self.tokens)
        )
        return end_of_event(self.tokens, self.first, after)

    def _names_clock(self) -> bool:
        """Whether a time of day stands in its part of the line, with the word before it."""
        end = self._part_end(self.right)
        behind = self.words[self.found.end : self.tokens[end - 1].end]
        return _CLOCK.search(behind) is not None

    def _is_sperrfrist(self) -> bool:
        return self.core.startswith("sper")

    def _is_bare_noun_word(self) -> bool:
        return self._is_label() and not self._is_adverbial()

    def _is_bare_noun(self) -> bool:
        return (
            self._is_bare_noun_word()
            and not self.has_time
            and not any(t.text in UNTIL for t in self.span)
            and not self._is_sperrfrist()
        )

    def _is_adverbial(self) -> bool:
        """`embargoed`, `under embargo`."""
        before = {t.text for t in self.tokens[max(0, self.first - 2) : self.first]}
        return self.core in ("embargoed", "embargoes") or bool(before & set(UNDER))

    def _is_loud(self) -> bool:
        start, end = self.folded.origin(self.found.start, self.found.end)
        return self.whole[start:end].isupper()

    def _is_loud_behind(self) -> bool:
        start = self.folded.origin(self.span[-1].end - 1, self.span[-1].end)[1]
        return self.whole[start : self.folded.end].isupper()

    def _goes_on_small(self, rest: str) -> bool:
        """Whether a sentence goes on, rather than a headline beginning."""
        found = re.search(r"[^\W\d_]", rest)
        if not found or re.match(r" ?[|;:(-]", rest):
            return False
        at = self.folded.origin(self.span[-1].end + found.start(), self.span[-1].end + found.end())[
            0
        ]
        return self.whole[at].islower()

    def _names_day(self) -> bool:
        return re.search(r"\d{4}|\d[./]\d", self._said_span()) is not None

    def _ends_a_sentence(self) -> bool:
        end = self._part_end(self.right)
        return end < len(self.tokens) and self.tokens[end].text in ".?!"
