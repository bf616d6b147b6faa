"""Cutting a text into sentences."""

import re
from functools import lru_cache
from itertools import accumulate, pairwise

from sentencex import segment

from press.months import spellings
from translate.alignment.function_words import is_small

# A wrong cut costs a sentence its sense; a missed one costs next to nothing. So whatever may be
# an abbreviation is taken for one, here in the newsrooms' usual languages.
_SHORT = (
    "Mme|Mmes|Mlle|Mgr|MM|Me|Ms|Mr|Mrs|Dr|Drs|Prof|Ir|Ing|St|Ste|Gen|Col|Lt|Sgt|Hon|Rev|Inc|Ltd|"
    "No|Nos|Nr|Nrn|Art|Abs|Ziff|Par|Vol|Fig|Tel|Cf|Env|Ca|Bzw|Resp|Approx|Est|Incl|Excl|Evtl|Ggf|"
    "Bijv|Dhr|Mevr|Mej|Mio|Mrd|Mln|Bln|Jan|Janv|Feb|Févr|Mär|Mrt|Apr|Avr|Jun|Jul|Juil|Aug|Août|"
    "Sep|Sept|Okt|Oct|Nov|Dec|Déc|Dez|Gem|Usw|Vgl|Vs|Bd|Bvd|Boul|Blz|Resp|Chap|Éd|Str|C\\.-à-d"
)
_OPEN = re.compile(rf"(?:^|[\s(\[«“\"'’])(?:[^\W\d]|(?:\w\.-?)+\w|{_SHORT})\.\s+$", re.IGNORECASE)
# Where ordinals are written so: am 1. Mai, das 21. Jahrhundert.
_ORDINAL = re.compile(r"(?:^|[^\w.,])\d{1,2}\\?\.\s+$")
_ORDINALS = {"de"}
_MONTHS = {name.lower() for name, _ in spellings()}
QUOTES = '"“”„«»‹›'
_OPENING = re.compile(r"(?<=\s)[«„“‹]\s*$")
_FIRST = re.compile(r"\W*([^\W\d_]+)")
_BREAK = re.compile(r"(?<=[;:,.!?])\s+")
_SPACE = re.compile(r"\s+")
_LAST = 80  # characters of what stands before that tell whether a sentence ends there
_CLOSERS = re.compile(r"['’)\]]+(?:\s+|$)")


def split(text: str, language: str) -> list[str]:
    """Cut a text into sentences; together they are the text again, to the last space.

    Sentences inside a quotation are cut too: an engine that gets two at once tends to lose one.

    Args:
        text: one paragraph.
        language: code of its language.
    """
    return list(_split(text, language))


@lru_cache(1024)  # several ask of the same text, one after the other
def _split(text: str, language: str) -> tuple[str, ...]:
    read = [at for at, character in enumerate(text) if character not in QUOTES]
    pieces: list[str] = segment(language, "".join(text[at] for at in read))
    if sum(len(piece) for piece in pieces) != len(read):
        return (text,)
    sentences: list[str] = []
    for piece in _with_closers(pieces):
        if sentences and (
            _belongs(sentences[-1], piece) or _counts(sentences[-1], piece, language)
        ):
            sentences[-1] += piece
        else:
            sentences.append(piece)
    ends = [read[length - 1] + 1 for length in accumulate(len(s) for s in sentences)]
    cuts = pairwise([0, *(_before_quote(text, end) for end in ends[:-1]), len(text)])
    return tuple(text[begin:end] for begin, end in cuts if begin < end)


def _with_closers(pieces: list[str]) -> list[str]:
    """Give a closing quote or bracket back to the sentence that it closes."""
    whole: list[str] = []
    for piece in pieces:
        closers = _CLOSERS.match(piece)
        end = closers.end() if closers and whole and not whole[-1][-1].isspace() else 0
        if end:
            whole[-1] += piece[:end]
        if piece[end:]:
            whole.append(piece[end:])
    return whole


def _before_quote(text: str, end: int) -> int:
    """Where a sentence ends that a quotation follows: `« ` goes with what it opens."""
    quote = _OPENING.search(text, max(0, end - _LAST), end)
    return quote.start() if quote else end


def _belongs(before: str, piece: str) -> bool:
    """Whether a piece goes on with the sentence before it."""
    words = piece.lstrip(" \"'“‘«(")
    return (
        words[:1].islower()
        or not any(character.isalnum() for character in piece)
        or not any(character.isalnum() for character in before)
        or (before.endswith(".") and words[:1].isascii())  # no space: Z.K.H., c.-à-d.
        or _OPEN.search(before, max(0, len(before) - _LAST)) is not None
    )


def _counts(before: str, piece: str, language: str) -> bool:
    """Whether a full stop makes an ordinal of a number, and what it counts comes next.

    A small word opens a sentence of its own: Es waren 5. Er blieb.
    """
    ends = _ORDINAL.search(before, max(0, len(before) - _LAST))
    word = _FIRST.match(piece) if ends else None
    if word is None:
        return False
    first = word[1].lower()
    return first in _MONTHS or (language in _ORDINALS and not is_small(first))


def middle(text: str) -> int:
    """Where a text that is too long is best cut: at punctuation, else at a space, else anywhere."""
    half = len(text) // 2
    for pattern in (_BREAK, _SPACE):
        places = [match.end() for match in pattern.finditer(text, 1) if match.end() < len(text)]
        if places:
            return min(places, key=lambda place: abs(place - half))
    return half
