"""Amounts: a number with its scale and its measure. Never are they the engine's.

In a sentence that it translated whole an engine may choose the words, and only such as mean the
same value; the digits are ours. Where it did not, all of an amount is ours.
"""

import re
from collections import Counter
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from translate.numbers.clock_patterns import unit_pattern
from translate.numbers.dates import is_date, written_date
from translate.numbers.digits import TOKEN, localised, plain
from translate.numbers.headings import written_heading
from translate.numbers.likeness import apart, differing
from translate.numbers.measures import SCALES, SIGNS, SYMBOLS, UNITS, counted, words
from translate.numbers.ordinals import is_ordinal, written_ordinal
from translate.numbers.times import full_stop, is_time, written_time
from translate.numbers.values import (
    any_of,
    found,
    is_decimal,
    is_short_million,
    power_of,
    readable,
    telling,
    unit_of,
    units_in,
    values_of,
)

# Article 5.1, version 2.0, at 14.30: two numbers with a point between them, not a decimal.
_NAMED = re.compile(
    r"\b(?:[A-Z]\w*|article|section|chapter|annex|figure|paragraph|page|version|point|artikel|"
    r"punt|versie) $"
)
_HOUR = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_AT = re.compile(r"\b(?:at|from|to|until|till|um|von|bis|ab|om|van|vanaf|tot|à|de|dès) $")
_OCLOCK = re.compile(r" ?(?:h|hrs?|hours|[ap]\.?m|uur|u|Uhr)\b")


class Cut(NamedTuple):
    """A stretch of a text.

    Args:
        text: as it stands.
        ours: how the other language writes it; None for words, which are the engine's.
    """

    text: str
    ours: str | None


class Amount(NamedTuple):
    """An amount where it stands.

    Args:
        value: what it is worth, however it is written.
        start: of its first character.
        end: after its last.
        written: as it must stand in the other language.
    """

    value: str
    start: int
    end: int
    written: str

    @property
    def is_time(self) -> bool:
        """Whether it is a time of day."""
        return self.value.startswith("time ")


