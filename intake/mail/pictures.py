"""Which pictures of a mail belong to its text, and which to its dress."""

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from urllib.parse import urlsplit

from intake.mail.contents import MailFile
from intake.markup.html import Image
from press.errors import AttachmentRefused
from press.releases.attachment import HEAD, media_type_of
from press.releases.dimensions import dimensions
from press.releases.received import Enclosed, LeftOut

# Pixels. A sign between words or a pixel that counts readers; a logo below a name.
_SIGN, _LOGO = 16, 110
# Where mail programs begin a signature in HTML.
_SIGNATURE = re.compile(
    r"gmail_signature|moz-signature|[\"']signature[\"']|apple-mail-signature|_mailautosig"
    r"|<!-- ?signature|>-- ?<br",
    re.IGNORECASE,
)
_SHOWN = re.compile(r"cid:([^\"'\s<>)]{1,300})", re.IGNORECASE)


def pictures(
    files: Sequence[MailFile], images: Sequence[Image], html: Sequence[str]
) -> tuple[list[Enclosed], list[LeftOut]]:
    """Part the files of a mail into those that go with its text, and those that only dress it.

    Args:
        files: that are no press texts.
        images: that its HTML shows, with their words.
        html: its HTML, as sent.
    """
    shown = {_shown_as(image.source): image for image in images}
    dress = _in_signatures(html)
    kept, left = list[Enclosed](), list[LeftOut]()
    for file in files:
        if why := _why_dress(file, shown, dress):
            left.append(LeftOut(file.name, why))
            continue
        image = shown.get(file.content_id) if file.content_id else None
        words = (image.alt, image.credit) if image else ("", "")
        kept.append(Enclosed(file.name, file.data, *words))
    return kept, left + _elsewhere(images)


def _shown_as(source: str) -> str:
    found = _SHOWN.match(source)
    return found[1] if found else source


def _in_signatures(html: Sequence[str]) -> set[str]:
    """The names of pictures that are shown only below where a signature begins."""
    above, below = set[str](), set[str]()
    for one in html:
        found = _SIGNATURE.search(one)
        start = found.start() if found else len(one)
        for shown in _SHOWN.finditer(one):
            (above if shown.start() < start else below).add(shown[1])
    return below - above


def _why_dress(file: MailFile, shown: Mapping[str, Image], dress: set[str]) -> str:
    pixels = _pixels(file)
    if pixels is None:
        return ""
    if file.content_id and file.content_id in dress:
        return "it is a picture of the signature"
    width, height = pixels
    is_shown = bool(file.content_id) and file.content_id in shown
    least = _LOGO if is_shown else _SIGN
    return "it is too small to be a picture of the text" if 0 < min(width, height) <= least else ""


def _pixels(file: MailFile) -> tuple[int, int] | None:
    """Width and height of a picture; None for any other file."""
    try:
        kind = media_type_of(file.name, file.data[:HEAD])
    except AttachmentRefused:
        return None
    return dimensions(BytesIO(file.data), kind) if kind.startswith("image/") else None


def _elsewhere(images: Sequence[Image]) -> list[LeftOut]:
    """Pictures that a mail only points at: to fetch one tells its sender that it was read."""
    hosts = dict.fromkeys(
        host for image in images if (host := urlsplit(_safe(image.source)).hostname)
    )
    why = "it lies elsewhere, and nothing is fetched for a mail: attach it"
    return [LeftOut(f"a picture at {host}", why) for host in list(hosts)[:5]]


def _safe(address: str) -> str:
    """An address that can be taken apart; what cannot be is nothing."""
    return address if re.match(r"https?://[\w.-]+", address) and "[" not in address else ""
