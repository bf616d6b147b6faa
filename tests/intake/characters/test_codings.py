"""Codings are known by whatever name mails, pages and feeds give them; nothing else is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.characters.codings import codec_named


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("UTF-8", "utf-8"),
        ("us-ascii", "utf-8"),
        ("ISO-8859-1", "cp1252"),
        ("iso8859-1", "cp1252"),
        ("latin1", "cp1252"),
        ("Windows-1252", "cp1252"),
        (' "windows-1251" ', "cp1251"),
        ("iso-8859-15", "iso8859-15"),
        ("macintosh", "mac-roman"),
        ("koi8-r", "koi8-r"),
        ("Shift_JIS", "shift_jis"),
        ("utf-16le", "utf-16-le"),
    ],
)
def test_a_coding_is_known_by_each_of_its_names(name: str, codec: str) -> None:
    assert codec_named(name) == codec


@pytest.mark.parametrize(
    "name", ["", "zlib", "rot13", "utf-7", "idna", "punycode", "unicode_escape", "cp9999", "x-none"]
)
def test_what_is_no_coding_of_letters_is_none(name: str) -> None:
    assert codec_named(name) == ""


@given(st.text(max_size=20), st.binary(max_size=20))
def test_every_coding_that_is_known_decodes_bytes_to_letters(name: str, data: bytes) -> None:
    if codec := codec_named(name):
        assert isinstance(data.decode(codec, "replace"), str)
