"""What the doctor says of the pages of every footer."""

import pytest

from newsroom.doctor.housekeeping import examine_home
from newsroom.in_force import InForce
from newsroom.wiring import Newsroom
from tests.conftest import NOON


def said(newsroom: Newsroom) -> tuple[bool, str]:
    found = examine_home(newsroom, InForce(newsroom.settings), {}, NOON)
    return next((is_well, says) for name, is_well, says in found if name == "pages")


def test_the_doctor_lists_the_pages_and_names_those_that_cannot_be_shown(
    newsroom: Newsroom, caplog: pytest.LogCaptureFixture
) -> None:
    pages = newsroom.settings.pages
    assert said(newsroom) == (True, f"none; {pages / 'about.en.md'} would stand in every footer")
    pages.mkdir()
    for name in ("legal.en.md", "about.en.md", "about.fr.md"):
        (pages / name).write_text("# A title")
    assert said(newsroom) == (True, "about (en, fr), legal (en)")
    (pages / "about.fr.md").write_text("no title")
    is_well, says = said(newsroom)
    assert not is_well
    assert says.startswith(f"{pages / 'about.fr.md'}: it does not begin with its title")
    assert "about.fr.md is not shown" in caplog.text
