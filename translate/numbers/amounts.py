"""Amounts: a number with its scale and its measure. Never are they the engine's.

In a sentence that it translated whole an engine may choose the words, and only such as mean the
same value; the digits are ours. Where it did not, all of an amount is ours.
"""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from translate.numbers.dates import written_date
from translate.numbers.digits import NUMBER, TOKEN, localised, plain
from translate.numbers.measures import SCALES, SIGNS, SYMBOLS, UNITS, counted, words
from translate.numbers.values import (
    DIGIT,
    any_of,
    apart,
    is_decimal,
    pattern,
    power_of,
    readable,
    unit_of,
    units_in,
    value_of,
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


class Amounts:
    """Reads the numbers, amounts and dates of one language and writes them in another.

    A language without tables of its own reads no scale and keeps what it is given.

    Args:
        source: code of the language to read.
        target: code of the language to write.
    """

    def __init__(self, source: str, target: str) -> None:
        self.source, self.target = source, target
        self._read = pattern(source, NUMBER)
        self._as = readable(target, source)
        self._spans = pattern(source, TOKEN)

    def agree(self, text: str, said: str) -> bool:
        """Whether a text and what was made of it have the same amounts, numbers and dates."""
        return not any(apart(text, said, self.source, self._as))

    def around(self, text: str) -> list[Cut]:
        """Cut a text round its dates, amounts and numbers; together the cuts are the text again."""
        if not DIGIT.search(text):  # most sentences: no need to look for more
            return [Cut(text, None)] if text else []
        cuts, end = [], 0
        for span in self._spans.finditer(text):
            ours = self._written(text, span.start(), span.end())
            cuts += [Cut(text[end : span.start()], None), Cut(span[0], ours)]
            end = span.end()
        return [cut for cut in (*cuts, Cut(text[end:], None)) if cut.text]

    def written(self, text: str) -> str:
        """A text with its amounts, numbers and dates as the other language writes them."""
        return self._written(text, 0, len(text))

    def _written(self, text: str, start: int, end: int) -> str:
        if self.source == self.target or not DIGIT.search(text, start, end):
            return text[start:end]
        said, done = "", start
        for match in self._read.finditer(text, start, end):  # it sees what stands before
            said += text[done : match.start()] + self._write(match)
            done = match.end()
        said += text[done:end]
        return said if self.agree(text[start:end], said) else text[start:end]

    def rewritten(self, text: str, said: str) -> str:
        """What was made of a text, with its digits and dates written as `written` would."""
        if self.source == self.target or not DIGIT.search(said):
            return said
        found = list(self._read.finditer(text))
        ours = {plain(m["number"]): self._digits(m) for m in found if m["number"]}

        def write(match: re.Match[str]) -> str:
            if not match["number"]:
                return written_date(match, self.target)
            start, end = (place - match.start() for place in match.span("number"))
            digits = ours.get(plain(match["number"]), match["number"])
            return match[0][:start] + digits + match[0][end:]

        new = pattern(self._as, NUMBER).sub(write, said)
        return new if self.agree(text, new) else said

    def once(self, said: str) -> str:
        """What was made of a text, with no measure said twice: 2 million euros euros."""
        if self._as not in UNITS or not DIGIT.search(said):
            return said
        kept, end = "", 0
        for match in pattern(self._as, NUMBER).finditer(said):
            again = _again(self._as).match(said, match.end())
            unit = match["number"] and unit_of(match, self._as)
            if again and unit and unit == units_in(self._as).get(again[1].lower()):
                kept, end = kept + said[end : match.end()], again.end()
        return kept + said[end:]

    def read(self, text: str) -> list[Amount]:
        """Every amount, number and date of a text, in reading order."""
        found = self._read.finditer(text)
        return [Amount(value_of(m, self.source), *m.span(), self._write(m)) for m in found]

    def read_said(self, said: str) -> list[Amount]:
        """The same of what was made of a text."""
        found = pattern(self._as, NUMBER).finditer(said)
        return [Amount(value_of(m, self._as), *m.span(), m[0]) for m in found]

    def _write(self, match: re.Match[str]) -> str:
        if not match["number"]:
            return written_date(match, self.target)
        digits, scale, sign = self._digits(match), power_of(match, self.source), match["sign"]
        unit = unit_of(match, self.source)
        if self.target not in SCALES or not (scale or unit):
            return match[0].replace(match["number"], digits)
        minus = match["minus"] or ""
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


@cache
def _again(language: str) -> re.Pattern[str]:
    """A measure by itself, as it stands behind an amount that has one."""
    return re.compile(rf"[ \u00a0\u202f](?:d['’]|de )?({any_of(units_in(language))})(?!\w)", re.I)
