"""Pages by keyboard alone: everything is reached, in order, seen, and used."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Page

from press.telling.subscriber import Subscriber
from press.topic import ALL
from storage.telling import subscribers
from tests.browser.house import NAME, House
from tests.browser.kinds import BY_NAME, KINDS, PageKind
from tests.browser.visiting import PHONE, Visitor

pytestmark = pytest.mark.waits
TYPED = "keys@daily.example"
# What Tab has to reach: of radio buttons, the one that is chosen.
_WAITING = """() => {
  window.order = [...document.querySelectorAll("*")];
  window.reached = [];
  document.addEventListener("focusin", ({target}) => {
    const {outlineStyle, outlineWidth} = getComputedStyle(target);
    const {x, y, width, height} = target.getClientRects()[0];
    const there = document.elementFromPoint(x + width / 2, y + height / 2);
    reached.push({
      at: order.indexOf(target),
      name: `${target.localName} ${target.textContent.trim().slice(0, 40) || target.name}`,
      marked: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
      shown: there !== null && (target.contains(there) || there.contains(target)),
    });
  });
  return order.filter(one => one.tabIndex >= 0
    && one.matches("a[href], button, input, select, textarea, summary, iframe, [tabindex]")
    && !one.disabled && one.type !== "hidden" && !(one.type === "radio" && !one.checked)
    && one.checkVisibility({visibilityProperty: true})).map(one => order.indexOf(one));
}"""


@dataclass(frozen=True)
class Stop:
    """An element that Tab came to.

    Args:
        at: its place in the document.
        name: what it is and says.
        marked: whether it is seen to be the one.
        shown: whether it is in the window and nothing lies over it.
    """

    at: int
    name: str
    marked: bool
    shown: bool


def begin(page: Page) -> None:
    """Go to where a page begins, wherever it has set its reader."""
    body = "document.body"
    page.evaluate(f"{body}.tabIndex = -1; {body}.focus(); {body}.removeAttribute('tabindex')")


def walk(page: Page) -> tuple[set[int], list[Stop]]:
    """Press Tab until the page is left; returns what there is to reach, and what was reached."""
    begin(page)
    waiting: list[int] = page.evaluate(_WAITING)
    spare = 4  # what can be moved by keys is a stop, too
    for _ in range(len(waiting) + spare):
        page.keyboard.press("Tab")
    stops = [Stop(**one) for one in page.evaluate("reached")]
    places = [stop.at for stop in stops]
    round_again = next((n for n, at in enumerate(places) if n and at <= places[0]), len(stops))
    return set(waiting), stops[:round_again]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_tab_reaches_everything_in_its_order_and_shows_where_it_is(
    visitor: Visitor, kind: PageKind
) -> None:
    visitor.go(kind, "en", PHONE)
    waiting, stops = walk(visitor.page)
    places = [stop.at for stop in stops]
    assert waiting
    assert waiting - set(places) == set()
    assert places == sorted(set(places))
    assert [stop.name for stop in stops if not stop.marked] == []
    assert [stop.name for stop in stops if not stop.shown] == []


@pytest.mark.parametrize("name", ["home", "release", "follow, mistakes", "preview"])
def test_one_key_leads_past_what_all_pages_have(visitor: Visitor, name: str) -> None:
    page, focused = visitor.page, "document.activeElement"
    visitor.go(BY_NAME[name], "en", PHONE)
    begin(page)
    page.keyboard.press("Tab")
    assert page.evaluate(f"{focused}.getAttribute('href')") == "#content"
    assert page.evaluate(f"{focused}.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate(f"{focused}.localName") == "main"


def test_what_is_folded_opens_and_closes_by_keyboard(visitor: Visitor) -> None:
    page = visitor.page
    visitor.go(BY_NAME["feeds"], "en", PHONE)
    for one in page.locator("details").all():
        one.locator("summary").press("Enter")
        assert one.get_attribute("open") is not None
        page.keyboard.press("Tab")
        assert one.evaluate("one => one.contains(document.activeElement)")
        one.locator("summary").press("Space")
        assert one.get_attribute("open") is None


def test_an_address_is_copied_by_keyboard_and_that_is_said(visitor: Visitor) -> None:
    page = visitor.page
    visitor.go(BY_NAME["feeds"], "en", PHONE)
    page.locator(".addresses button").first.press("Enter")
    page.get_by_role("status").get_by_text("/en/all.").wait_for()


def test_a_question_is_sent_by_enter(visitor: Visitor) -> None:
    page = visitor.page
    visitor.go(BY_NAME["home"], "en", PHONE)
    page.fill("input[type=search]", "sarn")
    with page.expect_navigation():
        page.press("input[type=search]", "Enter")
    assert page.url == f"http://{NAME}/en/search?q=sarn"
    assert page.locator("main").get_by_role("link", name="Six river states").count() == 1


def test_somebody_follows_and_leaves_by_keyboard_alone(visitor: Visitor, home: House) -> None:
    page = visitor.page
    visitor.go(BY_NAME["follow"], "en", PHONE)
    press(page, "input[type=checkbox]:not(:checked)", "Space")
    page.evaluate("document.querySelector('#email').focus()")
    page.keyboard.type(TYPED)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    for purpose in ("confirm", "unsubscribe"):
        page.goto(home.newsroom.following.address(known(home)[0], purpose))
        with page.expect_navigation():
            press(page, "main button[type=submit]", "Enter")
        assert page.locator("main button").count() == 0
        if purpose == "confirm":
            assert ALL in known(home)[0].wishes.topics
    assert not known(home)


def known(home: House) -> list[Subscriber]:
    """Whoever typed that address."""
    with home.newsroom.storage.read() as db:
        return [one for one in subscribers.every(db) if one.address == TYPED]


def press(page: Page, selector: str, key: str) -> None:
    """Go to an element by Tab alone, and press a key there."""
    for _ in range(100):
        page.keyboard.press("Tab")
        if page.evaluate("where => document.activeElement.matches(where)", selector):
            page.keyboard.press(key)
            return
    pytest.fail(f"Tab never comes to {selector}")
