"""Which files within a file are attached, and which are not for the public."""

import base64

import pytest

import intake
from intake.enclosures import sorted_out
from intake.text.sheet.withheld import WHY
from press.releases.received import Enclosed

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
)
MARKED = [
    "Not for publication: the minister at home",
    "The minister at home (not for publication)",
    "Nicht zur Veröffentlichung: Frau Muster",
    "Confidentiel : la ministre chez elle",
]


@pytest.mark.parametrize("words", MARKED)
@pytest.mark.parametrize("field", ["alt", "credit"])
def test_a_picture_that_is_marked_is_left_out_with_its_words_and_named(
    words: str, field: str
) -> None:
    marked = Enclosed("home.png", PIXEL, **{field: words})
    files, left_out = sorted_out([marked, Enclosed("quay.png", PIXEL + b"1", "The quay")])
    assert [one.name for one in files] == ["quay.png"]
    assert [(one.what, one.why) for one in left_out] == [(f"home.png ({words})", WHY)]


@pytest.mark.parametrize("is_first", [True, False])
def test_a_picture_that_is_marked_once_is_not_taken_where_it_stands_again(is_first: bool) -> None:
    two = [Enclosed("a.png", PIXEL, MARKED[0]), Enclosed("b.png", PIXEL, "The quay")]
    files, _ = sorted_out(two if is_first else reversed(two))
    assert not files


@pytest.mark.parametrize("words", ["The quay in confidence vote week", "A press conference", ""])
def test_a_picture_that_is_not_marked_is_taken(words: str) -> None:
    files, left_out = sorted_out([Enclosed("quay.png", PIXEL, words, words)])
    assert len(files) == 1
    assert not left_out


def test_a_page_shows_no_picture_that_is_marked() -> None:
    source = f"data:image/png;base64,{base64.b64encode(PIXEL).decode()}"
    page = (
        "<!doctype html><html><body><main><h1>A new quay for Corvane</h1>"
        f"<p>It opens in May.</p><img src='{source}' alt='{MARKED[0]}'></main></body></html>"
    )
    read = intake.read("quay.html", page.encode(), zone="Europe/Brussels", language="en")
    assert not read.filings[0].files
    assert any(MARKED[0] in one.what for one in read.filings[0].left_out)
