"""The header of a mail or of a part of one: its fields, in order (RFC 5322, 2.2)."""

import re
from binascii import Error, a2b_base64, a2b_qp
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.utils import collapse_rfc2231_value

from intake.mail.charsets import decoded

MOST = 2**18  # bytes of a header; mails through many servers have a tenth of it
LONGEST = 2**13  # characters of a field that are read
_FIELD = re.compile(r"([!-9;-~]{1,200})[ \t]*:(.*)", re.DOTALL)
# RFC 2047, 2; spaces are not allowed in an encoded word, and some programs write them.
_ENCODED = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")


@dataclass(frozen=True, slots=True)
class MailHeader:
    """The fields of a header.

    Args:
        fields: name in lower case, and value as it stands, unfolded.
    """

    fields: tuple[tuple[str, str], ...] = ()

    def every(self, name: str) -> list[str]:
        """The values of all fields of a name, as they stand."""
        return [value for field, value in self.fields if field == name]

    def raw(self, name: str) -> str:
        """The value of the first field of a name, as it stands; may be empty."""
        return next(iter(self.every(name)), "")

    def words(self, name: str) -> str:
        """The same, as people read it."""
        return unencoded(self.raw(name))

    def kind(self) -> str:
        """The media type of what is below it, lower case."""
        found = re.match(r"\s*([\w.+-]+/[\w.+-]+)", self.raw("content-type"))
        return found[1].lower() if found else "text/plain"

    def parameter(self, name: str, of: str = "content-type") -> str:
        """A parameter of a field (RFC 2231); empty if there is none."""
        message = Message()
        message[of] = self.raw(of)
        try:
            found = message.get_param(name, "", of)
            return unencoded(collapse_rfc2231_value(found or ""))
        except (ValueError, LookupError, TypeError, IndexError):  # whatever a stranger wrote there
            return ""

    def file_name(self) -> str:
        """What a file is called that is below it; may be empty."""
        return self.parameter("filename", "content-disposition") or self.parameter("name")


def read_header(block: bytes) -> MailHeader:
    """Read the lines of a header; what is no field is passed over.

    Args:
        block: the lines, ended by LF.
    """
    return MailHeader(tuple(_fields(decoded(block, "utf-8"))))


def unencoded(value: str) -> str:
    """A value with its encoded words read (RFC 2047), on one line."""
    said, end, kept = list[str](), 0, b""
    charset = ""
    for found in _ENCODED.finditer(value):
        between = value[end : found.start()]
        name = found[1].partition("*")[0].lower()  # RFC 2231, 5: a language may follow
        if between.strip() or not end or name != charset:
            said += [decoded(kept, charset), between if between.strip() or not end else ""]
            kept = b""
        kept += _bytes(found[2], found[3])
        charset, end = name, found.end()
    said += [decoded(kept, charset), value[end:]]
    return " ".join("".join(said).split())


def _fields(text: str) -> Iterator[tuple[str, str]]:
    folded = list[str]()
    for line in (*text.split("\n"), ""):
        if line[:1] in (" ", "\t") and folded:
            folded.append(line)
            continue
        if folded and (found := _FIELD.match(" ".join(folded)[:LONGEST])):
            yield found[1].lower(), found[2].strip()
        folded = [line]


def _bytes(how: str, words: str) -> bytes:
    if how in "qQ":
        return a2b_qp(words.encode("utf-8"), header=True)
    letters = re.sub(r"[^A-Za-z0-9+/]", "", words)
    return from_base64(letters.encode())


def from_base64(letters: bytes) -> bytes:
    """What base64 stands for; letters at the end that are part of no byte are passed over.

    Args:
        letters: of its alphabet alone.
    """
    whole = letters[: len(letters) - (len(letters) % 4 == 1)]
    try:
        return a2b_base64(whole + b"=" * (-len(whole) % 4))
    except Error:
        return b""
