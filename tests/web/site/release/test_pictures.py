"""A picture within a text: the size that fits, no room that is made only once it is there."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds import FORMATS
from feeds.parts.attached import WITHIN
from feeds.parts.html import body_html, to_html
from feeds.validate import faults
from press.public.edition import Entry
from press.releases.attachment import Attachment
from press.releases.rendition import Rendition
from press.text import Block, Kind
from tests.feeds.parts.test_attached import sized
from tests.feeds.samples import FILES, SITE, edition, entry, text
from tests.feeds.test_torture import contents
from tests.web.reading import Html
from web.site.release.pictures import in_sizes

QUAY = sized(replace(FILES[0], name="quay & co.png", alt="The quay"))
BOAT = replace(FILES[2], name="boat.jpg", alt="A boat", width=0, height=0)
WORDS = "![](quay%20%26%20co.png)\n\nMore.\n\n![Two oars](boat.jpg)\n\n![](none.png)"


def find(file: Attachment | Rendition) -> str:
    return SITE.file(file.token, file.name)


def of(words: str = WORDS) -> Entry:
    return replace(entry(text("fr", "T", words), source="fr"), files=(QUAY, BOAT))


def shown(*, leads: bool = False) -> str:
    one = of()
    return in_sizes(body_html(one, SITE), one.files, find, leads=leads)


@pytest.mark.promise(164)
def test_it_comes_in_sizes_and_with_its_room() -> None:
    first, second = Html(shown()).all("img")
    choices = [f"{SITE.file(f'size-{w}', f'quay {w}.webp')} {w}w" for w in (320, 640, 960, 1440)]
    assert first == {
        "src": SITE.file("shared", "quay-1200.jpg"),
        "alt": "The quay",
        "width": "1200",
        "height": "675",
        "srcset": ", ".join(choices),
        "sizes": WITHIN,
        "loading": "lazy",
    }
    assert second == {"src": find(BOAT), "alt": "Two oars", "loading": "lazy"}


@pytest.mark.promise(155, 164)
def test_only_the_first_of_a_page_is_not_waited_for() -> None:
    first, second = Html(shown(leads=True)).all("img")
    assert (first.get("loading"), first["fetchpriority"]) == (None, "high")
    assert (second["loading"], second.get("fetchpriority")) == ("lazy", None)


def test_a_text_without_pictures_stays_as_it_is() -> None:
    words = to_html([Block(Kind.PARAGRAPH, '`<img src="a"` is *not* one.')])
    assert in_sizes(words, (QUAY,), find, leads=True) == words


@given(words=st.text(), alt=st.text())
def test_nothing_of_a_text_is_lost(words: str, alt: str) -> None:
    html = body_html(of(f"{words}\n\n![{alt}](quay%20%26%20co.png)\n\n{words}"), SITE)
    made = in_sizes(html, (QUAY,), find, leads=False)
    added = f' srcset="{Html(shown()).all("img")[0]["srcset"]}" sizes="{WITHIN}" loading="lazy"'
    assert made.replace(added, "") == html


@pytest.mark.promise(163)
@pytest.mark.parametrize("extension", FORMATS)
def test_feeds_say_how_large_it_is_and_leave_no_choice(extension: str) -> None:
    document = FORMATS[extension].render(edition(of()), SITE)
    assert faults(extension, document) == []
    (html,) = contents(extension, document)
    first, second = Html(html).all("img")
    assert (first["width"], first["height"]) == ("1200", "675")
    assert not {"srcset", "sizes", "loading"} & first.keys()
    assert not {"width", "height"} & second.keys()
