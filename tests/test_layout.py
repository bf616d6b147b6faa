"""Who may import whom: arrows point down, and each outside library has one home."""

import ast
import re
import sys
from collections import Counter
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.each import each

ROOT = Path(__file__).parent.parent
CRAFTS = ("storage", "intake", "translate", "feeds", "delivery")
ARROWS = {
    "press": set[str](),
    **{craft: {"press"} for craft in CRAFTS},
    "newsroom": {"press", *CRAFTS},
    "web": {"newsroom", "feeds", "press"},
    "wsgi": {"newsroom", "web", "press"},
}
# Inside a folder the same: a room may import what is named here, and the folder's own modules.
ROOMS = {
    "press.public": {"press.releases"},
    "intake.moments": {"intake.characters"},
    "intake.contacts": {"intake.characters"},
    "intake.notyet": {"intake.characters", "intake.moments"},
    "intake.text": {"intake.characters", "intake.contacts", "intake.moments", "intake.notyet"},
    "intake.documents": {
        "intake.characters",
        "intake.contacts",
        "intake.moments",
        "intake.notyet",
        "intake.text",
    },
    # Other programs' documents: what they hold is read as a press text is.
    "intake.markup": {"intake.characters"},
    "intake.word": {"intake.characters", "intake.markup", "intake.notyet", "intake.text"},
    "intake.web": {
        "intake.characters",
        "intake.contacts",
        "intake.mail",
        "intake.markup",
        "intake.notyet",
        "intake.text",
    },
    "intake.syndicated": {
        "intake.characters",
        "intake.contacts",
        "intake.markup",
        "intake.moments",
        "intake.notyet",
        "intake.text",
    },
    "intake.mail": {
        "intake.characters",
        "intake.documents",
        "intake.markup",
        "intake.notyet",
        "intake.text",
        "intake.word",
    },
    "translate.numbers": {"translate.alignment"},
    "translate.terms": {"translate.alignment", "translate.numbers"},
    "translate.markup": {"translate.alignment", "translate.numbers", "translate.terms"},
    "translate.checks": {
        "translate.alignment",
        "translate.markup",
        "translate.numbers",
        "translate.terms",
    },
    "translate.engine": {"translate.alignment", "translate.markup", "translate.packages"},
    "translate.exchange": {"translate.markup"},
    # Whatever changes a release notes what happened, and for whom, in the same transaction.
    "storage.filed": {"storage.search", "storage.telling"},
    # The index takes itself away where it is begun anew.
    "storage.search": {"storage.schema"},
    "web.site": {"web.cache"},
    "newsroom.translation": {"newsroom.settings", "newsroom.tasks"},
    "newsroom.releases": {"newsroom.tasks", "newsroom.translation"},
    "newsroom.filing": {"newsroom.releases", "newsroom.tasks"},
    "newsroom.receiving": {"newsroom.filing", "newsroom.releases", "newsroom.settings"},
    "newsroom.review": {"newsroom.releases", "newsroom.translation"},
    "newsroom.proofs": {"newsroom.settings", "newsroom.tasks"},
    "newsroom.telling": {"newsroom.public", "newsroom.tasks"},
    "newsroom.upkeep": {
        "newsroom.proofs",
        "newsroom.public",
        "newsroom.settings",
        "newsroom.tasks",
    },
    "newsroom.doctor": {
        "newsroom.public",
        "newsroom.settings",
        "newsroom.tasks",
        "newsroom.upkeep",
    },
    "newsroom.running": {
        "newsroom.filing",
        "newsroom.proofs",
        "newsroom.releases",
        "newsroom.samples",
        "newsroom.settings",
        "newsroom.tasks",
        "newsroom.telling",
        "newsroom.translation",
    },
}
# The command line meets everything; what the newsroom is opened with stands above its rooms.
ABOVE = {"newsroom.commands"}
WIRED = {"newsroom.commands", "newsroom.doctor", "newsroom.running"}
MOST_MODULES = 15
# What web may know of newsroom: what the public, colleagues and operators may ask.
WINDOWS = {
    "newsroom.public.front",
    "newsroom.releases.previews",
    "newsroom.proofs.probes",
    "newsroom.telling.following",
    "newsroom.telling.hub",
    "newsroom.upkeep.figures",
}
# Outgoing connections: the newsroom asks its own addresses, delivery sends.
OUTWARD = {"newsroom", "delivery"}
# One module fetches packages, when somebody asks for it.
FETCHES = "translate/packages/downloading.py"
HOMES = {
    "apscheduler": {"newsroom"},
    "babel": {"translate"},
    "argostranslate": {"translate"},
    "brotli": {"web"},
    "click": {"newsroom"},
    "cryptography": {"newsroom"},
    "ctranslate2": {"translate"},
    "dkim": {"delivery"},
    # Dates of RSS are mail's (RFC 822).
    "email": {"delivery", "feeds", "intake"},
    "feedgen": {"feeds"},
    "feedparser": {"intake"},
    "mammoth": {"intake"},
    # Pictures are read at the door alone; what is shown of them is made there.
    "PIL": {"intake"},
    # Read at the door, dialled at the exit.
    "phonenumbers": {"feeds", "intake"},
    "trafilatura": {"intake"},
    "flask": {"web"},
    "flufl": {"delivery"},
    "granian": {"newsroom"},
    "http": OUTWARD | {"translate"},
    # Documents for readers, and for translators and back: docs/decisions/intake.md.
    "lxml": {"feeds", "intake", "translate"},
    # Read at the door, kept whole through the engine, written at the exit:
    # docs/decisions/intake.md.
    "markdown_it": {"intake", "translate", "feeds"},
    "nh3": {"feeds"},
    # What language a text that is filed is in, and whether a translation is in the one wanted: the
    # two crafts may not know each other, and `press` has no libraries.
    "py3langid": {"intake", "translate"},
    "rich": {"newsroom"},
    "sacrebleu": {"translate"},
    "sentencepiece": {"translate"},
    "sentencex": {"translate"},
    "smtplib": {"delivery"},
    "Stemmer": {"storage"},
    "sqlite3": {"storage"},
    "sqlite_utils": {"storage"},
    "urllib.request": OUTWARD | {"translate"},
    "yaml": {"intake"},
}
# Whatever reads the environment, the user's name and home included.
ENVIRONMENT = re.compile(
    r"\bos\.environb?\b|\bfrom os import|\bgetenvb?\b|\bgetpass\b|\bexpand(user|vars)\b|\.home\(\)"
)
DOORS = {"wsgi.py", "newsroom/__main__.py"}
EXCUSED = {
    "newsroom/settings/mailing.py": {"expanduser"},
    "newsroom/settings/translating.py": {
        "expanduser"
    },  # “~” in a setting is the user's who starts it
    "newsroom/commands/__init__.py": {"getpass"},  # the journal names who typed a command
}
FILES = [p for room in ARROWS for p in (*ROOT.glob(f"{room}/**/*.py"), *ROOT.glob(f"{room}.py"))]


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


