"""Right times, dates and amounts are never held up; wrong ones always are."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.finding import Severity
from tests.each import each
from translate.checks.base import Passage
from translate.checks.facts.number_words import NumberWords
from translate.checks.facts.numbers import Numbers
from translate.numbers.ordinals import to_roman

SPACES = "\u00a0\u202f\u2009"


class Pair(NamedTuple):
    """Words and what was made of them.

    Args:
        languages: codes of both, as “en fr”.
        source: the words.
        said: the same in the other language.
    """

    languages: str
    source: str
    said: str


RIGHT = [
    Pair(*pair)
    for pair in (
        # Times of day
        ("en fr", "It opens at 2:30 pm.", "Il ouvre à 14 h 30."),
        ("en de", "It ends at 11:45 pm.", "Es endet um viertel vor zwölf nachts."),
        ("en nl", "It opens at 2:30 pm.", "Het opent om 14.30 uur."),
        ("en nl", "It opens at 2:30 pm.", "Het opent om 14u30."),
        ("en nl", "It opens at 2:30 pm.", "Het opent om half drie."),
        ("en de", "It opens at 2:30 pm.", "Es öffnet um 14:30 Uhr."),
        ("en de", "It opens at 2.30 p.m. on Monday.", "Es öffnet am Montag um 14.30 Uhr."),
        ("en de", "It opens at 2:30 pm.", "Es öffnet um halb drei."),
        ("en de", "It opens at 2:30 pm.", "Es öffnet um 14 Uhr 30."),
        ("en de", "It opens at 2:30 pm.", "Es öffnet um 2:30 Uhr nachmittags."),
        ("en fr", "It opens at 2:30 pm.", "Il ouvre à 2 h 30 de l'après-midi."),
        ("en fr", "It opens at 2 pm.", "Il ouvre à 14 heures."),
        ("en fr", "It opens at 2 pm.", "Il ouvre à deux heures de l'après-midi."),
        ("en nl", "It opens at 2 pm.", "Het opent om 2 uur 's middags."),
        ("en de", "It opens at 10 am.", "Es öffnet um 10 Uhr."),
        ("en nl", "It opens at 10 am.", "Het opent om 10.00 uur."),
        ("en nl", "It opens at 10:00.", "Het opent om 10.00 uur."),
        ("en fr", "It opens at 14:18 CET.", "Il ouvre à 14 h 18 CET."),
        ("en fr", "It opens at 12.00 GMT.", "Il ouvre à 12 h GMT."),
        ("en de", "It opens at 1430 hrs.", "Es öffnet um 14:30 Uhr."),
        ("en fr", "From 9 to 11 am it is open.", "De 9 à 11 heures, il est ouvert."),
        ("en de", "From 9 to 11 am it is open.", "Von 9 bis 11 Uhr ist es offen."),
        ("en nl", "Open 2–3:30 pm.", "Open van 14.00 tot 15.30 uur."),
        ("en fr", "Open from 11 to 2 pm.", "Ouvert de 11 h à 14 h."),
        ("en fr", "It opens at noon.", "Il ouvre à midi."),
        ("en nl", "It opens at noon.", "Het opent om 12 uur 's middags."),
        ("en de", "It opens at noon.", "Es öffnet mittags."),
        ("en de", "It opens at 12 noon.", "Es öffnet um 12.00 Uhr."),
        ("en fr", "It ends at midnight.", "Il se termine à minuit."),
        ("en nl", "It ends at midnight.", "Het eindigt om 24.00 uur."),
        ("en de", "It ends at 12 am.", "Es endet um 0 Uhr."),
        ("en fr", "It ends at 12:15 am.", "Il se termine à 0 h 15."),
        ("en fr", "It ends at 12 pm.", "Il se termine à 12 h."),
        ("en nl", "Come at quarter past two.", "Kom om kwart over twee."),
        ("en de", "Come at quarter past two.", "Kommen Sie um Viertel nach zwei."),
        ("en fr", "Come at half past two.", "Venez à deux heures et demie."),
        ("en de", "Come at two o'clock.", "Kommen Sie um zwei Uhr."),
        ("en fr", "Come at 10 o'clock.", "Venez à 10 heures."),
        ("fr en", "Il ouvre à 14 h 30.", "It opens at 2:30 pm."),
        ("fr en", "Il ouvre à 14 h 30.", "It opens at 14:30."),
        ("fr en", "Le 1er mars 2027 à 14 heures 30.", "On 1 March 2027 at 2:30 pm."),
        ("fr en", "La course a duré 2 h 30.", "The race lasted 2 hours 30 minutes."),
        ("fr en", "À 2 heures de Paris.", "2 hours from Paris."),
        ("nl en", "Het opent om half drie.", "It opens at half past two."),
        ("nl en", "Het opent om half drie.", "It opens at 2:30 pm."),
        ("nl en", "Het opent om 14u30.", "It opens at 2.30 p.m."),
        ("nl en", "Om kwart voor drie.", "At quarter to three."),
        ("nl en", "Om tien over half drie.", "At 2:40 pm."),
        ("de en", "Um fünf vor halb drei.", "At 2:25 pm."),
        ("en fr", "At 09:00 GMT (10:00 CET).", "À 9 h GMT (10 h CET)."),
        ("en fr", "The 3:2 win, 48 hours later.", "La victoire 3-2, 48 heures plus tard."),
        ("en fr", "A two-hour walk", "Une marche de deux heures"),
        ("de en", "Es öffnet um 14:30 Uhr.", "It opens at 2:30 pm."),
        ("de en", "Es öffnet um halb drei.", "It opens at 14:30."),
        ("de en", "Von 14 bis 16 Uhr.", "From 2 to 4 pm."),
        ("de en", "Es endet um Mitternacht.", "It ends at midnight."),
        ("de fr", "Es öffnet um 14 Uhr.", "Il ouvre à 14 h."),
        # Centuries, decades, ordinals
        ("en fr", "A town of the 21st century.", "Une ville du XXIe siècle."),
        ("en nl", "A town of the 21st century.", "Een stad van de 21e eeuw."),
        ("en de", "A town of the 21st century.", "Eine Stadt des 21. Jahrhunderts."),
        ("en fr", "A town of the nineteenth century.", "Une ville du XIXe siècle."),
        ("fr en", "Une ville du XIXe siècle.", "A nineteenth-century town."),
        ("en fr", "In the 1990s it closed.", "Dans les années 90, il a fermé."),
        ("en nl", "In the '90s it closed.", "In de jaren negentig sloot het."),
        ("en nl", "In the 1980s and 1990s it closed.", "In de jaren '80 en '90 sloot het."),
        ("en de", "In the 1990s it closed.", "In den 1990er Jahren schloss es."),
        ("en de", "In the nineties it closed.", "In den neunziger Jahren schloss es."),
        ("fr en", "Les années 80 et 90.", "The 1980s and 90s."),
        ("en fr", "In the second half of 2027.", "Dans la seconde moitié de 2027."),
        ("en de", "In the first half of 2027.", "In der ersten Hälfte 2027."),
        ("en fr", "The 1st and the 5th prize.", "Le premier et le cinquième prix."),
        ("en de", "The 5th prize.", "Der fünfte Preis."),
        ("de en", "Die 4. Konferenz.", "The Fourth Conference."),
        # Amounts
        ("en fr", "It has 1.2m people.", "Elle a 1,2 million d'habitants."),
        ("en de", "It costs €1.2m.", "Es kostet 1,2 Millionen Euro."),
        ("en nl", "It costs €1.2bn.", "Het kost 1,2 miljard euro."),
        ("en fr", "Revenue (€m)", "Recettes (en millions d'euros)"),
        ("en de", "Revenue (€m)", "Einnahmen (Mio. €)"),
        ("en nl", "Revenue (€m)", "Inkomsten (in miljoen euro)"),
        ("en de", "It costs £9 million.", "Es kostet 9 Millionen Pfund."),
        ("en fr", "It costs £9 million.", "Cela coûte 9 millions de livres."),
        ("en fr", "Twenty books", "20 livres"),
        ("en de", "Between $5 billion and $25 billion.", "Zwischen 5 und 25 Mrd. Dollar."),
        ("en fr", "It grew 5 per cent.", "Elle a augmenté de 5 %."),
        ("en de", "A 13 percent cut", "Eine 13-prozentige Senkung"),
        ("en fr", "It was minus 5 °C.", "Il faisait moins 5 °C."),
        ("en nl", "300k doses", "300.000 doses"),
        ("en de", "12k jobs and 3M clients", "12.000 Stellen und 3 Millionen Kunden"),
        ("en de", "From £8.50 to £25", "Zwischen 8,50 und 25 Pfund"),
        ("de en", "Von 1,5 Mio. auf 2 Mio. Euro", "From €1.5 million to €2 million"),
        ("en de", "Now in her seventies, she sings.", "Sie singt, heute über 70-jährig."),
        ("en de", "It was -5 °C.", "Es waren 5 °C unter null."),
        ("en nl", "Winds of 70 km/h", "Wind van 70 kilometer per uur"),
        ("en fr", "A dozen boats", "Une douzaine de bateaux"),
        ("en fr", "12 boats", "Une douzaine de bateaux"),
        ("en de", "A twofold rise", "Ein zweifacher Anstieg"),
        ("en fr", "5–6 million boats", "5-6 millions de bateaux"),
        ("en fr", "Pages 12-14", "Pages 12–14"),
        # Dates
        ("en fr", "The attacks of 9/11.", "Les attentats du 11 septembre."),
        ("en nl", "Figures for FY2026/27.", "Cijfers voor 2026-2027."),
        ("en fr", "On 2027-03-12 it opens.", "Il ouvre le 12 mars 2027."),
        ("en de", "On 12 March 2027 it opens.", "Es öffnet am 12.03.2027."),
        ("de en", "Am 30.10. öffnet es.", "It opens on 30 October."),
        ("en fr", "On 08 January 2013.", "Le 8 janvier 2013."),
        ("en fr", "On September 6 and 7 it rains.", "Il pleut les 6 et 7 septembre."),
        ("en de", "From 1 to 3 May.", "Vom 1. bis 3. Mai."),
        ("en fr", "Boats 4 may sail.", "Les bateaux 4 peuvent partir."),
    )
]
WRONG = [
    Pair(*pair)
    for pair in (
        ("en de", "It opens at 2:30 pm.", "Es öffnet um 2:30 Uhr."),
        ("en fr", "It opens at 2:30 pm.", "Il ouvre à 2 h 30."),
        ("en fr", "It opens at 2 pm.", "Il ouvre à 2 heures."),
        ("en nl", "It opens at 2:30 pm.", "Het opent om 2.30 uur."),
        ("en nl", "It opens at 2:30 pm.", "Het opent om half vier."),
        ("en nl", "It opens at 2:30 pm.", "Het opent om twee uur dertig."),
        ("en de", "It opens at 2:30 pm.", "Es öffnet."),
        ("en de", "It opens at 2:30 pm.", "Es öffnet um halb zwei."),
        ("en de", "It opens at 2:30 am.", "Es öffnet um 14:30 Uhr."),
        ("en fr", "It opens at 12 am.", "Il ouvre à midi."),
        ("en fr", "It opens at 12 am.", "Il ouvre à 12 h."),
        ("en fr", "It opens at noon.", "Il ouvre à minuit."),
        ("en de", "It opens at noon.", "Es öffnet um Mitternacht."),
        ("en nl", "It ends at midnight.", "Het eindigt om 12.00 uur."),
        ("en fr", "It opens at noon.", "Il ouvre l'après-midi."),
        ("en de", "It opens at 12:00.", "Es öffnet am Nachmittag."),
        ("en fr", "It ends at midnight.", "Il se termine."),
        ("en fr", "From 9 to 11 am it is open.", "De 21 à 23 heures, il est ouvert."),
        ("en nl", "Open 2–3:30 pm.", "Open van 2.00 tot 15.30 uur."),
        ("en de", "Come at two o'clock.", "Kommen Sie um drei Uhr."),
        ("en fr", "Come at half past two.", "Venez à deux heures et quart."),
        ("fr en", "Il ouvre à 14 h 30.", "It opens at 2:30."),
        ("fr en", "Il ouvre à 14 h 30.", "It opens at 2:30 am."),
        ("nl en", "Het opent om half drie.", "It opens at half past three."),
        ("nl en", "Het opent om half drie.", "It opens at 3:30 pm."),
        ("nl en", "Om tien over half drie.", "At 2:30 pm."),
        ("de en", "Es öffnet um 14:30 Uhr.", "It opens at 2:30."),
        ("de en", "Es öffnet um halb drei.", "It opens at 3:30 pm."),
        ("de en", "Es endet um 24 Uhr.", "It ends at noon."),
        ("de fr", "Es öffnet um 14 Uhr.", "Il ouvre à 4 h."),
        ("en fr", "A town of the 21st century.", "Une ville du XXe siècle."),
        ("en fr", "A town of the 21st century.", "Une ville du siècle."),
        ("fr en", "Une ville du XXIe siècle.", "A town of the century."),
        ("fr en", "Une ville du XXIe siècle.", "A town of the 20th century."),
        ("en nl", "A town of the 21st century.", "Een stad van de 20e eeuw."),
        ("en fr", "In the 1990s it closed.", "Dans les années 80, il a fermé."),
        ("en fr", "In the 1990s it closed.", "En 1990, il a fermé."),
        ("en nl", "In the '90s it closed.", "In de jaren tachtig sloot het."),
        ("en de", "In the 1990s it closed.", "In den 1980er Jahren schloss es."),
        ("en de", "The 5th prize.", "Der vierte Preis."),
        ("en fr", "It has 1.2m people.", "Elle a 1,2 milliard d'habitants."),
        ("en fr", "It has 1.2m people.", "Elle a 1,2 habitant."),
        ("en de", "It costs €1.2m.", "Es kostet 1,2 Milliarden Euro."),
        ("en de", "It costs €1.2m.", "Es kostet 1,2 Millionen."),
        ("en de", "It costs €1.2m.", "Es kostet 1,2 Euro."),
        ("en fr", "It costs €5.", "Cela coûte 5."),
        ("en fr", "It costs £5.", "Cela coûte 5 euros."),
        ("en fr", "Revenue (€m)", "Recettes"),
        ("en fr", "Revenue (€m)", "Recettes (€)"),
        ("en de", "Revenue (€m)", "Einnahmen (Mrd. €)"),
        ("en nl", "Revenue (€m)", "Inkomsten (in miljoen dollar)"),
        ("en fr", "It costs £9 million.", "Cela coûte 9 millions."),
        ("en fr", "It costs £9 million.", "Cela coûte 9 millions de dollars."),
        ("en de", "Between $5 billion and $25 billion.", "Zwischen 5 und 26 Mrd. Dollar."),
        ("en fr", "€5 million and 10 boats", "5 € et 10 bateaux"),
        ("en fr", "It was minus 5 °C.", "Il faisait 5 °C."),
        ("en nl", "It closes at midnight.", "Het sluit om 12 uur 's middags."),
        ("en nl", "300k doses", "300 doses"),
        ("de en", "Fünfundsechzig Boote", "60 boats"),
        ("en fr", "It was -5 °C.", "Il faisait 5 °C."),
        ("en nl", "Winds of 70 km/h", "Wind van 70 kilometer"),
        ("en fr", "12 km", "12 m"),
        ("en fr", "12 boats", "Une vingtaine de bateaux"),
        ("en fr", "5–6 million boats", "5-7 millions de bateaux"),
        ("en fr", "The attacks of 9/11.", "Les attentats du 9 novembre."),
        ("en nl", "Figures for FY2026/27.", "Cijfers voor 2026-2028."),
        ("en fr", "On 2027-03-12 it opens.", "Il ouvre le 3 décembre 2027."),
        ("en de", "On 12 March 2027 it opens.", "Es öffnet am 03.12.2027."),
        ("en fr", "On 12 March 2027 it opens.", "Il ouvre le 12 mars."),
        ("en fr", "On September 6 and 7 it rains.", "Il pleut les 6 et 8 septembre."),
        ("en de", "From 1 to 3 May.", "Vom 1. bis 3. Juni."),
    )
]


def blocked(pair: Pair) -> list[str]:
    """What is said of a pair that blocks."""
    passage = Passage(pair.source, pair.said, *pair.languages.split())
    return [f.says for f in Numbers().find(passage) if f.severity is Severity.BLOCKS]


def words_said(pair: Pair) -> list[str]:
    passage = Passage(pair.source, pair.said, *pair.languages.split())
    return [finding.says for finding in NumberWords().find(passage)]


def warned(pair: Pair) -> list[str]:
    """What is said of a pair and does not block."""
    passage = Passage(pair.source, pair.said, *pair.languages.split())
    return [f.says for f in Numbers().find(passage) if f.severity is Severity.WARNS]


def turned(pair: Pair) -> Pair:
    """A pair the other way round."""
    return Pair(" ".join(pair.languages.split()[::-1]), pair.said, pair.source)


def test_what_is_right_is_not_held_up() -> None:
    each(RIGHT, passes)


def test_what_is_right_is_so_the_other_way_round() -> None:
    each([turned(pair) for pair in RIGHT], passes)


def passes(pair: Pair) -> None:
    assert blocked(pair) == []
    assert words_said(pair) == []


def test_what_is_wrong_is_held_up() -> None:
    each(WRONG, blocks)


def blocks(pair: Pair) -> None:
    assert len(blocked(pair)) == 1


@pytest.mark.parametrize("space", SPACES)
def test_a_space_that_does_not_break_is_a_space(space: str) -> None:
    spaced = [Pair(p.languages, p.source, p.said.replace(" ", space)) for p in RIGHT]
    spaced += [Pair(p.languages, p.source.replace(" ", space), p.said) for p in RIGHT]
    each(spaced, passes)
    each([Pair(p.languages, p.source, p.said.replace(" ", space)) for p in WRONG], blocks)


# Each kind in the languages that write it in their own way: a number makes a text of it.
KINDS: dict[str, dict[str, Callable[[int], str]]] = {
    "century": {
        "en": lambda n: f"in the {n}th century",
        "fr": lambda n: f"au {to_roman(n)}e siècle",
        "nl": lambda n: f"in de {n}e eeuw",
        "de": lambda n: f"im {n}. Jahrhundert",
    },
    "decade": {
        "en": lambda n: f"the {1800 + 10 * n}s",
        "fr": lambda n: f"les années {1800 + 10 * n}",
        "nl": lambda n: f"de jaren {1800 + 10 * n}",
        "de": lambda n: f"die {1800 + 10 * n}er Jahre",
    },
    "ordinal": {
        "en": lambda n: f"the {n}th time",
        "fr": lambda n: f"la {n}e fois",
        "nl": lambda n: f"de {n}e keer",
        "de": lambda n: f"das {n}. Mal",
    },
    "financial year": {
        "en": lambda n: f"in FY20{n}/{n + 1}",
        "fr": lambda n: f"en 20{n}-20{n + 1}",
        "nl": lambda n: f"in 20{n}/20{n + 1}",
        "de": lambda n: f"20{n}/{n + 1}",
    },
    "millions": {
        "en": lambda n: f"€{n}.5m",
        "fr": lambda n: f"{n},5 millions d'euros",
        "nl": lambda n: f"€ {n},5 miljoen",
        "de": lambda n: f"{n},5 Mio. Euro",
    },
    "pounds": {
        "en": lambda n: f"£{n}",
        "fr": lambda n: f"{n} livres sterling",
        "nl": lambda n: f"{n} pond",
        "de": lambda n: f"{n} Pfund",
    },
    "date": {
        "en": lambda n: f"on 2027-03-{n}",
        "fr": lambda n: f"le {n} mars 2027",
        "nl": lambda n: f"op {n}-03-2027",
        "de": lambda n: f"am {n}.03.2027",
    },
    "two days": {
        "en": lambda n: f"May {n} and {n + 1}",
        "fr": lambda n: f"les {n} et {n + 1} mai",
        "nl": lambda n: f"{n}-{n + 1} mei",
        "de": lambda n: f"am {n}. und {n + 1}. Mai",
    },
    "frost": {
        "en": lambda n: f"minus {n} °C",
        "fr": lambda n: f"moins {n} °C",
        "nl": lambda n: f"-{n} °C",
        "de": lambda n: f"−{n} °C",
    },
    "share": {
        "en": lambda n: f"{n} per cent",
        "fr": lambda n: f"{n} %",
        "nl": lambda n: f"{n} procent",
        "de": lambda n: f"{n}-prozentig",
    },
}


@given(
    st.sampled_from(sorted(KINDS)),
    st.integers(11, 20),
    st.integers(11, 20),
    st.permutations(["en", "fr", "nl", "de"]),
)
def test_another_value_of_any_kind_is_held_up(
    kind: str, one: int, other: int, languages: list[str]
) -> None:
    source, target, *_ = languages
    pair = Pair(f"{source} {target}", KINDS[kind][source](one), KINDS[kind][target](other))
    assert bool(blocked(pair)) is (one != other)
    lost = Pair(f"{source} {target}", KINDS[kind][source](one), "…")
    assert blocked(lost)


@pytest.mark.parametrize(
    ("source", "said", "says"),
    [
        (
            "Open from 3 May to 5 June.",
            "Ouvert du 5 juin au 3 mai.",
            "“3 May, 5 June” is in another order: “5 juin, 3 mai”",
        ),
        (
            "From 9 am to 5 pm.",
            "De 17 h 00 à 9 h 00.",
            "“9 am, 5 pm” is in another order: “17 h 00, 9 h 00”",
        ),
        (
            "It rose from €3m to €5m.",
            "Il est passé de 5 millions d'euros à 3 millions d'euros.",
            "“€3m, €5m” is in another order: “5 millions d'euros, 3 millions d'euros”",
        ),
    ],
)
def test_what_changed_places_is_said(source: str, said: str, says: str) -> None:
    assert warned(Pair("en fr", source, said)) == [says]
    assert blocked(Pair("en fr", source, said)) == []


def test_the_same_order_is_not_said() -> None:
    assert [pair for pair in RIGHT if warned(pair)] == []
    assert warned(Pair("en fr", "7 of the 12 on 3 May", "Le 3 mai, 12 et 7")) == []


def test_a_finding_reads_as_one_sentence() -> None:
    (says,) = blocked(Pair("en de", "It opens at 2:30 pm.", "Es öffnet um 2:30 Uhr."))
    assert says == "“2:30 pm” became “2:30 Uhr”"
    (says,) = blocked(Pair("en fr", "Revenue (€m)", "Recettes"))
    assert says == "“(€m)” is lost"
