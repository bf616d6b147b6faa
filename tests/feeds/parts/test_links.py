"""Where the links of a text lead: its own headings, its files, pages of ours."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.parts.html import body_html, content_html, lost_links
from feeds.parts.links import Leads, heading_name, heading_names
from press.public.edition import Entry
from press.releases.attachment import Attachment
from press.text import Block, Kind, Origin, Text
from tests.feeds.samples import NOON, SITE, entry
from tests.web.reading import Html

FRENCH, ENGLISH = (SITE.languages.named(code) for code in ("fr", "en"))
BRIDGE = Attachment("t0ken", "Bridge plan.PDF", "application/pdf", 1000, "0" * 64)
PHOTO = Attachment("t0ken", "bridge.jpg", "image/jpeg", 1000, "1" * 64, alt="The <old> bridge")
PLAN = "https://press.example.org/files/t0ken/Bridge%20plan.PDF"
PLACES = ("en", "fr", "", "feeds")


def told(code: str, *markdowns: str, slug: str = "demining", **more: object) -> Entry:
    """A release written in English; blocks that begin with # are headings."""
    origin = Origin.AUTHOR if code == "en" else Origin.EDITOR
    kinds = [Kind.HEADING if words.startswith("#") else Kind.PARAGRAPH for words in markdowns]
    blocks = [Block(kind, words, origin) for kind, words in zip(kinds, markdowns, strict=True)]
    headline = Block(Kind.HEADLINE, "A bridge opens", origin)
    words = Text(code, (headline, *blocks), NOON)
    return replace(entry(words, slug, contacts=()), **more)  # type: ignore[arg-type]


def links(html: str) -> list[str]:
    return [link["href"] for link in Html(html).all("a")]


def ids(html: str) -> list[str]:
    return [attributes["id"] for _, attributes in Html(html).elements if "id" in attributes]


SAYS = ("See the [figures](#key-figures).", "## Key figures", "Six.", "## Notes", "[Up](#top).")


@pytest.mark.promise(125)
def test_on_its_own_page_a_link_leads_to_the_heading_it_names() -> None:
    html = body_html(told("en", *SAYS), SITE)
    assert links(html) == ["#demining_en_key-figures", "#content"]
    assert ids(html) == ["demining_en_key-figures", "demining_en_notes"]


@pytest.mark.promise(125)
def test_in_a_feed_it_leads_to_the_heading_on_the_releases_page() -> None:
    html = content_html(told("en", *SAYS), FRENCH, SITE)
    page = "https://press.example.org/fr/releases/demining"
    assert f"{page}#demining_en_key-figures" in links(html)
    assert f"{page}#content" in links(html)
    assert "demining_en_key-figures" in ids(html)


@pytest.mark.promise(125)
def test_a_link_of_a_translation_leads_to_the_heading_in_its_own_words() -> None:
    french = ("Voir les [chiffres](#key-figures).", "## Chiffres clés", "Six.", "## Notes")
    one = told("fr", *french, headings=("## Key figures", "## Notes"))
    assert links(body_html(one, SITE)) == ["#demining_fr_chiffres-cles"]
    # Of an original that has other headings by now, none is guessed.
    other = replace(one, headings=("## New", "## Key figures", "## Notes"))
    assert links(body_html(other, SITE)) == []


@pytest.mark.promise(125)
def test_headings_of_several_releases_and_languages_have_ids_that_differ() -> None:
    said = ("## Notes", "## Notes", "## Notes 1", "## ٢٠٢٦", "## !")
    several = [told("en", *said), told("fr", *said), told("en", *said, slug="demining-2")]
    found = [name for one in several for name in ids(content_html(one, ENGLISH, SITE))]
    assert len(found) == len(set(found)) == 15
    assert found[:5] == [
        f"demining_en_{name}" for name in ("notes", "notes-1", "notes-1-1", "٢٠٢٦", "section-5")
    ]


@pytest.mark.promise(125)
@pytest.mark.parametrize(
    ("heading", "fragment"),
    [
        ("Key figures: 2026", "key-figures-2026"),
        ("Chiffres clés", "chiffres-cl%C3%A9s"),
        ("Chiffres clés", "chiffres-cles"),
        ("What’s new?", "whats-new"),
        ("Peace & security", "peace--security"),
        ("*Notes* for `editors`", "notes-for-editors"),
        ("关于我们", "%E5%85%B3%E4%BA%8E%E6%88%91%E4%BB%AC"),
    ],
)
def test_a_heading_is_found_as_programs_commonly_name_it(heading: str, fragment: str) -> None:
    html = body_html(told("en", f"[x](#{fragment})", f"## {heading}"), SITE)
    (link,) = links(html)
    assert Leads(headings=(("x", ids(html)[0]),)).address("#x") == link


