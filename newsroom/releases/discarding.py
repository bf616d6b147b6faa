"""Drafts that are discarded for good: what nobody but the office ever read leaves no word."""

from datetime import datetime

from newsroom.tasks.due import render_key
from press.errors import NotAllowedNow
from press.releases.attachment import Attachment
from press.releases.release import Release, State
from storage import Database, Storage, files, journal, tasks
from storage.filed import discarded, originals, releases
from storage.journal import JournalLine


def discard(storage: Storage, release_id: int, who: str, now: datetime) -> Release:
    """Erase a draft: its texts, versions, files and links, and what is remembered only of it.

    The journal keeps that there was one, and who did what with it; its number is not given again.

    Args:
        storage: where everything is kept.
        release_id: of the draft.
        who: the officer.
        now: UTC.

    Returns:
        the release as it was.

    Raises:
        UnknownRelease: there is none of that number.
        NotAllowedNow: it is no draft, or was out.
    """
    with storage.write() as db:
        release, attached = _checked(db, release_id, now)
        pictures = discarded.discard(db, release, now)
        for one in pictures:
            tasks.drop(db, render_key(one.token), now)
        journal.add(db, JournalLine(now, who, "discarded", release_id, ""))
    for file in (*attached, *pictures):
        files.discard_with_sizes(files.folder_of(storage), file)
    storage.empty_log()
    return release


def to_discard(storage: Storage, release_id: int, now: datetime) -> tuple[Release, int]:
    """A draft that can be discarded, and how many files would go with it.

    Raises:
        UnknownRelease, NotAllowedNow: as `discard` would.
    """
    with storage.read() as db:
        release, attached = _checked(db, release_id, now)
        return release, len(attached)


def kept_for_others(storage: Storage, release_id: int) -> list[str]:
    """The names of the files it was read from that stay, as others were read from them as well."""
    with storage.read() as db:
        return originals.shared(db, release_id)


def _checked(db: Database, release_id: int, now: datetime) -> tuple[Release, list[Attachment]]:
    release = releases.get(db, release_id)
    state = release.state(now)
    if state is not State.DRAFT:
        raise NotAllowedNow(f"release {release_id} is {state}; {_instead(release_id, state)}")
    if discarded.was_out(db, release):
        raise NotAllowedNow(f"release {release_id} has been out; what the public has read is kept")
    return release, list(files.of_release(db, release_id))


def _instead(release_id: int, state: State) -> str:
    """What can be done with a release that is no draft."""
    take_back = f"newsroom withdraw {release_id} takes it back, and keeps what it said"
    if state is State.WITHDRAWN:
        return "only a draft that was never out is discarded"
    if state is State.SCHEDULED:
        return f"newsroom hold {release_id} stops it, {take_back}"
    return take_back
