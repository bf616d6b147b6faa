"""Amounts, numbers and dates: same value in every language, whatever the engine says."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.text import Block, Kind, clean
from tests.translate.fakes import Engine, saying, unruly
from translate.numbers.amounts import Amounts
from translate.translating import translate_blocks

SCALES = ["thousand", "million", "billion", "trillion", "bn", "m"]
UNITS = ["euros", "dollars", "per cent", "km", "kilometres", "kg", "m²", "°C", "hectares", "%"]
NUMBERS = st.sampled_from(["1.35", "9", "13,000", "0.125", "2", "1", "1.350", "12 400", "-5"])
DATES = st.sampled_from(
    ["18 February 2026", "May 3rd, 2025", "1 March 2026", "5 Feb.", "5-6 May 2025", "March 2027"]
)
TIMES = st.sampled_from(
    [
        "2:30 pm",
        "at 14.30",
        "from 9 to 11 am",
        "noon",
        "12 am",
        "half past two",
        "1200 GMT",
        "3 pm.",
    ]
)
OTHERS = st.sampled_from(
    ["the 1990s", "21st century", "(€m)", "2027-03-12", "9/11", "2026/27", "35m people", "£7"]
)
AMOUNTS = st.builds(
    "{}{}{}{} {}".format,
    st.sampled_from(["", "€", "$", "EUR "]),
    NUMBERS,
    st.sampled_from([" ", "-", ""]),
    st.sampled_from(["", *SCALES]),
    st.sampled_from(["", *UNITS]),
)
PROSE = "it paid for the minister, Velmora. And within about **or** at"
WORDS = st.sampled_from(PROSE.split())
TEXTS = st.lists(AMOUNTS | DATES | TIMES | OTHERS | WORDS, max_size=10).map(" ".join)
TARGETS = st.sampled_from(["fr", "nl", "de", "es"])
WRONG = [
    *("Mille euros", "1,35 Mille euros", "9 milliards", "12 km", "2 billions", "millions d'euros"),
    *("2 h 30", "14:30", "2:30 Uhr", "midi", "années 80", "2.30 uur", "XXe", "(€)", "half drie"),
    *("12 Étête", "18 mars 2026", "1350 euros", "9 millions de dollars", "thousand", "bn", "km"),
]


def through(text: str, engine: Engine, target: str = "fr", source: str = "en") -> str:
    block = Block(Kind.PARAGRAPH, text)
    return translate_blocks([block], source, target, engine)[0].block.markdown


def same(text: str, said: str, target: str) -> bool:
    """Whether values are the same as a reader of either language reads them."""
    if said == text:  # it stays in its own language, and says so
        return True
    bare = (clean(t).replace("*", "").replace("\\", "") for t in (text, said))
    return Amounts("en", target).agree(*bare)


@given(TEXTS, TARGETS, st.lists(st.sampled_from([*WRONG, "des mots"]), min_size=1))
def test_no_engine_changes_an_amount(text: str, target: str, answers: list[str]) -> None:
    count = iter(range(10**6))
    engine = Engine(lambda words: words[:9] + " " + answers[next(count) % len(answers)])
    text = " ".join(text.split())
    assert same(text, through(text, engine, target), target)


@given(TEXTS, TARGETS, st.randoms(use_true_random=False))
def test_no_engine_that_shuffles_changes_an_amount(text: str, target: str, random: Random) -> None:
    text = " ".join(text.split())
    assert same(text, through(text, unruly(random), target), target)


@given(TEXTS, st.sampled_from(["fr", "nl", "de", "es", "en"]))
def test_what_is_written_is_worth_the_same(text: str, target: str) -> None:
    amounts = Amounts("en", target)
    said = amounts.written(text)
    assert said == text or amounts.agree(text, said)  # €1 thousand dollars stays as it is
    assert "".join(cut.text for cut in amounts.around(text)) == text


@given(st.text() | st.text("1 2.,€%May-", max_size=30))
def test_what_is_left_between_amounts_has_no_digit(text: str) -> None:
    cuts = Amounts("en", "fr").around(text)
    assert "".join(cut.text for cut in cuts) == text
    assert not [c for cut in cuts if cut.ours is None for c in cut.text if c.isdecimal()]


@pytest.mark.parametrize(
    ("text", "french", "dutch", "german"),
    [
        ("1.35 million euros", "1,35 million d'euros", "1,35 miljoen euro", "1,35 Millionen Euro"),
        ("€9 million", "9 millions d'euros", "9 miljoen euro", "9 Millionen Euro"),
        ("$1.5bn", "1,5 milliard de dollars", "1,5 miljard dollar", "1,5 Milliarden Dollar"),
        ("2 billion", "2 milliards", "2 miljard", "2 Milliarden"),
        ("13 thousand", "13 mille", "13 duizend", "13 Tausend"),
        ("5-6 million", "5-6 millions", "5-6 miljoen", "5-6 Millionen"),
        ("12 km", "12 km", "12 km", "12 km"),
        ("12 kilometres", "12 kilomètres", "12 kilometer", "12 Kilometer"),
        ("3.5 per cent", "3,5 pour cent", "3,5 procent", "3,5 Prozent"),
        ("€7", "7 €", "€ 7", "7 €"),
        (
            "£9 million",
            "9 millions de livres sterling",
            "9 miljoen pond sterling",
            "9 Millionen Pfund Sterling",
        ),
        ("12,400", "12\u00a0400", "12.400", "12.400"),
        ("18 February 2026", "18 février 2026", "18 februari 2026", "18. Februar 2026"),
        ("March 1st, 2026", "1er mars 2026", "1 maart 2026", "1. März 2026"),
        ("5-6 May 2025", "5-6 mai 2025", "5-6 mei 2025", "5.-6. Mai 2025"),
        ("COVID-19, G7, 2027-2028, 14:18", *["COVID-19, G7, 2027-2028, 14:18"] * 3),
        ("Article 5.1 at 4.30", *["Article 5.1 at 4.30"] * 3),
        ("they march 20 km", *["they march 20 km"] * 3),
    ],
)
def test_each_language_writes_amounts_its_own_way(
    text: str, french: str, dutch: str, german: str
) -> None:
    assert Amounts("en", "fr").written(text) == french
    assert Amounts("en", "nl").written(text) == dutch
    assert Amounts("en", "de").written(text) == german
    assert Amounts("en", "es").written(text) == text


@pytest.mark.parametrize(
    ("source", "text", "target", "wanted"),
    [
        ("fr", "2 billions, 3 milliards", "en", "2 trillion, 3 billion"),
        ("fr", "9 M€ le 1er mars 2026", "en", "9 million euros le 1 March 2026"),
        ("de", "5 Mio. Euro am 20. Februar 2026", "fr", "5 millions d'euros am 20 février 2026"),
        ("nl", "1,35 miljard euro", "en", "1.35 billion euros"),
    ],
)
def test_amounts_are_read_in_every_language(
    source: str, text: str, target: str, wanted: str
) -> None:
    assert Amounts(source, target).written(text) == wanted


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        ("It paid 1.35 million euros.", "Elle a payé 1.35 Mille euros."),
        ("It paid 1.35 million euros.", "Elle a payé 1,35 euros."),
        ("It paid 1.35 million euros.", "Elle a payé 1,35 million de dollars."),
        ("It paid €9 million.", "Elle a payé €9 Mille."),
        ("It paid €9 billion.", "Elle a payé 9 billions d'euros."),
        ("Boats within 12 km may go.", "Des bateaux 12 Étête partent."),
        ("It was -5 °C.", "Il faisait 5 °C."),
        ("It paid on 1 May and 2 June.", "Elle a payé le 2 mai et le 1 juin."),
    ],
)
def test_an_answer_of_another_value_is_not_used(source: str, answer: str) -> None:
    assert not Amounts("en", "fr").agree(source, answer)
    said = through(source, Engine(lambda words: answer if words == source else "des mots"))
    assert said == said.replace(answer, "")
    assert Amounts("en", "fr").agree(source, said)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It has 1.35 million euros.", "DES MOTS 1,35 million d’euros."),
        ("Boats within 12 km may go.", "DES MOTS 12 km DES MOTS."),
        ("It has €9 million on 18 February 2026.", "DES MOTS 9 millions d’euros DES MOTS "),
    ],
)
def test_a_sentence_taken_apart_has_its_amounts_in_one_piece(text: str, wanted: str) -> None:
    assert through(text, saying("DES MOTS")).startswith(wanted)


def test_both_ways_write_alike() -> None:
    text = "It paid 1.35 million euros to 12,400 people on 18 February 2026."
    whole = through(text, saying("Payé 1.35 millions d’euros à 12.400 gens le 18 February 2026."))
    assert whole == "Payé 1,35 millions d’euros à 12\u00a0400 gens le 18 février 2026."
    apart = through(text, saying("mots"))
    for amount in ("1,35 million", "12\u00a0400", "18 février 2026"):
        assert amount in apart
    assert "1,35 million" in whole


def test_an_amount_that_markup_cuts_in_two_never_changes() -> None:
    text = "It paid **1.35** million euros."
    assert through(text, saying("Mille euros")) == text
    good = Engine(lambda words: "million d'euros" if "million" in words else "Payé")
    assert through(text, good) == "Payé **1,35** million d’euros."


def test_an_amount_alone_needs_no_engine() -> None:
    engine = saying("never asked")
    assert through("| a | 1.35 million euros |\n|--|--|\n| 7 | 12,400 |", engine) == (
        "| never asked | 1,35 million d’euros |\n|--|--|\n| 7 | 12\u00a0400 |"
    )
    assert engine.sent == ["a"]


def test_a_date_that_comes_to_begin_a_line_does_not_make_a_list() -> None:
    assert through("1 March 2026", saying(""), "de") == "1\\. März 2026"
