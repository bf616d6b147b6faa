"""A mail in its parts (RFC 2045, 2046): each split once, none deeper or more than is bearable."""

import re
from binascii import a2b_qp
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from intake.mail.headers import MOST, MailHeader, from_base64, read_header
from press.errors import UnreadableFile

DEEPEST = 20  # parts within parts
MOST_PARTS = 500
_MAILS = ("message/rfc822", "message/global")
_BLANK = re.compile(rb"\n[ \t]*\n")
_MBOX = re.compile(rb"From [^\n]{0,500}\n")
_NEXT_OF_MBOX = re.compile(rb"\n\nFrom [^ \n]{1,250} +[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d ")
_CODED = re.compile(rb"[^A-Za-z0-9+/]")

_LINE = re.compile(rb"([!-9;-~]{1,100})[ \t]*:")
# Any of them a person may type above a memorandum; never one of the others.
_TYPED = {b"from", b"to", b"cc", b"date", b"subject", b"reply-to", b"sender"}
_WRITTEN = {
    *(b"message-id", b"mime-version", b"received", b"return-path", b"delivered-to"),
    *(b"dkim-signature", b"authentication-results", b"content-type", b"x-mailer", b"user-agent"),
    *(b"in-reply-to", b"references", b"arc-seal", b"x-original-to", b"envelope-to"),
}
# A page that a browser saved has such a header, too (RFC 2557).
_SAVED = re.compile(rb'snapshot-content-location:|from:[ "<]*saved by ', re.IGNORECASE)
_LOOKED_AT = 64 * 1024  # bytes at the beginning that say whether a file is a mail


@dataclass(frozen=True, slots=True)
class MimePart:
    """A part of a mail, or the whole.

    Args:
        header: its own.
        kind: its media type, lower case.
        content: decoded; of one that holds others, nothing.
        parts: those it holds; of an attached mail, that mail.
    """

    header: MailHeader
    kind: str
    content: bytes = b""
    parts: tuple["MimePart", ...] = ()


def recognises(data: bytes) -> bool:
    """Whether content is a mail: From, and two fields or more that nobody types (RFC 5322, 3.6).

    Args:
        data: the whole file, or its beginning.
    """
    start = data[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if box := _MBOX.match(start):
        start = start[box.end() :]
    names = set[bytes]()
    for line in start.split(b"\n"):
        if not line.strip():
            break
        if line[:1] in (b" ", b"\t") and names:
            continue
        found = _LINE.match(line)
        if not found:
            return False
        names.add(found[1].lower())
        if _SAVED.match(line):
            return False
    return b"from" in names and len(names & _WRITTEN) >= 2 and len(names & _TYPED) >= 2


def opened_mail(data: bytes) -> MimePart:
    """Read a mail, the line of a mailbox above it passed over.

    Args:
        data: as it came, its lines ended in whatever way.

    Raises:
        UnreadableFile: it is none, or has more parts than a mail of a press office.
    """
    lines = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    lines = lines.lstrip(b"\n")
    if box := _MBOX.match(lines):
        if _NEXT_OF_MBOX.search(lines):
            raise UnreadableFile("it holds several mails: save each in a file of its own")
        lines = lines[box.end() :]
    part = _Splitting().split(lines, 0)
    if not part.header.raw("from") and not part.header.raw("subject"):
        raise UnreadableFile("it is no mail: it begins with neither From nor Subject")
    return part


def header_of(data: bytes) -> MailHeader:
    """The header of a mail alone, however large or broken the rest is.

    Args:
        data: as it came, or its beginning.
    """
    lines = data[: 2 * MOST].removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    lines = lines.replace(b"\r", b"\n").lstrip(b"\n")
    box = _MBOX.match(lines)
    block, _ = _halves(lines[box.end() :] if box else lines)
    return read_header(block[:MOST])


class _Splitting:
    """One way through a mail."""

    def __init__(self) -> None:
        self.count = 0

    def split(self, lines: bytes, depth: int) -> MimePart:
        self.count += 1
        if depth > DEEPEST or self.count > MOST_PARTS:
            raise UnreadableFile(
                "it holds more parts within parts than any mail of a press office: "
                "send the press text in a mail of its own"
            )
        block, body = _halves(lines)
        if len(block) > MOST:
            raise UnreadableFile(f"its header is larger than {MOST // 1024} KiB")
        header = read_header(block)
        kind = header.kind()
        if kind.startswith("multipart/"):
            inner = _inside(body, header.parameter("boundary"))
            parts = tuple(self.split(one, depth + 1) for one in inner)
            return MimePart(header, *((kind, b"", parts) if parts else ("text/plain", body)))
        content = _decoded(body, header.raw("content-transfer-encoding"))
        if kind in _MAILS:
            return MimePart(header, kind, parts=(self.split(content.lstrip(b"\n"), depth + 1),))
        return MimePart(header, kind, content)


def _halves(lines: bytes) -> tuple[bytes, bytes]:
    """The header's lines, and what is below the blank line."""
    if lines.startswith(b"\n"):
        return b"", lines[1:]
    found = _BLANK.search(lines)
    return (lines[: found.start()], lines[found.end() :]) if found else (lines, b"")


def _inside(body: bytes, boundary: str) -> Iterator[bytes]:
    """What stands between the lines of a boundary; the last may lack its end."""
    if not boundary:
        return
    edge = re.compile(rb"^--" + re.escape(boundary.encode()) + rb"(--)?[ \t]*$", re.MULTILINE)
    edges = list[tuple[int, int]]()
    for found in edge.finditer(body):
        edges.append(found.span())
        if found[1]:
            break
    else:
        edges.append((len(body), len(body)))
    for (_, start), (end, _) in pairwise(edges):
        yield body[start + 1 : end].removesuffix(b"\n")


def _decoded(body: bytes, coding: str) -> bytes:
    how = coding.strip().lower()
    if how == "base64":
        return from_base64(_CODED.sub(b"", body))
    return a2b_qp(body) if how == "quoted-printable" else body
