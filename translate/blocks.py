"""A block on its way through the engine: taken apart, asked about, put together again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from press.finding import Finding, Severity
from press.glossary import Term
from press.text import PLAIN, Block
from translate.asking import Ask, Asking
from translate.checks import block_findings
from translate.checks.base import shown
from translate.checks.words.reading import real_words
from translate.doubt import Doubt
from translate.judging import TargetBlock, is_faithful
from translate.markup.inline import sentences
from translate.markup.markdown import keeps_shape, unlisted
from translate.markup.structure import Line, structure_of
from translate.markup.typography import typeset
from translate.numbers.amounts import Amounts
from translate.sentence import Sentence, Step
from translate.terms.placing import wanted

UNTRANSLATED = "untranslated"  # the check that says which sentences stay in the source language


@dataclass(frozen=True, slots=True)
class FinishedBlock:
    """A block in the other language.

    Args:
        text: the block.
        findings: what is to be said against it; first which of its sentences stay in the source
            language because the engine could not be trusted with them.
        score: the lowest of its sentences', if the engine says how sure it was.
    """

    text: str
    findings: tuple[Finding, ...]
    score: float | None


class Draft:
    """One block and what is known of it in the other language.

    Args:
        block: the source.
        amounts: reads its language and writes the other.
        terms: the glossary.
    """

    def __init__(self, block: Block, amounts: Amounts, terms: Sequence[Term] = ()) -> None:
        self.block = block
        self._amounts = amounts
        self._structure = structure_of(block)
        meant = wanted(terms, block.markdown, amounts.source, amounts.target)
        self._wanted = TargetBlock(block.kind, amounts, meant)
        self._lines = {
            line: self._sentences(line) for line in self._structure if isinstance(line, Line)
        }

    def asks(self, step: Step) -> Iterator[Ask]:
        """What the engine must be asked now."""
        for sentence in self._every():
            yield from sentence.asks(step)

    def hear(self, step: Step, asking: Asking) -> None:
        """Take what the engine said."""
        for sentence in self._every():
            sentence.hear(step, asking)

    def finish(self, asking: Asking, doubt: Doubt) -> FinishedBlock:
        """Put the block together.

        Args:
            asking: what the engine said.
            doubt: knows what it was not sure of.
        """
        done = {line: self._say(line, known, asking) for line, known in self._lines.items()}
        text = "".join(
            done[part][0] if isinstance(part, Line) else part for part in self._structure
        )
        kept = [sentence for _, left in done.values() for sentence in left]
        is_plain = self.block.kind in PLAIN
        if not is_plain and not keeps_shape(self.block.markdown, text):
            text, kept = self.block.markdown, list(self._every())
        judged = (*_stay(kept), *self._judged(text, kept))
        sure = self._scored(kept, asking)
        lowest = min((score for _, score in sure if score is not None), default=None)
        return FinishedBlock(text, (*judged, *doubt.find(sure)), lowest)

    def _every(self) -> Iterator[Sentence]:
        for known in self._lines.values():
            yield from known

    def _sentences(self, line: Line) -> list[Sentence]:
        spans = sentences(line, self._amounts.source)
        return [
            Sentence(sentence, line.marked, self._wanted, starts=number == 0)
            for number, sentence in enumerate(spans)
        ]

    def _say(
        self, line: Line, known: Sequence[Sentence], asking: Asking
    ) -> tuple[str, list[Sentence]]:
        """A line in the other language, and the sentences that stay as they were in it."""
        said, set_well, kept = "", "", list[Sentence]()
        for sentence in known:
            words = sentence.finish(asking)
            if words is None:
                kept.append(sentence)
                said += sentence.raw.text
                set_well += sentence.raw.text
            else:
                said += words
                set_well += self._typeset(words, line)
        if said == line.text:
            return said, kept
        said, set_well = (self._unlisted(text, line) for text in (said, set_well))
        if not kept:  # a quotation may hold several sentences
            set_well = self._typeset(said, line)
        for text in (set_well, said):
            if is_faithful(line, text, self._amounts):
                return text, kept
        return line.text, list(known)

    def _scored(self, kept: Sequence[Sentence], asking: Asking) -> list[tuple[str, float | None]]:
        """The sentences that the engine said, and how sure it was of each."""
        said = [sentence for sentence in self._every() if sentence not in kept]
        return [(one.seen(one.finish(asking) or ""), one.score(asking)) for one in said]

    def _typeset(self, said: str, line: Line) -> str:
        return typeset(Line(said, line.marked), self._amounts.target, line.text)

    def _unlisted(self, said: str, line: Line) -> str:
        return unlisted(said, line.text) if line.marked else said

    def _judged(self, text: str, kept: Sequence[Sentence]) -> Iterator[Finding]:
        """What the checks say of the block, but for the sentences that stay as they were."""
        said = Block(self.block.kind, text)
        languages = self._amounts.source, self._amounts.target
        left = [sentence.seen(sentence.raw.text) for sentence in kept]
        for finding in block_findings(self.block, said, languages, self._wanted.terms, left):
            if finding.check != UNTRANSLATED or not kept:
                yield finding


def _stay(kept: Sequence[Sentence]) -> Iterator[Finding]:
    """That sentences stay as they were; of one without words, a code, there is nothing to say."""
    for sentence in kept:
        words = sentence.seen(sentence.raw.text)
        if real_words(words):
            says = f"stays in the source language: {shown(words)}"
            yield Finding(UNTRANSLATED, Severity.BLOCKS, says)
