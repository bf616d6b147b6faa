"""How large an image is, whatever its bytes say."""

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.releases.dimensions import LARGEST, UNKNOWN, dimensions

TYPES = ("image/png", "image/gif", "image/webp", "image/jpeg")


def png(width: int, height: int) -> bytes:
    header = struct.pack(">I4sIIBBBBB", 13, b"IHDR", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + header


def gif(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HHBBB", width, height, 0, 0, 0)


def riff(kind: bytes, content: bytes) -> bytes:
    chunk = kind + struct.pack("<I", len(content)) + content
    return b"RIFF" + struct.pack("<I", len(chunk) + 4) + b"WEBP" + chunk


def webp(width: int, height: int) -> bytes:
    return riff(b"VP8 ", b"\x10\x02\x00\x9d\x01\x2a" + struct.pack("<HH", width, height))


def webp_lossless(width: int, height: int) -> bytes:
    return riff(b"VP8L", struct.pack("<BI", 0x2F, width - 1 | (height - 1) << 14))


def webp_extended(width: int, height: int) -> bytes:
    sides = b"".join((side - 1).to_bytes(3, "little") for side in (width, height))
    return riff(b"VP8X", b"\x10\0\0\0" + sides)


def segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def exif(orientation: int, order: str = "<") -> bytes:
    head = {"<": b"II", ">": b"MM"}[order] + struct.pack(f"{order}HI", 42, 8)
    make = struct.pack(f"{order}HHII", 0x010F, 2, 4, 0)
    entry = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0)
    return segment(0xE1, b"Exif\0\0" + head + struct.pack(f"{order}H", 2) + make + entry)


def jpeg(width: int, height: int, *before: bytes, frame: int = 0xC0) -> bytes:
    sizes = struct.pack(">BHHB", 8, height, width, 3)
    return b"\xff\xd8" + b"".join(before) + segment(frame, sizes + bytes(9))


def measured(content: bytes, media_type: str) -> tuple[int, int]:
    return dimensions(io.BytesIO(content), media_type)


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (png(1600, 900), "image/png"),
        (gif(1600, 900), "image/gif"),
        (webp(1600, 900), "image/webp"),
        (webp(1600 | 0x4000, 900 | 0x8000), "image/webp"),  # how it is to be scaled
        (webp_lossless(1600, 900), "image/webp"),
        (webp_extended(1600, 900), "image/webp"),
        (jpeg(1600, 900), "image/jpeg"),
        (jpeg(1600, 900, frame=0xC2), "image/jpeg"),
        (jpeg(1600, 900, segment(0xC4, b"tables")), "image/jpeg"),
        (jpeg(1600, 900, b"\xff\xff", segment(0xFE, b"\xff\xc0")), "image/jpeg"),
        (jpeg(1600, 900, segment(0xE2, bytes(65_533)) * 40), "image/jpeg"),
    ],
)
def test_every_kind_of_image_tells_its_size(content: bytes, media_type: str) -> None:
    assert measured(content, media_type) == (1600, 900)
    assert measured(content + b"what follows", media_type) == (1600, 900)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("orientation", range(10))
def test_a_photograph_that_was_turned_is_as_wide_as_it_is_shown(
    orientation: int, order: str
) -> None:
    shown = (900, 1600) if orientation in (5, 6, 7, 8) else (1600, 900)
    assert measured(jpeg(1600, 900, exif(orientation, order)), "image/jpeg") == shown


@pytest.mark.parametrize(
    "tiff", [b"", b"II", b"XX*\0\x08\0\0\0", b"II*\0\xff\xff\xff\xff", b"MM\0*\0\0\0\x08\xff\xff"]
)
def test_a_broken_orientation_is_upright(tiff: bytes) -> None:
    broken = segment(0xE1, b"Exif\0\0" + tiff)
    assert measured(jpeg(1600, 900, broken), "image/jpeg") == (1600, 900)


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (png(0, 900), "image/png"),
        (png(1600, LARGEST + 1), "image/png"),
        (png(2**32 - 1, 2**32 - 1), "image/png"),
        (png(1600, 900).replace(b"IHDR", b"tEXt"), "image/png"),
        (gif(1600, 0), "image/gif"),
        (webp_extended(2**24, 900), "image/webp"),
        (webp(1600, 900).replace(b"\x9d", b"\x9e"), "image/webp"),
        (webp_lossless(1600, 900).replace(b"\x2f", b"\x2e"), "image/webp"),
        (riff(b"ICCP", bytes(40)), "image/webp"),
        (jpeg(1600, 0), "image/jpeg"),  # said after the first scan, by a marker few write
        (jpeg(1600, 900, b"\xff\xda"), "image/jpeg"),
        (jpeg(1600, 900, b"\xff\xd9"), "image/jpeg"),
        (jpeg(1600, 900, b"\0"), "image/jpeg"),
        (jpeg(1600, 900, b"\xff\xe0\0\0" * 3000), "image/jpeg"),
        (b"\xff\xd8" + b"\xff" * 5000, "image/jpeg"),
        (b"%PDF-1.7 1600 900", "application/pdf"),
    ],
)
def test_what_no_image_can_be_is_unknown(content: bytes, media_type: str) -> None:
    assert measured(content, media_type) == UNKNOWN


@given(
    st.sampled_from(
        [
            (png, "image/png", LARGEST),
            (gif, "image/gif", LARGEST),
            (webp, "image/webp", 2**14 - 1),
            (webp_lossless, "image/webp", 2**14),
            (webp_extended, "image/webp", LARGEST),
            (jpeg, "image/jpeg", LARGEST),
        ]
    ),
    st.data(),
)
def test_any_size_is_told_exactly_and_a_file_cut_off_is_unknown(
    form: tuple[object, str, int], data: st.DataObject
) -> None:
    make, media_type, largest = form
    size = (data.draw(st.integers(1, largest)), data.draw(st.integers(1, largest)))
    content = make(*size)  # type: ignore[operator]
    assert measured(content, media_type) == size
    cut = data.draw(st.integers(0, len(content) - 1))
    assert measured(content[:cut], media_type) in (size, UNKNOWN)
    assert measured(content[:15], media_type) in (UNKNOWN, size)


STARTS = [png(3, 4), gif(3, 4), webp(3, 4), webp_extended(3, 4), jpeg(3, 4, exif(6)), b"\xff\xd8"]


@given(st.sampled_from(TYPES), st.sampled_from(STARTS), st.binary(max_size=200), st.data())
def test_whatever_the_bytes_are_there_is_an_answer_no_image_exceeds(
    media_type: str, start: bytes, noise: bytes, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(start)))
    over = data.draw(st.booleans())
    content = start[:at] + noise + (start[at + len(noise) :] if over else start[at:])
    width, height = measured(content, media_type)
    assert (width, height) == UNKNOWN or (0 < width <= LARGEST and 0 < height <= LARGEST)


@given(st.binary(max_size=300))
def test_any_bytes_after_a_jpegs_beginning_have_an_answer(noise: bytes) -> None:
    width, height = measured(b"\xff\xd8" + noise, "image/jpeg")
    assert 0 <= width <= LARGEST
    assert 0 <= height <= LARGEST


@given(st.binary(max_size=120))
def test_any_orientation_leaves_the_size(noise: bytes) -> None:
    for order in (b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08", b""):
        content = jpeg(3, 4, segment(0xE1, b"Exif\0\0" + order + noise))
        assert measured(content, "image/jpeg") in ((3, 4), (4, 3))
