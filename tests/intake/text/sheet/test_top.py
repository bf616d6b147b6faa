"""Who sends a text, under what number, when: what stands round the headline. All are our own."""

import re
from collections.abc import Iterator
from dataclasses import astuple
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.given import Given
from intake.text.presstext import read
from intake.text.sheet.reference_number import number_in
from intake.text.sheet.sender import is_sender
from press.errors import UnreadableFile
from press.releases.release import Filing
from press.text import Kind

GIVEN = Given("Europe/Brussels", "en")


def filing(text: str, given: Given = GIVEN) -> Filing:
    (only,) = read(text, given).filings
    return only


@pytest.mark.parametrize(
    "top",
    [
        "Ministry of Harbours\nIP/27/12\n12 March 2027\n\nHeadline here",
        "IP/27/12\n\nMinistry of Harbours\n\nHeadline here\n\nBrussels, 12 March 2027",
        "12 March 2027\nPress release IP/27/12\nMinistry of Harbours\n\nHeadline here",
        "Ministry of Harbours - Press release\n\nHeadline here\nIP/27/12\n12/03/2027\nIP/27/12",
        "Press release | IP/27/12 | 12 March 2027\n\n**Ministry of Harbours**\n\n**Headline here**",
        "MINISTRY OF HARBOURS\n\nNo. IP/27/12 of 12 March 2027\n\n# Headline here",
        "Date: 12 March 2027\nRef: IP/27/12\n\nMinistry of Harbours\n\nSubject: Headline here",
        "Ministry of Harbours • Brussels, 12 March 2027 • Ref: IP/27/12\n\nHeadline here",
    ],
)
def test_whatever_the_order_each_thing_is_what_it_is(top: str) -> None:
    found = filing(f"{top}\n\nThe first paragraph.", Given("Europe/Brussels", "fr"))
    assert found.headline == "Headline here"
    assert found.issuer.casefold() == "ministry of harbours"
    assert found.reference == "IP/27/12"
    assert found.embargo is not None
    assert f"{found.embargo.wall:%Y-%m-%d}" == "2027-03-12"
    assert [block.markdown for block in found.blocks[1:]] == ["The first paragraph."]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("IP/26/1234", "IP/26/1234"),
        ("PB05-097", "PB05-097"),
        ("IHA/7037", "IHA/7037"),
        ("SG/SM/22345", "SG/SM/22345"),
        ("2027/CZ/12", "2027/CZ/12"),
        ("CP 45/2027", "CP 45/2027"),
        ("123/2027", "123/2027"),
        ("Press release 123/26", "123/26"),
        ("PRESS RELEASE No 12/26", "12/26"),
        ("Pressemitteilung Nr. 123/2027", "123/2027"),
        ("Communiqué de presse n° 17", "17"),
        ("Persbericht nr. 8", "8"),
        ("Ref.: ABC-12/2027", "ABC-12/2027"),
        ("Nr. 123/2027 vom 4. Mai 2027", "123/2027"),
    ],
)
def test_a_number_is_known_in_many_shapes(words: str, number: str) -> None:
    found = number_in(words)
    assert found is not None
    assert found.number == number


@pytest.mark.parametrize(
    "words",
    [
        "COVID-19",
        "no 12 ships today",
        "12 March 2027",
        "G7 meets",
        "Mar-12-2027",
        "24/7",
        "2027",
        "A-Z",
    ],
)
def test_a_headline_or_a_date_is_no_number(words: str) -> None:
    assert number_in(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "Landesamt für Zahlen",
        "Polizei Corvane",
        "Commission of States",
        "EMBASSY OF CORVANE",
        "Ministère des affaires étrangères",
        "SPF Affaires étrangères",
        "Gemeente Corvane",
        "Corvane Harbour Police",
        "Press office",
        "Cabinet de la ministre",
    ],
)
def test_the_name_of_an_office_is_known(words: str) -> None:
    assert is_sender(words)


