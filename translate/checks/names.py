"""Names of people and places."""

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, warns

_NAME = re.compile(r"[^\W\d_a-zß-ÿ][\w’'-]*\w(?: [^\W\d_a-zß-ÿ][\w’'-]*\w)+")
_WORD = re.compile(r"[^\W\d_][\w’'-]*\w")
_ALL_CAPITALS = {"de"}  # where every noun has a capital, a capital says nothing
_GENITIVE = re.compile(r"['’]s?\b|['’]$")
_SHORT = 4  # letters; in less, one more changes too much
_ALIKE = 0.82  # President and Präsident are less


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
            changed = [word for word in words if not _stands(word, passage.said)]
            if len(changed) == len(words):
                continue
            for word in changed:
                near = [other for other in said if _is_near(word, other)]
                if near:
                    yield warns(self, f"“{name}”: “{word}” became “{near[0]}”")


def _stands(word: str, said: str) -> bool:
    """Whether a word of a name stands in a text, perhaps in the genitive."""
    return re.search(rf"(?<!\w){re.escape(_bare(word))}s?(?!\w)", _bare(said)) is not None


def _is_near(word: str, other: str) -> bool:
    word, other = _GENITIVE.sub("", word), _GENITIVE.sub("", other)
    if len(word) < _SHORT:
        return False
    return SequenceMatcher(None, word, other, autojunk=False).ratio() >= _ALIKE


def _bare(name: str) -> str:
    """A name without accents and without the English genitive."""
    letters = unicodedata.normalize("NFD", _GENITIVE.sub("", name))
    return "".join(c for c in letters if not unicodedata.combining(c))
