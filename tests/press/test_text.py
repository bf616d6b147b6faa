"""What a text may hold, and how it is shown."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.text import clean, visible, western

NEVER = {"Cc", "Cs", "Zl", "Zp"}
BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("\x1b[31mred", "⟨U+001B⟩[31mred"),
        ("two\nlines\tand a tab", "two⟨U+000A⟩lines⟨U+0009⟩and a tab"),
        ("c1 \x9b31m", "c1 ⟨U+009B⟩31m"),
        ("gone\x7f", "gone⟨U+007F⟩"),
        ("pea\u200bce", "pea⟨U+200B⟩ce"),
        ("pea\u200dce", "pea⟨U+200D⟩ce"),
        ("soft\u00adhyphen \ufeff", "soft⟨U+00AD⟩hyphen ⟨U+FEFF⟩"),
        ("a\u2028b\u2029", "a⟨U+2028⟩b⟨U+2029⟩"),
        ("half \ud800", "half ⟨U+D800⟩"),
        ("tag \U000e0041", "tag ⟨U+E0041⟩"),
        ("blank \u3164", "blank ⟨U+3164⟩"),
        ("\u200d\u200d", "⟨U+200D⟩⟨U+200D⟩"),
    ],
)
def test_what_would_not_be_seen_is_named(words: str, shown: str) -> None:
    assert visible(words) == shown


@pytest.mark.parametrize(
    "words",
    [
        "Plain words, 100%.",
        "« Été » – l’œuvre: 3\u00a0000\u202f€",
        "Ünïcödé ελληνικά українська 中文 العربية",
        "می\u200cخواهم",  # Persian joins no letters here
        "क्\u200dष",
        "👩\u200d🚀 ❤\ufe0f\u200d🔥",
        "e\u0301",
    ],
)
def test_what_is_seen_stays(words: str) -> None:
    assert visible(words) == words


@given(st.text(st.characters(codec=None)))
def test_no_text_moves_the_cursor_or_turns_the_reading_order(words: str) -> None:
    shown = visible(words)
    assert not {letter for letter in shown if unicodedata.category(letter) in NEVER}
    assert not BIDI & set(shown)


@given(st.text(st.characters(codec=None)))
def test_what_is_shown_is_not_changed_by_showing_it_again(words: str) -> None:
    assert visible(visible(words)) == visible(words)


@pytest.mark.promise(128)
@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("It&#146;s", "It’s"),
        ("&#x80; &#0150; &#159;", "€ – Ÿ"),
        ("&#129; &#x8D;", "&#129; &#x8D;"),  # no letter has these
        ("&#160; &#1460; &#14; &#x920;", "&#160; &#1460; &#14; &#x920;"),
        ("`&#146;` &#146;", "`&#146;` ’"),
    ],
)
def test_references_by_numbers_of_windows_are_written_out(said: str, shown: str) -> None:
    assert western(said) == shown


@pytest.mark.promise(128)
def test_a_control_character_with_the_number_of_a_letter_is_that_letter() -> None:
    assert clean("It\x92s \x96 \x80, \x85 \x81") == "It’s – €, \x85 \x81"
