"""Currencies and measures."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, blocks, changed, listed, lost, spaced, warns
from translate.numbers.digits import NUMBER, plain
from translate.numbers.number_words import below_hundred
from translate.terms.units import counted, may_count, may_have, scaled, units
from translate.terms.words import KNOWN

# Which a good translator may count in instead; a number that was not counted anew blocks.
_CONVERTED = (("mile", "km"), ("°F", "°C"), ("£", "kg"))
_SIGN = re.compile(r"[€$£]|EUR|USD|GBP")


class Units:
    """Euros stay euros and miles miles, also where no number stands beside them: (€m)."""

    name: ClassVar[str] = "units"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find a currency or a measure that became another or is lost."""
        if not {passage.source_language, passage.target_language} <= KNOWN:
            return
        source, said = spaced(passage.source), spaced(passage.said)
        yield from self._counted(passage, source, said)
        before, after = units(source), units(said)
        gone = {sign: words for sign, words in before.items() if not may_have(said, sign)}
        new = {sign: words for sign, words in after.items() if not may_have(source, sign)}
        if gone and new:
            says = changed(listed(gone.values()), listed(new.values()))
            is_converted = any({*pair} <= {*gone, *new} for pair in _CONVERTED)
            yield warns(self, says) if is_converted else blocks(self, says)
        elif gone and any(sign in gone and other in after for sign, other in _CONVERTED):
            yield warns(self, lost(listed(gone.values())))
        elif gone:
            yield blocks(self, lost(listed(gone.values())))
        elif before:
            yield from self._scales(passage, source, said)

    def _counted(self, passage: Passage, source: str, said: str) -> Iterator[Finding]:
        """Find that as many of something else are counted: 5 mg, 5 g."""
        if not (may_count(source) and may_count(said)):
            return
        before, after = (
            _amounts(text, language)
            for text, language in (
                (source, passage.source_language),
                (said, passage.target_language),
            )
        )
        for number, sign in before:
            new = [amount for amount in after if amount[0] == number and amount not in before]
            if sign and (number, sign) not in after and new and _as_often(number, before, after):
                yield blocks(self, changed(before[number, sign][0], after[new[0]][0]))

    def _scales(self, passage: Passage, source: str, said: str) -> Iterator[Finding]:
        """Find that millions of a currency are none any more, or something else."""
        before = scaled(source, passage.source_language)
        if not before:
            return
        after = scaled(said, passage.target_language)
        gone = listed(words for power, words in before.items() if power not in after)
        new = listed(words for power, words in after.items() if power not in before)
        if gone and new:
            yield blocks(self, changed(gone, new))
        elif gone:
            yield blocks(self, lost(gone)) if _SIGN.search(gone) else warns(self, lost(gone))


Amounts = dict[tuple[str, str], list[str]]


def _as_often(number: str, before: Amounts, after: Amounts) -> bool:
    """Whether a number stands as often for nothing that is counted: 10 am is not 10 minutes."""
    alone, still = (len(amounts.get((number, ""), ())) for amounts in (before, after))
    return alone == still


def _amounts(text: str, language: str) -> Amounts:
    """What a text counts, by number and sign, as it stands; a number of nothing has no sign."""
    amounts = defaultdict[tuple[str, str], list[str]](list)
    for number, sign, words in counted(text, _numbers(language)):
        worth = below_hundred(language).get(number.lower().replace(" ", "-"))
        amounts[str(worth) if worth else plain(number), sign].append(words)
    return dict(amounts)


@cache
def _numbers(language: str) -> str:
    """A number in digits, or from two to 99 in words."""
    known = (word for word, number in below_hundred(language).items() if number > 1)
    ways = "|".join(re.escape(word) for word in sorted(known, key=len, reverse=True))
    spaced_ways = ways.replace(r"\-", "[ -]")
    return rf"{NUMBER}|(?i:{spaced_ways})(?!\w)"
