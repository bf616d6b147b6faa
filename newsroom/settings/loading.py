"""Reading the settings: from the environment, the home's file and the defaults."""

import tomllib
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from newsroom.settings.as_read import Settings
from newsroom.settings.guarding import GUARDING
from newsroom.settings.identity import IDENTITY, TOGETHER
from newsroom.settings.mailing import MAILING, account_of
from newsroom.settings.naming import NAMING, site_of
from newsroom.settings.translating import TRANSLATING
from press.errors import HomeRefused, Refusal, SettingsRefused
from press.releases.readiness import Readiness

PREFIX = "NEWSROOM_"
# What may be set beside the settings: where the home is, and where tests find real texts.
BESIDE_SETTINGS = ("HOME", "SHARED")
FILE = "newsroom.toml"
# The last settings file without a mistake: it holds while the file has one.
LAST_GOOD = "newsroom.toml.last-good"
_NEAR = 0.7  # of 1: how alike two names are of which one may be the other, mistyped
SETTINGS = (*NAMING, *IDENTITY, *TRANSLATING, *MAILING, *GUARDING)


def load_settings(environment: Mapping[str, str], home: Path) -> Settings:
    """Read the settings: the environment over the home's settings file over the defaults.

    Args:
        environment: variables, of which those starting with NEWSROOM_ count.
        home: the home folder; it need not exist.

    Raises:
        SettingsRefused: naming every mistake at once.
    """
    return read_settings(environment, home, settings_text(home / FILE) or "")


def read_settings(environment: Mapping[str, str], home: Path, text: str) -> Settings:
    """Read the settings: the environment over a settings file's text over the defaults.

    Raises:
        SettingsRefused: naming every mistake at once.
    """
    written = _written(text, home / FILE)
    given = {
        s.name: environment.get(PREFIX + s.name, written.get(s.name, s.default)) for s in SETTINGS
    }
    values, mistakes = _read_all(given)
    mistakes += _read_together(values, home)
    known = {setting.name for setting in SETTINGS}
    unknown = sorted(written.keys() - known)
    mistakes += [f"{FILE}: there is no setting {_named(name, known)}" for name in unknown]
    if mistakes:
        raise SettingsRefused("; ".join(mistakes))
    site = site_of(values)
    return Settings(
        home,
        site,
        values["MODELS"],
        values["THREADS"],
        Readiness(values["REVIEW"], values["STARTER"]),
        metrics_token=values["METRICS_TOKEN"],
        mail=account_of(values, site),
        private_callbacks=values["PRIVATE_CALLBACKS"],
        receive_from=values["RECEIVE_FROM"],
        receive_host=values["RECEIVE_HOST"],
        logo=values["LOGO"].content if values["LOGO"] else b"",
    )


def settings_text(path: Path) -> str | None:
    """What a settings file says; None if there is none.

    Raises:
        HomeRefused: it cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise HomeRefused(f"{path} cannot be read: {error}") from error


def unknown_variables(environment: Mapping[str, str]) -> list[tuple[str, str]]:
    """Variables that look like settings and are none, each with the nearest name, or ""."""
    known = [*(setting.name for setting in SETTINGS), *BESIDE_SETTINGS]
    named = sorted(name.removeprefix(PREFIX) for name in environment if name.startswith(PREFIX))
    unknown = [name for name in named if name not in known]
    nearest = [_nearest(name, known) for name in unknown]
    return [(PREFIX + n, near and PREFIX + near) for n, near in zip(unknown, nearest, strict=True)]


def settings_file() -> str:
    """The text of a new settings file: every setting with its meaning and its default."""
    lines = ["# The newsroom's settings. NEWSROOM_… in the environment wins over this file.", ""]
    for setting in SETTINGS:
        lines += [f"# {setting.meaning}", f"# {setting.name} = '{setting.default}'", ""]
    return "\n".join(lines)


def _nearest(name: str, known: Collection[str]) -> str:
    """The setting that somebody may have meant, in whatever letters; empty where none is near."""
    bare = name.upper().removeprefix(PREFIX)
    return next(iter(get_close_matches(bare, sorted(known), 1, _NEAR)), "")


def _named(name: str, known: Collection[str]) -> str:
    near = _nearest(name, known)
    return name + (f" (is {near} meant?)" if near else "")


def _read_all(given: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
    values, mistakes = {}, []
    for setting in SETTINGS:
        try:
            values[setting.name] = setting.read(given[setting.name])
        except (Refusal, ValueError) as error:
            says = "" if setting.is_secret else f" is “{given[setting.name]}”"
            mistakes.append(f"{setting.name}{says}: {error}")
    return values, mistakes


def _read_together(values: dict[str, Any], home: Path) -> list[str]:
    """Read on what takes another setting or the home; where that was refused, it is said alone."""
    mistakes = []
    for name, read in TOGETHER.items():
        try:
            values[name] = read(values, home)
        except KeyError:
            continue
        except ValueError as error:
            mistakes.append(f"{name}: {error}")
    return mistakes


def _written(text: str, path: Path) -> dict[str, str]:
    try:
        return {name: _as_text(value) for name, value in tomllib.loads(text).items()}
    except tomllib.TOMLDecodeError as error:
        raise SettingsRefused(f"{path} is not valid TOML: {error}") from error


def _as_text(value: object) -> str:
    """A value as the environment would say it; a table has something for each language."""
    if isinstance(value, dict):
        return " | ".join(f"{name}={words}" for name, words in value.items())
    return str(value)
