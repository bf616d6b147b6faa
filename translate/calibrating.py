"""Finding the mark of a package: the score below which its words are in doubt."""

from collections.abc import Callable, Sequence
from math import floor

from sacrebleu.metrics.chrf import CHRF

from press.text import Block, Kind
from translate.engine.protocol import Engine
from translate.markup.markdown import escaped, visible
from translate.packages.marks import PackageMark
from translate.translating import translate_blocks

FEWEST = 100  # sentences: of fewer, a fifth is too few to put a tenth of it below a mark
_FIFTH = 5
MOST = 0.07  # of the best: on other sentences it still has to be one in ten at the most
# So many sentences at a time, so that somebody can see how far it has come.
_AT_ONCE = 64
# How near words are to the known ones (chrF, 0 to 100), and how sure the engine was of them.
Rated = tuple[float, float]


def calibrate(
    engine: Engine,
    pair: tuple[str, str],
    known: Sequence[tuple[str, str]],
    done: Callable[[int], None] = lambda _: None,
) -> PackageMark | None:
    """Have an engine translate sentences whose translations are known, and find its mark.

    Args:
        engine: which.
        pair: codes of the languages it translates from and into.
        known: sentences with their translations, `FEWEST` at least.
        done: told how many sentences were translated.

    Returns:
        None if more than half of them stay as they are, whatever it says to them.
    """
    rated = list[Rated]()
    for first in range(0, len(known), _AT_ONCE):
        some = known[first : first + _AT_ONCE]
        rated += rate(engine, pair, some)
        done(len(some))
    return mark_among(rated) if 2 * len(rated) >= len(known) else None


def rate(engine: Engine, pair: tuple[str, str], known: Sequence[tuple[str, str]]) -> list[Rated]:
    """What we make of an engine's words, as releases get them; only those it has a score for."""
    blocks = [Block(Kind.PARAGRAPH, escaped(source, starts=True)) for source, _ in known]
    made = [one.block for one in translate_blocks(blocks, *pair, engine)]
    chrf = CHRF()
    return [
        (chrf.sentence_score(visible(block.markdown), [right]).score, block.score)
        for block, (_, right) in zip(made, known, strict=True)
        if block.score is not None
    ]


def mark_among(rated: Sequence[Rated], most: float = MOST) -> PackageMark:
    """The highest mark below which no more of the best fifth fall than may.

    Args:
        rated: half of `FEWEST` at least.
        most: the share of them that may.
    """
    _, best = _fifths(rated)
    score = sorted(best)[floor(most * len(best))]
    return mark_at(score, rated)


def mark_at(score: float, rated: Sequence[Rated]) -> PackageMark:
    """A score as a mark, with what it is worth among some sentences."""
    mark = floor(100 * score) / 100  # as it is shown, and none the stricter
    worst, best = _fifths(rated)
    return PackageMark(mark, len(rated), _below(mark, best), _below(mark, worst))


def _fifths(rated: Sequence[Rated]) -> tuple[list[float], list[float]]:
    """The scores of the worst fifth, and of the best."""
    ranked = [score for _, score in sorted(rated)]
    count = len(ranked) // _FIFTH
    return ranked[:count], ranked[-count:]


def _below(mark: float, scores: Sequence[float]) -> float:
    return round(sum(score < mark for score in scores) / len(scores), 3)
