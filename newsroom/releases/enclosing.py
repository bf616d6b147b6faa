"""Files that come within a text that is filed: they become attachments with it, or not at all."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from datetime import datetime
from io import BytesIO
from types import TracebackType

from newsroom.tasks.due import rendering
from press.releases.attachment import HEAD, Attachment, Words, media_type_of
from press.releases.dimensions import dimensions
from press.releases.received import Enclosed
from storage import Database, Storage, files, tasks


class Enclosing(AbstractContextManager["Enclosing"]):
    """Keeps content while releases are filed; what belongs to none in the end is discarded.

    Leave it once the transaction has ended.

    Args:
        storage: where everything is kept.
        dry: whether nothing is kept.
    """

    def __init__(self, storage: Storage, *, dry: bool = False) -> None:
        self.storage = storage
        self.folder = files.folder_of(storage)
        self.dry = dry
        self.kept = set[str]()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.kept:
            with self.storage.read() as db:
                named = files.named(db, self.kept)
            for token in self.kept - named:
                files.discard(self.folder, token)

    def enclose(
        self, db: Database, release_id: int, enclosed: Iterable[Enclosed], now: datetime
    ) -> None:
        """Attach files to a release that is being filed.

        Args:
            db: in a write transaction.
            release_id: its number.
            enclosed: as read; of forms that may be attached.
            now: UTC.

        Raises:
            AttachmentRefused: one is of no such form.
            HomeRefused: the content cannot be written.
        """
        for file in enclosed:
            made = self._attachment(file)
            files.add(db, release_id, made, now)
            if made.is_picture:
                tasks.add(db, [rendering(release_id, made.token, now)])

    def _attachment(self, file: Enclosed) -> Attachment:
        media_type = media_type_of(file.name, file.data[:HEAD])
        pixels = dimensions(BytesIO(file.data), media_type)
        if self.dry:
            content = files.unkept(file.data)
        else:
            content = files.keep(self.folder, [file.data])
            self.kept.add(content.token)
        made = Attachment(
            content.token, file.name, media_type, content.size, content.sha256, *pixels
        )
        return Words.said(file.alt, file.credit).on(made)
