"""A letter is one mail whatever its words are, and every mail program reads it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delivery.mail.account import MailAccount, read_sender
from delivery.mail.message import envelope_sender, to_bytes
from tests.delivery.mail.samples import ACCOUNT, LETTER, made, read, words

# Every header that a letter may have, once.
NAMES = {
    *("From", "To", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "Precedence"),
    *("MIME-Version", "Content-Type", "Content-Language", "Auto-Submitted", "List-Id"),
    *("X-Auto-Response-Suppress", "List-Unsubscribe", "List-Unsubscribe-Post"),
}


def test_every_header_says_what_mail_programs_look_for() -> None:
    said = dict(made().items())
    assert said.keys() == NAMES
    assert said["From"] == "Press office <press@example.org>"
    assert (said["To"], said["Subject"]) == ("reader@example.net", "A treaty")
    assert said["Date"] == "Tue, 25 Aug 2026 12:05:00 +0000"
    assert said["Message-ID"] == "<mail.2.7@press.example.org>"
    assert said["In-Reply-To"] == "<mail.1.7@press.example.org>"
    assert said["References"].split() == [
        "<release.1@press.example.org>",
        "<mail.1.7@press.example.org>",
    ]
    assert said["List-Id"] == "<rivers.fr.press.example.org>"
    assert said["List-Unsubscribe"] == "<https://press.example.org/follow/unsubscribe/7-abc>"
    assert said["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert (said["Auto-Submitted"], said["Content-Language"]) == ("auto-generated", "fr-BE")


def test_a_letter_of_no_list_bears_no_header_of_lists() -> None:
    said = made(list_id="", unsubscribe="", references=(), answers="")
    assert [name for name in said if name.startswith("List-") or name == "Precedence"] == []
    assert "References" not in said
    assert "In-Reply-To" not in said


def test_the_text_comes_first_and_the_html_is_the_alternative() -> None:
    message = made()
    assert message.get_content_type() == "multipart/alternative"
    kinds = [part.get_content_type() for part in message.iter_parts()]
    assert kinds == ["text/plain", "text/html"]
    assert words(message, "plain") == LETTER.text
    assert words(message, "html") == LETTER.html + "\n"
    assert message.defects == []


@pytest.mark.parametrize(
    ("text", "coding"),
    [("Déjà vu, and more than that", "quoted-printable"), ("新闻发布", "base64")],
)
def test_each_part_has_the_shorter_coding(text: str, coding: str) -> None:
    message = made(text=text)
    assert words(message, "plain") == text + "\n"
    (plain, _) = message.iter_parts()
    assert plain["Content-Transfer-Encoding"] == coding


def lines(text: str) -> str:
    """The text in whole lines, with what cannot be encoded as it is shown."""
    whole = text if text.endswith("\n") or not text else f"{text}\n"
    whole = whole.replace("\r\n", "\n").replace("\r", "\n")
    return whole.encode(errors="replace").decode()


@given(st.text(max_size=300), st.text(max_size=300))
def test_what_copies_share_stands_before_what_each_says_of_its_own(shared: str, own: str) -> None:
    message = made(shared_text=shared, text=own, shared_html=own, html=shared)
    assert words(message, "plain") == lines(shared) + lines(own)
    assert words(message, "html") == lines(own) + lines(shared)


@given(st.text(max_size=300), st.text(max_size=300), st.text(max_size=300))
def test_no_words_become_a_header_or_a_part(subject: str, text: str, html: str) -> None:
    content = to_bytes(replace(LETTER, subject=subject, text=text, html=html), ACCOUNT)
    message = read(content)
    assert set(message.keys()) == NAMES
    assert len(message.keys()) == len(NAMES)
    assert len(list(message.iter_parts())) == 2
    assert content.isascii()
    assert max(map(len, content.split(b"\r\n"))) <= 998
    assert content.count(b"\n") == content.count(b"\r\n") == content.count(b"\r")
    assert words(message, "plain") == lines(text)


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=200))
def test_a_subject_is_read_as_it_was_written(subject: str) -> None:
    assert made(subject=f"One {subject} two")["Subject"] == f"One {subject} two"


@given(st.text(max_size=60))
def test_a_senders_name_adds_no_header(name: str) -> None:
    try:
        sender = read_sender(f"{name} <press@example.org>")
    except ValueError:
        return
    assert set(made(MailAccount(sender=sender)).keys()) == NAMES


@pytest.mark.parametrize(
    "changed",
    [
        {"to": "reader@example.net\r\nBcc: all@example.net"},
        {"to": "reader@example.net, other@example.net"},
        {"to": ""},
        {"message_id": "a>\r\nBcc: b"},
        {"message_id": ""},
        {"references": ("a b",)},
        {"answers": "a<b"},
        {"list_id": "a\nb"},
        {"unsubscribe": "https://x/ y"},
    ],
    ids=str,
)
def test_a_name_that_would_end_its_header_is_refused(changed: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"cannot stand in a header|addressed to nobody"):
        made(**changed)


def test_servers_report_to_an_address_that_names_the_reader() -> None:
    account = replace(ACCOUNT, bounce="bounce+TOKEN@example.org")
    assert envelope_sender(LETTER, account) == "bounce+7-abc@example.org"
    assert envelope_sender(LETTER, ACCOUNT) == "press@example.org"
    assert envelope_sender(replace(LETTER, token=""), account) == "press@example.org"
