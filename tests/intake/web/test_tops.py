"""What stands round the headline of a page: its day, its number. All samples are our own."""

from datetime import UTC, datetime

import pytest

import intake
from press.releases.release import Filing

TEXT = (
    "<p>De nieuwe kade in Corvane is open. De minister heeft ze vandaag geopend.</p>"
    "<p>Er is plaats voor twaalf schepen, en de kade is tweehonderd meter lang.</p>"
)
HEADLINE = "Nieuwe kade in de haven van Corvane"
STAMP = '<time datetime="2026-04-07T09:00:00+02:00">7 april 2026, 9u00</time>'
MENU = '<div class="menu"><a href="/">Home</a> <a href="/nieuws">Nieuws</a></div>'


def read(body: str) -> Filing:
    page = f"<!doctype html><html lang=nl><head><title>Corvane</title></head><body>{body}</body>"
    return intake.read("kade.html", page.encode(), zone="Europe/Brussels", language="en").filings[0]


@pytest.mark.parametrize(
    "body",
    [
        f"<div><h1>{HEADLINE}</h1>{STAMP}<div>{TEXT}</div></div>",
        f"{MENU}<h1>{HEADLINE}</h1>{STAMP}<div>{TEXT}</div>",
        f"<div><div><h1>{HEADLINE}</h1><p>{STAMP}</p></div><section>{TEXT}</section></div>",
        f"<main><h1>{HEADLINE}</h1>{STAMP}<div>{TEXT}</div></main>",
    ],
)
def test_the_day_between_headline_and_text_is_the_pages(body: str) -> None:
    found = read(body)
    assert found.embargo
    assert found.embargo.instant == datetime(2026, 4, 7, 7, tzinfo=UTC)
    assert [block.markdown[:9] for block in found.blocks] == ["Nieuwe ka", "De nieuwe", "Er is pla"]


@pytest.mark.parametrize(
    "number",
    [
        "<tr><td><b>Pressemitteilung Nr. 45/2026</b></td></tr>",
        "<tr><td><h1>Pressemitteilung Nr. 45/2026</h1></td></tr>",
        "<tr><td><font size=2>Pressemitteilung Nr. 45/2026</font></td></tr>",
        "<tr><td>Ministerium Corvane</td><td>Pressemitteilung Nr. 45/2026</td></tr>",
    ],
)
def test_the_number_of_a_page_laid_out_with_tables_is_no_headline(number: str) -> None:
    found = read(
        f"<table>{number}<tr><td colspan=2><p><b>Neuer Kai für den Hafen Corvane</b></p>"
        "<p>Die Ministerin eröffnet heute den Kai. Er ist zweihundert Meter lang.</p>"
        "<p>Zwölf Schiffe haben dort Platz.</p></td></tr></table>"
    )
    assert found.headline == "Neuer Kai für den Hafen Corvane"
    assert found.reference == "45/2026"


def test_a_headline_that_begins_with_a_number_is_one() -> None:
    found = read(f"<h1>Pressemitteilung Nr. 45/2026: {HEADLINE} eröffnet heute</h1>{TEXT}")
    assert HEADLINE in found.headline


def test_what_stands_in_for_a_headline_is_called_the_pages_title() -> None:
    notes = read(f"<main>{TEXT}</main>").notes
    assert not any("mail" in note for note in notes)


def test_what_may_be_opened_below_the_text_is_no_headline() -> None:
    found = read(f"<main>{TEXT}<details><summary>Meer over de nieuwe kade</summary><p>x</p></main>")
    assert found.headline == "Corvane"
    assert "**Meer over de nieuwe kade**" in [block.markdown for block in found.blocks]
