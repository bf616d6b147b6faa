"""What only Atom says, or says in its own way (RFC 4287)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from lxml import etree

from feeds import atom
from feeds.parts.html import content_html
from press.public.edition import Edition
from press.topic import Topic
from tests.feeds.samples import (
    FILES,
    NOON,
    PERSON,
    SERVICE,
    SITE,
    archived,
    edition,
    entry,
    mixed,
    text,
)
from tests.feeds.samples import retired as closed

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def written(edition: Edition | None = None, **settings: str) -> etree._Element:
    return etree.fromstring(atom.render(edition or mixed(), replace(SITE, **settings)))  # type: ignore[arg-type]


@pytest.mark.promise(1)
def test_feed_and_entries_have_one_identifier_one_title_and_one_date() -> None:
    feed = written()
    for element in (feed, *feed.iter(f"{ATOM}entry")):
        assert [len(element.findall(ATOM + tag)) for tag in ("id", "title", "updated")] == [1, 1, 1]


@pytest.mark.promise(2)
def test_an_identifier_says_nothing_of_where_the_newsroom_lives() -> None:
    here, there = (written(base_url=f"https://{host}.example") for host in ("one", "two"))
    ids = [[e.text for e in feed.iter(f"{ATOM}id")] for feed in (here, there)]
    assert ids[0] == ids[1]
    assert all(str(i).startswith("tag:press.example.org,2026:") for i in ids[0])


@pytest.mark.promise(59)
def test_the_newest_document_names_the_hub_that_is_told_of_it_and_an_archive_none() -> None:
    assert written(archived()).findall(f"{ATOM}link[@rel='hub']") == []
    links = written().findall(f"{ATOM}link[@rel='hub']")
    assert [dict(x.attrib) for x in links] == [{"rel": "hub", "href": SITE.hub}]


@pytest.mark.promise(4)
def test_a_feed_is_as_new_as_its_most_recently_updated_entry() -> None:
    late = replace(entry(text("fr", "Vieux", "C."), "old", ago=9), updated=NOON + timedelta(days=2))
    feed = written(edition(entry(text("fr", "Neuf", "C.")), late))
    assert feed.findtext(f"{ATOM}updated") == "2026-08-27T14:18:00+02:00"


@pytest.mark.promise(4)
def test_the_feed_of_a_retired_topic_is_as_new_as_its_last_word() -> None:
    feed = written(closed())
    assert closed().changed > NOON
    assert feed.findtext(f"{ATOM}updated") == feed.findtext(f"{ATOM}entry/{ATOM}updated")


@pytest.mark.promise(2)
def test_a_topic_retired_again_has_another_last_word() -> None:
    again = replace(closed(), topic=replace(closed().topic, retired_at=NOON + timedelta(days=9)))
    first, second = (written(e).findtext(f"{ATOM}entry/{ATOM}id") for e in (closed(), again))
    assert first == "tag:press.example.org,2026:retired:peace:fr:20260825T121800Z"
    assert second != first


@pytest.mark.promise(8, 9)
def test_content_is_html_escaped_once() -> None:
    for one, element in zip(mixed().entries, written().iter(f"{ATOM}content"), strict=True):
        assert dict(element.attrib) == {"type": "html"}
        assert len(element) == 0
        assert element.text == content_html(one, mixed().feed.language, SITE)


@pytest.mark.promise(10)
def test_titles_are_text() -> None:
    types = {title.get("type", "text") for title in written().iter(f"{ATOM}title")}
    assert types == {"text"}


@pytest.mark.promise(11)
def test_an_entry_is_by_those_who_sent_it_and_by_no_person() -> None:
    senders = [SERVICE, PERSON, replace(SERVICE, name="The other ministry")]
    feed = written(edition(entry(text("fr", "T", "C."), contacts=senders)))
    found = [[x.tag.removeprefix(ATOM) for x in a] for a in feed.iter(f"{ATOM}author")]
    names = [n.text for n in feed.iterfind(f"{ATOM}entry/{ATOM}author/{ATOM}name")]
    assert names == [SERVICE.name, "The other ministry"]
    assert found == [["name"]] * 3


@pytest.mark.promise(11)
def test_what_translated_it_contributed_until_a_person_read_it() -> None:
    found = [e.findtext(f"{ATOM}contributor/{ATOM}name") for e in written().iter(f"{ATOM}entry")]
    assert found == ["argos en-fr 1.9", None, None, None]


@pytest.mark.promise(12)
def test_a_category_is_a_lasting_name_with_a_title_for_people() -> None:
    renamed = replace(entry(text("fr", "T", "C.")), keys={"peace-and-security": "peace"})
    categories = [dict(c.attrib) for c in written(edition(renamed)).iter(f"{ATOM}category")]
    scheme = "https://press.example.org/fr/"
    assert categories[:2] == [
        {"term": "peace", "scheme": scheme, "label": "Paix et sécurité"},
        {"term": "tamvara", "scheme": scheme, "label": "Tamvara"},
    ]


@pytest.mark.promise(13)
def test_feed_and_entries_say_their_language() -> None:
    feed = written()
    assert feed.get(LANG) == "fr-BE"
    assert [e.get(LANG) for e in feed.iter(f"{ATOM}entry")] == ["fr-BE"] * 3 + ["en"]


@pytest.mark.promise(14, 77)
def test_feed_and_entries_say_whose_they_are_and_under_which_terms() -> None:
    feed = written()
    for element in (feed, *feed.iter(f"{ATOM}entry")):
        assert element.findtext(f"{ATOM}rights") == SITE.rights
        links = element.findall(f"{ATOM}link[@rel='license']")
        assert [link.get("href") for link in links] == [SITE.license]


@pytest.mark.promise(14)
def test_where_nothing_is_said_of_rights_nothing_is_written() -> None:
    feed = written(rights="", license="")
    assert not list(feed.iter(f"{ATOM}rights"))
    assert not list(feed.iterfind(f".//{ATOM}link[@rel='license']"))


@pytest.mark.promise(15)
def test_an_attachment_says_its_type_its_bytes_and_its_name() -> None:
    links = list(written().iterfind(f".//{ATOM}link[@rel='enclosure']"))
    facts = [(x.get("type"), x.get("length"), x.get("title")) for x in links]
    files = (FILES[1], *FILES)
    assert facts == [(file.media_type, str(file.size), file.name) for file in files]


@pytest.mark.promise(16)
def test_no_entry_is_somebody_elses() -> None:
    assert not list(written().iter(f"{ATOM}source"))


@pytest.mark.promise(3)
def test_the_feed_of_each_language_has_its_own_identifier() -> None:
    topic = Topic("peace")
    ids = {written(edition(feed=c, topic=topic)).findtext(f"{ATOM}id") for c in ("en", "fr", "nl")}
    assert len(ids) == 3
