"""Readers of every kind that follow a topic before a release in it is out."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import product
from pathlib import Path

from press.embargo import next_minute
from tests.readers.followers import SUBSCRIBERS, Subscriber, is_here
from tests.readers.office import Office, now

LANGUAGES = ("en", "fr", "nl")
# Time at least to file a release, and for every reader to poll once, before its minute.
AHEAD = timedelta(seconds=10)

TOPIC = "rivers"


@dataclass(frozen=True)
class Waiting:
    """Who waits for what.

    Args:
        office: where.
        minute: until when, UTC.
        readers: who, by kind; those whose programs are here.
        told: what each was told before the minute.
    """

    office: Office
    minute: datetime
    readers: dict[type[Subscriber], Subscriber]
    told: dict[type[Subscriber], set[str]]

    def addresses(self, kind: type[Subscriber]) -> list[str]:
        return addresses(self.office, kind)


def addresses(office: Office, kind: type[Subscriber]) -> list[str]:
    return [office.address(*parts) for parts in product(LANGUAGES, [TOPIC], kind.sights)]


def wait_for_minute(office: Office, folder: Path) -> Waiting:
    """Let every reader poll until it asks with what it holds, and file a release meanwhile."""
    office.declare(TOPIC, en="Rivers", fr="Rivières")
    office.file("Known before", now() - timedelta(days=400), TOPIC)
    readers: dict[type[Subscriber], Subscriber] = {}
    begun = now()
    for kind in filter(is_here, SUBSCRIBERS):
        (folder / kind.name).mkdir()
        readers[kind] = kind(folder / kind.name)
        for _ in range(2):
            readers[kind].poll(*addresses(office, kind))
    # Half of what they have done is still before them, on a machine as busy as this one is.
    minute = next_minute(now() + max(AHEAD, now() - begun))
    office.translate(office.file("At its minute", minute, TOPIC), "fr", "À la minute")
    for kind, reader in readers.items():
        reader.poll(*addresses(office, kind))
    told = {kind: reader.news() for kind, reader in readers.items()}
    assert now() < minute, "this machine is too slow: the minute came first"
    return Waiting(office, minute, readers, told)
