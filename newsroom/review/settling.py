"""What an editor's word does to a text: it is kept, and the text goes out or waits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from newsroom.review.slips import Slip
from newsroom.translation.filling import place, put_beside, put_in, sheet
from press.errors import NotAllowedNow
from press.releases.readiness import Readiness
from press.releases.release import Release
from press.releases.review import Sheet, named
from press.text import ASIDES, Block, Text
from storage import Database, journal
from storage.filed import releases, versions
from storage.journal import JournalLine
from storage.translation import memory
from storage.translation.memory import Pair


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A text after an editor's act.

    Args:
        sheet: as it is now.
        is_ready: whether the public may read these words, now or from the release's minute.
        at: numbers of the blocks the act was about.
        slips: what the checks say of the words that came in with it; they are the editor's.
    """

    sheet: Sheet
    is_ready: bool
    at: tuple[int, ...]
    slips: tuple[Slip, ...] = ()


def sheet_of_translation(db: Database, release: Release, code: str) -> Sheet:
    """One language of a release, which is not the one it was written in.

    Raises:
        NotAllowedNow: it was written in it.
    """
    if code == release.source:
        raise NotAllowedNow(
            f"release {release.id} was written in {code}; newsroom revise gives it new words"
        )
    return sheet(db, release, code)


def settle(
    db: Database,
    release: Release,
    before: Sheet,
    words: Mapping[int, Block],
    line: JournalLine,
    readiness: Readiness,
) -> Reviewed:
    """Keep an editor's words, and let the text out if nothing else speaks against it.

    Args:
        db: in a write transaction.
        release: as it is kept.
        before: the text as it is kept.
        words: an editor's, by the number of their block.
        line: for the journal, which is told the blocks and the language besides.
        readiness: says which words of a machine the public may read.
    """
    code, pair = before.language, Pair(release.source, before.language)
    sources = [before.segments[number - 1].source for number in words]
    edited = dict(zip([source.digest for source in sources], words.values(), strict=True))
    memory.remember(db, pair, edited, line.at, sources)
    releases.note_edited(db, release.id, code, edited)
    after = with_words(before, words)
    put_beside(db, release, code, words.values(), line.at, readiness)
    if is_of_text(words.values()):
        if after.missing:
            put_in(db, release, code, words.values(), line.at)
        else:
            place(db, release, Text(code, after.blocks), line.at, readiness)
    note(db, replace(line, release_id=release.id), code, words)
    return as_it_is(db, release.id, code, tuple(words))


def is_of_text(words: Iterable[Block]) -> bool:
    """Whether any block is the text's own, and not beside it."""
    return any(block.kind not in ASIDES for block in words)


def as_it_is(db: Database, release_id: int, code: str, at: tuple[int, ...]) -> Reviewed:
    """A text as it is kept after an editor's act; of one withdrawn, why.

    Args:
        db: in the transaction of the act.
        release_id: of the release.
        code: of the language.
        at: numbers of the blocks the act was about.
    """
    release = releases.get(db, release_id)
    kept = sheet(db, release, code)
    is_out = code in release.texts and code not in release.waiting
    return Reviewed(kept, not kept.waiting if release.withdrawn_at else is_out, at)


def mark_in_memory(db: Database, pair: Pair, rejected: Iterable[Block], now: datetime) -> None:
    """So that the words do not return by another release; newer ones are left alone."""
    words = {block.of: block for block in rejected}
    known = memory.recall(db, pair, words)
    same = {d: b for d, b in words.items() if d not in known or known[d].markdown == b.markdown}
    memory.remember(db, pair, same, now)


def take_away(
    db: Database,
    release: Release,
    after: Sheet,
    rejected: Iterable[Block],
    now: datetime,
    readiness: Readiness,
) -> None:
    """Rejected words leave the text, whatever an approved text is allowed; a waiting one waits."""
    rejected = list(rejected)
    put_beside(db, release, after.language, rejected, now)
    text = release.texts.get(after.language)
    if text is None or not is_of_text(rejected):
        return
    marked = {(block.of, block.markdown): block for block in rejected}
    held = any((block.of, block.markdown) in marked for block in text.blocks)
    if not held and after.language not in release.waiting:
        return
    blocks = tuple(marked.get((b.of, b.markdown), b) for b in text.blocks)
    newest = Text(after.language, blocks if after.missing else after.blocks)
    waits = after.language in release.waiting
    shown = None if waits else readiness.for_public(newest, release.original)
    releases.save_text(db, release.id, shown or newest, now, ready=shown is not None)


def with_words(before: Sheet, words: Mapping[int, Block]) -> Sheet:
    """A text with other words in some blocks, by their number."""
    segments = [replace(s, target=words.get(s.number, s.target)) for s in before.segments]
    return replace(before, segments=tuple(segments))


def note(db: Database, line: JournalLine, code: str, words: Mapping[int, Block]) -> None:
    """Write into the journal what was done to which blocks of which language, and keep a version.

    Args:
        db: in the transaction of the act, once it is done.
        line: for the journal; it names the release.
        code: of the language.
        words: by the number of their block.
    """
    assert line.release_id is not None  # noqa: S101 - every act of review is on a release
    says = "; ".join(filter(None, (named(words) if words else "", line.note)))
    journal.add(db, replace(line, verb=f"{line.verb} {code}", note=says))
    after = releases.get(db, line.release_id)
    if code in after.texts:
        versions.record(db, after, code, replace(line, note=says))
