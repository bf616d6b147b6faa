"""Deciding of one line or sentence whether it holds its text back, and with which of its words."""

import re
from dataclasses import dataclass, replace
from itertools import islice

from intake.moments.months import month_named, weekdays_named
from intake.notyet.phrase import INDEFINITE, UNDER, Phrase
from intake.notyet.words.folded import Folded
from intake.notyet.words.topics import (
    asks,
    denies,
    is_for_editors,
    is_of_the_world,
    is_of_things,
    is_of_trade,
    is_past,
    is_told,
    speaks_of_another,
    tells_of_a_rule,
)
from intake.notyet.words.vocabulary import HUNGRY, UNTIL, Token, tokens_of
from intake.notyet.words.wordings import Force, is_act, phrases_in

_SHORT = 6  # strange words of a line of its own that names an event
_MOST = 8  # phrases of a line that are looked at
_NONE = re.compile(
    r"\b(?:no|not under|not|without|sans|aucun|geen|zonder|kein|keine|ohne)(?: \w+)? ?$"
)
_CONFIDENTIAL = re.compile(r"\b(?:confiden|vertrau|vertrou|geheim|secret|privat|internal)")
_OVER = re.compile(
    r"\b(?:lifted|lifts|ends?|ended|expired|over|levee|leve|fin|opgeheven|einde|aufgehoben|ende"
    r"|broken|breached)\b"
)
_NO_DAY = re.compile(r"\W*\d*\W*")  # nothing, or a year alone
_YEAR = re.compile(r"\d{4}")


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
        is_event: whether it waits for something to happen, and not for a moment.
        marks: whether it says of words beside it that they are not for the public.
    """

    start: int
    end: int
    said: int
    is_sure: bool = True
    is_bare: bool = False
    strange: str = ""
    is_event: bool = False
    marks: bool = False


def judge(folded: Folded, whole: str, *, in_notes: bool = False) -> list[Verdict]:
    """What in a line or some sentences holds the text back, in order.

    Args:
        folded: the words.
        whole: the text they are from, as written.
        in_notes: whether notes to editors have begun above.
    """
    phrases = list(islice(phrases_in(folded.text), _MOST))
    tokens = _with_strange_zones(tokens_of(folded.text), folded, whole) if phrases else []
    judged = [
        verdict
        for found in phrases
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


class _Case(Phrase):
    """A phrase, and what it comes to."""

    def verdict(self) -> Verdict | None:
        """Whether it holds the text back."""
        if not self._names_clock() and tells_of_a_rule(
            self.words, self.found.start, self.found.end
        ):
            return None
        if self.found.force is Force.CORE:
            if self._is_another_embargo():
                return None
            if end := self._event_end():
                return replace(self._verdict(self.left, end), is_event=True)
        decide = {
            Force.CORE: self._of_core,
            Force.PHRASE: self._of_phrase,
            Force.WEAK: self._of_weak,
            Force.BAN: self._of_ban,
        }
        return decide[self.found.force]()

    def _is_another_embargo(self) -> bool:
        """Whether the word means one between states, or says that there is none."""
        if _NONE.search(self.words[: self.found.start]) and not self.has_time:
            return True
        if denies(self.words[self.found.end :]):
            return True
        return speaks_of_another(
            self.words, self.found.start, self.found.end, timed=self._names_clock()
        )

    def _of_core(self) -> Verdict | None:
        if _OVER.search(self._said_span()) and not (self.has_time or self.has_until):
            has_figures = re.search(r"\d", self._part())
            return self._sentence() if has_figures and self._speaks_of_itself() else None
        return self._at_clock() or self._without_clock()

    def _without_clock(self) -> Verdict | None:
        if self._is_alone_with_day():
            # A whole day dates the text: the line is held for, and stays for whoever reads dates.
            return self._doubt() if self._names_whole_day() else self._sentence()
        if self.left_clean and self.right_clean:
            return self._as_label() if self._is_bare_noun() else self._sure()
        if self._speaks_of_itself():
            return self._sentence()
        if self._is_sperrfrist() and not is_of_the_world(self._outside()):
            return self._sentence() if self._few() else self._doubt()
        if self.left_clean:
            return self._with_more_behind()
        return self._with_more_before()

    def _is_alone_with_day(self) -> bool:
        """Whether all else on the line is a day that nothing joins to it: `Embargo 25 August`.

        That may be the day of the text, so it names no moment for certain.
        """
        others = [t for n, t in enumerate(self.tokens) if n != self.first and t.kind not in ",|"]
        is_alone = all(t.kind == "T" or t.text in UNDER for t in others)
        behind = self.words[self.found.end :]
        is_word = self._is_label() or self._is_adverbial()
        return is_word and self.left_clean and is_alone and not _NO_DAY.fullmatch(behind)

    def _names_whole_day(self) -> bool:
        """Whether it names a day with its year, and nothing of the clock: no noon, no evening."""
        said = [t.text for t in self.tokens if t.kind == "T"]
        names = [text for text in said if text.isalpha()]
        are_of_days = all(month_named(name) or weekdays_named(name) for name in names)
        return are_of_days and any(_YEAR.search(text) for text in said)

    def _is_past(self) -> bool:
        return is_past(self._outside()) and not self.has_until

    def _at_clock(self) -> Verdict | None:
        """A line with a time of day beside the word: no trade embargo ends at 9:30."""
        if not self._names_clock() or is_of_trade(self._outside()) or self._is_past():
            return None
        if self.left_clean and self.right_clean:
            return self._sure()
        return self._sentence() if self._few() else self._doubt()

    def _as_label(self) -> Verdict | None:
        """A bare “Embargo”: a line of its own, a bracket, or the head of a headline."""
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
        if not self._speaks_of_itself() and (self._is_about_a_thing() or is_told(self._part())):
            return None
        if self.left_clean and self.right_clean:
            return self._sure()
        if self._speaks_of_itself():
            return self._sentence()
        if self._orders_until_event():
            return replace(self._sentence(), is_event=True)
        return self._of_imperative() if self.left_clean else self._of_prose()

    def _is_about_a_thing(self) -> bool:
        """Whether its verb has an object of its own: `Do not use the app before 5 May`."""
        inside = [t for t in self.tokens[self.first :] if t.end <= self.found.end]
        time = next((n for n, t in enumerate(inside) if t.kind == "T"), len(inside))
        named = any(t.kind == "W" and not is_act(t.text) for t in inside[:time])
        orders = self.found.deontic or self._begins_part()
        return named and not (self.found.narrow and orders)

    def _orders_until_event(self) -> bool:
        """Whether it forbids publishing before an event: `Do not publish until she has spoken`."""
        publishes = self.found.narrow or re.match(r"not (?:for|to be) rel|niet vrij", self.core)
        return bool(publishes and not self.has_time and self._begins_part() and self._few())

    def _of_imperative(self) -> Verdict | None:
        """An order with more behind it than is understood: `Do not publish until she spoke`."""
        if is_of_things(self._part()):
            return None
        if self.has_time:
            rest = self.words[self.span[-1].end :]
            return self._sentence() if self._goes_on_small(rest) else self._sure()
        return self._sentence() if self.found.deontic and self._few() else None

    def _of_prose(self) -> Verdict | None:
        orders = self.found.deontic and self.found.narrow and self.has_time
        return self._doubt() if orders and not is_of_things(self._part()) else None

    def _of_weak(self) -> Verdict | None:
        pure = self.left_clean and self.right_clean
        holds = re.match(
            r"hold|\W*(?:on )?hold|with(?:hold|held)|to be held|gesperrt|vorab|confidenti|secret"
            r"|vertrau|vertrou|geheim|strict|strikt|streng|freigabe|frei (?:ab|nach)|.* erst ",
            self.core,
        )
        if holds and self._holds_until_event():
            return replace(self._sentence(), is_event=True)
        until = self.span[-1].text in HUNGRY or INDEFINITE.search(self._said_span())
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

    def _holds_until_event(self) -> bool:
        """Whether a line of its own says: `Hold until the vote`, `Gesperrt bis zum Redeende`."""
        behind = [t for t in self.tokens[self.first :] if t.start >= self.found.end]
        leads = not HUNGRY.isdisjoint(self.core.split()[-2:]) or (
            behind and behind[0].text in HUNGRY
        )
        said = [t for t in behind if t.kind != "V"]
        names = bool(said) and said[0].kind == "W"
        short = len(self._strangers()) <= _SHORT and not self._ends_a_sentence()
        return bool(leads and names and short and self._begins_part())

    def _of_ban(self) -> Verdict | None:
        outside = [t for t in self.tokens if not self.found.start <= t.start < self.found.end]
        line_has_more = any(t.kind in "WT" for t in outside)
        labels = self.words.rstrip(" .)").endswith(":")
        if self.in_notes or labels or is_for_editors(self.words):
            return None
        if not line_has_more or (self._speaks_of_itself() and self.right_clean):
            return self._sentence()
        return None

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
        said_tokens = self.tokens[self.said : last]
        has_more = said_tokens[-1].text in HUNGRY or any(t.kind == "W" for t in said_tokens)
        tries = self.has_time or self.has_until or has_more
        strange = next((t.text for t in self.tokens[self.said : last] if t.strange), "")
        if is_sure and last < len(self.tokens) and self.tokens[last].text in (".", "!"):
            last += 1
        is_bare = not tries or self.found.force is Force.BAN
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        marks = is_bare and self._marks_words()
        return Verdict(start, end, said, is_sure, is_bare, strange, marks=marks)

    def _marks_words(self) -> bool:
        """Whether it tells for whom words are, and not when: `Vertraulich`, `Not for release`."""
        is_weak = self.found.force is Force.WEAK
        return self.found.force is Force.BAN or bool(is_weak and _CONFIDENTIAL.search(self.core))

    def _said_from(self, last: int) -> int:
        """Where the words begin that name the moment: at the “until” nearest before it."""
        said = min(self.said, self.first)
        time = next((n for n in range(said, last) if self.tokens[n].kind == "T"), said)
        near = [n for n in range(said, time) if self.tokens[n].text in UNTIL]
        return self.tokens[near[-1] if near else said].start
