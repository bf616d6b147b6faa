"""A block on its way through the engine: taken apart, asked about, put together again."""

from collections.abc import Iterator, Mapping

from press.text import Block
from translate.amounts import Amounts
from translate.answers import accepted, is_faithful
from translate.frame import Line, frame
from translate.inline import Parts, Piece, parts
from translate.markup import shape, unlisted


class Draft:
    """One block and what is known of it in the other language.

    Args:
        block: the source.
        amounts: reads its language and writes the other.
    """

    def __init__(self, block: Block, amounts: Amounts) -> None:
        self.block = block
        self._amounts = amounts
        self._frame = frame(block)
        self._lines = {line: parts(line, amounts) for line in self._frame if isinstance(line, Line)}

    def pieces(self) -> Iterator[Piece]:
        """What the engine must be asked."""
        for line in self._lines.values():
            for sentence in line:
                yield from (part for part in sentence if isinstance(part, Piece))

    def narrow(self, answers: Mapping[str, str]) -> None:
        """Cut what was not answered well round its amounts, to be asked about anew.

        Args:
            answers: what the engine said, by the words it was sent.
        """
        for line, sentences in self._lines.items():
            self._lines[line] = [
                [part for old in sentence for part in self._narrowed(old, answers)]
                for sentence in sentences
            ]

    def finish(self, answers: Mapping[str, str]) -> tuple[str, int]:
        """Put the block together.

        Args:
            answers: what the engine said, by the words it was sent.

        Returns:
            The translated block, and how many of its sentences have words that stay in the source
            language because the engine could not be trusted with them.
        """
        done = {line: self._say(line, known, answers) for line, known in self._lines.items()}
        text = "".join(done[part][0] if isinstance(part, Line) else part for part in self._frame)
        marked = any(line.marked for line in self._lines)
        if marked and shape(text) != shape(self.block.markdown):
            return self.block.markdown, sum(_worded(known) for known in self._lines.values())
        return text, sum(kept for _, kept in done.values())

    def _narrowed(self, part: str | Piece, answers: Mapping[str, str]) -> Parts:
        if isinstance(part, str):
            return [part]
        if accepted(part, answers[part.words], self._amounts, starts=False) is not None:
            return [part]
        return part.around_amounts(self._amounts)

    def _say(
        self, line: Line, sentences: list[Parts], answers: Mapping[str, str]
    ) -> tuple[str, int]:
        """A line in the other language; as it was, if anything in it would not be safe."""
        said, kept = "", 0
        for sentence in sentences:
            is_kept = False
            for part in sentence:
                words = part if isinstance(part, str) else self._words(part, answers, not said)
                is_kept |= words is None
                said += part.raw if words is None and isinstance(part, Piece) else words or ""
            kept += is_kept
        said = unlisted(said, line.text) if line.marked else said
        if is_faithful(line, said, self._amounts):
            return said, kept
        return line.text, _worded(sentences)

    def _words(self, piece: Piece, answers: Mapping[str, str], starts: bool) -> str | None:
        return accepted(piece, answers[piece.words], self._amounts, starts=starts)


def _worded(sentences: list[Parts]) -> int:
    """How many sentences have words for the engine."""
    return sum(any(isinstance(part, Piece) for part in sentence) for sentence in sentences)
