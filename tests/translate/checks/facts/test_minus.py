"""A minus is one with a space behind it too; a dash is none."""

from press.finding import Severity
from tests.each import each
from translate.checks.base import Passage
from translate.checks.facts.minus import Minus
from translate.checks.facts.numbers import Numbers

Pair = tuple[str, str, str]
RIGHT: tuple[Pair, ...] = (
    ("en fr", "It falls to -5 °C.", "Elle descend à - 5 °C."),
    ("en de", "It falls to -5 °C.", "Sie sinkt auf – 5 °C."),
    ("en de", "-5 °C was read.", "- 5 °C wurden gemessen."),
    ("en nl", "It falls to -5 °C.", "Het daalt tot min 5 graden."),
    ("en fr", "It changed by -0.4 %.", "Il a varié de − 0,4 %."),
    ("en fr", "The plan – 5 million euros – goes on.", "Le plan (5 millions d'euros) continue."),
    ("en de", "Most of them - 53% - agree.", "Die meisten von ihnen, 53 %, stimmen zu."),
    ("en nl", "Between 3 - 5 %", "Tussen de 3 en 5 %"),
)
WRONG: tuple[Pair, ...] = (
    ("fr en", "Elle descend à - 5 °C.", "It falls to 5 °C."),
    ("fr en", "Elle descend à – 5 °C.", "It falls to 5 °C."),
    ("fr en", "Il a varié de - 0,4 %.", "It changed by 0.4%."),
    ("de en", "- 5 °C wurden gemessen.", "5 °C was read."),
    ("en nl", "It falls to -5 °C.", "Het daalt tot 5 graden."),
)


def says(pair: Pair) -> list[str]:
    languages, source, said = pair
    passage = Passage(source, said, *languages.split())
    found = (finding for check in (Minus(), Numbers()) for finding in check.find(passage))
    return [finding.check for finding in found if finding.severity is Severity.BLOCKS]


def every(pairs: tuple[Pair, ...]) -> list[Pair]:
    """Some pairs, the other way round too, and with spaces that do not break."""
    turned = [(" ".join(pair[0].split()[::-1]), pair[2], pair[1]) for pair in pairs]
    both = [*pairs, *turned]
    return both + [(langs, one, other.replace(" ", "\u00a0")) for langs, one, other in both]


def test_what_is_below_zero_stays_so() -> None:
    each(every(RIGHT), passes)


def passes(pair: Pair) -> None:
    assert says(pair) == []


def test_a_minus_with_a_space_is_not_lost_or_brought_in() -> None:
    each(every(WRONG), blocks)


def blocks(pair: Pair) -> None:
    assert says(pair) == ["minus", "numbers"]
