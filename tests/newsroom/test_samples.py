"""Our own example releases are what typical releases are like."""

from dataclasses import replace
from itertools import cycle, islice, product

import pytest

from feeds import FORMATS
from newsroom import samples
from newsroom.wiring import Newsroom
from press.languages import parse_languages
from press.offices import said
from press.public.archive import PART_LENGTH
from press.releases.asides import beside
from press.releases.release import Reading, Release
from press.text import Origin, Text
from storage.filed import releases
from tests.conftest import NOON
from tests.newsroom.filing.test_filing import DAY, ME, at
from tests.newsroom.public.test_front import feed

# Bytes; Atom and RSS escape every sign of their content's markup.
LARGEST = {"json": 250_000, "atom": 300_000, "rss": 300_000}


def longer(release: Release) -> Text:
    """A text as much longer than the original as a translation from English is apt to be."""
    blocks = (
        replace(block, markdown=words + " " + "é" * (len(words) // 10), origin=Origin.MACHINE)
        for block in release.original.blocks
        for words in [block.markdown]
    )
    return Text("fr", tuple(blocks))


@pytest.mark.promise(34)
def test_a_feed_of_fifty_typical_releases_is_light(newsroom: Newsroom) -> None:
    site = newsroom.settings.site
    filings = [filing for one in samples.every(site) for filing in one.reading.filings]
    fifty = [
        replace(filing, embargo=at(NOON - n * DAY), not_yet=())
        for n, filing in enumerate(islice(cycle(filings), PART_LENGTH))
    ]
    newsroom.releases.file(Reading(tuple(fifty)), ME, NOON)
    with newsroom.storage.write() as db:
        for release in [one for one in releases.every(db) if one.source != "fr"]:
            releases.save_text(db, release.id, longer(release), NOON)
    edition = newsroom.front.edition(feed(newsroom, "fr"), NOON)
    assert {entry.text.language for entry in edition.entries} == {"fr"}
    assert len(edition.entries) == PART_LENGTH
    sizes = {name: len(form.render(edition, site)) for name, form in FORMATS.items()}
    assert {name: size for name, size in sizes.items() if size >= LARGEST[name]} == {}


def test_whoever_speaks_in_the_samples_is_called_something_in_every_language(
    newsroom: Newsroom,
) -> None:
    site = newsroom.settings.site
    terms = samples.glossary(site.languages)
    assert {term.target for term in terms} == set(site.languages.codes)
    told = samples.read(samples.EMBARGOED, site), *samples.every(site)
    filings = [filing for one in told for filing in one.reading.filings if filing.language]
    for filing, code in product(filings, site.languages.codes):
        own = {
            t.term: t.translation for t in terms if (t.source, t.target) == (filing.language, code)
        }
        for block in (
            beside("", filing.issuer, filing.contacts, ()) if code != filing.language else ()
        ):
            assert said(block.markdown, (str(filing.language), code), own.get), block


def test_a_newsroom_of_fewer_languages_takes_its_part_of_the_glossary() -> None:
    terms = samples.glossary(parse_languages("en,fr"))
    assert {(term.source, term.target) for term in terms} == {("en", "fr"), ("fr", "en")}


def test_nothing_but_its_own_embargo_holds_a_sample_back(newsroom: Newsroom) -> None:
    readings = [one.reading for one in samples.every(newsroom.settings.site)]
    held = [filing for reading in readings for filing in reading.filings if filing.not_yet]
    assert [one.embargo is not None for filing in held for one in filing.not_yet] == [True]


def test_every_picture_of_the_samples_is_described_in_every_language(newsroom: Newsroom) -> None:
    site = newsroom.settings.site
    pictured = [one.picture for one in samples.every(site) if one.picture]
    kept = set((samples.FOLDER / "pictures").iterdir())
    last = samples.read(samples.EMBARGOED, site).picture
    assert last
    assert {one.path for one in (last, *pictured)} == kept
    for one in (last, *pictured):
        assert one.words.keys() == set(site.languages.codes)
        assert all(words.alt and words.credit for words in one.words.values())


def test_the_newsroom_of_the_samples_says_whose_it_is_in_every_language() -> None:
    site = parse_languages("en,fr,nl,de")
    assert samples.TAGLINES.keys() == set(site.codes)
    pages = [path.name.split(".")[:2] for path in samples.standing(site)]
    assert sorted(pages) == [
        [name, code] for name in ("about", "accessibility") for code in sorted(site.codes)
    ]
    assert [path.name for path in samples.standing(parse_languages("fr"))] == [
        "about.fr.md",
        "accessibility.fr.md",
    ]
