"""Headlines below letterheads as offices write them: what stands above is no headline."""

import pytest

from intake.given import Given
from intake.text.presstext import read
from intake.text.sheet.address import address_end
from intake.text.sheet.memo import memo_of
from press.errors import UnreadableFile
from press.releases.release import Filing

TEXT = "The first paragraph says what happened today, and where."


def filing(top: str, language: str = "en") -> Filing:
    (only,) = read(f"{top}\n\n{TEXT}", Given("Europe/Brussels", language)).filings
    return only


def is_told(found: Filing, headline: str = "Bridge bold opens") -> bool:
    return (found.headline, [block.markdown for block in found.blocks[1:]]) == (headline, [TEXT])


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("N° de référence : 20270208IPR12345", "20270208IPR12345"),
        ("N° de référence : X", "X"),
        ("Réf. : VC/COM/26-117", "VC/COM/26-117"),
        ("Nos réf. : VC/COM/26-117", "VC/COM/26-117"),
        ("Az.: PP-COR-2026/4711", "PP-COR-2026/4711"),
        ("Aktenzeichen: 4 O 12/26", "4 O 12/26"),
        ("Geschäftszeichen: II B 3", "II B 3"),
        ("Unser Zeichen: pr-mu", "pr-mu"),
        ("Nr.: 117", "117"),
        ("Kenmerk: 2026Z12345", "2026Z12345"),
        ("Ons kenmerk: COR.2026.117", "COR.2026.117"),
        ("Referentie: COR.2026.117", "COR.2026.117"),
        ("Our ref: MW 26 117", "MW 26 117"),
        ("Ref.: MW/26/117", "MW/26/117"),
        ("Reference number: MW 117", "MW 117"),
        ("Az.: PP-COR-2026/4711 vom 27.11.2026", "PP-COR-2026/4711"),
        ("Ref.: MW/26/117 – 27 November 2026", "MW/26/117"),
    ],
)
def test_what_is_called_a_reference_is_one_and_never_the_headline(line: str, number: str) -> None:
    found = filing(f"Stadt Corvane\nPressemitteilung\n{line}\n\nBridge bold opens")
    assert is_told(found)
    assert (found.issuer, found.reference) == ("Stadt Corvane", number)
    assert (found.embargo is not None) == line.endswith(("27.11.2026", "27 November 2026"))


def test_a_reference_too_long_to_be_one_is_asked_about() -> None:
    with pytest.raises(UnreadableFile, match="is a reference"):
        filing("Reference: the bridge nobody wanted opens")


@pytest.mark.parametrize(
    "kind",
    [
        *("Statistical bulletin", "Joint statement", "MEDIA ADVISORY", "Invitation to the media"),
        *("Medienmitteilung", "Gemeinsame Presseerklärung", "Einladung an die Presse", "Einladung"),
        *("Communiqué conjoint", "Communiqué de presse conjoint", "Invitation presse"),
        *("Note aux rédactions", "Persuitnodiging", "Uitnodiging pers", "Gezamenlijk persbericht"),
        *("Information", "INVITATION", "Memo", "Uitnodiging"),
    ],
)
def test_a_kind_of_text_is_named_and_is_no_headline(kind: str) -> None:
    found = filing(f"Bundesamt für Statistik\nSektion Kommunikation\n{kind}\n\nBridge bold opens")
    assert is_told(found)
    assert found.issuer == "Bundesamt für Statistik, Sektion Kommunikation"
    assert [one.what for one in found.left_out] == [kind]


def test_a_word_that_may_be_a_kind_is_the_headline_where_nothing_else_is() -> None:
    assert is_told(filing("Invitation"), "Invitation")


