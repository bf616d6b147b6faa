"""One server for all who only read, and readers that wait there for an embargo's minute."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsroom import samples
from newsroom.filing.refiling import Instructions
from press.embargo import embargo_from, next_minute
from tests.flows.server import HOST
from tests.readers.office import WHO, Office, opened
from tests.readers.waiting import Waiting, wait_for_minute


@pytest.fixture(scope="session", autouse=True)
def _no_proxy() -> Iterator[None]:
    """Readers ask this machine itself, whatever proxy it uses for others."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("no_proxy", "NO_PROXY"):
            patch.setenv(name, HOST)
        yield


@pytest.fixture(scope="session")
def waiting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Waiting]:
    """Readers that have polled before the minute of a release; other tests fill the wait."""
    with opened(tmp_path_factory.mktemp("live")) as office:
        file_the_samples(office)
        # In the second of a change no answer bears a Last-Modified that another change could make
        # a lie: the readers begin in the next.
        time.sleep(1.5)
        yield wait_for_minute(office, tmp_path_factory.mktemp("waiting"))


@pytest.fixture
def live(waiting: Waiting) -> Office:
    """The samples, served; some in French and Dutch, and one that nobody may see for long."""
    return waiting.office


def file_the_samples(office: Office) -> None:
    now, newsroom = datetime.now(UTC), office.newsroom
    site = office.newsroom.settings.site
    for topic in samples.topics():
        newsroom.topics.declare(topic, WHO, now)
    filed = [
        one.release
        for sample in samples.every(site)
        for one in newsroom.releases.file(
            sample.reading, Instructions(WHO, topics=sample.topics, publish=True), now
        )
    ]
    for number, release in enumerate(filed):
        for code in {"fr", "nl"} - {release.source}:
            if number % 3:
                office.translate(release, code, f"{code} : « {release.original.headline} »")
    office.attach(filed[0], "Numéros utiles.pdf")
    office.attach(filed[0], "second.pdf")
    held = embargo_from(next_minute(now) + timedelta(days=400), site.zone)
    newsroom.releases.file(
        samples.read(samples.EMBARGOED, site).reading, Instructions(WHO, embargo=held), now
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """For one reader to keep its things in."""
    made = tmp_path / "reader"
    made.mkdir()
    return made
