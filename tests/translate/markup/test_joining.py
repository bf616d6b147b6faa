"""Where a sentence had to be cut, the halves come back as one sentence."""

import pytest

from press.text import Block, Kind
from tests.translate.fakes import Engine
from translate.markup.joining import continued, joined
from translate.numbers.amounts import Amounts
from translate.translating import translate_blocks


@pytest.mark.parametrize(
    ("said", "source", "target", "wanted"),
    [
        ("Et le port", "and the harbour of Velmora", "fr", "et le port"),
        ("Rouvre demain", "reopens tomorrow", "fr", "rouvre demain"),
        ("Bruxelles paie", "with Brussels paying", "fr", "Bruxelles paie"),
        ("Und das Boot", "and the boat", "de", "und das Boot"),
        ("Boote fahren", "boats go", "de", "Boote fahren"),
        ("Sie haben", "you have", "de", "Sie haben"),
        ("Monday it is", "lundi", "en", "Monday it is"),
        ("Et le port", "And the harbour", "fr", "Et le port"),
        ("ET LE PORT", "and the harbour", "fr", "ET LE PORT"),
        ("", "and", "fr", ""),
    ],
)
def test_a_half_has_no_capital_that_its_source_has_not(
    said: str, source: str, target: str, wanted: str
) -> None:
    assert continued(said, source, target) == wanted


def test_halves_are_one_sentence_again() -> None:
    halves = [("Il pleut.", "It rains,"), ("Et le port ferme.", "and the harbour closes.")]
    assert joined(halves, "fr") == "Il pleut et le port ferme."


@pytest.mark.parametrize(
    ("target", "said", "wanted"),
    [
        ("fr", "Il a 2 millions d'euros euros.", "Il a 2 millions d'euros."),
        ("fr", "Il a 5 euros d’euros par jour.", "Il a 5 euros par jour."),
        ("de", "Es hat 5 Euro Euros, 7 Prozent Prozent", "Es hat 5 Euro, 7 Prozent"),
        ("nl", "5 euro en 7 kilometer meter", "5 euro en 7 kilometer meter"),
    ],
)
def test_a_measure_is_not_said_twice(target: str, said: str, wanted: str) -> None:
    assert Amounts("en", target).once(said) == wanted


def test_a_sentence_put_together_round_its_amounts_has_neither() -> None:
    answers = {"They paid": "Ils ont payé", "for the harbour": "Euros pour le port"}
    engine = Engine(lambda words: answers.get(words, "Ils ont payé 9 euros."))
    block = Block(Kind.PARAGRAPH, "They paid 2 million euros for the harbour.")
    (one,) = translate_blocks([block], "en", "fr", engine)
    assert one.block.markdown == "Ils ont payé 2 millions d’euros pour le port."
