"""Pictures of a page: those whose bytes came with it become attachments, others are named."""

from base64 import b64decode
from binascii import Error
from collections.abc import Iterable, Mapping
from urllib.parse import unquote_to_bytes

from intake.enclosures import sorted_out
from intake.markup.html import Image
from press.releases.received import Enclosed, LeftOut

_MOST = 10  # pictures that are named one by one
_ENDINGS = {"image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp", "image/gif": ".gif"}
_ELSEWHERE = "it lies elsewhere; newsroom attach adds it"
_UNREADABLE = "its data cannot be read"


def pictures_of(
    images: Iterable[Image], parts: Mapping[str, bytes]
) -> tuple[tuple[Enclosed, ...], tuple[LeftOut, ...]]:
    """The pictures that can be attached, and the others with the reason.

    Args:
        images: of the page's text, in order.
        parts: what was saved with the page, by address.
    """
    found, others = list[Enclosed](), list[LeftOut]()
    for image in dict.fromkeys(images):
        if image.source.startswith("data:") or image.source in parts:
            data, name = _within(image.source, parts, len(found) + 1)
            if data:
                found.append(Enclosed(name, data, image.alt, image.credit))
            else:
                others.append(LeftOut(f"picture {image.alt or name}", _UNREADABLE))
        else:
            what = f"picture at {image.source[:200]}"
            said = "; ".join(filter(None, (image.alt, image.credit)))
            others.append(LeftOut(f"{what} ({said})" if said else what, _ELSEWHERE))
    files, refused = sorted_out(found)
    return files, (*refused, *_few(others))


def _within(source: str, parts: Mapping[str, bytes], number: int) -> tuple[bytes, str]:
    """The bytes of a picture, and a name for it."""
    if source in parts:
        name = source.partition("?")[0].rstrip("/").rpartition("/")[2]
        data = parts[source]
        return data, name if "." in name else f"picture-{number}{_ending_of(data)}"
    kind, _, text = source.removeprefix("data:").partition(",")
    name = f"picture-{number}{_ENDINGS.get(kind.partition(';')[0].strip().lower(), '.bin')}"
    try:
        raw = unquote_to_bytes(text)
        return (b64decode(raw) if kind.lower().endswith("base64") else raw), name
    except (Error, ValueError):
        return b"", name


def _ending_of(data: bytes) -> str:
    signs = {b"\xff\xd8": ".jpg", b"\x89PNG": ".png", b"RIFF": ".webp", b"GIF8": ".gif"}
    return next((ending for sign, ending in signs.items() if data.startswith(sign)), ".bin")


def _few(others: list[LeftOut]) -> list[LeftOut]:
    """The first of them one by one, and how many more there are."""
    more = len(others) - _MOST
    if more <= 0:
        return others
    return [*others[:_MOST], LeftOut(f"{more} more pictures", _ELSEWHERE)]
