"""Our own example releases are what typical releases are like."""

from dataclasses import replace
from itertools import cycle, islice

import pytest

from feeds import FORMATS
from newsroom import Newsroom, samples
from press.archive import PART_LENGTH
from press.release import Reading
from tests.conftest import NOON
from tests.newsroom.test_desk import DAY, ME, at
from tests.newsroom.test_front import feed

LARGEST = 250_000  # bytes


@pytest.mark.promise(34)
@pytest.mark.parametrize("code", ["en", "fr"])
def test_a_feed_of_fifty_typical_releases_is_light(newsroom: Newsroom, code: str) -> None:
    site = newsroom.settings.site
    filings = [filing for reading, _ in samples.readings(site) for filing in reading.filings]
    fifty = [
        replace(filing, embargo=at(NOON - n * DAY))
        for n, filing in enumerate(islice(cycle(filings), PART_LENGTH))
    ]
    newsroom.desk.file(Reading(tuple(fifty)), ME, NOON)
    edition = newsroom.front.edition(feed(newsroom, code), NOON)
    assert len(edition.entries) == PART_LENGTH
    sizes = {name: len(form.render(edition, site)) for name, form in FORMATS.items()}
    assert max(sizes.values()) < LARGEST, sizes