@cache
def imported(path: Path) -> set[str]:
    """Everything a file imports, wherever in the file it does, and the packages it lies in."""
    names = set[str]()
    for node in ast.walk(parsed(path)):
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


def test_a_file_imports_only_what_its_folder_may() -> None:
    each(FILES, check_folder)


def check_folder(path: Path) -> None:
    room = room_of(path)
    names = imported(path)
    assert names & (ARROWS.keys() | {"tests", "benchmarks"}) <= ARROWS[room] | {room}
    for library in names & HOMES.keys():
        assert room in HOMES[library], f"{library} lives in {HOMES[library]}"


def test_one_module_of_translating_uses_a_network() -> None:
    lines = {"http", "urllib.request", "urllib3", "requests", "socket"}
    found = [path for path in FILES if room_of(path) == "translate" and imported(path) & lines]
    assert [path.relative_to(ROOT).as_posix() for path in found] == [FETCHES]


def test_press_needs_the_standard_library_only() -> None:
    names = set().union(*(imported(path) for path in FILES if room_of(path) == "press"))
    assert {_parts(name)[0] for name in names} <= {*sys.stdlib_module_names, "press"}


@pytest.mark.parametrize("path", [p for p in FILES if room_of(p) == "web"], ids=lambda p: p.name)
def test_web_looks_into_the_newsroom_through_its_windows_only(path: Path) -> None:
    known = {name for name in imported(path) if name.startswith("newsroom.")}
    rooms = {".".join(_parts(name)[:2]) for name in WINDOWS}
    assert {".".join(_parts(name)[:3]) for name in known} <= WINDOWS | rooms
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


def test_nobody_but_storage_speaks_to_the_database() -> None:
    others = [path for path in FILES if room_of(path) != "storage"]
    said = re.compile(r"\.execute(many|script)?\(")
    assert not [path for path in others if said.search(path.read_text())]


def test_nobody_below_newsroom_asks_what_time_it_is() -> None:
    below = [path for path in FILES if room_of(path) in {"press", *CRAFTS}]
    assert not [p for p in below if ".now(" in p.read_text() or "time.time(" in p.read_text()]


MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in FILES
}


@cache
def modules_imported(path: Path) -> set[str]:
    """Our own modules that a file imports; of `from a import b` b where that is one, else a."""
    found = set[str]()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            found |= {name if name in MODULES else str(node.module) for name in names}
    return found & MODULES.keys()


def inner_room(module: str) -> str:
    """The room of a module inside its folder; a folder's own module is none."""
    parts = MODULES[module].relative_to(ROOT).parts
    return ".".join(parts[:2]) if len(parts) > 2 else ""


def test_a_room_imports_only_the_rooms_it_may() -> None:
    each([name for name in MODULES if inner_room(name)], check_room)


def check_room(module: str) -> None:
    room, names = inner_room(module), modules_imported(MODULES[module])
    ours = {name for name in names if name.split(".")[0] == module.split(".", maxsplit=1)[0]}
    rooms = set(map(inner_room, ours)) - {"", room}
    assert room in ABOVE or rooms <= ROOMS.get(room, set()), f"{module} imports {rooms}"
    assert room in WIRED or "newsroom" not in ours, f"{module} imports the opened newsroom"


def test_nothing_imports_itself_by_a_roundabout_way() -> None:
    modules = {name: modules_imported(path) - {name} for name, path in MODULES.items()}
    assert list(TopologicalSorter(modules).static_order())
    assert list(TopologicalSorter(ROOMS).static_order())


def test_no_folder_holds_more_than_a_stranger_can_look_over() -> None:
    modules = Counter(path.parent for path in FILES if path.name != "__init__.py")
    assert {f.relative_to(ROOT).as_posix(): n for f, n in modules.items() if n > MOST_MODULES} == {}


def test_every_room_says_what_belongs_there() -> None:
    rooms = {path.parent for path in FILES if path.parent != ROOT}
    assert not [room for room in rooms if not _docstring(room / "__init__.py")]


def test_a_class_name_means_one_thing() -> None:
    classes = Counter(
        node.name for path in FILES for node in parsed(path).body if isinstance(node, ast.ClassDef)
    )
    assert {name for name, count in classes.items() if count > 1} == set()


def _docstring(path: Path) -> str | None:
    return ast.get_docstring(parsed(path)) if path.exists() else None
