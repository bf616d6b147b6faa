"""The topic listing. All samples are our own."""

import pytest

from intake.given import Given
from intake.listing import read, recognises
from press.embargo import Precision
from press.errors import Refusal, UnreadableFile, UnreadableTime
from press.text import Kind

GIVEN = Given("Europe/Brussels", "en")
SAMPLE = """Samples & peace

© Sample Archive

Samples build bridges.

They really are.

A first sample (UNSA) (12 May 2022)
Its teaser, in *one* sentence.

Sample two\u00a0 (1\u00a0March 2021)
A teaser.

With a second paragraph (see 2019).

10 samples (2 February 2020)
"""


BROKEN = (
    "Sample\n\nThe treaty that everybody had been waiting for was adopted (1 May 2022)\n"
    "and then, as everybody had expected, repealed again (2 May 2022)\nas a whole."
)


def items(text: str) -> list[tuple[str, str, list[str]]]:
    return [
        (f.headline, str(f.embargo), [block.markdown for block in f.blocks[1:]])
        for f in read(text, GIVEN).filings
    ]


def test_every_item_has_headline_day_and_teaser() -> None:
    assert items(SAMPLE) == [
        ("A first sample (UNSA)", "2022-05-12", ["Its teaser, in *one* sentence."]),
        ("Sample two", "2021-03-01", ["A teaser.", "With a second paragraph (see 2019)."]),
        ("10 samples", "2020-02-02", []),
    ]


def test_every_item_belongs_to_the_topic_on_its_day() -> None:
    for filing in read(SAMPLE, GIVEN).filings:
        assert filing.topics == ("samples-and-peace",)
        assert filing.embargo is not None
        assert filing.embargo.precision is Precision.DATE
        assert filing.blocks[0].kind is Kind.HEADLINE


def test_the_topic_has_title_introduction_and_credit() -> None:
    topic = read(SAMPLE, GIVEN).topic
    assert topic is not None
    assert topic.slug == "samples-and-peace"
    assert topic.titles == {"en": "Samples & peace"}
    assert topic.introductions == {"en": "Samples build bridges.\n\nThey really are."}
    assert topic.credit == "© Sample Archive"


def test_a_topic_is_named_in_the_language_it_is_listed_in() -> None:
    text = "Échantillons & paix\n\nUn (1er mars 2021)\nTexte.\n\nDeux (2 févr. 2020)\nTexte.\n"
    topic = read(text, Given("Europe/Brussels", "fr")).topic
    assert topic is not None
    assert topic.slug == "echantillons-et-paix"
    assert topic.titles == {"fr": "Échantillons & paix"}
    assert (topic.introductions, topic.credit) == ({}, "")


@pytest.mark.parametrize("date", ["32 May 2022", "10 Foo 2022", "May 2022", "2022"])
def test_an_item_whose_date_cannot_be_read_is_refused_with_its_line(date: str) -> None:
    text = SAMPLE.replace("12 May 2022", date)
    assert recognises(text)
    with pytest.raises(UnreadableTime) as refused:
        read(text, GIVEN)
    assert f"“A first sample (UNSA) ({date})”" in str(refused.value)


def test_items_may_be_marked_or_broken_or_pasted_together() -> None:
    text = (
        "Samples\n© Sample Archive\n\n### Sample one (1 May 2022)\n\nText.\n\n"
        "**Sample two (2 May 2022)**\nText.\n\nA sample that is\nbroken (3 May 2022)\nText.\n"
        "Sample four (4 May 2022)\nText that is broken at (5 May 2022)\nin a sentence."
    )
    assert [headline for headline, _, _ in items(text)] == [
        "Sample one",
        "Sample two",
        "A sample that is broken",
        "Sample four",
    ]


def test_a_teaser_may_begin_with_a_small_letter() -> None:
    text = SAMPLE.replace("Its teaser", "e-teaser")
    assert next(headline for headline, _, _ in items(text)) == "A first sample (UNSA)"


def test_an_item_with_a_time_keeps_it() -> None:
    text = SAMPLE.replace("12 May 2022", "12 May 2022, 14:18")
    assert items(text)[0][1].startswith("2022-05-12 14:18")


@pytest.mark.parametrize("title", ["Releases", "All"])
def test_a_title_that_is_a_reserved_address_is_refused(title: str) -> None:
    with pytest.raises(Refusal, match="reserved"):
        read(SAMPLE.replace("Samples & peace", title), GIVEN)


def test_a_title_that_makes_no_address_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="平和"):
        read(SAMPLE.replace("Samples & peace", "平和"), GIVEN)


@pytest.mark.parametrize(
    ("text", "is_listing"),
    [
        (SAMPLE, True),
        ("Samples\n\nA sample (1 May 2022)\nIts teaser.", True),
        ("Samples\n\nIntroduction.\n\nA sample (1 May 2022)\nIts teaser.\n", True),
        (
            "20 Feb 2026 -14:18\n\nSample\n\nOne (1 May 2022)\nText.\n\nTwo (2 May 2022)\nText.",
            False,
        ),
        ("PRESS RELEASE\n\n20 Feb 2026\n\nOne (1 May 2022)\nA.\n\nTwo (2 May 2022)\nB.", False),
        ("A sample (1 May 2022)\n\nText.", False),
        (BROKEN, False),
        ("Sample\n\nOne (1 May 2022)\nText.\n\nMore text.", False),
        ("Sample\n\nText.", False),
    ],
)
def test_a_listing_is_told_from_a_release(text: str, is_listing: bool) -> None:
    assert recognises(text) is is_listing
