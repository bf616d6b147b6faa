"""The plain press release. All samples are our own."""

from datetime import UTC, datetime

import pytest

from intake.given import Given
from intake.text.presstext import LONGEST_HEADLINE, read
from press.embargo import Precision
from press.errors import AmbiguousTime, NonexistentTime, UnreadableFile, UnreadableTime
from press.releases.release import Filing
from press.text import Kind

GIVEN = Given("Europe/Brussels", "en")
SAMPLE = """

20 Feb 2026 -14:18

Samples bring comfort
to every newsroom

A first paragraph, *with emphasis*
over two lines.

- one
- two

> "A quotation," she said.

Jane Doe
Spokesperson
+999 2 555 01 01
"""
IN_OTHER_LANGUAGES = {
    "fr": """COMMUNIQUÉ DE PRESSE

Bruxelles, le vendredi 20 février 2026 à 14h18

Des échantillons pour toutes les écoles

Le gouvernement a approuvé un programme. Plus d'infos au
0800 55 012
ou sur www.exemple.example.

    1. Première mesure
    2. Deuxième mesure

***

Contact presse

Cabinet de la ministre des Échantillons
Claire Exemple - Porte-parole - 0470 55 01 01 - claire.exemple@cabinet.example

SPF Exemples
Service communication
Boulevard du Test 30, boîte 2
1000 Bruxelles
Tél. : 02 555 01 00 | Fax : 02 555 01 09
presse@spf.example | www.spf.example
""",
    "nl": """Persbericht
Embargo tot vrijdag 20 februari 2026 om 14.18 uur

Steekproeven voor alle scholen

De regering keurde het plan goed. Meer info: https://voorbeeld.example.

1. Eerste maatregel
2. Tweede maatregel

Meer informatie voor de pers:

Jan Van den Broeck, woordvoerder van de minister
T. 02 555 01 03 – M. 0470 55 01 03
jan@kabinet.example

FOD Voorbeelden
Persdienst
Wetstraat 16/3
1000 Brussel
02/555.01.00
""",
    "de": """Pressemitteilung

Brüssel, den 20. Februar 2026, 14.18 Uhr (MEZ)

Beispiele für alle Schulen

Die Ministerin hat heute Beispiele vorgestellt.

1. Erste Maßnahme
2. Zweite Maßnahme

Ansprechpartner für die Presse:
Dr. Hans-Peter von der Beispiel (Pressesprecher)
Tel.: +49 (0)30 555-0101, Mobil: +49 (0)170 5550102
E-Mail: presse@beispiel.example
""",
}


def filing(text: str) -> Filing:
    (only,) = read(text, GIVEN).filings
    return only


def test_a_release_has_headline_minute_blocks_and_contacts() -> None:
    found = filing(SAMPLE)
    assert found.headline == "Samples bring comfort to every newsroom"
    assert found.embargo is not None
    assert found.embargo.instant == datetime(2026, 2, 20, 13, 18, tzinfo=UTC)
    assert [b.kind for b in found.blocks] == [Kind.HEADLINE, Kind.PARAGRAPH, Kind.LIST, Kind.QUOTE]
    assert found.blocks[1].markdown == "A first paragraph, *with emphasis*\nover two lines."
    assert [contact.name for contact in found.contacts] == ["Jane Doe"]
    assert (found.language, found.topics) == (None, ())


@pytest.mark.parametrize(
    ("code", "phones"),
    [
        ("fr", [["0470 55 01 01"], ["02 555 01 00"]]),
        ("nl", [["02 555 01 03", "0470 55 01 03"], ["02/555.01.00"]]),
        ("de", [["+49 (0)30 555-0101", "+49 (0)170 5550102"]]),
    ],
)
def test_a_release_is_read_in_every_language(code: str, phones: list[list[str]]) -> None:
    found = filing(IN_OTHER_LANGUAGES[code])
    assert found.headline in IN_OTHER_LANGUAGES[code].split("\n")
    assert found.moment is not None
    assert found.moment.instant == datetime(2026, 2, 20, 13, 18, tzinfo=UTC)
    assert found.likely == code
    assert [block.kind for block in found.blocks] == [Kind.HEADLINE, Kind.PARAGRAPH, Kind.LIST]
    assert [list(contact.phones) for contact in found.contacts] == phones
    assert all(contact.role or contact.address for contact in found.contacts)


def test_a_release_without_a_dateline_is_a_draft() -> None:
    found = filing("Sample headline of 2026\n\nText.")
    assert found.embargo is None
    assert [block.markdown for block in found.blocks] == ["Sample headline of 2026", "Text."]


def test_a_dateline_without_a_time_keeps_its_precision() -> None:
    found = filing("Brussels, 20 February 2026\nSample headline\n\nText.")
    assert found.embargo is not None
    assert found.embargo.precision is Precision.DATE
    assert found.headline == "Sample headline"


@pytest.mark.parametrize("line", ["32 Feb 2026 -14:18", "20 Foo 2026 - 25:99"])
def test_a_dateline_that_cannot_be_read_is_refused_by_name(line: str) -> None:
    with pytest.raises(UnreadableTime, match=line):
        filing(f"{line}\n\nSample headline\n\nText.")


def test_a_dateline_at_a_time_the_clocks_skip_or_repeat_is_refused() -> None:
    with pytest.raises(NonexistentTime):
        filing("29 Mar 2026 - 02:30\n\nSample")
    with pytest.raises(AmbiguousTime):
        filing("25 Oct 2026 - 02:30\n\nSample")


@pytest.mark.parametrize(
    "top",
    [
        "PRESS RELEASE\n\n20 Feb 2026 -14:18\n\n",
        "20 Feb 2026 -14:18\n\n**Communiqué de presse**\n\n",
        "* * *\n20 Feb 2026 -14:18\n---\n",
    ],
)
def test_a_letterhead_is_not_the_headline(top: str) -> None:
    found = filing(f"{top}Sample headline\n\nText.")
    assert found.headline == "Sample headline"
    assert found.embargo is not None


@pytest.mark.parametrize(
    "headline",
    [
        "# Sample *headline* #\n",
        "Sample headline\n===============\n",
        "**Sample headline**\n\n",
        "Sample\n   headline\n\n",
    ],
)
def test_a_headline_is_plain_text_however_it_is_marked(headline: str) -> None:
    found = filing(f"20 Feb 2026 -14:18\n\n{headline}Text.")
    assert [block.markdown for block in found.blocks] == ["Sample headline", "Text."]


def test_a_headline_that_looks_like_a_date_can_be_marked_as_one() -> None:
    assert filing("# 20 Feb 2026\n\nText.").headline == "20 Feb 2026"


def test_a_release_without_a_blank_line_below_its_headline_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="paragraph of its own"):
        filing("Sample headline\n" + "Text that goes on. " * LONGEST_HEADLINE)


def test_rules_around_the_text_are_not_part_of_it() -> None:
    found = filing(
        "Sample headline\n\n---\n\nText.\n\n***\n\nMore.\n\n---\n\nJane Doe\n02 555 01 01"
    )
    assert [block.markdown for block in found.blocks[1:]] == ["Text.", "***", "More."]


def test_an_indent_is_a_paragraph_and_not_code() -> None:
    found = filing("Sample headline\n\n    Text begins here\nand goes on.")
    assert found.blocks[1].kind is Kind.PARAGRAPH
    assert found.blocks[1].markdown == "Text begins here\nand goes on."
