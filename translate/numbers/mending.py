"""Putting an amount right that an engine got wrong, where it is clear which it meant."""

from collections import Counter
from collections.abc import Sequence

from translate.alignment.words import SURE, AlignedHypothesis, carried, place
from translate.numbers.amounts import Amount, Amounts


def mended(
    source: str, hypothesis: AlignedHypothesis, amounts: Amounts
) -> AlignedHypothesis | None:
    """Write the source's amounts in place of others that were made from them.

    Args:
        source: what was translated.
        hypothesis: its translation, whose amounts are not the same.
        amounts: reads the one language and writes the other.

    Returns:
        None if it is not clear, or does not help.
    """
    lost, wrong = _apart(amounts.read(source), amounts.read_said(hypothesis.text))
    if not hypothesis.weights or len(lost) != len(wrong):
        return None
    text = hypothesis.text
    pairs = _pairs(source, hypothesis, lost, wrong)
    for right, meant in sorted(pairs, key=lambda pair: -pair[1].start):
        # “2 heures” is as much of a time as 14 h: its word goes with it.
        end = amounts.past_hours(text, meant.end) if right.is_time else meant.end
        text = text[: meant.start] + right.written + text[end:]
    return carried(hypothesis, text) if amounts.agree(source, text) else None


def _apart(before: Sequence[Amount], after: Sequence[Amount]) -> tuple[list[Amount], list[Amount]]:
    """The amounts of each that the other has not."""
    lost = Counter(a.value for a in before) - Counter(a.value for a in after)
    wrong = Counter(a.value for a in after) - Counter(a.value for a in before)
    return [a for a in before if lost[a.value]], [a for a in after if wrong[a.value]]


def _pairs(
    source: str, hypothesis: AlignedHypothesis, lost: Sequence[Amount], wrong: Sequence[Amount]
) -> list[tuple[Amount, Amount]]:
    """Each amount lost with the one that was made from it."""
    pairs = []
    for amount in lost:
        at = place(source, hypothesis, amount.start, amount.end)
        if at and at.sure >= SURE:
            made = [w for w in wrong if w.start < at.end and at.start < w.end]
            pairs += [(amount, made[0])] if len(made) == 1 else []
    return pairs
