"""What stands beside a text: which of it is due, and what needs no engine."""

from collections.abc import Callable, Iterable
from datetime import datetime

from newsroom.tasks.due import translations
from newsroom.translation.glossary import named_alone
from press.languages import Languages
from press.offices import said
from press.releases.asides import asides_of, block_of
from press.releases.release import Release
from press.text import Block, Kind
from press.words import WORDS, say
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
    """What glossary, table and our own sentences know, by digest of the source block.

    Args:
        db: the database.
        pair: from which language into which.
        blocks: sources of any kind.
    """
    blocks = list(blocks)
    lines = [block for block in blocks if block.kind in _OF_OFFICES]
    own = named_alone(db, pair.source, pair.target) if lines else lambda _: None
    found = {block: _line(block, pair, own) for block in lines}
    found |= {block: _of_ours(pair) for block in blocks if block == _ours(pair)}
    return {
        source.digest: Block(source.kind, words, engine=GLOSSARY, of=source.digest)
        for source, words in found.items()
        if words
    }


def lacks_beside(db: Database, release: Release, code: str) -> bool:
    """Whether anything that stands beside a text has no words yet in a language."""
    there = asides.of(db, release.id, code)
    return any(block.digest not in there for block in beside(db, release))


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
    asides.prune(db, release_id, [block.digest for block in beside(db, release)])
    due = [
        task
        for task in translations(release_id, release.source, languages, now)
        if task.language not in release.texts or lacks_beside(db, release, task.language)
    ]
    tasks.renew(db, due)


def _line(block: Block, pair: Pair, own: Callable[[str], str | None]) -> str | None:
    languages = (pair.source, pair.target)
    return said(block.markdown, languages, own, names=block.kind is Kind.CREDIT)


def _ours(pair: Pair) -> Block:
    """The note that we write ourselves where nobody else does."""
    return block_of(Kind.NOTE, say(pair.source, "returned"))


def _of_ours(pair: Pair) -> str | None:
    return say(pair.target, "returned") if pair.target in WORDS else None
