"""What a mail says below or behind its pictures holds it as its text does."""

from email.message import EmailMessage

import pytest

import intake

ORDER = "Embargoed until 6 May 2027 at 9:00"


@pytest.mark.parametrize(
    "extra",
    [
        f"<figure><img src='https://x.example/a.jpg'><figcaption>{ORDER}</figcaption></figure>",
        f"<img src='https://x.example/a.jpg' alt='{ORDER}'>",
        f"<p title='{ORDER}'>More of it.</p>",
    ],
)
def test_an_embargo_beside_a_picture_of_a_mail_holds_it(extra: str) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"] = "Press <press@port.example>", "news@example.org"
    mail["Subject"], mail["Date"] = "Ferries", "Tue, 03 Mar 2026 10:00:00 +0100"
    mail["Message-ID"] = "<1@port.example>"
    mail.set_content(f"<h1>Ferries</h1><p>They run, it was said.</p>{extra}", subtype="html")
    (filing,) = intake.read("a.eml", bytes(mail), zone="Europe/Brussels", language="en").filings
    assert "2027-05-06 09:00" in [str(one.embargo)[:16] for one in filing.not_yet]
