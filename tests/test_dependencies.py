"""What is pinned, and what docs/decisions/dependencies.md says of it."""

import re
import tomllib
from contextlib import suppress
from importlib import metadata
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PAGE = (ROOT / "docs" / "decisions" / "dependencies.md").read_text(encoding="utf-8")
LICENCES = ("MIT", "BSD", "Apache", "PSF", "MPL", "AGPL")
LOCKS = ("requirements.txt", "requirements-dev.txt")


def plain(name: str) -> str:
    """A package's name as every index and every lock understands it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", name)[0]).lower()


def pinned(lock: str) -> dict[str, str]:
    """Names and versions in a lock."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {plain(name): version for name, version in re.findall(r"^([\w.-]+)==(\S+)", text, re.M)}


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
    assert not pinned(LOCKS[0]).keys() & set(map(plain, PROJECT["optional-dependencies"]["dev"]))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"^\s*--(?!hash=)|://|^-[^-c]", text, re.M)
