"""A mistake in the settings file: the last good settings hold, where there are any."""

import logging
import os
import stat
from pathlib import Path

import pytest

from newsroom.in_force import SettingsWatch, settings_in_force
from newsroom.settings import FILE, LAST_GOOD, load_settings
from newsroom.wiring import open_newsroom
from press.errors import HomeRefused, SettingsRefused
from tests.conftest import NOON


@pytest.fixture
def home(tmp_path: Path) -> Path:
    settings = load_settings({"NEWSROOM_MODELS": ""}, tmp_path / "home")
    open_newsroom(settings, NOON).storage.close()
    return settings.home


def write(home: Path, text: str) -> None:
    (home / FILE).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "mistake", ["TITLE = ", "ZONE = 'Mars/North'", "TYPO = 1", "LANGUAGES = 'english'", "\x00"]
)
def test_a_mistake_in_the_file_leaves_the_last_good_settings_in_force(
    home: Path, mistake: str
) -> None:
    write(home, "TITLE = 'Good'")
    assert settings_in_force({}, home).settings.site.title == "Good"
    write(home, f"TITLE = 'Bad'\n{mistake}")
    found = settings_in_force({}, home)
    assert found.settings.site.title == "Good"
    assert found.mistake
    with pytest.raises(SettingsRefused):
        load_settings({}, home)
    write(home, "TITLE = 'Better'")
    assert settings_in_force({}, home).settings.site.title == "Better"
    assert settings_in_force({}, home).mistake == ""


def test_where_none_was_good_before_the_mistake_is_refused(home: Path) -> None:
    write(home, "ZONE = 'Mars/North'")
    with pytest.raises(SettingsRefused, match="Mars/North"):
        settings_in_force({}, home)


def test_a_mistake_in_the_environment_is_refused(home: Path) -> None:
    write(home, "TITLE = 'Good'")
    settings_in_force({}, home)
    with pytest.raises(SettingsRefused, match="Mars/North"):
        settings_in_force({"NEWSROOM_ZONE": "Mars/North"}, home)


def test_a_home_without_a_file_has_good_settings_and_keeps_better_ones(home: Path) -> None:
    settings_in_force({}, home)
    write(home, "ZONE = 'Mars/North'")
    assert settings_in_force({}, home).settings.site.title == "Newsroom"
    write(home, "TITLE = 'Good'")
    settings_in_force({}, home)
    (home / FILE).unlink()  # as an editor does for a moment
    assert settings_in_force({}, home).settings.site.title == "Newsroom"
    assert "Good" in (home / LAST_GOOD).read_text()


def test_a_file_that_cannot_be_read_is_a_mistake_as_well(home: Path) -> None:
    write(home, "TITLE = 'Good'")
    settings_in_force({}, home)
    (home / FILE).write_bytes(b"TITLE = '\xff'")
    found = settings_in_force({}, home)
    assert (found.settings.site.title, "cannot be read" in found.mistake) == ("Good", True)
    with pytest.raises(HomeRefused):
        load_settings({}, home)


def test_the_last_good_file_is_for_its_owner_alone_and_kept_in_a_newsroom_s_home_only(
    home: Path, tmp_path: Path
) -> None:
    before = os.umask(0)
    try:
        write(home, "TITLE = 'Good'")
        settings_in_force({}, home)
    finally:
        os.umask(before)
    assert stat.S_IMODE((home / LAST_GOOD).stat().st_mode) == 0o600
    settings_in_force({}, tmp_path)
    assert not (tmp_path / LAST_GOOD).exists()
    (home / LAST_GOOD).unlink()
    settings_in_force({}, home, remember=False)
    assert not (home / LAST_GOOD).exists()


def test_a_change_is_said_once_in_the_log_with_the_mistake(
    home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(home, "TITLE = 'Good'")
    settings_in_force({}, home)
    watch = SettingsWatch({}, home)
    watch.look()
    assert caplog.records == []
    write(home, "TITLE = 'Bad'\nZONE = 'Mars/North'")
    watch.look()
    watch.look()
    (said,) = caplog.records
    assert said.levelno == logging.ERROR
    assert "ZONE is “Mars/North”" in said.message
    assert "the last good settings stay in force" in said.message
    write(home, "TITLE = 'Good again'")
    watch.look()
    assert "start newsroom serve again" in caplog.records[-1].message
    assert "Good again" in (home / LAST_GOOD).read_text()


def test_a_sign_that_was_spoilt_shuts_nobody_out(home: Path) -> None:
    sign = home / "pages" / "logo.svg"
    sign.parent.mkdir()
    sign.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>')
    write(home, "TITLE = 'Good'\nLOGO = 'logo.svg'")
    assert settings_in_force({}, home).settings.site.identity.logo
    sign.write_text("<svg/>")
    found = settings_in_force({}, home)
    assert "LOGO: it is not an SVG file" in found.mistake
    assert (found.settings.site.title, found.settings.site.identity.logo) == ("Good", None)