@pytest.mark.parametrize(
    "words",
    [
        "Police arrest two men",
        "Commission approves scheme",
        "Ministry Announces New Ferries",
        "Polizei nimmt drei Männer fest",
        "Le ministère annonce une réforme",
        "Rede der Ministerin im Parlament",
        "Discours de la ministre au port",
        "New police station opens",
        "Police: two arrests",
        "Council of Ministers,",
    ],
)
def test_a_headline_about_an_office_is_not_its_name(words: str) -> None:
    assert not is_sender(words)


def test_an_office_that_is_all_there_is_above_the_text_is_the_headline() -> None:
    assert filing("Police Corvane\n\nThe station is open again.").headline == "Police Corvane"


@pytest.mark.parametrize("text", ["Good afternoon,\n\nText.", "Mesdames et Messieurs,\n\nTexte."])
def test_a_greeting_is_no_headline_but_a_subject_is(text: str) -> None:
    with pytest.raises(UnreadableFile, match="put the headline in a paragraph of its own"):
        filing(text)
    found = filing(text, Given("Europe/Brussels", "en", subject="Re: Fwd: WG: TR: Sample opens"))
    assert found.headline == "Sample opens"
    assert found.notes == ("the mail's subject is the headline: the text's own cannot be told",)
    assert len(found.blocks) == 3


@pytest.mark.parametrize(
    "paragraph",
    [
        "The minister opened the bridge on Monday, with many guests from all over the land.",
        "The bridge is open. It is long and blue, and it was built within a year by 40 people.",
        "Corvane, 1 December 2026 – The minister opened the bridge, with many guests beside her.",
    ],
)
def test_a_subject_is_the_headline_where_a_text_begins_with_a_paragraph(paragraph: str) -> None:
    given = Given("Europe/Brussels", "en", subject="Fwd: Bridge opens")
    found = filing(f"{paragraph}\n\nMore text.", given)
    assert [block.markdown for block in found.blocks] == ["Bridge opens", paragraph, "More text."]
    assert found.notes == ("the mail's subject is the headline: its text begins with a paragraph",)


def test_a_subject_that_only_says_what_kind_of_text_it_is_is_no_headline() -> None:
    paragraph = "The minister opened the bridge on Monday, with many guests from all over the land."
    given = Given("Europe/Brussels", "en", subject="Press release")
    assert filing(f"{paragraph}\n\nMore text.", given).headline == paragraph


def test_a_text_that_has_its_headline_keeps_it_whatever_the_subject() -> None:
    found = filing("Sample opens\n\nText.", Given("Europe/Brussels", "en", subject="For you"))
    assert (found.headline, found.notes) == ("Sample opens", ())


def test_the_first_paragraph_says_the_day_where_no_line_does() -> None:
    found = filing("Sample opens\n\nCORVANE/PORT, 4 February 2027 (Office) -- It opens today.")
    assert found.embargo is not None
    assert f"{found.embargo.wall:%Y-%m-%d}" == "2027-02-04"
    assert found.blocks[1].markdown == "CORVANE/PORT, 4 February 2027 (Office) -- It opens today."


def test_a_day_without_a_year_is_asked_for_or_taken_from_the_mail() -> None:
    text = "Sample opens\n\nCorvane, 30 December – It opens today."
    asked = filing(text)
    assert asked.embargo is None
    assert "names no year" in asked.doubts[0]
    sent = datetime(2027, 1, 2, tzinfo=UTC)
    found = filing(text, Given("Europe/Brussels", "en", sent=sent))
    assert found.embargo is not None
    assert f"{found.embargo.wall:%Y-%m-%d}" == "2026-12-30"
    assert found.notes


def test_the_days_of_a_programme_do_not_date_the_text() -> None:
    found = filing("Programme\n\n12 May 2027\n\nArrival.\n\n14 May 2027\n\nDeparture.")
    assert found.embargo is None
    assert "12 May 2027" in [block.markdown for block in found.blocks]


