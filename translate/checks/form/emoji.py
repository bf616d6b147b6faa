"""Emoji."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, blocks, brought, changed, lost

_ONE = (
    "[\\u231a\\u231b\\u23e9-\\u23f3\\u25fd\\u25fe\\u2600-\\u275a\\u2761-\\u27bf\\u2b05-\\u2b07"
    "\\u2b1b\\u2b1c\\u2b50\\u2b55\\U0001f000-\\U0001f1e5\\U0001f200-\\U0001faff]"
)
# A flag is two signs, a keycap a digit in a frame; families and skin tones hang together.
_EMOJI = re.compile(
    "[\\U0001f1e6-\\U0001f1ff]{2}|[0-9#*]\\ufe0f?\\u20e3"
    f"|{_ONE}(?:[\\ufe0f\\U0001f3fb-\\U0001f3ff\\U000e0020-\\U000e007f]|\\u200d{_ONE})*"
)


class Emoji:
    """Every emoji is there, and no other."""

    name: ClassVar[str] = "emoji"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find emoji lost and emoji brought in."""
        if passage.source.isascii() and passage.said.isascii():
            return
        before, after = map(_emoji, (passage.source, passage.said))
        gone, new = before - after, after - before
        if gone and new:
            yield blocks(self, changed(_joined(gone), _joined(new)))
        elif gone:
            yield blocks(self, lost(_joined(gone)))
        elif new:
            yield blocks(self, brought(_joined(new)))


def _emoji(text: str) -> Counter[str]:
    return Counter(found.replace("\ufe0f", "") for found in _EMOJI.findall(text))


def _joined(emoji: Counter[str]) -> str:
    return " ".join(emoji.elements())
