"""Notes to editors and boilerplate: after the text, each by itself, and no news."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds import FORMATS
from feeds.ninjs import ninjs_item
from feeds.parts.html import body_html, summary_of
from feeds.validate import faults
from press.public.edition import Entry
from press.text import Block, Kind, Origin, Text
from tests.feeds.samples import NOON, SITE, edition, entry, text

FRENCH = SITE.languages.named("fr")
NEWS = (
    Block(Kind.HEADLINE, "Six équipes de plus"),
    Block(Kind.PARAGRAPH, "Velmora finance six équipes."),
    Block(Kind.HEADING, "### Chiffres"),
    Block(Kind.PARAGRAPH, "Deux mots."),
)
NOTES = (
    Block(Kind.NOTES, "## Notes aux rédactions"),
    Block(Kind.LIST, "1. Premier point.\n2. Second point."),
    Block(Kind.HEADING, "### Sources"),
    Block(Kind.TABLE, "| Année | Euros |\n| --- | --- |\n| 2025 | 2,4 M |"),
)
ABOUT = (
    Block(Kind.ABOUT, "## À propos de Velmora"),
    Block(Kind.PARAGRAPH, "Velmora est un pays inventé."),
)


def told(*blocks: Block) -> Entry:
    return entry(Text("fr", blocks, NOON), source="fr")


WHOLE = told(*NEWS, *NOTES, *ABOUT)


def content(one: Entry) -> str:
    found: str = json.loads(FORMATS["json"].render(edition(one), SITE))["items"][0]["content_html"]
    return found


@pytest.mark.promise(103)
def test_what_is_apart_follows_the_text_in_its_order_and_stands_before_whom_to_call() -> None:
    html = content(WHOLE)
    parts = (
        *(
            "Deux mots.",
            "<hr>",
            '<section class="notes"><h2 id="demining_fr_notes-aux-redactions">',
        ),
        *("<li>Second point.</li>", ">Sources</h3>", "<td>2,4 M</td>", "</section>"),
        *("<hr>", '<section class="about"><h2 id="demining_fr_a-propos-de-velmora">', "</section>"),
        *("<h2>Contacts presse</h2>", "<address"),
    )
    at = 0
    for part in parts:
        at = html.index(part, at) + len(part)


@pytest.mark.promise(103)
@pytest.mark.parametrize("extension", FORMATS)
def test_a_feed_with_sections_apart_is_sound(extension: str) -> None:
    assert faults(extension, FORMATS[extension].render(edition(WHOLE), SITE)) == []


@pytest.mark.promise(103)
def test_headings_of_the_text_are_placed_as_if_nothing_stood_apart() -> None:
    """One heading of a deeper level in a text is its highest, whatever notes begin with."""
    html = body_html(WHOLE, SITE)
    assert '<h2 id="demining_fr_chiffres">Chiffres</h2>' in html
    assert html.startswith(body_html(told(*NEWS), SITE))


@pytest.mark.promise(103)
def test_no_summary_is_taken_from_notes_or_boilerplate() -> None:
    headline, *_ = NEWS
    bare = (headline, Block(Kind.LIST, "- un\n- deux"))
    assert summary_of(Text("fr", (*bare, *NOTES, *ABOUT))) == ""
    assert summary_of(Text("fr", (*NEWS, *NOTES))) == "Velmora finance six équipes."


@pytest.mark.promise(103)
def test_a_translated_note_sums_up_nothing_where_the_text_stands_in() -> None:
    stands_in, note = NEWS[1], replace(ABOUT[1], origin=Origin.MACHINE)
    assert summary_of(Text("fr", (NEWS[0], stands_in, ABOUT[0], note))) == stands_in.markdown


@pytest.mark.promise(103)
def test_a_news_item_has_bodies_for_what_is_apart_and_counts_the_news_alone() -> None:
    bodies = bodies_of(WHOLE)
    assert list(bodies) == ["main", "plain", "notes", "boilerplate"]
    assert bodies["plain"]["value"] == "Velmora finance six équipes.\n\nChiffres\n\nDeux mots."
    assert bodies["main"]["wordCount"] == bodies["plain"]["wordCount"] == 7
    assert "Second point" not in bodies["main"]["value"]
    assert "inventé" not in bodies["main"]["value"]
    assert "<address" in bodies["main"]["value"]
    assert "<li>Second point.</li>" in bodies["notes"]["value"]
    assert 'lang="fr-BE"' in bodies["notes"]["value"]
    assert "inventé" in bodies["boilerplate"]["value"]


def bodies_of(one: Entry) -> dict[str, Any]:
    return {body["role"]: body for body in ninjs_item(one, FRENCH, SITE)["bodies"]}


def test_the_main_body_of_a_text_with_nothing_apart_is_what_feeds_say() -> None:
    one = told(*NEWS)
    assert bodies_of(one)["main"]["value"] == content(one)
    assert list(bodies_of(one)) == ["main", "plain"]


@pytest.mark.promise(103)
def test_a_part_of_the_notes_that_nobody_translated_says_its_language() -> None:
    mine = {"origin": Origin.MACHINE, "engine": "argos en-fr 1.9"}
    shown = text("fr", "Titre", "Le corps.", **mine)
    heading = Block(Kind.NOTES, "## Notes aux rédactions", Origin.MACHINE)
    left = Block(Kind.PARAGRAPH, "A note in English.")
    one = entry(replace(shown, blocks=(*shown.blocks, heading, left)))
    html = content(one)
    _, _, notes = html.partition('<section class="notes">')
    assert '<div lang="en" dir="ltr"><p>A note in English.</p></div>' in notes


KINDS = st.sampled_from([kind for kind in Kind if kind not in (Kind.HEADLINE, Kind.SUMMARY)])
BLOCKS = st.lists(st.builds(Block, KINDS, st.text(max_size=30)), max_size=8)


@given(BLOCKS)
def test_news_and_sections_are_the_body_and_nothing_is_lost(blocks: Sequence[Block]) -> None:
    words = Text("fr", (NEWS[0], *blocks))
    parts = [*words.news, *(block for section in words.sections for block in section)]
    assert tuple(parts) == words.body
    assert all(section[0].kind in (Kind.NOTES, Kind.ABOUT) for section in words.sections)
    assert not {Kind.NOTES, Kind.ABOUT} & {block.kind for block in words.news}
