"""What stands beside a text: which of it is due, and what needs no engine."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from newsroom.tasks.due import translations
from newsroom.translation.glossary import named_alone
from press.languages import Languages
from press.offices import said
from press.releases.asides import asides_of
from press.releases.release import Release
from press.text import Block, Kind
from storage import Database, files, tasks
from storage.filed import asides, changes, releases
from storage.translation.memory import Pair

# What the engine that needs no engine is called.
GLOSSARY = "glossary"
_OF_OFFICES = {Kind.ROLE, Kind.SERVICE, Kind.CREDIT}


def beside(db: Database, release: Release) -> tuple[Block, ...]:
    """What a release says beside its text."""
    return asides_of(release, files.of_release(db, release.id))


def sources(db: Database, release: Release) -> tuple[Block, ...]:
    """Every block that other languages say in their words; of one withdrawn, only why."""
    text = () if release.withdrawn_at else release.original.blocks
    return (*text, *beside(db, release))


def without_engine(db: Database, pair: Pair, blocks: Iterable[Block]) -> dict[str, Block]:
    """Roles, services and credits that glossary and table know, by digest of the source block.

    Args:
        db: the database.
        pair: from which language into which.
        blocks: sources of any kind.
    """
    lines = [block for block in blocks if block.kind in _OF_OFFICES]
    if not lines:
        return {}
    own = named_alone(db, pair.source, pair.target)
    found = {block.digest: _known(block, pair, own) for block in lines}
    return {digest: words for digest, words in found.items() if words}


def lacking(db: Database, languages: Sequence[str]) -> list[tuple[int, str]]:
    """Which releases lack words beside a text they have: (number, language code)."""
    there = asides.kept(db)
    found = list[tuple[int, str]]()
    for number in asides.with_any(db):
        release = releases.get(db, number)
        wanted = {block.digest for block in beside(db, release)}
        codes = languages if release.withdrawn_at else [c for c in languages if c in release.texts]
        codes = [code for code in codes if code != release.source]
        found += [(number, code) for code in codes if wanted - there.get((number, code), set())]
    return found


def follow(db: Database, languages: Languages, release_id: int, now: datetime) -> None:
    """After an act that changed what stands beside a text: the other languages follow.

    Args:
        db: in the transaction of the act.
        languages: the newsroom's.
        release_id: of the release.
        now: UTC.
    """
    release = releases.get(db, release_id)
    if release.withdrawn_at and not changes.was_out(db, release_id):
        return  # nobody is told why
    wanted = {block.digest for block in beside(db, release)}
    asides.prune(db, release_id, wanted)
    due = [
        task
        for task in translations(release_id, release.source, languages, now)
        if task.language not in release.texts
        or wanted - asides.of(db, release_id, task.language).keys()
    ]
    tasks.renew(db, due)


def _known(block: Block, pair: Pair, own: Callable[[str], str | None]) -> Block | None:
    languages = (pair.source, pair.target)
    words = said(block.markdown, languages, own, names=block.kind is Kind.CREDIT)
    return Block(block.kind, words, engine=GLOSSARY, of=block.digest) if words else None
