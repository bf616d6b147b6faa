"""Numbers written as words."""

import pytest

from translate.numbers.amounts import Amounts
from translate.numbers.number_words import meant, spelled


@pytest.mark.parametrize(
    ("language", "text", "numbers"),
    [
        ("en", "Twelve of twenty-one boats, and two hundred and fifty more", [12, 21, 250]),
        ("en", "two million people, a hundred euros, two thousand five hundred", [2e6, 100, 2500]),
        ("en", "between three and five", [3, 5]),
        ("en", "one of them, a boat, millions of people, 2 million, 5 hundred", []),
        ("en", "often, tension, network, weighty", []),
        ("fr", "Deux millions, vingt et un, quatre-vingt-dix-sept", [2e6, 21, 97]),
        ("fr", "cent cinquante, mille, deux mille cinq cents", [150, 1000, 2500]),
        ("fr", "deux\u00a0millions, cent\u202fcinquante, 2\u00a0mille", [2e6, 150]),
        ("fr", "un bateau, une centaine, 5 pour cent, 2 mille", []),
        ("nl", "twee miljoen, eenentwintig, tweeëntwintig", [2e6, 21, 22]),
        ("nl", "honderdvijftig, tweeduizend vijfhonderd, een huis", [150, 2500]),
        ("de", "Zwei Millionen, einundzwanzig, dreißig", [2e6, 21, 30]),
        ("de", "hundertfünfzig, zweitausendfünfhundert, ein Haus", [150, 2500]),
        ("fr", "un bateau pour sept ou huit, pour deux mille, pour deux cents", [7, 8, 2000, 200]),
        ("nl", "negentigduizend schepen, achtduizend niet", [90_000, 8000]),
        ("nl", "een duizendtal, duizenden", []),
        ("de", "seit über eintausend Jahren", [1000]),
        ("de", "Tausende", []),
        ("xx", "two", []),
    ],
)
def test_a_number_in_words_is_read(language: str, text: str, numbers: list[int]) -> None:
    assert sorted(spelled(text, language).elements()) == sorted(numbers)


def test_a_word_may_mean_a_number_without_being_one() -> None:
    assert 2 in meant("Both boats", "en")
    assert 2 in meant("ein zweijähriges Kind", "de")
    assert 12 in meant("une douzaine", "fr")
    assert meant("Nothing of the sort", "xx") == set()


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("Seven boats", "7 bateaux"),
        ("7 boats", "Sept bateaux"),
        ("two million euros", "2 millions d'euros"),
        ("5 of seven boats", "Cinq des 7 bateaux"),
    ],
)
def test_a_number_in_words_and_in_digits_is_the_same(source: str, said: str) -> None:
    assert Amounts("en", "fr").agree(source, said)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("Twelve boats", "20 bateaux"),
        ("two million euros", "3 millions d'euros"),
        ("seven kilometres", "7 %"),
        ("The 2 ministers met two officials", "Les ministres ont vu deux fonctionnaires"),
        ("seven boats", "7 bateaux et 7 barques"),
    ],
)
def test_another_number_is_not(source: str, said: str) -> None:
    assert not Amounts("en", "fr").agree(source, said)


@pytest.mark.parametrize(
    ("first", "number", "language"),
    [("Twee", "eenentwintig", "nl"), ("Zwei", "einundzwanzig", "de"), ("Two", "twenty-one", "en")],
)
def test_a_word_that_never_ends_is_read_in_no_time(first: str, number: str, language: str) -> None:
    # Were it read in every way, the sun would go out before.
    for joint in ("", "-", " "):
        spelled(f"{first} {joint.join([number] * 200)}q", language)
