"""Settings: read from three places, refused all at once."""

import tomllib
from pathlib import Path

import pytest

from newsroom import open_newsroom
from newsroom.settings import SETTINGS, load_settings, settings_file
from press.errors import SettingsRefused
from press.site import Fallback
from tests.conftest import NOON


def test_the_environment_wins_over_the_file_and_the_file_over_the_default(tmp_path: Path) -> None:
    (tmp_path / "newsroom.toml").write_text("TITLE = 'From the file'\nZONE = 'Europe/Paris'\n")
    site = load_settings({"NEWSROOM_TITLE": "From the environment"}, tmp_path).site
    assert (site.title, site.zone) == ("From the environment", "Europe/Paris")
    assert site.fallback is Fallback.ORIGINAL


def test_all_mistakes_are_reported_at_once(tmp_path: Path) -> None:
    (tmp_path / "newsroom.toml").write_text("TYPO = 'x'\nTHREADS = 0\n")
    environment = {
        "NEWSROOM_BASE_URL": "press.example.org",
        "NEWSROOM_ZONE": "Mars/Olympus",
        "NEWSROOM_LANGUAGES": "english",
        "NEWSROOM_FALLBACK": "perhaps",
        "NEWSROOM_AUTHORITY": "example",
    }
    with pytest.raises(SettingsRefused) as refused:
        load_settings(environment, tmp_path)
    for name in ("BASE_URL", "ZONE", "LANGUAGES", "FALLBACK", "AUTHORITY", "THREADS", "TYPO"):
        assert name in str(refused.value)


def test_a_new_settings_file_names_every_setting_and_changes_none(tmp_path: Path) -> None:
    text = settings_file()
    assert all(f"# {setting.name} = " in text for setting in SETTINGS)
    assert tomllib.loads(text) == {}


def test_every_default_in_the_file_can_be_switched_on(tmp_path: Path) -> None:
    untouched = load_settings({}, tmp_path)
    on = [line.removeprefix("# ") for line in settings_file().splitlines() if " = '" in line]
    (tmp_path / "newsroom.toml").write_text("\n".join(on))
    assert load_settings({}, tmp_path) == untouched


def test_nobody_else_on_the_machine_may_look_into_a_new_home(tmp_path: Path) -> None:
    settings = load_settings({"NEWSROOM_MODELS": ""}, tmp_path / "home")
    open_newsroom(settings, NOON).storage.close()
    assert (tmp_path / "home").stat().st_mode & 0o077 == 0
