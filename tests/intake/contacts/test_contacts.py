"""Whom to call: every number of everybody, and no line of the text. All samples are our own."""

import pytest

from intake.contacts.blocks import take_contacts
from press.contact import Contact, ContactKind

SERVICE, PERSON = ContactKind.SERVICE, ContactKind.PERSON


def contacts(sample: str) -> tuple[Contact, ...]:
    """The contacts below a line of text, which has to be all that is left."""
    left, found = take_contacts(["The sample text ends here.", "", *sample.split("\n")])
    assert [line for line in left if line] == ["The sample text ends here."]
    return found


BLOCKS = {
    "as the house sends it": """Ministry of Samples, Bridges and
Harbours - Press office (P&I)
Lantern Quay 14
1000 Corvane
Velmora
+999 2 555 01 00
<http://samples.example>

Jane Doe
Spokesperson
+999 2 555 01 01
+999 470 55 01 01
jane.doe@samples.example

John Roe
Press officer
+999 2 555 01 02
john.roe@samples.example""",
    "without blank lines": """Ministry of Samples, Bridges and
Harbours - Press office (P&I)
Lantern Quay 14
1000 Corvane
Velmora
+999 2 555 01 00
http://samples.example
Jane Doe
Spokesperson
+999 2 555 01 01
+999 470 55 01 01
jane.doe@samples.example
John Roe
Press officer
+999 2 555 01 02
john.roe@samples.example""",
    "with labels": """Press contacts:

Ministry of Samples, Bridges and
Harbours - Press office (P&I)
Lantern Quay 14
1000 Corvane
Velmora
Tel.: +999 2 555 01 00
Web: <http://samples.example>

Jane Doe
Spokesperson
T +999 2 555 01 01 | M +999 470 55 01 01
E-mail: <jane.doe@samples.example>

John Roe
Press officer
Phone (office): +999 2 555 01 02
mailto:john.roe@samples.example""",
    "in Markdown": """### For more information, please contact:

**Ministry of Samples, Bridges and
Harbours - Press office (P&I)**\\
Lantern Quay 14\\
1000 Corvane\\
Velmora\\
Tel. [+999 2 555 01 00](tel:+99925550100)\\
[http://samples.example](http://samples.example)

- **Jane Doe**, *Spokesperson*
- +999 2 555 01 01
- +999 470 55 01 01
- [jane.doe@samples.example](mailto:jane.doe@samples.example)

**John Roe**
*Press officer*
+999 2 555 01 02
[john.roe@samples.example](mailto:john.roe@samples.example)""",
    "on a line each": """Ministry of Samples, Bridges and
Harbours - Press office (P&I)
Lantern Quay 14
1000 Corvane
Velmora
+999 2 555 01 00
http://samples.example

Jane Doe, Spokesperson, +999 2 555 01 01, +999 470 55 01 01, jane.doe@samples.example
John Roe (Press officer) – +999 2 555 01 02 – john.roe@samples.example""",
    "torn apart": """Ministry of Samples, Bridges and
Harbours - Press office (P&I)

Lantern Quay 14
1000 Corvane
Velmora

+999 2 555 01 00

http://samples.example

Jane Doe

Spokesperson

\u202a+999 2 555 01 01\u202c

+999\u00a0470\u00a055\u00a001\u00a001

jane.doe@samples.example

John Roe
Press officer

+999 2 555 01 02
john.roe@samples.example""",
}


@pytest.mark.parametrize("sample", BLOCKS.values(), ids=BLOCKS.keys())
def test_every_telephone_number_of_every_contact_comes_out(sample: str) -> None:
    assert contacts(sample) == (
        Contact(
            SERVICE,
            "Ministry of Samples, Bridges and Harbours - Press office (P&I)",
            address=("Lantern Quay 14", "1000 Corvane", "Velmora"),
            phones=("+999 2 555 01 00",),
            sites=("http://samples.example",),
        ),
        Contact(
            PERSON,
            "Jane Doe",
            "Spokesperson",
            phones=("+999 2 555 01 01", "+999 470 55 01 01"),
            emails=("jane.doe@samples.example",),
        ),
        Contact(
            PERSON,
            "John Roe",
            "Press officer",
            phones=("+999 2 555 01 02",),
            emails=("john.roe@samples.example",),
        ),
    )


