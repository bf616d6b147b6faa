"""Every setting: its name, its default, what it means, and how it is read."""

import os.path
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from delivery.mail.account import UNSENT, MailAccount, read_bounce, read_sender, read_server
from newsroom.countries import country_of, known_countries
from newsroom.receiving.known import NOBODY, Known, read_known
from press.embargo import zone_named
from press.errors import HomeRefused, Refusal, SettingsRefused
from press.languages import parse_languages
from press.public.site import Fallback, Site
from press.public.web_address import base_address, web_address
from press.releases.readiness import BY_DEFAULT, Readiness, Starter

PREFIX = "NEWSROOM_"
# What may be set beside the settings: where the home is, and where tests find real texts.
BESIDE_SETTINGS = ("HOME", "SHARED")
FILE = "newsroom.toml"
# The last settings file without a mistake: it holds while the file has one.
LAST_GOOD = "newsroom.toml.last-good"
_AUTHORITY = re.compile(r"[a-z0-9.-]+(@[a-z0-9.-]+)?,\d{4}(-\d{2}){0,2}")


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting.

    Args:
        name: as written in the settings file; in the environment with NEWSROOM_ before it.
        default: what holds when nothing is set.
        meaning: one sentence for the settings file and docs/settings.md.
        read: turns the text into the value, or raises Refusal or ValueError.
        is_secret: whether what is set is shown to nobody, not even where it is refused.
    """

    name: str
    default: str
    meaning: str
    read: Callable[[str], Any]
    is_secret: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings as read, and the home folder that holds everything else.

    Args:
        home: folder of the database, the packages and the settings file.
        site: what documents depend on.
        models: further folders searched for translation packages.
        threads: processor threads that translating may use.
        readiness: says which words of a machine the public may read.
        metrics_token: what must be presented to see /metrics; if empty, nobody sees it.
        mail: how mail leaves.
        private_callbacks: whether programs on this machine and network may be told, too.
        receive_from: whose mails are taken for releases.
        receive_host: how our mail server names itself where it says what it found out about a
            mail's sender; empty: it says nothing.
    """

    home: Path
    site: Site
    models: tuple[Path, ...]
    threads: int
    readiness: Readiness = BY_DEFAULT
    metrics_token: str = ""
    mail: MailAccount = UNSENT
    private_callbacks: bool = False
    receive_from: Known = NOBODY
    receive_host: str = ""

    @property
    def quarantine(self) -> Path:
        """Where mails lie that were not taken for releases."""
        return self.home / "quarantine"

    @property
    def mailbox(self) -> Path:
        """Where mail is written that no server takes."""
        return self.home / "mail"

    @property
    def database(self) -> Path:
        """The database file."""
        return self.home / "newsroom.db"

    @property
    def packages(self) -> tuple[Path, ...]:
        """Where translation packages are: the home's own folder first, as the one to fill."""
        return (self.home / "packages", *self.models)


def _authority(text: str) -> str:
    if not _AUTHORITY.fullmatch(text):
        raise ValueError("it is not a domain and a date such as press.example.org,2026 (RFC 4151)")
    return text


def _country(text: str) -> str:
    if text and text not in known_countries():
        raise ValueError("it is not the code of a country such as BE (ISO 3166)")
    return text


def _license(text: str) -> str:
    return web_address(text) if text else text


def _zone(text: str) -> str:
    zone_named(text)
    return text


def _fallback(text: str) -> Fallback:
    if text not in list(Fallback):
        raise ValueError("it is neither original nor none")
    return Fallback(text)


def _folders(text: str) -> tuple[Path, ...]:
    return tuple(Path(part).expanduser() for part in text.split(os.path.pathsep) if part)


