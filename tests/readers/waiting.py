"""Readers of every kind that follow a topic before a release in it is out."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

from press.release import Release
from tests.readers.followers import SUBSCRIBERS, Subscriber, is_here
from tests.readers.office import Office

LANGUAGES = ("en", "fr", "nl")


@dataclass(frozen=True)
class Waiting:
    """Who waits for what.

    Args:
        office: where.
        release: what for.
        minute: until when, UTC.
        readers: who, by kind; those whose programs are here.
        told: what each was told before the minute.
    """

    office: Office
    release: Release
    minute: datetime
    readers: dict[type[Subscriber], Subscriber] = field(default_factory=dict)
    told: dict[type[Subscriber], set[str]] = field(default_factory=dict)

    def addresses(self, kind: type[Subscriber]) -> list[str]:
        asked = product(LANGUAGES, ("rivers",), kind.sights)
        return [self.office.address(*parts) for parts in asked]


def wait_for_minute(office: Office, minute: datetime, folder: Path) -> Waiting:
    """File a release under embargo and let every reader poll often enough to be conditional."""
    office.file("Known before", minute.replace(year=minute.year - 1, day=1), "rivers")
    release = office.file("At its minute", minute, "rivers")
    office.translate(release, "fr", "À la minute")
    waiting = Waiting(office, release, minute)
    for kind in filter(is_here, SUBSCRIBERS):
        place = folder / kind.name
        place.mkdir()
        waiting.readers[kind] = reader = kind(place)
        for _ in range(3):
            reader.poll(*waiting.addresses(kind))
        waiting.told[kind] = reader.news()
    assert datetime.now(UTC) < minute, "this machine is too slow: the minute came first"
    return waiting
