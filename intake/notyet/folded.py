"""A piece of a text with all that differs between hands evened out, and the way back to it."""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

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
    piece = _blanked(text[start:end])
    if piece.isascii():
        pairs = list(zip(re.sub(r"\s", " ", piece.lower()), range(start, end), strict=True))
    else:
        pairs = [(low, start + n) for n, char in enumerate(piece) for low in _letters(char)]
    return _closed(pairs, end)


def _blanked(piece: str) -> str:
    """With blanks for what says nothing; as long as before."""
    piece = _DASH.sub(lambda found: "-" + " " * (len(found[0]) - 1), piece)
    piece = _TAG.sub(lambda found: " " * len(found[0]), piece)
    return _MARKS.sub(_blank_mark, piece)


def _blank_mark(found: re.Match[str]) -> str:
    """A plus before figures is an offset."""
    after = found.string[found.end() : found.end() + 1]
    return "+" if found[0] == "+" and after.isdigit() else " "


def _letters(char: str) -> str:
    if char.isascii():
        return char.lower() if not char.isspace() else " "
    even = unicodedata.normalize("NFKD", char.translate(_EVEN).translate(_ALIKE)).translate(_EVEN)
    heard = "".join(c for c in even if unicodedata.category(c) not in ("Mn", "Cf", "Me"))
    return "".join(" " if c.isspace() else c for c in heard.casefold())


def _closed(pairs: list[tuple[str, int]], end: int) -> Folded:
    """With letters set apart brought together, and one blank for several."""
    said = "".join(char for char, _ in pairs)
    apart = {
        n
        for found in _SPACED.finditer(said)
        for n in range(found.start(), found.end())
        if not said[n].isalpha()
    }
    kept = [
        n
        for n, char in enumerate(said)
        if n not in apart and not (char == " " and (n == 0 or said[n - 1] == " "))
    ]
    return Folded("".join(said[n] for n in kept), tuple(pairs[n][1] for n in kept), end)
