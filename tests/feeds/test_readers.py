"""What a reader makes of our feeds (feedparser, and plain parsing where feedparser guesses)."""

import json
from dataclasses import replace
from html import unescape
from time import struct_time
from typing import Any

import feedparser
import pytest
from lxml import etree

from feeds import FORMATS
from press.public.edition import Edition
from press.words import say
from tests.feeds.samples import (
    FILES,
    MACHINE,
    NOTE,
    ORIGINAL,
    SITE,
    edition,
    entry,
    mixed,
    right_to_left,
    text,
)

MEDIA = "{http://search.yahoo.com/mrss/}"
EDITIONS = [mixed(), right_to_left()]


def parsed(edition: Edition, extension: str) -> Any:
    result = feedparser.parse(FORMATS[extension].render(edition, SITE))
    assert not result.bozo, result.get("bozo_exception")
    return result


def moment(edition: Edition, number: int) -> struct_time:
    return edition.entries[number].published.utctimetuple()


@pytest.mark.parametrize("extension", ["atom", "rss"])
@pytest.mark.parametrize("edition", EDITIONS, ids=["fr", "ar"])
def test_a_reader_finds_every_entry_in_its_order(edition: Edition, extension: str) -> None:
    found = parsed(edition, extension).entries
    assert [e.id for e in found] == [e.id for e in edition.entries]
    assert [e.title for e in found] == [e.text.headline for e in edition.entries]
    assert [e.published_parsed for e in found] == [
        (*moment(edition, n)[:8], 0) for n in range(len(edition.entries))
    ]


@pytest.mark.promise(17)
@pytest.mark.parametrize("extension", ["atom", "rss"])
@pytest.mark.parametrize("edition", EDITIONS, ids=["fr", "ar"])
def test_a_reader_opens_the_page_in_the_feeds_language(edition: Edition, extension: str) -> None:
    home = SITE.home(edition.feed.language)
    feed = parsed(edition, extension)
    assert feed.feed.link.startswith(home)
    assert [e.link for e in feed.entries] == [f"{home}releases/{e.slug}" for e in edition.entries]


@pytest.mark.promise(11)
@pytest.mark.parametrize("extension", ["atom", "rss"])
def test_a_reader_learns_who_sent_it_and_about_what(extension: str) -> None:
    feed = parsed(mixed(), extension)
    assert feed.feed.title == "Paix et sécurité – Press & office"
    assert feed.feed.language == "fr-BE"
    assert feed.entries[0].author == "Ministry of Foreign Affairs of Velmora - Press office (P&I)"
    assert feed.entries[1].author == "Press & office"
    assert {tag.scheme for tag in feed.entries[0].tags[:2]} == {"https://press.example.org/fr/"}


@pytest.mark.promise(13, 25, 31)
def test_a_reader_learns_the_language_of_each_entry() -> None:
    atom, rss = parsed(mixed(), "atom"), parsed(mixed(), "rss")
    assert [e.title_detail.language for e in atom.entries] == ["fr-BE"] * 3 + ["en"]
    assert [e.language for e in rss.entries] == ["fr-BE"] * 3 + ["en"]
    assert [i["language"] for i in items()] == ["fr-BE"] * 3 + ["en"]


def items() -> list[dict[str, Any]]:
    document = json.loads(FORMATS["json"].render(mixed(), SITE))
    found: list[dict[str, Any]] = document["items"]
    return found


@pytest.mark.promise(2, 9, 19, 30)
def test_the_three_formats_say_the_same() -> None:
    atom, rss = parsed(mixed(), "atom").entries, parsed(mixed(), "rss").entries
    root = etree.fromstring(FORMATS["rss"].render(mixed(), SITE))
    contents = [e.text for e in root.iter("{http://purl.org/rss/1.0/modules/content/}encoded")]
    for one, two, three, content in zip(atom, rss, items(), contents, strict=True):
        assert one.id == two.id == three["id"]
        assert one.title == two.title == three["title"]
        assert one.link == two.link == three["url"]
        assert one.content[0].value == two.content[0].value
        assert content == three["content_html"]


