"""Translating blocks, all that are wanted in one go.

Nothing here brings a model into memory; that is left to `translate/engine/argos.py`.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass

from press.finding import Finding
from press.glossary import Term
from press.text import Block, Kind, Origin
from translate.asking import Asking
from translate.blocks import UNTRANSLATED, Draft, FinishedBlock
from translate.doubt import Doubt, weighed
from translate.engine.protocol import Engine
from translate.numbers.amounts import Amounts
from translate.sentence import Step

# Many threads may translate. While the engine has the words of some, one of them reads and judges:
# several would each take as long as all of them, make the same patterns, and leave it without work.
_ONE = threading.Lock()


@dataclass(frozen=True, slots=True)
class Made:
    """A block a machine made, and what the checks say of it.

    Args:
        block: in the other language.
        findings: none if nothing is to be said against it.
    """

    block: Block
    findings: tuple[Finding, ...] = ()

    @property
    def kept(self) -> int:
        """How many sentences stay in the source language."""
        return sum(finding.check == UNTRANSLATED for finding in self.findings)


def translate_blocks(
    blocks: Sequence[Block],
    source: str,
    target: str,
    engine: Engine,
    terms: Sequence[Term] = (),
) -> list[Made]:
    """Translate blocks in one go, so that the engine gets all it can at a time.

    Amounts keep their value, addresses, telephones, links and structure come through unchanged,
    whatever the engine says; a sentence it cannot be trusted with is asked about in other ways,
    then stays in the source language, which is a finding.

    Args:
        blocks: what an author or an editor wrote.
        source: code of the language they are in.
        target: code of the language wanted.
        engine: translates from the one into the other.
        terms: the glossary; those of other languages are not used.

    Returns:
        A machine's block for each, in the same order.
    """
    asking, doubt = Asking(engine), Doubt(engine)
    amounts = Amounts(source, target)
    with _ONE:
        drafts = {block.digest: Draft(block, amounts, terms) for block in blocks}
    for step in Step:
        with _ONE:
            asks = [ask for draft in drafts.values() for ask in draft.asks(step)]
        asking.ask(asks)
        with _ONE:
            for draft in drafts.values():
                draft.hear(step, asking)
    with _ONE:
        done = {digest: draft.finish(asking, doubt) for digest, draft in drafts.items()}
    return [_made(block.kind, done[block.digest], engine.name) for block in blocks]


def _made(kind: Kind, done: FinishedBlock, name: str) -> Made:
    block = Block(kind, done.text, Origin.MACHINE, name, score=done.score)
    return Made(block, tuple(dict.fromkeys(weighed(found, name) for found in done.findings)))
