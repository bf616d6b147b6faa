"""What an engine's translations of known sentences are worth: ours, and its own bare words."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF

from press.text import Block, Kind
from translate.engine.protocol import Engine
from translate.markup.markdown import escaped, visible
from translate.translating import translate_blocks

# So many sentences at a time, so that somebody can see how far it has come.
_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class Worth:
    """How near translations are to known ones, and how fast they came.

    Args:
        chrf: of their letters, 0 to 100.
        bleu: of their words, 0 to 100.
        speed: sentences a second.
    """

    chrf: float
    bleu: float
    speed: float


def compare(
    engine: Engine,
    pair: tuple[str, str],
    known: Sequence[tuple[str, str]],
    done: Callable[[int], None] = lambda _: None,
) -> tuple[Worth, Worth]:
    """Have an engine translate sentences whose translations are known.

    Args:
        engine: loaded, or loading with the first sentence, which is not timed.
        pair: codes of the languages it translates from and into.
        known: sentences with their translations, one at least.
        done: told how many sentences were translated; each of them twice.

    Returns:
        what we make of its words, as releases get them; and its words as they come.
    """
    sources, right = [source for source, _ in known], [target for _, target in known]
    engine.translate(sources[:1])

    def ours(sentences: Sequence[str]) -> list[str]:
        blocks = [Block(Kind.PARAGRAPH, escaped(words, starts=True)) for words in sentences]
        return [visible(one.block.markdown) for one in translate_blocks(blocks, *pair, engine)]

    return _worth(ours, sources, right, done), _worth(engine.translate, sources, right, done)


def _worth(
    translate: Callable[[Sequence[str]], list[str]],
    sources: Sequence[str],
    right: Sequence[str],
    done: Callable[[int], None],
) -> Worth:
    said, start = list[str](), time.perf_counter()
    for first in range(0, len(sources), _AT_ONCE):
        some = translate(sources[first : first + _AT_ONCE])
        said += some
        done(len(some))
    seconds = time.perf_counter() - start
    chrf, bleu = CHRF().corpus_score(said, [right]), BLEU().corpus_score(said, [right])
    return Worth(chrf.score, bleu.score, len(sources) / max(seconds, 1e-9))
