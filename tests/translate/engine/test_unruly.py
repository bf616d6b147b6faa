"""An engine that misbehaves: its words never get out unflagged, and the rest is not held up."""

from collections.abc import Callable

import pytest

from press.finding import Finding, Severity
from press.text import Block, Kind
from tests.translate.fakes import Aligned, Engine, word_by_word
from translate.alignment.words import AlignedHypothesis
from translate.translating import Made, translate_blocks

SOURCE = (
    "The minister paid 1.42 million euros for the [new ferry](https://example.org/f) on 2 May 2026."
)
PLAIN = SOURCE.replace("[", "").replace("](https://example.org/f)", "")
GOOD = "Le ministre a payé 1,42 million d’euros pour le nouveau ferry le 2 mai 2026."
OTHER = Block(Kind.PARAGRAPH, "All is well in the harbour today.")
WELL = "Tout va bien au port aujourd’hui."
MISDEEDS: dict[str, Callable[[str], str]] = {
    "changes a number": lambda _: GOOD.replace("1,42", "1,45"),
    "changes a date": lambda _: GOOD.replace("mai", "juin"),
    "drops a number": lambda _: GOOD.replace("1,42 million d’euros", "beaucoup"),
    "says one word fifty times": lambda _: "ferry " * 50,
    "says the same over and over": lambda _: GOOD[:-1] + ", le port et la mer" * 6,
    "echoes": lambda words: words,
    "says nothing": lambda _: "",
    "says space": lambda _: " \t",
    "returns script": lambda _: GOOD + "<script>alert(1)</script>",
    "returns a script's address": lambda _: GOOD + " javascript:alert(1)",
    "returns an address": lambda _: GOOD + " Voir https://evil.example/x",
    "returns an entity of a tag": lambda _: GOOD + " &lt;b&gt;",
    "stops short": lambda _: "Le 2 mai 2026, 1,42 million d'euros",
}


def through(engine: Engine) -> tuple[Made, Made]:
    one, other = translate_blocks([Block(Kind.PARAGRAPH, SOURCE), OTHER], "en", "fr", engine)
    return one, other


@pytest.mark.parametrize("name", sorted(MISDEEDS))
def test_what_it_does_leaves_the_source_and_a_finding_that_blocks(name: str) -> None:
    engine = Engine(lambda words: WELL if words == OTHER.markdown else MISDEEDS[name](words))
    one, other = through(engine)
    assert one.block.markdown == SOURCE
    assert [f.severity for f in one.findings if f.check == "untranslated"] == [Severity.BLOCKS]
    assert (other.block.markdown, other.findings) == (WELL, ())


@pytest.mark.parametrize("name", sorted(MISDEEDS))
def test_what_it_does_once_costs_another_question_only(name: str) -> None:
    order = [0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]
    words = len(PLAIN.split())
    good = word_by_word(GOOD, [min(n, words - 1) for n in order], words)

    def answers(sentence: str) -> list[AlignedHypothesis]:
        if sentence == PLAIN:
            return [AlignedHypothesis(MISDEEDS[name](sentence)), good]
        return [AlignedHypothesis(WELL if sentence == OTHER.markdown else "")]

    one, _ = through(Aligned(answers))
    assert one.block.markdown == GOOD.replace(
        "nouveau ferry", "[nouveau ferry](https://example.org/f)"
    )
    assert one.findings == ()


def test_a_link_dropped_is_never_gone_unflagged() -> None:
    """The words of the link have no counterpart, and its parts come back with nothing."""
    engine = Engine(lambda words: "Le ministre a payé." if words == PLAIN else "")
    one, _ = through(engine)
    assert "https://example.org/f" in one.block.markdown
    assert any(finding.severity is Severity.BLOCKS for finding in one.findings)


def test_a_headline_is_judged_too() -> None:
    block = Block(Kind.HEADLINE, "Velmora opens a night ferry to the islands")
    (one,) = translate_blocks([block], "en", "fr", Engine(lambda _: "<img src=x> nuit"))
    assert one.block.markdown == block.markdown
    assert one.findings == (
        Finding(
            "untranslated", Severity.BLOCKS, f"stays in the source language: “{block.markdown}”"
        ),
    )
