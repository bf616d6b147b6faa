"""The small model that ships, on a fresh machine: what it must not get wrong is right, or held."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from newsroom import samples
from tests.flows.server import Server, newsroom

pytestmark = [pytest.mark.waits, pytest.mark.timeout(480)]

LANGUAGES = ("fr", "nl", "de")
OURS = Path(samples.__file__).parent / "03-humanitarian-demining.txt"
# A time of day is written anew, so that its digits may be others.
_TIME = re.compile(r"\b\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b\.?|\b\d{1,2}:\d\d\b")
_INITIALS = re.compile(r"\b[A-Z]{3,}\b")
# What French, Dutch and German call otherwise.
_SAID_OTHERWISE = {"NATO", "OSCE", "WHO", "WMO"}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    made = Server(tmp_path / "home", {"STARTER": "on"})
    yield made
    if made.process:
        made.kill()


@pytest.fixture(params=["ours", "theirs"])
def release(request: pytest.FixtureRequest) -> Path:
    """A sample of our own, and a text as users send it, where there is one."""
    if request.param == "ours":
        return OURS
    path: Path = request.getfixturevalue("seed_release")
    return path


def published(server: Server, release: Path) -> dict[str, Any]:
    """One release, translated by the starter and out."""
    newsroom(server.home, "init", **server.settings)
    for words in (("import", "--publish", str(release)), ("translate",)):
        done = newsroom(server.home, *words, **server.settings)
        assert done.returncode == 0, done.stderr
    shown = newsroom(server.home, "show", "1", "--json", **server.settings)
    found: dict[str, Any] = json.loads(shown.stdout)
    return found


def digits(words: str) -> set[str]:
    return set(re.findall(r"\d+", _TIME.sub("", words)))


def initials(words: str) -> set[str]:
    return set(_INITIALS.findall(words)) - _SAID_OTHERWISE


def test_every_figure_name_and_way_to_reach_people_is_right_or_its_block_is_held_back(
    server: Server, release: Path
) -> None:
    shown = published(server, release)
    originals = shown["texts"]["en"]
    own = dict.fromkeys(LANGUAGES, 0)
    for code in LANGUAGES:
        assert len(shown["texts"][code]) == len(originals)
        sheet = newsroom(server.home, "review", "1", code, "--json", **server.settings)
        blocks = json.loads(sheet.stdout)["blocks"]
        for number, (source, said) in enumerate(zip(originals, shown["texts"][code], strict=True)):
            if source == said:
                severities = {one["severity"] for one in blocks[number]["findings"]}
                assert "blocks" in severities, (code, source)
                continue
            own[code] += 1
            assert digits(said) >= digits(source), (code, source, said)
            assert {word for word in initials(source) if word not in said} == set(), (code, said)
    assert all(own.values()), own
    server.start()
    for code in LANGUAGES:
        (item,) = json.loads(server.get(f"/{code}/all.json")[2])["items"]
        assert item["_newsroom"]["rough"] is True
        assert item["language"].startswith(code)
        for contact in shown["contacts"]:
            for way in (*contact["phones"], *contact["emails"]):
                assert way in item["content_html"]
