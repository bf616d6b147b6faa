"""A proof as it is kept and told, and what is known of a release before one is made."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from newsroom.proofs.seal import canonical, fingerprint
from newsroom.proofs.surfaces import Neighbours
from newsroom.proofs.traces import BEGINNING
from press.releases.release import Release
from storage import Database, files, proofs, public
from storage.filed import releases
from storage.proofs import KeptProof


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof that was made.

    Args:
        id: its number.
        record: signed.
    """

    id: int
    record: dict[str, Any]

    @property
    def verdict(self) -> str:
        """What it says, in a line."""
        return str(self.record["verdict"])

    @property
    def holds(self) -> bool:
        """Whether there is nothing to be alarmed about."""
        return bool(self.record["holds"])

    @property
    def text(self) -> str:
        """As it is handed on."""
        return canonical(self.record)


@dataclass(frozen=True, slots=True)
class Case:
    """A release and what is found around it, as read at one instant.

    Args:
        release: which.
        near: its topics, the others, its files.
        common: of its words and names, those that others have as well.
        kept: what was proved of it before.
    """

    release: Release
    near: Neighbours
    common: frozenset[str]
    kept: list[KeptProof]


def case_of(db: Database, release_id: int, now: datetime) -> Case:
    """Everything that has to be known to look for a release.

    Raises:
        UnknownRelease: there is none of that number.
    """
    release = releases.get(db, release_id)
    secret = proofs.secret_topics(db, release_id, now)
    known = tuple(t.slug for t in public.topics(db, now) if t.slug not in secret)
    blocks = [block.markdown for text in release.texts.values() for block in text.blocks]
    common = proofs.common_words(db, release_id, blocks, BEGINNING, now)
    common |= proofs.common_names(db, release_id, now)
    there = files.of_release(db, release_id)
    attached = [(file.token, file.name) for file in there]
    attached += [(size.token, size.name) for file in there for size in file.renditions]
    near = Neighbours(known, secret, tuple(attached))
    return Case(release, near, frozenset(common), proofs.of_release(db, release_id))


def says(record: dict[str, Any]) -> str:
    """What a verified record proves, in a line."""
    release = record["release"]
    minute = release["embargo"]
    between = f"between {_shown(record['started'])} and {_shown(record['ended'])} UTC"
    due = f"embargo {_shown(minute)} UTC" if minute else "no embargo yet"
    key = fingerprint(record["public_key"])
    return (
        f"release {release['id']} “{release['headline']}” ({due}): {record['verdict']},"
        f" asked at {record['asked_at']} {between}; signed with key {key}"
    )


def _shown(moment: int) -> str:
    instant = datetime.fromisoformat("1970-01-01T00:00:00+00:00") + timedelta(milliseconds=moment)
    return f"{instant:%Y-%m-%d %H:%M:%S}.{moment % 1000:03}"
