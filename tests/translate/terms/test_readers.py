"""What stands in a text: zones, weekdays, ordinals, initials, countries, denials, currencies."""

from tests.each import each
from translate.terms.acronyms import acronyms
from translate.terms.denials import denials
from translate.terms.lands import lands
from translate.terms.ordinals import numerals, ordinals
from translate.terms.peoples import peoples
from translate.terms.spelling import is_alike
from translate.terms.units import scaled, units
from translate.terms.weekdays import weekdays
from translate.terms.zones import zones


def test_zones_are_read_where_they_stand_beside_a_time() -> None:
    assert zones("at 14:00 GMT").keys() == zones("à 14 h 00 TU").keys() == {0}
    assert zones("um 15 Uhr MESZ").keys() == zones("at 15:00 CEST").keys()
    assert zones("um 15 Uhr MEZ").keys() == zones("à 15 h (heure d’Europe centrale)").keys()
    assert zones("TU Delft met IN THE WEST, EST LA") == {}


def test_weekdays_are_read_in_longer_words_and_short_beside_a_date() -> None:
    assert weekdays("Dienstagabend", "de") == {1: "Dienstag"}
    assert weekdays("Mon 12 March", "en") == {0: "Mon"}
    assert weekdays("zo 12 maart", "nl") == {6: "zo"}
    assert weekdays("zo 20 procent, Mon ami, Sat", "nl", "fr", "en") == {}


def test_numerals_are_told_from_words() -> None:
    assert numerals("Charles V and Louis XIV", "en") == {5: "Charles V", 14: "Louis XIV"}
    assert numerals("le XXe congrès, Vitamin C, LCD, IIII, then I said", "en") == {20: "XXe"}
    assert numerals("Elizabeth I", "nl") == {1: "Elizabeth I"}


def test_ordinals_in_words_are_worth_the_same() -> None:
    words = ("twenty-first", "vingt et unième", "eenentwintigste", "einundzwanzigster")
    found = [set(ordinals(w, c)) for w, c in zip(words, ("en", "fr", "nl", "de"), strict=True)]
    assert found == [{21}] * 4


def test_initials_mean_the_same_in_every_language() -> None:
    same = ("NATO OTAN NAVO", "UN ONU VN U.N.", "GDP PIB bbp BIP", "US É.-U. VS USA U.S.")
    each(same, lambda line: _one([set(acronyms(f"the {word} is")) for word in line.split()]))
    assert acronyms("in XX, EUR 5, at 3 PM") == {}


def _one(found: list[set[str]]) -> None:
    assert len(set(map(frozenset, found))) == 1
    assert found[0]


def test_countries_and_their_people_are_read() -> None:
    assert set(lands("the U.S. and the Ivory Coast", "en")) == {"US", "CI"}
    assert set(lands("Deutschlands Norden, Österreich", "de")) == {"DE", "AT"}
    assert set(peoples("la ministre danoise, des Belges", "fr")) == {"DK", "BE"}
    assert lands("Niger", "en") != lands("Nigeria", "en")
    assert lands("Niger", "xx") == {}


def test_a_denial_of_two_words_counts_once() -> None:
    assert len(denials("Personne n'est venu, il ne dit rien.", "fr")) == 2
    assert denials("Il ne pleut que la nuit.", "fr") == ()
    assert len(denials("Er is niets en niemand", "nl")) == 2
    assert denials("not only this, no doubt", "en") == ()


def test_one_name_is_spelled_as_each_language_does() -> None:
    pairs = (
        "Zelensky Selenskyj",
        "Zelensky Zelenskyy",
        "Putin Poutine",
        "Putin Poetin",
        "Lavrov Lawrow",
        "Lukashenko Loukachenko",
        "Gorbachev Gorbatschow",
        "Francis Franziskus",
    )
    each(pairs, lambda pair: _alike(*pair.split()))
    others = ("Lavrov Zelensky", "Macron Merz", "Kolm Velmora", "Charles Albert")
    each(others, lambda pair: _apart(*pair.split()))


def _alike(name: str, other: str) -> None:
    assert is_alike(name, other)


def _apart(name: str, other: str) -> None:
    assert not is_alike(name, other)


def test_currencies_are_told_by_sign_code_and_word() -> None:
    assert units("5 €").keys() == units("EUR 5").keys() == units("euro's").keys() == {"€"}
    assert units("Euro-Asia, a heure, European") == {}
    assert scaled("Costs (€m)", "en").keys() == scaled("Kosten (in Mio. EUR)", "de").keys() == {6}
    assert scaled("($bn)", "en").keys() == scaled("(en milliards de dollars)", "fr").keys() == {9}