@pytest.mark.parametrize(
    "sample",
    [
        "Contact presse :\n\nAnne-Marie d’Exemple\nPorte-parole\nGSM : 0470/55.01.01",
        "Perscontact\n\nAnne-Marie d’Exemple – woordvoerster\nTel. 0470/55.01.01",
        "Für Rückfragen:\n\nAnne-Marie d’Exemple\nPressesprecherin\nMobil: 0470/55.01.01",
        "For further information please contact:\nAnne-Marie d’Exemple, attaché, 0470/55.01.01",
        "Spokesperson: Anne-Marie d’Exemple\n0470/55.01.01",
        "Woordvoerder\nAnne-Marie d’Exemple\n0470/55.01.01",
    ],
)
def test_a_person_is_known_in_every_language(sample: str) -> None:
    (person,) = contacts(sample)
    assert (person.kind, person.name) == (PERSON, "Anne-Marie d’Exemple")
    assert person.role
    assert person.phones == ("0470/55.01.01",)


@pytest.mark.parametrize(
    ("sample", "name", "address"),
    [
        (
            "SPF Exemple – Service de presse\n15, rue de l’Exemple\n1000 Bruxelles",
            "SPF Exemple – Service de presse",
            2,
        ),
        ("FOD Voorbeeld\nPersdienst\nVoorbeeldlaan 12 bus 3\nB-1000 Brussel", None, 2),
        ("Bundesministerium für Beispiele\nPressestelle\nBeispielstr. 7\n10117 Berlin", None, 2),
        (
            "Sample Office\nNewsdesk\nKing Sample Street\nLondon SW1A 2AH",
            "Sample Office Newsdesk",
            2,
        ),
        ("European Sample Commission\nSpokespersons' service\nP.O. Box 12\n1049 Brussels", None, 2),
        ("Press service\nSample Building\nSample Street 15\n1000 Corvane\nVelmora", None, 4),
        ("Team 112\nPress unit\nSample Square 1, 1000 Corvane", "Team 112 Press unit", 1),
    ],
)
def test_a_service_has_its_name_on_one_line_and_its_address_on_many(
    sample: str, name: str | None, address: int
) -> None:
    (service,) = contacts(f"{sample}\n+999 2 555 01 00")
    lines = sample.split("\n")
    assert service.kind is SERVICE
    assert service.name == (name or " ".join(lines[:-address]))
    assert service.address == tuple(lines[-address:])


@pytest.mark.parametrize(
    ("line", "phones"),
    [
        ("+999 (0)2 555 01 01", ["+999 (0)2 555 01 01"]),
        ("02 555 01 01 – 0470 55 01 01", ["02 555 01 01", "0470 55 01 01"]),
        ("Tel. 02/555.01.01 - GSM 0470/55.01.01", ["02/555.01.01", "0470/55.01.01"]),
        ("+999 2 555 01 01 or +999 470 55 01 01", ["+999 2 555 01 01", "+999 470 55 01 01"]),
        ("+999 2 555 01 01 / 02", ["+999 2 555 01 01 / 02"]),
        ("+999 2 555 01 01, ext. 12", ["+999 2 555 01 01, ext. 12"]),
        ("+1 202-555-0143", ["+1 202-555-0143"]),
        ("(+ 32 2 555 01 01)", ["+ 32 2 555 01 01"]),
        ("+999 2 555 01 01 (mobile)", ["+999 2 555 01 01"]),
        ("+999 2 555 01 01 (weekends only)", ["+999 2 555 01 01 (weekends only)"]),
        ("Tel./Fax: +999 2 555 01 01", ["+999 2 555 01 01"]),
        ("Tel: 1733", ["1733"]),
    ],
)
def test_a_number_comes_out_as_it_is_written(line: str, phones: list[str]) -> None:
    (person,) = contacts(f"Jane Doe\nSpokesperson\n{line}\njane@samples.example")
    assert list(person.phones) == phones


def test_what_a_number_is_for_stays_with_it() -> None:
    (person,) = contacts("Jane Doe\nSpokesperson\n+999 2 555 01 01\nWhatsApp: +999 470 55 01 01")
    assert person.phones == ("+999 2 555 01 01", "+999 470 55 01 01 (WhatsApp)")


