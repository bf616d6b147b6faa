"""Feed readers as people use them: each follows addresses, and shows what it holds."""

import shutil
from pathlib import Path
from typing import ClassVar, Protocol

import pytest

from tests.readers.libraries import Feedparser, Reader
from tests.readers.plain import Plain
from tests.readers.programs import Newsboat, Sfeed
from tests.readers.views import Channel, Item, Sight


class Follower(Protocol):
    """Something that reads feeds.

    Args:
        folder: where it may keep things.
    """

    name: ClassVar[str]
    # What must be installed beside Python, if anything.
    needs: ClassVar[str | None]
    # What it shows of each format that it reads.
    sights: ClassVar[dict[str, Sight]]

    def __init__(self, folder: Path) -> None: ...

    def poll(self, *addresses: str) -> None:
        """Follow these addresses and fetch them all once; raise if one cannot be read."""

    def channel(self, address: str) -> Channel:
        """What it shows of the feed at an address."""


class Subscriber(Follower, Protocol):
    """A reader that a person leaves running: it remembers what it was sent."""

    def items(self) -> list[Item]:
        """Everything it holds of all feeds, what it holds alike twice only once."""

    def news(self) -> set[str]:
        """Identifiers of what it tells its user is new, since it was last asked."""


def is_here(kind: type[Follower]) -> bool:
    """Whether this machine has what it needs."""
    return kind.needs is None or shutil.which(kind.needs) is not None


def skip_without(kind: type[Follower]) -> None:
    """Skip a test, and say for want of what."""
    if not is_here(kind):
        pytest.skip(f"{kind.needs} is not installed on this machine")


def common_sight(kind: type[Follower]) -> Sight:
    """What a reader shows in every format that it reads."""
    sights = kind.sights.values()
    language = all(sight.language for sight in sights)
    return Sight(language=language, files=min(sight.files for sight in sights))


FOLLOWERS: tuple[type[Follower], ...] = (Feedparser, Reader, Newsboat, Sfeed, Plain)
SUBSCRIBERS: tuple[type[Subscriber], ...] = (Feedparser, Reader, Newsboat)
READINGS = [(follower, extension) for follower in FOLLOWERS for extension in follower.sights]
READING_NAMES = [f"{follower.name}-{extension}" for follower, extension in READINGS]
SUBSCRIPTIONS = [(kind, extension) for kind in SUBSCRIBERS for extension in kind.sights]
SUBSCRIPTION_NAMES = [f"{kind.name}-{extension}" for kind, extension in SUBSCRIPTIONS]
