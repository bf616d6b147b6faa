"""Headers are read whatever program wrote them."""

import unicodedata
from email.header import Header

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.mail.headers import MOST, MOST_FIELDS, read_header, unencoded
from press.errors import UnreadableFile


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("=?utf-8?B?TmV1ZSBCcsO8?= =?UTF-8?Q?cke_f=C3=BCr?= alle", "Neue Brücke für alle"),
        ("=?utf-8?B?QnLDvA==?=\t=?utf-8?B?Y2tl?=", "Brücke"),
        ("=?utf-8?B?QsOp?= =?iso-8859-1?q?t=E9?=", "Bété"),
        ("=?utf-8?b?QnLD?= =?utf-8?b?vGNrZQ==?=", "Brücke"),  # a letter in two words
        ("=?iso-8859-1*de?Q?F=E4hre?=", "Fähre"),
        ("Hello =?utf-8?q?a?=", "Hello a"),
        ("=?utf-8?q?an embargo?= =?utf-8?b?IHVudGlsIE1heQ=a?=", "an embargo until May"),
        ("=?utf-8?b?RW1iYXJnb?= é 3 May", "Embarg é 3 May"),  # cut off
        ("=?klingon?q?a?=", "a"),
        ("=?utf-8?x?a?=", "=?utf-8?x?a?="),
        ("plain", "plain"),
    ],
)
def test_encoded_words_are_read(value: str, words: str) -> None:
    assert unencoded(value) == words


@given(st.text(st.characters(exclude_categories=("C", "Z"), include_characters=" "), max_size=80))
def test_what_python_encodes_is_read_again(words: str) -> None:
    sent = "".join(Header(" ".join(words.split()), "utf-8", maxlinelen=75).encode().split("\n"))
    if "=?" not in words:
        assert unencoded(sent) == " ".join(unicodedata.normalize("NFC", words).split())


@given(st.binary(max_size=300))
def test_nothing_that_stands_in_a_header_raises(block: bytes) -> None:
    header = read_header(block)
    for name in header:
        header.words(name)
        header.parameter("name", name)
    read_header(b"Content-Type: " + block.replace(b"\n", b" ")).parameter("charset")


def test_fields_are_bounded() -> None:
    assert len(read_header(b"X: y\n" * MOST_FIELDS)) == MOST_FIELDS
    for block in (b"X: y\n" * (MOST_FIELDS + 1), b"X: " + b"y" * MOST):
        with pytest.raises(UnreadableFile, match="header is larger"):
            read_header(block)


def test_a_folded_field_is_one_line_and_the_first_of_a_name_counts() -> None:
    header = read_header(b"Subject: one\n two\nX: y\nsubject: three\n")
    assert header.words("subject") == "one two"
    assert header.every("subject") == ["one  two", "three"]


@pytest.mark.parametrize(
    "field",
    [
        'attachment; filename="Brücke.jpg"',
        "attachment; filename*=utf-8''Br%C3%BCcke.jpg",
        "attachment; filename*0*=utf-8''Br%C3%BC; filename*1=cke.jpg",
        'attachment; filename="=?utf-8?q?Br=C3=BCcke=2Ejpg?="',
    ],
)
def test_a_file_is_called_as_its_sender_called_it(field: str) -> None:
    header = read_header(f"Content-Disposition: {field}\n".encode())
    assert header.file_name() == "Brücke.jpg"
