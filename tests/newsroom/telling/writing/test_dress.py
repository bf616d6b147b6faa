"""A letter's HTML looks right in itself, and nothing in it becomes an element or an attribute."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from feeds.parts.html import to_html
from newsroom.telling.writing.dress import STYLES, dressed
from press.text import Block, Kind


class Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def elements(html: str) -> Elements:
    found = Elements()
    found.feed(html)
    found.close()
    return found


def test_each_element_has_its_style_and_keeps_what_it_had() -> None:
    assert (
        dressed('<p lang="fr">A &amp; b</p>') == f'<p lang="fr" style="{STYLES["p"]}">A &amp; b</p>'
    )
    assert dressed('<div style="x">a<br>b</div>') == '<div style="x">a<br>b</div>'


def test_words_that_look_like_elements_stay_words() -> None:
    title = '[a](https://example.org "<p onclick=x>")'
    found = elements(dressed(to_html([Block(Kind.PARAGRAPH, title)])))
    assert [tag for tag, _ in found.found] == ["p", "a"]
    assert found.found[1][1]["title"] == "<p onclick=x>"


@given(st.text("ab<>&\"'=/ p\n[]()#*`!\\", max_size=120))
def test_dressing_adds_styles_and_nothing_else(markdown: str) -> None:
    html = to_html([Block(Kind.PARAGRAPH, markdown)])
    before, after = elements(html), elements(dressed(html))
    assert after.words == before.words
    for (tag, had), (same, has) in zip(before.found, after.found, strict=True):
        assert tag == same
        has.pop("style", None)
        assert has == had
