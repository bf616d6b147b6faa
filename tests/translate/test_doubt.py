"""What an engine was not sure of is said, and kept with the block."""

from collections.abc import Callable, Sequence
from math import log

import pytest

from press.finding import DOUBT, Severity
from press.text import STARTER, Block, Kind
from tests.translate.fakes import Engine, loud
from translate.alignment.words import AlignedHypothesis, carried, together
from translate.checks import OF_FACTS
from translate.translating import Made, translate_blocks

MARK = -1.0
THEIRS = "this package's mark is −1.00"


class Scored(Engine):
    """An engine that says how sure it is.

    Args:
        score: of what it makes of a sentence.
        answer: what it says to one.
    """

    mark = MARK

    def __init__(
        self, score: Callable[[str], float], answer: Callable[[str], str] = str.upper
    ) -> None:
        super().__init__(answer)
        self.score = score

    def scored(self, sentences: Sequence[str]) -> list[AlignedHypothesis]:
        said = self.translate(sentences)
        return [
            AlignedHypothesis(words, score=self.score(sentence))
            for sentence, words in zip(sentences, said, strict=True)
        ]


def less_sure_of(word: str, answer: Callable[[str], str] = str.upper) -> Scored:
    return Scored(lambda sentence: -1.5 if word in sentence else -0.5, answer)


def made(engine: Engine, words: str, kind: Kind = Kind.PARAGRAPH) -> Made:
    (one,) = translate_blocks([Block(kind, words)], "en", "fr", engine)
    return one


def doubts(one: Made) -> list[tuple[Severity, str]]:
    return [(f.severity, f.says) for f in one.findings if f.check == DOUBT]


def test_the_sentence_that_the_engine_was_not_sure_of_is_named_with_its_score_and_the_mark() -> (
    None
):
    one = made(less_sure_of("boats"), "Velmora lends its boats. The river is low again.")
    assert doubts(one) == [
        (
            Severity.WARNS,
            f"the engine was not sure of these words (−1.50; {THEIRS}): “VELMORA LENDS ITS BOATS.”",
        )
    ]


def test_a_block_is_trusted_as_far_as_its_weakest_sentence() -> None:
    words = "The river is low again. Velmora lends its boats. The ferry sails at noon."
    assert made(less_sure_of("boats"), words).block.score == pytest.approx(-1.5)
    assert made(less_sure_of("planes"), words).block.score == pytest.approx(-0.5)


def test_what_the_starter_was_not_sure_of_is_never_public_unread() -> None:
    engine = less_sure_of("boats")
    engine.name = f"{STARTER} en-fr 1.0"
    one = made(engine, "Velmora lends its boats.")
    assert [severity for severity, _ in doubts(one)] == [Severity.BLOCKS]
    assert doubts(made(engine, "The river is low again.")) == []


def test_an_engine_that_does_not_say_how_sure_it_is_is_not_doubted() -> None:
    one = made(loud(), "Velmora lends its boats.")
    assert (one.block.score, one.findings) == (None, ())


def test_words_that_were_dropped_count_though_the_engine_was_sure_of_the_others() -> None:
    sentence = "Velmora lends its boats to the harbour of Corvane tomorrow evening."
    cut = Scored(lambda _: -0.5, lambda words: words[: len(words) * 3 // 4])
    whole = made(Scored(lambda _: -0.5), sentence).block.score
    short = made(cut, sentence).block.score
    assert whole == pytest.approx(-0.5)
    assert short == pytest.approx(-0.5 + log(0.75), abs=0.05)


def test_a_sentence_that_had_to_be_cut_is_doubted_as_a_whole() -> None:
    one = made(less_sure_of("boats"), "Write to press@press.example about the boats today.")
    assert one.block.score == pytest.approx(-1.5, abs=0.6)
    assert -1.5 < (one.block.score or 0) < -0.5


def test_a_sentence_that_stays_in_the_source_language_is_said_to_stay_and_no_more() -> None:
    engine = Scored(lambda _: -3.0, lambda _: "")
    one = made(engine, "The minister visited the hospital yesterday.")
    assert doubts(one) == []
    assert one.block.score is None
    assert one.kept == 1


def test_a_headline_is_doubted_like_any_words() -> None:
    one = made(less_sure_of("boats"), "Velmora lends its boats", Kind.HEADLINE)
    assert [severity for severity, _ in doubts(one)] == [Severity.WARNS]


def test_what_has_no_words_is_not_doubted() -> None:
    one = made(Scored(lambda _: -9.0), "```\nx = 1\n```", Kind.CODE)
    assert (one.block.score, doubts(one)) == (None, [])


def test_a_score_stays_with_words_that_are_put_right() -> None:
    for weights in ((), ((1.0,), (1.0,))):
        hypothesis = AlignedHypothesis("two boats", weights, -0.5)
        assert carried(hypothesis, "2 boats").score == -0.5
        assert carried(hypothesis, "two boats and more").score == -0.5


def test_of_parts_the_longer_counts_for_more_and_what_is_unknown_for_nothing() -> None:
    parts = [AlignedHypothesis("abc", (), -1.0), AlignedHypothesis("a", (), -2.0)]
    assert together([*parts, AlignedHypothesis("unknown")]) == pytest.approx(-1.25)
    assert together([]) is None
    assert together([AlignedHypothesis("unknown")]) is None
    assert together([AlignedHypothesis("", (), -1.0)]) is None


def test_of_the_rough_model_a_fact_that_others_are_only_warned_of_blocks() -> None:
    source = "The VRF welcomed the treaty of the six states yesterday."
    for name, severity in ((f"{STARTER} en-fr 1.0", Severity.BLOCKS), ("fake", Severity.WARNS)):
        engine = Engine(lambda _: "Le traité des six États a été salué hier par tous.")
        engine.name = name
        found = {f.check: f.severity for f in made(engine, source).findings}
        assert found["acronyms"] is severity
    assert "french-spacing" not in OF_FACTS
