"""The archive that a Word document is: what is refused before anything in it is unpacked."""

import io
import struct
import tracemalloc
import zipfile
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.word.archive import LARGEST_MEMBER, OfficeArchive
from press.errors import Refusal, UnreadableFile
from tests.intake.word.making import GIVEN, docx, filing, p, r, zipped

WHOLE = docx(p("Headline") + p("Text."))
NAME = b"word/document.xml"
MIB = 1024**2


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableFile) as refusal:
        filing(data)
    return str(refusal.value)


@pytest.fixture
def little_memory() -> Iterator[None]:
    """Whatever happens takes less than 50 MiB more."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < 50 * MIB
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not an office document"),
        (b"%PDF-1.7 sample", "not an office document"),
        (WHOLE[:-30], "cut off"),
        (WHOLE[: len(WHOLE) // 2], "cut off"),
        (b"PK\3\4" + b"PK\5\6" + bytes(18), "it is damaged|without a text"),
        (zipped({"word/other.xml": b"<a/>"}), "without a text"),
        (zipped({"word/document.xml": b"<w:document"}), "damaged"),
        (zipped({"word/document.xml": b"\0\1\2"}), "damaged"),
    ],
)
def test_what_is_no_whole_document_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    assert any(words in refused(data) for words in reason.split("|"))


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../../etc/passwd", "leads out of the document"),
        ("word/../../x.xml", "leads out of the document"),
        ("/etc/passwd", "no name of a part"),
        ("word\\document2.xml", "no name of a part"),
        ("C:/x.xml", "no name of a part"),
        ("WORD/DOCUMENT.XML", "twice"),
    ],
)
def test_parts_with_names_no_word_processor_gives_are_refused(name: str, reason: str) -> None:
    said = refused(zipped({"word/document.xml": b"<a/>", name: b"<a/>"}))
    assert name in said
    assert reason in said


def test_a_part_that_is_there_twice_is_refused() -> None:
    held = io.BytesIO(WHOLE)
    with zipfile.ZipFile(held, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", b"<a/>")
    assert "twice" in refused(held.getvalue())


def test_an_encrypted_part_is_refused() -> None:
    spoilt = bytearray(WHOLE)
    entry = spoilt.rfind(b"PK\1\2", 0, spoilt.rfind(NAME))
    spoilt[entry + 8] |= 1
    assert "password" in refused(bytes(spoilt))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_part_packed_in_another_way_is_refused(method: int) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        archive.writestr("word/document.xml", b"<a/>" * 100)
    assert "packed in a way" in refused(held.getvalue())


def test_a_claim_of_two_gigabytes_is_refused_before_anything_is_unpacked(
    little_memory: None,
) -> None:
    spoilt = bytearray(WHOLE)
    entry = spoilt.rfind(b"PK\1\2", 0, spoilt.rfind(NAME))
    spoilt[entry + 24 : entry + 28] = struct.pack("<L", 2 * 1024**3)
    assert "larger than 40 MiB" in refused(bytes(spoilt))


def test_a_small_file_that_unpacks_to_very_much_is_refused(little_memory: None) -> None:
    bomb = zipped({"word/document.xml": bytes(LARGEST_MEMBER)})
    assert len(bomb) < 64 * 1024
    assert "times its size" in refused(bomb)


def test_parts_that_are_too_large_together_are_refused(little_memory: None) -> None:
    spoilt = bytearray(zipped({f"word/media/{n}.png": b"\xff" * n for n in range(1, 9)}))
    at = spoilt.find(b"PK\1\2")
    while at >= 0:
        spoilt[at + 20 : at + 28] = struct.pack("<2L", 30 * MIB, 30 * MIB)
        at = spoilt.find(b"PK\1\2", at + 4)
    assert "larger than 96 MiB when unpacked" in refused(bytes(spoilt))


def test_a_part_that_is_larger_than_it_says_is_read_no_further(little_memory: None) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(38 * MIB))
    spoilt = bytearray(content.getvalue())
    entry = spoilt.find(b"PK\1\2")
    for at in (22, entry + 24):
        spoilt[at : at + 4] = struct.pack("<L", 1000)
    assert "damaged" in refused(bytes(spoilt))


def test_more_parts_than_a_document_has_are_refused_before_they_are_listed() -> None:
    many = zipped({f"word/{n}.xml": b"" for n in range(2001)})
    assert "more than 2000 parts" in refused(many)
    fewer = bytearray(many)
    fewer[-14:-10] = struct.pack("<2H", 9, 9)  # the end says nine
    assert "more than 2000 parts" in refused(bytes(fewer))


def test_an_archive_of_the_form_for_huge_files_is_refused() -> None:
    end = WHOLE.rfind(b"PK\5\6")
    assert "ZIP64" in refused(WHOLE[:end] + b"PK\6\7" + bytes(16) + WHOLE[end:])


def test_what_a_part_holds_is_read_as_it_is() -> None:
    archive = OfficeArchive(WHOLE)
    assert NAME.decode() in archive.names
    assert b"Headline" in archive.read(NAME.decode())


@given(st.data())
def test_a_spoilt_archive_is_read_or_refused_and_never_breaks_anything(data: st.DataObject) -> None:
    spoilt = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(spoilt) - 1))
        spoilt[at] = data.draw(st.integers(0, 255))
    try:
        filing(bytes(spoilt))
    except Refusal:
        return


RICH = docx(
    p("Headline", "H1") + p(r("Bold", "<w:b/>") + r("hidden", "<w:vanish/>")) + p("Last."),
    {"styles": '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'},
)


@given(st.data())
def test_a_spoilt_part_is_read_or_refused_and_never_breaks_anything(data: st.DataObject) -> None:
    with zipfile.ZipFile(io.BytesIO(RICH)) as archive:
        members = {name: bytearray(archive.read(name)) for name in archive.namelist()}
    name = data.draw(st.sampled_from(sorted(members)))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(members[name]) - 1))
        members[name][at] = data.draw(st.sampled_from(b'<>/"=&;x1 \0\xff'))
    try:
        filing(zipped({name: bytes(content) for name, content in members.items()}), GIVEN)
    except Refusal:
        return
