"""From what an engine made to a text that is out or waits: what an editor said always wins."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import datetime

from press.finding import DISPLACED, Finding, Severity
from press.releases.release import Release
from press.releases.review import Sheet, sheet_of
from press.text import Block, Kind, Origin, Text
from storage import Database
from storage.filed import releases, versions
from storage.journal import JournalLine
from storage.translation import memory
from storage.translation.memory import Pair
from translate import Made

# Nothing in these is said in any language: they stay the author's.
_WORDLESS = {Kind.CODE, Kind.RULE}


def remembered(db: Database, pair: Pair, digests: Iterable[str], engine: str) -> dict[str, Block]:
    """What an engine need not be asked for, by digest of the source block.

    A machine's words that an editor rejected, or that are rough, are asked for again only when the
    engine is another.
    """
    known = memory.recall(db, pair, digests)
    return {
        digest: block
        for digest, block in known.items()
        if not (block.is_rejected or block.is_rough) or block.engine == engine
    }


def keep_made(
    db: Database, pair: Pair, sources: Iterable[Block], made: Iterable[Made], now: datetime
) -> dict[str, Block]:
    """Remember what an engine made, with its findings; returns it by digest of the source block."""
    made_of = dict(zip(sources, made, strict=True))
    before = memory.recall(db, pair, [source.digest for source in made_of])
    fresh = {s.digest: _block(s, one, before.get(s.digest)) for s, one in made_of.items()}
    memory.remember(db, pair, fresh, now, made_of)
    return fresh


def _block(source: Block, made: Made, before: Block | None) -> Block:
    if source.kind in _WORDLESS and made.block.markdown == source.markdown:
        return replace(source, of=source.digest)
    findings = made.findings
    if before and before.is_rejected and before.markdown == made.block.markdown:
        findings = before.findings  # rejected words stay rejected, whichever engine says them
    return replace(made.block, of=source.digest, findings=findings)


def sheet(
    db: Database, release: Release, code: str, made: Mapping[str, Block] | None = None
) -> Sheet:
    """One language of a release with the newest words for every block.

    An editor's words come first, those in this text before those remembered from another; then
    what a machine made.

    Args:
        db: the database.
        release: as it is kept.
        code: of the language.
        made: by digest of the source block, a machine's words that are newer than the text's own.
    """
    pair = Pair(release.source, code)
    sources = release.original.blocks
    text = release.texts.get(code)
    own = {block.of: block for block in text.blocks} if text else {}
    known = memory.recall(db, pair, [source.digest for source in sources])
    pairs = [(s, _newest(s.digest, own, known, made or {})) for s in sources]
    earlier = memory.earlier(db, pair, release.id, [source.digest for source in sources])
    return sheet_of(release.id, code, release.standing(code), pairs, earlier)


def _newest(
    digest: str, own: Mapping[str, Block], known: Mapping[str, Block], made: Mapping[str, Block]
) -> Block | None:
    edited = [words[digest] for words in (own, known, made) if _is_edited(words.get(digest))]
    machine = [words[digest] for words in (made, own, known) if digest in words]
    return next(iter(edited + machine), None)


def _is_edited(block: Block | None) -> bool:
    return block is not None and block.origin is Origin.EDITOR


def with_displaced(sheet: Sheet) -> tuple[Block, ...]:
    """The blocks of a whole sheet; each that displaced an editor's words says so."""
    return tuple(
        _noting(one.target, one.displaced[-1].words) if one.displaced else one.target
        for one in sheet.segments
        if one.target is not None
    )


def _noting(block: Block, words: Block) -> Block:
    says = f"an editor had put an earlier wording of this: “{words.markdown}”"
    others = [finding for finding in block.findings if finding.check != DISPLACED]
    return replace(block, findings=(*others, Finding(DISPLACED, Severity.WARNS, says)))


def place(
    db: Database,
    release: Release,
    text: Text,
    now: datetime,
    reviewed: AbstractSet[str] = frozenset(),
) -> bool:
    """Put the newest words of a text where they belong: before the public, or before an editor.

    While they wait, a text that editors approved stays public, marked as older than the original,
    with what an editor has since put into it; words that nobody read give way to the original.

    Args:
        db: in a write transaction.
        release: as it is kept.
        text: a block for each of the original's.
        now: UTC.
        reviewed: codes of the languages whose machine text waits for an editor.

    Returns:
        whether they are ready for the public.
    """
    code = text.language
    before = release.texts.get(code)
    ready = is_ready(text, reviewed)
    if ready or before is None or code in release.waiting or not _was_read(before, reviewed):
        releases.save_text(db, release.id, text, now, ready=ready)
    else:
        put_in(db, release, code, text.blocks, now)
    return ready


def is_ready(text: Text, reviewed: AbstractSet[str]) -> bool:
    """Whether the public may read these words, as far as an editor's eye goes."""
    waits = text.language in reviewed and text.origin is Origin.MACHINE
    return not (text.is_blocked or waits)


def put_in(
    db: Database, release: Release, code: str, words: Iterable[Block], now: datetime
) -> None:
    """Put an editor's words into a text as it stands, out or waiting, and change nothing else.

    Were they only remembered, an earlier correction that the text still holds would win over them.

    Args:
        db: in a write transaction.
        release: as it is kept.
        code: of the language.
        words: blocks; a machine's, and those whose source the text does not translate, are left.
        now: UTC.
    """
    text = release.texts.get(code)
    edited = {block.of: block for block in words if _is_edited(block)}
    blocks = tuple(edited.get(block.of, block) for block in text.blocks) if text else ()
    if text and blocks != text.blocks:
        ready = code not in release.waiting
        releases.save_text(db, release.id, Text(code, blocks), now, ready=ready)


def _was_read(text: Text, reviewed: AbstractSet[str]) -> bool:
    return text.origin is Origin.EDITOR or text.language in reviewed


def keep_version(db: Database, made: Text, line: JournalLine) -> None:
    """Keep a version of what a machine made, also where an approved text stays before it.

    Args:
        db: in the transaction in which the words were put where they belong.
        made: a block for each of the original's.
        line: who made it, and when; it names the release.
    """
    assert line.release_id is not None  # noqa: S101 - it is the release's text
    code, after = made.language, releases.get(db, line.release_id)
    if code not in after.texts or after.texts[code].blocks != made.blocks:
        texts, waiting = {**after.texts, code: made}, after.waiting | {code}
        after = replace(after, texts=texts, waiting=waiting)
    versions.record(db, after, code, line)
