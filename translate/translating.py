"""Translating blocks, all that are wanted in one go.

Nothing here brings a model into memory; that is left to `translate/engine/argos.py`.
"""

import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain

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
    amounts = Amounts(source, target)
    with _ONE:
        drafts = {block.digest: Draft(block, amounts, terms) for block in blocks}
    done = _finished(drafts, engine)
    return [_made(block.kind, done[block.digest], engine.name) for block in blocks]


def _finished(drafts: dict[str, Draft], engine: Engine) -> dict[str, FinishedBlock]:
    """Take drafts through the engine; what asks nothing more is finished while it is at others."""
    asking, doubt, done = Asking(engine), Doubt(engine), dict[str, FinishedBlock]()

    def finish(settled: Mapping[str, Draft]) -> None:
        with _ONE:
            done.update((digest, draft.finish(asking, doubt)) for digest, draft in settled.items())

    with ThreadPoolExecutor(1) as beside:
        for step in Step:
            with _ONE:
                asks = {digest: list(draft.asks(step)) for digest, draft in drafts.items()}
            settled = {digest: drafts.pop(digest) for digest, wanted in asks.items() if not wanted}
            finishing = beside.submit(finish, settled)
            asking.ask(chain.from_iterable(asks.values()))
            finishing.result()
            with _ONE:
                for draft in drafts.values():
                    draft.hear(step, asking)
    finish(drafts)
    return done


def _made(kind: Kind, done: FinishedBlock, name: str) -> Made:
    block = Block(kind, done.text, Origin.MACHINE, name, score=done.score)
    return Made(block, tuple(dict.fromkeys(weighed(found, name) for found in done.findings)))
