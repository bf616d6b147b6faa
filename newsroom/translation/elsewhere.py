"""What a person says of a file in other languages than its release's."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from newsroom.translation.filling import put_beside
from press.errors import AttachmentRefused
from press.releases.asides import block_of
from press.releases.attachment import Attachment, Words
from press.releases.release import Release
from press.text import Block, Kind, Origin
from storage import Database, journal
from storage.filed import asides, releases, versions
from storage.journal import JournalLine
from storage.translation import memory
from storage.translation.memory import Pair


def split(
    source: str, words: Words, elsewhere: Mapping[str, Words]
) -> tuple[Words, Mapping[str, Words]]:
    """What is said in a release's own language, and in which others.

    Args:
        source: code of its own.
        words: what is said without naming a language.
        elsewhere: what is said naming one, by its code.
    """
    own = elsewhere.get(source, Words())
    others = {code: said for code, said in elsewhere.items() if code != source}
    return Words(own.alt or words.alt, own.credit or words.credit), others


def say_elsewhere(
    db: Database,
    release: Release,
    file: Attachment,
    elsewhere: Mapping[str, Words],
    by: JournalLine,
) -> bool:
    """Keep a person's words for what is said of a file: in this release and wherever it returns.

    Args:
        db: in a write transaction.
        release: as it is kept.
        file: as it is kept.
        elsewhere: by code of the language.
        by: who says it, and when.

    Returns:
        whether any are new.

    Raises:
        AttachmentRefused: it is not said in the release's own language yet.
    """
    is_new = False
    for code, words in elsewhere.items():
        said = dict(_pairs(release.source, file, words))
        there = asides.of(db, release.id, code)
        new = {s: w for s, w in said.items() if s.digest not in there or there[s.digest].words != w}
        if new:
            _keep(db, release, code, new, replace(by, verb=f"described {code}", note=file.name))
            is_new = True
    return is_new


def _pairs(source: str, file: Attachment, words: Words) -> Iterator[tuple[Block, Block]]:
    for kind, name, original, said in (
        (Kind.ALT, "alternative text", file.alt, words.alt),
        (Kind.CREDIT, "credit", file.credit, words.credit),
    ):
        if said and not original:
            raise AttachmentRefused(
                f"{file.name} has no {name} in {source} yet, which others would translate; "
                "say that too"
            )
        if said:
            block = block_of(kind, original)
            yield block, Block(kind, said, Origin.EDITOR, of=block.digest)


def _keep(
    db: Database, release: Release, code: str, said: Mapping[Block, Block], line: JournalLine
) -> None:
    words = {source.digest: block for source, block in said.items()}
    memory.remember(db, Pair(release.source, code), words, line.at, said)
    put_beside(db, release, code, words.values(), line.at)
    told = "; ".join(f"{block.kind} “{block.markdown}”" for block in words.values())
    line = replace(line, note=f"{line.note}, {told}")
    journal.add(db, line)
    if code in release.texts:
        versions.record(db, releases.get(db, release.id), code, line)