@pytest.mark.parametrize(
    ("line", "kind", "day", "number"),
    [
        (
            "Communiqué conjoint – 27.11.2026, 14.00 heures",
            *("Communiqué conjoint", "2026-11-27 14:00", ""),
        ),
        (
            "Persuitnodiging d.d. 27 november 2026, kenmerk 2026Z12345",
            *("Persuitnodiging", "2026-11-27 00:00", "2026Z12345"),
        ),
        ("Medienmitteilung vom 27.11.2026", "Medienmitteilung", "2026-11-27 00:00", ""),
    ],
)
def test_a_kind_of_text_has_its_day_and_number_beside_it(
    line: str, kind: str, day: str, number: str
) -> None:
    found = filing(f"Politie Corvane\n{line}\n\nBridge bold opens", "nl")
    assert is_told(found)
    assert found.embargo is not None
    assert f"{found.embargo.wall:%Y-%m-%d %H:%M}" == day
    assert found.reference == number
    assert [one.what for one in found.left_out] == [kind]


@pytest.mark.parametrize(
    "top",
    [
        "Ministry of Works\n27 November 2026\nBridge bold opens",
        "Ministry of Works\n\n27 November 2026\n\nBridge bold opens",
        "Ministry of Works\n27 November 2026\n\n# Bridge bold opens",
        "Ministry of Works\n27/11/26\n\nBridge bold opens",
        "Ministry of Works\nBrussels, 27 November 2026\n\nBridge bold opens",
        f"Ministry of Works\n27 November 2026\nBridge bold opens\n{TEXT} It is long.",
    ],
)
def test_an_office_a_day_and_a_headline_are_each_what_they_are(top: str) -> None:
    found = filing(top)
    assert (found.headline, found.issuer) == ("Bridge bold opens", "Ministry of Works")
    assert found.embargo is not None
    assert f"{found.embargo.wall:%Y-%m-%d}" == "2026-11-27"


@pytest.mark.parametrize(
    ("letterhead", "issuer"),
    [
        (
            "RÉPUBLIQUE DE VELMORIE\nLiberté – Égalité – Mer\nMINISTÈRE DE LA MER",
            "RÉPUBLIQUE DE VELMORIE, MINISTÈRE DE LA MER",
        ),
        (
            "RÉPUBLIQUE VELMORIENNE\nLiberté – Égalité – Mer\n\nMINISTÈRE DE LA MER",
            "RÉPUBLIQUE VELMORIENNE, MINISTÈRE DE LA MER",
        ),
        ("Presse- und Informationsamt der Stadt", "Presse- und Informationsamt der Stadt"),
        (
            "Polizeipräsidium Corvane      Corvane, den 27.11.2026\nPressestelle",
            "Polizeipräsidium Corvane, Pressestelle",
        ),
        ("Stadt Corvane, den 27.11.2026", "Stadt Corvane"),
        ("Ministerie van Zeevaart\nPostbus 10 3500 GA Corvane", "Ministerie van Zeevaart"),
        ("Ministerie van Zeevaart\nPostbus 10\n3500 GA Corvane", "Ministerie van Zeevaart"),
        ("Hafenamt\nPostfach 10 01 02, 53100 Corvane", "Hafenamt"),
        ("Ministère de la Mer\n12 rue du Port\n75001 Corvane", "Ministère de la Mer"),
        ("Ministry of Works\nPO Box 12, Corvane CV1 2AB", "Ministry of Works"),
    ],
)
def test_a_letterhead_of_several_lines_is_no_headline(letterhead: str, issuer: str) -> None:
    found = filing(f"{letterhead}\n\nBridge bold opens", "de")
    assert is_told(found)
    assert found.issuer == issuer
    for words in ("Postbus 10", "3500 GA", "Postfach", "rue du Port", "PO Box 12", "Égalité"):
        assert (words in letterhead) == any(words in one.what for one in found.left_out)


def test_a_number_and_a_name_are_no_address_by_themselves() -> None:
    assert address_end(["1000 Boats"], 0) == 0
    assert address_end(["Road 66"], 0) == 0
    assert is_told(filing("Ministry of Works\n\n1000 Boats"), "1000 Boats")