class Amounts:
    """Reads the numbers, amounts and dates of one language and writes them in another.

    A language without tables of its own reads no scale and keeps what it is given.

    Args:
        source: code of the language to read.
        target: code of the language to write.
    """

    def __init__(self, source: str, target: str) -> None:
        self.source, self.target = source, target
        self._as = readable(target, source)

    def agree(self, text: str, said: str) -> bool:
        """Whether a text and what was made of it have the same amounts, numbers and dates."""
        return not any(apart(text, said, self.source, self._as))

    def around(self, text: str) -> list[Cut]:
        """Cut a text round its dates, amounts and numbers; together the cuts are the text again."""
        cuts, end = [], 0
        for span in found(text, self.source, TOKEN):
            ours = self._written(text, span.start(), span.end())
            cuts += [Cut(text[end : span.start()], None), Cut(text[slice(*span.span())], ours)]
            end = span.end()
        return [cut for cut in (*cuts, Cut(text[end:], None)) if cut.text]

    def written(self, text: str) -> str:
        """A text with its amounts, numbers and dates as the other language writes them."""
        return self._written(text, 0, len(text))

    def _written(self, text: str, start: int, end: int) -> str:
        """A stretch of a text; what stands around says what is meant by it: from 9 to 11 am."""
        if self.source == self.target:
            return text[start:end]
        said, done, worth = "", start, list[str]()
        for match in found(text, self.source):
            if start <= match.start() and match.end() <= end:
                ours = self._write(match, text)
                ended = full_stop(match) if is_time(match) and not ours.endswith(".") else ""
                said += text[done : match.start()] + ours + ended
                done = match.end()
                worth += values_of(match, self.source)
        said += text[done:end]
        is_same = not any(differing(Counter(worth), said, self.source, self._as))
        return said if is_same else text[start:end]

    def rewritten(self, text: str, said: str) -> str:
        """What was made of a text, with its digits, dates and times written as `written` would."""
        if self.source == self.target or not telling(said, self._as):
            return said
        numbers, others = dict[str, str](), dict[str, str]()
        for match in found(text, self.source):
            if match["number"]:
                numbers[plain(match["number"])] = self._digits(match)
            elif not is_ordinal(match):  # la 1re fois has its gender from the engine
                others[_worth(match, self.source)] = self._write(match, text)
        new, done = "", 0
        for match in found(said, self._as):
            new += said[done : match.start()] + self._rewrite(match, said, numbers, others)
            done = match.end()
        new += said[done:]
        return new if self.agree(text, new) else said

    def _rewrite(
        self, match: re.Match[str], said: str, numbers: dict[str, str], others: dict[str, str]
    ) -> str:
        as_it_is = said[slice(*match.span())]
        if match["number"]:
            start, end = (place - match.start() for place in match.span("number"))
            digits = numbers.get(plain(match["number"]), as_it_is[start:end])
            return as_it_is[:start] + digits + as_it_is[end:]
        if is_date(match) and not match["numeric"]:
            return written_date(match, self._as, self.target)
        ours = others.get(_worth(match, self._as), as_it_is)
        return ours if ours.endswith(".") or not is_time(match) else ours + full_stop(match)

    def once(self, said: str) -> str:
        """What was made of a text, with no measure said twice: 2 million euros euros."""
        if self._as not in UNITS or not telling(said, self._as):
            return said
        kept, end, both = "", 0, (self._as, self.source)  # an engine may leave the source's word
        for match in found(said, self._as):
            again = _again(*both).match(said, match.end())
            unit = match["number"] and unit_of(match, self._as)
            worth = {units_in(code).get(again[1].lower()) for code in both} if again else set()
            if again and unit and unit in worth:
                kept, end = kept + said[end : match.end()], again.end()
        return kept + said[end:]

    def read(self, text: str) -> list[Amount]:
        """Every amount, number, date and time of a text, in reading order."""
        return [
            Amount(_worth(match, self.source), *match.span(), self._write(match, text))
            for match in found(text, self.source)
        ]

    def read_said(self, said: str) -> list[Amount]:
        """The same of what was made of a text."""
        return [
            Amount(_worth(match, self._as), *match.span(), said[slice(*match.span())])
            for match in found(said, self._as)
        ]

    def past_hours(self, said: str, end: int) -> int:
        """Where the word for hours ends that follows a place; that place if none does."""
        hours = unit_pattern(self._as).match(said, end)
        return hours.end() if hours else end

    def _write(self, match: re.Match[str], text: str) -> str:
        """A match in `text` as the other language writes it."""
        said = self._write_known(match)
        return text[slice(*match.span())] if said == match[0] else said

    def _write_known(self, match: re.Match[str]) -> str:
        if match["number"]:
            return self._write_amount(match)
        if is_time(match):
            return written_time(match, self.source, self.target)
        if is_date(match):
            return written_date(match, self.source, self.target)
        if is_ordinal(match):
            return written_ordinal(match, self.target)
        return written_heading(match, self.source, self.target)

    def _write_amount(self, match: re.Match[str]) -> str:
        digits, scale, sign = self._digits(match), power_of(match, self.source), match["sign"]
        unit = unit_of(match, self.source)
        if is_short_million(match, self.source):
            scale, unit = 6, ""
        if self.target not in SCALES or not (scale or unit):
            return match[0].replace(match["number"], digits)
        minus = "-" if (match["minus"] or "").strip().isalpha() else (match["minus"] or "").strip()
        if not scale:
            return minus + self._measured(match, digits, sign or match["unit"], unit)
        number = Decimal(plain(match["number"])) if is_decimal(match) else Decimal(2)
        amount = f"{digits} {counted(SCALES[self.target][scale], number, self.target)}"
        return minus + self._scaled(amount, scale, unit)

    def _digits(self, match: re.Match[str]) -> str:
        number = match["number"]
        before, after = match.string[: match.start()], match.string[match.end() :]
        is_alone = not (match["scale"] or match["short"] or match["sign"] or match["unit"])
        if is_alone and (_NAMED.search(before[-20:]) or re.search(r"[\w.,:/]$|\w[-–]$", before)):
            return number
        is_hour = is_alone and _HOUR.fullmatch(number)
        if is_hour and (_AT.search(before[-20:]) or _OCLOCK.match(after)):
            return number
        is_scaled = bool(match["scale"] or match["short"])
        return localised(number, self.source, self.target, is_scaled=is_scaled)

    def _scaled(self, amount: str, scale: int, unit: str) -> str:
        """A number and its scale, with the measure behind it."""
        if not unit:
            return amount
        table = UNITS[self.target].get(unit)
        word = words(table)[1] if table else unit
        if self.target != "fr" or scale == 3 or (unit in SIGNS and not table):
            return f"{amount} {word}"
        return f"{amount} d'{word}" if word[0] in "aeiouh" else f"{amount} de {word}"

    def _measured(self, match: re.Match[str], digits: str, mark: str, unit: str) -> str:
        """A number and its measure: a word in the other language's word, a sign as a sign."""
        if mark in ("€", "$", "£", "¥"):
            before = {"en": f"{mark}{digits}", "nl": f"{mark} {digits}"}
            return before.get(self.target, f"{digits} {mark}")
        if mark in SIGNS or mark in SYMBOLS:
            return match[0].removeprefix(match["minus"] or "").replace(match["number"], digits)
        number = Decimal(plain(match["number"])) if is_decimal(match) else Decimal(2)
        return f"{digits} {counted(UNITS[self.target][unit], number, self.target)}"


def _worth(match: re.Match[str], language: str) -> str:
    """What a match is worth, in one word."""
    return " ".join(values_of(match, language))


@cache
def _again(*languages: str) -> re.Pattern[str]:
    """A measure by itself, in any of some languages, as it stands behind an amount that has one."""
    known = any_of({word for language in languages for word in units_in(language)})
    return re.compile(rf"[ \u00a0\u202f](?:d['’]|de )?({known})(?!\w)", re.I)
