"""What a press office is told of a mail that it sent us."""

import json
from dataclasses import asdict, dataclass
from typing import Any

# The name of the key that preview links in answers are made with.
PREVIEW_KEY = "answers"


def preview_of(key: str, number: int) -> str:
    """What the token of a preview link is made of: one for each release in a mail.

    Args:
        key: of the answer.
        number: of the release.
    """
    return f"{key}:{number}"


@dataclass(frozen=True, slots=True)
class Understood:
    """What was read in a mail, and what became of it; all of it plain text.

    Args:
        became: `draft`, `scheduled`, `known`, `differs`, `differs_item` (a mail of its name is
            filed), `differs_since` (what is filed was changed), `held` or `held_item`: one of the
            sentences.
        number: of the release.
        why: it is a draft, as a clause; may be empty.
        others: in what it is another than what is filed: `words`, `time`, `contacts` …
        headline: as read.
        when: the moment it was read to have; may be empty.
        language: code of the one it is filed in.
        issuer: who sends it; may be empty.
        reference: of its sender; may be empty.
        contacts: whom to call, a line each.
        unpublished: for the press alone, likewise.
        files: names.
        left_out: what was, and why.
        notes: of how it was read, and what can be read in more than one way.
        needs: `topic`, `contact`, `summary`: what it has none of.
        preview: address of a link to it, with TOKEN where its token goes; empty: there is none.
        until: when that link ends, as people read it.
    """

    became: str
    number: int
    why: str = ""
    others: tuple[str, ...] = ()
    headline: str = ""
    when: str = ""
    language: str = ""
    issuer: str = ""
    reference: str = ""
    contacts: tuple[str, ...] = ()
    unpublished: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    preview: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class MailAnswer:
    """An answer to one mail, for whoever sent it and nobody else.

    Args:
        to: the address it came from.
        name: of the mail, without angle brackets; empty: it has none that can be named.
        language: code of the one it is answered in.
        subject: of the mail.
        understood: a release each.
        refused: why nothing was filed, as a clause; empty where something was.
    """

    to: str
    name: str
    language: str
    subject: str
    understood: tuple[Understood, ...] = ()
    refused: str = ""

    def packed(self) -> str:
        """As an outbox keeps it."""
        return json.dumps(asdict(self), ensure_ascii=False)


def unpacked(body: str) -> MailAnswer:
    """An answer as it was packed."""
    said: dict[str, Any] = json.loads(body)
    understood = tuple(Understood(**_tuples(one)) for one in said.pop("understood"))
    return MailAnswer(**said, understood=understood)


def _tuples(said: dict[str, Any]) -> dict[str, Any]:
    """Lists as the tuples they were."""
    return {
        name: tuple(tuple(one) if isinstance(one, list) else one for one in value)
        if isinstance(value, list)
        else value
        for name, value in said.items()
    }
