"""A mail is taken apart within bounds, and nothing of a stranger's mail breaks its reader."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.mail.parts import DEEPEST, MOST_PARTS, opened_mail
from press.errors import Refusal, UnreadableFile
from tests.intake.mail.reports import TEXT, body, filed, mail, mixed, read
from tests.intake.mail.test_golden import MAILS


def test_parts_within_parts_are_bounded() -> None:
    def nested(depth: int) -> bytes:
        inner = "".join(
            f"--b{n}\nContent-Type: multipart/mixed; boundary=b{n + 1}\n\n" for n in range(depth)
        )
        return mail(f"{inner}--b{depth}\n\nText\n", Content_Type="multipart/mixed; boundary=b0")

    assert opened_mail(nested(DEEPEST - 1)).kind == "multipart/mixed"
    with pytest.raises(UnreadableFile, match="parts within parts"):
        opened_mail(nested(100_000))


def test_so_are_parts() -> None:
    with pytest.raises(UnreadableFile, match="parts within parts"):
        opened_mail(mixed(*[("text/plain", "", b"x")] * (MOST_PARTS + 1)))


def test_mails_within_mails_are_bounded() -> None:
    inner = b"Content-Type: message/rfc822\n\n" * 10_000
    with pytest.raises(UnreadableFile, match="parts within parts"):
        opened_mail(mail("", Content_Type="message/rfc822") + inner)


def test_a_header_without_end_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="header is larger than 256 KiB"):
        opened_mail(b"From: a@b.example\n" + b"X: y\n" * 100_000)


def test_a_mailbox_of_several_mails_is_refused_by_what_it_is() -> None:
    box = b"From a@b.example Mon Nov 30 18:00:00 2026\n" + mail(TEXT) + b"\n\n"
    assert filed(box).headline.startswith("Corvane opens")
    with pytest.raises(UnreadableFile, match="several mails"):
        read(box + box)


def test_the_last_part_may_lack_its_end() -> None:
    whole = mixed(("text/plain; charset=utf-8", "", TEXT.encode()))
    assert body(filed(whole.removesuffix(b"--edge--\r\n"))) == body(filed(whole))


def test_several_parts_without_a_boundary_are_read_as_text() -> None:
    assert filed(mail(TEXT, Content_Type="multipart/mixed")).headline.startswith("Corvane opens")


@pytest.mark.parametrize("kind", ["multipart/encrypted; boundary=edge", "application/pkcs7-mime"])
def test_what_is_encrypted_is_refused_with_advice(kind: str) -> None:
    with pytest.raises(UnreadableFile, match="encrypted"):
        read(mail("--edge\n\nx\n--edge--\n", Content_Type=kind))


@given(st.sampled_from(MAILS), st.data())
def test_a_spoilt_mail_is_read_or_refused(path: Path, data: st.DataObject) -> None:
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=12))
    with suppress(Refusal):
        read(bytes(content))
