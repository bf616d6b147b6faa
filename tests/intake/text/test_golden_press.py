"""Texts as press offices write them, and what an editor would read in each. All are our own.

A report that changes on purpose: delete its file under tests/golden/press, run this test once (it
writes the new one and fails), and read the difference with git.
"""

import difflib
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

import intake
from press.contact import Contact
from press.releases.release import Filing

GOLDEN = Path(__file__).parents[2] / "golden" / "press"
TEXTS = sorted(GOLDEN.glob("*.txt"))


def filing(path: Path) -> Filing:
    code = path.name.split(".")[1]
    (only,) = intake.read(
        path.name, path.read_bytes(), zone="Europe/Brussels", language=code
    ).filings
    return only


def report(found: Filing) -> dict[str, Any]:
    """Everything that was understood, as one reads it."""
    moment = found.moment
    said = {
        "headline": found.headline,
        "instant": moment and moment.instant.isoformat(),
        "precision": moment and moment.precision.value,
        "likely language": found.likely,
        "issuer": found.issuer,
        "reference": found.reference,
        "blocks": [{block.kind.value: block.markdown} for block in found.blocks[1:]],
        "contacts": list(map(card, found.contacts)),
        "unpublished": list(map(card, found.unpublished)),
        "left out": [{one.why: one.what} for one in found.left_out],
        "not yet": [{one.words: one.why} for one in found.not_yet],
        "doubts": list(found.doubts),
        "notes": list(found.notes),
    }
    return {key: value for key, value in said.items() if value not in ("", [], None)}


def card(contact: Contact) -> dict[str, Any]:
    return {key: value for key, value in asdict(contact).items() if value}


def test_there_are_thirty_texts_in_four_languages() -> None:
    codes = [path.name.split(".")[1] for path in TEXTS]
    assert len(TEXTS) >= 30
    assert all(codes.count(code) >= 7 for code in ("de", "en", "fr", "nl"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_text_is_read_as_an_editor_reads_it(path: Path) -> None:
    file = path.with_suffix(".json")
    found = json.dumps(report(filing(path)), ensure_ascii=False, indent=1) + "\n"
    if not file.exists():
        file.write_text(found, "utf-8")
        pytest.fail(f"{file} is new: read it, and keep it if it is right")
    agreed = file.read_text("utf-8")
    changes = difflib.unified_diff(
        agreed.splitlines(), found.splitlines(), "golden", "now", lineterm="", n=1
    )
    assert found == agreed, "\n".join(changes)
