"""The list of every feed, as readers import it."""

import pytest
from lxml import etree

from feeds import opml
from press.topic import Topic
from tests.feeds.samples import PEACE, SITE

ROOT = etree.fromstring(opml.render(SITE, [PEACE, Topic("a-b", {"en": "\x0bA & <b>"})]))


def test_each_language_has_a_group_with_everything_first() -> None:
    groups = ROOT.findall("body/outline")
    names = ["English", "français", "Nederlands", "Deutsch", "العربية"]
    assert [group.get("text") for group in groups] == names
    assert [o.get("text") for o in groups[1]] == [
        "Tous les communiqués",
        "Paix et sécurité",
        "A & <b>",
    ]


@pytest.mark.promise(73)
def test_every_outline_is_a_feed_to_subscribe_to_once() -> None:
    outlines = ROOT.findall("body/outline/outline")
    addresses = [o.get("xmlUrl") for o in outlines]
    assert len(addresses) == len(set(addresses)) == 15
    assert {o.get("type") for o in outlines} == {"rss"}
    assert addresses[4] == "https://press.example.org/fr/peace-and-security.atom"
    assert outlines[4].get("htmlUrl") == "https://press.example.org/fr/peace-and-security/"
    assert outlines[4].get("language") == "fr-BE"


@pytest.mark.promise(73)
def test_the_list_is_an_opml_document() -> None:
    assert ROOT.get("version") == "2.0"
    assert ROOT.findtext("head/title") == SITE.title
    assert opml.MEDIA_TYPE == "text/x-opml"


@pytest.mark.promise(73)
def test_nothing_is_in_it_that_opml_does_not_define() -> None:
    attributes = {name for outline in ROOT.iter("outline") for name in outline.attrib}
    assert attributes <= {"text", "type", "title", "xmlUrl", "htmlUrl", "language"}
    assert {element.tag for element in ROOT.iter()} == {"opml", "head", "title", "body", "outline"}
    # A group has nothing but its name: anything more would need a type (OPML 2.0, “Outlines”).
    assert {tuple(group.keys()) for group in ROOT.findall("body/outline")} == {("text",)}
