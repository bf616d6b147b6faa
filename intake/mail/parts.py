"""A mail in its parts (RFC 2045, 2046), as the standard library takes it apart.

The library knows no bounds, and takes the time of lines × parts within parts. It is given bounds
here, by the parts that it fills in, and whatever it raises about a stranger's mail is a refusal.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import (
    InvalidBase64CharactersDefect,
    InvalidBase64LengthDefect,
    MessageDefect,
    MissingHeaderBodySeparatorDefect,
)
from email.message import Message
from email.parser import BytesParser
from email.policy import Policy, compat32
from functools import partial

from intake.mail.charsets import decoded
from intake.mail.headers import MOST, MailHeader, read_header
from press.errors import UnreadableFile

_AS_READ = ("ascii", "surrogateescape")  # how the library makes letters of bytes
DEEPEST = 60  # parts that hold others, a mail that is passed on among them
MOST_PARTS = 500
_MOST_STEPS = 6_000_000  # lines × parts that hold others; a second or two
_HOLDERS = ("multipart", "message")
_MAILS = ("message/rfc822", "message/global")
_NEXT_OF_MBOX = re.compile(rb"\n\nFrom [^ \n]{1,250} +[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d ")
_LETTER = re.compile(rb"[A-Za-z0-9+/]")  # of base64 (RFC 2045, 6.8)
# Any of them a person may type above a memorandum; never one of the others.
_TYPED = {"from", "to", "cc", "date", "subject", "reply-to", "sender"}
_WRITTEN = {
    *("message-id", "mime-version", "received", "return-path", "delivered-to"),
    *("dkim-signature", "authentication-results", "content-type", "x-mailer", "user-agent"),
    *("in-reply-to", "references", "arc-seal", "x-original-to", "envelope-to"),
}
# A page that a browser saved has such a header, too (RFC 2557).
_SAVED = "snapshot-content-location"
_SAVED_BY = re.compile(r'[ "<]*saved by ', re.IGNORECASE)
# What the library raises about headers that nobody writes.
_FAULTS = (ValueError, LookupError, TypeError, AttributeError, AssertionError)
_LOOKED_AT = 64 * 1024  # bytes at the beginning that say whether a file is a mail


@dataclass(frozen=True, slots=True)
class MimePart:
    """A part of a mail, or the whole.

    Args:
        header: its own.
        kind: its media type, lower case.
        content: decoded; of one that holds others, nothing.
        parts: those it holds; of an attached mail, that mail.
        beside: words above and below its parts, which no program shows.
    """

    header: MailHeader
    kind: str
    content: bytes = b""
    parts: tuple["MimePart", ...] = ()
    beside: str = ""

    def walk(self) -> Iterator["MimePart"]:
        """It and all parts below it, those of mails that are passed on among them."""
        yield self
        for part in self.parts:
            yield from part.walk()


def recognises(data: bytes) -> bool:
    """Whether content is a mail: From, and two fields or more that nobody types (RFC 5322, 3.6).

    Args:
        data: the whole file, or its beginning.
    """
    header = header_of(data[:_LOOKED_AT])
    names = {name.lower() for name in header}
    if header.defects or is_of_browser(header):
        return False
    return "from" in names and len(names & _WRITTEN) >= 2 and len(names & _TYPED) >= 2


def is_of_browser(header: MailHeader) -> bool:
    """Whether what is below a header is a page that a browser saved, and no mail (RFC 2557)."""
    return _SAVED in header or _SAVED_BY.match(header.raw("from")) is not None


def opened_page(data: bytes) -> MimePart:
    """Read a page that was saved with its pictures, within the same bounds as a mail.

    Args:
        data: the whole file.

    Raises:
        UnreadableFile: it cannot be taken apart.
    """
    try:
        return _read(_lines(data), _MailBounds())
    except (UnreadableFile, *_FAULTS) as error:
        raise UnreadableFile(
            "it is a saved page that cannot be taken apart: save the page again, as HTML alone"
        ) from error


def opened_mail(data: bytes) -> MimePart:
    """Read a mail, the line of a mailbox above it passed over.

    Args:
        data: as it came, its lines ended in whatever way.

    Raises:
        UnreadableFile: it is none, or has more parts than a mail of a press office.
    """
    lines = _lines(data)
    if lines.startswith(b"From ") and _NEXT_OF_MBOX.search(lines):
        raise UnreadableFile("it holds several mails: save each in a file of its own")
    try:
        header = read_header(lines[: 2 * MOST])
        if not header.raw("from") and not header.raw("subject"):
            raise UnreadableFile("it is no mail: it begins with neither From nor Subject")
        return _read(lines, _MailBounds())
    except _FAULTS as error:
        raise UnreadableFile("it is a mail that is broken: send it again") from error


def header_of(data: bytes) -> MailHeader:
    """The header of a mail alone, however broken the rest is; none where it is larger than any.

    Args:
        data: as it came, or its beginning.
    """
    try:
        return read_header(_lines(data[: 2 * MOST]))
    except UnreadableFile:
        return MailHeader()


def _lines(data: bytes) -> bytes:
    lines = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return lines.lstrip(b"\n")


class _MailBounds:
    """What one mail may hold, counted while the library takes it apart."""

    def __init__(self) -> None:
        self.lines = self.parts = self.holders = 0

    def check(self) -> None:
        steps = self.lines * (self.holders + 1)
        if self.parts > MOST_PARTS or self.holders > DEEPEST or steps > _MOST_STEPS:
            raise UnreadableFile(
                "it holds more parts within parts than any mail of a press office: "
                "send the press text in a mail of its own"
            )


class _BoundPart(MailHeader):
    """What the library makes of a part: it is asked for each before the next is looked for."""

    def __init__(self, bounds: _MailBounds, policy: "Policy[Message]" = compat32) -> None:
        super().__init__(policy)
        self._bounds = bounds
        bounds.parts += 1
        bounds.check()

    def set_raw(self, name: str, value: str) -> None:
        super().set_raw(name, value)
        if name.lower() == "content-type" and self.get_content_maintype() in _HOLDERS:
            self._bounds.holders += 1
            self._bounds.check()


def _read(lines: bytes, bounds: _MailBounds) -> MimePart:
    bounds.lines += lines.count(b"\n")
    return _part(BytesParser(partial(_BoundPart, bounds)).parsebytes(lines), bounds)


def _part(found: MailHeader, bounds: _MailBounds) -> MimePart:
    if _has(found, MissingHeaderBodySeparatorDefect):  # what is below that line would be text
        raise UnreadableFile(
            "a header in it has a line that is no field: send it again, or paste the press text"
        )
    kind = found.kind()
    if not found.is_multipart():
        # Several parts without a line between them are a text.
        kind = "text/plain" if kind.startswith("multipart/") else kind
        return MimePart(found, kind, _content(found))
    inner = [one for one in found.get_payload() if isinstance(one, MailHeader)]
    if kind in _MAILS:
        return MimePart(found, kind, parts=(_passed_on(found, inner[0], bounds),))
    if kind.startswith("message/"):  # the library takes apart what servers say to each other, too
        said = "\n".join(str(value) for one in inner for value in one.values())
        return MimePart(found, kind, beside=said)
    beside = "\n".join(filter(None, (found.preamble, found.epilogue)))
    parts = tuple(_part(one, bounds) for one in inner)
    return MimePart(found, kind, parts=parts, beside=decoded(beside.encode(*_AS_READ), "utf-8"))


def _passed_on(outer: MailHeader, mail: MailHeader, bounds: _MailBounds) -> MimePart:
    """A mail in a part; some programs encode it, or leave lines empty above it."""
    if len(mail) or mail.is_multipart():
        return _part(mail, bounds)
    mail["content-transfer-encoding"] = outer.raw("content-transfer-encoding")
    return _read(_lines(_content(mail)), bounds)


def _content(found: MailHeader) -> bytes:
    content = _bytes(found)
    # The library gives the code itself then, or what stands above the first end.
    is_cut = _has(found, InvalidBase64LengthDefect)
    if is_cut or (_has(found, InvalidBase64CharactersDefect) and _goes_on(found)):
        raise UnreadableFile("a part of it is cut off, or goes on below its end: send it again")
    return content


def _goes_on(found: MailHeader) -> bool:
    del found["content-transfer-encoding"]  # for the code itself
    return _LETTER.search(_bytes(found).partition(b"=")[2]) is not None


def _bytes(found: MailHeader) -> bytes:
    content = found.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _has(found: MailHeader, defect: type[MessageDefect]) -> bool:
    return any(isinstance(one, defect) for one in found.defects)
