"""A term is put where it belongs, or nowhere."""

import pytest

from press.glossary import Term
from tests.translate.fakes import word_by_word
from translate.terms.placing import enforced

COUNCIL = Term("en", "fr", "council", "conseil")


@pytest.mark.parametrize(
    ("said", "becomes"),
    [
        ("Hier mairie siège", "Hier conseil siège"),
        # the engine made nothing of it but a word that says nothing, which stands for more
        ("Hier est siège", "Hier est siège"),
    ],
)
def test_a_term_replaces_only_words_that_say_something(said: str, becomes: str) -> None:
    hypothesis = word_by_word(said, [0, 1, 2], 3)
    assert enforced("Yesterday council met", hypothesis, [COUNCIL]).text == becomes
