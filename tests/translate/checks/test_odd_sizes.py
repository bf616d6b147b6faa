"""However odd a text is, each check is soon done with it: none takes the square of its length."""

import pytest

from press.text import Kind
from translate.checks import CHECKS
from translate.checks.base import Passage
from translate.markup.segmentation import split

SIZE = 50_000  # characters
ODD = [
    *("7", "a", "A", "\u00a0", " ", "«", '"', "(", "*", "ab cd"),
    *("Aa ", "AB ", "a-", "A'", "twenty ", "not ", "personne ", "rien ne ", "n' ", "ne "),
    *("10. Mai ", "1. FC Köln, ", "Mr. ", "a. ", "XIV ", "Charles II ", "Niger ", "Ã©", "â€"),
    *("nobody ", "all ", "Emmanuel Macron. ", ". Aa Bb", "x" * 200 + " "),
]
# Numbers have sizes of their own.
READ = [check for check in CHECKS if check.name != "numbers"]


@pytest.mark.timeout(20)  # what took the square took minutes
@pytest.mark.parametrize("unit", ODD)
def test_every_check_is_soon_done_with_an_odd_text(unit: str) -> None:
    odd, plain = (unit * SIZE)[:SIZE], "The minister opened three schools."
    for source, said in ((odd, odd), (plain, odd), (odd, plain)):
        passage = Passage(source, said, "en", "fr", Kind.PARAGRAPH, (source, said))
        for check in READ:
            list(check.find(passage))


@pytest.mark.timeout(20)
@pytest.mark.parametrize("unit", ["1. FC Köln, ", "1. ", "z. B. ", "Mr. ", "« ", ". « "])
def test_a_text_is_soon_cut_into_sentences(unit: str) -> None:
    text = (unit * SIZE)[:SIZE]
    assert "".join(split(text, "de")) == text
