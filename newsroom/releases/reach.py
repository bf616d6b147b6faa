"""How far an act on a release goes: in how many feeds, and in which languages."""

from dataclasses import dataclass

from feeds import FORMATS
from press.public.site import Fallback, Site
from press.releases.release import Release


@dataclass(frozen=True, slots=True)
class Reach:
    """Where the public finds a release, or will.

    Args:
        feeds: how many: of its topics and of everything, in each language and format.
        own: codes of the languages with words of their own that may go out.
        others: codes of those without.
        stands_in: whether the others show the original.
    """

    feeds: int
    own: tuple[str, ...]
    others: tuple[str, ...]
    stands_in: bool

    def __str__(self) -> str:
        count = len(self.own) + (len(self.others) if self.stands_in else 0)
        feeds = f"{self.feeds} feed{'' if self.feeds == 1 else 's'}"
        languages = f"{count} language{'' if count == 1 else 's'}"
        return f"{feeds} in {languages} ({', '.join(self.own)}{self._others()})"

    def _others(self) -> str:
        if not self.others:
            return ""
        *first, last = self.others
        named = f"{', '.join(first)} and {last}" if first else last
        if not self.stands_in:
            return f"; not in {named}"
        return f"; {named} {'show' if first else 'shows'} the original"


def reach_of(site: Site, release: Release) -> Reach:
    """Where the public finds a release, or will once it is out."""
    ready = release.texts.keys() - release.waiting
    codes = tuple(site.languages.codes)
    own = tuple(code for code in codes if code in ready)
    others = tuple(code for code in codes if code not in ready)
    stands_in = site.fallback is Fallback.ORIGINAL
    count = len(codes) if stands_in else len(own)
    return Reach(feeds_of(len(release.topics) + 1, count), own, others, stands_in)


def feeds_of(topics: int, languages: int) -> int:
    """How many feeds so many topics have in so many languages."""
    return topics * languages * len(FORMATS)
