"""The same in another language, offline.

Nothing here brings a model into memory; that is left to the engine, and to `translate.argos`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from press.finding import Finding
from press.text import Block, Origin
from translate.amounts import Amounts
from translate.blocks import Draft


class Engine(Protocol):
    """Something that translates from one language into another."""

    @property
    def name(self) -> str:
        """What it is and which version, as readers are told: `argos en-fr 1.9`."""

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """Translate sentences.

        Args:
            sentences: plain text, one sentence or part of one each.

        Returns:
            As many, in the same order; an empty one where it has nothing to say.
        """


@dataclass(frozen=True, slots=True)
class Made:
    """A block a machine made, and what the checks say of it.

    Args:
        block: in the other language.
        findings: none if nothing is to be said against it.
    """

    block: Block
    findings: tuple[Finding, ...] = ()


def translate_blocks(
    blocks: Sequence[Block],
    source: str,
    target: str,
    engine: Engine,
    kept: Callable[[str, int], None] = lambda *_: None,
) -> list[Made]:
    """Translate blocks in one go, so that the engine gets all it can at a time.

    Amounts keep their value, addresses, telephones, links and structure come through unchanged,
    whatever the engine says; what it cannot be trusted with stays in the source language.

    Args:
        blocks: what an author or an editor wrote.
        source: code of the language they are in.
        target: code of the language wanted.
        engine: translates from the one into the other.
        kept: told the digest of a block of which sentences stay in the source language, wholly or
            partly, and how many.

    Returns:
        A machine's block for each, in the same order.
    """
    amounts = Amounts(source, target)
    drafts = {block.digest: Draft(block, amounts) for block in blocks}
    answers: dict[str, str] = {}
    _ask(engine, drafts.values(), answers)
    for draft in drafts.values():
        draft.narrow(answers)
    _ask(engine, drafts.values(), answers)
    done = {digest: draft.finish(answers) for digest, draft in drafts.items()}
    for digest, (_, sentences) in done.items():
        if sentences:
            kept(digest, sentences)
    return [
        Made(Block(block.kind, done[block.digest][0], Origin.MACHINE, engine.name))
        for block in blocks
    ]


def _ask(engine: Engine, drafts: Iterable[Draft], answers: dict[str, str]) -> None:
    """Ask the engine, in one call, whatever it has not been asked before."""
    words = dict.fromkeys(piece.words for draft in drafts for piece in draft.pieces())
    new = [text for text in words if text not in answers]
    if new:
        answers.update(zip(new, engine.translate(new), strict=True))
