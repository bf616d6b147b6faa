"""Pages that a browser saved with their pictures in one file (RFC 2557, MHTML)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from intake.mail.parts import MimePart, header_of, is_of_browser, opened_page
from press.errors import UnreadableFile

_LOOKED_AT = 64 * 1024  # bytes at the beginning, in which its header ends
_TOGETHER, _PAGE = "multipart/related", "text/html"


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
    """Whether a file is a page that a browser saved with its pictures; a mail may look much alike.

    Args:
        data: the whole file, or its beginning.
    """
    head = header_of(data[:_LOOKED_AT])
    return is_of_browser(head) and head.kind() in (_TOGETHER, _PAGE)


def saved_page(data: bytes) -> SavedPage:
    """Open a page that was saved in one file.

    Args:
        data: the whole file.

    Raises:
        UnreadableFile: there is no page in it, or it cannot be taken apart.
    """
    leaves = list(_leaves(opened_page(data)))
    page = next((one for one in leaves if one.kind == _PAGE), None)
    if page is None:
        raise UnreadableFile("it is a saved page without a text: save the page again")
    pictures = (one for one in leaves if one.kind.startswith("image/"))
    return SavedPage(
        page.content,
        page.header.parameter("charset"),
        page.header.raw("content-location"),
        {name: one.content for one in pictures for name in _names(one)},
    )


def _leaves(part: MimePart) -> Iterator[MimePart]:
    """The parts that hold no others, in their order; their depth is bounded."""
    if not part.parts:
        yield part
    for one in part.parts:
        yield from _leaves(one)


def _names(part: MimePart) -> Iterator[str]:
    if location := part.header.raw("content-location"):
        yield location
    if identity := part.header.raw("content-id").strip(" <>"):
        yield f"cid:{identity}"
