"""Other code, other tag: nobody has to remember to raise a number."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import feeds
import press
from feeds import FORMATS, SOURCES, entity_tag
from feeds.sources import sources_digest

FEEDS, PRESS = (Path(str(package.__file__)).parent for package in (feeds, press))
FILES = [*FEEDS.rglob("*.py"), *PRESS.rglob("*.py")]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The two folders elsewhere, as another machine has them."""
    for folder in (FEEDS, PRESS):
        shutil.copytree(folder, tmp_path / folder.name)
    return tmp_path


def digest_in(folder: Path) -> str:
    return sources_digest(folder / "feeds", folder / "press")


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(FEEDS.parent)))
def test_a_byte_more_in_any_module_is_another_digest(copy: Path, path: Path) -> None:
    before = digest_in(copy)
    module = copy / path.relative_to(FEEDS.parent)
    module.write_bytes(path.read_bytes() + b"\n")
    assert digest_in(copy) != before
    module.write_bytes(path.read_bytes())
    assert digest_in(copy) == before


def test_where_it_is_installed_and_what_is_compiled_do_not_count(copy: Path) -> None:
    assert digest_in(copy) == SOURCES
    (copy / "feeds" / "more.pyc").write_bytes(b"compiled")
    assert digest_in(copy) == SOURCES


def test_a_module_of_another_name_is_another_digest(copy: Path) -> None:
    (copy / "feeds" / "rss.py").rename(copy / "feeds" / "rss2.py")
    assert digest_in(copy) != SOURCES


@pytest.mark.waits
@pytest.mark.parametrize("module", ["feeds/parts/html.py", "press/words.py"])
def test_a_changed_module_changes_the_tag_of_every_format(copy: Path, module: str) -> None:
    def tags() -> list[str]:
        code = "import feeds; [print(feeds.entity_tag('x', f)) for f in feeds.FORMATS.values()]"
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=copy, capture_output=True, text=True, check=True
        )
        return done.stdout.split()

    ours = [entity_tag("x", format_) for format_ in FORMATS.values()]
    assert tags() == ours
    with (copy / module).open("a") as file:
        file.write("#")
    assert not set(tags()) & set(ours)
