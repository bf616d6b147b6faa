"""Images and documents that go with a release: each act one transaction, journalled."""

import hashlib
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import IO

from intake.pictures.position import without_position
from newsroom.releases.acts import hold_back, record
from newsroom.tasks.due import render_key, rendering
from newsroom.translation.asides import follow
from newsroom.translation.elsewhere import say_elsewhere, split
from press.errors import AttachmentRefused, NotAllowedNow, UnknownRelease
from press.public.site import Site
from press.releases.attachment import HEAD, Attachment, Words, check_size, clean_name, media_type_of
from press.releases.dimensions import dimensions
from press.releases.outcome import is_held_back, quoted
from press.releases.release import NotYet, Release, State
from storage import Database, Storage, files, tasks
from storage.filed import originals, releases, versions
from storage.journal import JournalLine

CHUNK = 2**20  # bytes
SILENT = Words()
NOWHERE: Mapping[str, Words] = {}


@dataclass(frozen=True, slots=True)
class Attached:
    """What became of one file.

    Args:
        file: as it is kept.
        is_new: False when the release had the same content already, perhaps by another name.
        is_changed: whether something else is said of it now than before.
        held_back: why its release is held back now, as a clause; empty where it is not.
        was_placed: whether it said where it was taken, which our copy does not.
    """

    file: Attachment
    is_new: bool
    is_changed: bool = False
    held_back: str = ""
    was_placed: bool = False


@dataclass(frozen=True, slots=True)
class Copied:
    """Our copy of a file.

    Args:
        file: as it is kept.
        original: the digest of the content it was made of (hex).
    """

    file: Attachment
    original: str


class Attachments:
    """The officers' acts on attachments.

    Args:
        storage: where everything is kept.
        site: the newsroom's languages.
    """

    def __init__(self, storage: Storage, site: Site) -> None:
        self.storage = storage
        self.site = site
        self.folder = files.folder_of(storage)

    def attach(
        self,
        release_id: int,
        path: Path,
        who: str,
        now: datetime,
        words: Words = SILENT,
        elsewhere: Mapping[str, Words] = NOWHERE,
        not_yet: tuple[NotYet, ...] = (),
    ) -> Attached:
        """Attach a copy of a file; if the release is out, so is the file at once.

        Of a file that is there already, only what is said of it changes. Our copy of a picture does
        not say where it was taken; the sizes in which it is shown are made by the clock.

        Args:
            release_id: which release.
            path: the file.
            who: the officer.
            now: UTC.
            words: what is said of it in the release's own language.
            elsewhere: what a person says of it in others, by their codes.
            not_yet: what in these words or in its name says that it must not come out yet; the
                release is held back.

        Raises:
            UnknownRelease: there is no release of that number.
            NotAllowedNow: it is withdrawn; it is out, and the words say “not yet”.
            AttachmentRefused: the file is of a type not taken, too large, not readable, has the
                name of another, or something is said in another language only.
            HomeRefused: the copy cannot be written.
        """
        with self.storage.read() as db:
            release = _check(db, release_id, now)
        words, elsewhere = split(release.source, words, elsewhere)
        copied = keep_copy(self.folder, path)
        copied = replace(copied, file=words.on(copied.file))
        try:
            attached = self._add(
                release_id, copied, elsewhere, not_yet, JournalLine(now, who, "", release_id, "")
            )
        except (UnknownRelease, NotAllowedNow, AttachmentRefused):
            files.discard(self.folder, copied.file.token)
            raise
        if not attached.is_new:
            files.discard(self.folder, copied.file.token)
        return attached

    def detach(self, release_id: int, name: str, who: str, now: datetime) -> Attachment:
        """Take a file from a release, whatever its state, and erase our copy of it.

        A document that it came in is kept as it came: `still_in` names it.

        Args:
            release_id: which release.
            name: of the file.
            who: the officer.
            now: UTC.

        Raises:
            UnknownRelease: there is no release of that number.
            AttachmentRefused: it has no such file.
        """
        with self.storage.write() as db:
            releases.get(db, release_id)
            found = {file.name: file for file in files.of_release(db, release_id)}
            file = found.get(name) or found.get(clean_name(name))
            if file is None:
                has = ", ".join(found) or "no files"
                raise AttachmentRefused(f"release {release_id} has no file {name}; it has {has}")
            files.remove(db, release_id, file, now)
            tasks.drop(db, render_key(file.token), now)
            follow(db, self.site.languages, release_id, now)
            record(db, JournalLine(now, who, "detached", release_id, _particulars(file)))
        files.discard_with_sizes(self.folder, file)
        return file

    def still_in(self, release_id: int, file: Attachment) -> list[str]:
        """The names of the files, kept as they came, that a file of a release came in.

        Args:
            release_id: of the release.
            file: that goes with it, or did.
        """
        with self.storage.read() as db:
            documents = originals.holding(db, release_id)
            kept = versions.every(db, release_id)
        had = {
            one.number
            for one in kept
            if one.facts and file.sha256 in {other.sha256 for other in one.facts.files}
        }
        return list(dict.fromkeys(name for n, name in documents.items() if n in had))

    def of_release(self, release_id: int) -> tuple[Attachment, ...]:
        """What goes with a release, in the order attached."""
        with self.storage.read() as db:
            return files.of_release(db, release_id)

    def _add(
        self,
        release_id: int,
        copied: Copied,
        elsewhere: Mapping[str, Words],
        not_yet: tuple[NotYet, ...],
        by: JournalLine,
    ) -> Attached:
        with self.storage.write() as db:
            release, made = _check(db, release_id, by.at), copied.file
            there = files.of_release(db, release_id)
            # What was attached before places were taken out is the same file still.
            content = {made.sha256, copied.original}
            same = next((file for file in there if file.sha256 in content), None)
            if same:
                attached = _describe(db, release_id, same, made, by)
            elif made.name in {file.name for file in there}:
                raise AttachmentRefused(
                    f"release {release_id} has another {made.name}; "
                    f"newsroom detach {release_id} {made.name} makes room for it"
                )
            else:
                attached = _attach(db, release_id, made, by)
            is_changed = say_elsewhere(db, release, attached.file, elsewhere, by)
            is_changed = attached.is_changed or is_changed
            is_said = attached.is_new or is_changed
            why = _heeded(db, release, made.name, not_yet, by.at) if is_said else ""
            follow(db, self.site.languages, release_id, by.at)
            was_placed = copied.original != attached.file.sha256
            return replace(attached, is_changed=is_changed, held_back=why, was_placed=was_placed)


