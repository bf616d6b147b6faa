"""A release as a text file says what its page says, and nothing of markup."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds import text_file
from press.languages import Language
from press.text import clean
from tests.feeds.samples import FILES, MACHINE, MARKED, NOTE, SITE, entry, text

FRENCH, ENGLISH = SITE.languages.named("fr"), SITE.languages.named("en")
HEADLINE = "La vallée du Sarrel & ses vergers"
TRANSLATED = text("fr", HEADLINE, "Velmora finance *six* équipes.", *MARKED, **MACHINE)
RELEASE = replace(
    entry(TRANSLATED), issuer="Ministry of Velmora", reference="P/12", note=NOTE, files=FILES[:1]
)


def lines(one: object, language: Language = FRENCH) -> list[str]:
    return text_file.render(one, language, SITE).decode().split("\n")  # type: ignore[arg-type]


@pytest.mark.promise(167)
def test_a_text_file_has_everything_that_the_page_says() -> None:
    said = [line.replace("\u00a0", " ").replace("\u202f", " ") for line in lines(RELEASE)]
    assert said[0] == "Ministry of Velmora · Référence : P/12"
    for words in (
        "25 août 2026, 14:18",
        HEADLINE,
        NOTE,
        "Velmora finance six équipes.",
        "2025 | 2,4 M",
        "Contacts presse",
        "+999 470 55 01 17",
        "saskia.wendermolen@press.example",
        (
            "Traduction automatique (argos en-fr 1.9, 25 août 2026) ; "
            "seul le texte en anglais fait foi"
        ),
        "https://press.example.org/fr/releases/demining",
    ):
        assert words in said, words
    assert any(" — la ministre <https://press.example.org/fr/gouvernement>" in one for one in said)
    assert any("https://press.example.org/files/t0ken-1/" in line for line in said)


@pytest.mark.promise(167)
def test_an_authentic_text_says_that_it_is() -> None:
    said = lines(entry(text("en", "Written here", "Words."), feed="en"), ENGLISH)
    assert said[-4:] == ["Authentic text", "", "https://press.example.org/en/releases/demining", ""]


def test_a_paragraph_is_one_line_however_long_it_is() -> None:
    words = " ".join(["words"] * 400)
    assert words in lines(entry(text("fr", "Titre", words)))


@pytest.mark.promise(167)
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=40), max_size=4))
def test_no_word_of_a_text_is_lost(paragraphs: list[str]) -> None:
    # A sign may mean something to Markdown; letters and figures are words whatever stands there.
    body = [re.sub(r"[^\w\s]|_", " ", clean(words)) for words in paragraphs]
    said = text_file.render(entry(text("en", "Title", *body)), ENGLISH, SITE).decode().split()
    assert set(" ".join(body).split()) <= set(said)


@pytest.mark.promise(167)
def test_nothing_in_it_is_a_mark_of_direction_of_ours() -> None:
    assert not re.search("[\u2066-\u2069]", "\n".join(lines(RELEASE)))


def test_a_mark_of_direction_ends_in_the_line_it_stands_in() -> None:
    said = lines(entry(text("fr", "a\u202eb", "| c\u202ed | e |\n|---|---|\n| f | g |")))
    assert "a\u202eb\u202c" in said
    assert "c\u202ed\u202c | e" in said
