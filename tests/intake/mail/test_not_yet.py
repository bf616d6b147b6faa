"""Wherever in a mail it says “not yet”, the text that came with it is held."""

from datetime import UTC, datetime

import pytest

from press.releases.outcome import is_held_back, outcome_of
from tests.intake.mail.reports import TEXT, filed, mail, mixed
from tests.intake.mail.test_threads import MARKS, WROTE

ORDER = "Under embargo until 3 December 2026, 10:00"
MOMENT = datetime(2026, 12, 3, 9, 0, tzinfo=UTC)
BEFORE = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
TXT = ("text/plain; charset=utf-8", "release.txt", TEXT.encode())
NOTE = ("text/plain", "", b"The text is attached.")
HTML = (
    "<h1>Corvane opens its river</h1><p>From Thursday on, <a href='https://x.example'>ferries</a>."
)
FORMS = {"Content_Type": 'multipart/alternative; boundary="edge"'}
SHORT = b"Corvane opens its river\n\nFrom Thursday on, ferries cross the Oll."
PLACES = {
    "its subject": mail(TEXT, Subject=f"{ORDER}: ferries"),
    "a subject that is encoded": mail(
        TEXT, Subject="=?utf-8?q?Embargo_3_December_2026=2C_10=3A00_=E2=80=93_ferries?="
    ),
    "a header": mail(TEXT, X_Embargo="3 December 2026, 10:00"),
    "another header": mail(TEXT, Keywords=ORDER),
    "its own text": mail(f"{ORDER}\n\n{TEXT}"),
    "a greeting": mail(
        f"Dear all,\n\nPlease find below our text, embargo 3 December 2026, 10:00.\n\n{TEXT}"
    ),
    "a signature": mail(f"{TEXT}\n-- \nThe press office\n{ORDER}\n"),
    "a disclaimer": mail(f"{TEXT}\nThis e-mail is confidential. {ORDER}.\n"),
    "a covering note": mixed(("text/plain", "", f"{ORDER}. See attached.".encode()), TXT),
    "what it answers": mail(f"{TEXT}\n{WROTE['en']}\n\n> {ORDER}, please\n", Subject="Re: text"),
    "what was said when it was passed on": mail(f"{ORDER}\n\n{MARKS['gmail']}{TEXT}"),
    "the subject of what is passed on": mail(
        f"FYI\n\n{MARKS['outlook'].replace('Subject: Ferries', f'Subject: {ORDER}: ferries')}{TEXT}"
    ),
    "the name of a text": mixed(NOTE, (TXT[0], "EMBARGO 3 December 2026 10h00.txt", TXT[2])),
    "the name of a picture": mixed(
        NOTE, TXT, ("image/jpeg", "embargo 3 December 2026 10h00.jpg", b"\xff\xd8\xffx")
    ),
    "a mail that is attached": mixed(
        ("text/plain", "", b"See attached."),
        ("message/rfc822", "x.eml", mail(TEXT, Subject=f"{ORDER}: ferries")),
    ),
    "the text of a mail that is attached to the text": mixed(
        ("text/plain", "", TEXT.encode()),
        ("message/rfc822", "x.eml", mail(f"Please note:\n\n{ORDER}\n")),
    ),
    "the plain form alone, of which the HTML one is read": mixed(
        ("text/plain", "", f"{ORDER}\n\n".encode() + SHORT),
        ("text/html", "", HTML.encode()),
        **FORMS,
    ),
    "the HTML form alone, of which the plain one is read": mixed(
        ("text/plain", "", TEXT.encode()),
        ("text/html", "", f"<p>{ORDER}</p><p>From Thursday on, ferries cross.</p>".encode()),
        **FORMS,
    ),
    "a quotation, below twenty thousand letters": mail(
        f"{TEXT}\n{WROTE['en']}\n\n" + "> It was a quiet day.\n" * 2000 + f"> {ORDER}\n",
        Subject="Re: text",
    ),
    "words that nobody sees": mail(
        f"<html><body><p style='display:none'>{ORDER}</p><h1>Ferries cross again</h1>"
        "<p>From Thursday on, ferries cross the Oll.</p></body></html>",
        Content_Type="text/html; charset=utf-8",
    ),
}


