"""What was set aside is kept once, for its officers alone, and not without end."""

from pathlib import Path

import pytest

from newsroom.receiving import quarantine
from newsroom.receiving.quarantine import set_aside


def test_a_mail_is_kept_once_with_the_reason(tmp_path: Path) -> None:
    folder = tmp_path / "quarantine"
    assert set_aside(folder, b"mail", "why")
    assert set_aside(folder, b"mail", "why")
    assert {path.suffix: path.read_bytes() for path in folder.iterdir()} == {
        ".eml": b"mail",
        ".txt": b"why\n",
    }
    assert folder.stat().st_mode & 0o077 == 0


def test_strangers_cannot_fill_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quarantine, "MOST", 100)
    assert set_aside(tmp_path, b"x" * 90, "why")
    assert not set_aside(tmp_path, b"y" * 90, "why")
