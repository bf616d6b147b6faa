"""Where sentences end, in the newsroom's languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.months import spellings
from translate.markup.segmentation import middle, split


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "en",
            [
                "Ms. Vastrade spoke on 20 Feb. 2026 at 3 p.m. there. ",
                "She left for the U.S. Congress. ",
            ],
        ),
        ("en", ["It is “done. ", "Now” we go (e.g. home. Soon.) and rest. ", '"It is." ', "Good"]),
        (
            "en",
            ["Really? ", "See https://a.example/b.c?d. ", "It cost 1.42 million. ", "18 March."],
        ),
        (
            "fr",
            ["M. De Ruyvel et Mme. Vastrade, le 5 janv. 2026. ", "« Oui. ", "Non. » ", "Et toi ? "],
        ),
        ("nl", ["Dhr. Jansen en mevr. De Ruyvel, o.a. op 5 jan. 2026, ca. 5 mln. euro. ", "Ja."]),
        ("de", ["Am 20. Februar 2026 kam Dr. Müller, d.h. gem. Art. 3 Abs. 2. ", "Er blieb."]),
        ("de", ["Im 2. Quartal, im 21. Jahrhundert und am 1. Mai. ", "Es waren 5. ", "Er blieb."]),
        (
            "de",
            [
                "1. Mai ist z. B. in Velmora frei, vgl. Nr. 5 und Art. 3 dort. ",
                "Seit 2019. ",
                "Ja.",
            ],
        ),
        ("de", ["10\\. Mai 2027 ist der Tag. ", "Die 1. Bundesliga, Str. 5 und Bd. Lambermont."]),
        ("nl", ["Zie bijv. art. 3, nr. 5 en blz. 7 van Z.K.H. Prins Velmora. ", "Ja."]),
        ("fr", ["P. ex. l'art. 3, av. J.-C. Rome, c.-à-d. Velmora, bd. Velmora. ", "Oui."]),
        ("xx", ["One. ", "Two."]),
        ("en", ["One.) ", "Two.’ ", "Three."]),
        ("en", [" . . . "]),
        ("en", []),
    ],
)
def test_a_text_is_cut_where_its_sentences_end(language: str, sentences: list[str]) -> None:
    assert split("".join(sentences), language) == sentences


@given(
    text=st.text() | st.text("aB1. \"'“”)(\n?!", max_size=40),
    language=st.sampled_from(["en", "fr", "nl", "de", "zh", ""]),
)
def test_together_the_sentences_are_the_text(text: str, language: str) -> None:
    sentences = split(text, language)
    assert "".join(sentences) == text
    assert all(sentences)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("one two, three four", "one two, "),
        ("one two three four", "one two "),
        ("a, very long end without any other sign", "a, "),
        ("xxxx", "xx"),
    ],
)
def test_a_long_sentence_is_best_cut_at_a_pause(text: str, wanted: str) -> None:
    assert text[: middle(text)] == wanted


@given(day=st.integers(1, 31), month=st.sampled_from(sorted({name for name, _ in spellings()})))
def test_a_date_is_never_cut(day: int, month: str) -> None:
    for language in ("en", "fr", "nl", "de"):
        for text in (f"{day}. {month}", f"Am {day}. {month} 2027 ist es so weit"):
            assert split(text, language) == [text]
