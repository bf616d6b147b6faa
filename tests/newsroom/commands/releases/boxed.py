"""A format of its own for tests: whatever a document may hold, in JSON behind four letters."""

import json
from typing import Any

from intake.enclosures import sorted_out
from intake.formats import Document
from intake.given import Given
from press.contact import Contact, ContactKind
from press.errors import UnreadableFile
from press.releases.received import Enclosed, LeftOut
from press.releases.release import Filing, Reading
from press.text import Block, Kind
from tests.press.releases.test_dimensions import png

MAGIC = b"\x00BOX"


def boxed(*items: dict[str, Any]) -> bytes:
    """A file with these releases."""
    return MAGIC + json.dumps(items).encode()


def _read(data: bytes, given: Given) -> Reading:
    return Reading(tuple(_filing(one, given) for one in json.loads(data[len(MAGIC) :])))


def _filing(item: dict[str, Any], given: Given) -> Filing:
    if item.get("changed") and not given.accept_changes:
        raise UnreadableFile("it has tracked changes; accept them, or say --accept-changes")
    pictures = [Enclosed(name, png(3, size)) for name, size in item.get("pictures", {}).items()]
    files, refused = sorted_out([*pictures, *(Enclosed(n, b"MZ") for n in item.get("bad", ()))])
    left = tuple(LeftOut(what, why) for what, why in item.get("left_out", {}).items())
    press = (Contact(ContactKind.PERSON, name) for name in item.get("unpublished", ()))
    return Filing(
        (Block(Kind.HEADLINE, item["headline"]), Block(Kind.PARAGRAPH, item.get("text", "Words."))),
        issuer=item.get("issuer", ""),
        reference=item.get("reference", ""),
        identity=item.get("identity", ""),
        files=files,
        unpublished=tuple(press),
        left_out=(*left, *refused),
        notes=tuple(item.get("notes", ())),
    )


BOX = Document("box", "application/x-box", (".box",), lambda d: d.startswith(MAGIC), _read)
