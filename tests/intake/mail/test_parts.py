"""A mail is taken apart within bounds, and nothing of a stranger's mail breaks its reader."""

from base64 import encodebytes
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


def test_so_are_lines_in_parts_within_parts() -> None:
    inner = "".join(
        f"--b{n}\nContent-Type: multipart/mixed; boundary=b{n + 1}\n\n" for n in range(20)
    )
    whole = mail(f"{inner}--b20\n\n", Content_Type="multipart/mixed; boundary=b0")
    assert opened_mail(whole).kind == "multipart/mixed"
    with pytest.raises(UnreadableFile, match="parts within parts"):
        opened_mail(whole + b"\n" * 400_000)


def test_so_are_the_lines_of_what_servers_say_to_each_other() -> None:
    with pytest.raises(UnreadableFile, match="parts within parts"):
        opened_mail(mail("\n" * 2_000, Content_Type="message/delivery-status"))


def test_so_are_the_parameters_of_a_field() -> None:
    kind = f"multipart/mixed; {'a=b;' * 200} boundary=edge"
    assert opened_mail(mail("--edge\n\nx\n--edge--\n", Content_Type=kind)).kind == "text/plain"


@pytest.mark.parametrize("blank", ["", "\n", "\n\n"])
@pytest.mark.parametrize("coding", ["7bit", "base64"])
def test_a_mail_in_a_mail_may_be_encoded_or_begin_with_empty_lines(coding: str, blank: str) -> None:
    inner = blank.encode() + mail(TEXT.replace("“", "'").replace("”", "'"), Subject="Inner")
    outer = mail("", Content_Type="message/rfc822", Content_Transfer_Encoding=coding)
    found = opened_mail(outer + (encodebytes(inner) if coding == "base64" else inner))
    (held,) = found.parts
    assert (found.kind, held.header.words("subject")) == ("message/rfc822", "Inner")
    assert held.content.startswith(b"Corvane opens")


def test_a_line_in_a_header_that_is_no_field_is_refused_and_never_makes_the_rest_text() -> None:
    with pytest.raises(UnreadableFile, match="a line that is no field"):
        opened_mail(b"From: a@b.example\nno field\nX-Embargo: 2030-01-01\n\nText\n")
    part = b"Content-Type: text/plain\nno field\nContent-Transfer-Encoding: base64\n\nVGV4dA==\n"
    whole = mail("--edge\n", Content_Type="multipart/mixed; boundary=edge") + part
    with pytest.raises(UnreadableFile, match="a line that is no field"):
        opened_mail(whole)


@pytest.mark.parametrize(
    ("code", "says"), [("VGV4dA==", b"Text"), ("VGV4dA", b"Text"), ("VGV4\n !dA==\n", b"Text")]
)
def test_base64_may_be_broken_a_little(code: str, says: bytes) -> None:
    assert opened_mail(mail(code, Content_Transfer_Encoding=" BASE64 ")).content == says


@pytest.mark.parametrize("code", ["VGV4d", "VGV4dA==\nVGV4dA==\n", "VGV4dA==\n__\nA list\n"])
def test_base64_of_which_words_would_be_lost_is_refused(code: str) -> None:
    with pytest.raises(UnreadableFile, match="cut off"):
        opened_mail(mail(code, Content_Transfer_Encoding="base64"))


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
