"""Who may import whom: arrows point down, and each outside library has one home."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CRAFTS = ("storage", "intake", "translate", "feeds", "delivery")
ARROWS = {
    "press": set[str](),
    **{craft: {"press"} for craft in CRAFTS},
    "newsroom": {"press", *CRAFTS},
    "web": {"newsroom", "feeds", "press"},
    "wsgi": {"newsroom", "web", "press"},
}
HOMES = {
    "apscheduler": {"newsroom"},
    "argostranslate": {"translate"},
    "click": {"newsroom"},
    "cryptography": {"newsroom"},
    "ctranslate2": {"translate"},
    "feedgen": {"feeds"},
    "feedparser": {"intake"},
    "flask": {"web"},
    "granian": {"newsroom"},
    "lxml": {"feeds"},
    # Read at the door, kept whole through the engine, written at the exit: docs/decisions.md.
    "markdown_it": {"intake", "translate", "feeds"},
    "nh3": {"feeds"},
    "rich": {"newsroom"},
    "sentencex": {"translate"},
    "sqlite3": {"storage"},
    "sqlite_utils": {"storage"},
    "yaml": {"intake"},
}
FILES = [p for room in ARROWS for p in (*ROOT.glob(f"{room}/**/*.py"), *ROOT.glob(f"{room}.py"))]


def imported(path: Path) -> set[str]:
    """The first names of everything a file imports, wherever in the file it does."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            names.add((node.module or "").split(".")[0])
    return names


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_file_imports_only_what_its_folder_may(path: Path) -> None:
    room = room_of(path)
    names = imported(path)
    assert names & (ARROWS.keys() | {"tests", "benchmarks"}) <= ARROWS[room] | {room}
    for library in names & HOMES.keys():
        assert room in HOMES[library], f"{library} lives in {HOMES[library]}"


def test_press_needs_the_standard_library_only() -> None:
    names = set().union(*(imported(path) for path in FILES if room_of(path) == "press"))
    assert names <= {*sys.stdlib_module_names, "press"}


def test_only_the_two_doors_read_the_environment() -> None:
    doors = {ROOT / "wsgi.py", ROOT / "newsroom" / "__main__.py"}
    readers = {path for path in FILES if "os.environ" in path.read_text()}
    assert readers <= doors


def test_nobody_below_newsroom_asks_what_time_it_is() -> None:
    below = [path for path in FILES if room_of(path) in {"press", *CRAFTS}]
    assert not [p for p in below if ".now(" in p.read_text() or "time.time(" in p.read_text()]
