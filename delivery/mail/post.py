"""The way out of a letter, and what was said of it there."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from delivery.mail.letter import Letter

# RFC 3463, 3: those about the address and its mailbox; the others are about us, or the way.
_OF_ADDRESS = re.compile(r"\d\.[12]\.\d+")
_ADDRESS = re.compile(r"<?[^\s<>]*@[^\s<>]*>?")
_MOST_SAID = 200  # characters


class Acceptance(StrEnum):
    """What a mail server says of a letter."""

    ACCEPTED = "accepted"
    LATER = "later"  # it may be tried again
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was said of one letter.

    Args:
        acceptance: whether it was taken.
        status: the reason (RFC 3463), `5.1.1`; empty where it was taken.
        said: the words of the server, without anybody's address.
    """

    acceptance: Acceptance
    status: str = ""
    said: str = ""

    @property
    def is_of_address(self) -> bool:
        """Whether it is refused because of where it goes, and not because of us or its words."""
        return bool(_OF_ADDRESS.fullmatch(self.status))


def without_addresses(words: str, *addresses: str) -> str:
    """What a mail server says, on one line, without anybody's address: they name whom they refuse.

    Args:
        words: in whatever shape.
        addresses: whose names, before the @, are left out by themselves as well.
    """
    line = _ADDRESS.sub("…", " ".join(words.split()))
    for name in {address.rpartition("@")[0] for address in addresses} - {""}:
        line = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "…", line, flags=re.IGNORECASE)
    return line


def server_words(said: bytes, to: str = "") -> str:
    """The beginning of an answer as it may be kept.

    Args:
        said: the answer's words.
        to: whom the letter was for, if it was for anybody yet.
    """
    return without_addresses(said.decode(errors="replace"), to)[:_MOST_SAID]


Meanwhile = Callable[[], object]


def nothing() -> None:
    """There is nothing to do meanwhile."""


class Post(Protocol):
    """Takes letters away."""

    def send(self, letter: Letter, content: bytes, meanwhile: Meanwhile = nothing) -> Receipt:
        """Hand over one letter.

        Args:
            letter: to whom, and in whose name.
            content: the same as bytes.
            meanwhile: what may be done while it is on its way; it never fails.

        Raises:
            MailWaits: no letter can leave now, whosever it is.
        """

    def close(self) -> None:
        """Nothing is sent for a while."""
