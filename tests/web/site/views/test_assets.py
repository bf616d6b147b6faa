"""The files pages are dressed with."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any
from zlib import crc32

import pytest
from flask.testing import FlaskClient

from press.public.identity import Identity
from press.releases.dimensions import dimensions
from web.site.assets import FOLDER, assets

CSS = assets()["style.css"][0].decode()


def test_a_file_asked_for_by_its_fingerprint_is_kept_for_ever(
    client: FlaskClient, page: Callable[[str], Any]
) -> None:
    links = [link["href"] for link in page("/en/").all("link") if "/static/" in link["href"]]
    assert len(links) == 4
    for link in links:
        answer = client.get(link)
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("query", ["", "?v=", "?v=0123456789abcdef"])
def test_any_other_fingerprint_is_fresh_until_the_minute(client: FlaskClient, query: str) -> None:
    answer = client.get(f"/static/style.css{query}")
    assert answer.headers["Cache-Control"] == "public, max-age=60"


@pytest.mark.parametrize("name", ["../__init__.py", "..%2f__init__.py", "nothing.css", ""])
def test_nothing_else_is_served(client: FlaskClient, name: str) -> None:
    assert client.get(f"/static/{name}").status_code == 404


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", block))


def light(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["day", "night"])
@pytest.mark.parametrize("ink", ["ink", "soft", "accent", "wrong"])
@pytest.mark.parametrize("paper", ["paper", "shade", "notice"])
def test_words_stand_out_from_their_ground(scheme: int, ink: str, paper: str) -> None:
    shown = colours(re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)[scheme])
    low, high = sorted((light(shown[ink]), light(shown[paper])))
    assert (high + 0.05) / (low + 0.05) >= 4.5


def test_nothing_is_fetched_from_elsewhere() -> None:
    assert not re.search(r"@import|url\(|//", CSS)


@pytest.mark.promise(111)
@pytest.mark.parametrize("name", ["favicon.ico", "apple-touch-icon.png"])
def test_the_sign_is_found_where_browsers_look_unasked(client: FlaskClient, name: str) -> None:
    answer = client.get(f"/{name}", follow_redirects=True)
    assert (answer.status_code, answer.mimetype, len(answer.history)) == (200, "image/png", 1)
    assert answer.history[0].status_code == 301


@pytest.mark.parametrize(("name", "side"), [(f"icon-{n}.png", n) for n in (32, 144, 180, 192, 512)])
def test_a_sign_has_the_size_that_it_is_called_by(name: str, side: int) -> None:
    content, _ = assets()[name]
    assert dimensions(BytesIO(content), "image/png") == (side, side)


def test_the_style_is_light() -> None:
    assert len(CSS) < 24_000


@pytest.mark.promise(150)
@pytest.mark.parametrize("name", ["card.png", *(f"icon-{n}.png" for n in (32, 144, 180, 192, 512))])
def test_our_sign_is_painted_in_the_newsroom_s_colour(name: str) -> None:
    ours, theirs = assets()[name][0], assets(Identity(accent="#006b3a"))[name][0]
    assert ours == (FOLDER / name).read_bytes()
    assert bytes.fromhex("1d3f72") in palette(ours)
    found = palette(theirs)
    assert bytes.fromhex("006b3a") in found
    assert b"\xff\xff\xff" in found
    assert len(found) == len(palette(ours))
    assert theirs.replace(found, palette(ours)) != ours  # its sum is another, too
    assert dimensions(BytesIO(theirs), "image/png") == dimensions(BytesIO(ours), "image/png")


def palette(picture: bytes) -> bytes:
    """The colours of a picture; its sum must be right, or browsers refuse it."""
    at = picture.index(b"PLTE")
    end = at + 4 + int.from_bytes(picture[at - 4 : at])
    assert int.from_bytes(picture[end : end + 4]) == crc32(picture[at:end])
    return picture[at + 4 : end]


def test_no_topic_of_the_row_above_a_list_is_wider_than_a_telephone() -> None:
    rule, in_a_column = re.findall(r"\.ahead li ?{([^}]*)}", CSS)
    assert "max-inline-size: min(100%, 13rem)" in rule
    assert "max-inline-size: none" in in_a_column
    assert "nowrap" not in "".join(re.findall(r"\.ahead [^{]*{([^}]*)}", CSS))
