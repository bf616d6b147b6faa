"""A translation memory from outside: an editor's words unless a check speaks against them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from newsroom.review.corrected import corrected
from press.errors import Refusal
from press.finding import Finding, Severity
from press.releases.exchange import Remembered
from press.text import WORDLESS, Block, Kind, Origin
from storage import Database
from storage.translation import memory
from storage.translation.memory import Pair
from translate.checks import block_findings

# What an editor is told of words that wait: a memory says no more of them than that they are there.
FROM_OUTSIDE = Finding("memory", Severity.WARNS, "it came with a translation memory from outside")
# An editor's words are remembered beside a machine's, and used instead of them.
_BETTER = (Origin.MACHINE, Origin.EDITOR)


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a translation memory.

    Args:
        new: how many source texts have words now that they had not before.
        known: how many had them, or better ones.
        held: of the new ones, those that must not go out unread.
    """

    new: int
    known: int
    held: tuple[Remembered, ...]


def looked_through(
    found: Iterable[Remembered], done: Callable[[int], None] = lambda _: None
) -> list[Remembered]:
    """What a memory holds; what must not go out unread is not an editor's, and says why.

    Args:
        found: as it was read.
        done: told after each translation that it was one; a large memory takes minutes.
    """
    looked = list[Remembered]()
    for one in found:
        looked.append(_looked_at(one))
        done(1)
    return looked


def add(db: Database, found: Iterable[Remembered], now: datetime) -> Added:
    """Remember what is not known yet, or not from an editor.

    Args:
        db: in a write transaction.
        found: looked through.
        now: UTC; when words were made that do not say.
    """
    taken, left = list[Remembered](), list[Remembered]()
    for one in found:
        pair, digest = Pair(one.source_language, one.target_language), one.source.digest
        known = memory.recall(db, pair, [digest]).get(digest)
        is_new = known is None or (known.origin, one.words.origin) == _BETTER
        (taken if is_new else left).append(one)
        if is_new:
            memory.remember(db, pair, {digest: one.words}, one.made_at or now, [one.source])
    new = _units(taken)
    held = _units(one for one in taken if one.words.is_blocked)
    return Added(len(new), len(_units(left).keys() - new.keys()), tuple(held.values()))


def _looked_at(one: Remembered) -> Remembered:
    one = _as_filed(one)
    found = tuple(_findings(one.source, one.words, (one.source_language, one.target_language)))
    if not any(finding.severity is Severity.BLOCKS for finding in found):
        return one
    unread = replace(one.words, origin=Origin.MACHINE, findings=(FROM_OUTSIDE, *found))
    return replace(one, words=unread)


def _as_filed(one: Remembered) -> Remembered:
    """With its words as an editor's are kept: a date that begins a paragraph makes no list."""
    if one.source.kind is not Kind.PARAGRAPH:
        return one
    try:
        words = corrected(one.source, one.words.markdown)
    except Refusal:
        return one
    return replace(one, words=replace(one.words, markdown=words.markdown))


def _findings(source: Block, words: Block, languages: tuple[str, str]) -> Iterator[Finding]:
    if source.kind in WORDLESS:
        if words.markdown != source.markdown:
            yield Finding("kind", Severity.BLOCKS, "the original has no words to be translated")
        return
    try:
        corrected(source, words.markdown)
    except Refusal as refusal:
        yield Finding("kind", Severity.BLOCKS, str(refusal))
    yield from block_findings(source, words, languages)


def _units(found: Iterable[Remembered]) -> dict[tuple[str, str, str], Remembered]:
    """Each text once: another tool's is remembered as headline, summary and paragraph."""
    units = dict[tuple[str, str, str], Remembered]()
    for one in found:
        units.setdefault((one.source_language, one.target_language, one.source.markdown), one)
    return units
