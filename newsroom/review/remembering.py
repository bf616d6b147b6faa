"""A translation memory from outside: an editor's words unless a check speaks against them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
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
MOST_HELD = 2_000  # translations that wait which are told one by one, give or take a part
HELD_LETTERS = 500_000  # likewise
# An editor's words are remembered beside a machine's, and used instead of them.
_BETTER = (Origin.MACHINE, Origin.EDITOR)


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a translation memory.

    Args:
        new: how many source texts have words now that they had not before.
        known: how many had them, or better ones.
        held: of the new ones, those that must not go out unread; of very many the first.
        waiting: how many these are, all of them.
    """

    new: int = 0
    known: int = 0
    held: tuple[Remembered, ...] = ()
    waiting: int = 0

    def and_(self, other: "Added") -> "Added":
        """What became of two parts of a memory."""
        held = self.held
        if len(held) < MOST_HELD and sum(len(one.words.markdown) for one in held) < HELD_LETTERS:
            held += other.held
        new, known = self.new + other.new, self.known + other.known
        return Added(new, known, held, self.waiting + other.waiting)


def looked_through(found: Iterable[Remembered]) -> list[Remembered]:
    """What a memory holds; what must not go out unread is not an editor's, and says why."""
    return [_looked_at(one) for one in found]


def told_apart(
    db: Database, found: Iterable[Remembered]
) -> tuple[list[Remembered], list[Remembered]]:
    """What of a memory is new, and what is known already, as good or better."""
    new, known = list[Remembered](), list[Remembered]()
    for one in found:
        pair, digest = Pair(one.source_language, one.target_language), one.source.digest
        before = memory.recall(db, pair, [digest]).get(digest)
        is_new = before is None or (before.origin, one.words.origin) == _BETTER
        (new if is_new else known).append(one)
    return new, known


def add(
    db: Database, found: Iterable[Remembered], now: datetime, known: Iterable[Remembered] = ()
) -> Added:
    """Remember what is not known yet, or not from an editor.

    Args:
        db: in a write transaction.
        found: looked through.
        now: UTC; when words were made that do not say.
        known: what was known before it was looked through, which is counted alone.
    """
    new, known_since = told_apart(db, _first(found))
    rows = defaultdict[tuple[Pair, datetime], list[Remembered]](list)
    for one in new:
        pair = Pair(one.source_language, one.target_language)
        rows[pair, one.made_at or now].append(one)
    for (pair, made_at), several in rows.items():
        words = {one.source.digest: one.words for one in several}
        memory.remember(db, pair, words, made_at, [one.source for one in several])
    taken = _units(new)
    held = tuple(_units(one for one in new if one.words.is_blocked).values())
    left = _units([*known, *known_since]).keys() - taken.keys()
    return Added(len(taken), len(left), held, len(held))


def _first(found: Iterable[Remembered]) -> list[Remembered]:
    """Of several translations of one block the first an editor's, else the first."""
    first = dict[tuple[str, str, str], Remembered]()
    for one in found:
        key = (one.source_language, one.target_language, one.source.digest)
        before = first.setdefault(key, one)
        if (before.words.origin, one.words.origin) == _BETTER:
            first[key] = one
    return list(first.values())


def _looked_at(one: Remembered) -> Remembered:
    one, why = _as_filed(one)
    languages = (one.source_language, one.target_language)
    found = tuple(_findings(one.source, one.words, languages, why))
    if not any(finding.severity is Severity.BLOCKS for finding in found):
        return one
    unread = replace(one.words, origin=Origin.MACHINE, findings=(FROM_OUTSIDE, *found))
    return replace(one, words=unread)


def _as_filed(one: Remembered) -> tuple[Remembered, str]:
    """With its words as an editor's are kept, and why they cannot be kept so.

    A date that begins a paragraph makes no list.
    """
    if one.source.kind in WORDLESS:
        return one, ""
    try:
        words = corrected(one.source, one.words.markdown)
    except Refusal as refusal:
        return one, str(refusal)
    if one.source.kind is not Kind.PARAGRAPH:
        return one, ""
    return replace(one, words=replace(one.words, markdown=words.markdown)), ""


def _findings(
    source: Block, words: Block, languages: tuple[str, str], why: str
) -> Iterator[Finding]:
    if source.kind in WORDLESS:
        if words.markdown != source.markdown:
            yield Finding("kind", Severity.BLOCKS, "the original has no words to be translated")
        return
    if why:
        yield Finding("kind", Severity.BLOCKS, why)
    yield from block_findings(source, words, languages)


def _units(found: Iterable[Remembered]) -> dict[tuple[str, str, str], Remembered]:
    """Each text once: another tool's is remembered as headline, summary and paragraph."""
    units = dict[tuple[str, str, str], Remembered]()
    for one in found:
        units.setdefault((one.source_language, one.target_language, one.source.markdown), one)
    return units
