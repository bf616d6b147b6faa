"""What comes through the door, and what does not."""

import pytest

import intake
from press.errors import Refusal, UnreadableFile, UnreadableTime

# A sample of our own.
SAMPLE = "20 Feb 2026 -14:18\r\n\r\nSample headline – été\r\n\r\nSample text.\r\n"


def read(data: bytes, name: str = "sample.txt") -> intake.Reading:
    return intake.read(name, data, zone="Europe/Brussels", language="en")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"  \r\n\t\n", "empty"),
        ("\ufeff \n".encode(), "empty"),
        (b"a" * (intake.LARGEST + 1), "larger than 5 MiB"),
        (b"Headline\0", "not a text file"),
        (b"PK\x03\x04\x14\x00\x06\x00\xff\xfe", "not a text file"),
        ("Début".encode("cp1252"), "not UTF-8 text"),
        (b"\xff\xfea", "not UTF-8 text"),
        (b"<!DOCTYPE html><title>Sample</title>", "HTML"),
        (b"{\\rtf1 Sample}", "RTF"),
        (b'{\n  "headline": "Sample"\n}', "JSON"),
        (b"%PDF-1.7 sample", "PDF"),
        (b"20 Feb 2026 -14:18\n", "no headline"),
        (b"PRESS RELEASE\n\n20 Feb 2026 -14:18\n\n---\n", "no headline"),
        (b"word " * 100, "no headline"),
    ],
)
def test_a_file_that_holds_no_release_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        read(data)


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
    listing = b"Samples\n\nOne (1 May 2026)\nText.\n\nTwo (2 May 2026)\nText.\n"
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
