"""What a release says, as HTML; and in few words."""

import re
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from feeds.parts import html as writing
from feeds.parts.html import content_html, plain, summary_of, to_html
from feeds.parts.links import Leads
from press.text import Block, Kind
from tests.feeds.samples import SITE, entry, right_to_left, text

FRENCH = SITE.languages.named("fr")


def html(markdown: str, base: str = "") -> str:
    return to_html([Block(Kind.PARAGRAPH, markdown)], Leads(base))


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
        ("# One", "<h2>One</h2>"),
        ("###### Six", "<h2>Six</h2>"),
        ("3. x\n4. y", '<ol start="3">\n<li>x</li>\n<li>y</li>\n</ol>'),
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
        ('"quotes" -- stay', '<p>"quotes" -- stay</p>'),
        ("![a chart](chart.png)", "<p>a chart</p>"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("[x](ftp://a.b/c)", "<p><a>x</a></p>"),
        ("\u0338x", "<p>\u0338x</p>"),  # in NFC, “<p>” and this are no tag any more
        ("a&#12;b", "<p>a b</p>"),
    ],
)
def test_markdown_becomes_html_that_is_safe_to_show(markdown: str, expected: str) -> None:
    assert html(markdown) == expected


@pytest.mark.promise(8)
@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("/en/about", "https://press.example.org/en/about"),
        ("about", "https://press.example.org/about"),
        ("//elsewhere.org/x", "https://elsewhere.org/x"),
        ("https://a.b/c?d=e&f", "https://a.b/c?d=e&amp;f"),
        ("tel:+99925550100", "tel:+99925550100"),
    ],
)
def test_relative_links_become_absolute(link: str, expected: str) -> None:
    assert (
        html(f"[x]({link})", "https://press.example.org/") == f'<p><a href="{expected}">x</a></p>'
    )


@pytest.mark.parametrize(
    ("marks", "levels"),
    [
        (["#", "##", "#"], "232"),
        (["##", "###"], "23"),
        (["###", "##", "####"], "324"),
        (["####", "######"], "24"),
        (["#", "######"], "26"),
        (["> ###", "##"], "32"),
    ],
)
def test_the_highest_heading_of_a_text_is_h2_and_the_others_follow(
    marks: list[str], levels: str
) -> None:
    blocks = [Block(Kind.HEADING, f"{mark} Words") for mark in marks]
    assert "".join(re.findall(r"<h(\d)>Words</h\1>", to_html(blocks))) == levels


def test_a_block_left_open_does_not_swallow_the_next() -> None:
    blocks = [Block(Kind.CODE, "```\ncode"), Block(Kind.PARAGRAPH, "after")]
    assert to_html(blocks).endswith("<p>after</p>")


@pytest.mark.promise(39)
@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("a \u202eb", "<p>a \u202eb\u202c</p>"),
        ("a [&#x202e;b](https://a.b) c", '<p>a <a href="https://a.b">\u202eb</a> c\u202c</p>'),
        ("a `\u2067b` c\u202c", "<p>a <code>\u2067b</code> c\u2069</p>"),
        ("```\na\u202e\nb\n```", "<pre><code>a\u202e\u202c\nb\n</code></pre>"),
        ("- a\u2067\n- b\u2069", "<ul>\n<li>a\u2067\u2069</li>\n<li>b</li>\n</ul>"),
    ],
)
def test_a_mark_of_direction_ends_in_what_it_stands_in(markdown: str, expected: str) -> None:
    assert html(markdown) == expected


def test_a_summary_that_is_cut_ends_the_marks_in_it() -> None:
    words = f"One \u202e{'two three ' * 60}\u202c end"
    assert summary_of(text("en", "H", words)).endswith("\u202c…")


@pytest.mark.promise(168)
def test_columns_say_how_they_are_aligned() -> None:
    made = html("| Year | Euros |\n|:---:| ---: |\n| 2025 | 2.4 |")
    assert '<th align="center">Year</th>' in made
    assert '<td align="right">2.4</td>' in made
    assert "style" not in made


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("*Un*  [lien](http://a.b)\nsuivi", "Un lien suivi"),
        ("AT&T &amp; co, 3 < 4", "AT&T & co, 3 < 4"),
        ("> a\n> b\n\n- c\n- d", "a b c d"),
        ("| a | b |\n|---|---|\n| c | d |", "a b c d"),
        ("```\nx  y\n```", "x y"),
        ("![alt](x.png)", "alt"),
    ],
)
def test_plain_text_has_the_words_and_no_marks(markdown: str, expected: str) -> None:
    assert plain(markdown) == expected


def test_a_summary_is_the_authors_if_there_is_one() -> None:
    assert summary_of(text("en", "H", "Body.", summary="Its\nown.")) == "Its own."


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Short *and* sweet.", "Short and sweet."),
        ("One sentence here. And another that is too long.", "One sentence here. …"),
        ("Un. Deux trois quatre cinq six sept huit", "Un. Deux trois quatre cinq…"),
        ("x" * 40, "x" * 29 + "…"),
        ("“Is it?” he asked, and then went on.", "“Is it?” he asked, and then…"),
        (
            "这是第一个比较长的句子用来测试。这是第二个也很长的句子用来测试。",
            "这是第一个比较长的句子用来测试。 …",
        ),
    ],
)
def test_a_long_paragraph_is_cut_at_a_sentence_or_a_word(body: str, expected: str) -> None:
    summary = summary_of(text("en", "H", body), limit=30)
    assert summary == expected
    assert len(summary) <= 30


