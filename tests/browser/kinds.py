"""Every kind of page that somebody may see: a new kind is a line in `KINDS`."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.house import NAME, House


def _look(page: Page) -> None:
    """Do nothing but look."""


def _send_empty(page: Page) -> None:
    """Send the form for followers without an address."""
    _enter(page, "input[type=email]")


def _send(page: Page) -> None:
    """Ask for mail."""
    page.fill("input[type=email]", "anna@daily.example")
    _enter(page, "input[type=email]")


def _mistype(page: Page) -> None:
    """Ask for the clock of a place that is none."""
    page.fill("#zone", "Atlantis")
    _enter(page, "#zone")


def _enter(page: Page, field: str) -> None:
    with page.expect_navigation():
        page.press(field, "Enter")


@dataclass(frozen=True)
class PageKind:
    """One kind of page.

    Args:
        name: what tests call it.
        path: its address on the server: `LANG` stands for a language's code, what is in braces
            for a place of `House.places`.
        status: HTTP status of the page that is seen in the end.
        act: what is done on the page first, by keyboard, to see another.
    """

    name: str
    path: str
    status: int = 200
    act: Callable[[Page], None] = _look

    def address(self, house: House, code: str) -> str:
        """Where a browser finds it in a language."""
        return f"http://{NAME}" + self.path.replace("LANG", code).format_map(house.places)


KINDS = (
    PageKind("home", "/LANG/"),
    PageKind("second page", "/LANG/?page=2"),
    PageKind("topic", "/LANG/peace-and-security/"),
    PageKind("release", "/LANG/releases/{whole}"),
    PageKind("corrected", "/LANG/releases/{corrected}"),
    PageKind("withdrawn", "/LANG/releases/{gone}", 410),
    PageKind("unknown", "/LANG/nowhere/", 404),
    PageKind("feeds", "/LANG/feeds/"),
    PageKind("follow", "/LANG/follow/?topic=peace-and-security"),
    PageKind("follow, mistakes", "/LANG/follow/", 422, _send_empty),
    PageKind("follow, sent", "/LANG/follow/?topic=all", 200, _send),
    PageKind("confirm", "{asks_confirm_LANG}"),
    PageKind("confirmed", "{follows_confirm_LANG}"),
    PageKind("manage", "{follows_manage_LANG}"),
    PageKind("manage, mistakes", "{follows_manage_LANG}", 422, _mistype),
    PageKind("unsubscribe", "{follows_unsubscribe_LANG}"),
    PageKind("search", "/LANG/search"),
    PageKind("search, found", "/LANG/search?q=travel"),
    PageKind("search, narrowed", "/LANG/search?q=travel&topic=consular-affairs&year=2026"),
    PageKind("search, nothing", "/LANG/search?q=travle+adivce"),
    PageKind("footer's page", "/LANG/pages/about"),
    PageKind("footer's page of another language", "/LANG/pages/legal"),
    PageKind("list in a frame", "/LANG/peace-and-security/embed"),
    PageKind("release in a frame", "/LANG/releases/{whole}/embed"),
    PageKind("preview", "/preview/{preview}/LANG"),
    PageKind("preview, expired", "/preview/{expired}/LANG", 410),
)
BY_NAME = {kind.name: kind for kind in KINDS}
CODES = ("en", "fr", "nl", "de")
