"""Ten saved pages in different styles keep every telephone number, link and row of a table."""

import re
from itertools import chain
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from lxml import etree
from lxml import html as parser

from intake import read
from intake.web.opening import opened
from intake.web.saved import SavedPage
from press.releases.release import Filing
from tests.intake.markup.reading import links

PAGES = Path(__file__).parents[2] / "golden" / "pages"
# Where the main part of each is, where it lies, and the person to call with a number of theirs.
MAIN = {
    "browser-saved": ("//*[@role='main']", "https://www.health.corvane.example/news/beds"),
    "commission-like": ("//main", ""),
    "drupal-like": ("//main", ""),
    "embassy-vcard": ("//*[@id='text']", ""),
    "land-definitions": ("//main", ""),
    "ministry-cms": ("//main", "https://transport.corvane.example/news/more-trains-at-night"),
    "print-view": ("//body", ""),
    "rijksoverheid-like": ("//main", ""),
    "tables-2004": ("//td[@valign='top'][2]", ""),
    "wordpress-like": ("//article", ""),
}
REACHED = {
    "browser-saved": ("Max Sample", "+32 475 55 09 10"),
    "commission-like": ("Dirk MUSTER", "+32 2 555 00 02"),
    "drupal-like": ("Paul Modèle", "+32 81 55 01 77"),
    "embassy-vcard": ("Olaf Sample", "+44 20 7946 0123"),
    "ministry-cms": ("Ben Muster", "+32 2 555 01 23"),
    "print-view": ("Ida Muster", "+32 2 555 07 07"),
}
HEADLINES = {
    "browser-saved": "Sixty new hospital beds",
    "commission-like": "Fewer forms for small firms",
    "drupal-like": "La Région soutient les écoles",
    "embassy-vcard": "Film week in Arle",
    "land-definitions": "Neue Förderung für Hebammen",
    "ministry-cms": "More trains at night",
    "print-view": "Library doubles its hours",
    "rijksoverheid-like": "Dijken worden hoger",
    "tables-2004": "Badegewässer in Musterland sind sauber",
    "wordpress-like": "Harbour opens to visitors",
}
_ROUND = "breadcrumb", "share", "pageSharing", "related", "tabs__list", "sharing", "entry-footer"
_PHONE = re.compile(r"(?<![\w.:/-])(?:\+|\(?0)\d?[\d\s()/.–-]{6,20}\d")


def filing_of(page: str) -> Filing:
    data = (PAGES / f"{page}.html").read_bytes()
    return read(f"{page}.html", data, zone="Europe/Brussels", language="en").filings[0]


def source_of(page: str) -> etree._Element:
    return parser.fromstring((PAGES / f"{page}.html").read_bytes())


def main_of(page: str) -> etree._Element:
    """The main part of a page, without what is round its text."""
    main = source_of(page).xpath(MAIN[page][0])[0]
    for element in list(main.iter("*")):
        named = f"{element.get('class', '')} {element.tag}"
        if any(name in named for name in (*_ROUND, "script")) or element.get("hidden") is not None:
            element.drop_tree()
    return main


def everything(filing: Filing) -> str:
    """All that a filing says, in the text and beside it."""
    people = (*filing.contacts, *filing.unpublished)
    reached = chain.from_iterable(
        (c.name, c.role, *c.address, *c.phones, *c.emails) for c in people
    )
    left = (one.what for one in filing.left_out)
    return "\n".join([*(block.markdown for block in filing.blocks), *reached, *left])


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


@pytest.mark.parametrize("page", MAIN)
def test_every_telephone_number_of_a_page_is_in_the_filing(page: str) -> None:
    source = source_of(page)
    etree.strip_elements(source, "script", "style", "head", with_tail=False)
    for hidden in source.xpath("//*[@hidden]"):
        hidden.drop_tree()
    words = "\n".join(source.itertext())
    found = [digits(number) for number in _PHONE.findall(words)]
    said = [digits(line) for line in everything(filing_of(page)).split("\n")]
    assert len(found) >= 1
    assert [number for number in found if not any(number in line for line in said)] == []


@pytest.mark.parametrize("page", MAIN)
def test_every_link_of_the_main_part_is_in_the_filing(page: str) -> None:
    filing, base = filing_of(page), MAIN[page][1]
    hrefs = [a.get("href") for a in main_of(page).iter("a") if a.get("href") and a.text_content()]
    led = {unquote(href) for block in filing.blocks for href in links(block.markdown)}
    people = {f"mailto:{mail}" for contact in filing.contacts for mail in contact.emails}
    numbers = {digits(phone)[-7:] for contact in filing.contacts for phone in contact.phones}
    named = everything(filing)
    for href in hrefs:
        if href.startswith(("#", "javascript:")):
            continue
        whole = unquote(urljoin(base, href))
        is_number = href.startswith("tel:") and digits(href)[-7:] in numbers
        assert whole in led | people or is_number or (not base and f"to {href}" in named), href


@pytest.mark.parametrize("page", MAIN)
def test_every_row_of_the_main_part_is_a_row_of_the_filing(page: str) -> None:
    rows = [line for block in filing_of(page).blocks for line in block.markdown.split("\n")]
    rows = [" ".join(re.sub(r"[\\*|]", " ", row).split()) for row in rows if row.startswith("|")]
    for row in main_of(page).iter("tr"):
        words = [" ".join(cell.text_content().split()) for cell in row.iter("td", "th")]
        wanted = " ".join(" ".join(words).replace("|", " ").split())
        assert any(wanted in line for line in rows), wanted


@pytest.mark.parametrize("page", MAIN)
def test_the_text_of_a_page_is_written_exactly_as_agreed(page: str) -> None:
    golden = PAGES / f"{page}.md"
    page_ = SavedPage((PAGES / f"{page}.html").read_bytes())
    found = f"{opened(page_).shown.markdown}\n"
    if not golden.exists():
        golden.write_text(found, "utf-8")
    assert found == golden.read_text("utf-8")


@pytest.mark.parametrize(("page", "headline"), HEADLINES.items())
def test_the_headline_is_the_page_s_own(page: str, headline: str) -> None:
    assert filing_of(page).headline == headline


@pytest.mark.parametrize(("page", "reached"), REACHED.items())
def test_a_number_stands_under_the_person_it_belongs_to(
    page: str, reached: tuple[str, str]
) -> None:
    name, phone = reached
    found = [contact for contact in filing_of(page).contacts if contact.name == name]
    assert phone in found[0].phones


@pytest.mark.parametrize("page", MAIN)
def test_what_stands_round_a_text_is_not_in_it(page: str) -> None:
    text = "\n".join(block.markdown for block in filing_of(page).blocks)
    for words in ("cookies", "Home", "Startseite", "Share", "Deel", "Accueil", "Recent posts"):
        assert words not in text
    for words in ("dataLayer", "window.", "+99", "Draft 3", "open_in_new", "Bridges to be"):
        assert words not in text


def test_ten_pages_are_there() -> None:
    assert {path.stem for path in PAGES.glob("*.html")} == MAIN.keys()
    assert len(MAIN) == 10
