"""Pictures and documents that an entry refers to: those that are in it, and those that are not."""

import base64
import binascii
import mimetypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from intake.enclosures import sorted_out
from press.releases.received import Enclosed, LeftOut
from press.text import in_one_line, visible

_LONGEST = 300  # characters of an address that is shown
ELSEWHERE = "it lies elsewhere, and nothing is fetched: save it, and newsroom attach adds it"


@dataclass(frozen=True, slots=True)
class Pointed:
    """A file that an entry refers to.

    Args:
        address: where it lies, or the file itself (`data:`, RFC 2397).
        alt: what it shows; may be empty.
        credit: whom it is owed to; may be empty.
    """

    address: str
    alt: str = ""
    credit: str = ""


def taken(files: Iterable[Pointed]) -> tuple[tuple[Enclosed, ...], tuple[LeftOut, ...]]:
    """The files that are in the feed itself, and the names of all others.

    Args:
        files: in the entry's order; the same address counts once.
    """
    every = list({file.address: file for file in files if file.address.strip()}.values())
    within = [file for file in every if _is_within(file.address)]
    kept, refused = sorted_out(_enclosed(within))
    outside = [LeftOut(_named(file), ELSEWHERE) for file in every if not _is_within(file.address)]
    broken = [
        LeftOut(shown(file.address), "it is damaged: send it as a file of its own")
        for file in within
        if _content(file.address) is None
    ]
    return kept, (*refused, *broken, *outside)


def _named(file: Pointed) -> str:
    """Where it lies, what it shows and whom it is owed to."""
    said = "; ".join(filter(None, (shown(file.alt), shown(file.credit))))
    return f"{shown(file.address)} ({said})" if said else shown(file.address)


def shown(words: str) -> str:
    """Words of a feed on one line, cut where they are long."""
    line = visible(in_one_line(words))
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _is_within(address: str) -> bool:
    return address[:5].lower() == "data:"


def _enclosed(files: Iterable[Pointed]) -> Iterator[Enclosed]:
    for n, file in enumerate(files, start=1):
        if (data := _content(file.address)) is not None:
            media_type = file.address[5:100].partition(",")[0].partition(";")[0].strip().lower()
            ending = mimetypes.guess_extension(media_type) or ""
            alt, credit = (in_one_line(words) for words in (file.alt, file.credit))
            yield Enclosed(f"file-{n}{ending}", data, alt, credit)


def _content(address: str) -> bytes | None:
    head, comma, data = address[5:].partition(",")
    if not comma:
        return None
    content = unquote_to_bytes(data)
    if not head.lower().rstrip().endswith(";base64"):
        return content
    try:
        return base64.b64decode(content + b"=" * (-len(content) % 4))
    except binascii.Error:
        return None
