"""The header of a mail or of a part of one (RFC 5322, 2.2), as the standard library reads it."""

import re
from collections.abc import Iterator
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.utils import collapse_rfc2231_value

from intake.characters.flat import set_of
from intake.mail.charsets import decoded
from press.errors import UnreadableFile

# Characters of a header; mails through many servers have a tenth of it, and a tenth of the fields.
MOST = 2**18
MOST_FIELDS = 1000
LONGEST = 2**13  # characters of a field that are read
# Parameters of a field that are read: the library takes the time of parameters × characters.
_MOST_PARAMETERS = 100
# Spaces are not allowed in an encoded word (RFC 2047, 2), and some programs write them.
_ENCODED = r"=\?[^?\s]{1,60}\?[bBqQ]\?[^?]*\?="
_ENCODED_WORDS = re.compile(rf"{_ENCODED}(?:\s*{_ENCODED})*")
_CODE = re.compile(r"(?<=\?[bB]\?)[^?]*(?=\?=)")

_ADDRESSES = ("from", "to", "cc", "bcc", "reply-to", "sender")
_ADDRESS = re.compile(r"[^\s<>\",;:()]{1,250}@[^\s<>\",;:()]{1,250}")
# What programs alone write, and say to each other.
_OF_PROGRAMS = set_of(
    "received received-spf return-path date message-id in-reply-to references mime-version "
    "content-type content-disposition content-transfer-encoding content-id content-length "
    "dkim-signature authentication-results delivered-to user-agent x-mailer thread-index "
    "x-original-to envelope-to autocrypt"
)
_OF_PROGRAMS_TOO = (
    "arc-",
    "x-ms-",
    "x-microsoft-",
    "x-google-",
    "x-gm-",
    "x-forefront-",
    "x-spam-",
)


class MailHeader(Message):
    """The fields of a header in their order, each of them on one line."""

    _size = 0

    def set_raw(self, name: str, value: str) -> None:
        """Keep a field that the library found.

        Args:
            name: as it stands.
            value: likewise, bytes that are no ASCII as halves of characters.

        Raises:
            UnreadableFile: the header is larger than any mail's.
        """
        self._size += len(name) + len(value)
        if self._size > MOST or len(self) >= MOST_FIELDS:
            raise UnreadableFile(
                f"its header is larger than {MOST // 1024} KiB, or has more than "
                f"{MOST_FIELDS:,} fields: send the press text in a mail of its own"
            )
        said = decoded(value.encode("ascii", "surrogateescape"), "utf-8")
        said = said.replace("\n", " ")[:LONGEST].strip()
        if name.lower().startswith("content-"):
            said = ";".join(said.split(";", _MOST_PARAMETERS)[:_MOST_PARAMETERS])
        super().set_raw(name, said)

    def every(self, name: str) -> list[str]:
        """The values of all fields of a name, as they stand."""
        return self.get_all(name, [])

    def raw(self, name: str) -> str:
        """The value of the first field of a name, as it stands; may be empty."""
        return self.get(name, "")

    def words(self, name: str) -> str:
        """The same, as people read it."""
        return unencoded(self.raw(name))

    def kind(self) -> str:
        """The media type of what is below it, lower case."""
        return self.get_content_type().split()[0]

    def parameter(self, name: str, of: str = "content-type") -> str:
        """A parameter of a field (RFC 2231); empty if there is none."""
        try:
            found = self.get_param(name, "", of)
            return unencoded(collapse_rfc2231_value(found or ""))
        except (ValueError, LookupError, TypeError):  # whatever a stranger wrote there
            return ""

    def file_name(self) -> str:
        """What a file is called that is below it; may be empty."""
        return next(iter(self.file_names()), "")

    def file_names(self) -> list[str]:
        """All that it calls a file that is below it."""
        names = (self.parameter("filename", "content-disposition"), self.parameter("name"))
        return list(filter(None, names))


def read_header(data: bytes) -> MailHeader:
    """Read the header alone of a mail.

    Args:
        data: its lines, ended by LF, and what is below them.

    Raises:
        UnreadableFile: the header is larger than any mail's.
    """
    return BytesParser(MailHeader).parsebytes(data, headersonly=True)


def written_in(header: MailHeader) -> Iterator[tuple[str, str]]:
    """What people may have written into a header: the names of fields, lower case, and words.

    Of addresses the names of people alone: a mailbox may be called after what it is for.
    """
    for field, value in header.items():
        name = field.lower()
        if name in _OF_PROGRAMS or name.startswith(_OF_PROGRAMS_TOO):
            continue
        said = unencoded(value)
        if name.removeprefix("resent-") in _ADDRESSES:
            said = _ADDRESS.sub(" ", said).replace('"', " ")
        if said.strip(" ,;<>()"):
            yield name, " ".join(said.split())


def unencoded(value: str) -> str:
    """A value with its encoded words read (RFC 2047), on one line."""
    return " ".join(_ENCODED_WORDS.sub(_said, value).split())


def _said(words: re.Match[str]) -> str:
    pieces = decode_header(_CODE.sub(_whole, words[0]))
    # After an asterisk stands the language (RFC 2231, 5).
    return "".join(decoded(said, (name or "").partition("*")[0]) for said, name in pieces)


def _whole(code: re.Match[str]) -> str:
    """Base64 that the library reads; of what is cut off or spoilt it would read nothing."""
    letters = re.sub(r"[^A-Za-z0-9+/]", "", code[0])
    return letters[: len(letters) - (len(letters) % 4 == 1)]
