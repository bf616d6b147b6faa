"""An edition as a document: one module a format."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import press
from feeds import atom, jsonfeed, rss
from feeds.sources import sources_digest
from press.public.edition import Edition
from press.public.site import Site


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write an edition.

    Args:
        extension: how its addresses end, `atom`.
        media_type: what it is sent as, without parameters.
        render: writes an edition; same edition, same bytes.
    """

    extension: str
    media_type: str
    render: Callable[[Edition, Site], bytes]

    @property
    def content_type(self) -> str:
        """The media type with the charset that it has by itself in JSON (RFC 8259, 8.1)."""
        return self.media_type + ("; charset=utf-8" if self.media_type.endswith("+xml") else "")


FORMATS = {
    format_.extension: format_
    for format_ in (
        Format("atom", atom.MEDIA_TYPE, atom.render),
        Format("rss", rss.MEDIA_TYPE, rss.render),
        Format("json", jsonfeed.MEDIA_TYPE, jsonfeed.render),
    )
}
# Names the code that writes and the words it writes; taken once, as it was when it was loaded.
SOURCES = sources_digest(Path(__file__).parent, Path(press.__file__).parent)


def entity_tag(digest: str, format_: Format) -> str:
    """Name a document before it is written, without quotes (RFC 9110, 8.8.3).

    Args:
        digest: of the edition.
        format_: what it is written as.
    """
    return f"{digest}-{format_.extension}-{SOURCES}"
