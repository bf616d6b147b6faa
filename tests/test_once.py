"""What is said in one place only, so that it can be changed in one place."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("press", "storage", "intake", "translate", "feeds", "delivery", "newsroom", "web")


def places(wording: re.Pattern[str], rooms: Iterable[str] = ROOMS) -> set[str]:
    """The files of the program that hold a wording."""
    files = [path for room in rooms for path in (ROOT / room).rglob("*.py")]
    found = [path for path in files if wording.search(path.read_text())]
    return {path.relative_to(ROOT).as_posix() for path in found}


# Steps of the schema never change: each says what was so when it was written.
STEPS = {f"storage/schema/{name}.py" for name in ("steps", "versions", "review", "search")}
# What only the condition of what is public has to ask; what a listing bears is no part of it.
ASKED = re.compile(
    r"\b(withdrawn_at|ready_at|out_at) IS\b"
    r"|(?<!listing\.)\bpublish_at (<=|>) |\blanguages_ready_at (<|>|IS\b)"
)


def test_an_instant_is_cut_to_its_minute_in_one_place() -> None:
    assert places(re.compile(r"\bsecond=0\b")) == {"press/embargo.py"}


def test_what_is_public_is_spelled_in_one_place() -> None:
    assert places(ASKED, ["storage"]) - STEPS == {
        "storage/conditions.py",
        "storage/proofs.py",  # asks by itself, because a proof puts the condition to the test
    }


@pytest.mark.parametrize(
    "wording",
    [
        "WHERE publish_at <= ?",
        "release.publish_at > :now",
        "AND withdrawn_at IS NULL",
        "text.ready_at IS NOT NULL",
        "out_at IS NOT NULL",
    ],
)
def test_every_way_to_spell_it_is_seen(wording: str) -> None:
    assert ASKED.search(wording)
    assert not ASKED.search("restored_out_at IS NULL, listing.publish_at <= :horizon")
