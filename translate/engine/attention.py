"""The attention of a model, from tokens to words."""

from bisect import bisect_left
from collections.abc import Sequence

from translate.alignment.words import WORD, Weights

_START = "▁"


def by_words(
    source: Sequence[str], said: Sequence[str], attention: Sequence[Sequence[float]], skip: int
) -> Weights:
    """Add up what tokens had to do with tokens, for words cut at spaces.

    Args:
        source: the tokens of a sentence, as SentencePiece cuts it.
        said: the tokens of its translation, the prefix included.
        attention: a row for each token said, a column for each of the source and one for its end.
        skip: how many tokens the prefix has.

    Returns:
        A row for each word said, a column for each of the source, each row's sum 1 or 0; none if
        the tokens are not SentencePiece's, whose words begin with a mark.
    """
    if not source or not source[0].startswith(_START):
        return ()
    columns, rows = _words(source), _words(said[skip:])
    sums = [[0.0] * (max(columns) + 1) for _ in range(max(rows, default=-1) + 1)]
    for row, weights in zip(rows, attention[skip:], strict=False):
        for column, weight in zip(columns, weights, strict=False):  # the end is not a word
            sums[row][column] += weight
    return tuple(_shares(row) for row in sums)


def _words(tokens: Sequence[str]) -> list[int]:
    """Which word each token belongs to."""
    text = "".join(tokens).replace(_START, " ")
    ends, at = [], 0
    for token in tokens:
        at += len(token)
        ends.append(at)
    starts = [match.start() for match in WORD.finditer(text)]
    return [max(0, bisect_left(starts, end) - 1) for end in ends]


def _shares(row: Sequence[float]) -> tuple[float, ...]:
    total = sum(row)
    return tuple(weight / total for weight in row) if total else tuple(row)
