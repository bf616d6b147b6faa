"""What became of a demonstration: feed by feed, and a line for each language."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from newsroom.proofs.surfaces import Surface
from press.languages import Language
from press.releases.release import Release
from press.text import Origin
from press.topic import ALL

PAGES = ("home", "page", "release")


@dataclass(frozen=True, slots=True)
class FeedResult:
    """One feed as it was served.

    Args:
        surface: its address.
        entries: how many it had.
        faults: what is wrong with it.
        size: bytes.
    """

    surface: Surface
    entries: int
    faults: list[str]
    size: int


@dataclass(frozen=True, slots=True)
class LanguageResult:
    """What was served in one language.

    Args:
        language: which.
        pages: how many pages showed the release at its minute.
        feeds: how many feeds there are.
        valid: how many of them are valid.
        entries: how many releases the feed of everything has.
        slowest: when the last of its addresses showed the release, after its minute.
        words: whose words the releases are in, and in how many.
    """

    language: Language
    pages: int
    feeds: int
    valid: int
    entries: int
    slowest: timedelta
    words: Mapping[str, int]


def by_language(
    languages: Iterable[Language],
    first: Mapping[Surface, timedelta],
    feeds: Sequence[FeedResult],
    releases: Sequence[Release],
) -> Iterator[LanguageResult]:
    """A line for each language.

    Args:
        languages: the newsroom's.
        first: when each address first showed the embargoed release, after its minute.
        feeds: all of them.
        releases: all of them.
    """
    for language in languages:
        code = language.code
        own = [one for one in feeds if one.surface.language == code]
        shown = {surface: at for surface, at in first.items() if surface.language == code}
        yield LanguageResult(
            language,
            pages=sum(surface.kind in PAGES for surface in shown),
            feeds=len(own),
            valid=sum(not one.faults for one in own),
            entries=max((one.entries for one in own if one.surface.topic == ALL), default=0),
            slowest=max(shown.values()),
            words=dict(Counter(whose(release, code) for release in releases).most_common()),
        )


def whose(release: Release, code: str) -> str:
    """Whose words the public reads of a release in a language."""
    text = release.texts.get(code)
    if code == release.source:
        return "own"
    if text is None or code in release.waiting:
        return "untranslated"
    if text.origin is not Origin.MACHINE:
        return "editor"
    return "rough" if text.is_rough else "machine"
