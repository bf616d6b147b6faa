"""Is what we make of an engine's words at least as good as the engine's own?

For news sentences with a translation known to be right, and the model that ships as well as one
that drops and invents facts: chrF and BLEU, numbers, times and names kept, links on the words they
belong to, glossary kept, how much is flagged, and how well the engine's doubt tells bad sentences
from good ones; for our way and for the plain engine, which is given the same sentences and the same
model, once decoding as ours does and once as Argos Translate does where nobody sets anything. Then
documents whose translations nobody knows: two real ones and our samples. And how often our checks
cry out at translations that are right by definition, and miss those that were spoilt on purpose.
"""

import logging
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from sacrebleu.metrics import BLEU, CHRF

from benchmarks import alarms
from benchmarks.counting import COUNTED, Score, count_facts
from benchmarks.known import ENGINES, PARALLEL, SETS, SHARED, Known, documents, pairs
from benchmarks.ways import ours, plain
from press.finding import DOUBT, Severity
from translate.calibrating import calibrate
from translate.engine.argos import engine_for, load
from translate.engine.pivot import route
from translate.engine.protocol import Engine
from translate.markup.markdown import visible
from translate.packages.marks import keep_mark, read_mark
from translate.translating import Made, translate_blocks

__all__ = ["SHARED", "run"]
# As argostranslate.translate decodes, with a wider beam than ours.
ARGOS = {"beam_size": 4, "length_penalty": 0.2, "repetition_penalty": 1.0}
CALIBRATED = 300  # sentences on which a package without a mark gets one
_FIFTH = 5


def run(most: int) -> None:
    """Measure each engine into each language and print its lines.

    Args:
        most: sentences of each language.
    """
    logging.disable(logging.WARNING)  # of folders that are none of ours
    if not PARALLEL.is_dir():
        print("quality: no parallel texts (NEWSROOM_SHARED) on this machine; skipped")
        return
    print(f"quality of {most} sentences a language; counts are right + flagged / all; a link is")
    print("placed right if it stands on its name, where the engine said the name once; left:")
    print("sentences in the original's language; unsure: of all, of the worst fifth, of the best")
    heads = " ".join(f"{head:>12}" for head in COUNTED)
    print(f"{'':20} {'chrF':>6} {'BLEU':>6} {heads} left block% warn% unsure%")
    began = time.monotonic()
    for name, folder in ENGINES.items():
        for target in SETS:
            _measure(name, folder, target, pairs(target, most))
            print(f"# {time.monotonic() - began:.0f} s", flush=True)
    for target in SETS:
        alarms.run(target, most)
    print(f"# {time.monotonic() - began:.0f} s", flush=True)


def _measure(name: str, folder: Path, target: str, known: Sequence[Known]) -> None:
    right = [after for _, after in known]
    with tempfile.TemporaryDirectory() as home:
        folders = [Path(home), folder]
        engine = _calibrated(target, folders)
        made, score = ours(known, target, engine)
        print(_line(f"{target} {name} ours", score, right, _unsure(made, right)), flush=True)
        for way, decoding in (("plain", {}), ("argos", ARGOS)):
            bare = load(route("en", target, folders), **decoding)
            label = f"{target} {name} {way}"
            print(_line(label, plain(known, target, bare), right), flush=True)
        _documents(f"{target} {name}", target, engine)


def _calibrated(target: str, folders: list[Path]) -> Engine:
    """An engine whose package has a mark: the one it comes with, or one of other sentences."""
    (package,) = route("en", target, folders)
    if read_mark(package) is None:
        others = pairs(target, CALIBRATED, seed=2)
        mark = calibrate(engine_for("en", target, folders), package.pair, others)
        assert mark, "it answers nothing"
        keep_mark(package, mark)
    return engine_for("en", target, folders)


def _documents(label: str, target: str, engine: Engine) -> None:
    """What becomes of real documents and our samples: nobody knows what would be right."""
    score, blocks = Score(), documents()
    made = translate_blocks(blocks, "en", target, engine)
    for block, one in zip(blocks, made, strict=True):
        score.flag(one)
        texts = (visible(text) for text in (block.markdown, one.block.markdown))
        count_facts(score, *texts, target, {finding.check for finding in one.findings})
    unsure = sum(_is_unsure(one) for one in made)
    shares = f"{100 * unsure / len(made):.0f} of {len(made)} blocks"
    print(f"{label + ' documents':20} {'':13} {_counts(score)} {_flags(score, made)} {shares}")


def _unsure(made: Sequence[Made], right: Sequence[str]) -> str:
    """Of how many sentences the engine was unsure: of all, of the worst fifth and of the best."""
    chrf = CHRF()
    said = [visible(one.block.markdown) for one in made]
    order = sorted(range(len(made)), key=lambda n: chrf.sentence_score(said[n], [right[n]]).score)
    count = len(order) // _FIFTH
    groups = (order, order[:count], order[-count:])
    return " ".join(
        f"{100 * sum(_is_unsure(made[n]) for n in group) / max(1, len(group)):.0f}"
        for group in groups
    )


def _is_unsure(made: Made) -> bool:
    return any(finding.check == DOUBT for finding in made.findings)


def _line(name: str, score: Score, right: Sequence[str], unsure: str = "") -> str:
    chrf = CHRF().corpus_score(score.words, [right]).score
    bleu = BLEU().corpus_score(score.words, [right]).score
    return f"{name:20} {chrf:6.2f} {bleu:6.2f} {_counts(score)} {_flags(score, right)} {unsure}"


def _counts(score: Score) -> str:
    return " ".join(
        f"{counts[f'{what} right']:>4}+{counts[f'{what} flagged']:<3}/{counts[what]:<3}"
        for what in COUNTED
        for counts in [score.counts]
    )


def _flags(score: Score, every: Sequence[object]) -> str:
    shares = [100 * score.flagged[severity] / len(every) for severity in Severity]
    return f"{score.left:>4} {shares[0]:>6.1f} {shares[1]:>5.1f}"
