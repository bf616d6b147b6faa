"""Pages that a browser saved with their pictures in one file (RFC 2557, MHTML)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from press.errors import UnreadableFile

_LOOKED_AT = 4096  # bytes of the header
_MOST = 500  # parts


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page, and what was saved with it.

    Args:
        html: its bytes.
        encoding: what they are written in, as the envelope says; may be empty.
        base: the page's address; may be empty.
        parts: the bytes of pictures, by their addresses.
    """

    html: bytes
    encoding: str = ""
    base: str = ""
    parts: Mapping[str, bytes] = field(default_factory=dict)


def is_saved(data: bytes) -> bool:
    """Whether a file is a page that was saved with its pictures."""
    head = data[:_LOOKED_AT].lower()
    if not head.lstrip().startswith((b"from:", b"mime-version:", b"snapshot-content-location:")):
        return False
    return b"multipart/related" in head and (b"text/html" in head or b"saved by" in head)


def opened_page(data: bytes) -> SavedPage:
    """Open a page that was saved in one file.

    Raises:
        UnreadableFile: there is no page in it.
    """
    message = message_from_bytes(data, _class=EmailMessage, policy=default)
    parts = list(_parts(message))
    pages = [part for part in parts if part.get_content_type() == "text/html"]
    if not pages:
        raise UnreadableFile("it is a saved page without a text: save the page again")
    page = pages[0]
    pictures = (part for part in parts if part.get_content_maintype() == "image")
    return SavedPage(
        _bytes(page),
        page.get_content_charset() or "",
        str(page.get("content-location", "")),
        {name: _bytes(one) for one in pictures for name in _names(one)},
    )


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    for n, part in enumerate(message.walk()):
        if n > _MOST:
            raise UnreadableFile(f"it is a saved page of more than {_MOST} files")
        if isinstance(part, EmailMessage) and not part.is_multipart():
            yield part


def _bytes(part: EmailMessage) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _names(part: EmailMessage) -> Iterator[str]:
    if location := str(part.get("content-location", "")):
        yield location
    if identity := str(part.get("content-id", "")).strip(" <>"):
        yield f"cid:{identity}"
