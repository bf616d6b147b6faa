"""The topic listing. All samples are our own."""

import pytest

import intake
from intake.given import Given
from intake.text.listing import read, recognises
from press.embargo import Precision
from press.errors import Refusal, UnreadableFile, UnreadableTime
from press.releases.release import Reading, Shape
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


# Our own phrasings of what holds a text back.
CASES = (
    "EMBARGOED UNTIL 00:01 GMT 5 May 2027",
    "Under strict embargo until 10 am EST, 5 May 2027",
    "Not for publication or broadcast before 00:01 on 5 May 2027",
    "HOLD FOR RELEASE UNTIL MAY 5, 2027",
    "CHECK AGAINST DELIVERY",
    "SOUS EMBARGO JUSQU’AU 5 MAI 2027 À 10H00",
    "Embargo jusqu’au 5.5.2027, 10.00 h",
    "Ne pas diffuser avant le 5 mai 2027 à 10h00",
    "ONDER EMBARGO TOT 5 MEI 2027 10.00 UUR",
    "Niet voor publicatie vóór 5 mei 2027, 10:00 uur",
    "SPERRFRIST: 5. MAI 2027, 10:00 UHR",
    "Frei ab 5. Mai 2027, 10:00 Uhr",
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


THREE = "One (1 May 2022)\nText.\n\nTwo (2 May 2022)\nText.\n\nThree (3 May 2022)\nText.\n"
DOCUMENTS = "Background documents\n\nLetter (1 May 2022)\nText.\n\nAnswer (2 May 2022)\nText.\n"
CONTACTS = "Press contact:\nJane Doe, spokesperson\n+999 2 555 01 01\njane@x.example\n"


@pytest.mark.parametrize("text", [SAMPLE, f"Samples\n\nIntroduction.\n\n{THREE}"])
def test_three_dated_items_and_no_sign_of_a_release_make_a_listing(text: str) -> None:
    assert recognises(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sample\n\nText.",
        "A sample (1 May 2022)\n\nText.",
        BROKEN,
        f"20 Feb 2026 -14:18\n\nSample\n\n{DOCUMENTS}",
        f"PRESS RELEASE\n\n20 Feb 2026\n\nSample\n\n{DOCUMENTS}",
        f"Commission – Press release\n\nIP/1\n\nSample\n\nBrussels, 12 May 2022\n\n{DOCUMENTS}",
        f"PRESS RELEASE\n\nSample\n\n{DOCUMENTS}",
        f"Sample\n\nText.\n\n{DOCUMENTS}\n{CONTACTS}",
        f"Sample\n\nText.\n\nLetter (1 May 2022)\n\n{CONTACTS}",
        f"Sample\n\nText.\n\n{DOCUMENTS}\nNot for publication before 00:01 on 5 May 2027\n",
        "Films\n\nThe lake (2019)\nText.\n\nThe sea (2020)\nText.\n\nThe hill (2021)\nText.",
    ],
)
def test_a_release_with_dated_lines_is_a_release(text: str) -> None:
    assert not recognises(text)
    (filing,) = intake.read("-", text.encode(), zone="Europe/Brussels", language="en").filings
    assert filing.topics == ()


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        (f"Sample\n\nText.\n\n{DOCUMENTS}", "two of its lines end with a date in brackets"),
        ("Sample\n\nOne (1 May 2022)\nText.\n", "one of its lines ends with a date"),
        (f"20 Feb 2026\n\nSample\n\n{THREE}", "3 of its lines end"),
        (f"20 Feb 2026\n\nSample\n\n{THREE}", "but it has a dateline, as a press release has"),
        (f"Sample\n\n{THREE}\n{CONTACTS}", "but it has contacts"),
        (f"NEWS RELEASE 45/27\n\nSample\n\n{THREE}", "but it has a letterhead"),
        (f"Sample\n\nEmbargo: 5 mei 2027 om 10u\n\n{THREE}", "a dateline and words of an embargo"),
        ("Sample\n\nText.\n\n- A (1 May 2022)\n\n- B (2 May 2022)\n\n- C (3 May 2022)", "no text"),
    ],
)
def test_what_may_be_either_is_refused_with_the_word_that_decides(text: str, doubt: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        recognises(text)
    assert doubt in str(refused.value)
    assert str(refused.value).endswith("import it with --as listing, or with --as release")


@pytest.mark.parametrize("line", CASES)
def test_a_text_with_an_embargo_is_never_taken_for_a_listing(line: str) -> None:
    for text in (f"Sample\n\n{line}\n\n{THREE}", f"{line}\n\nSample\n\n{THREE}\n{line}\n"):
        with pytest.raises(UnreadableFile, match=r"embargo|dateline|letterhead"):
            recognises(text)


@pytest.mark.parametrize(
    "sentence",
    [
        "The arms embargo against Corvane was lifted on 5 May 2026.",
        "L’embargo commercial pèse sur les ports.",
        "Het handelsembargo treft de havens.",
        "Das Waffenembargo gilt weiter.",
    ],
)
def test_an_item_that_speaks_of_an_embargo_makes_no_release_of_a_listing(sentence: str) -> None:
    assert recognises(f"Samples\n\nIntroduction.\n\n{THREE}{sentence}\n")


@pytest.mark.parametrize("text", [SAMPLE, f"20 Feb 2026\n\n{THREE}", f"Sample\n\n{DOCUMENTS}"])
def test_the_officer_decides_what_a_text_is(text: str) -> None:
    def read_as(kind: Shape) -> Reading:
        return intake.read("-", text.encode(), zone="Europe/Brussels", language="en", kind=kind)

    assert read_as(Shape.RELEASE).topic is None
    assert len(read_as(Shape.RELEASE).filings) == 1
    assert read_as(Shape.LISTING).topic is not None
    assert len(read_as(Shape.LISTING).filings) > 1


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Sample\n\nText.\n", "no line below its title ends with a date in brackets"),
        (f"---\ntitle: Sample\n---\n{THREE}", "it has front matter, as one release has"),
    ],
)
@pytest.mark.parametrize("name", ["-", "sample.txt", "sample.md"])
def test_what_cannot_be_a_listing_is_refused_as_one(text: str, reason: str, name: str) -> None:
    kind = Shape.LISTING
    with pytest.raises(UnreadableFile) as refused:
        intake.read(name, text.encode(), zone="Europe/Brussels", language="en", kind=kind)
    assert reason in str(refused.value)


def test_markdown_with_front_matter_is_a_release_whatever_its_lines() -> None:
    text = f"---\ntitle: Sample\n---\n{THREE}".encode()
    for kind in (None, Shape.RELEASE):
        reading = intake.read("-", text, zone="Europe/Brussels", language="en", kind=kind)
        assert (len(reading.filings), reading.topic) == (1, None)
