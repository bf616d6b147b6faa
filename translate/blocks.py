"""A block on its way through the engine: taken apart, asked about, put together again."""

from collections.abc import Iterator, Mapping

from press.text import Block
from translate.answers import accepted, is_faithful
from translate.frame import Line, frame
from translate.inline import Piece, parts
from translate.markup import shape


class Draft:
    """One block and what is known of it in the other language.

    Args:
        block: the source.
        language: code of the language it is in.
    """

    def __init__(self, block: Block, language: str) -> None:
        self.block = block
        self._frame = frame(block)
        self._lines = {
            line: parts(line, language) for line in self._frame if isinstance(line, Line)
        }

    def pieces(self) -> Iterator[Piece]:
        """What the engine must be asked."""
        for line in self._lines.values():
            yield from (part for part in line if isinstance(part, Piece))

    def narrow(self, answers: Mapping[str, str]) -> None:
        """Cut what was not answered well round its numbers, to be asked about anew.

        Args:
            answers: what the engine said, by the words it was sent.
        """
        for line, known in self._lines.items():
            self._lines[line] = [part for old in known for part in _narrowed(old, answers)]

    def finish(self, answers: Mapping[str, str]) -> tuple[str, int]:
        """Put the block together.

        Args:
            answers: what the engine said, by the words it was sent.

        Returns:
            The translated block, and how many of its pieces stay in the source language.
        """
        done = {line: _say(line, known, answers) for line, known in self._lines.items()}
        text = "".join(done[part][0] if isinstance(part, Line) else part for part in self._frame)
        marked = any(line.marked for line in self._lines)
        if marked and shape(text) != shape(self.block.markdown):
            return self.block.markdown, sum(1 for _ in self.pieces())
        return text, sum(kept for _, kept in done.values())


def _narrowed(part: str | Piece, answers: Mapping[str, str]) -> list[str | Piece]:
    if isinstance(part, str) or accepted(part, answers[part.words], starts=False) is not None:
        return [part]
    return part.around_numbers()


def _say(line: Line, known: list[str | Piece], answers: Mapping[str, str]) -> tuple[str, int]:
    """A line in the other language; as it was, if anything in it would not be safe."""
    said, kept = "", 0
    for part in known:
        if isinstance(part, str):
            said += part
            continue
        words = accepted(part, answers[part.words], starts=not said)
        said += part.raw if words is None else words
        kept += words is None
    if is_faithful(line, said):
        return said, kept
    return line.text, sum(isinstance(part, Piece) for part in known)
