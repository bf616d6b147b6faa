"""Where the server of a home listens, as long as it does."""

import fcntl
import stat
from pathlib import Path

import pytest

from newsroom.commands import Door
from newsroom.upkeep.presence import (
    ADDRESS,
    Presence,
    address_noted,
    be_present,
    is_present,
    noted_address,
)

HERE = "http://127.0.0.1:8123"


def settings_of(home: Path, **said: str) -> str:
    names = {"HOME": str(home), "MODELS": "", **said}
    return Door({f"NEWSROOM_{name}": value for name, value in names.items()}).settings.site.base_url


def test_commands_name_the_address_of_the_server_at_work_where_nobody_set_another(
    tmp_path: Path,
) -> None:
    with address_noted(tmp_path, HERE):
        assert noted_address(tmp_path) == ""
        assert settings_of(tmp_path) == "http://127.0.0.1:8000"
        be_present(tmp_path, Presence.SERVER)
        assert settings_of(tmp_path) == HERE
        official = "https://press.example.org"
        assert settings_of(tmp_path, BASE_URL=official) == official


def test_a_server_that_ends_takes_its_note_along_and_leaves_another_s(tmp_path: Path) -> None:
    be_present(tmp_path, Presence.SERVER)
    with address_noted(tmp_path, HERE):
        assert noted_address(tmp_path) == HERE
    assert noted_address(tmp_path) == ""
    with address_noted(tmp_path, "http://[::1]:1"):
        with address_noted(tmp_path, HERE):
            (tmp_path / ADDRESS).write_text("http://[::1]:2")
        assert noted_address(tmp_path) == "http://[::1]:2"


def test_the_note_is_its_owners_alone(tmp_path: Path) -> None:
    with address_noted(tmp_path, HERE):
        assert stat.S_IMODE((tmp_path / ADDRESS).stat().st_mode) == 0o600


def test_a_server_without_a_note_or_a_home_that_cannot_be_written_is_no_error(
    tmp_path: Path,
) -> None:
    be_present(tmp_path, Presence.SERVER)
    assert noted_address(tmp_path) == ""
    (tmp_path / ADDRESS).symlink_to(tmp_path / "elsewhere")
    with address_noted(tmp_path, HERE):
        assert noted_address(tmp_path) == ""
    assert not (tmp_path / "elsewhere").exists()


def test_another_who_only_looks_is_not_taken_for_a_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking = (tmp_path / Presence.SERVER).open("w")
    fcntl.flock(looking, fcntl.LOCK_EX)
    monkeypatch.setattr("newsroom.upkeep.presence.time.sleep", lambda _: looking.close())
    assert not is_present(tmp_path, Presence.SERVER)
    be_present(tmp_path, Presence.SERVER)
    assert is_present(tmp_path, Presence.SERVER)
