"""What a proof looks for of a release that is not to be found."""

from datetime import timedelta

import pytest

from newsroom.proofs.surfaces import Neighbours
from newsroom.proofs.traces import found_in, traces_of
from press.embargo import embargo_from
from press.releases.release import Release
from press.text import Block, Kind, Text
from tests.conftest import NOON


def hidden(reference: str) -> Release:
    """A release under embargo, with a number on its letterhead."""
    return Release(
        id=1,
        tag="tag:press.example.org,2026:k3y",
        slug="relief",
        source="en",
        filed_at=NOON,
        embargo=embargo_from(NOON + timedelta(hours=1), "Europe/Brussels"),
        texts={"en": Text("en", (Block(Kind.HEADLINE, "Relief for the valley"),))},
        issuer="Office for Relief",
        reference=reference,
    )


@pytest.mark.parametrize(
    "document", ["<p>IHA/7037 will follow</p>", '{"reference":"IHA\\/7037"}', "/files?n=IHA/7037"]
)
def test_the_senders_number_gives_a_release_away(document: str) -> None:
    traces = traces_of(hidden("IHA/7037"), Neighbours(), ())
    assert found_in(document, "/en/", traces) == ["reference: IHA/7037"]


def test_who_sends_it_gives_nothing_away_since_all_of_an_office_say_that() -> None:
    traces = traces_of(hidden("IHA/7037"), Neighbours(), ())
    assert found_in("<p>Office for Relief</p>", "/en/", traces) == []


@pytest.mark.parametrize("number", ["", "7", "12/2026"])
def test_a_number_that_stands_on_any_page_is_not_looked_for(number: str) -> None:
    traces = traces_of(hidden(number), Neighbours(), ())
    assert not [trace for trace in traces if trace.kind == "reference" and trace.is_telling]