def _threads(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ValueError("it is not a number of threads, 1 or more")
    return int(text)


def _token(text: str) -> str:
    if text and (len(text) < 16 or not text.isascii() or not text.isprintable() or " " in text):
        raise ValueError("it is not 16 or more letters, digits and signs")
    return text


def _reviewed(text: str) -> frozenset[str]:
    pairs = [pair.strip().partition("=") for pair in text.split(",") if pair.strip()]
    if any(says not in {"auto", "reviewed"} for _, _, says in pairs):
        raise ValueError("it is not a list such as nl=reviewed,de=auto")
    return frozenset(code for code, _, says in pairs if says == "reviewed")


def _starter(text: str) -> Starter:
    if text not in list(Starter):
        raise ValueError("it is neither drafts, on nor off")
    return Starter(text)


def _rate(text: str) -> int:
    if not text.isdecimal():
        raise ValueError("it is not a number of letters a minute; 0 is no limit")
    return int(text)


def _switch(text: str) -> bool:
    if text not in {"on", "off"}:
        raise ValueError("it is neither on nor off")
    return text == "on"


def _host(text: str) -> str:
    if text and not re.fullmatch(r"[A-Za-z0-9._-]{1,253}", text):
        raise ValueError("it is not the name of a server such as mx.press.example.org")
    return text.lower()


def _file(text: str) -> Path | None:
    return Path(text).expanduser() if text else None


DEFAULT_BASE_URL = "http://127.0.0.1:8000"
SETTINGS = (
    Setting(
        "BASE_URL",
        DEFAULT_BASE_URL,
        "Where the public finds the newsroom; every address in every document starts with it. An"
        " international name is published as machines spell it; 0.0.0.0 is refused.",
        base_address,
    ),
    Setting("TITLE", "Newsroom", "The newsroom's name, in feeds and on pages.", str),
    Setting(
        "AUTHORITY",
        "newsroom.example,2026",
        "A domain of yours and a date on which you held it: it makes permanent identifiers yours. "
        "Set it before the first release is filed; releases keep the identifier they were given.",
        _authority,
    ),
    Setting(
        "LANGUAGES",
        "en,fr-BE,nl-BE,de-BE",
        "The languages you publish in, as BCP 47 tags; the first is the one you mostly write in.",
        parse_languages,
    ),
    Setting("ZONE", "Europe/Brussels", "The time zone of your wall clock and documents.", _zone),
    Setting(
        "COUNTRY",
        "",
        "The country whose telephone numbers you write without a prefix, as an ISO 3166 code: BE; "
        "without it, the country of ZONE.",
        _country,
    ),
    Setting(
        "FALLBACK",
        "original",
        "What a language's feed carries until its own text is ready: original (marked with its "
        "language) or none.",
        _fallback,
    ),
    Setting(
        "RIGHTS",
        "",
        "Whose the texts are, as feeds say it: © Ministry of Foreign Affairs.",
        str.strip,
    ),
    Setting("LICENSE", "", "Address of the terms under which they may be used.", _license),
    Setting(
        "REVIEW",
        "",
        "Per language whether machine text goes out, marked, unless a check speaks against it "
        "(auto, the default), or waits for an editor (reviewed): nl=reviewed,de=auto.",
        _reviewed,
    ),
    Setting(
        "STARTER",
        "drafts",
        "What becomes of the words of the small, rough model that ships, which is asked where no "
        "installed package knows a pair of languages: drafts (they wait for a person), on (public "
        "at once, marked as rough) or off (it is not asked).",
        _starter,
    ),
    Setting(
        "MODELS",
        "~/.local/share/argos-translate/packages",
        "Further folders, separated by colons, searched for translation packages, unpacked or not.",
        _folders,
    ),
    Setting("THREADS", "2", "How many processor threads translating may use.", _threads),
    Setting(
        "METRICS_TOKEN",
        "",
        "What must be presented as a Bearer token to see /metrics, 16 characters or more; without "
        "it there is no such page.",
        _token,
        is_secret=True,
    ),
    Setting(
        "MAIL_FROM",
        "",
        "Who mail is from: Press office <press@example.org>; without it newsroom@ the host of "
        "BASE_URL.",
        read_sender,
    ),
    Setting(
        "MAIL_SMTP",
        "",
        "The server that takes mail: smtp://host:port, or smtps://user@host; without it mail is "
        "written into the folder mail of the home, and nobody gets it.",
        read_server,
    ),
    Setting("MAIL_PASSWORD", "", "The password of the user there.", str, is_secret=True),
    Setting(
        "MAIL_RATE",
        "0",
        "How many mails a minute may leave; 0 is as many as the server takes.",
        _rate,
    ),
    Setting(
        "BOUNCE",
        "",
        "Where mail servers report what could not be delivered, for newsroom bounced: "
        "bounce+TOKEN@example.org; without it they report to MAIL_FROM.",
        read_bounce,
    ),
    Setting(
        "DKIM_KEY",
        "",
        "File of the private key that signs mail (RFC 6376), where the mail server does not.",
        _file,
        is_secret=True,
    ),
    Setting("DKIM_SELECTOR", "newsroom", "Under which name its public key is published.", str),
    Setting(
        "RECEIVE_FROM",
        "",
        "Whose mails newsroom receive takes for releases: press@ministry.example, "
        "@agency.example; without it nobody's.",
        read_known,
    ),
    Setting(
        "RECEIVE_HOST",
        "",
        "How your mail server names itself in the Authentication-Results it writes: "
        "mx.press.example.org; without it whoever writes a known address in From is believed.",
        _host,
    ),
    Setting(
        "PRIVATE_CALLBACKS",
        "off",
        "Whether webhooks and hub callbacks may lie on this machine or its network (on), which "
        "lets whoever subscribes reach what only it can; for trials.",
        _switch,
    ),
)


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
    known = {setting.name for setting in SETTINGS}
    mistakes += [f"{FILE}: there is no setting {name}" for name in sorted(written.keys() - known)]
    if mistakes:
        raise SettingsRefused("; ".join(mistakes))
    site = _site(values)
    return Settings(
        home,
        site,
        values["MODELS"],
        values["THREADS"],
        Readiness(values["REVIEW"], values["STARTER"]),
        metrics_token=values["METRICS_TOKEN"],
        mail=_mail(values, site),
        private_callbacks=values["PRIVATE_CALLBACKS"],
        receive_from=values["RECEIVE_FROM"],
        receive_host=values["RECEIVE_HOST"],
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
    known = [PREFIX + name for name in (*(s.name for s in SETTINGS), *BESIDE_SETTINGS)]
    unknown = sorted(n for n in environment if n.startswith(PREFIX) and n not in known)
    return [(name, next(iter(get_close_matches(name, known, 1, 0.75)), "")) for name in unknown]


def settings_file() -> str:
    """The text of a new settings file: every setting with its meaning and its default."""
    lines = ["# The newsroom's settings. NEWSROOM_… in the environment wins over this file.", ""]
    for setting in SETTINGS:
        lines += [f"# {setting.meaning}", f"# {setting.name} = '{setting.default}'", ""]
    return "\n".join(lines)


def _read_all(given: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
    values, mistakes = {}, []
    for setting in SETTINGS:
        try:
            values[setting.name] = setting.read(given[setting.name])
        except (Refusal, ValueError) as error:
            says = "" if setting.is_secret else f" is “{given[setting.name]}”"
            mistakes.append(f"{setting.name}{says}: {error}")
    return values, mistakes


def _written(text: str, path: Path) -> dict[str, str]:
    try:
        return {name: str(value) for name, value in tomllib.loads(text).items()}
    except tomllib.TOMLDecodeError as error:
        raise SettingsRefused(f"{path} is not valid TOML: {error}") from error


def default_sender(site: Site) -> str:
    """Who mail is from where nobody says it."""
    return f"{site.title} <newsroom@{site.mail_domain}>"


def _mail(values: Mapping[str, Any], site: Site) -> MailAccount:
    return MailAccount(
        sender=values["MAIL_FROM"] or default_sender(site),
        server=values["MAIL_SMTP"],
        password=values["MAIL_PASSWORD"],
        rate=values["MAIL_RATE"],
        bounce=values["BOUNCE"],
        dkim_key=values["DKIM_KEY"],
        dkim_selector=values["DKIM_SELECTOR"],
    )


def _site(values: Mapping[str, Any]) -> Site:
    return Site(
        base_url=values["BASE_URL"],
        title=values["TITLE"],
        authority=values["AUTHORITY"],
        languages=values["LANGUAGES"],
        zone=values["ZONE"],
        fallback=values["FALLBACK"],
        rights=values["RIGHTS"],
        license=values["LICENSE"],
        country=values["COUNTRY"] or country_of(values["ZONE"]),
    )
