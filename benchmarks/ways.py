"""Two ways of translating: ours, and the plain engine's."""

from collections.abc import Sequence

from benchmarks.counting import (
    Score,
    count_facts,
    count_link,
    count_term,
    linked,
    shared_name,
    terms,
)
from benchmarks.known import Known
from press.text import Block, Kind
from translate import Engine, Made, translate_blocks
from translate.checks import is_blocked
from translate.markup.markdown import escaped, visible


def ours(known: Sequence[Known], target: str, engine: Engine) -> tuple[list[Made], Score]:
    """Three runs: the words, the same with a link in them, the same with a glossary."""
    score = Score()
    blocks = [Block(Kind.PARAGRAPH, escaped(text, starts=True)) for text, _ in known]
    made = translate_blocks(blocks, "en", target, engine)
    score.words = [visible(one.block.markdown) for one in made]
    for (text, _), one, said in zip(known, made, score.words, strict=True):
        score.flag(one)
        count_facts(score, text, said, target, {finding.check for finding in one.findings})
    names = list(map(shared_name, known))
    with_link = translate_blocks(_linked(known, names), "en", target, engine)
    with_term = translate_blocks(blocks, "en", target, engine, terms(known, target))
    for number, name in enumerate(names):
        if name:
            one, other = with_link[number], with_term[number]
            flagged = is_blocked(one.findings)
            count_link(score, one.block.markdown, name, number, flagged=flagged)
            spoke = {"glossary", "untranslated"} & {f.check for f in other.findings}
            count_term(score, visible(other.block.markdown), name, flagged=bool(spoke))
    return made, score


def _linked(known: Sequence[Known], names: Sequence[str]) -> list[Block]:
    named = enumerate(zip(known, names, strict=True))
    return [Block(Kind.PARAGRAPH, linked(pair[0], name, n)) for n, (pair, name) in named]


def plain(known: Sequence[Known], target: str, engine: Engine) -> Score:
    """The engine's words as they come, for the same sentences; nothing is ever flagged."""
    score = Score(words=engine.translate([text for text, _ in known]))
    names = list(map(shared_name, known))
    with_link = engine.translate([block.markdown for block in _linked(known, names)])
    for number, ((text, _), name) in enumerate(zip(known, names, strict=True)):
        count_facts(score, text, score.words[number], target, set())
        if name:
            count_link(score, with_link[number], name, number, flagged=False)
            count_term(score, score.words[number], name, flagged=False)
    return score
