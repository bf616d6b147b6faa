"""A sentence that only speaks of an embargo, or of what may not be done, holds nothing back."""

import pytest

import intake
from tests.each import each
from tests.intake.notyet.ordinary import ORDINARY

SPOKEN = """
The arms embargo against Corvane was lifted on 5 May 2026.
The embargo imposed in 2019 remains in force until 5 May 2027.
The country has been under embargo since 2019.
Council lifts arms embargo on Corvane
Embargo on Corvane lifted
Embargo: what the Council decided
Embargoed goods may not be sold until 5 May 2027.
The minister asked to keep the ceasefire plan under embargo.
The UN arms embargo expires on 5 May 2027.
The Security Council extended the embargo until 5 May 2027.
Oil embargo: ministers meet on 5 May 2027
US embargo on Cuba until further notice
An embargo until 2030, the minister said, would ruin the ports.
Corvane votes to end embargo
Trade, sanctions, embargo: a history
Journalists broke the embargo on the report last week.
The embargo on Corvane will be lifted on 5 May 2027, the Council decided.
Ships under embargo may not enter the port before 5 May 2027.
The bridge is closed until 5 May 2027.
The results will not be published before 5 May 2027.
The prisoners will not be released before 5 May 2027.
Not for distribution to United States newswire services
Applications may not be submitted before 5 May 2027.
The drug may not be used before surgery.
Drones may not be used until 5 May 2027.
Opinion polls may not be published before the election on 5 May 2027.
Please hold for the operator.
The Council has not yet released the funds, which are due before 5 May 2027.
L'embargo commercial contre la Corvanie a été levé le 5 mai 2026.
L'embargo sur les armes est prolongé jusqu'au 31 décembre 2027.
L’embargo décrété en 2019 vise les navires.
Le pays reste sous embargo jusqu'au 5 mai 2027.
L'embargo russe sur le poisson
Embargo européen : la Commission propose
Embargo : ce que le Conseil a décidé
La levée de l'embargo contre la Corvanie est prévue le 5 mai 2027.
Le nouveau film ne sera pas diffusé avant le 5 mai 2027.
La chasse est interdite jusqu'au 1er septembre 2027.
Le port est interdit jusqu'au 5 mai 2027.
Les marchandises sous embargo ne peuvent être vendues avant le 5 mai 2027.
La Corvanie demeure sous embargo.
Les fonds ne peuvent être utilisés avant le 5 mai 2027.
Het handelsembargo tegen Corvane loopt tot 5 mei 2027.
Het wapenembargo blijft van kracht tot 31 december 2027.
Corvane wapenembargo verlengd tot 5 mei 2027
Corvane blijft onder embargo.
Het olie-embargo werd op 5 mei 2026 opgeheven.
Embargo: wat de Raad besliste
De landen staan sinds 2019 onder embargo.
Het embargo tegen Corvane eindigt op 5 mei 2027.
De brug is vrijgegeven vanaf 5 mei 2027.
Het rapport wordt niet gepubliceerd voor 5 mei 2027.
Vuurwerk mag niet gebruikt worden voor 31 december 2027.
Het geld mag niet voor 5 mei 2027 worden gebruikt.
Embargo against Corvane until the end of the war
Arms embargo until the vote
Embargo on arms until the end of the war, says Council
Embargo contre la Corvanie jusqu’au vote
Embargo pétrolier jusqu’au vote
Embargo tegen Corvane tot na de stemming
Olie-embargo tot na de stemming
Embargo gegen Corvane bis zum Ende des Krieges
Waffenembargo bis zum Ende des Krieges
Das Embargo gegen Corvane gilt bis 5. Mai 2027.
Das Waffenembargo gegen Corvane wird bis zum 31. Dezember 2027 verlängert.
Das Öl-Embargo der EU trifft die Häfen.
Corvane bleibt unter Embargo.
EU-Embargo gegen Corvane bis 2030 verlängert
Kuba-Embargo: die Vollversammlung stimmt ab
Embargo: was der Rat beschlossen hat
Die Brücke ist bis 5. Mai 2027 gesperrt.
Die Straße bleibt bis zum 5. Mai 2027 gesperrt.
Der Eintritt ist frei ab 18 Uhr.
Das Gericht verhängte eine Sperrfrist von zwei Jahren für die Fahrerlaubnis.
Die Strecke wird ab 5. Mai 2027 freigegeben.
Das Buch erscheint erst ab 5. Mai 2027.
Das Gesetz gilt nicht vor dem 1. Januar 2028.
Waren unter Embargo dürfen vor dem 5. Mai 2027 nicht verkauft werden.
The publication date of the study is 5 May 2027.
The release date of the film is 5 May 2027.
La date de publication de la carte des vents est le 5 mai 2027.
De publicatiedatum van de nieuwe kaart is 5 mei 2027.
Der Veröffentlichungstermin der Studie ist der 5. Mai 2027.
Die Sperrfrist für Wahlumfragen endet am 5. Mai 2027.
Die Sperrfrist für die Fahrerlaubnis endet am 5. Mai 2027.
""".strip().split("\n")


