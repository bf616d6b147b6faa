"""What comes with a text that is filed, beside its words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as it was read, kept for officers alone.

    Args:
        name: its base name; `-` where it came through standard input.
        media_type: what it is, as registered with IANA.
        data: all of it.
    """

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A picture or document within a file that is filed; it becomes an attachment.

    Args:
        name: to be saved under.
        data: its content, of a form that may be attached.
        alt: what it shows, plain text on one line; may be empty.
        credit: whom it is owed to, likewise.
        original: the digest (SHA-256, hex) of what it was before the place was taken out where it
            was taken; empty where nothing was.
    """

    name: str
    data: bytes
    alt: str = ""
    credit: str = ""
    original: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something of a file that is in no document.

    Args:
        what: its words, or what it is called.
        why: as a clause an officer understands: `it is marked not for publication`.
    """

    what: str
    why: str
