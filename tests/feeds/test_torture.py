"""Whatever a text holds, the documents stay well-formed and harmless."""

import json
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import feedparser
import lxml.html
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from lxml import etree

from feeds import FORMATS
from feeds.parts.dates import is_rfc822, is_rfc3339
from feeds.parts.elements import ATOM
from feeds.parts.html import ATTRIBUTES, SCHEMES, TAGS
from feeds.validate import faults
from press.embargo import embargo_from, minute_of
from press.public.edition import Edition
from press.text import clean
from tests.feeds.samples import FILES, SITE, edition, entry, text
from tests.web.reading import Html

ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"
TORTURE = {
    "controls": "a\x00b\x08c\x0bd\x0ce\x1bf\x7fg\x85h\ufffei\uffffj",
    "end of CDATA": "a ]]> b <![CDATA[ c ]]]]> d",
    "HTML entities": "a&nbsp;b &copy; &lt;i&gt; &#12; &#0; &#xD800; &#xFFFE; &bogus; &amp;amp;",
    "lone surrogates": "a\ud800b\udfffc \udc80",
    "bidi marks": "abc \u200f\u05d0\u05d1\u200e \u202edef\u202c \u2066x\u2069",
    "emoji": "👩‍👩‍👧‍👦 🇧🇪 🏴󠁧󠁢󠁳󠁣󠁴󠁿 e\u0301 \U0001f9d1\U0001f3fd",
    "nested markup": "**a *b `c` [d *e*](http://f.g)** ~~h~~ " + "> " * 50 + "deep" + "*" * 99,
    "scripts": "<script>alert(1)</script><img src=x onerror=alert(1)><svg/onload=alert(1)>",
    "script links": "[a](javascript:alert(1)) [b](<java\tscript:alert(1)>) [c](vbscript:x)"
    " [d](&#106;avascript:alert(1)) <javascript:alert(1)> [e](JaVaScRiPt:x)",
    "data links": "[a](data:text/html,<script>x</script>) ![b](data:image/png;base64,AAAA)",
    "broken links": "[a](http://[) [b](//) [c](http://a b) [d](https://x:99999/) [e](#) [f]()",
    "attributes": '[a](http://b.c "x\\" onclick=\\"alert(1)") <a href="x" onclick="y">z</a>',
    "a mark after a tag": "\u0338a *\u0338b* \u0338",
    "white space": " \t\r\n\u00a0\u2028 ",
    "nothing": "",
    "doctype": '<!DOCTYPE x [<!ENTITY a "b">]> &a; <?xml-stylesheet href="x"?>',
}
# Whole hours, half of one, a quarter; summers on either side of the world.
ZONES = ["UTC", "Europe/Brussels", "America/St_Johns", "Asia/Kathmandu", "Pacific/Chatham"]
every_format = pytest.mark.parametrize("extension", FORMATS)
every_torture = pytest.mark.parametrize("words", TORTURE.values(), ids=TORTURE.keys())


def tortured(words: str) -> Edition:
    """The words in every place of a feed that takes any."""
    first = entry(text("fr", words, words, "Corps.", summary=words, engine=words))
    second = entry(text("fr", f"T {words}", words), "second", source="fr", ago=1)
    files = (FILES[1], replace(FILES[0], alt=words, credit=words))
    return edition(first, replace(second, files=files))


def contents(extension: str, document: bytes) -> list[str]:
    """The HTML of every entry, as a reader takes it out of the document."""
    if extension == "json":
        return [item["content_html"] for item in json.loads(document)["items"]]
    tag = "{http://www.w3.org/2005/Atom}content" if extension == "atom" else ENCODED
    return [element.text for element in etree.fromstring(document).iter(tag)]


def harm(html: str) -> list[str]:
    """Every element and attribute that a text must not bring into a reader."""
    root = lxml.html.fragment_fromstring(html, create_parent="main")
    ours = {"main", "div", "section", "address", "figure", "figcaption", "bdi", "span"}
    sizes = {"img": {"width", "height"}, "a": {"type"}}  # of files that go with it
    found = [e.tag for e in root.iter() if e.tag not in TAGS | ours]
    for element in root.iter():
        tag = str(element.tag)
        known = ATTRIBUTES.get(tag, set()) | sizes.get(tag, set()) | {"lang", "dir"}
        found += [f"{element.tag} {name}" for name in element.attrib if name not in known]
        if (href := element.get("href")) is not None and urlsplit(href).scheme not in SCHEMES:
            found.append(href)
        if (source := element.get("src")) is not None and not source.startswith(OUR_FILES):
            found.append(source)
    return found


