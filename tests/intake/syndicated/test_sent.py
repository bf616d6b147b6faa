"""Feeds and news items as offices send them: what must come out of each."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import intake
from intake.syndicated.newsitem import NewsItem
from intake.syndicated.reading import identity_of
from press.embargo import Embargo
from press.releases.release import Filing, Reading
from press.text import Kind

SENT = Path(__file__).parent / "sent"
ELSEWHERE = "lies elsewhere"


def read(name: str) -> Reading:
    return intake.read(name, (SENT / name).read_bytes(), zone="Europe/Brussels", language="en")


def kinds(filing: Filing) -> str:
    """The kinds of the blocks below the headline, by their first letters."""
    return "".join(block.kind[0] for block in filing.blocks[1:])


def wall_of(embargo: Embargo | None) -> str:
    """What a clock in Brussels shows then."""
    return str(embargo)[:16] if embargo else ""


def body(filing: Filing) -> list[str]:
    return [b.markdown for b in filing.blocks if b.kind not in (Kind.HEADLINE, Kind.SUMMARY)]


@dataclass(frozen=True)
class Expected:
    """What comes out of an entry: its wall time in Brussels, and letters of its blocks' kinds."""

    file: str
    entry: int
    headline: str
    language: str | None
    wall: str
    issuer: str
    identity: str
    blocks: str
    reference: str = ""


EXPECTED = (
    Expected(
        "wordpress.rss",
        0,
        "Night ferries “stay on time” & get greener",
        "en",
        "2026-03-03 08:45",
        "Port of Corvane",
        "https://port.example/?p=4711",
        "phlt",
    ),
    Expected(
        "drupal.atom",
        0,
        "Nieuwe brug over de Muster opent in juni",
        "nl",
        "2026-05-11 09:00",
        "Stad Muster",
        "https://stad.example/node/88",
        "spq",
    ),
    Expected(
        "drupal.atom",
        1,
        "Zomeruren in de bibliotheek",
        "nl",
        "2026-05-04 12:00",
        "Stad Muster",
        "https://stad.example/node/87",
        "pp",
    ),
    Expected(
        "government.rdf",
        0,
        "Land fördert Gründächer & Höfe",
        "de",
        "2026-04-09",
        "Staatskanzlei Musterland",
        "https://presse.land.example/pm/123",
        "spl",
        "Nr. 123/2026",
    ),
    Expected(
        "podcast.rss",
        0,
        "Briefing 14: water rates",
        "en",
        "2026-04-06 11:30",
        "Corvane Council",
        "https://council.example/briefings briefing-14",
        "sp",
    ),
    Expected(
        "old.rss",
        0,
        "La fête de l'été est déplacée",
        "fr",
        "",
        "",
        "sha256:7cdac14cbaefa9d400f9638ee40d964e1db9158f5e03eb15d7545f197b6e82ee",
        "p",
    ),
    Expected(
        "old.atom",
        0,
        "Lights & buoys renewed",
        "en",
        "2006-02-03 11:00",
        "Harbour Trust",
        "tag:harbour.example,2006:1",
        "p",
    ),
    Expected(
        "french.rss",
        0,
        "Sécheresse : les restrictions sont levées",
        "fr",
        "2027-05-05 10:00",
        "Agence de l'eau",
        "https://eau.example 2027-44",
        "p",
    ),
    Expected(
        "feed11.json",
        0,
        "Prices rose by 1.9 % in May",
        "en",
        "2026-06-12 10:00",
        "Statistics Office of Velmora",
        "https://stat.example/feed.json 77",
        "sp",
    ),
    Expected(
        "feed11.json",
        1,
        "More births than in 2024",
        "en",
        "2026-06-05",
        "Statistics Office of Velmora",
        "https://stat.example/76",
        "ppl",
    ),
    Expected(
        "feed10.json",
        0,
        "Une exposition sur le sel",
        None,
        "2026-09-01 18:00",
        "Musée de Tamvara",
        "https://musee.example/expo",
        "p",
    ),
    Expected(
        "item13.json",
        0,
        "Budget of Velmora balanced for the third year",
        "en",
        "2026-03-10 10:00",
        "Treasury of Velmora",
        "urn:newsml:agency.example:20260310:budget",
        "spp",
        "T/2026/31",
    ),
    Expected(
        "items21.json",
        0,
        "Meer treinen naar de kust",
        "nl",
        "2026-10-01 08:00",
        "",
        "urn:news:1",
        "pp",
    ),
    Expected(
        "embargoed.json",
        0,
        "Neues Gesetz über Häfen",
        "de",
        "2027-02-01 10:00",
        "",
        "urn:news:embargoed",
        "p",
    ),
    Expected(
        "webhook30.json",
        0,
        "Des vergers sans mines",
        "fr",
        "2026-08-25 14:18",
        "Ministry of Velmora",
        "tag:press.example.org,2026:demining:fr",
        "sp",
    ),
)


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda one: f"{one.file} {one.entry}")
def test_each_entry_gives_what_its_office_meant(expected: Expected) -> None:
    filing = read(expected.file).filings[expected.entry]
    assert (
        Expected(
            expected.file,
            expected.entry,
            filing.headline,
            filing.language,
            wall_of(filing.embargo),
            filing.issuer,
            filing.identity,
            kinds(filing),
            filing.reference,
        )
        == expected
    )


