"""Every kind of page in a browser: open to everybody at every width, by day and by night."""

import pytest
from playwright.sync_api import Route

from tests.browser.kinds import BY_NAME, CODES, KINDS, PageKind
from tests.browser.visiting import (
    ALL,
    COLOURS,
    DESK,
    NARROW,
    PHONE,
    WIDE,
    Visitor,
    check_faultless,
)

pytestmark = pytest.mark.waits
NAMES = [kind.name for kind in KINDS]


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_a_page_is_whole_and_open_to_everybody(visitor: Visitor, kind: PageKind) -> None:
    visit = visitor.go(kind, CODES[0], PHONE)
    for width, scheme in ((PHONE, "light"), (PHONE, "dark"), (DESK, "dark"), (DESK, "light")):
        visitor.show(width, scheme)
        visitor.judge(ALL if scheme == "light" else COLOURS)
    for width in (DESK, WIDE, PHONE, NARROW):
        visitor.show(width)
        visitor.measure()
    check_faultless(visit, kind)


# Bytes, unpacked, of a page with its styles and scripts; pictures are no part of it.
_WEIGHT = """() => performance.getEntries()
  .filter(one => one.entryType === "navigation" || ["link", "script"].includes(one.initiatorType))
  .reduce((sum, one) => sum + one.decodedBodySize, 0)"""


def test_a_release_is_light(visitor: Visitor) -> None:
    visitor.go(BY_NAME["release"], CODES[0], PHONE)
    assert 5_000 < visitor.page.evaluate(_WEIGHT) < 60_000


# The picture that leads, and the same where a text has one; each as wide and high as it is shown.
_ROOM = """() => {
  const leading = document.querySelector(".leading img");
  const within = document.querySelector(".text").appendChild(leading.cloneNode());
  return [leading, within].map(one => [one.clientWidth, one.clientHeight]);
}"""


@pytest.mark.promise(164)
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_picture_has_its_room_before_it_is_there(visitor: Visitor, width: int) -> None:
    kind, page, held = BY_NAME["release"], visitor.page, list[Route]()
    visitor.go(kind, CODES[0], width)
    there = page.evaluate(_ROOM)
    page.route("**/files/**", lambda route: held.append(route))  # noqa: PLW0108 - it is marked
    try:
        page.goto(kind.address(visitor.house, CODES[0]), wait_until="domcontentloaded")
        page.wait_for_function("document.styleSheets.length > 0")
        before = page.evaluate(_ROOM)
    finally:
        for one in held:
            one.abort()
        page.unroute("**/files/**")
    assert min(min(sides) for sides in before) > 100
    assert before == there
