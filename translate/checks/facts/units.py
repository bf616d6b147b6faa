"""Currencies and measures."""

import re
from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, blocks, changed, listed, lost, spaced, warns
from translate.terms.units import may_have, scaled, units
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
