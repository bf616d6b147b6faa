"""Letters that belong to neither language."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import ClassVar

from babel.core import get_global

from press.finding import Finding
from translate.checks.base import Passage, blocks, listed, shown

# Whatever is neither Latin nor a mark, a sign or a space; of those only what stands for a letter
# that was lost: U+FFFD, the ⁇ that engines write for words they do not know, and private ones.
_ODD = re.compile(
    "[^\\x00-\\u02ff\\u0300-\\u036f\\u1e00-\\u1eff\\u2000-\\u2046\\u2048-\\u2bff\\u3000-\\u3003"
    "\\ufb00-\\ufb06\\ufe00-\\ufe0f\\ufeff\\U0001f000-\\U0001faff\\U000e0020-\\U000e007f]"
)
# UTF-8 that was read as another encoding: cafÃ©, itâ€™s.
_MISREAD = re.compile(
    r"Ã[\u0080-\u00bf\u0152-\u0192\u02c6-\u02dc\u2013-\u2122]|Â[\u0080-\u00bf]|â€\W?|ðŸ|Å[“’]"
)
_BROKEN = "\ufffd\u2047"
# CLDR's scripts, and the first words that the names of their letters have in Unicode.
_SCRIPTS = {
    "Latn": "LATIN",
    "Cyrl": "CYRILLIC",
    "Grek": "GREEK",
    "Arab": "ARABIC",
    "Hebr": "HEBREW",
    "Hans": "CJK",
    "Hant": "CJK",
    "Jpan": "CJK HIRAGANA KATAKANA KATAKANA-HIRAGANA",
    "Kore": "HANGUL CJK",
    "Geor": "GEORGIAN",
    "Armn": "ARMENIAN",
    "Deva": "DEVANAGARI",
    "Thai": "THAI",
}


class Letters:
    """Every letter is of a script that one of the two languages, or the source, is written in."""

    name: ClassVar[str] = "letters"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find letters that cannot be read, and those of other scripts."""
        misread = (word for word in _MISREAD.findall(passage.said) if word not in passage.source)
        if words := listed(misread):
            says = f"the translation has letters that were read in a wrong encoding: {shown(words)}"
            yield blocks(self, says)
        if passage.said.isascii() or not _ODD.search(passage.said):
            return
        odd = dict.fromkeys(_ODD.findall(passage.said))
        new = [letter for letter in odd if letter not in passage.source]
        if broken := [letter for letter in new if _is_broken(letter)]:
            yield blocks(self, f"the translation has signs that no font can show: {_named(broken)}")
        if foreign := [letter for letter in new if _is_foreign(letter, passage)]:
            yield blocks(self, f"the translation has letters of another script: {_named(foreign)}")


def _is_broken(letter: str) -> bool:
    return letter in _BROKEN or unicodedata.category(letter) in {"Co", "Cs", "Cn"}


def _is_foreign(letter: str, passage: Passage) -> bool:
    if not letter.isalpha() or _is_broken(letter):
        return False
    known = _written(passage.source_language), _written(passage.target_language)
    script = _script(letter)
    return all(known) and not any(script in scripts for scripts in (*known, _in(passage.source)))


@cache
def _written(language: str) -> frozenset[str]:
    """The scripts of a language; none where they are not known."""
    likely = get_global("likely_subtags").get(language.partition("-")[0], "")
    script = next((part for part in likely.split("_") if len(part) == 4), "")
    return frozenset(_SCRIPTS.get(script, "").split())


def _in(text: str) -> set[str]:
    return {_script(letter) for letter in _ODD.findall(text)}


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0]


def _named(letters: list[str]) -> str:
    return ", ".join(f"“{letter}” (U+{ord(letter):04X})" for letter in letters[:5])
