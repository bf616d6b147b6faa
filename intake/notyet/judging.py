"""Deciding of one line or sentence whether it holds its text back, and with which of its words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from intake.notyet.folded import Folded
from intake.notyet.topics import (
    asks,
    is_for_editors,
    is_of_the_world,
    is_of_things,
    is_past,
    speaks_of_another,
    speaks_of_itself,
)
from intake.notyet.vocabulary import EVENTS, HUNGRY, UNTIL, Token, tells, tokens_of
from intake.notyet.wordings import Force, Found, phrases_in

_FEW = 12  # words of a line that is an order, even where some of them are not known
_INDEFINITE = re.compile(
    r"\b(?:until|till) further (?:notice|advised|instructions?)|\bbis auf weiteres\b"
    r"|\btot nader (?:order|bericht)\b"
    r"|\bjusqu'a (?:nouvel (?:ordre|avis)|nouvel)\b|\b(?:until|till|upon|on"
    r"|before) (?:the )?delivery\b|\bredebeginn\b"
)
_OVER = re.compile(
    r"\b(?:lifted|lifts|ends?|ended|expired|over|levee|leve|fin|opgeheven|einde|aufgehoben|ende"
    r"|broken|breached)\b"
)
_OR = re.compile(
    r"^(?:or|ou|oder|of|whichever|unless|subject|tenzij|sauf|sofern|falls|provided|wenn)$"
)
_NOUN = re.compile(
    r"embargo(?:frist|datum|date|time)?|sper+(?:frist|vermerk)\w*|(?:press?e?|pers|medien|media"
    r"|news|nieuws)-?embargo"
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """That some words hold their text back.

    Args:
        start: where the order begins.
        end: where it ends.
        said: where the words begin that may name its moment.
        is_sure: whether it is an order and nothing else, so that it can be taken out.
        is_bare: whether it does not even try to name a moment.
        strange: what stands where a zone belongs and is not known.
    """

    start: int
    end: int
    said: int
    is_sure: bool = True
    is_bare: bool = False
    strange: str = ""


def judge(folded: Folded, whole: str, *, in_notes: bool = False) -> list[Verdict]:
    """What in a line or some sentences holds the text back, in order.

    Args:
        folded: the words.
        whole: the text they are from, as written.
        in_notes: whether notes to editors have begun above.
    """
    tokens = _with_strange_zones(tokens_of(folded.text), folded, whole)
    if not tokens:
        return []
    judged = [
        verdict
        for found in phrases_in(folded.text)
        if (verdict := _Case(folded, whole, tokens, found, in_notes=in_notes).verdict())
    ]
    kept = list[Verdict]()
    for verdict in sorted(
        judged, key=lambda one: (not one.is_sure, one.is_bare, one.start - one.end)
    ):
        if all(verdict.end <= one.start or one.end <= verdict.start for one in kept):
            kept.append(verdict)
    return sorted(kept, key=lambda one: one.start)


def _with_strange_zones(tokens: list[Token], folded: Folded, whole: str) -> list[Token]:
    """With capitals behind a time taken for a zone, if one that is not known: `10:00 BRT`."""

    def is_loud(token: Token) -> bool:
        start, end = folded.origin(token.start, token.end)
        return whole[start:end].isupper()

    for n, token in enumerate(tokens):
        before = [t for t in tokens[max(0, n - 2) : n] if t.text != "("]
        after = tokens[n + 1] if n + 1 < len(tokens) else None
        may_be = token.kind == "W" and 2 <= len(token.text) <= 5 and token.text.isalpha()
        if not (may_be and before and before[-1].kind == "T" and is_loud(token)):
            continue
        if after is None or not (after.kind == "W" and is_loud(after)):
            tokens[n] = replace(token, kind="T", strange=True)
    return tokens


class _Case:
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
        if _INDEFINITE.search(self.words[self.found.start : self._end_of(n)]):
            return self._indefinite(n)
        last = n
        while n < len(self.tokens):
            token = self.tokens[n]
            if token.kind == ",":
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
            if token.kind in "TW" or token.text in ",;(":
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
        """Whether a date behind “under embargo” is the dateline's, for lack of a word like"
        " until.
        """
        before = self.tokens[last - 1]
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

    def _is_noun_here(self) -> bool:
        before = self.tokens[self.first - 1].text if self.first else ""
        return self._is_label() and before not in ("under", "sous", "onder", "unter")

    def _past_zone(self, n: int, last: int) -> tuple[int, bool]:
        """Past what qualifies the moment and is not understood: `10:00 Corvane time`, `or"
        " later`.
        """
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
        """From where it begins, whether a part of the line begins there, and where a moment"
        " may.
        """
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

    # What it comes to

    def verdict(self) -> Verdict | None:
        """Whether it holds the text back."""
        if self.found.force is Force.CORE and speaks_of_another(
            self.words, self.found.start, self.found.end
        ):
            return None
        decide = {
            Force.CORE: self._of_core,
            Force.PHRASE: self._of_phrase,
            Force.WEAK: self._of_weak,
            Force.BAN: self._of_ban,
        }
        return decide[self.found.force]()

    def _of_core(self) -> Verdict | None:
        if _OVER.search(self._said_span()) and not (self.has_time or self.has_until):
            return None
        if self.left_clean and self.right_clean:
            return self._as_label() if self._is_bare_noun() else self._sure()
        if self._speaks_of_itself():
            return self._sentence()
        if self._is_sperrfrist() and not is_of_the_world(self._outside()):
            return self._sentence() if self._few() else self._doubt()
        if self.left_clean:
            return self._with_more_behind()
        return self._with_more_before()

    def _as_label(self) -> Verdict | None:
        """A bare “Embargo”: a line of its own, a bracket, or what may be the head of a"
        " headline.
        """
        others = self.words[: self.span[0].start] + " " + self.words[self.span[-1].end :]
        if not re.search(r"[^\W\d_]{2,}", others):
            return self._sure()
        if is_of_the_world(others) and not self._is_loud():
            return None
        sign = self.tokens[self.right].text if self.right < len(self.tokens) else ""
        if sign not in (":", "-"):
            return self._sure()
        if asks(self.words[self.span[-1].end :]) and not self._is_loud():
            return None
        if self._is_loud() and not self._is_loud_behind():
            return self._sure()
        return None if is_of_the_world(others) else self._doubt()

    def _with_more_behind(self) -> Verdict | None:
        rest = self.words[self.span[-1].end :]
        adverbial = not self._is_bare_noun_word() or self._is_loud()
        if is_of_the_world(self._outside()) and not adverbial:
            return None
        if is_past(self._outside()):
            return None
        if self.has_time:
            return self._sentence() if self._goes_on_small(rest) and self._few() else self._sure()
        if self.has_until:
            return self._sentence() if self._few() else self._doubt()
        if self._is_bare_noun_word() and not self._is_loud():
            return None
        return None if is_of_the_world(self._outside()) else self._doubt()

    def _with_more_before(self) -> Verdict | None:
        if is_of_the_world(self._outside()):
            return None
        after_comma = self.left > 0 and self.tokens[self.left - 1].text == ","
        if after_comma and self.right_clean and (self.has_time or self._is_adverbial()):
            return self._sure()
        if self.has_time and self.has_until:
            return self._doubt()
        is_short = self.right_clean and len(self._strangers()) <= 8 and not self._ends_a_sentence()
        return self._doubt() if is_short and (self._is_adverbial() or self._is_loud()) else None

    def _of_phrase(self) -> Verdict | None:
        if self.left_clean and self.right_clean:
            return self._sure()
        if self._speaks_of_itself():
            return self._sentence()
        if is_of_things(self._part()):
            return None
        if self.left_clean and self.has_time:
            rest = self.words[self.span[-1].end :]
            return self._sentence() if self._goes_on_small(rest) else self._sure()
        if self.left_clean and self.found.deontic and self._few():
            return self._sentence()
        if self.found.deontic and self.found.narrow and self.has_time:
            return self._doubt()
        return None

    def _of_weak(self) -> Verdict | None:
        pure = self.left_clean and self.right_clean
        holds = re.match(
            r"hold|withhold|to be held|gesperrt|vorab|confidential|vertrau|strictement conf"
            r"|confidenti",
            self.core,
        )
        until = self.span[-1].text in HUNGRY or _INDEFINITE.search(self._said_span())
        if pure and (self.has_time or holds or (until and self.right == len(self.tokens))):
            return self._sure()
        if self.has_time and self._speaks_of_itself() and not is_past(self._part()):
            return self._sentence()
        if (
            self.left_clean
            and self.has_time
            and self._names_day()
            and not is_of_things(self._part())
        ):
            return (
                self._sure() if not self._goes_on_small(self.words[self.span[-1].end :]) else None
            )
        return None

    def _of_ban(self) -> Verdict | None:
        line_has_more = any(t.kind in "WT" for t in self.tokens)
        labels = self.words.rstrip(" .)").endswith(":")
        if self.in_notes or labels or is_for_editors(self.words):
            return None
        if not line_has_more or (self._speaks_of_itself() and self.right_clean):
            return self._sentence()
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
        return self.core in ("embargoed", "embargoes") or bool(
            before & {"under", "sous", "onder", "unter"}
        )

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
        return self.words.rstrip().endswith((".", "?", "!"))

    def _sure(self) -> Verdict:
        return self._verdict(self.left, self.right)

    def _sentence(self) -> Verdict:
        end = self._part_end(self.right)
        end += end < len(self.tokens) and self.tokens[end].text in ".!?"
        return self._verdict(self._part_start(self.left), end)

    def _doubt(self) -> Verdict:
        return self._verdict(self.left, self.right, is_sure=False)

    def _verdict(self, first: int, last: int, *, is_sure: bool = True) -> Verdict:
        said = self._said_from(last)
        tries = (
            self.has_time
            or self.has_until
            or bool([t for t in self.tokens[self.said : last] if t.kind == "W" or t.text in HUNGRY])
        )
        strange = next((t.text for t in self.tokens[self.said : last] if t.strange), "")
        if is_sure and last < len(self.tokens) and self.tokens[last].text in (".", "!"):
            last += 1
        is_bare = not tries or self.found.force is Force.BAN
        return Verdict(
            self.tokens[first].start, self.tokens[last - 1].end, said, is_sure, is_bare, strange
        )

    def _said_from(self, last: int) -> int:
        """Where the words begin that name the moment: at the “until” nearest before it."""
        said = min(self.said, self.first)
        time = next((n for n in range(said, last) if self.tokens[n].kind == "T"), said)
        near = [n for n in range(said, time) if self.tokens[n].text in UNTIL]
        return self.tokens[near[-1] if near else said].start
