"""Making the sizes in which pictures are shown, once, beside everything that cannot wait."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO

from intake.pictures.drawing import draw
from intake.pictures.position import without_position
from newsroom.tasks.due import RENDER, picture_token
from newsroom.tasks.work import free_work_of_the_gone, owner_name, put_off
from press.errors import UnreadableFile
from press.releases.attachment import Attachment
from press.releases.rendition import Rendition, name_of
from storage import Database, Storage, files, journal, tasks, topics
from storage.filed import renditions
from storage.journal import JournalLine
from storage.tasks import Task, WantedTask

log = logging.getLogger("newsroom.rendering")

# Longer than any picture takes; what a killed process held is taken over at once.
LEASE = timedelta(minutes=10)


class Rendering:
    """Takes pictures whose sizes are due, and makes them.

    Content is kept before its row is; a kill in between leaves what nobody can ask for, and the
    work is due again.

    Args:
        storage: where everything is kept.
        clock: tells the time, UTC.
    """

    def __init__(self, storage: Storage, clock: Callable[[], datetime]) -> None:
        self.storage = storage
        self.folder = files.folder_of(storage)
        self.clock = clock
        self.owner = owner_name()

    def run(self) -> int:
        """Do all that is due; how many pictures that were."""
        free_work_of_the_gone(self.storage, self.clock())
        done = 0
        while taken := self._claim():
            for task in taken:
                self._attempt(task)
                done += 1
        return done

    def _claim(self) -> list[Task]:
        wanted = WantedTask(RENDER)
        with self.storage.write() as db:
            now = self.clock()
            return tasks.claim(db, wanted, now, owner=self.owner, lease=LEASE, limit=1)

    def _attempt(self, task: Task) -> None:
        try:
            self._render(task)
        except Exception as error:  # whatever it is, the other pictures are made
            log.exception("task %s (%s) failed", task.id, task.key)
            with self.storage.write() as db:
                put_off(db, [task], self.clock(), repr(error))

    def _render(self, task: Task) -> None:
        with self.storage.read() as db:
            file = files.one(db, picture_token(task))
        made, fault, placed = list[Rendition](), "", False
        if file is not None:
            data = (self.folder / file.token).read_bytes()
            placed = without_position(data, file.media_type) is not data
            made, fault = self._made(file, data)
        try:
            is_kept = self._keep(task, made, fault, placed=placed)
        except BaseException:
            self._discard(made)
            raise
        if not is_kept:
            self._discard(made)

    def _made(self, file: Attachment, data: bytes) -> tuple[list[Rendition], str]:
        """The sizes of a picture, their content kept; or why there are none."""
        made = list[Rendition]()
        try:
            sizes = draw(BytesIO(data), file.media_type)
        except UnreadableFile as refusal:
            return made, str(refusal)
        try:
            for one in sizes:
                kept = files.keep(self.folder, [one.data])
                name = name_of(file.name, one.width, one.media_type)
                size = one.width, one.height
                made.append(
                    Rendition(kept.token, name, one.media_type, kept.size, kept.sha256, *size)
                )
        except BaseException:
            self._discard(made)
            raise
        return made, ""

    def _keep(self, task: Task, made: list[Rendition], fault: str, *, placed: bool) -> bool:
        """Give a picture its sizes, unless it is gone meanwhile or another process was faster."""
        with self.storage.write() as db:
            now, token = self.clock(), picture_token(task)
            file = files.one(db, token)
            is_wanted = file is not None and not renditions.tokens_of(db, token)
            if is_wanted and made:
                renditions.add(db, task.release_id, token, made, now)
            if file is not None and is_wanted:
                renditions.note(db, token, fault, placed=placed)
                about = task.release_id or None
                for note in _said(_called(db, file), fault, placed=placed):
                    journal.add(db, JournalLine(now, "newsroom", "noted", about, note))
            tasks.finish(db, [task], now, fault)
        return is_wanted

    def _discard(self, made: list[Rendition]) -> None:
        for one in made:
            files.discard(self.folder, one.token)


def _called(db: Database, file: Attachment) -> str:
    """A picture by its name, after the topic that it stands for, if it does."""
    slug = topics.pictured(db, file.token, file.name)
    return f"topic {slug}: {file.name}" if slug else file.name


def _said(name: str, fault: str, *, placed: bool) -> list[str]:
    """What officers should know of a picture."""
    said = [f"{name} is listed and not shown: {fault}"] if fault else []
    return [*said, f"{name} says where it was taken"] if placed else said