def with_part(head: str, content: bytes, kind: str = "text/plain") -> bytes:
    """A mail with its text, and another part with a header of its own."""
    first = f"--edge\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{TEXT}\r\n"
    other = f"--edge\r\nContent-Type: {kind}\r\n{head}\r\n".encode() + content
    top = mail("", Content_Type='multipart/mixed; boundary="edge"')
    return top + first.encode() + other + b"\r\n--edge--\r\n"


FIELDS = (
    *("Thread-Topic", "Comments", "Keywords", "Organization", "Importance", "X-Priority"),
    *("X-Anything", "Summary", "Content-Description", "Thread_Topic", "X-Office-Note"),
)
PLACES |= {f"the field {name}": mail(TEXT, **{name: ORDER}) for name in FIELDS}
PLACES |= {
    f"the name of whom {name} names": mail(
        TEXT, **{name: f'"{ORDER}" <press@corvane.example>'}
    )
    for name in ("From", "To", "Cc", "Reply-To", "Sender", "Resent-From")
}  # fmt: skip
PLACES |= {
    "a description of a part": with_part(f"Content-Description: {ORDER}\r\n", b"And more."),
    "a description of a picture": with_part(
        f"Content-Description: {ORDER}\r\n", b"\xff\xd8\xff", "image/jpeg"
    ),
    "the other name of a picture": with_part(
        "Content-Disposition: attachment; filename=a.jpg\r\n",
        b"\xff\xd8\xff",
        'image/jpeg; name="EMBARGO 3 December 2026 10h00.jpg"',
    ),
    "an invitation to a calendar": with_part("", f"SUMMARY:{ORDER}".encode(), "text/calendar"),
    "a report of a server": with_part(
        "", f"Final-Recipient: a\nDiagnostic-Code: {ORDER}".encode(), "message/delivery-status"
    ),
    "a table that is attached": with_part(
        "Content-Disposition: attachment; filename=a.csv\r\n", ORDER.encode(), "text/csv"
    ),
    "the day on which its sender's program was to send it": mail(
        TEXT, Deferred_Delivery="Thu, 3 Dec 2026 10:00:00 +0100"
    ),
    "words above the parts": mixed(
        ("text/plain", "", TEXT.encode()),
    ).replace(b"\r\n\r\n--edge", f"\r\n\r\n{ORDER}\r\n--edge".encode(), 1),
    "words below the parts": mixed(("text/plain", "", TEXT.encode())) + ORDER.encode(),
}


@pytest.mark.parametrize("data", PLACES.values(), ids=PLACES.keys())
def test_an_embargo_holds_wherever_it_stands(data: bytes) -> None:
    found = filed(data)
    assert is_held_back(found.not_yet, BEFORE)
    outcome = outcome_of(found, None, BEFORE, publish=True)
    assert outcome.embargo is None or outcome.embargo.instant == MOMENT


@pytest.mark.parametrize("data", PLACES.values(), ids=PLACES.keys())
def test_it_is_read_to_its_minute(data: bytes) -> None:
    outcome = outcome_of(filed(data), None, BEFORE, publish=False)
    assert outcome.embargo
    assert outcome.embargo.instant == MOMENT


def test_two_moments_contradict_each_other_and_hold_until_an_officer_decides() -> None:
    found = filed(mail(f"{ORDER}\n\n{TEXT}", Subject="Embargo 5 December 2026, 10:00: ferries"))
    assert len(found.not_yet) == 2
    assert outcome_of(found, None, BEFORE, publish=True).embargo is None


