"""Answers say the same in every language, and are kept as they are."""

from press.telling.answer import MailAnswer, Understood, unpacked
from press.telling.answer_words import ANSWER_WORDS, say_answer
from press.words import WORDS
from tests.press.test_words import gaps


def test_every_language_has_every_sentence_of_answers_with_the_same_gaps() -> None:
    assert ANSWER_WORDS.keys() == WORDS.keys()
    english = {key: gaps(words) for key, words in ANSWER_WORDS["en"].items()}
    for said in ANSWER_WORDS.values():
        assert {key: gaps(words) for key, words in said.items()} == english


def test_english_answers_for_a_language_that_is_not_known() -> None:
    assert say_answer("xx", "subject", headline="A") == "Received: A"


def test_an_answer_is_unpacked_as_it_was_packed() -> None:
    one = Understood("draft", 3, contacts=("A: 1",), left_out=(("x", "y"),), notes=("n",))
    answer = MailAnswer("a@b.example", "1@b", "fr", "Sujet", (one,))
    assert unpacked(answer.packed()) == answer
