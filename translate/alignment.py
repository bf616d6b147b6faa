"""Which words of a translation came from which words of its source."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple, Protocol, runtime_checkable

from translate.small import WORDS, is_small

Weights = tuple[tuple[float, ...], ...]
WORD = re.compile(r"[^ \n\t]+")
_CORE = re.compile(r"\w(?:.*\w)?")
_ARTICLE = re.compile(
    r"(?:the|an?|les?|la|l|une?|de|het|een|der|die|das|den|dem|des|ein\w*)\b", re.I
)
_ELIDED = re.compile(r"(?:[cdjlmnst]|qu)['’](?=\w)", re.I)
SURE = 0.5  # of what the words found were made from, at least this must be the words wanted
_ALIKE = 0.72  # from here two words are taken for the same: Commission, Kommission
_LEXICAL = 2.0  # what two words alike weigh beside the engine's whole attention of 1


class Wording(NamedTuple):
    """One way to say a sentence; plain data, so that it may come from another process.

    Args:
        text: the words.
        weights: a row for each of its words, cut at spaces: how much each word of the source, cut
            at spaces, had to do with it; none where the engine does not tell.
    """

    text: str
    weights: Weights = ()


@runtime_checkable
class Aligning(Protocol):
    """An engine that can also tell where its words came from, and say a thing otherwise."""

    def wordings(self, sentences: Sequence[str], count: int) -> list[list[Wording]]:
        """Translate sentences in several ways.

        Args:
            sentences: as for `Engine.translate`.
            count: how many wordings of each are wanted, at most.

        Returns:
            For each sentence its wordings, the best first: at least one.
        """


class Place(NamedTuple):
    """Where some words of a source stand in its translation.

    Args:
        start: of the first character.
        end: after the last.
        sure: from 0 to 1.
    """

    start: int
    end: int
    sure: float


def place(
    source: str, wording: Wording, start: int, end: int, *, trimmed: bool = True
) -> Place | None:
    """Find the words that translate a stretch of a source.

    Args:
        source: a sentence.
        wording: its translation.
        start: of the stretch's first character.
        end: after its last.
        trimmed: whether marks and articles at the edges that the source's has not are left out.
    """
    before = [match.span() for match in WORD.finditer(source)]
    after = [match.span() for match in WORD.finditer(wording.text)]
    wanted = {n for n, (first, last) in enumerate(before) if first < end and start < last}
    if not wanted or not after:
        return None
    rows = _rows(source, wording)
    inside = [sum(row[n] for n in wanted) for row in rows]
    best = _heaviest([2 * part - sum(row) for part, row in zip(inside, rows, strict=True)])
    if best is None:
        return None
    first, last = best
    sure = sum(inside[first:last]) / (last - first)
    at = Place(after[first][0], after[last - 1][1], sure)
    return _trimmed(source[start:end], wording.text, at) if trimmed else at


def found(words: str, said: str) -> Place | None:
    """Find words that were translated by themselves in a sentence, if they stand there once."""
    matches = list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", said, re.IGNORECASE))
    return Place(*matches[0].span(), 1.0) if len(matches) == 1 and words.strip() else None


def carried(wording: Wording, text: str) -> Wording:
    """A wording whose text was changed here and there, with what is still known of its words."""
    if text == wording.text or not wording.weights:
        return Wording(text, wording.weights)
    old, new = WORD.findall(wording.text), WORD.findall(text)
    if len(old) != len(wording.weights):
        return Wording(text)
    nothing = (0.0,) * len(wording.weights[0])
    rows = [nothing] * len(new)
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal" or b - a == d - c:
            rows[c:d] = wording.weights[a:b]
        elif b > a:
            mean = tuple(
                sum(column) / (b - a) for column in zip(*wording.weights[a:b], strict=True)
            )
            rows[c:d] = [mean] * (d - c)
    return Wording(text, tuple(rows))


def _rows(source: str, wording: Wording) -> list[list[float]]:
    """What each word of a translation was made from: attention, and words that look alike."""
    before, after = WORD.findall(source), WORD.findall(wording.text)
    known = wording.weights
    if len(known) != len(after) or any(len(row) != len(before) for row in known):
        known = ((0.0,) * len(before),) * len(after)
    cores = [_core(word) for word in before]
    rows = []
    for number, (word, row) in enumerate(zip(after, known, strict=True)):
        alike = _alike(_core(word), cores, number / len(after))
        whole = [weight + _LEXICAL * same for weight, same in zip(row, alike, strict=True)]
        total = sum(whole)
        rows.append([weight / total for weight in whole] if total else whole)
    return rows


def _core(word: str) -> str:
    """A word without the marks round it, and without l' in front."""
    core = _CORE.search(word)
    return _ELIDED.sub("", core[0], count=1).casefold() if core else ""


def _alike(word: str, sources: Sequence[str], at: float) -> list[float]:
    """How much a word looks like each of the source's; of several the one that stands nearest."""
    likeness = [_likeness(word, source) for source in sources]
    best = max(likeness, default=0.0)
    places = [n for n, like in enumerate(likeness) if like == best and best]
    if not places:
        return likeness
    nearest = min(places, key=lambda n: abs(n / len(sources) - at))
    return [best if n == nearest else 0.0 for n in range(len(sources))]


def _likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0 if len(one) > 2 or any(c.isdigit() for c in one) else 0.3 * bool(one)
    if min(len(one), len(other)) < 4:
        return 0.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.quick_ratio() < _ALIKE:
        return 0.0
    return ratio if (ratio := matcher.ratio()) >= _ALIKE else 0.0


def _heaviest(scores: Sequence[float]) -> tuple[int, int] | None:
    """The stretch with the greatest sum: the first and after the last; None if there is none."""
    sums = [0.0]
    for score in scores:
        sums.append(sums[-1] + score - 0.01)  # of two alike the shorter
    best, lowest, stretch = 0.0, 0, None
    for end in range(1, len(sums)):
        if sums[end] - sums[lowest] > best:
            best, stretch = sums[end] - sums[lowest], (lowest, end)
        if sums[end] < sums[lowest]:
            lowest = end
    return stretch


def _trimmed(words: str, said: str, at: Place) -> Place | None:
    """A place without the marks and the article at its edges that the source's has not."""
    start, end, sure = at
    core = _CORE.search(said, start, end)
    if not core:
        return None
    if words[:1].isalnum():
        start = core.start()
        elided = _ELIDED.match(said, start, end)
        if elided and not _ARTICLE.match(words):
            start = elided.end()
        start += _idle(words, said[start:end])
    if words[-1:].isalnum():
        end = core.end()
    return Place(start, end, sure if _tells(said[start:end]) or not _tells(words) else 0.0)


def _idle(words: str, said: str) -> int:
    """How many characters of small words stand before some words, if the source's has none."""
    first = WORDS.search(words)
    if not first or is_small(first[0]):
        return 0
    told = next((word for word in WORDS.finditer(said) if not is_small(word[0])), None)
    return told.start() if told else 0


def _tells(words: str) -> bool:
    """Whether some words have one that says something."""
    return not all(map(is_small, WORDS.findall(words)))
