"""What only RSS says, or says in its own way (RSS 2.0 and its Best Practices Profile)."""

import re
from dataclasses import replace
from html import unescape

import pytest
from lxml import etree

from feeds import rss
from feeds.parts.html import content_html
from feeds.validate import faults
from press.public.edition import Edition
from tests.feeds.samples import FILES, NOON, PERSON, SERVICE, SITE, edition, entry, mixed, text

ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}"
ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"
MEDIA = "{http://search.yahoo.com/mrss/}"
SY = "http://purl.org/rss/1.0/modules/syndication/"


def channel(edition: Edition | None = None, **settings: str) -> etree._Element:
    site = replace(SITE, **settings)  # type: ignore[arg-type]
    found = etree.fromstring(rss.render(edition or mixed(), site)).find("channel")
    assert found is not None
    return found


@pytest.mark.promise(17)
def test_a_channel_leads_to_the_page_of_its_topic_and_language() -> None:
    found = channel()
    assert [x.text for x in found.findall("title")] == ["Paix et sécurité – Press & office"]
    assert [x.text for x in found.findall("link")] == [f"{SITE.base_url}/fr/peace-and-security/"]
    assert [x.text for x in found.findall("description")] == ["Ce que fait Velmora pour la paix."]


@pytest.mark.promise(18)
def test_a_channel_says_its_own_address_once() -> None:
    links = channel().findall(f"{ATOM}link[@rel='self']")
    assert [x.get("href") for x in links] == [f"{SITE.base_url}/fr/peace-and-security.rss"]


@pytest.mark.promise(59)
def test_a_channel_names_the_hub_that_is_told_of_it() -> None:
    links = channel().findall(f"{ATOM}link[@rel='hub']")
    assert [dict(x.attrib) for x in links] == [{"rel": "hub", "href": SITE.hub}]


@pytest.mark.promise(19)
def test_an_item_has_title_and_link_and_a_guid_that_is_no_permalink() -> None:
    for one, item in zip(mixed().entries, channel().iter("item"), strict=True):
        assert item.findtext("title") == one.text.headline
        assert item.findtext("link") == f"{SITE.base_url}/fr/releases/{one.slug}"
        (guid,) = item.findall("guid")
        assert (guid.text, dict(guid.attrib)) == (one.id, {"isPermaLink": "false"})


@pytest.mark.promise(21)
def test_the_summary_stands_before_the_whole_text() -> None:
    for one, item in zip(mixed().entries, channel().iter("item"), strict=True):
        tags = [child.tag for child in item]
        assert tags.count("description") == tags.count(ENCODED) == 1
        assert tags.index("description") < tags.index(ENCODED)
        assert item.findtext(ENCODED) == content_html(one, mixed().feed.language, SITE)


@pytest.mark.promise(22)
def test_a_title_is_escaped_once() -> None:
    document = rss.render(edition(entry(text("fr", "AT&T <b>", "C."))), SITE).decode()
    assert "<title>AT&#x26;T &#x3C;b&gt;</title>" in document


@pytest.mark.promise(23)
def test_every_sender_is_a_creator_and_nobody_an_author() -> None:
    senders = [SERVICE, PERSON, replace(SERVICE, name="The other ministry")]
    found = channel(edition(entry(text("fr", "T", "C."), contacts=senders)))
    assert [x.text for x in found.iter(f"{DC}creator")] == [SERVICE.name, "The other ministry"]
    assert not list(found.iter("author", "managingEditor", "webMaster"))


@pytest.mark.promise(24)
def test_an_item_has_one_enclosure_at_the_most() -> None:
    item = channel(edition(replace(entry(text("fr", "T", "C.")), files=FILES))).find("item")
    assert item is not None
    (first,) = item.findall("enclosure")
    assert (first.get("length"), first.get("type")) == (str(FILES[0].size), "image/png")
    others = [x.get("url") for x in item.findall(f"{MEDIA}content")][1:]
    assert others == [SITE.file(file.token, file.name) for file in FILES[1:]]


@pytest.mark.promise(25)
def test_channel_and_items_say_their_language() -> None:
    found = channel()
    assert found.findtext("language") == "fr-BE"
    assert [x.text for x in found.iter(f"{DC}language")] == ["fr-BE"] * 3 + ["en"]


@pytest.mark.promise(26)
def test_a_channel_says_how_long_it_is_fresh_in_one_way_only() -> None:
    assert [x.text for x in channel().findall("ttl")] == ["1"]
    assert SY not in rss.render(mixed(), SITE).decode()


