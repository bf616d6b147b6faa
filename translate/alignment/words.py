"""Which words of a translation came from which words of its source."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple, Protocol, runtime_checkable

from translate.alignment.function_words import WORDS, is_small
from translate.alignment.likeness import CORE, ELIDED, alike, core

Weights = tuple[tuple[float, ...], ...]
WORD = re.compile(r"[^ \n\t]+")
_ARTICLE = re.compile(
    r"(?:the|an?|les?|la|l|une?|de|het|een|der|die|das|den|dem|des|ein\w*)\b", re.I
)
SURE = 0.5  # of what the words found were made from, at least this must be the words wanted
_LEXICAL = 2.0  # what two words alike weigh beside the engine's whole attention of 1


class AlignedHypothesis(NamedTuple):
    """One way to say a sentence; plain data, so that it may come from another process.

    Args:
        text: the words.
        weights: a row for each of its words, cut at spaces: how much each word of the source, cut
            at spaces, had to do with it; none where the engine does not tell.
        score: how sure the engine was: the natural logarithm of the probability it gave the words,
            for every four letters; None where it does not say.
    """

    text: str
    weights: Weights = ()
    score: float | None = None


@runtime_checkable
class Aligning(Protocol):
    """An engine that can also tell where its words came from, and say a thing otherwise."""

    def hypotheses(self, sentences: Sequence[str], count: int) -> list[list[AlignedHypothesis]]:
        """Translate sentences in several ways.

        Args:
            sentences: as for `Engine.translate`.
            count: how many hypotheses of each are wanted, at most.

        Returns:
            For each sentence its hypotheses, the best first: at least one.
        """


class AlignedSpan(NamedTuple):
    """Where some words of a source stand in its translation.

    Args:
        start: of the first character.
        end: after the last.
        sure: from 0 to 1.
    """

    start: int
    end: int
    sure: float


def together(parts: Iterable[AlignedHypothesis]) -> float | None:
    """The score of parts as if they had been said in one go, the longer counting for more."""
    known = [(part.score, len(part.text)) for part in parts if part.score is not None]
    letters = sum(length for _, length in known)
    return sum(score * length for score, length in known) / letters if letters else None


def place(
    source: str, hypothesis: AlignedHypothesis, start: int, end: int, *, trimmed: bool = True
) -> AlignedSpan | None:
    """Find the words that translate a stretch of a source.

    Args:
        source: a sentence.
        hypothesis: its translation.
        start: of the stretch's first character.
        end: after its last.
        trimmed: whether marks and articles at the edges that the source's has not are left out.
    """
    before = [match.span() for match in WORD.finditer(source)]
    after = [match.span() for match in WORD.finditer(hypothesis.text)]
    wanted = {n for n, (first, last) in enumerate(before) if first < end and start < last}
    if not wanted or not after:
        return None
    rows = _rows(source, hypothesis)
    inside = [sum(row[n] for n in wanted) for row in rows]
    best = _heaviest([2 * part - sum(row) for part, row in zip(inside, rows, strict=True)])
    if best is None:
        return None
    first, last = best
    sure = sum(inside[first:last]) / (last - first)
    at = AlignedSpan(after[first][0], after[last - 1][1], sure)
    return _trimmed(source[start:end], hypothesis.text, at) if trimmed else at


def found(words: str, said: str) -> AlignedSpan | None:
    """Find words that were translated by themselves in a sentence, if they stand there once."""
    matches = list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", said, re.IGNORECASE))
    return AlignedSpan(*matches[0].span(), 1.0) if len(matches) == 1 and words.strip() else None


def carried(hypothesis: AlignedHypothesis, text: str) -> AlignedHypothesis:
    """A hypothesis whose text was changed here and there, with what is still known of its words."""
    if text == hypothesis.text or not hypothesis.weights:
        return hypothesis._replace(text=text)
    old, new = WORD.findall(hypothesis.text), WORD.findall(text)
    if len(old) != len(hypothesis.weights):
        return hypothesis._replace(text=text, weights=())
    nothing = (0.0,) * len(hypothesis.weights[0])
    rows = [nothing] * len(new)
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal" or b - a == d - c:
            rows[c:d] = hypothesis.weights[a:b]
        elif b > a:
            mean = tuple(
                sum(column) / (b - a) for column in zip(*hypothesis.weights[a:b], strict=True)
            )
            rows[c:d] = [mean] * (d - c)
    return hypothesis._replace(text=text, weights=tuple(rows))


def _rows(source: str, hypothesis: AlignedHypothesis) -> list[list[float]]:
    """What each word of a translation was made from: attention, and words that look alike."""
    before, after = WORD.findall(source), WORD.findall(hypothesis.text)
    known = hypothesis.weights
    if len(known) != len(after) or any(len(row) != len(before) for row in known):
        known = ((0.0,) * len(before),) * len(after)
    cores = list(map(core, before))
    rows = []
    for number, (word, row) in enumerate(zip(after, known, strict=True)):
        same = alike(core(word), cores, number / len(after))
        whole = [weight + _LEXICAL * like for weight, like in zip(row, same, strict=True)]
        total = sum(whole)
        rows.append([weight / total for weight in whole] if total else whole)
    return rows


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


def _trimmed(words: str, said: str, at: AlignedSpan) -> AlignedSpan | None:
    """A place without the marks and the article at its edges that the source's has not."""
    start, end, sure = at
    words_of_it = CORE.search(said, start, end)
    if not words_of_it:
        return None
    if words[:1].isalnum():
        start = words_of_it.start()
        elided = ELIDED.match(said, start, end)
        if elided and not _ARTICLE.match(words):
            start = elided.end()
        start += _idle(words, said[start:end])
    if words[-1:].isalnum():
        end = words_of_it.end()
    return AlignedSpan(start, end, sure if _tells(said[start:end]) or not _tells(words) else 0.0)


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
