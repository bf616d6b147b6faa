"""Letters are read in whatever coding a mail claims, true or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.mail.charsets import decoded


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        ("Brücke – 2 €".encode(), "utf-8"),
        ("Brücke – 2 €".encode("cp1252"), "iso-8859-1"),  # which is what Outlook means
        ("Brücke – 2 €".encode("cp1252"), "utf-8"),
        ("Brücke – 2 €".encode(), "us-ascii"),
        ("Brücke – 2 €".encode(), "no-such-thing"),
        ("Brücke – 2 €".encode("utf-16"), "utf-16"),
        ("Brücke – 2 €".encode("iso-8859-15", "replace").replace(b"?", b"\x96"), ""),
    ],
)
def test_accents_come_out_right(data: bytes, charset: str) -> None:
    assert decoded(data, charset).startswith("Brücke ")


@given(st.binary(), st.text(max_size=20) | st.sampled_from(["zlib", "idna", "utf-7", "rot13"]))
def test_nothing_raises(data: bytes, charset: str) -> None:
    assert "\0" not in decoded(data, charset)