@pytest.mark.parametrize("place", ["headline", "first", "inside", "last", "markdown"])
def test_a_sentence_about_an_embargo_holds_nothing_back(place: str) -> None:
    each([*SPOKEN, *ORDINARY], lambda line: check(line, place))


def test_a_headline_that_begins_like_a_mark_holds_nothing_back() -> None:
    check("Confidential: the story of a bridge", "headline")


def check(line: str, place: str) -> None:
    head = line if place == "headline" else "A sample headline"
    first = line if place == "first" else "A sample paragraph."
    inside = f"A sample sentence. {line}" if place == "inside" else "More of it."
    last = line if place == "last" else "The end."
    top = "# " if place == "markdown" else "Brussels, 27 November 2026\n\n"
    body = line if place == "markdown" else first
    text = f"{top}{head}\n\n{body}\n\n{inside}\n\n{last}"
    name = "a.md" if place == "markdown" else "a.txt"
    (found,) = intake.read(name, text.encode(), zone="Europe/Brussels", language="en").filings
    assert found.not_yet == ()
    said = [block.markdown for block in found.blocks] + [one.what for one in found.left_out]
    assert line.strip(":") in " ".join(said)


def test_a_sentence_about_the_very_text_or_a_time_of_day_still_holds_it() -> None:
    each(
        [
            "The publication date of this study is 5 May 2027.",
            "The publication date of the press release is 5 May 2027.",
            "The publication date of the study is 5 May 2027, 10:00.",
            "De publicatiedatum van dit bericht is 5 mei 2027.",
            "Die Sperrfrist endet am 5. Mai 2027.",
            "Die Sperrfrist für die Ergebnisse endet am 5. Mai 2027.",
            "Die Sperrfrist für Wahlumfragen endet am 5. Mai 2027 um 18 Uhr.",
            "Sperrfrist für Wahlumfragen: 5. Mai 2027",
        ],
        is_held,
    )


def is_held(line: str) -> None:
    text = f"Brussels, 27 November 2026\n\nA headline\n\nA paragraph. {line}\n\nMore of it."
    (found,) = intake.read("a.txt", text.encode(), zone="Europe/Brussels", language="en").filings
    assert found.not_yet


@pytest.mark.parametrize(
    "name",
    [
        "arms-embargo-lifted.txt",
        "no embargo.txt",
        "sans-embargo.txt",
        "embargo lifted.txt",
        "draft-law-on-arms.txt",
        "confidence.txt",
        "embargo_on_corvane.txt",
        "2027-05-05_wapenembargo.txt",
        "oil-embargo.md",
        "-",
        "release.txt",
    ],
)
def test_a_file_named_after_an_embargo_is_not_held(name: str) -> None:
    text = b"# A sample\n\nText."
    (found,) = intake.read(name, text, zone="Europe/Brussels", language="en").filings
    assert found.not_yet == ()
