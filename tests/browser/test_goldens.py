"""What pages look like: a few of them as pictures, compared from a little way off.

A page that looks otherwise on purpose: `make goldens` draws all pictures anew; look at each.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageEnhance, ImageFilter
from playwright.sync_api import Page

from tests.browser.conftest import FONTS
from tests.browser.kinds import BY_NAME
from tests.browser.likeness import difference, keep, small
from tests.browser.visiting import DESK, HEIGHT, PHONE, Visitor

pytestmark = pytest.mark.waits
GOLDEN = Path(__file__).parents[1] / "golden" / "screens"
SHOWN = ("home", "topic", "release", "search, found", "feeds")
CASES = [
    (name, width, scheme)
    for name in SHOWN
    for width in (PHONE, DESK)
    for scheme in ("light", "dark")
]


@pytest.fixture(autouse=True)
def letters() -> None:
    """The letters that the pictures are drawn with."""
    if not list(FONTS.glob("liberation*/LiberationSans-Regular.ttf")):
        pytest.skip("the fonts Liberation (fonts-liberation) are not on this machine")


def seen(visitor: Visitor, name: str, width: int, scheme: str = "light") -> Image.Image:
    visitor.go(BY_NAME[name], "en", width, scheme)
    return shot(visitor.page)


def shot(page: Page) -> Image.Image:
    """As much of a page as is kept."""
    width = page.viewport_size["width"]
    whole = page.evaluate("document.documentElement.scrollHeight")
    area = {"x": 0, "y": 0, "width": width, "height": min(max(whole, HEIGHT), 2800)}
    return small(page.screenshot(full_page=True, clip=area, animations="disabled"))


def file_of(name: str, width: int, scheme: str) -> Path:
    return GOLDEN / f"{name.partition(',')[0]}-{width}-{scheme}.png"


@pytest.mark.parametrize(("name", "width", "scheme"), CASES)
def test_a_page_looks_as_agreed(
    visitor: Visitor, tmp_path: Path, name: str, width: int, scheme: str
) -> None:
    picture, file = seen(visitor, name, width, scheme), file_of(name, width, scheme)
    if not file.exists():
        keep(picture, file)
        pytest.fail(f"{file} is new: look at it, and keep it if it is right")
    with Image.open(file) as agreed:
        found = difference(agreed, picture)
    if not found.is_slight:
        keep(picture, now := tmp_path / file.name)
        pytest.fail(f"{now} looks otherwise than {file} ({found}); if it is right: make goldens")


# What somebody may do to a page by accident; each is to be seen.
DAMAGE = {
    "the header is gone": "document.querySelector('header.site').remove()",
    "the column has moved": "document.querySelector('main').style.translate = '40px'",
    "the paper is ink": (
        "document.body.style.background = 'black'; document.body.style.color = 'white'"
    ),
    "links are painted over": (
        "document.querySelectorAll('a').forEach(one => one.style.background = 'gold')"
    ),
    "the style is gone": "document.querySelector('link[rel=stylesheet]').remove()",
    "letters are a size larger": "document.documentElement.style.fontSize = '18px'",
}


@pytest.fixture(scope="module")
def home_page(visitor: Visitor) -> Image.Image:
    return seen(visitor, "home", DESK)


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_is_damaged_does_not_look_alike(
    visitor: Visitor, home_page: Image.Image, damage: str
) -> None:
    visitor.go(BY_NAME["home"], "en", DESK)
    visitor.page.evaluate(DAMAGE[damage])
    found = difference(home_page, shot(visitor.page))
    assert not found.is_slight, found


ANOTHER_HAND: dict[str, Callable[[Image.Image], Image.Image]] = {
    "softer": lambda one: one.filter(ImageFilter.GaussianBlur(0.7)),
    "harder": lambda one: one.filter(ImageFilter.UnsharpMask(1, 60, 0)),
    "half a pixel on": lambda one: Image.blend(one, ImageChops.offset(one, 1, 0), 0.5),
    "half a pixel down": lambda one: Image.blend(one, ImageChops.offset(one, 0, 1), 0.5),
    "paler": lambda one: ImageEnhance.Contrast(one).enhance(0.95),
}


@pytest.mark.parametrize("hand", ANOTHER_HAND)
def test_the_same_page_drawn_by_another_hand_looks_alike(hand: str) -> None:
    for case in CASES:
        with Image.open(file_of(*case)) as picture:
            one = picture.convert("RGB")
        found = difference(one, ANOTHER_HAND[hand](one))
        assert found.is_slight, (case, found)


def test_the_pictures_are_light() -> None:
    files = list(GOLDEN.glob("*.png"))
    assert sorted(files) == sorted(file_of(*case) for case in CASES)
    assert sum(file.stat().st_size for file in files) < 1_500_000
