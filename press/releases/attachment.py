"""An attachment: an image or a document that goes with a release."""

import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import PurePath

from press.errors import AttachmentRefused
from press.releases.rendition import Rendition, to_share
from press.text import in_one_line

LARGEST = 100 * 2**20  # bytes
HEAD = 1024  # bytes at the beginning that tell what a file is
_LONGEST_NAME = 150  # bytes in UTF-8: file systems take 255, and programs add to it
_SEPARATORS = re.compile(r"[/\\]")
_MIB = 2**20
_MOST_PIXELS = 100_000_000
# Screen readers read an alternative text in one breath, without a way to pause.
_LONGEST_WORDS = 1000  # characters


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a release.

    Args:
        token: unguessable, and part of its address.
        name: as the reader saves it.
        media_type: told by its content.
        size: bytes.
        sha256: of its content (hex).
        width: of an image, pixels; 0 if unknown.
        height: the same.
        alt: says what an image shows to those who do not see it, or what is in a document; plain
            text on one line, may be empty.
        credit: whom it is owed to, likewise.
        renditions: of a picture, the sizes in which it is shown; none until they are made.
        fault: why none can be made of it; empty where they can, or nobody tried yet.
    """

    token: str
    name: str
    media_type: str
    size: int
    sha256: str
    width: int = 0
    height: int = 0
    alt: str = ""
    credit: str = ""
    renditions: tuple[Rendition, ...] = ()
    fault: str = ""

    @property
    def is_picture(self) -> bool:
        """Whether it is to be seen, and so should be described to those who do not see it."""
        return self.media_type.startswith("image/")

    @property
    def is_shown(self) -> bool:
        """Whether it is shown by itself: a broken or endless picture is a file among others.

        A file of a few kilobytes may claim as many pixels as no reader's machine can unpack.
        """
        return self.is_picture and not self.fault and self.width * self.height <= _MOST_PIXELS

    @property
    def shown(self) -> "Attachment | Rendition":
        """What is shown of it where one size has to do; itself where that is the lighter one."""
        one = to_share(self.renditions)
        return one if one and one.size < self.size else self


@dataclass(frozen=True, slots=True)
class Words:
    """What an officer says of a file; what is empty says nothing, and takes nothing back.

    Args:
        alt: as in `Attachment`.
        credit: the same.
    """

    alt: str = ""
    credit: str = ""

    @classmethod
    def said(cls, alt: str, credit: str) -> "Words":
        """Both as they are kept: on one line, without what no document may contain.

        Raises:
            AttachmentRefused: one is too long.
        """
        return cls(_line(alt, "alternative text"), _line(credit, "credit"))

    def on(self, file: Attachment) -> Attachment:
        """A file that they are said of."""
        return replace(file, alt=self.alt or file.alt, credit=self.credit or file.credit)


@dataclass(frozen=True, slots=True)
class Form:
    """A format that may be attached.

    Args:
        name: as people call it.
        media_type: as registered with IANA.
        endings: of file names, lower case.
        start: how its content begins.
    """

    name: str
    media_type: str
    endings: tuple[str, ...]
    start: bytes


# What can carry script into our pages' origin (SVG, HTML) is not among them.
FORMS = (
    Form("JPEG", "image/jpeg", (".jpg", ".jpeg"), rb"\xff\xd8\xff"),
    Form("PNG", "image/png", (".png",), rb"\x89PNG\r\n\x1a\n"),
    Form("WebP", "image/webp", (".webp",), rb"(?s)RIFF.{4}WEBP"),
    Form("GIF", "image/gif", (".gif",), rb"GIF8[79]a"),
    Form("PDF", "application/pdf", (".pdf",), rb"%PDF-"),
)
# Only so that a refusal can say what it found.
_OTHERS = {
    "a Windows program": rb"MZ",
    "a Linux program": rb"\x7fELF",
    "a script": rb"#!",
    "a ZIP archive or an office document": rb"PK\x03\x04",
    "a film": rb"(?s).{4}ftyp",
    "HTML, SVG or XML": rb"(?i)(\xef\xbb\xbf)?\s*<(\?xml|!doctype|!--|html|head|body|svg|script)",
}


def form_called(media_type: str) -> str:
    """What people call a media type."""
    return next((form.name for form in FORMS if form.media_type == media_type), media_type)


def clean_name(name: str) -> str:
    """A file's base name, composed (NFC), without control characters, of bearable length.

    Invisible characters go too: some turn the direction of writing, so that `fdp.exe` reads
    `exe.pdf`.

    Raises:
        AttachmentRefused: nothing is left.
    """
    base = unicodedata.normalize("NFC", _SEPARATORS.split(name)[-1])
    seen = "".join(char for char in base if char.isspace() or unicodedata.category(char)[0] != "C")
    path = PurePath(" ".join(seen.split()).lstrip(". "))
    ending = path.suffix
    room = _LONGEST_NAME - len(ending.encode())
    stem = path.stem.encode()[: max(room, 0)].decode(errors="ignore").strip()
    if not stem:
        raise AttachmentRefused(f"“{seen.strip()}” is not a name for a file")
    return stem + ending


def check_size(name: str, size: int) -> None:
    """Refuse what is empty or too large.

    Args:
        name: of the file.
        size: bytes.

    Raises:
        AttachmentRefused: it is.
    """
    if not size:
        raise AttachmentRefused(f"{name} is empty")
    if size > LARGEST:
        raise AttachmentRefused(
            f"{name} is too large: {size:,} bytes ({size / _MIB:,.0f} MiB); "
            f"the limit is {LARGEST:,} ({LARGEST // _MIB} MiB)"
        )


def media_type_of(name: str, head: bytes) -> str:
    """The media type of a file, decided by its content; its name's ending must agree.

    Args:
        name: of the file.
        head: its first bytes, `HEAD` of them if there are as many.

    Raises:
        AttachmentRefused: it is of a type not taken, or is not what its name says.
    """
    ending = PurePath(name).suffix.lower()
    claimed = next((form for form in FORMS if ending in form.endings), None)
    if claimed is None:
        raise AttachmentRefused(
            f"{name} cannot be attached: only {', '.join(f.name for f in FORMS)} are taken"
        )
    if not re.match(claimed.start, head):
        raise AttachmentRefused(f"{name} is not a {claimed.name}: its content is {_found(head)}")
    return claimed.media_type


def _line(words: str, kind: str) -> str:
    line = in_one_line(words)
    if len(line) > _LONGEST_WORDS:
        raise AttachmentRefused(
            f"the {kind} is too long: {len(line):,} characters; the limit is {_LONGEST_WORDS:,}"
        )
    return line


def _found(head: bytes) -> str:
    kinds = {form.name: form.start for form in FORMS} | _OTHERS
    return next((kind for kind, start in kinds.items() if re.match(start, head)), "unknown")
