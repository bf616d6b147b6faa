"""The picture that stands for a newsroom, in its own colour."""

import struct
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.public.colours import ACCENT
from press.public.identity import Identity
from web.site.assets import CARD, FOLDER, assets
from web.site.card import in_colour

PNG = (FOLDER / CARD).read_bytes()
COLOURS = st.from_regex("#[0-9a-f]{6}", fullmatch=True)


def chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The parts of a PNG, each with a sum that is right (PNG, 5.3)."""
    at = 8
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        kind, content = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert png[at + 8 + length : at + 12 + length] == struct.pack(
            ">I", zlib.crc32(kind + content)
        )
        yield kind, content
        at += 12 + length
    assert at == len(png)


def palette(png: bytes) -> list[bytes]:
    shades = dict(chunks(png))[b"PLTE"]
    return [shades[at : at + 3] for at in range(0, len(shades), 3)]


@given(COLOURS)
def test_it_stays_a_picture_and_changes_nothing_but_colours(colour: str) -> None:
    made = in_colour(PNG, ACCENT, colour)
    kept = [(kind, content) for kind, content in chunks(PNG) if kind != b"PLTE"]
    assert [(kind, content) for kind, content in chunks(made) if kind != b"PLTE"] == kept
    assert palette(made)[0] == bytes.fromhex(colour[1:])
    assert palette(made)[-1] == bytes([255] * 3)
    assert len(palette(made)) == len(palette(PNG))


def test_in_its_own_colour_it_is_as_it_was() -> None:
    assert in_colour(PNG, ACCENT, ACCENT) == PNG
    assert palette(PNG)[0] == bytes.fromhex(ACCENT[1:])


@given(COLOURS)
def test_no_shade_is_darker_than_the_colour_itself(colour: str) -> None:
    first, *others = palette(in_colour(PNG, ACCENT, colour))
    assert all(one[part] >= first[part] for one in others for part in range(3))


@pytest.mark.promise(170)
def test_a_newsroom_of_another_colour_has_a_picture_of_its_own() -> None:
    theirs = Identity(accent="#7a1f3d")
    content, fingerprint = assets(theirs)[CARD]
    assert palette(content)[0] == bytes.fromhex("7a1f3d")
    assert fingerprint != assets()[CARD][1]
