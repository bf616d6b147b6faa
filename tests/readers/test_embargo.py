"""Readers that polled before an embargo's minute, and poll again when it has come."""

import time

import pytest

from tests.readers.followers import SUBSCRIBERS, Subscriber, common_sight, skip_without
from tests.readers.office import now
from tests.readers.views import promised
from tests.readers.waiting import LANGUAGES, TOPIC, Waiting

pytestmark = pytest.mark.waits


@pytest.mark.parametrize("kind", SUBSCRIBERS, ids=lambda kind: kind.name)
def test_a_reader_gets_a_release_at_its_minute_and_nothing_else_anew(
    kind: type[Subscriber], waiting: Waiting
) -> None:
    skip_without(kind)
    reader, office = waiting.readers[kind], waiting.office
    assert len(waiting.told[kind]) == len(LANGUAGES)
    assert not any("minute" in item.title for item in reader.items())
    time.sleep(max(0.0, (waiting.minute - now()).total_seconds()))
    reader.poll(*waiting.addresses(kind))
    site = office.newsroom.settings.site
    shown = [promised(office.edition(code, TOPIC), site).items for code in LANGUAGES]
    assert reader.news() == {items[0].id for items in shown}
    sight = common_sight(kind)
    assert set(reader.items()) == {sight.of_item(item) for items in shown for item in items}
