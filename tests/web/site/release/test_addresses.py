"""Bare addresses become links, and nothing else of a text changes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.parts.html import to_html
from press.text import Block, Kind
from web.site.release.addresses import linked

OURS = re.compile(r'<a (?:class="bare" )?href="[^"]*"(?: dir="ltr")?>([^<]*)</a>')


@pytest.mark.promise(168)
@pytest.mark.parametrize(
    ("words", "address", "href"),
    [
        (
            "Write to press@velmora.example.",
            "press@velmora.example",
            "mailto:press@velmora.example",
        ),
        ("See https://a.example/x?y=1&amp;z=2).", "https://a.example/x?y=1&amp;z=2", ""),
        ("(see https://a.example/of_(b))", "https://a.example/of_(b)", ""),
        ("“https://a.example”", "https://a.example", ""),
        ("on www.velmora.example,", "www.velmora.example", "https://www.velmora.example"),
        (
            "visit press.velmora.example/fr, please",
            "press.velmora.example/fr",
            "https://press.velmora.example/fr",
        ),
        ("call +32 2 555 01 00.", "+32 2 555 01 00", "tel:+3225550100"),
        ("call +32 (0)2 555 01 00 now", "+32 (0)2 555 01 00", "tel:+3225550100"),
        ("call 0032 2 555 01 00", "0032 2 555 01 00", "tel:+3225550100"),
        ("Tél. : 02/555.01.00", "02/555.01.00", "tel:+3225550100"),
        ("GSM 0470 12 34 56", "0470 12 34 56", "tel:+32470123456"),
        ("+32&nbsp;2&nbsp;555&nbsp;01&nbsp;00", "+32&nbsp;2&nbsp;555&nbsp;01&nbsp;00", ""),
    ],
)
def test_an_address_is_a_link(words: str, address: str, href: str) -> None:
    html = linked(f"<p>{words}</p>", "BE")
    (link,) = re.finditer(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', html)
    assert link[2].replace("\u00a0", "&nbsp;") == address
    assert link[1] == (href or link[1])


@pytest.mark.promise(168)
@pytest.mark.parametrize(
    "words",
    [
        "in 2026, +12 000 000 people, and +1.5 %",
        "from 01.02.2026 10:00 to 0470.123.456",
        "BE 0470.123.456",
        "e.g.the z.B.in 3.5.2.be U.S.A. report.final.docx",
        "Tel. to follow; 02 555 01 00",
        "@velmora and me@home",
        "https:// and www.",
        "https://somebody@host.example/",
        '<a href="https://a.example">https://a.example</a>',
        "<code>press@velmora.example</code>",
        "<pre><code>https://a.example\n</code></pre>",
    ],
)
def test_what_only_looks_like_one_is_none(words: str) -> None:
    assert linked(words, "BE") == words


def test_after_code_and_links_there_are_links_again() -> None:
    html = linked('<a href="https://a.example">here</a> <code>x</code> a@b.example')
    assert html.endswith('<a href="mailto:a@b.example">a@b.example</a>')


SIGNS = st.sampled_from(
    [
        *'@.()&<>/é"`* \n\u00a0',
        *("https://", "www.", "a.example", "+32 ", "2 555 01 00", "Tel. 0", "[x](/y)"),
    ]
)


@pytest.mark.promise(168)
@given(st.one_of(st.text(max_size=80), st.lists(SIGNS, max_size=20).map("".join)))
def test_without_its_new_links_a_text_is_what_it_was(markdown: str) -> None:
    html = to_html([Block(Kind.PARAGRAPH, markdown)])
    made = linked(html, "BE")
    assert OURS.sub(r"\1", made).replace("\u00a0", "&nbsp;") == OURS.sub(r"\1", html)


@pytest.mark.parametrize(
    "sign", ["a.", "@", "a@b.", "https://", "+1 ", "(", "Tel. 0", "www.", "ab.cd-", " ", "0", "a+"]
)
def test_a_text_of_nothing_but_signs_stays_whole(sign: str) -> None:
    html = f"<p>{sign * (60_000 // len(sign))}</p>"
    assert OURS.sub(r"\1", linked(html, "BE")) == html
