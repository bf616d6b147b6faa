"""The home: made once, refused by name where it cannot be used."""

import pytest

from tests.newsroom.commands.office import Office

MINUTES = b"minutes of a meeting" * 300


def test_a_home_is_made_once_and_its_settings_are_kept(bare: Office) -> None:
    bare.done("init")
    settings = bare.home / "newsroom.toml"
    settings.write_text("TITLE = 'Press office of Velmora'\n", encoding="utf-8")
    assert "kept as it was" in bare.done("init")
    assert settings.read_text(encoding="utf-8") == "TITLE = 'Press office of Velmora'\n"


@pytest.mark.parametrize("words", [("releases",), ("init",), ("serve",)], ids=" ".join)
def test_a_home_below_a_file_is_refused_by_name(bare: Office, words: tuple[str, ...]) -> None:
    bare.home.write_text("a file")
    inside = str(bare.home / "deeper")
    assert inside in bare.refused("--home", inside, *words)


@pytest.mark.parametrize("words", [("releases",), ("init",), ("publish", "1")], ids=" ".join)
def test_a_database_of_another_kind_is_refused_by_name_and_left_alone(
    bare: Office, words: tuple[str, ...]
) -> None:
    database = bare.home / "newsroom.db"
    bare.home.mkdir()
    database.write_bytes(MINUTES)
    assert str(database) in bare.refused(*words)
    assert database.read_bytes() == MINUTES


def test_every_wrong_setting_is_named_at_once(office: Office) -> None:
    office.settings |= {"ZONE": "Mars/North", "THREADS": "none"}
    reason = office.refused("releases")
    assert "ZONE is “Mars/North”" in reason
    assert "THREADS is “none”" in reason