OUR_FILES = f"{SITE.base_url}/files/"


@pytest.mark.promise(35, 36, 38)
@every_format
@every_torture
def test_no_text_breaks_a_document(extension: str, words: str) -> None:
    document = FORMATS[extension].render(tortured(words), SITE)
    assert faults(extension, document) == []
    assert len(contents(extension, document)) == 2


@pytest.mark.promise(8)
@every_format
@every_torture
def test_no_text_harms_a_reader(extension: str, words: str) -> None:
    document = FORMATS[extension].render(tortured(words), SITE)
    assert [harm(html) for html in contents(extension, document)] == [[], []]


@every_torture
def test_readers_find_no_fault_in_any_text(words: str) -> None:
    for extension in ("atom", "rss"):
        found = feedparser.parse(FORMATS[extension].render(tortured(words), SITE))
        assert not found.bozo
        assert len(found.entries) == 2


@pytest.mark.promise(10, 22, 30, 38)
@pytest.mark.parametrize("words", ["AT&T", "a < b", "<b>c</b>", "&amp;", "]]>", "“é” – 🇧🇪"])
def test_a_title_is_neither_markup_nor_escaped_twice(words: str) -> None:
    marked = edition(entry(text("fr", words, "Corps.")))
    atom = feedparser.parse(FORMATS["atom"].render(marked, SITE))
    rss = etree.fromstring(FORMATS["rss"].render(marked, SITE))
    assert atom.entries[0].title == words
    assert rss.findtext("channel/item/title") == words
    assert json.loads(FORMATS["json"].render(marked, SITE))["items"][0]["title"] == words


@pytest.mark.promise(21)
def test_a_summary_in_rss_is_words_and_not_markup() -> None:
    words = "use <script>alert(1)</script> & co"
    document = FORMATS["rss"].render(edition(entry(text("fr", "T", words))), SITE)
    shown = lxml.html.fromstring(etree.fromstring(document).findtext("channel/item/description"))
    assert shown.text_content() == words


@pytest.mark.waits
@every_format
def test_a_text_of_a_megabyte_is_written(extension: str) -> None:
    long = edition(entry(text("fr", "Long", "mot & *mot* " * 90_000)))
    document = FORMATS[extension].render(long, SITE)
    assert len(document) > 1_000_000
    assert faults(extension, document) == []


@pytest.mark.promise(8)
@every_format
def test_only_http_mail_and_telephone_links_leave(extension: str) -> None:
    words = "[a](/x) [b](mailto:c@d.e) [f](tel:+32) [g](ftp://h.i) <https://j.k>"
    authentic = entry(text("fr", "T", words), source="fr", contacts=())
    document = FORMATS[extension].render(edition(authentic), SITE)
    root = lxml.html.fragment_fromstring(contents(extension, document)[0], create_parent="main")
    expected = ["https://press.example.org/x", "mailto:c@d.e", "tel:+32", "https://j.k"]
    assert [a.get("href") for a in root.iter("a") if a.get("href")] == expected


any_text = st.text(st.characters(exclude_categories=()))


@pytest.mark.promise(8, 36)
@given(any_text, any_text)
@example("\u0338", "\u0338")
@example("", "&#12;")
def test_any_text_makes_a_sound_document(headline: str, body: str) -> None:
    arbitrary = edition(entry(text("fr", headline, body)))
    for extension, format_ in FORMATS.items():
        document = format_.render(arbitrary, SITE)
        assert faults(extension, document) == []
        assert [harm(html) for html in contents(extension, document)] == [[]]


def mistaken(words: str) -> bool:
    """Whether feedparser takes them for UTF-8 or Windows letters read as Latin-1, and “repairs”."""
    if any("\x80" <= letter < "\xa0" for letter in words):
        return True
    try:
        return words.encode("latin-1").decode() != words
    except UnicodeError:
        return False


@pytest.mark.promise(10, 39)
@given(any_text)
@example("A\ufffd\U0001f1e7\U0001f1ea\u200f")
def test_a_reader_gets_back_the_title_it_was_given(headline: str) -> None:
    expected = " ".join(clean(headline).split()) or "demining"
    assume(not mistaken(expected))
    document = FORMATS["atom"].render(edition(entry(text("fr", headline, "Corps."))), SITE)
    assert " ".join(feedparser.parse(document).entries[0].title.split()) == expected


