"""What somebody who follows topics wants to be told, and in which language they are."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from press.topic import ALL


class Frequency(StrEnum):
    """When somebody is told."""

    INSTANT = "instant"
    DAILY = "daily"
    WEEKLY = "weekly"


class Wanted(StrEnum):
    """Whose words somebody wants to be sent."""

    ALL = "all"  # a machine's too, marked
    OFFICIAL = "official"  # only those that a person wrote or read
    AGAIN = "again"  # a machine's too, and once more when a person has read them


@dataclass(frozen=True, slots=True)
class Wishes:
    """What somebody wants to be told.

    Args:
        topics: slugs; `all` is every release.
        languages: codes, the dearest first; one at least.
        frequency: when.
        texts: whose words.
        zone: IANA name of the zone whose days and weeks digests are cut at.
    """

    topics: tuple[str, ...]
    languages: tuple[str, ...]
    frequency: Frequency = Frequency.INSTANT
    texts: Wanted = Wanted.ALL
    zone: str = "Europe/Brussels"

    def follows(self, topics: Collection[str]) -> bool:
        """Whether a release about these topics is one of theirs."""
        return ALL in self.topics or any(topic in topics for topic in self.topics)


@dataclass(frozen=True, slots=True)
class PublicWords:
    """In which languages the public may read a release in words of its own.

    Args:
        original: code of the language it was written in.
        official: codes of those that a person wrote or read whole, the original's among them.
        machine: codes of those in which a machine had a hand.
    """

    original: str
    official: frozenset[str]
    machine: frozenset[str] = frozenset()

    @property
    def codes(self) -> frozenset[str]:
        """Every language there is."""
        return self.official | self.machine


def language_for(wishes: Wishes, words: PublicWords) -> str | None:
    """In which language somebody is told of a release.

    Args:
        wishes: theirs.
        words: there are.

    Returns:
        the dearest of their languages that has words they want; where there is none, the original
        for those who take what there is, and None for those who wait for a person.
    """
    is_official = wishes.texts is Wanted.OFFICIAL
    there = words.official if is_official else words.codes
    chosen = next((code for code in wishes.languages if code in there), None)
    return chosen if chosen or is_official else words.original
