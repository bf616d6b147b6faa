"""An edition as a document: one module a format."""

from collections.abc import Callable
from dataclasses import dataclass

from feeds import atom, jsonfeed, rss
from press.edition import Edition
from press.site import Site


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write an edition.

    Args:
        extension: how its addresses end, `atom`.
        media_type: what it is sent as.
        render: writes an edition; same edition, same bytes.
        version: of the renderer, raised whenever it writes other bytes for the same edition.
    """

    extension: str
    media_type: str
    render: Callable[[Edition, Site], bytes]
    version: str


FORMATS = {
    format_.extension: format_
    for format_ in (
        Format("atom", atom.MEDIA_TYPE, atom.render, atom.VERSION),
        Format("rss", rss.MEDIA_TYPE, rss.render, rss.VERSION),
        Format("json", jsonfeed.MEDIA_TYPE, jsonfeed.render, jsonfeed.VERSION),
    )
}


def entity_tag(digest: str, format_: Format) -> str:
    """Name a document before it is written, without quotes (RFC 9110, 8.8.3).

    Args:
        digest: of the edition.
        format_: what it is written as.
    """
    return f"{digest}-{format_.extension}{format_.version}"
