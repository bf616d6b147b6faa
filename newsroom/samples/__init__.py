"""Our own example releases, for the demonstration and the tests."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import intake
from intake.documents.glossary import read as glossary_of
from press.glossary import Term
from press.languages import Languages
from press.public.site import Site
from press.releases.release import Reading
from press.topic import Topic

FOLDER = Path(__file__).parent
EMBARGOED = "river-warnings.md"  # held until a minute that whoever files it gives
# A plain press text does not say which topic it belongs to.
TOPICS = {
    "03-humanitarian-demining.txt": ("peace-and-security",),
    "04-scholarships.txt": ("development-cooperation",),
    "13-digital-consulate.txt": ("consular-affairs",),
}


def topics() -> list[Topic]:
    """The topics of the samples."""
    tables = tomllib.loads((FOLDER / "topics.toml").read_text(encoding="utf-8"))
    return [Topic(slug, **fields) for slug, fields in tables.items()]


def glossary(languages: Languages) -> list[Term]:
    """What whoever speaks in the samples, and services of ours, are called officially."""
    head, *lines = (FOLDER / "glossary.csv").read_text(encoding="utf-8").splitlines()
    known = [line for line in lines if set(line.split(",")[:2]) <= set(languages.codes)]
    return glossary_of("\n".join([head, *known]).encode(), languages)


def readings(site: Site) -> Iterator[tuple[Reading, tuple[str, ...]]]:
    """Every sample but the embargoed one, with the topics its file does not name."""
    for path in sorted(FOLDER.glob("[0-9]*")):
        yield read(path.name, site), TOPICS.get(path.name, ())


def read(name: str, site: Site) -> Reading:
    """One sample."""
    data = (FOLDER / name).read_bytes()
    return intake.read(name, data, zone=site.zone, language=site.languages.default.code)
