"""From what an engine made to a text that is out or waits: what an editor said always wins."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from newsroom.translation.asides import sources, without_engine
from press.finding import DISPLACED, Finding, Severity
from press.releases.asides import Aside
from press.releases.readiness import BY_DEFAULT, Readiness
from press.releases.release import Release
from press.releases.review import Sheet, sheet_of
from press.text import ASIDES, WORDLESS, Block, Kind, Origin, Text
from storage import Database
from storage.filed import asides, releases, versions
from storage.journal import JournalLine
from storage.translation import dismissals, memory
from storage.translation.memory import Pair
from translate.translating import Made


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
    blocks = [_block(s, one, before.get(s.digest)) for s, one in made_of.items()]
    fresh = {block.of: block for block in dismissals.applied(db, pair, blocks)}
    memory.remember(db, pair, fresh, now, made_of)
    return fresh


def _block(source: Block, made: Made, before: Block | None) -> Block:
    if source.kind in WORDLESS and made.block.markdown == source.markdown:
        return replace(source, of=source.digest)
    findings = made.findings
    if before and before.is_rejected and before.markdown == made.block.markdown:
        findings = before.findings  # rejected words stay rejected, whichever engine says them
    return replace(made.block, of=source.digest, findings=findings)


def sheet(
    db: Database, release: Release, code: str, made: Mapping[str, Block] | None = None
) -> Sheet:
    """One language of a release with the newest words for every block and what stands beside.

    An editor's words come first, those in this text before those remembered from another; then
    what the glossary says of a whole line; then what a machine made. Of a release that is withdrawn
    there is only why.

    Args:
        db: the database.
        release: as it is kept.
        code: of the language.
        made: by digest of the source block, a machine's words that are newer than the text's own.
    """
    pair, text = Pair(release.source, code), release.texts.get(code)
    wanted, there = sources(db, release), asides.of(db, release.id, code)
    own = {block.of: block for block in text.blocks if not block.stands_in} if text else {}
    own |= {digest: aside.words for digest, aside in there.items()}
    known = memory.recall(db, pair, [source.digest for source in wanted])
    named = without_engine(db, pair, wanted)
    pairs = [(s, newest(s.digest, own, known, made or {}, named)) for s in wanted]
    said = {block.digest for block in (*release.original.blocks, *wanted)}
    earlier = memory.earlier(db, pair, release.id, said)
    found = sheet_of(release.id, code, release.standing(code), pairs, earlier)
    if release.withdrawn_at or text is None or text.origin is Origin.MACHINE:
        return replace(found, waiting=tuple(_waiting(found, there)))
    return replace(found, waiting=tuple(_waiting(found, {})))


def newest(
    digest: str,
    own: Mapping[str, Block],
    known: Mapping[str, Block],
    made: Mapping[str, Block],
    named: Mapping[str, Block] = MappingProxyType({}),
) -> Block | None:
    """The words for a source block: an editor's before a machine's, then the latest made.

    Args:
        digest: of the source block.
        own: the words of the text itself, by digest of their source block.
        known: those remembered from others.
        made: those that a machine made just now.
        named: those that no engine need be asked for.
    """
    edited = [words[digest] for words in (own, known, made) if _is_edited(words.get(digest))]
    others = [words[digest] for words in (named, made, own, known) if digest in words]
    return next(iter(edited + others), None)


def _waiting(found: Sheet, there: Mapping[str, Aside]) -> Iterator[int]:
    """What stands beside a text and is not shown with it; what may be shown is given.

    A machine's words for a name wait for nobody: the original's stand until somebody says so.
    """
    for one in found.segments:
        if one.is_aside and one.target and not (one.is_settled or one.is_proposed):
            kept = there.get(one.source.digest)
            if not (kept and kept.is_ready and kept.words == one.target):
                yield one.number


def _is_edited(block: Block | None) -> bool:
    return block is not None and block.origin is Origin.EDITOR


def with_displaced(sheet: Sheet) -> tuple[Block, ...]:
    """The blocks of a whole sheet; each that displaced an editor's words says so."""
    return tuple(
        _noting(one.target, one.displaced[-1].words) if one.displaced else one.target
        for one in sheet.segments
        if one.target is not None and not one.is_aside
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
    readiness: Readiness,
) -> bool:
    """Put the newest words of a text where they belong: before the public, or before an editor.

    While they wait, a text that editors approved stays public, marked as older than the original,
    with what an editor has since put into it; words that nobody read give way to the original.

    Args:
        db: in a write transaction.
        release: as it is kept.
        text: a block for each of the original's.
        now: UTC.
        readiness: says which words of a machine the public may read.

    Returns:
        whether they are ready for the public.
    """
    code = text.language
    before = release.texts.get(code)
    shown = readiness.for_public(text, release.original)
    if shown or before is None or code in release.waiting or not _was_read(before, readiness):
        releases.save_text(db, release.id, shown or text, now, ready=shown is not None)
    else:
        put_in(db, release, code, text.blocks, now)
    return shown is not None


def put_beside(
    db: Database,
    release: Release,
    code: str,
    words: Iterable[Block],
    now: datetime,
    readiness: Readiness = BY_DEFAULT,
) -> None:
    """Keep what stands beside a text; each is public by itself, and no text waits for it.

    What a service is called is a name: a machine only proposes it, and somebody answers for it.

    Args:
        db: in a write transaction.
        release: as it is kept.
        code: of the language.
        words: blocks that name the one they translate; those of the text itself are left.
        now: UTC.
        readiness: says which words of a machine the public may read.
    """
    beside = [block for block in words if block.kind in ASIDES]
    said = [
        Aside(block, not _is_proposed(block) and readiness.is_ready(Text(code, (block,))))
        for block in beside
    ]
    asides.put(db, release.id, code, said, now)


def _is_proposed(block: Block) -> bool:
    return block.kind is Kind.SERVICE and block.origin is Origin.MACHINE


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


def _was_read(text: Text, readiness: Readiness) -> bool:
    return text.origin is Origin.EDITOR or text.language in readiness.reviewed


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
