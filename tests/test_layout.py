"""Who may import whom: arrows point down, and each outside library has one home."""

import ast
import re
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
# What web may know of newsroom: what the public, colleagues and operators may ask.
WINDOWS = {"newsroom.front", "newsroom.previews", "newsroom.probes", "newsroom.figures"}
# Outgoing connections: the newsroom asks its own addresses, delivery will send.
OUTWARD = {"newsroom", "delivery"}
HOMES = {
    "apscheduler": {"newsroom"},
    "babel": {"translate"},
    "argostranslate": {"translate"},
    "brotli": {"web"},
    "click": {"newsroom"},
    "cryptography": {"newsroom"},
    "ctranslate2": {"translate"},
    "feedgen": {"feeds"},
    "feedparser": {"intake"},
    "flask": {"web"},
    "granian": {"newsroom"},
    "http": OUTWARD,
    # Documents for readers, and for translators and back: docs/decisions.md.
    "lxml": {"feeds", "translate"},
    # Read at the door, kept whole through the engine, written at the exit: docs/decisions.md.
    "markdown_it": {"intake", "translate", "feeds"},
    "nh3": {"feeds"},
    "py3langid": {"intake"},
    "rich": {"newsroom"},
    "sentencepiece": {"translate"},
    "sentencex": {"translate"},
    "smtplib": OUTWARD,
    "sqlite3": {"storage"},
    "sqlite_utils": {"storage"},
    "urllib.request": OUTWARD,
    "yaml": {"intake"},
}
# Whatever reads the environment, the user's name and home included.
ENVIRONMENT = re.compile(
    r"\bos\.environb?\b|\bfrom os import|\bgetenvb?\b|\bgetpass\b|\bexpand(user|vars)\b|\.home\(\)"
)
DOORS = {"wsgi.py", "newsroom/__main__.py"}
EXCUSED = {
    "newsroom/settings.py": {"expanduser"},  # “~” in a setting is the user's who starts it
    "newsroom/commands/__init__.py": {"getpass"},  # the journal names who typed a command
}
FILES = [p for room in ARROWS for p in (*ROOT.glob(f"{room}/**/*.py"), *ROOT.glob(f"{room}.py"))]


def imported(path: Path) -> set[str]:
    """Everything a file imports, wherever in the file it does, and the packages it lies in."""
    names = set[str]()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {".".join(parts[:n]) for parts in map(_parts, names) for n in range(1, len(parts) + 1)}


def _parts(name: str) -> list[str]:
    return name.split(".")


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
    assert {_parts(name)[0] for name in names} <= {*sys.stdlib_module_names, "press"}


@pytest.mark.parametrize("path", [p for p in FILES if room_of(p) == "web"], ids=lambda p: p.name)
def test_web_looks_into_the_newsroom_through_its_windows_only(path: Path) -> None:
    known = {name for name in imported(path) if name.startswith("newsroom.")}
    assert {".".join(_parts(name)[:2]) for name in known} <= WINDOWS
    assert not re.search(r"\bimport newsroom\b|\._?storage\b", path.read_text())


def test_only_the_doors_read_the_environment() -> None:
    for path in FILES:
        name = path.relative_to(ROOT).as_posix()
        found = {match[0] for match in ENVIRONMENT.finditer(path.read_text())}
        assert name in DOORS or found <= EXCUSED.get(name, set()), f"{name} reads {found}"


@pytest.mark.parametrize(
    "line",
    [
        'os.environ["HOME"]',
        "from os import environ",
        'os.getenv("HOME")',
        "getpass.getuser()",
        "os.path.expanduser(a)",
        "Path.home()",
    ],
)
def test_every_way_to_read_the_environment_is_seen(line: str) -> None:
    assert ENVIRONMENT.search(line)
    assert not ENVIRONMENT.search(
        "door.environment, request.environ, settings.home, site().home(x)"
    )


def test_nobody_below_newsroom_asks_what_time_it_is() -> None:
    below = [path for path in FILES if room_of(path) in {"press", *CRAFTS}]
    assert not [p for p in below if ".now(" in p.read_text() or "time.time(" in p.read_text()]
