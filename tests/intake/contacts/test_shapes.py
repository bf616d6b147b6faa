"""Contacts as press offices write them, in four languages; people and numbers are invented."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.contacts.blocks import take_contacts
from intake.contacts.paragraphs import COSTS_MORE, MOST_READ

CASES = Path(os.environ.get("NEWSROOM_SHARED", "shared")) / "cases" / "press"
Reached = list[tuple[str, str, list[str]]]


def reached(text: str) -> Reached:
    """Who can be reached, in which role, and by what."""
    found = take_contacts(text.split("\n"))[1]
    return [(c.name, c.role, [*c.phones, *c.emails, *c.sites]) for c in found]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            """Woordvoerder: Anna Muster, 06-55501234
T: 070 - 555 01 23 / M: 06 - 12 34 56 78
a.muster@samples.example""",
            [
                (
                    "Anna Muster",
                    "Woordvoerder",
                    [
                        "06-55501234",
                        "070 - 555 01 23",
                        "06 - 12 34 56 78",
                        "a.muster@samples.example",
                    ],
                )
            ],
        ),
        (
            "Polizei Corvane\nNina Muster\nTelefon: 040 555-0212\nE-Mail: presse@samples.example",
            [("Nina Muster", "Polizei Corvane", ["040 555-0212", "presse@samples.example"])],
        ),
        (
            "Contact: Jane Doe (spokesperson, tel. +32 2 555 01 01); John Roe (FR) 02 555 01 02",
            [
                ("Jane Doe", "spokesperson", ["+32 2 555 01 01"]),
                ("John Roe", "FR", ["02 555 01 02"]),
            ],
        ),
        (
            "Jane Doe: +32 2 555 01 01, WhatsApp: +32 470 55 01 01, John Roe: 02 555 01 02 ext. 12",
            [
                ("Jane Doe", "", ["+32 2 555 01 01", "+32 470 55 01 01 (WhatsApp)"]),
                ("John Roe", "", ["02 555 01 02 ext. 12"]),
            ],
        ),
        (
            "Jane Doe (02 555 01 01) and John Roe (02 555 01 02)",
            [("Jane Doe", "", ["02 555 01 01"]), ("John Roe", "", ["02 555 01 02"])],
        ),
        (
            "**Jane Doe** | Spokesperson | T. +32 2 555 01 01 | jane [at] samples [dot] example",
            [("Jane Doe", "Spokesperson", ["+32 2 555 01 01", "jane@samples.example"])],
        ),
        (
            "For more information, please contact Jane Doe, spokesperson, +32 2 555 01 01.",
            [("Jane Doe", "spokesperson", ["+32 2 555 01 01"])],
        ),
        (
            "Jane Doe, Spokesperson, 02 555 01 01, weekends only, 0470 55 01 01",
            [("Jane Doe", "Spokesperson", ["02 555 01 01 (weekends only)", "0470 55 01 01"])],
        ),
        (
            r"""| Nom | Fonction | Tél. | WhatsApp | Courriel |