@pytest.mark.parametrize(
    ("head", "others"),
    [
        (
            (
                "To: All editors\nFrom: Press office\nDate: 27 November 2026\n"
                "Subject: Bridge bold opens"
            ),
            ["To: All editors", "From: Press office"],
        ),
        (
            (
                "MEMO\n\nTo:\tAll editors\nFrom:\tPress office\nDate:\t27/11/2026\n\n"
                "Subject:\tBridge bold opens"
            ),
            ["MEMO", "To: All editors", "From: Press office"],
        ),
        (
            "An: Redaktionen\nVon: Pressestelle\nDatum: 27.11.2026\nBetreff: Bridge bold opens",
            ["An: Redaktionen", "Von: Pressestelle"],
        ),
        (
            (
                "À : Les rédactions\nDe : Service presse\nDate : 27 novembre 2026\n"
                "Objet : Bridge bold opens"
            ),
            ["À : Les rédactions", "De : Service presse"],
        ),
        (
            "Aan: redacties\nVan: persdienst\nDatum: 27 november 2026\nBetreft: Bridge bold opens",
            ["Aan: redacties", "Van: persdienst"],
        ),
    ],
)
def test_the_subject_of_a_memo_is_its_headline(head: str, others: list[str]) -> None:
    found = filing(head, "fr")
    assert is_told(found)
    assert [one.what for one in found.left_out] == others
    assert found.embargo is not None
    assert f"{found.embargo.wall:%Y-%m-%d}" == "2026-11-27"


@pytest.mark.parametrize("name", ["Betreft:", "Objet :", "Betreff:", "Subject:", "Betr.:"])
def test_a_line_that_says_what_the_text_is_about_is_the_headline(name: str) -> None:
    assert is_told(filing(f"Gemeente Corvane\n\n{name} Bridge bold opens"))


def test_a_question_and_its_answer_are_no_memo() -> None:
    assert memo_of(["A: Yes", "De: No"]) == {}
    assert memo_of(["Subject: Bridge"]) == {}


def test_a_day_without_its_year_is_no_headline_and_is_asked_about() -> None:
    found = filing("Politie Corvane\nvrijdag 27/11\n\nBridge bold opens", "nl")
    assert is_told(found)
    assert (found.issuer, found.embargo) == ("Politie Corvane", None)
    assert "“vrijdag 27/11” names no year" in found.doubts[0]


def test_figures_that_are_no_day_stay_a_headline() -> None:
    assert is_told(filing("24/7"), "24/7")


def test_of_two_offices_neither_is_the_headline_unless_it_is_marked() -> None:
    with pytest.raises(UnreadableFile, match="mark the headline with #"):
        filing("Police Corvane\n\nPort Authority")
    assert is_told(filing("Police Corvane\n\n# Port Authority"), "Port Authority")
    assert is_told(filing("Parlement\n\nLe Parlement vote", "fr"), "Le Parlement vote")


@pytest.mark.parametrize("line", ["Postbus " + "1 " * 40, "Rue " * 25, "A' " * 33, "12 " * 33])
def test_a_line_of_many_parts_is_soon_no_address(line: str) -> None:
    assert address_end([line] * 50, 0) <= 4


def test_a_marked_headline_is_no_part_of_the_card_above_it() -> None:
    found = filing("Cabinet of the Minister\n+999 2 555 01 01\n# Bridge bold opens")
    assert is_told(found)
    assert [one.phones for one in found.contacts] == [("+999 2 555 01 01",)]


def test_a_number_of_a_year_is_no_day_and_a_day_is_no_number() -> None:
    assert filing("Press release 45/2026\n\nBridge bold opens").reference == "45/2026"
    found = filing("Press release 27.11.2026\n\nBridge bold opens")
    assert (found.reference, found.embargo is not None) == ("", True)
