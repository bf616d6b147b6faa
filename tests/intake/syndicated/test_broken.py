"""Feeds as they should not be: what can be read is read, what cannot is refused in a sentence."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import intake
from intake.syndicated.newsitem import MOST
from press.errors import Refusal, UnreadableFile
from press.releases.release import Filing, Reading

SENT = Path(__file__).parent / "sent"
ITEM = "<item><title>{title}</title><guid>urn:x:{n}</guid><description>{words}</description></item>"


def rss(*items: str, above: str = "") -> bytes:
    return f"{above}<rss version='2.0'><channel>{''.join(items)}</channel></rss>".encode()


def item(title: str = "A title", words: str = "Some words.", n: int = 1) -> str:
    return ITEM.format(title=title, words=words, n=n)


def read(data: bytes, name: str = "-") -> Reading:
    return intake.read(name, data, zone="Europe/Brussels", language="en")


def one(data: bytes) -> Filing:
    (filing,) = read(data).filings
    return filing


def json_feed(*items: object) -> bytes:
    return json.dumps({"version": "https://jsonfeed.org/version/1", "items": items}).encode()


@pytest.mark.parametrize(
    ("written", "headline"),
    [
        ("R &amp;amp; D", "R & D"),
        ("R &amp;amp;amp; D", "R & D"),
        ("R & D", "R & D"),
        ("<![CDATA[R & D]]>", "R & D"),
        ("<![CDATA[R &amp; D]]>", "R & D"),
        ("caf&eacute;&nbsp;ouvert", "café ouvert"),
        ("&lt;b&gt;Bold&lt;/b&gt; words", "Bold words"),
        ("<b>Bold</b> words", "Bold words"),
        ("5 &lt; 6 and _this_ *that* # [x](y)", "5 < 6 and _this_ *that* # [x](y)"),
        ("Two\n   lines", "Two lines"),
    ],
)
def test_a_title_is_plain_words_however_it_is_escaped(written: str, headline: str) -> None:
    assert one(rss(item(written))).headline == headline


@pytest.mark.parametrize("above", ["", "<?xml version='1.0' encoding='utf-8'?>"])
@pytest.mark.parametrize("coding", ["utf-8-sig", "utf-16", "cp1252"])
def test_letters_are_read_whatever_a_feed_says_of_its_encoding(coding: str, above: str) -> None:
    data = rss(item("Né à l’été", "Déjà vu."), above=above).decode().encode(coding)
    reading = read(data)
    assert reading.filings[0].headline == "Né à l’été"
    assert any("Windows-1252" in note for note in reading.notes) == (coding == "cp1252")


def test_an_encoding_that_is_declared_is_used() -> None:
    above = "<?xml version='1.0' encoding='windows-1251'?>"
    data = rss(item("Новости порта", "Слова."), above=above).decode().encode("windows-1251")
    assert one(data).headline == "Новости порта"


@pytest.mark.parametrize(
    "broken",
    [
        b"<rss version='2.0'><channel>" + item().encode() + b"<item><title>Cut",
        rss(item(words="AT&T and <b>not closed")),
        rss(item(), "<item><title>B</tilte></item>"),
        b"<rss version='2.0'><channel>" + item().encode() + b"\x0b</rss>",
    ],
    ids=["cut", "ampersand", "misspelt", "control"],
)
def test_broken_xml_is_read_as_far_as_it_goes(broken: bytes) -> None:
    reading = read(broken)
    assert reading.filings[0].headline == "A title"
    assert "AT&T" not in str(broken) or "AT&T" in reading.filings[0].blocks[1].markdown


def test_elements_of_namespaces_that_nobody_declared_are_read_all_the_same() -> None:
    other = "<content:encoded>&lt;p&gt;All of it.&lt;/p&gt;</content:encoded>"
    other += "<dc:date>2026-03-03</dc:date>"
    filing = one(rss(f"<item><title x:y='z'>A</title><guid>urn:x:1</guid>{other}</item>"))
    assert filing.blocks[1].markdown == "All of it."
    assert str(filing.embargo) == "2026-03-03"


@pytest.mark.parametrize("name", ["a:b:c", "dc:2027", "dc:", "dc:é", "p2027-05-05T12:00:00", ":x"])
def test_an_element_of_any_name_is_read_past(name: str) -> None:
    assert one(rss(f"{item()[:-7]}<{name}>x</{name}></item>")).headline == "A title"


def test_an_officer_is_told_that_xml_was_broken() -> None:
    (note,) = read(b"<rss version='2.0'><channel>" + item().encode() + b"<item>").notes[:1]
    assert note.startswith("its XML is broken")


@pytest.mark.parametrize(
    "prolog",
    [
        '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<?xml version="1.0"?>\n<!-- x -->\n<!DOCTYPE rss SYSTEM "x" [ <!ENTITY % a "b"> ]>',
    ],
)
def test_a_feed_that_declares_entities_is_refused_by_name(prolog: str) -> None:
    with pytest.raises(UnreadableFile, match="declares XML entities of its own"):
        read(rss(item("&b;"), above=prolog))


@pytest.mark.parametrize("words", [b"/etc/passwd", b"http://127.0.0.1:9/feed.xml", b"file:///"])
def test_bytes_are_never_taken_for_a_path_or_an_address(words: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read(words, "feed.rss")


def test_an_external_doctype_is_never_fetched() -> None:
    above = '<!DOCTYPE rss PUBLIC "-//X//DTD" "http://127.0.0.1:9/rss.dtd">'
    assert one(rss(item("&eacute;t&eacute;"), above=above)).headline == "été"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (rss(), "no entries"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'/>", "no entries"),
        (json_feed(), "no entries"),
        (rss(*(item(n=n) for n in range(MOST + 1))), f"more than {MOST:,} entries"),
        (json_feed(*({"id": str(n), "title": "x"} for n in range(MOST + 1))), "more than"),
        (rss("<item>" + "<a>" * 1000), "nested too deeply"),
        (rss("<item " + " ".join(f'a{n}="x"' for n in range(50_000)) + "/>"), "more attributes"),
        (rss("&" * 200_001), "too many parts"),
        (rss("<item/>" + "<category>a</category>" * 70_000), "too many parts"),
        (b'{"version":"https://jsonfeed.org/version/1","items":' + b"[" * 100_000, "too deeply"),
        (b'{"version":"https://jsonfeed.org/version/1","items":[{"id"', "it is no JSON, line 1"),
        (json_feed({"id": "1", "title": "a" * 100_000}), "as many letters as a text"),
        (json_feed({"id": "1", "content_html": "<p>a" * 50_000}), "more paragraphs than can be"),
        (rss(item()) + b" " * (5 * 1024 * 1024), "larger than 5 MiB"),
    ],
    ids=range(14),
)
def test_what_cannot_be_read_is_refused_in_a_sentence(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        read(data)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b'<?xml version="1.0"?><catalogue/>', "an XML document"),
        (b'{"name": "x", "uri": "y"}', "JSON data"),
        (b"<?xml version='1.0'?><entry><title>Mine</title></entry>", "an XML document"),
    ],
)
def test_other_xml_and_json_stay_refused(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableFile, match=kind):
        read(data)


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("Tue, 03 Mar 2026 14:18:00 +0100", "2026-03-03 14:18"),
        ("03 Mar 26 13:18 GMT", "2026-03-03 14:18"),
        ("Tue, 3 Mar 2026 08:18:00 EST", "2026-03-03 14:18"),
        ("Tue, 3 Mar 2026 14:18 CET", "2026-03-03 14:18"),
        ("2026-03-03T13:18:00Z", "2026-03-03 14:18"),
        ("2026-03-03T14:18:00", "2026-03-03 14:18"),
        ("20260303T131800Z", "2026-03-03 14:18"),
        ("2026-03-03T14:17:01+01:00", "2026-03-03 14:18"),
        ("2026-03-03", "2026-03-03"),
        ("Tue, 03 Mar 2026", "2026-03-03"),
        ("3 mars 2026 à 14h18", "2026-03-03 14:18"),
    ],
)
def test_dates_are_read_as_feeds_write_them(date: str, shown: str) -> None:
    filing = one(rss(f"<item><title>A</title><pubDate>{date}</pubDate></item>"))
    assert str(filing.embargo)[:16] == shown


@pytest.mark.parametrize(
    "date", ["soon", "2026", "2026-02-30", "2026-03-29T02:30:00", "2026-10-25T02:30:00", "9" * 999]
)
def test_a_date_that_is_not_certain_is_none_and_named(date: str) -> None:
    filing = one(rss(f"<item><title>A</title><pubDate>{date}</pubDate></item>"))
    assert filing.embargo is None
    assert any("cannot be read" in note for note in filing.notes)


def test_two_entries_of_one_id_are_one_and_an_officer_is_told() -> None:
    reading = read(rss(item("New"), item("Old")))
    assert [filing.headline for filing in reading.filings] == ["New"]
    assert reading.notes == ("“Old” was left out: an entry above it has the same id",)


def test_what_is_not_for_publication_is_in_no_block() -> None:
    words = "&lt;p&gt;Words.&lt;/p&gt;&lt;p&gt;Not for publication: call Ada at noon.&lt;/p&gt;"
    for filing in (
        one(rss(item(words=words))),
        one(json_feed({"id": "1", "title": "A", "summary": "Not for publication: call Ada.",
                       "content_text": "Words."})),
    ):  # fmt: skip
        assert all("Ada" not in block.markdown for block in filing.blocks)
        assert any("Ada" in left.what for left in filing.left_out)


@pytest.mark.parametrize("path", sorted(SENT.iterdir()), ids=lambda path: path.name)
@settings(max_examples=12)
@given(data=st.data())
def test_a_feed_that_is_damaged_anywhere_is_read_or_refused(
    path: Path, data: st.DataObject
) -> None:
    whole = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole) - 1))
        length = data.draw(st.integers(0, 30))
        whole[at : at + length] = data.draw(
            st.binary(max_size=8) | st.sampled_from([b"<", b"]]>", b"&#0;", b'"', b"{", b"\xff"])
        )
    with suppress(Refusal):
        read(bytes(whole), path.name)


@given(
    title=st.text("ab <&>*_#\\`[]()|é\n", min_size=1, max_size=30).filter(
        lambda words: any(letter.isalpha() for letter in words)
    )
)
def test_every_word_of_a_plain_title_is_in_the_headline(title: str) -> None:
    filing = one(json_feed({"id": "1", "title": title, "content_text": "Some words.\n\nMore."}))
    assert filing.headline == " ".join(title.split())


@pytest.mark.parametrize(
    "words",
    [
        "<abstract><width>1</width></abstract>",
        "<width><gml_pos>x</gml_pos></width>",
        "<textinput><keywords>1</keywords></textinput>",
        "<category><textinput>x</category></textinput>",
    ],
)
def test_elements_that_stand_in_one_another_where_none_may_end_in_a_sentence(words: str) -> None:
    with suppress(UnreadableFile):
        assert one(rss(item() + words)).headline == "A title"
    with suppress(UnreadableFile):
        assert one(rss(item().replace("</item>", f"{words}</item>"))).headline == "A title"