|---|---|---|---|---|
| Jeanne Exemple | Porte-parole | 02 555 01 01 | 0470 55 01 01 | j\_e@samples.example |""",
            [
                (
                    "Jeanne Exemple",
                    "Porte-parole",
                    ["02 555 01 01", "0470 55 01 01 (WhatsApp)", "j_e@samples.example"],
                )
            ],
        ),
        (
            "Contact:\n\nJane Doe\tSpokesperson\t02 555 01 01\nJohn Roe\tOfficer\t02 555 01 02",
            [
                ("Jane Doe", "Spokesperson", ["02 555 01 01"]),
                ("John Roe", "Officer", ["02 555 01 02"]),
            ],
        ),
    ],
)
def test_contacts_come_out_of_every_shape(text: str, people: Reached) -> None:
    assert reached(text) == people
    assert not any(take_contacts(text.split("\n"))[0])


@pytest.mark.parametrize(
    "text",
    [
        "+32 2 555 01 01 Jane Doe\n+32 2 555 01 02 John Roe",
        "+32 2 555 01 01, Jane Doe; +32 2 555 01 02, John Roe",
        "Contact:\n+32 2 555 01 01\nJane Doe\n+32 2 555 01 02\nJohn Roe",
        "Jane Doe\nSpokesperson\n+32 2 555 01 01\nSabine\n+32 2 555 01 02",
        "Jane Doe\nSpokesperson\n+32 2 555 01 01\nSabine: +32 2 555 01 02",
        "Jane Doe\njohn.roe@samples.example\n\nJohn Roe\njane.doe@samples.example",
        "Contact\n\n+32 2 555 01 01\n\nJane Doe\n\n+32 2 555 01 02\n\nJohn Roe",
        "| Name | Phone |\n|---|---|\n| Jane Doe | |\n| John Roe | 02 555 01 02 |",
        "| Region | Visitors |\n|---|---|\n| Corvane | 202-555-0143 |",
    ],
)
def test_what_leaves_in_doubt_whose_a_number_is_stays_a_text(text: str) -> None:
    assert take_contacts(text.split("\n")) == (text.split("\n"), ())


def test_a_line_that_hides_a_number_is_no_rule_between_contacts() -> None:
    hidden = "Whoever calls us on 02 555 01 09 before noon"
    left, found = take_contacts(f"Jane Doe\n02 555 01 01\n\n{hidden}".split("\n"))
    assert hidden in left
    assert len(found) == 1


@pytest.mark.parametrize(
    "text",
    [
        " " * 50_000,
        "(" * 100_000,
        "[" * 100_000,
        ";" * 100_000,
        "1" * 100_000,
        "@" * 100_000,
        "a@" * 50_000,
        "0 - " * 25_000,
        "|" * 100_000,
        *(f"0{one * 950}\n" * 50 for one in ("(", "[", ";", "1", "a@", "(0)", "p: ")),
    ],
)
def test_no_line_however_odd_is_changed(text: str) -> None:
    assert take_contacts(text.split("\n")) == (text.split("\n"), ())


def test_a_thousand_buildings_are_no_address() -> None:
    text = ["Sample Building"] * 3_000
    assert take_contacts([*text, "", "02 555 01 01"]) == ([*text, "", "02 555 01 01"], ())


@given(st.lists(st.text("Jane Doe,;:()[]|+0123456789@.-/\t\\\n", max_size=60), max_size=8))
def test_whatever_is_written_a_line_stays_or_goes_as_a_whole(lines: list[str]) -> None:
    written = "\n".join(lines).split("\n")
    left, found = take_contacts(written)
    assert all(line in {"", was} for line, was in zip(left, written, strict=True))
    assert found or left == written


def test_of_a_text_with_more_numbers_than_any_office_has_the_last_ones_are_read() -> None:
    card = "Jane Doe\nSpokesperson\n02 555 01 01"
    text = "\n\n".join([card] * 10_000)
    left, found = take_contacts(text.split("\n"))
    assert 0 < len(found) <= MOST_READ // (len(card) + COSTS_MORE)
    assert left[-3:] == ["", "", ""]
    assert left[:3] == card.split("\n")


IN_CASES = {
    "01": ["(0611) 75-0001", "www.landesamt.example/kontakt", "presse@landesamt.example"],
    "02": ["040 555-0212", "presse@polizei.example"],
    "03": ["+1 917 555 0123", "+1 646 555 0188", "+41 22 555 01 23"],
    "04": ["+32 2 555 63 30", "+32 2 555 44 21"],
    "05": ["+32 (0) 2 55 88093", "+32 (0) 460 55 13 13", "+32 (0)2 555 69 14 33"],
    "06": [
        "0475/55.01.23",
        "jeanne.exemple@mae.example",
        "+32 (0)478 55 01 24",
        "02 555 81 11",
        "presse@mae.example",
    ],
    "08": ["030 / 55 17-20 71", "0171/555 01 23", "presse@amt.example"],
}


@pytest.mark.parametrize(("case", "numbers"), IN_CASES.items(), ids=IN_CASES)
def test_every_number_of_the_texts_that_offices_send_comes_out(
    case: str, numbers: list[str]
) -> None:
    if not CASES.is_dir():
        pytest.skip("no folder of press texts (NEWSROOM_SHARED) on this machine")
    (path,) = CASES.glob(f"{case}-*.txt")
    below = path.read_text(encoding="utf-8").partition("\n")[2]
    assert [way for *_, ways in reached(below) for way in ways] == numbers


def test_kinds_of_numbers_may_stand_on_lines_of_their_own() -> None:
    card = (
        "Anna Muster\nTelefon:\n(0611) 55-4452\n\nFax\n(0611) 55-4453\nE-Mail\nanna@samples.example"
    )
    left, (anna,) = take_contacts(card.split("\n"))
    assert not any(left)
    assert anna.phones == ("(0611) 55-4452",)
    assert anna.emails == ("anna@samples.example",)
    assert anna.address == ("Fax: (0611) 55-4453",)


def test_of_kinds_of_numbers_above_each_other_none_is_dealt_out() -> None:
    card = ["Anna Muster", "Tel", "Fax", "02 555 01 01", "02 555 01 02"]
    assert take_contacts(card) == (card, ())


@pytest.mark.parametrize("number", ["(0611) 55-4452", "(06 11) 55-4452", "(+49-611) 55-4452"])
@pytest.mark.parametrize("label", ["Telefon ", "Telefon: ", "T ", "", "Telefon\t"])
def test_a_code_in_brackets_stays_before_its_number(label: str, number: str) -> None:
    (anna,) = take_contacts(["Anna Muster", "Pressesprecherin", label + number])[1]
    assert anna.phones == (number,)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Tel   Jane Doe  +999 20 555 0101", [("Jane Doe", "", ["+999 20 555 0101"])]),
        (
            "Ihre Ansprechpartner:\nErika Muster, Tel. 030 555 01 01\nMax Muster, 030 555 01 02",
            [("Erika Muster", "", ["030 555 01 01"]), ("Max Muster", "", ["030 555 01 02"])],
        ),
        (
            "Votre contact :\nJeanne Exemple, 02 555 01 01",
            [("Jeanne Exemple", "", ["02 555 01 01"])],
        ),
        (
            "Uw contactpersoon: Jan Voorbeeld, 02 555 01 01",
            [("Jan Voorbeeld", "", ["02 555 01 01"])],
        ),
        (
            "Press office\nRue du Port 175 - B-1048 CORVANE - Tel.: +999 2 555 6319",
            [("Press office", "", ["+999 2 555 6319"])],
        ),
        (
            "Jane Doe\nRue du Port 175 - B-1048 CORVANE - Tel.: +999 2 555 6319",
            [("Jane Doe", "", ["+999 2 555 6319"])],
        ),
    ],
)
def test_neither_a_label_nor_a_street_is_somebody(text: str, people: Reached) -> None:
    assert reached(text) == people


def test_a_street_with_a_telephone_is_nobody() -> None:
    line = "Rue du Port 175 - B-1048 CORVANE - Tel.: +999 2 555 6319"
    assert take_contacts([line]) == ([line], ())


@pytest.mark.parametrize(
    "lead",
    [
        *("Press: ", "Media: ", "Presse: ", "Presse : ", "Pers: ", "Für die Presse: ", "Medien: "),
        *("Contact presse : ", "Pour la presse : ", "Press & media: ", "Voor de pers: "),
        *("Call ", "Please call ", "Bitte rufen Sie ", "Appelez ", "Veuillez contacter ", "Bel "),
        *("Wenden Sie sich bitte an ", "Joindre ", "Neem contact op met ", "Contacteer "),
    ],
)
@pytest.mark.parametrize("name", ["Ada Muster", "Jean-Pierre van den Voorbeeld"])
def test_neither_whom_a_contact_is_for_nor_a_verb_is_part_of_a_name(lead: str, name: str) -> None:
    for said in (f"{name}, ", f"{name}, Pressesprecherin, ", f"{name} (woordvoerder): "):
        for line in (f"{lead}{said}", f"- {lead}{said}", f"Ruth Roe, 030 1234500\n{lead}{said}"):
            found = reached(f"{line}030 1234567, ada@example.org")[-1]
            assert (found[0], found[2]) == (name, ["030 1234567", "ada@example.org"])


@pytest.mark.parametrize(
    "line",
    [
        "Call Ada Muster on 030 1234567",
        "Please call Ada Muster at 030 1234567.",
        "Rufen Sie Ada Muster an: 030 1234567",
        "Bitte wenden Sie sich an Ada Muster unter 030 1234567",
        "Ada Muster ist erreichbar unter 030 1234567",
        "Appelez Ada Muster au 030 1234567",
        "Ada Muster est joignable au : 030 1234567",
        "Bel Ada Muster op 030 1234567",
        "Ada Muster is bereikbaar op 030 1234567",
    ],
)
def test_a_sentence_that_asks_to_call_somebody_names_them(line: str) -> None:
    assert reached(line) == [("Ada Muster", "", ["030 1234567"])]


@pytest.mark.parametrize("line", ["Bel Muster, 030 1234567", "Bel Muster: 030 1234567"])
def test_a_name_may_begin_as_a_verb_does(line: str) -> None:
    assert reached(line) == [("Bel Muster", "", ["030 1234567"])]


@pytest.mark.parametrize(
    ("line", "name", "role", "ways"),
    [
        ("Jos&#233;e Martin, 02 555 01 01", "Josée Martin", "", ["02 555 01 01"]),
        ("Jos&#xe9;e Martin: 02&nbsp;555 01 01", "Josée Martin", "", ["02 555 01 01"]),
        (
            "Jos&eacute;e d&#146;Exemple, attach&eacute;e de presse, j&#64;samples.example",
            "Josée d’Exemple",
            "attachée de presse",
            ["j@samples.example"],
        ),
        (
            "J&ouml;rg Mu&szlig;ter &lt;j@samples.example&gt;",
            "Jörg Mußter",
            "",
            ["j@samples.example"],
        ),
        (r"Jos\&#233;e Martin, 02 555 01 01", "Josée Martin", "", ["02 555 01 01"]),
        (
            "| Jos&#233;e Martin; porte-parole | T&#233;l. 02 555 01 01 |\n|---|---|",
            "Josée Martin",
            "porte-parole",
            ["02 555 01 01"],
        ),
    ],
)
def test_references_to_signs_are_the_signs(
    line: str, name: str, role: str, ways: list[str]
) -> None:
    assert reached(line) == [(name, role, ways)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            (
                "Press contact: Ada Muster, ada@example.org\n"
                "Investor contact: Bram Example, bram@example.org"
            ),
            [
                ("Ada Muster", "", ["ada@example.org"]),
                ("Bram Example", "Investor contact", ["bram@example.org"]),
            ],
        ),
        (
            (
                "Contact scientifique : Ada Muster, professeure, 02 555 01 01\n"
                "Contact presse : Bram Example, 02 555 01 02"
            ),
            [
                ("Ada Muster", "Contact scientifique, professeure", ["02 555 01 01"]),
                ("Bram Example", "", ["02 555 01 02"]),
            ],
        ),
        ("PRESSE\nAda Muster\n030 1234567", [("Ada Muster", "", ["030 1234567"])]),
        ("Press\nAda Muster, 030 1234567", [("Ada Muster", "", ["030 1234567"])]),
        ("Rufen Sie die Pressestelle an: 030 1234567", [("Pressestelle", "", ["030 1234567"])]),
        (
            "Kabinet minister Example: Ada Muster, 0470 55 01 01",
            [("Ada Muster", "Kabinet minister Example", ["0470 55 01 01"])],
        ),
        (
            "Nom : Ada Muster\nFonction : porte-parole\nTéléphone : 02 555 01 01",
            [("Ada Muster", "porte-parole", ["02 555 01 01"])],
        ),
        (
            "Rückfragen von Journalisten bitte an: Ada Muster, Tel. 030 1234567",
            [("Ada Muster", "", ["030 1234567"])],
        ),
        (
            "Ada Muster\nTél. 01 23 45 67 89 – Port. 06 12 34 56 78",
            [("Ada Muster", "", ["01 23 45 67 89", "06 12 34 56 78"])],
        ),
        (
            "Call Ada Muster on 030 1234567 or Bram Example on 030 1234568",
            [("Ada Muster", "", ["030 1234567"]), ("Bram Example", "", ["030 1234568"])],
        ),
    ],
)
def test_what_leads_to_a_name_is_no_part_of_it_and_nobody_has_the_numbers_of_the_next(
    text: str, people: Reached
) -> None:
    assert reached(text) == people


@pytest.mark.parametrize("lead", ["Veranstaltung", "Photos", "Visites", "Rondleiding"])
def test_a_number_of_somebody_behind_an_unknown_word_is_nobody_elses(lead: str) -> None:
    text = ["Presse: Ada Muster, 030 1234567", f"{lead}: Bram Example, 030 1234568"]
    assert take_contacts(text) == (text, ())
