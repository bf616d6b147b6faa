"""Two ways of translating: ours, and the plain engine's."""

from collections.abc import Iterator, Sequence

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
from translate.checks import is_blocked
from translate.engine.protocol import Engine
from translate.markup.markdown import escaped, visible
from translate.translating import Made, translate_blocks


def ours(known: Sequence[Known], target: str, engine: Engine) -> tuple[list[Made], Score]:
    """The words; and of sentences with a name the same with a link on it, and with a glossary."""
    score = Score()
    blocks = [Block(Kind.PARAGRAPH, escaped(text, starts=True)) for text, _ in known]
    made = translate_blocks(blocks, "en", target, engine)
    score.words = [visible(one.block.markdown) for one in made]
    for (text, _), one, said in zip(known, made, score.words, strict=True):
        score.flag(one)
        count_facts(score, text, said, target, {finding.check for finding in one.findings})
    named = list(_named(known))
    links = [Block(Kind.PARAGRAPH, linked(known[n][0], name, n)) for n, name in named]
    with_link = translate_blocks(links, "en", target, engine)
    with_term = translate_blocks(
        [blocks[n] for n, _ in named], "en", target, engine, terms(known, target)
    )
    for (number, name), one, other in zip(named, with_link, with_term, strict=True):
        flagged = is_blocked(one.findings)
        count_link(score, one.block.markdown, name, number, flagged=flagged)
        spoke = {"glossary", "untranslated"} & {finding.check for finding in other.findings}
        count_term(score, visible(other.block.markdown), name, flagged=bool(spoke))
    return made, score


def plain(known: Sequence[Known], target: str, engine: Engine) -> Score:
    """The engine's words as they come, for the same sentences; nothing is ever flagged."""
    score = Score(words=engine.translate([text for text, _ in known]))
    for (text, _), said in zip(known, score.words, strict=True):
        count_facts(score, text, said, target, set())
    named = list(_named(known))
    links = engine.translate([linked(known[n][0], name, n) for n, name in named])
    for (number, name), said in zip(named, links, strict=True):
        count_link(score, said, name, number, flagged=False)
        count_term(score, score.words[number], name, flagged=False)
    return score


def _named(known: Sequence[Known]) -> Iterator[tuple[int, str]]:
    """The numbers of sentences with a name that both languages have, and the name."""
    for number, pair in enumerate(known):
        if name := shared_name(pair):
            yield number, name
