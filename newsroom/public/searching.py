"""What the public finds by its words, as pages and feeds."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from feeds.parts.html import plain, summary_of, summing_up
from newsroom.public.asked import PAGE_LENGTH, listing_of
from press.direction import contained
from press.errors import NotPublic
from press.folding import WORD, canonical, fold
from press.languages import Language
from press.public.archive import PART_LENGTH, Part
from press.public.edition import Edition, Entry, Feed, PlaceInFeed, digest_of
from press.public.search import Hit, Pieces, ResultPage
from press.public.site import Fallback, Site
from press.public.sought import Sought
from press.topic import ALL, Topic
from storage import Database, Storage, public, topics
from storage.public import ALWAYS, Period
from storage.search.asking import AskedWords, WordsSought, question
from storage.search.finding import Within, find
from storage.search.nearest import nearest

# Nobody reads further; programs follow the feed.
MOST_PAGES = 50
# Letters of a text before what is found, and after.
_BEFORE, _AFTER = 100, 200
# Of a feed that nothing ever stood in.
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


class Searching:
    """Finds what is out, and makes pages and editions of it.

    Args:
        storage: where everything is kept.
        site: the newsroom's names and addresses.
    """

    def __init__(self, storage: Storage, site: Site) -> None:
        self._storage = storage
        self.site = site

    def page(self, sought: Sought, language: Language, number: int, now: datetime) -> ResultPage:
        """One page of what is found.

        Raises:
            NotPublic: there is no such topic that is public, or no such page.
        """
        if not 1 <= number <= MOST_PAGES:
            raise NotPublic
        skip = (number - 1) * PAGE_LENGTH
        with self._storage.read() as db:
            topic = _topic(db, sought.topic, now)
            asked = question(db, language.code, sought.words, topic.permanent if topic else "")
            numbers = find(db, asked, self._within(sought, now), skip + PAGE_LENGTH + 1)
            some = numbers[skip : skip + PAGE_LENGTH]
            marks = WordsSought(asked)
            hits = tuple(_hit(one, marks) for one in self._entries(db, some, language, now))
            suggestion = "" if numbers else self._suggestion(db, asked, sought, language, now)
            years = self._years(db, language, now)
        if skip and not hits:
            raise NotPublic
        is_last = len(numbers) <= skip + PAGE_LENGTH or number >= MOST_PAGES
        page = ResultPage(sought, language, hits, number, is_last, years, suggestion)
        digests = [hit.entry.digest for hit in hits]
        named = digest_of(self.site, sought, language, digests, number, is_last, years, suggestion)
        return replace(page, digest=named)

    def edition(self, sought: Sought, language: Language, now: datetime) -> Edition:
        """The newest of what is found, as readers follow it.

        Raises:
            NotPublic: there is no such topic that is public.
        """
        feed = Feed(sought.topic or ALL, language, sought)
        listing = listing_of(self.site, feed, now)
        with self._storage.read() as db:
            topic = _topic(db, sought.topic, now)
            asked = question(db, language.code, sought.words, topic.permanent if topic else "")
            numbers = find(db, asked, self._within(sought, now), PART_LENGTH + 1)
            entries = self._entries(db, numbers[:PART_LENGTH], language, now)
            taken = public.withdrawn(db, listing, ALWAYS, PART_LENGTH)
            declared = topics.changed_at(db, ALL)
        is_whole = len(numbers) <= PART_LENGTH
        moments = [declared or _BEGINNING, *(entry.changed for entry in entries)]
        moments += [max(one.at, one.changed or one.at) for one in taken]
        changed = max(moments).replace(microsecond=0)
        place = PlaceInFeed(is_whole=is_whole)
        edition = Edition(
            feed, topic or Topic(ALL), tuple(entries), changed, "", place, tuple(taken), declared
        )
        digests = [entry.digest for entry in entries]
        named = digest_of(self.site, feed, changed, digests, place, list(taken))
        return replace(edition, digest=named)

    def _within(self, sought: Sought, now: datetime) -> Within:
        if not sought.year:
            return Within(ALWAYS, now, self._falls_back)
        start, end = (
            Part(year, 1).begins(self.site.zone) for year in (sought.year, sought.year + 1)
        )
        return Within(Period(start, end), now, self._falls_back)

    def _entries(
        self, db: Database, numbers: Sequence[int], language: Language, now: datetime
    ) -> list[Entry]:
        return public.chosen(db, numbers, language.code, now, fallback=self._falls_back)

    def _years(self, db: Database, language: Language, now: datetime) -> tuple[int, ...]:
        """The years from the last release of the language to its first."""
        listing = listing_of(self.site, Feed(ALL, language), now)
        ends = public.last(db, listing, ALWAYS), public.first(db, listing, ALWAYS)
        last, first = (self.site.local(one).year if one else 0 for one in ends)
        return tuple(range(last, first - 1, -1)) if last else ()

    def _suggestion(
        self, db: Database, asked: AskedWords, sought: Sought, language: Language, now: datetime
    ) -> str:
        """The same question with what was mistyped mended, if something is found for that."""
        mended = nearest(db, asked)
        if not mended:
            return ""
        words = [new or old for new, old in zip(mended, sought.words.split(" "), strict=True)]
        other = question(db, language.code, " ".join(words), asked.topic)
        found = find(db, other, self._within(sought, now), 1)
        entry = next(iter(self._entries(db, found, language, now)), None)
        return _spelled(words, mended, entry) if entry else ""

    @property
    def _falls_back(self) -> bool:
        return self.site.fallback is Fallback.ORIGINAL


def _topic(db: Database, slug: str, now: datetime) -> Topic | None:
    """The topic that something is looked for in, if it is one alone."""
    topic = public.topic(db, slug, now) if slug else None
    if slug and topic is None:
        raise NotPublic
    return topic


def _spelled(words: Sequence[str], mended: Sequence[str], entry: Entry) -> str:
    """Words as the text spells them in which they were found: with accents, if it has any."""
    told = {new: new for new in mended if new}
    for block in entry.text.blocks:
        for word in WORD.findall(block.markdown):
            if (form := fold(word)) in told and told[form] == form:
                told[form] = word.lower()
    said = (told[new] if new else old for old, new in zip(words, mended, strict=True))
    return canonical(" ".join(said))


def _hit(entry: Entry, marks: WordsSought) -> Hit:
    headline = _pieces(" ".join(entry.text.headline.split()), marks)
    for block in entry.text.body:
        if marks.are_in(block.markdown):
            words = plain(block.markdown)
            if found := _excerpt(words, marks):
                return Hit(entry, headline, found, entry.language_of(block))
    block_of = summing_up(entry.text)
    code = entry.language_of(block_of) if block_of else entry.text.language
    return Hit(entry, headline, _pieces(summary_of(entry.text), marks), code)


def _excerpt(words: str, marks: WordsSought) -> Pieces:
    """Some of a text around the first word that is looked for; nothing if it has none."""
    first = next((one for one in WORD.finditer(words) if marks(one[0])), None)
    if first is None:
        return ()
    start, end = max(0, first.start() - _BEFORE), min(len(words), first.end() + _AFTER)
    if start:
        start = words.find(" ", start, first.start()) + 1 or first.start()
    if end < len(words):
        end = max(words.rfind(" ", first.end(), end), first.end())
    before, after = "… " if start else "", " …" if end < len(words) else ""
    return _pieces(f"{before}{contained(words[start:end])}{after}", marks)


def _pieces(words: str, marks: WordsSought) -> Pieces:
    return tuple(_cut(words, marks))


def _cut(words: str, marks: WordsSought) -> Iterator[tuple[str, bool]]:
    """Words in pieces, each that is looked for by itself."""
    done = 0
    for found in WORD.finditer(words):
        if marks(found[0]):
            if done < found.start():
                yield words[done : found.start()], False
            yield found[0], True
            done = found.end()
    if done < len(words):
        yield words[done:], False
