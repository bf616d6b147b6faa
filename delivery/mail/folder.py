"""Where no server takes letters, each becomes a file that a mail program opens."""

import hashlib
import os
from collections.abc import Collection
from datetime import UTC
from email.errors import MessageError
from email.parser import BytesParser
from email.utils import getaddresses
from pathlib import Path

from delivery.mail.letter import Letter
from delivery.mail.post import Acceptance, Meanwhile, Receipt, nothing
from press.errors import MailWaits


class FolderPost:
    """Writes letters into a folder that its owner alone may read; nobody gets them.

    A file is named for its letter's name and date: the same letter again is the same file, and no
    address stands in a name.

    Args:
        folder: made when the first letter is written.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send(self, letter: Letter, content: bytes, _meanwhile: Meanwhile = nothing) -> Receipt:
        """Write one letter whole.

        Raises:
            MailWaits: the folder cannot be written.
        """
        digest = hashlib.sha256(letter.message_id.encode()).hexdigest()[:16]
        path = self._folder / f"{letter.date.astimezone(UTC):%Y%m%dT%H%M%SZ}-{digest}.eml"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write(path, content)
        except OSError as error:
            raise MailWaits(f"{self._folder} cannot be written: {error.strerror}") from error
        return Receipt(Acceptance.ACCEPTED)

    def close(self) -> None:
        """Nothing is open."""


def delete_letters(folder: Path, addresses: Collection[str]) -> int:
    """Delete the letters in a folder that were written to one of these addresses.

    Returns:
        how many these were.
    """
    wanted = {address.lower() for address in addresses}
    # All files: one whose writing was cut off has not got its name yet.
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()] if wanted else []
    found = [path for path in paths if _receivers(path) & wanted]
    for path in found:
        path.unlink(missing_ok=True)
    return len(found)


def _receivers(path: Path) -> set[str]:
    """To whom a letter in a file is addressed, in small letters."""
    try:
        with path.open("rb") as file:
            head = BytesParser().parse(file, headersonly=True)
    except (OSError, MessageError):
        return set()
    fields = [str(head.get(name, "")) for name in ("To", "Cc", "X-Envelope-To")]
    return {address.lower() for _, address in getaddresses(fields)}


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all: who looks into the folder meanwhile sees no half of a letter."""
    unfinished = path.with_suffix(f".{os.getpid()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    with os.fdopen(os.open(unfinished, flags, 0o600), "wb") as file:
        file.write(content)
    unfinished.replace(path)
