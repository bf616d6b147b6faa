"""A letter and an account to send it with."""

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import cast

from delivery.mail.account import MailAccount
from delivery.mail.letter import Letter
from delivery.mail.message import to_bytes

ACCOUNT = MailAccount(sender="Press office <press@example.org>")
LETTER = Letter(
    to="reader@example.net",
    subject="A treaty",
    text="Words – and “more”.\n\n.\n.hidden\nFrom here on\n",
    html="<p>Words – and “more”, in a paragraph that is long enough for this.</p>",
    language="fr-BE",
    date=datetime(2026, 8, 25, 12, 5, tzinfo=UTC),
    message_id="mail.2.7@press.example.org",
    references=("release.1@press.example.org", "mail.1.7@press.example.org"),
    answers="mail.1.7@press.example.org",
    list_id="rivers.fr.press.example.org",
    unsubscribe="https://press.example.org/follow/unsubscribe/7-abc",
    token="7-abc",
)


def read(content: bytes) -> EmailMessage:
    """A letter as a mail program reads it."""
    return cast("EmailMessage", message_from_bytes(content, policy=policy.default))


def made(account: MailAccount = ACCOUNT, **changed: object) -> EmailMessage:
    """The sample as a mail program reads it, with something changed."""
    return read(to_bytes(replace(LETTER, **changed), account))  # type: ignore[arg-type]


def words(message: EmailMessage, kind: str) -> str:
    """What one of its parts says."""
    part = message.get_body((kind,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")
