"""Words as they are looked for: the same whatever case, accents and marks they stand in."""

import re
import unicodedata
from functools import lru_cache

from press.direction import contained
from press.text import clean, in_one_line

# Letters with the marks that may follow them, and marks within a word that are not seen.
_LETTERS = "[^\\W_\u0300-\u036f][\\w\u0300-\u036f\u00ad\u200b-\u200d]*"
_JOINTS = "[-\u2010\u2011'\u2018\u2019\u02bc\u2032`\u00b4]"
# A word as it stands in a text, with what hyphens and apostrophes join to it.
WORD = re.compile(f"{_LETTERS}(?:{_JOINTS}{_LETTERS})*")
_JOINT = re.compile(_JOINTS)
_PART = re.compile(r"[^\W_]+")
# What compatibility decomposition (Unicode UAX 15) leaves as it is.
_PLAINER = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i"}
)
# What French and Italian leave of a word before an apostrophe says nothing of what is looked for.
_ELIDED = {*"cdjlmnst", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "all", "dell", "nell", "sull"}
_HYPHENS = frozenset("-\u2010\u2011")
# Longer words are told apart by their beginning; longer ones than the second are folded anew.
LONGEST, _USUAL = 48, 64
# No release has so many words; whatever has is found by its beginning.
MOST_FORMS = 5000
# How much of a question is listened to.
MOST_WORDS, MOST_LETTERS = 8, 100


def fold(word: str) -> str:
    """Letters without case, accents and ligatures: `Straße` is `strasse`, `Œuvre` is `oeuvre`."""
    if word.isascii():
        return word.lower()
    # Twice, since what is decomposed may have a case (Unicode, 3.13, D146).
    small = unicodedata.normalize("NFKD", word.casefold()).casefold()
    letters = unicodedata.normalize("NFKD", small).translate(_PLAINER)
    return "".join(one for one in letters if unicodedata.category(one)[0] not in "MC")


def forms_of(word: str) -> tuple[str, ...]:
    """What a word of a text is found by: its parts, and joined what a hyphen divides.

    Args:
        word: as `WORD` finds it.

    Returns:
        folded words of at most `LONGEST` letters; the joined one last.
    """
    return _forms(word) if len(word) <= _USUAL else _forms.__wrapped__(word)


@lru_cache(maxsize=2**16)
def _forms(word: str) -> tuple[str, ...]:
    if word.isascii() and word.isalnum():
        return (word.lower()[:LONGEST],)
    pieces = [fold(piece) for piece in _JOINT.split(word)]
    if len(pieces) > 1 and pieces[0] in _ELIDED and _JOINT.findall(word)[0] not in _HYPHENS:
        pieces = pieces[1:]
    parts = [part for piece in pieces for part in _PART.findall(piece)]
    if len(parts) > 1 and parts[-1] == "s" and len(pieces) > 1:
        parts.pop()  # the minister's
    joined = ["".join(parts)] if len(parts) > 1 else []
    return tuple(part[:LONGEST] for part in (*parts, *joined))


@lru_cache(maxsize=512)  # a text is read again where its translations change
def forms_in(text: str) -> frozenset[str]:
    """Everything that a text is found by: its first `MOST_FORMS` folded words, each once."""
    found = set[str]()
    for word in dict.fromkeys(WORD.findall(text)):
        found.update(forms_of(word))
        if len(found) >= MOST_FORMS:
            break
    return frozenset(found)


def canonical(question: str) -> str:
    """What somebody typed, in the one spelling that stands in addresses.

    Args:
        question: anything.

    Returns:
        its words in small letters with their accents, each once, one space between them; at most
        `MOST_WORDS` and `MOST_LETTERS`.
    """
    said = clean(question[: 4 * MOST_LETTERS]).lower()[:MOST_LETTERS]
    words = dict.fromkeys(
        _JOINT.sub(_plain_joint, one) for one in WORD.findall(said) if forms_of(one)
    )
    return " ".join(list(words)[:MOST_WORDS])


def as_typed(question: str) -> str:
    """What somebody typed, as it is shown to them again: a line of at most `MOST_LETTERS`.

    Args:
        question: anything.
    """
    return contained(in_one_line(question[: 4 * MOST_LETTERS])[:MOST_LETTERS])


def _plain_joint(found: re.Match[str]) -> str:
    return "-" if found[0] in _HYPHENS else "'"
