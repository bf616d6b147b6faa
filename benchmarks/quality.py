"""Is what we make of an engine's words at least as good as the engine's own?

For news sentences with a translation known to be right: chrF and BLEU, numbers kept, links on the
words they belong to, glossary kept, and how much is flagged; for our way and for the plain engine,
which is given the same sentences and the same model and decodes as Argos Translate does where
nobody sets anything. And how often our checks cry out at the known translations, which are right
by definition.
"""

import os
import random
import re
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sacrebleu.metrics import BLEU, CHRF

from press.finding import Severity
from press.glossary import Term
from press.text import Block, Kind
from translate import Engine, Made, translate_blocks
from translate.checks import block_findings, is_blocked
from translate.engine.argos import engine_for, load
from translate.engine.pivot import route
from translate.markup.markdown import escaped, visible
from translate.numbers.values import values

SHARED = Path(os.environ.get("NEWSROOM_SHARED", Path(__file__).parents[2] / "shared"))
SETS = {
    "fr": ("flores_devtest", "ntrex", "newstest2014"),
    "nl": ("flores_devtest", "ntrex", "europarl2008"),
    "de": ("flores_devtest", "ntrex", "newstest2020"),
}
# As argostranslate.translate decodes, with a wider beam than ours.
PLAIN = {"beam_size": 4, "length_penalty": 0.2, "repetition_penalty": 1.0}
_NAME = re.compile(r"(?<!^)(?<=[a-z,] )[A-Z][a-z]{3,}(?![\w-])")
_LINK = re.compile(r"\[([^\[\]]*)\]\((https://example\.org/[^\s()]*)\)")


@dataclass(slots=True)
class Score:
    """What one way of translating did.

    Args:
        words: its translations, without marks.
        flagged: how many of them wait for an editor, and for how many a look is advised.
        counts: of what was right and of what there was.
    """

    words: list[str] = field(default_factory=list)
    flagged: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)


def run(most: int) -> None:
    """Measure each language and print its lines.

    Args:
        most: sentences of each language.
    """
    models, parallel = SHARED / "models", SHARED / "parallel"
    if not (models.is_dir() and parallel.is_dir()):
        print("quality: no parallel texts and models (NEWSROOM_SHARED) on this machine; skipped")
        return
    print(f"quality of {most} sentences a language; counts are right + flagged / all; a link is")
    print("placed right if it stands on its name, where the engine said the name once")
    heads = " ".join(f"{head:>12}" for head in ("numbers", "links kept", "placed", "terms"))
    print(f"{'':8} {'chrF':>6} {'BLEU':>6} {heads} blocked warned")
    for target in SETS:
        pairs = _pairs(parallel, target, most)
        with tempfile.TemporaryDirectory() as home:
            folders = [Path(home), models]
            ours = _ours(pairs, target, engine_for("en", target, folders))
            plain = _plain(pairs, target, load(route("en", target, folders), **PLAIN))
        right = [after for _, after in pairs]
        for name, score in ((f"{target} ours", ours), (f"{target} plain", plain)):
            print(_line(name, score, right), flush=True)
        print(_alarms(pairs, target), flush=True)


