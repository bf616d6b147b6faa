"""A release as a news item: only fields of IPTC ninjs 3.0, and what each says."""

import json
import re
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.ninjs import SCHEMA, cancelled_item, ninjs_item
from press.public.edition import Edition, Entry
from press.text import Block, Kind, Text
from tests.each import each
from tests.feeds.samples import (
    FILES,
    MACHINE,
    NOON,
    ORIGINAL,
    SITE,
    archived,
    edition,
    entry,
    mixed,
    right_to_left,
    text,
)

FRENCH = SITE.languages.named("fr")


# The fields of ninjs 3.0 that an item of ours may have: named after the schema's text, version
# 3.0.1 (https://iptc.org/std/ninjs/ninjs-schema_3.0.json).
def address(value: Any) -> None:
    """A URI (RFC 3986) in the schema's sense: absolute, and nothing in it but what may be."""
    assert urlsplit(value).scheme
    assert re.fullmatch(r"[A-Za-z0-9:/?#\[\]@!$&'()*+,;=._~%-]+", value), value


def moment(value: Any) -> None:
    assert datetime.fromisoformat(value).tzinfo


def words(value: Any) -> None:
    assert isinstance(value, str)
    assert value


def count(value: Any) -> None:
    assert type(value) is int


def word_of(*known: str) -> Any:
    def check(value: Any) -> None:
        assert value in known

    return check


def objects(fields: dict[str, Any], *required: str) -> Any:
    def check(value: Any) -> None:
        assert isinstance(value, list)
        assert value
        for one in value:
            has(one, fields, *required)

    return check


def has(value: dict[str, Any], fields: dict[str, Any], *required: str) -> None:
    assert set(required) <= value.keys() <= fields.keys()
    for name, inner in value.items():
        fields[name](inner)


def contact_info(value: Any) -> None:
    lines = {"lines": lambda found: [words(line) for line in found]}
    fields = {"type": words, "name": words, "value": words}
    objects({**fields, "address": lambda found: has(found, lines)})(value)
    assert all(("value" in one) != ("address" in one) for one in value)


MARKED = {"role": words, "contentType": words, "value": words}
CONCEPT = {"name": words, "rel": words, "uri": address, "literal": words}
RENDITION = {
    "name": words,
    "href": address,
    "contentType": words,
    "title": words,
    "width": count,
    "height": count,
    "sizeInBytes": count,
}
NINJS = {
    "uri": address,
    "altIds": objects({"role": words, "value": words}),
    "type": word_of("text", "picture"),
    "representationType": word_of("full", "partial"),
    "firstCreated": moment,
    "versionCreated": moment,
    "pubStatus": word_of("usable", "withheld", "canceled"),
    "copyrightNotice": words,
    "edNote": words,
    "language": words,
    "descriptions": objects(MARKED, "value"),
    "headlines": objects(MARKED, "value"),
    "bodies": objects({**MARKED, "charCount": count, "wordCount": count}, "value"),
    "people": objects(
        {**CONCEPT, "contactInfo": contact_info},
    ),
    "subjects": objects(CONCEPT),
    "infoSources": objects({"name": words, "role": words, "contactInfo": contact_info}),
    "by": words,
    "slugline": words,
    "renditions": objects(RENDITION, "name"),
    "genres": objects({"name": words, "uri": address, "literal": words}),
    "rightsInfo": lambda found: has(found, {"linkedRights": address}),
}
ROOT = {
    **NINJS,
    "standard": lambda found: has(found, {"name": words, "version": words, "schema": address}),
    "associations": objects({**NINJS, "name": words, "rel": words}, "name"),
}


def item(one: Entry) -> dict[str, Any]:
    made = ninjs_item(one, FRENCH, SITE)
    assert json.loads(json.dumps(made)) == made
    return made


def every_kind() -> list[tuple[Edition, Entry]]:
    return [(one, found) for one in (mixed(), right_to_left()) for found in one.entries]


def test_an_item_has_the_fields_of_ninjs_and_no_others() -> None:
    def check(found: tuple[Edition, Entry]) -> None:
        has(ninjs_item(found[1], found[0].feed.language, SITE), ROOT, "uri")

    each(every_kind(), check)
    has(cancelled_item(archived().withdrawn[0], FRENCH, SITE), ROOT, "uri")


@pytest.mark.parametrize("field", [{"pubstatus": "usable"}, {"uri": "no uri"}, {"by": ""}])
def test_the_test_of_fields_can_fail(field: dict[str, str]) -> None:
    with pytest.raises(AssertionError):
        has(item(entry(ORIGINAL)) | field, ROOT, "uri")


def test_an_item_says_by_which_standard_it_is_written() -> None:
    said = {"name": "ninjs", "version": "3.0", "schema": SCHEMA}
    assert item(entry(ORIGINAL))["standard"] == said
    assert cancelled_item(archived().withdrawn[0], FRENCH, SITE)["standard"] == said


