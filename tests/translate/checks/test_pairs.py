"""How often the checks keep back what is right, and let out what is wrong: bounds that hold."""

from collections.abc import Iterable

import pytest

from press.text import Block, Kind
from tests.translate.checks.pairs.right import RIGHT
from tests.translate.checks.pairs.wrong import WRONG
from translate.checks import block_findings, is_blocked

Pair = tuple[str, str, str, str, str]
KEPT_BACK = 0.05  # of what is right
LET_OUT = 0.25  # of what is wrong


def is_kept_back(pair: Pair) -> bool:
    _, source, target, text, said = pair
    blocks = (Block(Kind.PARAGRAPH, words) for words in (text, said))
    return is_blocked(block_findings(*blocks, (source, target)))


def share(pairs: Iterable[Pair], told: list[Pair]) -> str:
    return f"{len(told)} of {len(list(pairs))}:\n" + "\n".join(map(str, told))


def of(kinds: set[str], pairs: Iterable[Pair]) -> list[Pair]:
    return [pair for pair in pairs if pair[0] in kinds]


# What `translate/numbers` answers for, and what all the other checks do.
IN_DIGITS = {"numbers", "times"}
IN_WORDS = {kind for kind, *_ in RIGHT} - IN_DIGITS
KINDS = pytest.mark.parametrize("kinds", [IN_WORDS, IN_DIGITS], ids=["words", "digits"])


@KINDS
def test_few_of_the_right_renderings_are_kept_back(kinds: set[str]) -> None:
    right = of(kinds, RIGHT)
    kept = [pair for pair in right if is_kept_back(pair)]
    assert len(kept) <= KEPT_BACK * len(right), share(right, kept)


@KINDS
def test_few_of_the_wrong_renderings_are_let_out(kinds: set[str]) -> None:
    wrong = of(kinds, WRONG)
    out = [pair for pair in wrong if not is_kept_back(pair)]
    assert len(out) <= LET_OUT * len(wrong), share(wrong, out)


def test_there_are_pairs_enough_of_every_kind() -> None:
    assert len(RIGHT) >= 110
    assert len(WRONG) >= 90
    assert {kind for kind, *_ in RIGHT} == {kind for kind, *_ in WRONG}