def _pairs(parallel: Path, target: str, most: int) -> list[tuple[str, str]]:
    """Sentences and their known translations, some of each set, the same ones each time."""
    every = []
    for name in SETS[target]:
        files = [parallel / f"{name}.en-{target}.{code}" for code in ("en", target)]
        texts = [file.read_text("utf-8").split("\n") for file in files]
        known = [pair for pair in zip(*texts, strict=True) if all(map(str.strip, pair))]
        every += random.Random(1).sample(known, most // len(SETS[target]))
    return [(" ".join(a.split()), " ".join(b.split())) for a, b in every]


def _shared_name(pair: tuple[str, str]) -> str:
    """A name in the middle of a sentence that is the same word in both, once."""
    for match in _NAME.finditer(pair[0]):
        if all(len(re.findall(rf"\b{match[0]}\b", text)) == 1 for text in pair):
            return match[0]
    return ""


def _linked(text: str, name: str, number: int) -> str:
    safe = escaped(text, starts=True)
    return safe.replace(name, f"[{name}](https://example.org/{number})") if name else safe


def _terms(pairs: Sequence[tuple[str, str]], target: str) -> list[Term]:
    """A glossary of the names that stand in both languages."""
    names = dict.fromkeys(filter(None, map(_shared_name, pairs)))
    return [Term("en", target, name, name, exact_case=True) for name in names]


def _ours(pairs: Sequence[tuple[str, str]], target: str, engine: Engine) -> Score:
    """Three runs: the words, the same with a link in them, the same with a glossary."""
    score = Score()
    blocks = [Block(Kind.PARAGRAPH, escaped(text, starts=True)) for text, _ in pairs]
    made = translate_blocks(blocks, "en", target, engine)
    score.words = [visible(one.block.markdown) for one in made]
    for (text, _), one in zip(pairs, made, strict=True):
        _flag(score, one)
        _count_numbers(score, text, visible(one.block.markdown), target, is_blocked(one.findings))
    names = list(map(_shared_name, pairs))
    texts = [_linked(p[0], name, n) for n, (p, name) in enumerate(zip(pairs, names, strict=True))]
    linked = translate_blocks([Block(Kind.PARAGRAPH, t) for t in texts], "en", target, engine)
    termed = translate_blocks(blocks, "en", target, engine, _terms(pairs, target))
    for number, name in enumerate(names):
        if name:
            one, other = linked[number], termed[number]
            _count_link(score, one.block.markdown, name, number, is_blocked(one.findings))
            flagged = any(f.check in ("glossary", "untranslated") for f in other.findings)
            _count_term(score, visible(other.block.markdown), name, flagged)
    return score


def _flag(score: Score, one: Made) -> None:
    if one.findings:
        severe = is_blocked(one.findings)
        score.flagged[Severity.BLOCKS if severe else Severity.WARNS] += 1


def _plain(pairs: Sequence[tuple[str, str]], target: str, engine: Engine) -> Score:
    """The engine's words as they come, for the same sentences; nothing is ever flagged."""
    score = Score(words=engine.translate([text for text, _ in pairs]))
    names = list(map(_shared_name, pairs))
    texts = [_linked(p[0], name, n) for n, (p, name) in enumerate(zip(pairs, names, strict=True))]
    linked = engine.translate(texts)
    for number, ((text, _), name) in enumerate(zip(pairs, names, strict=True)):
        _count_numbers(score, text, score.words[number], target, False)
        if name:
            _count_link(score, linked[number], name, number, False)
            _count_term(score, score.words[number], name, False)
    return score


def _count_numbers(score: Score, text: str, said: str, target: str, flagged: bool) -> None:
    if before := values(text, "en"):
        score.counts["numbers"] += 1
        score.counts["numbers right"] += before == values(said, target)
        score.counts["numbers flagged"] += before != values(said, target) and flagged


def _count_link(score: Score, markdown: str, name: str, number: int, flagged: bool) -> None:
    """Whether a link leads where it led, and stands on its name where the engine said the name."""
    known = [m[1] for m in _LINK.finditer(markdown) if m[2].endswith(f"/{number}")]
    is_said = len(re.findall(rf"\b{name}\b", _LINK.sub(r"\1", markdown))) == 1
    score.counts["links"] += 1
    score.counts["links right"] += len(known) == 1
    score.counts["links flagged"] += len(known) != 1 and flagged
    score.counts["placed"] += is_said
    score.counts["placed right"] += is_said and known == [name]
    score.counts["placed flagged"] += is_said and known != [name] and flagged


def _count_term(score: Score, said: str, name: str, flagged: bool) -> None:
    score.counts["terms"] += 1
    is_right = re.search(rf"\b{name}\b", said) is not None
    score.counts["terms right"] += is_right
    score.counts["terms flagged"] += not is_right and flagged


def _line(name: str, score: Score, right: Sequence[str]) -> str:
    chrf = CHRF().corpus_score(score.words, [right]).score
    bleu = BLEU().corpus_score(score.words, [right]).score
    cells = " ".join(
        f"{score.counts[f'{what} right']:>4}+{score.counts[f'{what} flagged']:<2}/{all_of:<4}"
        for what in ("numbers", "links", "placed", "terms")
        for all_of in [score.counts[what]]
    )
    shares = [100 * score.flagged[severity] / len(right) for severity in Severity]
    return f"{name:8} {chrf:6.2f} {bleu:6.2f} {cells} {shares[0]:6.1f}% {shares[1]:5.1f}%"


def _alarms(pairs: Sequence[tuple[str, str]], target: str) -> str:
    """How often each check finds something in translations that are right."""
    alarms: Counter[str] = Counter()
    for before, after in pairs:
        blocks = [Block(Kind.SUMMARY, text) for text in (before, after)]
        alarms.update({f.check for f in block_findings(blocks[0], blocks[1], ("en", target))})
    rates = ", ".join(f"{c} {100 * n / len(pairs):.1f}%" for c, n in alarms.most_common())
    return f"{target} alarms at right translations: {rates or 'none'}"
