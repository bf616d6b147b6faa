"""What the list of releases tells people."""

import pytest

from newsroom.commands.releases import showing
from tests.newsroom.commands.office import FAR, Office


@pytest.mark.parametrize("width", [140, 100, 60])
def test_numbers_and_states_are_never_cut_only_headlines(
    office: Office, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    console = showing.console()
    console.width = width
    monkeypatch.setattr(showing, "console", lambda: console)
    office.filed("--at", FAR)
    named, row = office.done("releases").splitlines()
    assert named.split() == ["ID", "State", "From", "en", "fr", "nl", "de", "Headline"]
    assert row.split()[:9] == [
        *("1", "scheduled", *FAR.split(), "Brussels"),
        *("author", "missing", "missing", "missing"),
    ]
    assert row.rstrip().endswith("…") == (width < 140)
