"""Where a picture was taken is told to nobody, and nothing else of it is lost."""

import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from intake.pictures.position import without_position
from tests.intake.pictures.places import (
    ARTIST,
    COPYRIGHT,
    SECRETS,
    XMP,
    exif,
    placed,
    position_of,
    scene,
    written,
)

TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}


def pixels(data: bytes) -> bytes:
    with Image.open(BytesIO(data)) as image:
        return image.convert("RGBA").tobytes()


@pytest.mark.promise(161)
@pytest.mark.parametrize("form", TYPES)
def test_a_picture_loses_its_position_and_nothing_else(form: str) -> None:
    before = placed(form)
    assert position_of(before)
    after = without_position(before, TYPES[form])
    assert position_of(after) == {}
    assert not [secret for secret in SECRETS if secret in after]
    assert b"Corvane" not in after
    assert len(after) == len(before)
    assert pixels(after) == pixels(before)
    with Image.open(BytesIO(after)) as image:
        kept = image.getexif()
        assert (kept[0x013B], kept[0x8298]) == (ARTIST, COPYRIGHT)
        assert 0x8825 not in kept
    assert b'photoshop:Credit="Jo Muster"' in after


@pytest.mark.parametrize("form", TYPES)
def test_a_picture_without_a_position_is_left_as_it_is_and_a_second_time_changes_nothing(
    form: str,
) -> None:
    plain = written(scene(), form, exif=exif(placed=False))
    assert without_position(plain, TYPES[form]) is plain
    once = without_position(placed(form), TYPES[form])
    assert without_position(once, TYPES[form]) is once


def test_exif_of_both_orders_of_bytes_is_read() -> None:
    big = exif()
    big.endian = ">"
    data = placed("JPEG", exif=b"Exif\0\0" + big.tobytes().removeprefix(b"Exif\0\0"))
    assert b"MM\0*" in data
    assert position_of(data)
    assert position_of(without_position(data, "image/jpeg")) == {}


def test_further_pictures_and_a_film_behind_the_first_tell_nothing_either() -> None:
    film = b"\0\0\0\x1emoov\xa9xyz\0\x12\x15\xc7+48.8753+012.3457/\0more"
    data = placed("JPEG") + placed("JPEG") + film
    after = without_position(data, "image/jpeg")
    second = after[len(placed("JPEG")) : 2 * len(placed("JPEG"))]
    assert position_of(second) == {}
    assert b"48.8753" not in after
    assert after.endswith(b"more")
    assert len(after) == len(data)


def test_a_png_loses_packed_words_that_name_the_place() -> None:
    words = PngImagePlugin.PngInfo()
    words.add_itxt("XML:com.adobe.xmp", XMP, zip=True)
    words.add_text("Raw profile type exif", _profile(exif()), zip=True)
    words.add_text("Raw profile type iptc", "\niptc\n       4\n1c020000\n", zip=True)
    words.add_text("Comment", "the quay at Corvane")
    before = written(scene(), "PNG", pnginfo=words)
    after = without_position(before, "image/png")
    with Image.open(BytesIO(after)) as image:
        image.load()
        assert set(image.info) == {"Raw profile type iptc", "Comment"}
    assert pixels(after) == pixels(before)


def _profile(made: Image.Exif) -> str:
    held = made.tobytes()
    return f"\nexif\n{len(held):8}\n{held.hex()}\n"


def test_xmp_that_names_a_place_in_a_way_nobody_writes_goes_whole() -> None:
    odd = XMP.replace('exif:GPSLatitude="48,52.5208N"', 'exif:GPSLatitude="' + "4" * 600 + '"')
    data = written(scene(), "JPEG", xmp=odd.encode())
    after = without_position(data, "image/jpeg")
    assert b"4444" not in after
    assert pixels(after) == pixels(data)
    assert len(after) == len(data)


@given(st.sampled_from(["image/jpeg", "image/png", "image/webp", "image/gif"]), st.data())
def test_whatever_stands_in_a_file_is_answered(media_type: str, data: st.DataObject) -> None:
    form = {"image/png": "PNG", "image/webp": "WEBP"}.get(media_type, "JPEG")
    content = bytearray(placed(form))
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=8)):
        content[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    made = without_position(bytes(content[:cut]), media_type)
    assert media_type == "image/png" or len(made) == cut


@pytest.mark.parametrize(
    "content",
    [
        b"Exif\0\0II*\0\x08\0\0\0\xff\xff" * 60_000,
        b"<rdf:RDF " * 110_000,
        b"<rdf:RDF>" + b"<a:gps" * 160_000,
        b"<rdf:RDF>" + b" a:gpsx='" * 110_000,
        b"<rdf:RDF>" + b" " * 1_000_000,
        b"\xa9xyz" * 250_000,
    ],
)
def test_a_megabyte_made_to_keep_us_busy_is_answered(content: bytes) -> None:
    for media_type in ("image/jpeg", "image/webp"):
        assert len(without_position(content, media_type)) == len(content)


def test_a_table_that_leads_to_itself_ends() -> None:
    looped = b"Exif\0\0II*\0" + struct.pack("<IHI", 8, 0, 8)
    assert without_position(looped, "image/jpeg") is looped


def test_words_packed_beyond_measure_are_not_unpacked_whole() -> None:
    packed = zlib.compress(b"0" * 50_000_000)
    content = b"Raw profile type exif\0\0" + packed
    chunk = struct.pack(">I4s", len(content), b"zTXt") + content
    data = b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", zlib.crc32(chunk[4:]))
    assert without_position(data, "image/png") is data
