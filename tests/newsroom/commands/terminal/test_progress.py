"""How far long work has come, on a terminal and elsewhere."""

import pytest

from newsroom.commands.terminal.progress import MIB, fetching


@pytest.mark.parametrize("size", [3 * MIB, None])
def test_a_download_shows_on_a_terminal_how_much_has_come(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], size: int | None
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    with fetching("en-fr", size) as done:
        done(2 * MIB)
        done(-2 * MIB)  # it had to begin anew
        done(3 * MIB)
    said = capsys.readouterr().err
    assert "en-fr" in said
    assert "3.0" in said


def test_elsewhere_it_says_a_line_at_every_tenth(capsys: pytest.CaptureFixture[str]) -> None:
    with fetching("en-fr", 20 * MIB) as done:
        for _ in range(40):
            done(MIB // 2)
    lines = capsys.readouterr().err.splitlines()
    assert lines == [f"en-fr: {n} of 20 MiB" for n in range(2, 21, 2)]


def test_elsewhere_nothing_is_said_of_a_size_that_nobody_knows(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with fetching("en-fr", None) as done:
        done(MIB)
    assert capsys.readouterr().err == ""
