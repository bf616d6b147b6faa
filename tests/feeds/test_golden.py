"""Whole documents, byte for byte: what readers have in their hands.

A document that changes on purpose: delete its file under tests/golden, run this test once (it
writes the new one and fails), and read the difference with git.
"""

import difflib
from pathlib import Path

import pytest

from feeds import FORMATS, opml
from tests.feeds.samples import PEACE, SITE, archived, edition, mixed, retired, right_to_left

GOLDEN = Path(__file__).parents[1] / "golden"
EDITIONS = {
    "mixed.fr": mixed,
    "standing-in.ar": right_to_left,
    "archived.fr": archived,
    "retired.fr": retired,
    "empty.de": lambda: edition(feed="de"),
}


def lines(document: bytes) -> list[str]:
    return document.decode().replace("><", ">\n<").replace(',"', ',\n"').splitlines()


def check(name: str, document: bytes) -> None:
    file = GOLDEN / name
    if not file.exists():
        file.write_bytes(document)
        pytest.fail(f"{file} is new: read it, and keep it if it is right")
    changes = difflib.unified_diff(
        lines(file.read_bytes()), lines(document), "golden", "now", lineterm="", n=1
    )
    assert document == file.read_bytes(), "\n".join(changes)


@pytest.mark.parametrize("name", EDITIONS)
@pytest.mark.parametrize("extension", FORMATS)
def test_an_edition_is_written_exactly_as_agreed(name: str, extension: str) -> None:
    check(f"{name}.{extension}", FORMATS[extension].render(EDITIONS[name](), SITE))


def test_the_list_of_feeds_is_written_exactly_as_agreed() -> None:
    check("feeds.opml", opml.render(SITE, [PEACE]))
