"""What goes to one person: words, and what programs that handle mail need to know of them."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail before it is bytes.

    Args:
        to: address of its one receiver.
        subject: plain text.
        text: plain text, with a line feed between lines.
        html: a document that says the same.
        language: BCP 47 tag of its words.
        date: that it bears; the same at every try.
        message_id: its name without angle brackets; the same at every try (RFC 5322, 3.6.4).
        references: names of letters it belongs to, the oldest first.
        answers: name of the letter it answers; empty: none.
        list_id: the list it comes from, `topic.fr.press.example.org` (RFC 2919); empty: none.
        unsubscribe: address that ends these letters by one POST (RFC 8058); empty: there is none.
        shared_text: how the text of every copy begins, whole lines: made ready once for all.
        shared_html: the same of the HTML.
        is_answer: whether it answers a mail that came to us (RFC 3834).
        token: names its receiver in the address that mail servers report to (VERP).
    """

    to: str
    subject: str
    text: str
    html: str
    language: str
    date: datetime
    message_id: str
    references: tuple[str, ...] = ()
    answers: str = ""
    list_id: str = ""
    unsubscribe: str = ""
    shared_text: str = ""
    shared_html: str = ""
    is_answer: bool = False
    token: str = ""
