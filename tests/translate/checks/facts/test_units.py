"""As many of something else is never what was said: 5 mg, 5 g."""

from tests.each import each
from translate.checks.base import Passage
from translate.checks.facts.units import Units

RIGHT = (
    ("en de", "It charges in 30 minutes.", "Es lädt in 30 Minuten."),
    ("en de", "It charges in thirty minutes.", "Es lädt in 30 min."),
    ("en fr", "It lasts a fortnight.", "Cela dure 14 jours."),
    ("en fr", "It lasts 14 days.", "Cela dure deux semaines."),
    ("en nl", "It lasts 24 hours.", "Het duurt één dag."),
    ("en de", "An 18-month term", "Eine 18-monatige Frist"),
    ("en nl", "A ten-day trip", "Een tiendaagse reis"),
    ("en nl", "10 working days", "10 werkdagen"),
    ("en nl", "At 10 am for 10 minutes.", "Om 10 uur, een tiental minuten."),
    ("en fr", "At 2 pm for 14 weeks", "À 14 h pendant quatorze semaines"),
    ("en fr", "At 2:30 pm for 14 days", "À 14 h 30 pendant 14 jours"),
    ("en de", "The 5G network in 5 years", "Das 5G-Netz in 5 Jahren"),
    ("en fr", "24 hours a day, 7 days a week", "24 heures sur 24, 7 jours sur 7"),
    ("en nl", "It falls to -5 °C.", "Het daalt tot min 5 graden."),
)
WRONG = (
    ("en de", "He had 5 mg of it.", "Er erhielt 5 g davon."),
    ("en de", "He had 5 ml of it.", "Er erhielt 5 Liter davon."),
    ("en nl", "It lasts 10 days.", "Het duurt 10 weken."),
    ("en fr", "He got 18 months in prison.", "Il a été condamné à 18 ans de prison."),
    ("en fr", "He got six years in prison.", "Il a été condamné à six mois de prison."),
    ("en de", "It charges in 30 minutes.", "Es lädt in 30 Stunden."),
    ("en fr", "A 5-day trip", "Un voyage de 5 semaines"),
)


def says(pair: tuple[str, str, str]) -> list[str]:
    languages, source, said = pair
    return [finding.says for finding in Units().find(Passage(source, said, *languages.split()))]


def turned(pair: tuple[str, str, str]) -> tuple[str, str, str]:
    languages, source, said = pair
    return " ".join(languages.split()[::-1]), said, source


def test_the_same_amount_passes_both_ways() -> None:
    each([*RIGHT, *map(turned, RIGHT)], passes)


def passes(pair: tuple[str, str, str]) -> None:
    assert says(pair) == []


def test_as_many_of_something_else_is_held_up_both_ways() -> None:
    each([*WRONG, *map(turned, WRONG)], blocks)


def blocks(pair: tuple[str, str, str]) -> None:
    assert says(pair)
