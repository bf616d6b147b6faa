"""The picture that stands for a page where somebody shares it."""

from dataclasses import replace

import pytest
from flask import Flask

from press.releases.attachment import Attachment
from press.releases.rendition import JPEG, WEBP, Rendition
from tests.feeds.samples import FILES, entry, text
from web.site.views.sharing.picture import MOST, picture_of

BASE = "https://press.example.org"
MAP = FILES[0]
SIZES = (
    Rendition("t0ken-4", "map-640.webp", WEBP, 900, "4" * 64, 640, 360),
    Rendition("t0ken-5", "map-1200.jpg", JPEG, 9_000, "5" * 64, 1200, 675),
)


@pytest.mark.promise(170)
def test_a_picture_is_shown_in_the_size_for_programs_elsewhere(app: Flask) -> None:
    # An original that is too large for a card has a size that is not.
    file = replace(MAP, size=MOST + 1, renditions=SIZES)
    one = replace(entry(text("fr", "Un titre", "Des mots.")), files=(file,))
    with app.test_request_context():
        shown = picture_of(one)
    assert shown.address == f"{BASE}/files/t0ken-5/map-1200.jpg"
    assert (shown.media_type, shown.width, shown.height) == (JPEG, 1200, 675)
    assert shown.alt == MAP.alt
    assert shown.is_wide


def test_until_that_is_made_the_original_is(app: Flask) -> None:
    one = replace(entry(text("fr", "Un titre", "Des mots.")), files=FILES)
    with app.test_request_context():
        assert picture_of(one).address.startswith(f"{BASE}/files/{MAP.token}/")


@pytest.mark.promise(170)
@pytest.mark.parametrize("files", [(), FILES[1:], (replace(MAP, size=MOST + 1),)])
def test_without_one_that_is_good_for_a_card_the_newsrooms_own_is(
    app: Flask, files: tuple[Attachment, ...]
) -> None:
    one = replace(entry(text("fr", "Un titre", "Des mots.")), files=files)
    with app.test_request_context():
        assert not picture_of(one).is_own
        assert picture_of(None).alt == app.extensions["newsroom"].front.site.title