def test_a_moment_that_cannot_be_read_in_the_subject_holds() -> None:
    found = filed(mail(TEXT, Subject="Not for publication before Thursday: ferries"))
    assert outcome_of(found, None, BEFORE, publish=True).embargo is None


def test_what_is_not_looked_at_any_more_holds() -> None:
    orders = "".join(f"{ORDER}\n" for _ in range(150))
    said = "".join(f"{MARKS['gmail']}FYI\n{orders}" for _ in range(4))
    found = filed(mail(f"FYI\n{said}{MARKS['gmail']}{TEXT}"))
    assert outcome_of(found, None, BEFORE, publish=True).embargo is None


def test_two_forms_that_say_the_same_say_it_once() -> None:
    page = f"<p><b>{ORDER}</b></p><h1>Corvane opens its river</h1><p>From Thursday on, they cross."
    parts = ("text/plain", "", f"{ORDER}\n\n".encode() + SHORT), ("text/html", "", page.encode())
    assert len(filed(mixed(*parts, **FORMS)).not_yet) == 1


def test_a_disclaimer_that_forbids_passing_on_is_no_embargo() -> None:
    end = "This e-mail is confidential. Any disclosure, copying or publication is prohibited."
    assert filed(mail(f"{TEXT}\n{end}\n")).not_yet == ()


@pytest.mark.parametrize("said", ["Company-Confidential", "Private", "personal"])
def test_a_mail_that_its_program_marks_as_confidential_is_held(said: str) -> None:
    (found,) = filed(mail(TEXT, Sensitivity=said)).not_yet
    assert found.why == f"its sender marked it as “{said}”"


@pytest.mark.parametrize(
    "subject", ["NOT FOR PUBLICATION: ferries", "[Confidential] Oll", "Streng vertraulich – Oll"]
)
def test_a_subject_that_is_not_for_the_public_holds(subject: str) -> None:
    assert filed(mail(TEXT, Subject=subject)).not_yet


def test_a_covering_note_that_forbids_a_part_holds_all_of_it() -> None:
    note = "The text is attached; its second paragraph is not for publication."
    assert filed(mixed(("text/plain", "", note.encode()), TXT)).not_yet


@pytest.mark.parametrize(
    "words", ["Strictly confidential. See attached.", "Vertraulich!\n\nAnbei.", "Off the record."]
)
def test_a_covering_note_that_is_for_nobody_else_holds_the_text(words: str) -> None:
    note = ("text/plain; charset=utf-8", "", words.encode())
    assert filed(mixed(note, TXT)).not_yet


@pytest.mark.parametrize("words", ["Strictly confidential", "Do not release until 10 am on 5 May"])
def test_a_calendar_that_says_so_in_a_field_holds_the_text(words: str) -> None:
    assert filed(with_part("", f"SUMMARY:{words}".encode(), "text/calendar")).not_yet


@pytest.mark.parametrize(
    "fields",
    [
        {"To": "embargo@corvane.example"},
        {"Sensitivity": "Normal", "Importance": "high", "X-Priority": "1"},
        {"Received": "from embargo.example (not for publication) by mx.example"},
        {"Message-ID": "<embargo-until-2027-05-05@corvane.example>"},
    ],
)
def test_what_programs_and_mailboxes_are_called_holds_nothing(fields: dict[str, str]) -> None:
    assert not filed(mail(TEXT, **fields)).not_yet


def test_much_is_looked_through_and_what_is_more_than_that_holds() -> None:
    quoted = "> It was a quiet day on the river.\n" * 9000 * 2
    found = filed(mail(f"{TEXT}\n{WROTE['en']}\n\n{quoted[:300_000]}\n", Subject="Re: text"))
    assert not found.not_yet
    passed = mixed(
        ("text/plain", "", TEXT.encode()), ("text/calendar", "", b"NOTE:quiet\n" * 60_000)
    )
    assert outcome_of(filed(passed), None, BEFORE, publish=True).embargo is None
