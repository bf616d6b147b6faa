"""Settings of where the newsroom is found, what it is called and what it publishes in."""

import re
from collections.abc import Mapping
from typing import Any

from newsroom.countries import country_of, known_countries
from newsroom.settings.identity import identity_of
from newsroom.settings.setting import Setting
from press.embargo import zone_named
from press.languages import parse_languages
from press.public.site import Fallback, Site
from press.public.web_address import base_address, web_address
from press.text import clean

DEFAULT_BASE_URL = "http://127.0.0.1:8000"
_AUTHORITY = re.compile(r"[a-z0-9.-]+(@[a-z0-9.-]+)?,\d{4}(-\d{2}){0,2}")


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


NAMING = (
    Setting(
        "BASE_URL",
        DEFAULT_BASE_URL,
        "Where the public finds the newsroom; every address in every document starts with it. An"
        " international name is published as machines spell it; 0.0.0.0 is refused.",
        base_address,
    ),
    Setting("TITLE", "Newsroom", "The newsroom's name, in feeds and on pages.", clean),
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
        lambda text: clean(text).strip(),
    ),
    Setting("LICENSE", "", "Address of the terms under which they may be used.", _license),
)


def site_of(values: Mapping[str, Any]) -> Site:
    """What documents depend on."""
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
        identity=identity_of(values),
    )
