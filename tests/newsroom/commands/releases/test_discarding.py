"""Discarding a draft, as it is typed."""

import pytest

from tests.newsroom.commands.office import FAR, Office
from tests.newsroom.commands.terminal.test_asking import at_terminal


def test_a_draft_is_discarded_and_its_file_can_be_filed_anew(office: Office) -> None:
    office.filed()
    assert "release 1 is discarded" in office.done("discard", "1")
    assert "there is no release 1" in office.refused("discard", "1")
    assert office.told("releases") == []
    office.filed()
    assert [row["id"] for row in office.told("releases")] == [2]


def test_what_is_scheduled_is_refused_with_what_to_do_instead(office: Office) -> None:
    office.filed("--at", FAR)
    reason = office.refused("discard", "1")
    assert "release 1 is scheduled; newsroom hold 1 stops it, newsroom withdraw 1" in reason


@pytest.mark.waits
def test_at_a_terminal_it_says_what_goes_and_asks(office: Office) -> None:
    office.filed()
    code, seen = at_terminal(office, "discard", "1", answer=b"n\n")
    assert code == 1
    assert "a draft: “Velmora opens a night ferry”\n1 text (en), every" in seen
    assert "Discard release 1 for good? [y/N]: " in seen
    assert office.state() == "draft"
    code, _ = at_terminal(office, "discard", "1", "--yes", answer=b"")
    assert (code, office.told("releases")) == (0, [])
