"""What a mail holds: its own words, files, and mails that it passes on."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial

from intake.mail.body import MailWords, unflowed
from intake.mail.charsets import decoded
from intake.mail.parts import MimePart
from press.errors import UnreadableFile
from press.releases.received import LeftOut

_SIGNATURES = (
    *("application/pkcs7-signature", "application/x-pkcs7-signature"),
    "application/pgp-signature",
)
_SEALED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted")
_SEAL = (
    "it is encrypted, or signed in a way that hides its text: send it without, or signed in the "
    "clear (multipart/signed)"
)
_TNEF = ("application/ms-tnef", "application/vnd.ms-tnef")
# What mail programs add of their own, and what answers to programs.
_NOT_FILES = {
    **dict.fromkeys(_SIGNATURES, "it is the mail's digital signature"),
    **dict.fromkeys(_TNEF, "it is in Outlook's own format; have Outlook send HTML or plain text"),
    "text/calendar": "it is an invitation to a calendar",
    "application/pgp-keys": "it is a key",
}


@dataclass(frozen=True, slots=True)
class MailFile:
    """A file in a mail.

    Args:
        name: as the mail calls it, or what kind of file it is.
        kind: its media type, as the mail says.
        data: its content.
        content_id: by which the mail's HTML shows it; may be empty.
    """

    name: str
    kind: str
    data: bytes
    content_id: str = ""


@dataclass(slots=True)
class MailContents:
    """What was found in a mail, in its order.

    Args:
        words: its own.
        files: attached or shown in it.
        mails: those it passes on whole.
        left_out: what is neither.
        unread: the words of that.
        sealed: the names of what has words that nobody here can read.
    """

    words: list[MailWords] = field(default_factory=list)
    files: list[MailFile] = field(default_factory=list)
    mails: list[MimePart] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    sealed: list[str] = field(default_factory=list)


def contents_of(part: MimePart) -> MailContents:
    """Sort what a mail holds; what is in a mail that it passes on is left there.

    Args:
        part: the mail, or a part of it.

    Raises:
        UnreadableFile: it is encrypted.
    """
    if part.kind in _SEALED:
        raise UnreadableFile(_SEAL)
    inner = [contents_of(one) for one in part.parts if not part.kind.startswith("message/")]
    if part.kind == "multipart/alternative":
        return _chosen(inner)
    if part.kind.startswith("multipart/"):
        return _together(inner)
    if part.parts:
        return MailContents(mails=[part])
    return _leaf(part)


def _together(inner: Iterable[MailContents]) -> MailContents:
    found = MailContents()
    for one in inner:
        found.words += one.words
        found.files += one.files
        found.mails += one.mails
        found.left_out += one.left_out
        found.unread += one.unread
        found.sealed += one.sealed
    return found


def _chosen(inner: Iterable[MailContents]) -> MailContents:
    """The same words in several forms, as one; a form may itself be of several parts."""
    found = _together(inner)
    plain = "\n".join(one.plain for one in found.words if one.plain)
    html = "\n".join(one.html for one in found.words if one.html)
    found.words = [MailWords(plain, html)] if plain or html else []
    return found


def _leaf(part: MimePart) -> MailContents:
    name, kind = part.header.file_name(), part.kind
    is_attached = part.header.raw("content-disposition").lower().startswith("attachment")
    if kind in ("text/plain", "text/html") and not is_attached and not name:
        return MailContents(words=[_words(part)] if part.content.strip() else [])
    called = name or unnamed(kind)
    if kind in _NOT_FILES or kind.startswith("message/"):
        why = _NOT_FILES.get(kind, "it is a report of a mail server")
        is_text = kind.startswith(("text/", "message/"))
        said = _fields(_words(part).plain) if is_text else []
        sealed = [called] if kind in _TNEF else []
        return MailContents(left_out=[LeftOut(called, why)], unread=said, sealed=sealed)
    shown = part.header.raw("content-id").strip().strip("<>")
    return MailContents(files=[MailFile(called, kind, part.content, shown)])


def _fields(text: str) -> list[str]:
    """A text of `NAME:value` lines, as calendars and servers write them, and its values alone."""
    return [text, "\n\n".join(line.partition(":")[2] for line in text.split("\n"))]


def _words(part: MimePart) -> MailWords:
    text = decoded(part.content, part.header.parameter("charset"))
    if part.kind == "text/html":
        return MailWords(html=text)
    says = partial(part.header.parameter, of="content-type")
    if says("format").lower() == "flowed":
        text = unflowed(text, delete_space=says("delsp").lower() == "yes")
    return MailWords(plain=text)


def unnamed(kind: str) -> str:
    """What a file is called that has no name."""
    ending = kind.partition("/")[2].removeprefix("x-").replace("jpeg", "jpg")
    return f"file.{ending}" if ending.isalnum() else "file"
