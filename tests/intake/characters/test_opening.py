"""What comes through the door, and what does not."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

import intake
from press.errors import Refusal, UnreadableFile, UnreadableTime
from press.releases.release import Reading

# A sample of our own.
SAMPLE = "20 Feb 2026 -14:18\r\n\r\nSample headline – été\r\n\r\nSample text.\r\n"


def read(data: bytes, name: str = "sample.txt") -> Reading:
    return intake.read(name, data, zone="Europe/Brussels", language="en")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"  \r\n\t\n", "empty"),
        ("\ufeff \n".encode(), "empty"),
        (b"a" * (intake.LARGEST + 1), "larger than 5 MiB"),
        (b"Headline\0", "not a text file"),
        (b"\xff\xfea", "not a text file"),
        (b"20 Feb 2026 -14:18\n", "no headline"),
        (b"PRESS RELEASE\n\n20 Feb 2026 -14:18\n\n---\n", "no headline"),
        (b"word " * 100, "no headline"),
    ],
)
def test_a_file_that_holds_no_release_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        read(data)


def zipped(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, 99_999 * "application/vnd.oasis.opendocument.text")
    return held.getvalue()


COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "a spreadsheet"),
        (zipped("[Content_Types].xml", "ppt/presentation.xml"), "a presentation"),
        (zipped("Index/Document.iwa"), "a document of Pages (.pages)"),
        (zipped("release.txt"), "a ZIP archive"),
        (b"PK\x03\x04\x14\x00\x06\x00\xff\xfe", "a ZIP archive"),
        (COMPOUND + "WordDocument".encode("utf-16-le"), "an old Word document"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "a document with a password"),
        (COMPOUND + "__substg1.0_0037001F".encode("utf-16-le"), "a mail of Outlook"),
        (COMPOUND, "a document of an old office program"),
        (b"%PDF-1.7 sample", "a PDF document"),
        (b"\n%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "a PDF document"),
        (b"{\\rtf1 Sample}", "a word-processor document (RTF)"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a picture (PNG)"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture (JPEG)"),
        (b"GIF89a\x01\0", "a picture (GIF)"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "a picture (WebP)"),
        (b"RIFF\x0a\x0d\x0a\0WAVEfmt ", "a film or a recording"),
        (b"\0\0\0\x18ftypheic", "a picture (HEIC or AVIF)"),
        (b'<?xml version="1.0"?><catalogue/>', "an XML document"),
        (b'{\n  "headline": "Sample"\n}', "JSON data"),
    ],
)
@pytest.mark.parametrize("name", ["release.txt", "release.md"])
def test_a_document_of_another_program_is_called_what_it_is(
    data: bytes, kind: str, name: str
) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(data, name)
    assert str(refused.value).startswith(f"it is {kind}")
    assert ": " in str(refused.value)  # what to do follows


@pytest.mark.parametrize(
    "words", ["PK signed", "GIF8 is a format", "RIFF in C", "ID3 tags", "BM", "Rar!", "7z"]
)
def test_a_text_is_no_document_for_its_first_letters(words: str) -> None:
    assert read(f"{words}\n\nText.\n".encode()).filings[0].headline == words


WESTERN = [
    "Été à Corvane",
    "L’œuvre « finie » – 3 € – d´hier",
    "Une “BEAUTÉ” d’été",
    "Zürich, Straße 5, 20°C, 3 m²",
    "Één coördinator, geïnd",
]


@pytest.mark.parametrize("words", WESTERN)
def test_windows_1252_is_read_as_such_and_said(words: str) -> None:
    reading = read(f"{words}\n\nThe text.\n".encode("cp1252"))
    assert reading.filings[0].headline == words
    assert "Windows-1252" in "".join(reading.notes)
    assert read(f"{words}\n\nThe text.\n".encode()).notes == ()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"Caf\xe9 \x81", "neither UTF-8 nor Windows-1252"),
        (b"Caf\xe9 \0", "not a text file"),
        (b"Caf\xe9 \x01", "not a text file"),
        (b"Caf\xe9 \x1b[2J", "not a text file"),
        ("Новости дня: мир".encode("cp1251"), "encoding not known"),
        ("Łódź: żółty tekst".encode("cp1250"), "encoding not known"),
        ("Le président a dit".encode("cp850"), "encoding not known here (“pr‚sident”)"),
        ("Le président a dit".encode("mac_roman"), "encoding not known here (“prŽsident”)"),
        ("Été à Corvane".encode() + b"\xff", "UTF-8 text, but damaged"),
        ("Été à Corvane".encode()[:-4] + b"\xc3", "UTF-8 text, but damaged"),
    ],
)
def test_letters_that_would_come_out_wrong_are_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(data)
    assert reason in str(refused.value)


@given(st.binary(min_size=1))
def test_any_bytes_that_are_not_utf_8_are_read_with_a_note_or_refused(data: bytes) -> None:
    try:
        notes = read(b"\xe9t\xe9 " + data).notes
    except Refusal:
        return
    assert notes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_way_to_save_unicode_reads_the_same(encoding: str) -> None:
    assert read(SAMPLE.encode(encoding)) == read(SAMPLE.encode())


def test_line_ends_of_other_systems_are_line_ends() -> None:
    for end in ("\n", "\r", "\x0b", "\x85", "\u2028"):
        assert read(SAMPLE.replace("\r\n", end).encode()) == read(SAMPLE.encode())


@pytest.mark.promise(36)
def test_characters_that_xml_forbids_stop_at_the_door() -> None:
    filing = read("Sam\x08ple\n\nA sam\x1fple \ufffetext\n".encode()).filings[0]
    assert [block.markdown for block in filing.blocks] == ["Sample", "A sample text"]


@pytest.mark.parametrize("name", ["-", "release", "release.txt", "release.TXT", "a.b/release.text"])
def test_a_name_that_says_nothing_leaves_it_to_the_text(name: str) -> None:
    markdown = b"---\ntitle: Sample\n---\nSample text.\n"
    items = "\n\n".join(f"Number {n} ({n} May 2026)\nText." for n in (1, 2, 3))
    listing = f"Samples\n\n{items}\n".encode()
    assert read(markdown, name).filings[0].headline == "Sample"
    assert read(listing, name).topic is not None
    assert read(SAMPLE.encode(), name).filings[0].embargo is not None


@pytest.mark.parametrize("name", ["release.md", "RELEASE.MD", "release.markdown"])
def test_a_markdown_name_makes_it_markdown(name: str) -> None:
    assert read(b"# Sample\n\n20 Feb 2026 -14:18\n", name).filings[0].embargo is None


def test_a_refusal_is_one_plain_sentence_that_does_not_name_the_file() -> None:
    with pytest.raises(Refusal) as refused:
        read(b"32 Feb 2026 -14:18\n\nSample\n")
    assert isinstance(refused.value, UnreadableTime)
    assert "sample.txt" not in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_text_with_more_marks_than_any_press_text_is_refused_at_once() -> None:
    with pytest.raises(UnreadableFile, match="file its words alone"):
        intake.read("-", b"Sample\n\n" + b"![![![\n" * 4_000, zone="UTC", language="en")


@pytest.mark.parametrize(
    "end", ["| a | b |\n|---|---|\n| 1 | 2 |", "```\ncode\n```", "Title\n---", "- one\n- two"]
)
def test_a_mark_of_direction_in_a_headline_changes_nothing_of_how_a_file_ends(end: str) -> None:
    turned, plain = (
        read(f"# A {mark}ferry\n\nIt sails.\n\n{end}".encode(), "sample.md").filings[0]
        for mark in ("\u202b", "")
    )
    assert turned.blocks[1:] == plain.blocks[1:]