@pytest.mark.promise(7)
def test_an_authentic_text_leads_to_its_translations_and_a_translation_back() -> None:
    links = [
        [(x.rel, x.get("hreflang")) for x in e.links if x.rel not in ("enclosure", "license")]
        for e in parsed(mixed(), "atom").entries
    ]
    # feedparser writes every rel in small letters
    made, back = "https://schema.org/worktranslation", "https://schema.org/translationofwork"
    assert links == [
        [("alternate", "fr-BE"), (back, "en")],
        [("alternate", "fr-BE"), (back, "en")],
        [("alternate", "fr-BE"), (made, "en"), (made, "de-BE")],
        [("alternate", "en")],
    ]


@pytest.mark.promise(6, 18)
@pytest.mark.parametrize("extension", ["atom", "rss"])
def test_a_feed_leads_to_itself_and_to_the_other_languages(extension: str) -> None:
    links = parsed(mixed(), extension).feed.links
    stem = "https://press.example.org/{}/peace-and-security." + extension
    assert [x.href for x in links if x.rel == "self"] == [stem.format("fr")]
    others = {x.hreflang: x.href for x in links if x.rel == "related"}
    codes = {"en": "en", "nl-BE": "nl", "de-BE": "de", "ar": "ar"}
    assert others == {tag: stem.format(code) for tag, code in codes.items()}


@pytest.mark.promise(27, 78)
def test_programs_learn_who_wrote_it() -> None:
    origins = ["machine", "editor", "author", "original"]
    assert [i["_newsroom"]["origin"] for i in items()] == origins
    tags = [e.tags[-1] for e in parsed(mixed(), "atom").entries]
    assert [tag.term for tag in tags] == origins
    assert {tag.scheme for tag in tags} == {"https://press.example.org/provenance"}
    assert [e.tags[-1].scheme for e in parsed(mixed(), "rss").entries] == [tags[0].scheme] * 4
    assert items()[0]["_newsroom"]["engine"] == "argos en-fr 1.9"
    assert items()[0]["_newsroom"]["authentic_url"].endswith("/en/releases/demining")


@pytest.mark.promise(78)
def test_people_learn_who_wrote_it_in_the_same_words_everywhere() -> None:
    labels = [i["_newsroom"]["origin_label"] for i in items()]
    assert labels == [
        say("fr", "machine", engine="argos en-fr 1.9, 25 août 2026", language="anglais"),
        "Traduction relue par un rédacteur (25 août 2026)",
        "Texte authentique",
        "Pas encore disponible en français ; voici le texte en anglais",
    ]
    assert [e.tags[-1].label for e in parsed(mixed(), "atom").entries] == labels
    assert [e.tags[-1].term for e in parsed(mixed(), "rss").entries] == labels


@pytest.mark.promise(15, 24, 79)
def test_a_reader_is_offered_every_file() -> None:
    facts = [(SITE.file(f.token, f.name), f.media_type, str(f.size)) for f in (FILES[1], *FILES)]
    atom, rss = (parsed(mixed(), extension).entries for extension in ("atom", "rss"))
    offered = [(x.href, x.type, x.length) for e in atom for x in e.enclosures]
    assert offered == facts
    first = [(x.href, x.type, x.length) for e in rss for x in e.enclosures]
    assert first == [facts[0], facts[1]]
    more = [x for e in rss for x in e.get("media_content", [])]
    assert [(x["url"], x["type"], x["filesize"]) for x in more] == facts[1:]
    assert [x["medium"] for x in more] == ["image", "document", "image"]
    assert [(x.get("width"), x.get("height")) for x in more] == [
        ("1600", "900"),
        *[(None, None)] * 2,
    ]
    attached = [x for i in items() for x in i.get("attachments", [])]
    assert [(x["url"], x["mime_type"], str(x["size_in_bytes"])) for x in attached] == facts
    names = [f.name for f in (FILES[1], *FILES)]
    assert [x["title"] for x in attached] == [names[0], FILES[0].alt, *names[2:]]
    assert [x["_newsroom"]["name"] for x in attached] == names
    assert [x.title for e in atom for x in e.enclosures] == names


