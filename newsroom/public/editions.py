"""What is out, as feeds, their archives and lists: editions and pages of one instant."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from newsroom.public.archives import Archives
from newsroom.public.asked import PAGE_LENGTH, listing_of, topic_of
from newsroom.public.seasons import years
from press.embargo import minute_of
from press.errors import NotPublic
from press.public.archive import PART_LENGTH, Part
from press.public.edition import Edition, Entry, Feed, Page, PlaceInFeed, Withdrawal, digest_of
from press.public.site import Site
from press.topic import Topic
from storage import Database, Storage, public, topics
from storage.public import ALWAYS, Listing, Period


class Editions:
    """Makes editions and pages of what is out.

    Args:
        storage: where everything is kept.
        site: the newsroom's names and addresses.
    """

    def __init__(self, storage: Storage, site: Site) -> None:
        self._storage = storage
        self.site = site
        # The three formats of a feed are mostly asked for together.
        self._last: tuple[object, Edition] | None = None

    def newest(self, feed: Feed, now: datetime) -> Edition:
        """One feed at an instant.

        Raises:
            NotPublic: there is no such topic, or none that is public.
        """
        # What the public may see changes at a whole minute or with the generation, no sooner.
        asked = feed, minute_of(now), self._storage.generation()
        if (last := self._last) and last[0] == asked:
            return last[1]
        with self._storage.read() as db:
            edition = self._newest(db, feed, now)
            is_settled = public.is_settled(db, now)
        if is_settled:
            self._last = asked, edition
        return edition

    def _newest(self, db: Database, feed: Feed, now: datetime) -> Edition:
        topic = topic_of(db, self.site, feed.topic, now)
        listing = listing_of(self.site, feed, now)
        archives = self._archives(db, listing, topic)
        is_closed = topic.retired_at is not None  # its last word is all it still says itself
        entries = tuple([] if is_closed else public.newest(db, listing, PART_LENGTH))
        has_more = is_closed or public.reaches(db, listing, PART_LENGTH)
        older = archives.newest() if has_more else None
        oldest = entries[-1].published if has_more and entries else None
        taken = tuple(public.withdrawn(db, listing, Period(oldest), PART_LENGTH))
        last = public.withdrawn(db, listing, ALWAYS, 1)
        declared = _latest(topics.changed_at(db, topic.slug), public.lost(db, listing))
        changed = _changed(topic, declared, entries, [*taken, *last])
        rest = archives.rest(entries) if older and entries else None
        place = PlaceInFeed(None, older, None, not older, rest)
        return self._named(Edition(feed, topic, entries, changed, "", place, taken, declared))

    def archive(self, feed: Feed, part: Part, now: datetime) -> Edition:
        """Older entries of a feed (RFC 5005, 4).

        Raises:
            NotPublic: there is no such topic or archive.
        """
        with self._storage.read() as db:
            topic = topic_of(db, self.site, feed.topic, now)
            listing = listing_of(self.site, feed, now)
            archives = self._archives(db, listing, topic)
            place, span = archives.place(part), archives.span(part)
            if place is None:
                raise NotPublic
            skip = (part.number - 1) * PART_LENGTH
            entries = tuple(reversed(public.between(db, listing, span, part.length, skip)))
            taken = tuple(public.withdrawn(db, listing, span, PART_LENGTH))
            declared = _latest(topics.changed_at(db, topic.slug), public.lost(db, listing))
        changed = _changed(topic, declared, entries, taken)
        return self._named(Edition(feed, topic, entries, changed, "", place, taken, declared))

    def page(self, feed: Feed, number: int, now: datetime) -> Page:
        """One page of the list of a topic's releases.

        Raises:
            NotPublic: there is no such topic or page.
        """
        if number < 1:
            raise NotPublic
        skip = (number - 1) * PAGE_LENGTH
        with self._storage.read() as db:
            topic = topic_of(db, self.site, feed.topic, now)
            listing = listing_of(self.site, feed, now)
            if skip and not public.reaches(db, listing, skip):
                raise NotPublic
            entries = tuple(public.newest(db, listing, PAGE_LENGTH, skip))
            is_last = not public.reaches(db, listing, skip + PAGE_LENGTH)
            of_years = years(db, self.site, listing)
        digests = [entry.digest for entry in entries]
        digest = digest_of(self.site, feed, topic, digests, number, is_last, of_years)
        return Page(feed, topic, entries, number, is_last, of_years, digest)

    def _archives(self, db: Database, listing: Listing, topic: Topic) -> Archives:
        return Archives(db, listing, self.site.zone, topic.retired_at is not None)

    def _named(self, one: Edition) -> Edition:
        """An edition with the digest of all it depends on."""
        digests = [entry.digest for entry in one.entries]
        taken = list(one.withdrawn)
        # Its picture stands in no feed.
        topic = replace(one.topic, picture=None, alts={}, credit="", credits={})
        digest = digest_of(self.site, one.feed, topic, one.changed, digests, one.place, taken)
        return replace(one, digest=digest)


def _latest(*moments: datetime | None) -> datetime | None:
    return max(filter(None, moments), default=None)


def _changed(
    topic: Topic,
    declared: datetime | None,
    entries: tuple[Entry, ...],
    taken: Iterable[Withdrawal],
) -> datetime:
    """When the feed's public content last changed; it can only move forward."""
    moments = [entry.changed for entry in entries]
    moments += filter(None, (declared, topic.retired_at))
    moments += [max(one.at, one.changed or one.at) for one in taken]
    return max(moments).replace(microsecond=0)