def test_an_entry_keeps_its_words_links_and_rows_and_no_script() -> None:
    words = "\n".join(body(read("wordpress.rss").filings[0]))
    assert "- Four ships, **one** fuel\n- 22 % less carbon dioxide" in words
    assert "| Sarrel | 2019 |" in words
    assert "track" not in words
    assert "[nieuwe brug](https://stad.example/brug)" in body(read("drupal.atom").filings[0])[0]


def test_a_summary_that_only_repeats_the_text_is_not_shown_twice() -> None:
    (filing,) = read("wordpress.rss").filings
    assert all(block.kind is not Kind.SUMMARY for block in filing.blocks)
    assert read("government.rdf").filings[0].blocks[1].kind is Kind.SUMMARY


def test_what_a_website_adds_below_every_text_is_left_out_and_named() -> None:
    (filing,) = read("wordpress.rss").filings
    assert "appeared first" not in "".join(body(filing))
    assert filing.left_out[0].what == "The post Night ferries appeared first on Port of Corvane."


def test_whom_to_call_is_found_in_the_text_and_among_the_people_of_an_item() -> None:
    (ferry,) = read("wordpress.rss").filings
    assert [(one.name, one.phones, one.emails) for one in ferry.contacts] == [
        ("Mira Tolland", ("+32 2 555 01 17",), ("mira.tolland@port.example",))
    ]
    (budget,) = read("item13.json").filings
    assert [(one.name, one.role, one.phones, one.emails) for one in budget.contacts] == [
        ("Treasury of Velmora", "", ("+32 2 555 01 30",), ()),
        ("Ada Kestrel", "Head of press", (), ("ada.kestrel@treasury.example",)),
    ]
    (orchards,) = read("webhook30.json").filings
    assert orchards.contacts[0].role == "Deputy spokesperson"


@pytest.mark.parametrize(
    ("file", "addresses"),
    [
        ("wordpress.rss", ["https://port.example/files/ferry.jpg"]),
        (
            "podcast.rss",
            [
                "https://council.example/briefings/14.mp3",
                "https://council.example/briefings/14.jpg",
            ],
        ),
        ("feed11.json", ["https://stat.example/77.csv"]),
        ("feed10.json", ["https://musee.example/sel.jpg"]),
        ("item13.json", ["https://agency.example/budget.jpg"]),
        ("webhook30.json", ["https://press.example.org/files/report.pdf"]),
    ],
)
def test_files_that_lie_elsewhere_are_named(file: str, addresses: list[str]) -> None:
    filing = read(file).filings[0]
    named = [one.what.partition(" (")[0] for one in filing.left_out if ELSEWHERE in one.why]
    assert named == addresses


def test_a_picture_within_an_item_is_attached() -> None:
    (filing,) = read("item13.json").filings
    assert [(file.name, file.data[:4]) for file in filing.files] == [("file-1.png", b"\x89PNG")]


