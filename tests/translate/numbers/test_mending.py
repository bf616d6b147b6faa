"""An amount that came out wrong is put right only where it is clear what it was made from."""

from tests.translate.fakes import word_by_word
from translate.alignment.words import AlignedHypothesis
from translate.numbers.amounts import Amounts
from translate.numbers.mending import mended

SOURCE = "They paid 1.42 million."


def test_an_amount_made_from_another_is_put_right() -> None:
    said = word_by_word("Ils ont payé 1,45 million.", [0, 1, 1, 2, 3], 4)
    new = mended(SOURCE, said, Amounts("en", "fr"))
    assert new
    assert new.text == "Ils ont payé 1,42 million."


def test_an_amount_scattered_over_words_that_came_from_nowhere_is_left() -> None:
    said = word_by_word(
        "Ils ont payé 1,45 hier soir au port, million.", [0, 1, 1, 2, *[-1] * 4, 3], 4
    )
    assert mended(SOURCE, said, Amounts("en", "fr")) is None


def test_an_engine_that_does_not_tell_where_its_words_came_from_is_left_alone() -> None:
    said = AlignedHypothesis("Ils ont payé 1,45 million.")
    assert mended(SOURCE, said, Amounts("en", "fr")) is None
