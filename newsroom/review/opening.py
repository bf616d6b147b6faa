"""A translation that is open for an editor's act."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from newsroom.releases.acts import ANY, change
from newsroom.releases.shown import check_shown
from newsroom.review.settling import sheet_of_translation
from press.errors import NotAllowedNow
from press.releases.release import Release
from press.releases.review import Sheet
from storage import Database, Storage
from storage.filed import changes
from storage.translation.memory import Pair


@dataclass(frozen=True, slots=True)
class Open:
    """A text that is open for an editor's act.

    Args:
        db: in a write transaction.
        release: whose it is.
        sheet: the text.
        pair: from which language into which.
        at: of the act, UTC.
    """

    db: Database
    release: Release
    sheet: Sheet
    pair: Pair
    at: datetime


@contextmanager
def opened(
    storage: Storage, release_id: int, code: str, done: str, now: datetime, as_shown: str = ""
) -> Iterator[Open]:
    """One transaction on a translation; of a release that was out and is withdrawn, on why.

    An act that waited for another's end is dated after the release's minute if that came
    meanwhile: what the public has been shown is not undone as if it had never been.

    Args:
        storage: where everything is kept.
        release_id: of the release.
        code: of the language.
        done: what the act does, as a refusal says it.
        now: UTC.
        as_shown: what the editor saw, as `check_shown` takes it.
    """
    with change(storage, release_id, ANY, done, now) as (db, release, moment):
        if release.withdrawn_at and not changes.was_out(db, release_id):
            raise NotAllowedNow(f"release {release_id} is withdrawn; it cannot be {done}")
        before = sheet_of_translation(db, release, code)
        check_shown(db, release, before, as_shown)
        at = now if release.state(now) is release.state(moment) else moment
        yield Open(db, release, before, Pair(release.source, code), at)