@pytest.mark.promise(79)
def test_programs_learn_what_an_image_shows_and_whom_it_is_owed_to() -> None:
    image = items()[2]["attachments"][0]["_newsroom"]
    assert image == {
        "about": "https://press.example.org/feeds/",
        "name": FILES[0].name,
        "width": 1600,
        "height": 900,
        "alt": FILES[0].alt,
        "credit": FILES[0].credit,
    }
    media = etree.fromstring(FORMATS["rss"].render(mixed(), SITE)).find(f".//{MEDIA}content")
    assert media is not None
    said = [(x.tag.removeprefix(MEDIA), x.text, dict(x.attrib)) for x in media]
    assert said == [
        ("title", FILES[0].name, {"type": "plain"}),
        ("description", FILES[0].alt, {"type": "plain"}),
        ("credit", FILES[0].credit, {"role": "author", "scheme": "urn:ebu"}),
    ]


def test_what_is_said_of_a_file_is_not_taken_for_what_the_entry_says() -> None:
    said, silent = (
        parsed(edition(replace(entry(text("fr", "Un titre", "Un texte.")), files=files)), "rss")
        for files in (FILES, ())
    )
    for part in ("title", "summary", "author", "link"):
        assert said.entries[0][part] == silent.entries[0][part], part
    assert said.entries[0].media_credit == [
        {"role": "author", "scheme": "urn:ebu", "content": FILES[0].credit}
    ]


@pytest.mark.promise(24)
def test_an_enclosure_that_says_it_all_is_offered_once() -> None:
    (one,) = parsed(edition(replace(entry(ORIGINAL), files=FILES[1:2])), "rss").entries
    assert len(one.enclosures) == 1
    assert "media_content" not in one


def test_two_files_of_which_the_same_is_said_are_not_taken_for_one() -> None:
    files = tuple(replace(file, alt="The bridge") for file in FILES)
    document = json.loads(
        FORMATS["json"].render(edition(replace(entry(ORIGINAL), files=files)), SITE)
    )
    titles = [x["title"] for x in document["items"][0]["attachments"]]
    assert titles == [file.name for file in FILES]


def test_what_has_no_files_offers_none() -> None:
    assert ["attachments" in i for i in items()] == [False, True, True, False]


@pytest.mark.parametrize("extension", ["atom", "rss"])
def test_files_change_nothing_about_which_page_a_reader_opens(extension: str) -> None:
    entries = parsed(mixed(), extension).entries
    assert [e.link.rpartition("/")[2] for e in entries][1:3] == ["edited", "authentic"]


def test_programs_learn_what_was_corrected() -> None:
    assert [i["_newsroom"]["note"] for i in items()] == ["", NOTE, "", ""]


@pytest.mark.promise(9, 21, 30, 78)
def test_a_summary_says_in_every_format_who_wrote_it() -> None:
    expected = [
        "[Traduction automatique] Velmora finance six équipes de plus.",
        "Un rédacteur a relu.",
        "En bref : écrit.",
        "[English] A body in English. It ends <b>here</b>.",
    ]
    rss = etree.fromstring(FORMATS["rss"].render(mixed(), SITE))
    assert [e.summary for e in parsed(mixed(), "atom").entries] == expected
    assert [unescape(e.findtext("description", "")) for e in rss.iter("item")] == expected
    assert [i["summary"] for i in items()] == expected


@pytest.mark.promise(78)
def test_what_a_machine_wrote_says_so_even_without_a_summary() -> None:
    bare = edition(entry(text("fr", "Un titre", **MACHINE)))
    for extension in FORMATS:
        assert "[Traduction automatique]" in FORMATS[extension].render(bare, SITE).decode()


def test_a_summary_runs_as_its_own_words_do_whatever_the_mark_is_written_in() -> None:
    document = json.loads(FORMATS["json"].render(right_to_left(), SITE))
    own, other = (item["summary"] for item in document["items"])
    assert own.startswith("[\u2068Machine translation\u2069] نص")
    assert other.startswith("[English] A body")
