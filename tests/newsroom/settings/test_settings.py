"""Settings: read from three places, refused all at once."""

import tomllib
from pathlib import Path

import pytest

from newsroom.settings import SETTINGS, Setting, load_settings, settings_file, unknown_variables
from newsroom.wiring import open_newsroom
from press.errors import SettingsRefused
from press.public.site import Fallback
from tests.conftest import NOON


def test_the_environment_wins_over_the_file_and_the_file_over_the_default(tmp_path: Path) -> None:
    (tmp_path / "newsroom.toml").write_text("TITLE = 'From the file'\nZONE = 'Europe/Paris'\n")
    site = load_settings({"NEWSROOM_TITLE": "From the environment"}, tmp_path).site
    assert (site.title, site.zone) == ("From the environment", "Europe/Paris")
    assert site.fallback is Fallback.ORIGINAL


@pytest.mark.parametrize(
    ("zone", "country", "known"),
    [
        ("Europe/Brussels", "", "BE"),
        ("Europe/Amsterdam", "", "NL"),
        ("Europe/Brussels", "LU", "LU"),
        ("UTC", "", ""),
    ],
)
def test_numbers_are_of_the_country_that_is_set_or_of_that_of_the_zone(
    tmp_path: Path, zone: str, country: str, known: str
) -> None:
    environment = {"NEWSROOM_ZONE": zone, "NEWSROOM_COUNTRY": country}
    assert load_settings(environment, tmp_path).site.country == known


@pytest.mark.parametrize("country", ["Belgium", "be", "ZZ", "B"])
def test_a_country_that_is_none_is_refused(tmp_path: Path, country: str) -> None:
    with pytest.raises(SettingsRefused, match="COUNTRY"):
        load_settings({"NEWSROOM_COUNTRY": country}, tmp_path)


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


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("TITEL", "TITEL (is TITLE meant?)"),
        ("title", "title (is TITLE meant?)"),
        ("NEWSROOM_ZONE", "NEWSROOM_ZONE (is ZONE meant?)"),
        ("LANGUAGE", "LANGUAGE (is LANGUAGES meant?)"),
        ("XYZZY", "XYZZY"),
    ],
)
def test_a_mistyped_name_in_the_file_is_refused_with_the_nearest(
    tmp_path: Path, name: str, meant: str
) -> None:
    (tmp_path / "newsroom.toml").write_text(f"{name} = 'x'\n")
    with pytest.raises(SettingsRefused) as refused:
        load_settings({}, tmp_path)
    assert str(refused.value) == f"newsroom.toml: there is no setting {meant}"


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ("english", "english: no language tag; a tag is such as en or fr-BE (BCP 47)"),
        (",", "it names no language; a tag is such as en or fr-BE (BCP 47)"),
        ("nl-BE,nl-NL", "a language is named twice"),
    ],
)
def test_languages_that_are_none_are_named_once(tmp_path: Path, value: str, says: str) -> None:
    with pytest.raises(SettingsRefused) as refused:
        load_settings({"NEWSROOM_LANGUAGES": value}, tmp_path)
    assert str(refused.value) == f"LANGUAGES is “{value}”: {says}"


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


def test_a_secret_that_is_refused_is_not_repeated(tmp_path: Path) -> None:
    for secret in ("hunter2", "hunter2 hunter2 hunter2", "hünter2hünter2hünter2"):
        with pytest.raises(SettingsRefused) as refused:
            load_settings({"NEWSROOM_METRICS_TOKEN": secret}, tmp_path)
        assert str(refused.value) == (
            "METRICS_TOKEN: it is not 16 or more letters, digits and signs"
        )
        (tmp_path / "newsroom.toml").write_text(f"METRICS_TOKEN = '{secret}'", encoding="utf-8")
        with pytest.raises(SettingsRefused) as refused:
            load_settings({}, tmp_path)
        assert "nter2" not in str(refused.value)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_what_is_called_a_token_a_key_or_a_password_is_a_secret(setting: Setting) -> None:
    words = {"TOKEN", "KEY", "PASSWORD", "SECRET"}
    assert setting.is_secret == bool(words & set(setting.name.split("_")))


def test_variables_that_mean_nothing_are_named_with_what_was_meant() -> None:
    environment = {f"NEWSROOM_{name}": "x" for name in ("BASEURL", "TITEL", "HOME", "XYZZY")}
    assert unknown_variables({**environment, "NEWSROOM_ZONE": "UTC", "PATH": "/bin"}) == [
        ("NEWSROOM_BASEURL", "NEWSROOM_BASE_URL"),
        ("NEWSROOM_TITEL", "NEWSROOM_TITLE"),
        ("NEWSROOM_XYZZY", ""),
    ]


@pytest.mark.promise(112)
def test_addresses_are_spelt_as_documents_may_say_them(tmp_path: Path) -> None:
    environment = {
        "NEWSROOM_BASE_URL": "https://présse.example/",
        "NEWSROOM_LICENSE": "https://présse.example/terms?x=é#2",
    }
    site = load_settings(environment, tmp_path).site
    assert site.base_url == "https://xn--prsse-csa.example"
    assert site.license == "https://xn--prsse-csa.example/terms?x=%C3%A9#2"
    assert site.mail_domain == "xn--prsse-csa.example"


@pytest.mark.promise(112)
@pytest.mark.parametrize("name", ["BASE_URL", "LICENSE"])
@pytest.mark.parametrize(
    "address", ["https://press.example/a b", "http://0.0.0.0:8000", "http://2001:db8::1:8000"]
)
def test_an_address_that_nobody_could_follow_is_refused(
    tmp_path: Path, name: str, address: str
) -> None:
    with pytest.raises(SettingsRefused, match=name):
        load_settings({f"NEWSROOM_{name}": address}, tmp_path)