@pytest.mark.promise(125)
def test_a_link_to_a_heading_that_is_not_there_is_only_words() -> None:
    html = body_html(told("en", "See [the *figures*](#figures) and [x](<#y>)."), SITE)
    assert html == "<p>See the <em>figures</em> and x.</p>"


@pytest.mark.promise(126)
@pytest.mark.parametrize(
    "link", ["Bridge%20plan.pdf", "./bridge%20plan.PDF", "/docs/Bridge%20plan.pdf?v=2"]
)
def test_a_link_to_an_attached_file_leads_to_it(link: str) -> None:
    one = told("en", f"The [plan]({link}).", files=(BRIDGE,))
    assert links(body_html(one, SITE)) == [PLAN]
    assert links(body_html(told("en", f"[plan]({link}#page=3)", files=(BRIDGE,)), SITE)) == [
        f"{PLAN}#page=3"
    ]


@pytest.mark.promise(126)
def test_a_link_to_another_site_stays_whatever_is_attached() -> None:
    address = "https://elsewhere.example/Bridge%20plan.pdf"
    one = told("en", f"The [plan]({address}).", files=(BRIDGE,))
    assert links(body_html(one, SITE)) == [address]


@pytest.mark.promise(126, 127)
def test_a_picture_that_goes_with_a_text_stands_where_the_text_has_it_and_once() -> None:
    one = told("en", "![From the *river*](bridge.jpg)", "![No](https://a.b/c.png)", files=(PHOTO,))
    html = Html(content_html(one, ENGLISH, SITE))
    (picture,) = html.all("img")
    assert picture == {
        "src": "https://press.example.org/files/t0ken/bridge.jpg",
        "alt": "From the river",
    }
    assert "bridge.jpg" in html.text("li")
    assert "No" in html.text("p")


def test_what_leads_nowhere_is_named() -> None:
    words = (
        "[a](#key-figures) [b](#nothing) [c](plan.pdf) [d](bridge%20plan.pdf) [e](/fr/climate/)",
        "## Key figures",
        "[f](https://a.b/c) [g](mailto:a@b.example) ![h](map.png) [i](/sites/x) `[j](k)` [l](?a=b)",
    )
    text = told("en", *words).text
    assert list(lost_links(text, ["Bridge plan.pdf"], PLACES)) == [
        *("#nothing", "plan.pdf", "map.png", "/sites/x")
    ]


@pytest.mark.promise(126)
def test_a_picture_without_words_in_the_text_is_described_by_what_is_said_of_the_file() -> None:
    (picture,) = Html(body_html(told("en", "![](bridge.jpg)", files=(PHOTO,)), SITE)).all("img")
    assert picture["alt"] == "The <old> bridge"


@given(st.text(max_size=30))
def test_a_heading_has_one_name_whatever_it_says(words: str) -> None:
    name = heading_name(words)
    assert heading_name(name) == name
    assert not set(name) & set(' #?/"&<>')


@given(st.lists(st.sampled_from(["a", "a-1", "a-1-1", "A", "", "section-2"]), max_size=12))
def test_no_two_headings_have_one_name(headings: list[str]) -> None:
    names = list(heading_names(headings))
    assert len(set(names)) == len(names) == len(headings)


@given(st.text(max_size=30))
def test_no_address_breaks_a_text(href: str) -> None:
    leads = Leads("https://press.example.org/", headings=(("a", "b"),), files=(("c", "d"),))
    assert isinstance(leads.address(href), str)
    assert leads.leads_nowhere(href, PLACES) in (True, False)


@pytest.mark.promise(125)
def test_thousands_of_headings_and_links_are_each_looked_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = Counter[str]()

    def counted(words: str) -> str:
        asked[words] += 1
        return heading_name(words)

    monkeypatch.setattr("feeds.parts.links.heading_name", counted)
    said = [f"## N{number} [up](#n{number}-up)" for number in range(600)]
    kinds = [Kind.NOTES if number % 2 else Kind.HEADING for number in range(600)]
    headline = Block(Kind.HEADLINE, "A bridge")
    blocks = (headline, *(Block(kind, words) for kind, words in zip(kinds, said, strict=True)))
    one = entry(Text("en", blocks, NOON), contacts=())
    assert len(links(content_html(one, ENGLISH, SITE))) >= 600
    assert asked.total() < 6 * len(said)
