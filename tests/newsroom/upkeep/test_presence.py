"""Where the server of a home listens, as long as it does."""

import stat
from pathlib import Path

from newsroom.commands import Door
from newsroom.upkeep.presence import ADDRESS, Presence, be_present, note_address, noted_address

HERE = "http://127.0.0.1:8123"


def settings_of(home: Path, **said: str) -> str:
    names = {"HOME": str(home), "MODELS": "", **said}
    return Door({f"NEWSROOM_{name}": value for name, value in names.items()}).settings.site.base_url


def test_commands_name_the_address_of_the_server_at_work_where_nobody_set_another(
    tmp_path: Path,
) -> None:
    note_address(tmp_path, HERE)
    assert noted_address(tmp_path) == ""
    assert settings_of(tmp_path) == "http://127.0.0.1:8000"
    be_present(tmp_path, Presence.SERVER)
    assert settings_of(tmp_path) == HERE
    assert (
        settings_of(tmp_path, BASE_URL="https://press.example.org") == "https://press.example.org"
    )


def test_the_note_is_its_owners_alone_and_one_is_enough(tmp_path: Path) -> None:
    for address in (HERE, "http://[::1]:1"):
        note_address(tmp_path, address)
    assert (tmp_path / ADDRESS).read_text() == "http://[::1]:1"
    assert stat.S_IMODE((tmp_path / ADDRESS).stat().st_mode) == 0o600


def test_a_server_without_a_note_or_a_home_that_cannot_be_written_is_no_error(
    tmp_path: Path,
) -> None:
    be_present(tmp_path, Presence.SERVER)
    assert noted_address(tmp_path) == ""
    (tmp_path / ADDRESS).symlink_to(tmp_path / "elsewhere")
    note_address(tmp_path, HERE)
    assert noted_address(tmp_path) == ""
    assert not (tmp_path / "elsewhere").exists()
