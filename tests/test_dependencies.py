"""What is pinned, and what docs/decisions/dependencies.md says of it."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from contextlib import suppress
from importlib import metadata
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.test_layout import FILES, imported

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PAGE = (ROOT / "docs" / "decisions" / "dependencies.md").read_text(encoding="utf-8")
LICENCES = ("MIT", "BSD", "Apache", "PSF", "MPL", "AGPL", "ISC")
LOCKS = ("requirements.txt", "requirements-dev.txt")
RUNS = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["build"]]
TESTS = PROJECT["optional-dependencies"]["dev"]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
LEFT_OUT = set(re.findall(r"^LEFT_OUT := (.+)$", MAKEFILE, re.M)[0].split())


def plain(name: str) -> str:
    """A package's name as every index and every lock understands it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", name)[0]).lower()


def pinned(lock: str) -> dict[str, str]:
    """Names and versions in a lock."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {plain(name): version for name, version in re.findall(r"^([\w.-]+)==(\S+)", text, re.M)}


def needed(wanted: Iterable[str], without: str = "") -> set[str]:
    """What is wanted and all that it declares here, except one package and what only that needs."""
    waiting, seen = [Requirement(line) for line in wanted], set[tuple[str, str]]()
    while waiting:
        one = waiting.pop()
        for extra in {"", *one.extras}:
            if plain(one.name) != without and (plain(one.name), extra) not in seen:
                seen.add((plain(one.name), extra))
                waiting += declared(one.name, extra)
    return {name for name, _ in seen}


def declared(name: str, extra: str) -> list[Requirement]:
    """What an installed package asks for on this machine."""
    lines = [Requirement(line) for line in metadata.requires(name) or ()]
    return [one for one in lines if not one.marker or one.marker.evaluate({"extra": extra})]


def licences() -> dict[str, str]:
    """The licence that the page names for each package: first column of one table, last of all."""
    said = dict[str, str]()
    for row in (line.strip("| ").split(" | ") for line in PAGE.split("\n") if "|" in line):
        is_list = row[0].startswith(LICENCES)
        names = re.findall(r"`([\w.-]+)`", " ".join(row) if is_list else row[0])
        said.update(dict.fromkeys(names, row[0] if is_list else row[-1]))
    return said


def test_every_direct_dependency_has_its_line() -> None:
    wanted = [*PROJECT["dependencies"], *chain(*PROJECT["optional-dependencies"].values())]
    lines = re.findall(r"^\| `([\w.-]+)` \|(?: [^|]+ \|){4}$", PAGE, re.M)
    assert sorted(lines) == sorted(map(plain, wanted))


def test_every_pinned_package_has_a_licence_on_the_page_and_nothing_else_has() -> None:
    assert licences().keys() == pinned("requirements-dev.txt").keys()


def test_the_page_says_of_licences_what_the_packages_say_themselves() -> None:
    wrong = {}
    for name, said in licences().items():
        with suppress(metadata.PackageNotFoundError):
            own = metadata.metadata(name).get("License-Expression")
            if own and not said.startswith(own):
                wrong[name] = own, said
    assert wrong == {}


def test_what_runs_it_is_pinned_in_both_lists_alike() -> None:
    run, dev = map(pinned, LOCKS)
    assert run.items() <= dev.items()


def test_what_only_tests_and_measures_it_is_not_pinned_to_run_it() -> None:
    assert not pinned(LOCKS[0]).keys() & (LEFT_OUT | set(map(plain, TESTS)))


def test_each_list_is_whole_since_pip_is_told_to_add_nothing_to_it() -> None:
    run, dev = map(pinned, LOCKS)
    assert needed(RUNS, without="minisbd") <= run.keys()
    assert needed([*RUNS, *TESTS]) <= dev.keys()


def test_left_out_of_what_runs_it_is_what_only_minisbd_needs() -> None:
    assert needed(RUNS) - needed(RUNS, without="minisbd") == LEFT_OUT


WITHOUT = """
import pkgutil, sys
from pathlib import Path
left_out, used = (words.split(",") for words in sys.argv[1:])
sys.modules.update(dict.fromkeys(left_out))  # to import one of them fails from now on
for name in used:
    pkgutil.resolve_name(name)

from argostranslate.tokenizer import BPETokenizer
from translate.engine.argos import engine_for
from translate.packages.listing import STARTER_FOLDER
folder = Path.home()
(folder / "bpe.model").write_text("#version: 0.2\\nt h\\nth e</w>\\n")
print(BPETokenizer(folder / "bpe.model", "en", "fr").encode("the"))
print(engine_for("en", "fr", [folder, STARTER_FOLDER]).translate(["The river is low again."]))
"""


@pytest.mark.waits
def test_what_the_newsroom_uses_of_argos_translates_without_what_is_left_out(
    tmp_path: Path,
) -> None:
    used = {name for path in FILES for name in imported(path) if name.startswith("argostranslate")}
    owners = metadata.packages_distributions().items()
    names = [name for name, of in owners if set(map(plain, of)) <= LEFT_OUT]
    assert len(names) == len(LEFT_OUT)
    homes = {f"XDG_{name}_HOME": str(tmp_path) for name in ("DATA", "CONFIG", "CACHE")}
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT, ",".join(names), ",".join(sorted(used))],
        check=False,
        cwd=ROOT,
        env=homes | {"HOME": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    tokens, words = done.stdout.splitlines()
    assert tokens == "['the']"
    assert len(words) > len("['']")


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"^\s*--(?!hash=)|://|^-[^-c]", text, re.M)
