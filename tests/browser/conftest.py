"""One newsroom and one browser for all tests of a file."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.pictures import BROWSERS
from tests.browser.house import NAME, House, house
from tests.browser.visiting import AXE, Visitor
from tests.flows.server import HOST

FONTS = Path("/usr/share/fonts/truetype")
# Letters of one family whatever else is on a machine, drawn without regard to its screen.
FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<dir>{fonts}/liberation</dir><dir>{fonts}/liberation2</dir>
<cachedir>{cache}</cachedir>
{aliases}
<match target="pattern">
<edit name="family" mode="append_last"><string>Liberation Sans</string></edit>
</match>
</fontconfig>
"""
FAMILIES = {"serif": "Serif", "monospace": "Mono", "sans-serif": "Sans", "sans": "Sans"}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with house(tmp_path_factory.mktemp("browser")) as served:
        yield served


@pytest.fixture(scope="module")
def browser(home: House, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        pytest.skip(f"there is none of {', '.join(BROWSERS)} on this machine")
    letters = tmp_path_factory.mktemp("letters")
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=path,
            args=[
                # Our name leads to our port, and every other one nowhere.
                f"--host-resolver-rules=MAP {NAME} {HOST}:{home.port}, MAP * ~NOTFOUND",
                "--font-render-hinting=none",
                "--disable-lcd-text",
            ],
            env={"HOME": str(letters), "FONTCONFIG_FILE": str(_letters(letters))},
        )
        yield browser
        browser.close()


def _letters(folder: Path) -> Path:
    aliases = "".join(
        f"<alias><family>{name}</family><prefer><family>Liberation {kind}</family></prefer></alias>"
        for name, kind in FAMILIES.items()
    )
    file = folder / "fonts.conf"
    file.write_text(FONTCONFIG.format(fonts=FONTS, cache=folder / "cache", aliases=aliases))
    return file


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    with browser.new_context(reduced_motion="reduce") as context:
        context.add_init_script(AXE)
        yield context.new_page()


@pytest.fixture(scope="module")
def visitor(tab: Page, home: House) -> Visitor:
    return Visitor(tab, home)