def test_an_item_is_the_entry_of_feeds() -> None:
    one = entry(ORIGINAL)
    made = item(one)
    assert made["uri"] == one.id
    assert datetime.fromisoformat(made["firstCreated"]) == one.published
    assert datetime.fromisoformat(made["versionCreated"]) == one.changed
    assert made["firstCreated"].endswith("+02:00")
    assert made["renditions"][0]["href"] == "https://press.example.org/fr/releases/demining"


def test_the_body_is_there_for_pages_and_in_plain_words() -> None:
    words = text("fr", "Titre", "Un *mot* & deux.", "- Trois\n- Quatre")
    html, plain = item(entry(words, source="fr", contacts=()))["bodies"]
    assert "<em>mot</em> &amp; deux." in html["value"]
    assert plain["value"] == "Un mot & deux.\n\nTrois Quatre"
    assert (html["contentType"], plain["contentType"]) == ("text/html", "text/plain")
    assert (html["wordCount"], html["charCount"]) == (6, len("Un mot & deux.Trois Quatre"))


def test_a_machines_words_are_marked_in_every_part_that_is_lifted_out() -> None:
    made = item(entry(text("fr", "Titre", "Le corps.", **MACHINE)))
    html, plain = made["bodies"]
    assert made["genres"][0]["literal"] == "machine"
    assert made["genres"][0]["uri"] == "https://press.example.org/provenance#machine"
    mark = "[Traduction automatique]"
    assert plain["value"] == f"{mark}\n\nLe corps."
    assert made["descriptions"][0]["value"].startswith(mark)
    assert "argos en-fr 1.9" in made["edNote"]
    assert "argos en-fr 1.9" in html["value"]


def test_an_authors_own_words_bear_no_note() -> None:
    made = item(entry(text("fr", "Titre", "Le corps."), source="fr"))
    assert "edNote" not in made
    assert made["genres"][0]["literal"] == "author"


def test_a_text_that_stands_in_says_its_own_language() -> None:
    made = item(entry(ORIGINAL))
    assert made["language"] == "en"
    assert made["genres"][0]["literal"] == "original"
    assert made["bodies"][1]["value"].startswith("[English]\n\n")


def test_topics_are_named_so_that_a_new_address_changes_nothing() -> None:
    one = replace(entry(ORIGINAL), keys={"peace-and-security": "peace"})
    assert item(one)["subjects"][0] == {
        "name": "Paix et sécurité",
        "rel": "about",
        "uri": "tag:press.example.org,2026:topic:peace",
        "literal": "peace",
    }


def test_whom_to_call_is_told_as_ways_to_reach_them() -> None:
    made = item(entry(ORIGINAL))
    (service,), (person,) = made["infoSources"], made["people"]
    assert {"address": {"lines": ["14 Quay of the Lanterns", "1000 Corvane"]}} in service[
        "contactInfo"
    ]
    assert person["contactInfo"][0]["name"] == "Deputy spokesperson"
    assert [way["type"] for way in person["contactInfo"]] == ["phone", "email"]


def test_files_and_other_languages_are_associated() -> None:
    words = text("fr", "Écrit en français", "Le texte.")
    one = replace(entry(words, source="fr", languages=("fr", "en", "de")), files=FILES)
    made = item(one)["associations"]
    assert [(found["name"], found["type"]) for found in made[:3]] == [
        (FILES[0].name, "picture"),
        (FILES[1].name, "text"),
        (FILES[2].name, "picture"),
    ]
    assert made[0]["by"] == "Velmora mapping office"
    assert made[0]["renditions"][0]["width"] == 1600
    assert "width" not in made[1]["renditions"][0]
    assert [(found["uri"], found["language"]) for found in made[3:]] == [
        ("tag:press.example.org,2026:demining:en", "en"),
        ("tag:press.example.org,2026:demining:de", "de-BE"),
    ]


def test_a_release_that_was_taken_back_says_why_and_nothing_else() -> None:
    gone = archived().withdrawn[0]
    made = cancelled_item(gone, FRENCH, SITE)
    assert made["pubStatus"] == "canceled"
    assert made["edNote"] == gone.reason
    assert datetime.fromisoformat(made["versionCreated"]) == gone.at
    assert not made.keys() & {"bodies", "headlines", "descriptions", "associations", "people"}


def test_a_reason_that_a_machine_translated_is_marked() -> None:
    gone = replace(archived().withdrawn[0], is_translated=True, is_machine=True)
    assert cancelled_item(gone, FRENCH, SITE)["edNote"].startswith("[Traduction automatique] ")


@given(st.lists(st.text(max_size=60), min_size=1, max_size=4))
def test_whatever_a_text_says_makes_an_item(said: list[str]) -> None:
    blocks = [Block(Kind.HEADLINE, said[0]), *(Block(Kind.PARAGRAPH, one) for one in said[1:])]
    one = entry(Text("fr", tuple(blocks), NOON), source="fr")
    made = ninjs_item(edition(one).entries[0], FRENCH, SITE)
    has(made | {"bodies": made["bodies"][:1]}, ROOT, "uri")
    json.dumps(made).encode()
