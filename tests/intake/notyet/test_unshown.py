"""Whatever a file holds and shows nobody, it holds the release as its text would."""

import pytest

from intake.given import Given
from intake.notyet.outright import outright
from intake.notyet.unshown import unshown

GIVEN = Given("Europe/Brussels", "en")


def found(*words: str) -> list[str]:
    return [str(one.embargo)[:16] for one in unshown(words, GIVEN)]


@pytest.mark.parametrize(
    ("words", "moments"),
    [
        (["A caption", "Embargoed until 6 May 2027 at 9:00"], ["2027-05-06 09:00"]),
        (["For journalists only"], ["None"]),
        (["Not for publication"], ["None"]),
        (["https://x.example/EMBARGO%206%20May%202027%209h00.pdf"], ["2027-05-06 09:00"]),
        (["Embargo until", "2020-01-01"], ["None"]),
        (["https://x.example/embargo/"], []),
        (["The council lifts the arms embargo on Velmora"], []),
        (["A caption", "© City of Lindow", ""], []),
    ],
)
def test_a_passage_is_read_by_itself(words: list[str], moments: list[str]) -> None:
    assert found(*words) == moments


def test_the_same_passage_counts_once() -> None:
    assert len(found(*["Embargoed until 6 May 2027 at 9:00"] * 1000)) == 1


def test_more_than_can_be_looked_through_is_held() -> None:
    assert found(*(f"line {n}" for n in range(20_001))) == ["None"]


@pytest.mark.parametrize(
    ("name", "value", "is_held"),
    [
        ("app_draft", "yes", True),
        ("draft", "no", False),
        ("creativeWorkStatus", "https://schema.org/Draft", True),
        ("creativeWorkStatus", "Published", False),
        ("published", "False", True),
        ("published", "2026-05-04", False),
        ("workflow_state", "in review", True),
        ("eventStatus", "EventScheduled", False),
    ],
)
def test_a_field_that_says_draft_holds(name: str, value: str, is_held: bool) -> None:
    assert bool(list(outright([(name, value)], GIVEN))) == is_held
