"""Pictures of a page: where they lie, what they show and whom they are owed to."""

import re
from dataclasses import dataclass, replace

from lxml import etree

from intake.markup.addresses import absolute

# What a caption says of who made the picture, up to its end.
_CREDIT = re.compile(
    r"(?:^|(?<=[\s(/|–-]))\(?(?P<credit>(?:©|\(c\)|copyright\b"
    r"|(?:photo|foto|image|picture|bild|beeld|crédits?(?: photo)?|credits?|quelle|source|bron"
    r"|fotograaf)\s?(?:[:©]|by\b|par\b|von\b|door\b)).{0,200})$",
    re.IGNORECASE,
)
_MARKS = re.compile(
    r"^(?:©|\(c\)|copyright\b|photo\b|foto\b|image\b|picture\b|bild\b|beeld\b|crédits?\b|credits?\b"
    r"|quelle\b|source\b|bron\b|fotograaf\b|by\b|par\b|von\b|door\b|[\s:/])+",
    re.IGNORECASE,
)
_LATER = ("src", "data-src", "data-lazy-src", "data-original")
_BLANK = re.compile(r"data:image/(?:gif|svg)[^,]{0,100},.{0,200}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that stood in a text.

    Args:
        source: its address, or all of it in one (`data:`); `cid:` within a mail.
        alt: what it shows, on one line; may be empty.
        credit: whom it is owed to, likewise.
    """

    source: str
    alt: str = ""
    credit: str = ""


def image_of(element: etree._Element, base: str) -> Image | None:
    """A picture; None for one that only counts readers or keeps room.

    Args:
        element: `img`.
        base: the document's address, or empty.
    """
    if {element.get("width", ""), element.get("height", "")} & {"0", "1", "1px"}:
        return None
    named = [words for name in _LATER if (words := element.get(name, "").strip())]
    source = next((one for one in named if not _BLANK.fullmatch(one)), "")
    if not source:
        return None
    if not source.startswith(("data:", "cid:")):
        source = absolute(source, base) or source
    return Image(source, " ".join(element.get("alt", "").split()))


def with_caption(image: Image, caption: str) -> Image:
    """A picture with all that its caption says, where it does not say so itself.

    Args:
        image: the first of its figure.
        caption: plain words on one line.
    """
    credit = _CREDIT.search(caption)
    shown = caption[: credit.start()].strip(" (|/–-") if credit else caption
    owed = _MARKS.sub("", credit["credit"]).strip(" ).") if credit else ""
    return replace(image, alt=_both(image.alt, shown), credit=owed or image.credit)


def _both(alt: str, caption: str) -> str:
    if not alt or alt in caption:
        return caption
    return alt if caption in alt else f"{alt.rstrip('.')}. {caption}"
