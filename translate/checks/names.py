"""Names of people and places."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, warns

_NAME = re.compile(r"[^\W\d_a-zß-ÿ][\w’'-]*\w(?: [^\W\d_a-zß-ÿ][\w’'-]*\w)+")
_WORD = re.compile(r"[^\W\d_][\w’'-]*\w")
_ALL_CAPITALS = {"de"}  # where every noun has a capital, a capital says nothing
_ALIKE = 0.75


class Names:
    """A name in several words is not half kept and half changed: Anna Velmora, Anna Velmorarara."""

    name: ClassVar[str] = "names"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find names of which one word stands unchanged and another all but."""
        if passage.source_language in _ALL_CAPITALS:
            return
        said = {word for word in _WORD.findall(passage.said) if not word[0].islower()}
        for name in dict.fromkeys(_NAME.findall(passage.source)):
            words = name.split()
            changed = [word for word in words if word not in passage.said]
            if len(changed) == len(words):
                continue
            for word in changed:
                near = [other for other in said if _is_near(word, other)]
                if near and len(word) > 3:
                    yield warns(self, f"“{name}”: “{word}” became “{near[0]}”")


def _is_near(word: str, other: str) -> bool:
    return SequenceMatcher(None, word, other, autojunk=False).ratio() >= _ALIKE
