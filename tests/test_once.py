"""What is said in one place only, so that it can be changed in one place."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROOMS = ("press", "storage", "intake", "translate", "feeds", "newsroom")


def places(wording: re.Pattern[str]) -> set[str]:
    """The files of the program that hold a wording."""
    files = [path for room in ROOMS for path in (ROOT / room).rglob("*.py")]
    found = [path for path in files if wording.search(path.read_text())]
    return {path.relative_to(ROOT).as_posix() for path in found}


def test_an_instant_is_cut_to_its_minute_in_one_place() -> None:
    assert places(re.compile(r"\bsecond=0\b")) == {"press/embargo.py"}
