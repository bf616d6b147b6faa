"""Times of day: the same minute in every language, and never the other half of the day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.text import Block, Kind
from tests.each import each
from tests.translate.fakes import Engine, saying, word_by_word
from translate.numbers.amounts import Amounts
from translate.numbers.mending import mended
from translate.numbers.times import shown
from translate.numbers.values import values
from translate.translating import translate_blocks

LANGUAGES = ["en", "fr", "nl", "de"]
CODES = st.sampled_from(LANGUAGES)
MINUTES = st.integers(0, 1439)
# Words before a time, and behind it.
AROUND = {"en": "It is at {}.", "fr": "C'est à {}.", "nl": "Het is om {}.", "de": "Es ist um {}."}


def sentence(minute: int, language: str) -> str:
    return AROUND[language].format(shown(minute, language))


def through(text: str, engine: Engine, target: str, source: str = "en") -> str:
    block = Block(Kind.PARAGRAPH, text)
    return translate_blocks([block], source, target, engine)[0].block.markdown


@given(MINUTES, CODES, CODES)
def test_what_is_written_is_the_same_minute(minute: int, source: str, target: str) -> None:
    text = sentence(minute, source)
    assert Amounts(source, target).agree(text, sentence(minute, target))
    assert values(text, source).total() == 1


@given(MINUTES, MINUTES, CODES, CODES)
def test_no_other_minute_is_the_same(one: int, other: int, source: str, target: str) -> None:
    agree = Amounts(source, target).agree(sentence(one, source), sentence(other, target))
    assert agree is (one == other)


@given(MINUTES, CODES, CODES)
def test_a_time_that_is_lost_is_missed(minute: int, source: str, target: str) -> None:
    nothing = AROUND[target].format("")
    assert not Amounts(source, target).agree(sentence(minute, source), nothing)
    assert not Amounts(target, source).agree(nothing, sentence(minute, source))


@given(MINUTES, CODES, CODES)
def test_a_time_in_one_language_is_written_in_another(
    minute: int, source: str, target: str
) -> None:
    written = Amounts(source, target).written(shown(minute, source))
    is_unsure = source == "fr" and minute % 60 == 0  # 14 h may last as long
    assert is_unsure or written == shown(minute, target)


@given(MINUTES, st.sampled_from(["am", "pm", "a.m.", "p.m.", "AM", "PM"]), CODES)
def test_the_half_of_the_day_is_never_lost(minute: int, half: str, target: str) -> None:
    hour, past = divmod(minute % 720, 60)
    meant = minute % 720 + 720 * (half[0].lower() == "p")
    text = f"It opens at {hour or 12}:{past:02} {half} today"
    other = Amounts("en", target)
    assert f"time {meant // 60}:{meant % 60:02}" in values(text, "en")
    assert other.agree(text, sentence(meant, target))
    assert not other.agree(text, sentence((meant + 720) % 1440, target))
    if target != "en":
        assert shown(meant, target) in other.written(text)


@pytest.mark.parametrize(
    ("text", "french", "dutch", "german"),
    [
        ("2:30 pm", "14\u00a0h\u00a030", "14.30 uur", "14:30 Uhr"),
        ("2 p.m.", "14\u00a0h", "14.00 uur", "14 Uhr"),
        ("12 am", "0\u00a0h", "0.00 uur", "0 Uhr"),
        ("12 noon", "12\u00a0h", "12.00 uur", "12 Uhr"),
        ("noon", "midi", "12.00 uur", "12 Uhr"),
        ("midnight", "minuit", "middernacht", "Mitternacht"),
        ("10:30 am CET", "10\u00a0h\u00a030 CET", "10.30 uur CET", "10:30 Uhr CET"),
        ("half past two", "deux heures et demie", "half drie", "halb drei"),
        ("quarter to one", "une heure moins le quart", "kwart voor één", "Viertel vor eins"),
        ("one o'clock", "une heure", "één uur", "ein Uhr"),
        ("at 14.30", "at 14\u00a0h\u00a030", "at 14.30 uur", "at 14:30 Uhr"),
        ("at 2:30", *["at 2:30"] * 3),
        ("14:18", *["14:18"] * 3),
        ("at 4.30 euros", "at 4,30 euros", "at 4,30 euro", "at 4,30 Euro"),
    ],
)
def test_each_language_writes_times_its_own_way(
    text: str, french: str, dutch: str, german: str
) -> None:
    for target, wanted in (("fr", french), ("nl", dutch), ("de", german)):
        assert Amounts("en", target).written(text) == wanted


@pytest.mark.parametrize(
    ("source", "text", "wanted"),
    [
        ("fr", "de 9 h 30 à 11 h 15", "de 9:30 am à 11:15 am"),
        ("fr", "à 14 h", "à 2 pm"),
        ("fr", "à 14 heures 30", "à 2:30 pm"),
        ("fr", "pendant 2 h 30", "pendant 2 h 30"),
        ("fr", "à 2 heures de Paris", "à 2 heures de Paris"),
        ("nl", "om 14u30", "om 2:30 pm"),
        ("nl", "2 uur wachten", "2 uur wachten"),
        ("nl", "half drie", "half past two"),
        ("nl", "tien over half drie", "2:40"),
        ("nl", "om 2 uur", "om 2 o'clock"),
        ("de", "von 9 bis 11 Uhr", "von 9 am bis 11 am"),
        ("de", "24 Uhr", "12 midnight"),
        ("de", "12 Uhr", "12 noon"),
        ("de", "2 Uhr nachmittags", "2 pm"),
    ],
)
def test_times_are_written_in_english(source: str, text: str, wanted: str) -> None:
    assert Amounts(source, "en").written(text) == wanted


def test_a_range_shares_its_half_of_the_day() -> None:
    each(
        [
            ("from 9 to 11 am", "9:00", "11:00"),
            ("from 9 to 11 pm", "21:00", "23:00"),
            ("2–3:30 pm", "14:00", "15:30"),
            ("from 11 to 2 pm", "11:00", "14:00"),
            ("10:30-2 am", "22:30", "2:00"),
            ("from 9 am to 2 pm", "9:00", "14:00"),
            ("from 9 to 12 noon", "9:00", "12:00"),
        ],
        check_range,
    )


def check_range(case: tuple[str, str, str]) -> None:
    text, begin, end = case
    assert values(text, "en") == {f"time {begin}": 1, f"time {end}": 1}


def test_what_is_no_time_is_none() -> None:
    text = "1:2:3, 2:11.60, 25:10, 12:60, £2.30, page 4.30, 3:2, 14.30 euros, at 4.30 per cent"
    assert not [value for value in values(text, "en") if value.startswith("time")]
    assert not [value for value in values("cet après-midi, le Midi", "fr") if "time" in value]


def test_a_space_that_does_not_break_is_one_in_what_is_written() -> None:
    other = Amounts("en", "fr")
    for space in "\u00a0\u202f\u2009":
        text = "12 March 2027, 2:30 pm, from 9 to 11 am".replace(" ", space)
        wanted = other.written("12 March 2027, 2:30 pm, from 9 to 11 am")
        assert " ".join(other.written(text).split()) == " ".join(wanted.split())
        assert "".join(cut.text for cut in other.around(text)) == text


def test_the_stop_of_a_sentence_is_not_a_times() -> None:
    assert Amounts("en", "fr").written("It opens at 2 p.m.") == "It opens at 14\u00a0h."


@pytest.mark.parametrize("answer", ["à 2 h 30", "à 2:30", "", "à midi", "à 14", "à 2 heures 30"])
def test_no_engine_loses_the_half_of_the_day(answer: str) -> None:
    text = "The bridge opens at 2:30 pm on 12 March 2027."
    engine = Engine(
        lambda words: f"Le pont ouvre {answer} le 12 mars 2027." if words == text else "mots"
    )
    said = through(text, engine, "fr")
    assert "14\u00a0h\u00a030" in said


def test_what_an_engine_says_well_is_set_in_the_languages_habit() -> None:
    text = "The bridge opens at 2:30 pm."
    for answer in ("à 14:30", "à 14h30", "à 2 h 30 de l'après-midi", "à 2:30 p.m."):
        said = through(text, saying(f"Le pont ouvre {answer}."), "fr")
        assert said == "Le pont ouvre à 14\u00a0h\u00a030."


def test_a_time_made_from_another_is_put_right_with_its_word() -> None:
    said = word_by_word("Il ouvre à 2 heures demain.", [0, 1, 2, 3, 4, 5], 6)
    new = mended("It opens at 2 pm tomorrow.", said, Amounts("en", "fr"))
    assert new
    assert new.text == "Il ouvre à 14\u00a0h demain."


def test_a_time_alone_needs_no_engine() -> None:
    engine = saying("never asked")
    assert through("| 2:30 pm | noon |\n|--|--|\n| 9 am | 12 am |", engine, "de") == (
        "| 14:30 Uhr | 12 Uhr |\n|--|--|\n| 9 Uhr | 0 Uhr |"
    )
    assert engine.sent == []