@pytest.mark.promise(26)
def test_the_picture_of_a_channel_is_called_as_the_channel_and_leads_where_it_leads() -> None:
    found = channel()
    image = {x.tag: x.text for x in found.iterfind("image/*")}
    assert image == {
        "url": f"{SITE.base_url}/static/icon-144.png",
        "title": found.findtext("title"),
        "link": found.findtext("link"),
        "width": "144",
        "height": "144",
    }


@pytest.mark.promise(27)
def test_every_category_says_what_it_is_a_name_in() -> None:
    domains = {x.get("domain") for x in channel().iter("category")}
    assert domains == {f"{SITE.base_url}/fr/", f"{SITE.base_url}/provenance"}


@pytest.mark.promise(28)
def test_a_channel_was_last_built_when_it_last_changed() -> None:
    changed = replace(mixed(), changed=NOON)
    dates = [x.text for x in channel(changed).findall("lastBuildDate")]
    assert dates == ["Tue, 25 Aug 2026 14:18:00 +0200"]


@pytest.mark.promise(77)
def test_channel_and_items_say_whose_they_are_and_under_which_terms() -> None:
    found = channel()
    assert found.findtext("copyright") == SITE.rights
    for element in (found, *found.iter("item")):
        links = element.findall(f"{ATOM}link[@rel='license']")
        assert [link.get("href") for link in links] == [SITE.license]
    assert {item.findtext(f"{DC}rights") for item in found.iter("item")} == {SITE.rights}


@pytest.mark.promise(79)
def test_files_are_in_no_group_and_the_newsrooms_own_say_whose_they_are() -> None:
    found = channel()
    assert not list(found.iter(f"{MEDIA}group"))
    credited, *own = (x for x in found.iter(f"{MEDIA}content"))
    assert credited.find(f"{MEDIA}copyright") is None
    assert {x.findtext(f"{MEDIA}copyright") for x in own} == {SITE.rights}


@pytest.mark.promise(21)
def test_a_description_is_the_words_of_the_summary() -> None:
    summary = "1 < 2 & <b>bold</b>"
    words = text("fr", "T", "C.", summary=summary)
    item = channel(edition(entry(words, source="fr"))).find("item")
    assert item is not None
    assert unescape(item.findtext("description", "")) == summary
    assert "<" not in item.findtext("description", "")


LETTERS = "a < b & c <b>d</b> &amp; &lt; ]]> «é» \u2028 x > y"


@pytest.mark.promise(118)
def test_signs_of_plain_text_are_hexadecimal_references_and_read_as_they_were() -> None:
    words = text("fr", LETTERS, "Words & <words>.", summary=LETTERS)
    file = replace(FILES[0], name="a<b&c.png", alt=LETTERS, credit=LETTERS)
    service = replace(SERVICE, name=LETTERS)
    one = replace(
        entry(words, contacts=[service]),
        topics={"peace": LETTERS},
        files=(file, file),
        issuer=LETTERS,
        reference=LETTERS,
    )
    site = replace(SITE, title=LETTERS, rights=LETTERS)
    document = rss.render(edition(one), site)
    assert faults("rss", document) == []
    root = etree.fromstring(document)
    named = document.replace(b"&#x3C;", b"&lt;").replace(b"&#x26;", b"&amp;")
    assert etree.tostring(root) == etree.tostring(etree.fromstring(named))
    html = re.compile(rb"<(description|content:encoded)>.*?</\1>", re.DOTALL)
    bare = html.sub(b"", document[document.index(b"<item") :])
    assert not re.search(rb">[^<]*&(?:amp|lt);", bare)
    assert bare.count(b"&#x3C;b&gt;d&#x3C;/b&gt; &#x26;amp; &#x26;lt;") >= 8
    assert root.findtext("channel/title") == f"Paix et sécurité – {LETTERS}"
    assert root.findtext("channel/image/title") == f"Paix et sécurité – {LETTERS}"
    head = document[: document.index(b"<item")]
    assert b"&lt;" not in head
    assert b"&amp;" not in head


@pytest.mark.promise(21, 118)
def test_a_summary_is_still_html_in_which_no_letter_is_markup() -> None:
    words = text("fr", "Titre", "Words.", summary=LETTERS)
    (item,) = channel(edition(entry(words))).iter("item")
    said = item.findtext("description") or ""
    assert "<" not in said
    assert " ".join(unescape(said).split()) == " ".join(LETTERS.split())
