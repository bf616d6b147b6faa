"""From a feed, a reader opens the right page, in the language it follows."""

from pathlib import Path

import pytest

from press.topic import ALL
from tests.readers.followers import READING_NAMES, READINGS, Follower, skip_without
from tests.readers.office import Office
from tests.readers.views import Channel, promised

pytestmark = pytest.mark.waits

LANGUAGES = ("en", "fr", "nl", "de")
TOPICS = (ALL, "peace-and-security", "consular-affairs", "climate-and-energy")


def promises(office: Office, topic: str) -> dict[str, Channel]:
    site = office.newsroom.settings.site
    return {code: promised(office.edition(code, topic), site) for code in LANGUAGES}


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize(("kind", "extension"), READINGS, ids=READING_NAMES)
def test_a_reader_shows_every_language_as_it_is(
    kind: type[Follower], extension: str, topic: str, live: Office, folder: Path
) -> None:
    skip_without(kind)
    follower = kind(folder)
    addresses = {code: live.address(code, topic, extension) for code in LANGUAGES}
    expected: dict[str, Channel] = {}
    # Once, unless a minute came between that brought something out.
    while expected != (expected := promises(live, topic)):
        follower.poll(*addresses.values())
    for code, address in addresses.items():
        assert follower.channel(address) == kind.sights[extension].of(expected[code])
    links = [item.link for channel in expected.values() for item in channel.items]
    assert len(links) == len(set(links)) >= len(LANGUAGES)


@pytest.mark.parametrize(("kind", "extension"), READINGS, ids=READING_NAMES)
def test_a_page_that_a_reader_opens_is_there_in_its_language(
    kind: type[Follower], extension: str, live: Office, folder: Path
) -> None:
    skip_without(kind)
    follower = kind(folder)
    address = live.address("fr", "consular-affairs", extension)
    follower.poll(address)
    channel = follower.channel(address)
    opened = [channel.link, *(item.link for item in channel.items)]
    for link in filter(None, opened):
        status, headers, _ = live.server.get(link.removeprefix(live.edge.base_url))
        assert (status, headers["content-language"]) == (200, "fr-BE")