@pytest.mark.parametrize(
    "line",
    [
        *("Check against delivery!", "Seul le prononcé fait foi", "Es gilt das gesprochene Wort."),
        *(
            "(Alleen het gesproken woord telt)",
            "Stand: 12. März 2027",
            "Last updated 12 March 2027",
        ),
        *("Dernière mise à jour : 12 mars 2027", "ENDS", "-ENDS-", "– Fin –", "(Ende)", "Einde"),
        *("-30-", "###", "Press release", "Corvane (ots)"),
    ],
)
@pytest.mark.parametrize("text", ["{}\n\nSample opens\n\nText.", "Sample opens\n\n{}\n\nText."])
def test_what_a_sheet_says_of_itself_is_named_and_left_out(line: str, text: str) -> None:
    found = filing(text.format(line))
    assert [block.markdown for block in found.blocks] == ["Sample opens", "Text."]
    assert found.not_yet == ()
    if line != "###" or not text.startswith("{}"):
        assert line.strip() in [one.what for one in found.left_out]


def test_the_spoken_word_counts_is_no_embargo_and_until_delivery_is() -> None:
    assert filing("Check against delivery\n\nSample\n\nText.").not_yet == ()
    assert filing("EMBARGOED UNTIL DELIVERY\n\nSample\n\nText.").not_yet


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        *(("Notes to editors:", Kind.NOTES), ("**Note aux rédactions**", Kind.NOTES)),
        *(("Noot voor de redactie", Kind.NOTES), ("Hinweis an die Redaktionen", Kind.NOTES)),
        *(("About Open Harbours", Kind.ABOUT), ("À propos d'Exemple", Kind.ABOUT)),
        *(("Over de Haven", Kind.ABOUT), ("## Über das Landesamt", Kind.ABOUT)),
    ],
)
def test_sections_apart_have_a_heading_of_their_own(heading: str, kind: Kind) -> None:
    text = "Open Harbours is an association of forty towns and has its seat in Corvane since 1999."
    found = filing(f"Sample opens\n\nText.\n\n{heading}\n\n{text}")
    assert [block.kind for block in found.blocks[1:]] == [Kind.PARAGRAPH, kind, Kind.PARAGRAPH]
    assert found.blocks[2].markdown == "## " + heading.strip("*# :")


@pytest.mark.parametrize(
    "line", ["Zie ook\nBrief over noodhulp", "Over 500 bezoekers verwacht", "See also: the report"]
)
def test_other_lines_stay_text(line: str) -> None:
    found = filing(f"Sample opens\n\nText.\n\n{line}")
    assert [block.kind for block in found.blocks[1:]] == [Kind.PARAGRAPH, Kind.PARAGRAPH]


def test_a_letterhead_with_its_address_is_whom_to_call() -> None:
    found = filing(
        "Ministry of Harbours\nPress office\nLantern Quay 14\n1000 Corvane\n+999 2 555 01 00\n\n"
        "Sample opens\n\nText."
    )
    assert found.headline == "Sample opens"
    assert [one.phones for one in found.contacts] == [("+999 2 555 01 00",)]


FURNITURE = [
    "Ministry of Harbours",
    "Press office",
    "PRESS RELEASE",
    "IP/27/12",
    "Check against delivery",
    "Stand: 11. März 2027",
    "Ministry of Harbours - Press release",
    "Lantern Quay, Corvane",
    "**Commission of States**",
    "A line that nobody expected",
    "ENDS",
    "###",
    "For journalists only",
    "",
]


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(FURNITURE), max_size=8),
    st.lists(st.sampled_from(FURNITURE), max_size=4),
)
def test_no_word_round_a_headline_is_lost(above: list[str], below: list[str]) -> None:
    text = "\n".join([*above, "", "Boats sail again", "", *below, "", "They sail on Monday."])
    found = " ".join(all_words(astuple(filing(text)))).casefold()
    for line in [*above, "Boats sail again", *below, "They sail on Monday."]:
        for word in re.findall(r"\w+", line):
            assert word.casefold() in found


def all_words(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple | list):
        for inner in part:
            yield from all_words(inner)
