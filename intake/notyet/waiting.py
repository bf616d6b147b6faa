"""The last look for “not yet”: an order with a bound, in whatever words, holds a release back.

What is known to the letter has been read, with its moment, by then. No list of phrases is ever
whole, so this looks for a kind: something about publishing or using, a bound such as “before” or
“only after”, and a form that speaks to the reader (an order, a label, a request) — or the word
embargo itself with its end. It names no moment and takes nothing out; a person decides, so a look
that finds too much costs a question: at most some three sentences of ten thousand in the news.
Such are `Bitte nicht vor Donnerstag verwenden` said of a bridge, or `Not to be used before
surgery` on a medicine: in form they are orders, and nobody could tell them from ours.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from intake.notyet.words.beginnings import FIRST, STEMS
from intake.notyet.words.bounds import BOUND
from intake.notyet.words.events import EVENT
from intake.notyet.words.folded import fold
from intake.notyet.words.states import DRAFT, EMBARGO, ENDLESS, STATE
from intake.notyet.words.topics import is_of_trade, speaks_of_another
from press.releases.release import Filing, NotYet
from press.text import Kind

WHY = "it says that it must not come out yet, and not in words that name a moment"
_TOO_MANY = "it may say in more places than can be read that it must not come out yet"
_SHORTEST = 6
_LONGEST = 300  # characters of a sentence that are read at once
_STEP = 150  # characters of a longer one from part to part
_MOST = 4000  # sentences that are read with care; no press text has as many that may order
_LINE = 90  # characters of a line that may say nothing but that a text is not out
_SAID = 80  # characters of the words that are quoted
_SENTENCES = re.compile(r"(?<=[.!?])[\s*_)]+|[|\n]")
_PARTS = re.compile(r"[:;,(\[–—]\s*| - ")
_MARKS = " \t\"'“”„«»*_#>~`•·–—|-([!‼⚠️=\u00a0"
# A council that an embargo on a text waits for is the cabinet's.
_OF_MINISTERS = re.compile(
    r"\bconseil des ministres\b"
    r"|\b(?:a l'issue|a la fin|au debut|apres|au terme|des la fin) du conseil\b"
)
# What waits for more than a moment, wherever a text names one.
_FOR_EVENT = re.compile(rf"\b{EVENT}\b")
_OF_MOMENT = re.compile(r"\d|\b(?:then|that time|date|heure|moment|tijdstip|zeitpunkt)\b")
_SIGNS = "-'’*_#\"“„«(>–—:|"  # that stand before a word
# What only a careful look evens out: letters apart, hidden, or borrowed.
_ODD = re.compile(
    r"[^\u0000-\u007e\u00a0-\u00ac\u00ae-\u017f\u2013-\u2022]|[<&\\]|\w[ .-]\w[ .-]\w[ .-]\w\b"
)
_PLAIN = str.maketrans(
    {chr(n): fold(chr(n)).text for n in range(0xA1, 0x180) if chr(n).isalpha()}
    | dict.fromkeys("’‘´`", "'")
    | dict.fromkeys("–—", "-")
    | dict.fromkeys("*_#>~", "")
)
_BARE = str.maketrans("´`", "''", "*_#>~")
_POLITE = (
    "please ",
    "kindly ",
    "bitte ",
    "merci ",
    "veuillez ",
    "gelieve ",
    "graag ",
    "à ne ",
    "a ne ",
    "not for ",
    "not to be ",
    "prière ",
    "priere ",
)


def waits_in(filing: Filing) -> tuple[NotYet, ...]:
    """What in a filing says in words of its own that it must not come out yet.

    Args:
        filing: as read; where something in it has been found that holds it until a person decides,
            nothing is added, and where a moment has, what waits for more than that.
    """
    timed = [one.words for one in filing.not_yet if one.embargo]
    if len(timed) < len(filing.not_yet):
        return ()
    blocks = [block.markdown for block in filing.blocks]
    beside = (f"{file.alt}\n{file.credit}" for file in filing.files)
    left = [one.what for one in filing.left_out]
    top = [b.markdown for b in filing.blocks if b.kind is Kind.HEADLINE][:1] + blocks[:1]
    drafts = chain(top, (filing.issuer, filing.reference), left)
    found = _drafts(drafts)
    rest = chain(blocks, (filing.issuer, filing.reference), beside, left)
    orders = waiting_in(rest)
    if timed:
        orders = chain(_endless(timed), (one for one in orders if _is_for_more(one.words)))
    return tuple(islice(chain(found, orders), 1))


def _is_for_more(words: str) -> bool:
    """Whether an order waits for an event, and not for the moment that a text names elsewhere."""
    return _FOR_EVENT.search(words) is not None and not _OF_MOMENT.search(words)


def _endless(orders: Iterable[str]) -> Iterator[NotYet]:
    """The orders of which a date below was taken for the end: `Embargo permanent :`."""
    endless = (words for words in orders if ENDLESS.match(_even(words[:_LONGEST])))
    yield from (NotYet(words, None, f"{WHY}: “{words}”") for words in endless)


def waiting_in(parts: Iterable[str]) -> Iterator[NotYet]:
    """What in some words orders to wait, each once.

    Args:
        parts: of a text, or beside it.
    """
    seen, read = set[str](), 0
    for part in parts:
        for sentence, is_line in _sentences(part):
            if sentence in seen:
                continue
            seen.add(sentence)
            if not _may_order(sentence):
                continue
            read += 1
            if read > _MOST:
                yield NotYet("", None, _TOO_MANY)
                return
            if words := _order(sentence, is_line=is_line):
                yield NotYet(words, None, f"{WHY}: “{words}”")


def _drafts(lines: Iterable[str]) -> Iterator[NotYet]:
    for line in lines:
        if len(line) < _LINE and DRAFT.fullmatch(fold(line).text):
            words = line.strip(_MARKS)
            yield NotYet(words, None, f"it says that it is a draft: “{words}”")


def _sentences(part: str) -> Iterator[tuple[str, bool]]:
    """The sentences that are no single word, and whether each is a line by itself."""
    flowing = (part.replace("\n", " "),) if "\n" in part else ()
    for words in (part, *flowing):
        for sentence in _SENTENCES.split(words):
            if len(sentence) <= _SHORTEST:
                continue
            for piece in _pieces(sentence):
                if len(piece) > _SHORTEST:
                    yield piece, len(sentence) < _LINE


def _pieces(sentence: str) -> Iterator[str]:
    """A sentence in parts that are read at once, each but the first with the sign before it."""
    if len(sentence) <= _LONGEST:
        yield sentence
        return
    yield sentence[:_LONGEST]
    start = 0
    while found := _PARTS.search(sentence, start + _STEP):
        start = found.start()
        yield sentence[start : start + _LONGEST]


def _may_order(sentence: str) -> bool:
    low = sentence[:_LONGEST].lower()
    if "embarg" in low or "sperrfr" in low:
        return True
    if STEMS.isdisjoint([word[:4] for word in _apart(low)]):
        return False
    return any(_first(low, at) in FIRST for at in _starts(low))


def _apart(low: str) -> list[str]:
    for sign in _SIGNS:
        low = low.replace(sign, " ")
    return low.split()


def _starts(words: str) -> Iterator[int]:
    """Where an order may begin; behind a comma only what is asked for."""
    yield 0
    for found in _PARTS.finditer(words):
        if found[0][0] not in ",;" or words.startswith(_POLITE, found.end()):
            yield found.end()


def _first(low: str, at: int) -> str:
    word = low[at : at + 40].lstrip(_MARKS).partition(" ")[0]
    return word.rstrip(",:.;!*_").replace("’", "'")


def _order(sentence: str, *, is_line: bool) -> str:
    """The words of an order to wait; empty where there is none."""
    said = " ".join(_even(sentence[:_LONGEST]).split()).strip(" -\"'([|•·!")
    if is_line and (found := STATE.match(said)):
        return found[0].strip()
    is_named = "embargo" in said or "sperrfr" in said
    if is_named and (found := ENDLESS.match(said)):
        return said[found.start() :][:_SAID].strip()
    if is_named and (found := EMBARGO.search(said)) and not _is_of_states(said):
        return said[found.start() :][:_SAID].strip()
    for at in _starts(said):
        start = at + len(said[at:]) - len(said[at:].lstrip(" \"'(*-"))
        if BOUND.match(said, start) or (is_line and STATE.match(said, start)):
            return said[start : start + _SAID].strip()
    return ""


def _even(words: str) -> str:
    """Folded; words of plain letters by a table, which takes a tenth of the time."""
    if _ODD.search(words):
        return fold(words).text
    low = words.lower()
    return low.translate(_PLAIN if not low.isascii() else _BARE)


def _is_of_states(said: str) -> bool:
    at = said.find("embargo")
    return at >= 0 and (
        is_of_trade(_OF_MINISTERS.sub("", said)) or speaks_of_another(said, at, at + len("embargo"))
    )
