"""A piece of a text with all that differs between hands evened out, and the way back to it."""

import html
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress

# Letters of other alphabets that nobody can tell from ours.
_ALIKE = str.maketrans(
    "АВЕКМНОРСТХУІЈЅаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "ABEKMHOPCTXYIJSaeopcyxijsABEZHIKMNOPTYXo",
)
_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－⸺⸻", "-")
_QUOTES = dict.fromkeys("’‘ʼ′`´＇", "'")
_EVEN = str.maketrans({**_DASHES, **_QUOTES})
# What sets words apart and says nothing: marks of Markdown, tags, entities.
_TAG = re.compile(
    r"</?[a-z][^<>\n]{0,200}>|<!--|-->|&(?:nbsp|#160|#xa0|ensp|emsp|thinsp);", re.IGNORECASE
)
_DASH = re.compile(r"&(?:[nm]dash|#821[12]);", re.IGNORECASE)
_MARKS = re.compile(r"[*_#>~=`\\+¡]")
# A word with marks, tags, references or the end of a line within it.
_SEAM = r"\*{1,3}|</?[a-z][^<>\n]{0,60}>|<!--[^<>\n]{0,60}-->|-\n"
_SEAMS = re.compile(_SEAM, re.IGNORECASE)
_BROKEN = re.compile(
    rf"(?<![^\W_])(?:[a-z]|&#x?[0-9a-f]{{1,6}};|{_SEAM}){{5,40}}(?![^\W_])", re.IGNORECASE
)
_REFERENCE = re.compile(r"&#x?[0-9a-f]{1,6};", re.IGNORECASE)
_WHOLE = re.compile(
    r"(?:press|news|media)?embargo(?:ed|es|s)?|(?:sende|presse)?sperrfrist(?:en)?", re.IGNORECASE
)
_NOTHING = "\x00"  # in the place of what is not there
_NEEDLESS = re.compile(rf"\A +|(?<= ) +|{_NOTHING}+")
_SPACE = re.compile(r"\s")
_SPACED = re.compile(r"(?<![^\W_])(?:[a-z][ .·-]){3,}[a-z](?![^\W_])")


@dataclass(frozen=True, slots=True)
class Folded:
    """Words evened out: lower case, no accents, plain dashes, no marks.

    Args:
        text: the words.
        at: per character, where in the whole text it came from.
        end: where in the whole text the piece ends.
    """

    text: str
    at: tuple[int, ...]
    end: int

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where in the whole text a stretch of the words stands."""
        first = self.at[start] if start < len(self.at) else self.end
        return first, (self.at[end - 1] + 1 if 0 < end <= len(self.at) else self.end)

    def index(self, position: int) -> int:
        """The first character of the words that came from a position or later."""
        return bisect_left(self.at, position)


def fold(text: str, start: int = 0, end: int | None = None) -> Folded:
    """Even out a piece of a text.

    Args:
        text: the whole text.
        start: where the piece begins.
        end: where it ends; without it, the text's end.
    """
    end = len(text) if end is None else end
    piece = _blanked(_joined(text[start:end]))
    if piece.isascii():
        return _closed(_SPACE.sub(" ", piece.lower()), range(start, end), end)
    letters = [_letters(char) for char in piece]
    at = [start + n for n, several in enumerate(letters) for _ in several]
    return _closed("".join(letters), at, end)


def is_broken(piece: str) -> bool:
    """Whether a piece of a text holds the word of an order in pieces: `**E**mbargo`."""
    return _joined(piece) != piece


def _joined(piece: str) -> str:
    """With the words of orders in one; as long as before."""
    if "*" in piece or "<" in piece or "&#" in piece or "-\n" in piece:
        return _BROKEN.sub(_in_one, piece)
    return piece


def _in_one(found: re.Match[str]) -> str:
    seamless = _SEAMS.sub(lambda seam: _NOTHING * len(seam[0]), found[0])
    letters = _REFERENCE.sub(
        lambda said: html.unescape(said[0])[:1].ljust(len(said[0]), _NOTHING), seamless
    )
    return letters if _WHOLE.fullmatch(letters.replace(_NOTHING, "")) else found[0]


def _blanked(piece: str) -> str:
    """With blanks for what says nothing; as long as before."""
    piece = _DASH.sub(lambda found: "-" + " " * (len(found[0]) - 1), piece)
    piece = _TAG.sub(lambda found: " " * len(found[0]), piece)
    return _MARKS.sub(_blank_mark, piece)


def _blank_mark(found: re.Match[str]) -> str:
    """A plus before figures is an offset."""
    after = found.string[found.end() : found.end() + 1]
    return "+" if found[0] == "+" and after.isdigit() else " "


@lru_cache(4096)
def _letters(char: str) -> str:
    if char.isascii():
        return char.lower() if not char.isspace() else " "
    even = unicodedata.normalize("NFKD", char.translate(_EVEN).translate(_ALIKE)).translate(_EVEN)
    heard = "".join(c for c in even if unicodedata.category(c) not in ("Mn", "Cf", "Me"))
    return "".join(" " if c.isspace() else c for c in heard.casefold())


def _closed(said: str, at: Sequence[int], end: int) -> Folded:
    """With letters set apart brought together, and one blank for several."""
    is_kept = bytearray(b"\1") * len(said)
    for found in _NEEDLESS.finditer(said):
        is_kept[found.start() : found.end()] = bytes(found.end() - found.start())
    for found in _SPACED.finditer(said):
        for n in range(found.start(), found.end()):
            is_kept[n] &= said[n].isalpha()
    return Folded("".join(compress(said, is_kept)), tuple(compress(at, is_kept)), end)
