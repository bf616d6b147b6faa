"""What the public may ask, and nothing else can be asked here."""

from datetime import datetime
from pathlib import Path

from newsroom.public.editions import Editions
from newsroom.public.searching import Searching
from newsroom.public.seasons import Seasons
from newsroom.public.standing import StandingPages
from press.embargo import minute_of
from press.errors import HomeRefused, NotPublic
from press.languages import Language
from press.public.archive import Part
from press.public.calendar import Almanac, Season, SeasonPage
from press.public.edition import Edition, Entry, Feed, Page, Withdrawal
from press.public.search import ResultPage
from press.public.site import Fallback, Site
from press.public.sitemap import Mapped, Month, News
from press.public.sought import Sought
from press.public.standing import StandingSet
from press.releases.attachment import Attachment
from press.topic import ALL, Topic
from storage import Storage, files, public, sitemap, topics


class Front:
    """The public's side of the newsroom: it answers only about what is out.

    Args:
        storage: where everything is kept.
        site: the newsroom's names and addresses.
        pages: those of every footer; without them there are none.
        logo: content of its own sign, if it has one.
    """

    def __init__(
        self,
        storage: Storage,
        site: Site,
        pages: StandingPages | None = None,
        logo: bytes = b"",
    ) -> None:
        self._storage = storage
        self._pages = pages
        self.logo = logo
        self._editions = Editions(storage, site)
        self._seasons = Seasons(storage, site)
        self._searching = Searching(storage, site)
        self.site = site
        # Every page asks, and so does every address at which there is none.
        self._topics: tuple[object, tuple[Topic, ...]] = None, ()
        self._months: tuple[object, tuple[Month, ...]] = None, ()

    def edition(self, feed: Feed, now: datetime) -> Edition:
        """One feed at an instant.

        Raises:
            NotPublic: there is no such topic, or none that is public.
        """
        return self._editions.newest(feed, now)

    def archive(self, feed: Feed, part: Part, now: datetime) -> Edition:
        """Older entries of a feed.

        Raises:
            NotPublic: there is no such topic or archive.
        """
        return self._editions.archive(feed, part, now)

    def page(self, feed: Feed, number: int, now: datetime) -> Page:
        """One page of the list of a topic's releases.

        Raises:
            NotPublic: there is no such topic or page.
        """
        return self._editions.page(feed, number, now)

    def almanac(self, feed: Feed, now: datetime) -> Almanac:
        """The years and months in which something of a topic is out.

        Raises:
            NotPublic: there is no such topic, or none that is public.
        """
        return self._seasons.almanac(feed, now)

    def season(self, feed: Feed, season: Season, number: int, now: datetime) -> SeasonPage:
        """One page of what came out in a year or month.

        Raises:
            NotPublic: there is no such topic that is public, nothing in that season, or no such
                page of it.
        """
        return self._seasons.page(feed, season, number, now)

    def search(self, sought: Sought, language: Language, number: int, now: datetime) -> ResultPage:
        """One page of what is found.

        Raises:
            NotPublic: there is no such topic that is public, or no such page.
        """
        return self._searching.page(sought, language, number, now)

    def found(self, sought: Sought, language: Language, now: datetime) -> Edition:
        """The newest of what is found, as readers follow it.

        Raises:
            NotPublic: there is no such topic that is public.
        """
        return self._searching.edition(sought, language, now)

    def entry(self, slug: str, language: Language, now: datetime) -> Entry:
        """One release in a language.

        Raises:
            NotPublic: it is unknown, not out, or has no text to show in this language.
        """
        with self._storage.read() as db:
            found = public.one(db, slug, language.code, now, fallback=self._falls_back)
        if found is None:
            raise NotPublic
        return found

    def withdrawal(self, slug: str, language: Language, now: datetime) -> Withdrawal:
        """Why a release that was out was taken back, for a language's page.

        Raises:
            NotPublic: it was not.
        """
        with self._storage.read() as db:
            found = public.withdrawal(db, slug, language.code, now)
        if found is None:
            raise NotPublic
        return found

    def file(self, token: str, name: str, now: datetime) -> tuple[Attachment, Path]:
        """One attachment or picture of a topic, and the file that holds its content.

        Raises:
            NotPublic: it is unknown, or its release is not out, or its topic not public.
        """
        with self._storage.read() as db:
            found = public.file(db, token, name, now)
        if found is None:
            raise NotPublic
        return found, files.folder_of(self._storage) / found.token

    def topics(self, now: datetime) -> tuple[Topic, ...]:
        """The topics the public may follow, by slug; a retired one is no longer offered."""
        key = self.generation(), minute_of(now)
        known = self._topics
        if known[0] == key:
            return known[1]
        with self._storage.read() as db:
            found = tuple(topic for topic in public.topics(db, now) if not topic.retired_at)
            is_settled = public.is_settled(db, now)
        if is_settled:
            self._topics = key, found
        return found

    def moved(self, slug: str, now: datetime) -> str | None:
        """What a topic is called today that the public may know and that had this name before.

        The same is asked of the former name of a secret one as of a name that nothing ever had.
        """
        with self._storage.read() as db:
            name = topics.today(db, slug)
            return name if public.topic(db, name or slug, now) else None

    def months(self, now: datetime) -> tuple[Month, ...]:
        """The months in which public releases came out, for the index of sitemaps.

        The one question that looks through the whole archive; it is asked once a minute.
        """
        key = self.generation(), minute_of(now)
        if self._months[0] != key:
            with self._storage.read() as db:
                self._months = key, tuple(sitemap.months(db, now))
        return self._months[1]

    def seasons(self, now: datetime) -> dict[Season, tuple[str, ...]]:
        """The years and months in which anything is out, each with the codes of its languages."""
        return self._seasons.every(now)

    def of_month(self, month: str, now: datetime, *, limit: int, skip: int) -> tuple[Mapped, ...]:
        """The public releases of a month, for one sitemap.

        Raises:
            NotPublic: there are none, or no more.
        """
        with self._storage.read() as db:
            found = sitemap.of_month(db, month, now, limit=limit, skip=skip)
        if not found:
            raise NotPublic
        return tuple(found)

    def news(self, now: datetime) -> tuple[News, ...]:
        """What came out within the last two days, for the news sitemap."""
        with self._storage.read() as db:
            return tuple(sitemap.news(db, self.site.languages.codes, now))

    def standing(self) -> StandingSet:
        """The pages of every footer, as they are now."""
        return self._pages.now() if self._pages else StandingSet()

    def generation(self) -> int:
        """A number that is the same only as long as nothing was written; it grows.

        Raises:
            HomeRefused: the database cannot be read.
        """
        return self._storage.generation()

    def ready(self) -> str | None:
        """Why it cannot answer, or None if it can."""
        try:
            with self._storage.read() as db:
                topics.changed_at(db, ALL)
        except HomeRefused as error:
            return str(error)
        return None

    @property
    def _falls_back(self) -> bool:
        return self.site.fallback is Fallback.ORIGINAL
