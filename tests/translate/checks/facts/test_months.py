"""A month without a figure beside it stays that month."""

from press.finding import Severity
from tests.each import each
from translate.checks.base import Passage
from translate.checks.facts.months import Months

RIGHT = (
    ("The talks resume in September.", "fr", "Les pourparlers reprennent en septembre."),
    ("The talks resume in September.", "nl", "De gesprekken worden in september hervat."),
    ("Theresa May met the king in June.", "de", "Theresa May traf den König im Juni."),
    ("They may march in April.", "fr", "Ils pourraient marcher en avril."),
    ("Since last summer nothing has changed.", "de", "Seit August hat sich nichts geändert."),
    ("From March until May the pass is closed.", "nl", "Van maart tot mei is de pas gesloten."),
    ("It ended on 12 May 2027.", "fr", "Cela s'est terminé le 12 mai 2027."),
)
WRONG = (
    ("The talks resume in September.", "fr", "Les pourparlers reprennent en octobre."),
    ("The talks resume next\u00a0June.", "nl", "De gesprekken worden in juli hervat."),
    ("They met again in May.", "de", "Im Juni trafen sie sich wieder."),
    ("From March until May the pass is closed.", "fr", "De mars à juin le col est fermé."),
)


def found(pair: tuple[str, str, str]) -> list[Severity]:
    source, target, said = pair
    return [one.severity for one in Months().find(Passage(source, said, "en", target))]


def passes(pair: tuple[str, str, str]) -> None:
    assert found(pair) == []


def is_held_back(pair: tuple[str, str, str]) -> None:
    assert found(pair) == [Severity.BLOCKS]


def test_a_right_month_is_never_held_back() -> None:
    each(RIGHT, passes)


def test_a_month_in_another_ones_place_blocks() -> None:
    each(WRONG, is_held_back)