def test_dates_keep_the_newsrooms_offset_in_summer_and_winter() -> None:
    late = edition(entry(text("fr", "T", "C."), ago=24 * 200), entry(text("fr", "U", "C."), "u"))
    dates = [i["date_published"] for i in json.loads(FORMATS["json"].render(late, SITE))["items"]]
    assert dates == ["2026-02-06T13:18:00+01:00", "2026-08-25T14:18:00+02:00"]


@every_format
@every_torture
@pytest.mark.promise(8)
def test_every_element_of_a_content_is_closed(extension: str, words: str) -> None:
    for html in contents(extension, FORMATS[extension].render(tortured(words), SITE)):
        assert Html(html).elements  # which refuses what is left open


@pytest.mark.promise(35)
@pytest.mark.parametrize("extension", ["atom", "rss"])
def test_a_document_begins_by_saying_that_it_is_utf_8(extension: str) -> None:
    document = FORMATS[extension].render(tortured("é"), SITE)
    assert document.startswith(b"<?xml version='1.0' encoding='UTF-8'?>\n<")
    assert b"<!DOCTYPE" not in document
    assert "é" in document.decode()


@every_format
@pytest.mark.promise(39)
@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\u202b\u202c", "\u2067\u2069"])
def test_marks_of_direction_are_kept(extension: str, mark: str) -> None:
    (html,) = contents(
        extension, FORMATS[extension].render(edition(entry(text("ar", "T", f"a{mark}b"))), SITE)
    )
    assert f'lang="ar" dir="rtl"><p>a{mark}b</p>' in html


@every_format
@pytest.mark.promise(40)
@pytest.mark.parametrize("words", ["🇧🇪 𝄞 𠜎 \U000e0067", "e\u0301t\u0065\u0301", "\u1112\u1161"])
def test_letters_arrive_whole_and_composed(extension: str, words: str) -> None:
    both = entry(text("fr", words, words, summary=words), source="fr", contacts=())
    document = FORMATS[extension].render(edition(both), SITE).decode()
    assert document.count(unicodedata.normalize("NFC", words)) == 3
    assert unicodedata.is_normalized("NFC", document)


moments = st.datetimes(
    datetime(1971, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    datetime(2100, 1, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)


@given(moments, st.timedeltas(timedelta(0), timedelta(days=400)), st.sampled_from(ZONES))
@example(datetime(2026, 10, 25, 0, 59, tzinfo=UTC), timedelta(hours=1), "Europe/Brussels")
@example(datetime(2026, 3, 29, 1, tzinfo=UTC), timedelta(microseconds=1), "Europe/Brussels")
@pytest.mark.promise(5, 20, 31)
def test_every_date_has_the_newsrooms_offset(out: datetime, later: timedelta, zone: str) -> None:
    published = minute_of(out)
    one = replace(entry(text("fr", "T", "C.")), embargo=embargo_from(published, "UTC"))
    one = replace(one, updated=published + later)
    both = replace(edition(one), changed=one.updated)
    wanted = [at(moment.replace(microsecond=0), zone) for moment in (published, one.updated)]
    for extension, format_ in FORMATS.items():
        found = dates(extension, format_.render(both, replace(SITE, zone=zone)))
        read = rfc822 if extension == "rss" else rfc3339
        assert [read(date) for date in found] == wanted


def at(moment: datetime, zone: str) -> str:
    return moment.astimezone(ZoneInfo(zone)).isoformat()


def dates(extension: str, document: bytes) -> list[str]:
    """When the entry came out; when it was updated, in RSS when the channel changed."""
    if extension == "json":
        (item,) = json.loads(document)["items"]
        return [item["date_published"], item["date_modified"]]
    root = etree.fromstring(document)
    if extension == "rss":
        return [
            root.findtext("channel/item/pubDate", ""),
            root.findtext("channel/lastBuildDate", ""),
        ]
    tags = [f"{{{ATOM}}}entry/{{{ATOM}}}{tag}" for tag in ("published", "updated")]
    return [root.findtext(tag, "") for tag in tags]


def rfc3339(date: str) -> str:
    assert is_rfc3339(date)
    return date


def rfc822(date: str) -> str:
    assert is_rfc822(date)
    assert date[-5] in "+-"
    return parsedate_to_datetime(date).isoformat()
