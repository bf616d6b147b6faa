"""A mail is told from a press text by what only programs write."""

import pytest

from intake.mail import recognises
from tests.intake.mail.reports import TEXT, mail


@pytest.mark.parametrize(
    "data",
    [
        mail(TEXT),
        b"From press@corvane.example Mon Nov 30 18:00:00 2026\n" + mail(TEXT),
        b"\xef\xbb\xbf\r\n" + mail(TEXT),
        b"Return-Path: <a@b.example>\nReceived: from x\n\tby y\nFrom: a@b.example\nTo: c\n\n",
    ],
)
def test_what_programs_wrote_is_a_mail(data: bytes) -> None:
    assert recognises(data)


@pytest.mark.parametrize(
    "text",
    [
        "",
        TEXT,
        "Contact: Jonas Feld\nDate: 3 December 2026\n\nHeadline\n",
        "From: Ministry\nTo: the media\nDate: 3 December 2026\nSubject: Ferries\n\nText.\n",
        "---\ntitle: Ferries\nfrom: x\n---\nText\n",
        (
            "From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/\nSubject: x\n"
            "Date: Mon, 30 Nov 2026 09:12:01 +0000\nMIME-Version: 1.0\nContent-Type: "
            'multipart/related; type="text/html"\n\n'
        ),
        (
            'From: "Saved by Windows Internet Explorer 11"\nSubject: x\nMIME-Version: 1.0\n'
            "Content-Type: multipart/related\n\n"
        ),
        "From Thursday on ferries cross the Oll.\nFrom: here\nMIME-Version: what is it?\n",
    ],
)
def test_a_press_text_is_none(text: str) -> None:
    assert not recognises(text.encode())
