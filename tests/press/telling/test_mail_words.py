"""What mails say of their own."""

from press.telling.mail_words import MAIL_WORDS, say_mail
from press.words import WORDS
from tests.press.test_words import gaps


def test_every_language_has_every_sentence_of_mails_with_the_same_gaps() -> None:
    assert MAIL_WORDS.keys() == WORDS.keys()
    english = {key: gaps(words) for key, words in MAIL_WORDS["en"].items()}
    for said in MAIL_WORDS.values():
        assert {key: gaps(words) for key, words in said.items()} == english


def test_english_answers_for_a_language_that_is_not_known() -> None:
    assert say_mail("xx", "corrected_subject", headline="A") == "Corrected: A"