def test_a_release_without_paragraphs_has_no_summary() -> None:
    assert summary_of(text("en", "H")) == ""


@pytest.mark.promise(78)
def test_a_machines_text_says_so_first_and_leads_to_the_authentic_one() -> None:
    machine = entry(text("fr", "T", "C.", origin="machine", engine="argos <1>"))
    content = content_html(machine, FRENCH, SITE)
    assert content.startswith(
        '<p lang="fr-BE" dir="ltr"><em>Traduction automatique (argos &lt;1&gt;, 25 août 2026) '
        "; seul le texte en anglais fait foi</em>. "
        '<a href="https://press.example.org/en/releases/demining" hreflang="en">'
        "Lire le texte authentique en anglais</a></p>"
        '<div lang="fr-BE" dir="ltr"><p>C.</p></div>'
    )


def test_an_authors_text_needs_no_note() -> None:
    authentic = entry(text("fr", "T", "C."), source="fr", contacts=())
    assert content_html(authentic, FRENCH, SITE) == '<div lang="fr-BE" dir="ltr"><p>C.</p></div>'


def test_what_stands_in_is_said_first_and_in_the_feeds_language() -> None:
    content = content_html(entry(text("en", "T", "B.")), FRENCH, SITE)
    said = "Pas encore disponible en français ; voici le texte en anglais"
    assert content.startswith(f'<p lang="fr-BE" dir="ltr"><em>{said}</em></p>')
    assert '<div lang="en" dir="ltr"><p>B.</p></div>' in content
    assert "Lire le texte authentique" not in content


def test_a_correction_is_said_first_as_plain_text() -> None:
    corrected = replace(entry(text("en", "T", "B.")), note="<Six>, \x0bnot *five*.")
    content = content_html(corrected, FRENCH, SITE)
    assert content.startswith(
        '<p lang="fr-BE" dir="ltr"><strong>Ce communiqué a été modifié :</strong></p>'
        '<p dir="auto">&lt;Six&gt;, not *five*.</p>'
        '<p lang="fr-BE" dir="ltr"><em>Pas encore'
    )
    assert "modifié" not in content_html(replace(corrected, note=" \x00"), FRENCH, SITE)


def test_contacts_are_marked_with_the_language_they_are_in() -> None:
    english = '<div lang="fr-BE" dir="ltr"><section><h2>Contacts presse</h2><address lang="en" dir'
    assert english in content_html(entry(text("fr", "T", "C.")), FRENCH, SITE)
    own = content_html(entry(text("fr", "T", "C."), source="fr"), FRENCH, SITE)
    assert "<address>" in own


@pytest.mark.promise(39)
def test_every_part_says_its_own_language_and_direction() -> None:
    feed = right_to_left()
    own, other = (content_html(e, feed.feed.language, SITE) for e in feed.entries)
    assert '<div lang="ar" dir="rtl">' in own
    # The newsroom has no Arabic sentences: its English ones are not marked as Arabic.
    assert own.startswith('<p lang="en" dir="ltr"><em>Machine translation')
    assert other.startswith('<p lang="en" dir="ltr"><em>Not yet')


letters = st.sampled_from("aé1 9.:;,)(-–'\"“”«»!?/@%\u00a0\u202f\n…")
marked = st.sampled_from("*_[]<>&\\`#|~+=\t{}^$€")


@given(st.text(letters | marked, max_size=40) | st.text(letters, max_size=60))
@example("1. a")
@example("a\n- b")
@example("a  \nb")
@example("a\n---")
@example("12 people\n1) went")
def test_a_paragraph_without_marks_is_what_the_parser_would_make_of_it(words: str) -> None:
    assert to_html([Block(Kind.PARAGRAPH, words)]) == to_html_by_parser(words)


def to_html_by_parser(words: str) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writing, "_is_unmarked", lambda _: False)
        writing._cleaned.cache_clear()
        made = to_html([Block(Kind.PARAGRAPH, words)])
    writing._cleaned.cache_clear()
    return made


@pytest.mark.parametrize(
    "words",
    [
        "The six states agreed on Friday.",
        "« Un champ », dit-elle : « enfin ! »",
        "“Yes,” she said (twice) – 12 % of 3/4…",
        "Two lines\nof one paragraph",
        "2026 was a good year",
    ],
)
def test_what_press_offices_write_mostly_needs_no_parser(words: str) -> None:
    assert writing._is_unmarked(words)


@pytest.mark.promise(128)
def test_a_reference_by_a_number_of_windows_is_shown_as_html_reads_it() -> None:
    assert html("*It*&#146;s &#x80; `&#146;`") == ("<p><em>It</em>’s € <code>&amp;#146;</code></p>")
    assert plain("It&#146;s") == "It’s"
