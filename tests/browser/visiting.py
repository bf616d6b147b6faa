"""Looking at a page in a browser: all that is wrong with it is written down in one visit."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import ConsoleMessage, Page, Request, Response

from tests.browser.house import NAME, House
from tests.browser.kinds import PageKind

# A package for Python carries axe-core as a file, which is all that is asked of it. A page has it
# from the start, and reads it when it is asked for: to send it again each time would take longer.
_FILE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
AXE = f"window.readAxe = () => {{{_FILE.read_text(encoding='utf-8')}}}"
ALL = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "preload": False,  # no rule of these looks into style sheets
    "resultTypes": ["violations"],
}
_COLOURS = [
    "color-contrast",
    "link-in-text-block",
]  # all that a scheme can change, and half of the time
COLOURS = ALL | {"runOnly": _COLOURS}
NO_COLOURS = ALL | {"rules": {rule: {"enabled": False} for rule in _COLOURS}}
PHONE, DESK = 390, 1280  # CSS pixels
NARROW, WIDE = 320, 1920
HEIGHT = 900
_RUN = """async (options) => {
  if (!window.axe) readAxe();
  const found = await axe.run(document, options);
  return found.violations.flatMap(one => one.nodes.map(
    node => `${one.id}: ${node.target.join(" ")}: ${node.failureSummary}`));
}"""
# What is wider than the window, where the window can be moved to see it.
_WIDER = """() => {
  const room = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= room) return [];
  const wide = [...document.querySelectorAll("body *")].filter(
    one => one.getBoundingClientRect().right > room + 1);
  return wide.map(one => `<${one.localName} class="${one.className}">`).slice(-5);
}"""


@dataclass
class Visit:
    """What was found at one page.

    Args:
        status: HTTP status of the page.
        faults: what axe has against it, by width and scheme.
        wider: what is cut off or has the page moved sideways, by width.
        said: what the browser's console says, errors and warnings.
        failed: what the page needs and did not get.
        strangers: addresses elsewhere that were asked.
    """

    status: int = 0
    faults: list[str] = field(default_factory=list)
    wider: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)


class Visitor:
    """Somebody at a browser who writes down what happens.

    Args:
        page: a tab that has axe.
        house: what is visited.
    """

    def __init__(self, page: Page, house: House) -> None:
        self.page, self.house = page, house
        self.visit = Visit()
        self.width, self.scheme = 0, ""
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.visit.said.append(str(error)))
        page.on("request", self._ask)
        page.on("response", self._answer)

    def go(self, kind: PageKind, code: str, width: int, scheme: str = "light") -> Visit:
        """Go to a page, and do there what is to be done first."""
        self.show(width, scheme)
        self.visit = Visit()
        self.page.goto(kind.address(self.house, code))
        kind.act(self.page)
        return self.visit

    def show(self, width: int, scheme: Any = "light") -> None:
        """Make the window so wide, and have it by day or by night."""
        if width != self.width:
            self.page.set_viewport_size({"width": width, "height": HEIGHT})
        if scheme != self.scheme:
            self.page.emulate_media(color_scheme=scheme)
        self.width, self.scheme = width, scheme

    def judge(self, options: dict[str, Any]) -> None:
        """Ask axe for faults, as it is shown now."""
        where = f"{self.width} px, {self.scheme}"
        self.visit.faults += [f"{where}: {one}" for one in self.page.evaluate(_RUN, options)]

    def measure(self) -> None:
        """Look for what is wider than the window."""
        wide = self.page.evaluate(_WIDER)
        self.visit.wider += [f"{self.width} px: {one}" for one in wide]

    def _hear(self, said: ConsoleMessage) -> None:
        # That a page is one of an error is no fault of the page.
        is_status = said.text.startswith("Failed to load resource") and (
            said.location["url"] == self.page.url
        )
        if said.type in ("error", "warning") and not is_status:
            self.visit.said.append(f"{said.type}: {said.text}")

    def _ask(self, request: Request) -> None:
        if not request.url.startswith(f"http://{NAME}/"):
            self.visit.strangers.append(request.url)

    def _answer(self, response: Response) -> None:
        if response.request.is_navigation_request():
            self.visit.status = response.status
        elif response.status >= 400:
            self.visit.failed.append(f"{response.status} {response.url}")


def check_faultless(visit: Visit, kind: PageKind) -> None:
    """Fail at whatever was written down."""
    assert visit.status == kind.status
    assert visit.faults == []
    assert visit.wider == []
    assert visit.said == []
    assert visit.failed == []
    assert visit.strangers == []
