"""What is left of a line when an order is taken out of it."""

import re

from intake.moments.zones import is_place
from intake.notyet.words.folded import fold
from intake.notyet.words.vocabulary import tokens_of

# What a sheet says of itself beside such an order.
_FURNITURE = re.compile(
    r"(?:(?:press|news|media) (?:release|statement|notice)|communique(?: de presse)?"
    r"|pers(?:bericht|mededeling)"
    r"|presse(?:erklarung|meldung|mitteilung|information)|medienmitteilung|press|presse)?"
    r"[ ,:]*(?:(?:no|nr|n|num)?[.o°]? ?[a-z]{0,4}[ /-]?\d[\d/.-]*)?"
    r"|(?:please )?check against delivery|es gilt das gesprochene wort"
    r"|seul le (?:texte )?prononce fait foi"
)
_LONGEST = 400  # characters of a line that may say nothing but what a sheet says of itself
_SEAM = " \t-–—―|:,;•·/_"
_NAME = r"([^\W\d_]+(?:[ -][^\W\d_]+)?)"
_PLACE = re.compile(rf"\x00[\x00 ]*[|–—/·-] {_NAME}|{_NAME} [|–—/·-] \x00+")
_EMPTY = re.compile(
    r"\(\s*[,;:.–-]?\s*\)|\[\s*\]|\*\*\s*\*\*|(?<!\w)__\s*__|\*\s*\*(?!\*)|<(\w+)>\s*</\1>"
)


def mended(rest: str) -> str | None:
    """A line round what was taken out of it."""
    parts = re.split("\x00+", rest)
    kept = [part for part in parts if re.search(r"\w", part)]
    if not kept:
        return None
    table = rest.lstrip().startswith("|")
    whole = re.sub("\x00+", "\x00", rest)
    whole = (
        _EMPTY.sub("\x00", whole.replace("\x00", ""))
        if _EMPTY.search(whole.replace("\x00", ""))
        else whole
    )
    if table:
        return whole.replace("\x00", "")
    pieces = [
        piece.strip(_SEAM) if n else piece.rstrip(_SEAM + "([")
        for n, piece in enumerate(whole.split("\x00"))
    ]
    pieces = [piece.lstrip("]) " + _SEAM) if n else piece for n, piece in enumerate(pieces)]
    said = [piece for piece in pieces if re.search(r"\w", piece)]
    if len(said) > 1:
        said = [piece for piece in said if not _is_furniture(piece)]
    joined = (
        " – ".join(said)
        if len(said) > 1 and not said[0].rstrip().endswith((".", "!", "?"))
        else " ".join(said)
    )
    if not re.search(r"\w", pieces[0]) and (
        mark := re.match(r"\s*(?:#{1,6}|[-*+>]|\d+[.)])\s+", pieces[0])
    ):
        joined = mark[0] + joined
    return joined.strip(" \t") if joined else None


def _is_furniture(left: str) -> bool:
    return len(left) < _LONGEST and _FURNITURE.fullmatch(_bare(left)) is not None


def _bare(left: str) -> str:
    return fold(left).text.strip(" .:-,|()[]!?\"'“”«»")


def is_nothing(left: str) -> bool:
    """Whether what is left says nothing to a reader: a letterhead, or words of the order."""
    if len(left) >= _LONGEST:
        return False
    words = _bare(left)
    return not any(token.kind in "WT" for token in tokens_of(words)) or _is_furniture(left)


def is_place_beside(rest: str) -> bool:
    r"""Whether nothing but the place of a dateline is left beside an order: `\x00 | BRUSSELS`."""
    found = _PLACE.fullmatch(" ".join(re.sub("\x00+", "\x00", rest).split()))
    left = next(filter(None, found.groups())) if found else ""
    words = fold(left).text.split()
    return bool(words) and (left.isupper() or all(map(is_place, words)))
