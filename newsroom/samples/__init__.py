"""Our own example releases, for the demonstration and the tests."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import intake
from intake.documents.glossary import read as glossary_of
from press.glossary import Term
from press.languages import Languages
from press.public.site import Site
from press.releases.attachment import Words
from press.releases.release import Reading
from press.topic import Topic

FOLDER = Path(__file__).parent
EMBARGOED = "river-warnings.md"  # held until a minute that whoever files it gives
# What the samples' newsroom says of itself, in the settings' own words.
TAGLINES = {
    "en": "Press releases of the Ministry of Foreign Affairs",
    "fr": "Communiqués de presse du ministère des Affaires étrangères",
    "nl": "Persberichten van het ministerie van Buitenlandse Zaken",
    "de": "Pressemitteilungen des Außenministeriums",
}
PRESS_CONTACT = "Press office (P&I); +999 2 555 01 00; press@press.example"
# A plain press text does not say which topic it belongs to.
TOPICS = {
    "03-humanitarian-demining.txt": ("peace-and-security",),
    "04-scholarships.txt": ("development-cooperation",),
    "13-digital-consulate.txt": ("consular-affairs",),
}


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture of ours, drawn for the samples.

    Args:
        path: of the file.
        words: what is said of it, per language code.
    """

    path: Path
    words: Mapping[str, Words]


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample.

    Args:
        reading: what was read in its file.
        topics: those that the file does not name.
        picture: that goes with it.
    """

    reading: Reading
    topics: tuple[str, ...] = ()
    picture: Drawing | None = None


def topics() -> list[Topic]:
    """The topics of the samples."""
    tables = tomllib.loads((FOLDER / "topics.toml").read_text(encoding="utf-8"))
    return [Topic(slug, **fields) for slug, fields in tables.items()]


def glossary(languages: Languages) -> list[Term]:
    """What whoever speaks in the samples, and services of ours, are called officially."""
    head, *lines = (FOLDER / "glossary.csv").read_text(encoding="utf-8").splitlines()
    known = [line for line in lines if set(line.split(",")[:2]) <= set(languages.codes)]
    return glossary_of("\n".join([head, *known]).encode(), languages)


def standing(languages: Languages) -> list[Path]:
    """The pages of every footer."""
    pages = sorted((FOLDER / "standing").iterdir())
    return [page for page in pages if page.suffixes[0].removeprefix(".") in languages.codes]


def every(site: Site) -> Iterator[Sample]:
    """Every sample but the embargoed one."""
    for path in sorted(FOLDER.glob("[0-9]*")):
        yield read(path.name, site)


def read(name: str, site: Site) -> Sample:
    """One sample."""
    data = (FOLDER / name).read_bytes()
    reading = intake.read(name, data, zone=site.zone, language=site.languages.default.code)
    return Sample(reading, TOPICS.get(name, ()), _pictures().get(name))


def _pictures() -> dict[str, Drawing]:
    """The pictures by the names of the samples they go with."""
    tables = tomllib.loads((FOLDER / "pictures.toml").read_text(encoding="utf-8"))
    return {
        name: Drawing(
            FOLDER / "pictures" / table["file"],
            {code: Words(alt, table["credit"][code]) for code, alt in table["alt"].items()},
        )
        for name, table in tables.items()
    }
