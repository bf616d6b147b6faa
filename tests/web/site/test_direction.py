"""A mark of direction that a headline leaves open turns nothing around on any surface."""

import pytest
from flask.testing import FlaskClient

from press.direction import contained
from press.embargo import parse_when
from press.text import Block, Kind, Text
from storage import Storage
from tests.conftest import NOON
from tests.web.samples import PEACE, ZONE, file, release

TURNED = "Figures \u202efdp.exe \u2067end"


@pytest.mark.promise(39)
@pytest.mark.parametrize(
    "address",
    [
        "/en/",
        "/en/peace-and-security/",
        "/en/releases/turned",
        "/en/releases/turned.txt",
        "/en/releases/turned/embed",
        "/en/all/embed",
        "/en/search?q=fdp",
        "/en/search?q=beside",
        "/en/search.atom?q=fdp",
        "/en/all.rss",
        "/en/all.atom",
        "/oembed?format=xml&url=https%3A//press.example.org/en/releases/turned",
    ],
)
def test_marks_of_direction_end_in_their_words(
    client: FlaskClient, storage: Storage, address: str
) -> None:
    blocks = Block(Kind.HEADLINE, TURNED), Block(Kind.PARAGRAPH, "What stands &#x202e;beside.")
    text = Text("en", blocks, NOON)
    file(storage, release("turned", parse_when("2026-03-05 10:32", ZONE), text, about=(PEACE,)))
    said = client.get(address).text
    assert "\u202e" in said
    assert said == contained(said)