def test_an_embargo_of_a_field_of_its_own_wins_over_the_date() -> None:
    (law,) = read("embargoed.json").filings
    assert wall_of(law.moment) == "2027-02-03 10:00"
    drought, report, _ = read("french.rss").filings
    assert wall_of(drought.moment) == "2027-05-05 12:00"
    assert (report.headline, wall_of(report.moment)) == ("le rapport annuel", "2027-05-06 09:00")


def test_what_cannot_be_filed_of_a_file_is_named_and_the_rest_goes_in() -> None:
    assert [one.headline for one in read("items21.json").filings] == ["Meer treinen naar de kust"]
    cancelled, picture = read("items21.json").notes
    assert "cancelled" in cancelled
    assert "“picture”" in picture
    (empty,) = read("french.rss").notes
    assert empty == "“entry 3” was left out: it has neither a title nor a text"


def test_an_officer_is_told_what_a_feed_says_beside_its_texts() -> None:
    (budget,) = read("item13.json").filings
    assert "note to editors of the feed: Photos follow at noon." in budget.notes
    assert "terms of use: Free for all media." in budget.notes
    (ferry,) = read("wordpress.rss").filings
    assert "its categories are Ferries, Climate; --topic files it under one of ours" in ferry.notes


AUTHORED = (
    '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>{feed}</title>'
    "{head}<item><title>A title</title><guid>urn:x:1</guid>{other}"
    "<description>Words.</description></item></channel></rss>"
)


@pytest.mark.parametrize(
    ("feed", "other", "issuer"),
    [
        ("Latest", "<dc:creator>Ada Muster</dc:creator>", ""),
        ("Latest", "<author>ada@office.example</author>", ""),
        ("Latest", "<author>ada@office.example (Ada Muster)</author>", ""),
        ("Latest", "<dc:creator>Prof. Dr. h.c. Ada Muster-Example</dc:creator>", ""),
        ("Latest", "<dc:creator>Muster, Ada</dc:creator>", ""),
        ("City of Lindow", "<dc:creator>Ada Muster</dc:creator>", "City of Lindow"),
        ("Latest", "<dc:creator>City of Lindow</dc:creator>", "City of Lindow"),
        ("Latest", "<dc:creator>Corvane Hafen GmbH</dc:creator>", "Corvane Hafen GmbH"),
        (
            "City of Lindow",
            "<dc:publisher>Lindow Waters</dc:publisher><dc:creator>Ada</dc:creator>",
            "Lindow Waters",
        ),
    ],
)
def test_an_issuer_is_an_office_and_who_wrote_it_is_named_beside(
    feed: str, other: str, issuer: str
) -> None:
    data = AUTHORED.format(feed=feed, head="", other=other).encode()
    (filing,) = intake.read("a.rss", data, zone="Europe/Brussels", language="en").filings
    assert filing.issuer == issuer
    is_named = any("written by" in note for note in filing.notes)
    assert is_named == ("Ada" in other or "ada@" in other)


def test_whoever_looks_after_a_website_issues_nothing() -> None:
    head = "<webMaster>root@office.example (Ada Muster)</webMaster>"
    data = AUTHORED.format(feed="Latest", head=head, other="").encode()
    (filing,) = intake.read("a.rss", data, zone="Europe/Brussels", language="en").filings
    assert filing.issuer == ""


@given(st.text(max_size=30), st.sampled_from(("mail:", "MAIL:", "mail: ", "feed:mail:", "")))
def test_no_entry_is_called_as_a_mail_is(words: str, prefix: str) -> None:
    item = NewsItem(own_id=f"{prefix}{words}")
    assert not identity_of(item, "mail:office.example:1").lower().startswith(("mail:", "file:"))


def test_ids_of_different_doors_are_never_the_same_and_plain_ones_stay_as_they_were() -> None:
    def named(own: str, feed: str = "urn:f") -> str:
        return identity_of(NewsItem(own_id=own), feed)

    assert named("https://port.example/?p=1") == "https://port.example/?p=1"
    assert named("7") == "urn:f 7"
    assert named("") != named(named(""))
    assert len({named(own) for own in ("mail:a:b", "feed:mail:a:b", "feed:feed:mail:a:b")}) == 3
