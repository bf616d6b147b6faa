"""What a translator's file brings: words for blocks, beside those editors have put since."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsroom.review.corrected import corrected
from newsroom.review.settling import Reviewed
from press.errors import Refusal, UnreadableFile
from press.releases.exchange import ReturnedBlock
from press.releases.release import Release
from press.releases.review import Displaced, Sheet
from press.text import Block, Origin

Pairs = Sequence[tuple[Block, Block]]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a translator's file.

    Args:
        release: whose text it was.
        language: code.
        reviewed: the text as it is now.
        new: how many blocks have a translator's words they had not before.
        open: how many blocks were not done.
        replaced: an editor's words that the translator's took the place of, by their source.
    """

    release: Release
    language: str
    reviewed: Reviewed
    new: int
    open: int
    replaced: tuple[Displaced, ...] = ()


def translated(answers: Sequence[ReturnedBlock]) -> Pairs:
    """Each block of the original that was sent, with a translator's words for it.

    Raises:
        UnreadableFile: some are of another kind than their original; every one is named.
    """
    mistakes = list(_mistakes(answers))
    if mistakes:
        raise UnreadableFile("; ".join(mistakes))
    return [(answer.source, corrected(answer.source, answer.words)) for answer in answers]


def edited(sheet: Sheet, pairs: Pairs, remembered: Mapping[str, Block]) -> dict[str, Displaced]:
    """An editor's words in a text, beside it and in other releases, by digest of their source.

    Args:
        sheet: the text.
        pairs: what came back, of which some blocks may have left the text.
        remembered: words for their sources, by digest.
    """
    known = [(source, remembered.get(source.digest)) for source, _ in pairs]
    others = [Displaced(s, words) for s, words in known if words and words.origin is Origin.EDITOR]
    beside = [one for segment in sheet.segments for one in segment.displaced]
    inside = [
        Displaced(segment.source, segment.target)
        for segment in sheet.segments
        if segment.target and segment.target.origin is Origin.EDITOR
    ]
    return {one.source.digest: one for one in (*others, *sheet.elsewhere, *beside, *inside)}


def new(pairs: Pairs, answers: Sequence[ReturnedBlock], known: Mapping[str, Displaced]) -> Pairs:
    """Without what an editor has said in the very same words, or otherwise since it was sent."""
    changed = {answer.source.digest for answer in answers if answer.changed}
    return [
        (source, words)
        for source, words in pairs
        if source.digest not in known
        or (source.digest in changed and known[source.digest].words != words)
    ]


def _mistakes(answers: Sequence[ReturnedBlock]) -> Iterator[str]:
    for answer in answers:
        try:
            corrected(answer.source, answer.words)
        except Refusal as refusal:
            yield f"block {answer.number}: {refusal}"