def test_a_fax_is_no_telephone() -> None:
    (service,) = contacts("Press service\nTel. 02 555 01 00 | Fax 02 555 01 09\nF +999 2 555 01 08")
    assert service.phones == ("02 555 01 00",)
    assert service.address == ("Fax 02 555 01 09", "F +999 2 555 01 08")


def test_names_with_a_number_in_brackets_are_contacts() -> None:
    found = contacts("Press contacts:\n\nJane Doe (+ 32 2 555 01 01)\nJohn Roe (+ 32 2 555 01 02)")
    assert [(c.name, *c.phones) for c in found] == [
        ("Jane Doe", "+ 32 2 555 01 01"),
        ("John Roe", "+ 32 2 555 01 02"),
    ]


def test_a_line_that_cannot_be_placed_stays() -> None:
    service, person = contacts(
        "Press service\nSample Street 1\nFax: +999 2 555 01 09\n+999 2 555 01 00\n"
        "BE 0123.456.789\n\n"
        "Jane Doe\njane@samples.example\nSpokesperson\n+999 2 555 01 01\nX: @janedoe"
    )
    assert service.address == ("Sample Street 1", "Fax: +999 2 555 01 09", "BE 0123.456.789")
    assert service.phones == ("+999 2 555 01 00",)
    assert person.role == "Spokesperson, X: @janedoe"


def test_whom_a_spokesperson_speaks_for_stays_with_the_role() -> None:
    _, person = contacts(
        "Press service\n+999 2 555 01 00\n\nCabinet of the Minister\n\n"
        "Jane Doe\nSpokesperson\n+999 2 555 01 01"
    )
    assert person.role == "Spokesperson, Cabinet of the Minister"


def test_a_person_may_have_an_address_and_a_site() -> None:
    (person,) = contacts(
        "Jane Doe\nSample Street 1\n1000 Corvane\njane.doe@samples.example\nhttps://doe.example"
    )
    assert person.kind is PERSON
    assert person.address == ("Sample Street 1", "1000 Corvane")


def test_a_heading_alone_names_a_service() -> None:
    (service,) = contacts("Press contact:\n+999 2 555 01 01\npress@samples.example")
    assert (service.kind, service.name) == (SERVICE, "Press contact")


@pytest.mark.parametrize(
    "body",
    [
        "For more information, call the press service at +999 2 555 01 01.",
        "Questions? Call Jane Doe on +999 2 555 01 01 or write to jane@samples.example.",
        "Journalists may reach the press service at\n+999 2 555 01 01\nor by e-mail.",
        "Registration is open until 10 May via\nevents@samples.example",
        "Register here\nevents@samples.example",
        "Register: events@samples.example",
        "Read the report\n<https://samples.example/report>",
        "https://samples.example/report",
        "When: 20 February 2026, 14:18\nWhere: Sample Palace\nRegistration: press@samples.example",
        "- Brussels: +999 2 555 01 02\n- Kyiv: +380 44 555 01 02",
        "> Jane Doe\n> +999 2 555 01 02",
        "```\nJane Doe\n+999 2 555 01 02\n```",
        "| Press service |\n|---|\n| +999 2 555 01 02 |",
        "The line was opened on\n18/02/2026",
        "Press conference\nevents@samples.example",
    ],
)
def test_a_text_that_mentions_a_number_stays_in_the_body(body: str) -> None:
    text = f"{body}\n\nMore text follows here.".split("\n")
    assert take_contacts(text) == (text, ())
    assert take_contacts(text[:-2]) == (text[:-2], ())


def test_a_subheading_above_the_contacts_stays_in_the_body() -> None:
    left, (person,) = take_contacts(["Next steps", "", "Jane Doe", "Spokesperson", "02 555 01 01"])
    assert left[0] == "Next steps"
    assert person.name == "Jane Doe"


def test_notes_below_the_contacts_stay_in_the_body() -> None:
    notes = "Notes to editors: the first sample was taken in 1999."
    left, found = take_contacts(["Jane Doe", "Spokesperson", "02 555 01 01", "", notes])
    assert [line for line in left if line] == [notes]
    assert len(found) == 1