def keep_copy(folder: Path, path: Path) -> Copied:
    """Keep a copy of a file, as what its content says it is; a picture without where it was taken.

    Args:
        folder: where content is kept.
        path: the file.

    Raises:
        AttachmentRefused: it is of a type not taken, too large or not readable.
        HomeRefused: the copy cannot be written.
    """
    name, original = clean_name(path.name), hashlib.sha256()
    with _opened(path, name) as source:
        head = source.read(HEAD)
        media_type = media_type_of(name, head)
        pixels = dimensions(source, media_type)
        source.seek(len(head))
        chunks = _hashed(_chunks(source, head, name), original)
        if media_type.startswith("image/"):
            chunks = iter([without_position(b"".join(chunks), media_type)])
        content = files.keep(folder, chunks)
    made = Attachment(content.token, name, media_type, content.size, content.sha256, *pixels)
    return Copied(made, original.hexdigest())


def _heeded(
    db: Database, release: Release, name: str, not_yet: tuple[NotYet, ...], now: datetime
) -> str:
    """Hold a release back whose minute comes before what is said of a file; why, if it is."""
    ahead = release.embargo if not release.is_known(now) else None
    if not is_held_back(not_yet, ahead.instant if ahead else now):
        return ""
    why = f"what is said of {name} says {quoted(not_yet)}"
    hold_back(db, release, tuple(dict.fromkeys((*release.not_yet, *not_yet))), why, now)
    return why


def _attach(db: Database, release_id: int, made: Attachment, by: JournalLine) -> Attached:
    files.add(db, release_id, made, by.at)
    if made.is_picture:
        tasks.add(db, [rendering(release_id, made.token, by.at)])
    note = f"{_particulars(made)}{_said(made)}"
    record(db, replace(by, verb="attached", note=note))
    return Attached(made, is_new=True)


def _describe(
    db: Database, release_id: int, there: Attachment, made: Attachment, by: JournalLine
) -> Attached:
    """Say of a file that is there what is said of its copy."""
    file = Words(made.alt, made.credit).on(replace(there, width=made.width, height=made.height))
    if file == there:
        return Attached(there, is_new=False)
    files.describe(db, release_id, file, by.at)
    record(db, replace(by, verb="described", note=f"{file.name}{_said(file)}"))
    return Attached(file, is_new=False, is_changed=True)


def _check(db: Database, release_id: int, now: datetime) -> Release:
    """Refuse for a release that can be given no file, if possible before one is copied."""
    release = releases.get(db, release_id)
    if release.state(now) is State.WITHDRAWN:
        raise NotAllowedNow(f"release {release_id} is withdrawn; nothing can be attached to it")
    return release


@contextmanager
def _opened(path: Path, name: str) -> Iterator[IO[bytes]]:
    """Open a file, once its size and nature are known; a pipe or device has no end."""
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            raise AttachmentRefused(f"{name} is not a file")
        check_size(name, facts.st_size)
        source = path.open("rb")
    except OSError as error:
        raise AttachmentRefused(f"{name} cannot be read: {error.strerror}") from error
    with source:
        yield source


def _chunks(source: IO[bytes], head: bytes, name: str) -> Iterator[bytes]:
    """All of a file, piece by piece; refused if it grows too large meanwhile."""
    size, chunk = 0, head
    while chunk:
        size += len(chunk)
        check_size(name, size)
        yield chunk
        try:
            chunk = source.read(CHUNK)
        except OSError as error:
            raise AttachmentRefused(f"{name} cannot be read: {error.strerror}") from error


def _hashed(chunks: Iterator[bytes], digest: "hashlib._Hash") -> Iterator[bytes]:
    for chunk in chunks:
        digest.update(chunk)
        yield chunk


def _said(file: Attachment) -> str:
    """What is said of a file, after its name."""
    said = {"alt": file.alt, "credit": file.credit}
    return "".join(f", {kind} “{words}”" for kind, words in said.items() if words)


def _particulars(file: Attachment) -> str:
    return f"{file.name} ({file.media_type}, {file.size} bytes, sha256 {file.sha256})"
