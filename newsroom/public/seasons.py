"""What is out, by year and month: what the archive's pages show, and where they lead."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from newsroom.public.asked import PAGE_LENGTH, listing_of, topic_of
from press.embargo import minute_of
from press.errors import NotPublic
from press.public.calendar import Almanac, Counted, Season, SeasonPage
from press.public.edition import Feed, digest_of
from press.public.site import Site
from press.topic import ALL
from storage import Database, Storage, public
from storage.public import ALWAYS, Listing, Period


class Seasons:
    """Makes the pages of the archive; of a season in which nothing is out there is none.

    Args:
        storage: where everything is kept.
        site: the newsroom's names, and the zone whose months count.
    """

    def __init__(self, storage: Storage, site: Site) -> None:
        self._storage = storage
        self.site = site
        # The one question that looks through a whole archive: it is asked once a minute.
        self._counted: tuple[object, dict[Listing, tuple[Counted, ...]]] = None, {}

    def almanac(self, feed: Feed, now: datetime) -> Almanac:
        """The years and months of a feed.

        Raises:
            NotPublic: there is no such topic, or none that is public.
        """
        generation = self._storage.generation()
        with self._storage.read() as db:
            topic = topic_of(db, self.site, feed.topic, now)
            found = self._months(db, feed, now, generation)
        digest = digest_of(self.site, feed, topic, found)
        return Almanac(feed, topic, found[::-1], digest)

    def every(self, now: datetime) -> dict[Season, tuple[str, ...]]:
        """The years and months in which anything is out, with the codes of its languages."""
        generation, found = self._storage.generation(), dict[Season, tuple[str, ...]]()
        with self._storage.read() as db:
            for language in self.site.languages:
                counted = self._months(db, Feed(ALL, language), now, generation)
                for season in _with_years(counted):
                    found[season] = (*found.get(season, ()), language.code)
        return dict(sorted(found.items()))

    def _months(
        self, db: Database, feed: Feed, now: datetime, generation: int
    ) -> tuple[Counted, ...]:
        """The months of a feed, earliest first; where originals stand in, each language's alike.

        Args:
            db: in a read transaction.
            feed: which.
            now: UTC.
            generation: of the database, read before the transaction began.
        """
        listing, key = listing_of(self.site, feed, now), (generation, minute_of(now))
        alike = replace(listing, now=key[1], language="" if listing.fallback else listing.language)
        last = self._counted
        if last[0] != key:
            last = self._counted = key, {}
        known = last[1]
        if alike in known:
            return known[alike]
        found = tuple(months(db, self.site, listing))
        if public.is_settled(db, now):
            known[alike] = found
        return found

    def page(self, feed: Feed, season: Season, number: int, now: datetime) -> SeasonPage:
        """One page of what came out in a year or month.

        Raises:
            NotPublic: there is no such topic that is public, nothing in that season, or no such
                page of it.
        """
        span, skip = period(season, self.site), (number - 1) * PAGE_LENGTH
        with self._storage.read() as db:
            topic = topic_of(db, self.site, feed.topic, now)
            listing = listing_of(self.site, feed, now)
            entries = (
                tuple(public.newest(db, listing, PAGE_LENGTH, skip, span)) if skip >= 0 else ()
            )
            if not entries:
                raise NotPublic
            is_last = not public.reaches(db, listing, skip + PAGE_LENGTH, span)
            counted = _counted(db, self.site, listing, season.months)
            later = public.first(db, listing, Period(span.end))
            earlier = public.last(db, listing, Period(None, span.start))
            codes = self._codes(db, listing, span)
        newer, older = (self._season(one, season) for one in (later, earlier))
        page = SeasonPage(
            feed, topic, season, entries, number, is_last, counted, newer, older, codes, ""
        )
        digests = [entry.digest for entry in entries]
        return replace(page, digest=digest_of(self.site, replace(page, entries=()), digests))

    def _codes(self, db: Database, listing: Listing, span: Period) -> tuple[str, ...]:
        """The languages that have a page of a season as well."""
        codes = self.site.languages.codes
        if listing.fallback:
            return tuple(codes)
        others = (replace(listing, language=code) for code in codes)
        return tuple(one.language for one in others if public.counts(db, one, [span], 1)[0])

    def _season(self, moment: datetime | None, like: Season) -> Season | None:
        if moment is None:
            return None
        local = self.site.wall(moment)
        return Season(local.year, local.month if like.month else 0)


def _with_years(counted: Iterable[Counted]) -> dict[Season, None]:
    """Months and the years they are of, each once."""
    return dict.fromkeys(one for month, _ in counted for one in (Season(month.year), month))


def period(season: Season, site: Site) -> Period:
    """From when to when a season is."""
    return Period(season.begins(site.zone), season.ends(site.zone))


def years(db: Database, site: Site, listing: Listing) -> tuple[int, ...]:
    """The years in which something of a listing is out, latest first; none of it is counted."""
    found = _range(db, site, listing)
    spans = [period(Season(year), site) for year in found]
    kept = zip(found, public.counts(db, listing, spans, 1), strict=True)
    return tuple(year for year, has_some in reversed(list(kept)) if has_some)


def months(db: Database, site: Site, listing: Listing) -> list[Counted]:
    """The months in which something of a listing is out, with how much, earliest first."""
    every = (month for year in _range(db, site, listing) for month in Season(year).months)
    return list(_counted(db, site, listing, tuple(every)))


def _range(db: Database, site: Site, listing: Listing) -> range:
    """From the first year of a listing to its last."""
    first, last = public.first(db, listing, ALWAYS), public.last(db, listing, ALWAYS)
    return range(site.wall(first).year, site.wall(last).year + 1) if first and last else range(0)


def _counted(
    db: Database, site: Site, listing: Listing, seasons: Sequence[Season]
) -> tuple[Counted, ...]:
    numbers = public.counts(db, listing, [period(one, site) for one in seasons])
    return tuple((one, n) for one, n in zip(seasons, numbers, strict=True) if n)
