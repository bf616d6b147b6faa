"""What becomes of a filing of which nothing is left below its headline."""

from dataclasses import replace

from press.embargo import parse_when
from press.releases.outcome import EMPTY, outcome_of
from press.releases.received import LeftOut
from press.releases.release import Filing
from press.text import Block, Kind
from tests.conftest import NOON

HEADLINE = Block(Kind.HEADLINE, "A new quay for Corvane")
NOTES = Block(Kind.NOTES, "## Notes to editors")
BEFORE = parse_when("2020-03-02 10:00", "Europe/Brussels")
AHEAD = parse_when("2090-03-02 10:00", "Europe/Brussels")
CUT = Filing(
    (HEADLINE,), embargo=BEFORE, left_out=(LeftOut("0470 55 88 01", "it is not for the public"),)
)


def test_a_headline_of_which_all_text_was_left_out_stays_a_draft() -> None:
    for filing in (CUT, replace(CUT, blocks=(HEADLINE, NOTES, Block(Kind.PARAGRAPH, "More.")))):
        for told in (None, AHEAD):
            outcome = outcome_of(filing, told, NOON, publish=True)
            assert (outcome.embargo, outcome.why) == (None, EMPTY)


def test_a_text_of_which_something_is_left_comes_out() -> None:
    filing = replace(CUT, blocks=(HEADLINE, Block(Kind.PARAGRAPH, "It opens in May.")))
    assert outcome_of(filing, None, NOON, publish=True).embargo == BEFORE


def test_a_headline_that_never_had_a_text_comes_out() -> None:
    assert outcome_of(replace(CUT, left_out=()), None, NOON, publish=True).embargo == BEFORE
