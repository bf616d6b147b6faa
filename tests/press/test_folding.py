"""Words as they are looked for."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.folding import (
    LONGEST,
    MOST_FORMS,
    MOST_LETTERS,
    MOST_WORDS,
    WORD,
    as_typed,
    canonical,
    fold,
    forms_in,
    forms_of,
)


@pytest.mark.promise(140)
@pytest.mark.parametrize(
    ("said", "found_by"),
    [
        ("Straße", {"strasse"}),
        ("STRASSE", {"strasse"}),
        ("Œuvre", {"oeuvre"}),
        ("européennes", {"europeennes"}),
        ("ﬁnance", {"finance"}),
        ("Ǻngström", {"angstrom"}),
        ("Łódź", {"lodz"}),
        ("« paix »", {"paix"}),
        ("„Frieden“", {"frieden"}),
        ("l'accord", {"accord"}),
        ("L’Accord", {"accord"}),
        ("qu’aujourd’hui", {"aujourd", "hui", "aujourdhui"}),
        ("minister’s", {"minister"}),
        ("e-mail", {"e", "mail", "email"}),
        ("e\u2011mail", {"e", "mail", "email"}),
        ("Umwelt\u00administer", {"umweltminister"}),
        ("…", set()),
    ],
)
def test_a_word_is_found_however_it_is_spelled(said: str, found_by: set[str]) -> None:
    assert forms_in(said) == found_by


@given(st.text())
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    for form in forms_in(text):
        assert forms_of(form) == (form,)
        assert 0 < len(form) <= LONGEST


@given(st.text())
def test_composed_or_not_a_text_is_found_by_the_same(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    assert fold(text) == fold(unicodedata.normalize("NFD", text))


@pytest.mark.promise(141)
@given(st.text())
def test_a_question_has_one_spelling_of_bounded_length(question: str) -> None:
    said = canonical(question)
    assert canonical(said) == said
    assert len(said) <= MOST_LETTERS + MOST_WORDS
    assert len(said.split()) <= MOST_WORDS
    assert said == " ".join(said.split())


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("  L’Accord   de PARIS!! ", "l'accord de paris"),
        ('"foo" OR bar* NEAR(x)', "foo or bar near x"),
        ("a b a", "a b"),
        ("1 2 3 4 5 6 7 8 9", "1 2 3 4 5 6 7 8"),
        ("%_'\"--;", ""),
    ],
)
def test_what_is_typed_is_words_and_nothing_else(question: str, said: str) -> None:
    assert canonical(question) == said


def test_a_text_of_endless_words_is_found_by_the_first() -> None:
    words = " ".join(f"w{number}" for number in range(3 * MOST_FORMS))
    assert MOST_FORMS <= len(forms_in(words)) < MOST_FORMS + 3


@pytest.mark.parametrize("piece", ["a-", "'", " ", "é", "l'", "a\u0301", "-", "\u00ad"])
def test_a_word_of_a_megabyte_is_cut(piece: str) -> None:
    assert all(len(form) <= LONGEST for form in forms_in(piece * (10**6 // len(piece))))
    assert len(WORD.findall(piece * 1000)) <= 1000


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("  NATO\t Été ", "NATO Été"),
        ("“Peace” & <b>", "“Peace” & <b>"),
        ("a\u202eb\x00", "a\u202eb\u202c"),
        ("W" * 999, "W" * MOST_LETTERS),
    ],
)
def test_what_was_typed_is_shown_again_as_a_line_of_bounded_length(
    question: str, shown: str
) -> None:
    assert as_typed(question) == shown
