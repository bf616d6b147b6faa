"""What a reader shows of a feed, said alike for every reader; and what it should show."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from press.public.edition import Edition, Entry
from press.public.site import Site
from press.topic import ALL


@dataclass(frozen=True)
class Item:
    """One entry as a reader shows it.

    Args:
        id: what the reader tells entries apart by.
        title: as shown.
        link: the page it opens.
        published: UTC, whole seconds.
        language: BCP 47 tag of the words; None where the reader shows none.
        files: addresses of what it offers to fetch.
    """

    id: str
    title: str
    link: str
    published: datetime | None
    language: str | None = None
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class Channel:
    """One feed as a reader shows it.

    Args:
        title: as shown; None where the reader shows none.
        link: the site it opens; None where the reader opens none.
        items: in the order shown.
    """

    title: str | None
    link: str | None
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Sight:
    """What a reader shows of a format at all.

    Args:
        channel: the feed's own title and site.
        language: of each entry.
        files: how many of an entry's files, counted from the first.
    """

    channel: bool = True
    language: bool = False
    files: int = 0

    def of(self, channel: Channel) -> Channel:
        """What is left of a feed through these eyes."""
        items = tuple(self.of_item(item) for item in channel.items)
        if self.channel:
            return replace(channel, items=items)
        return Channel(None, None, items)

    def of_item(self, item: Item) -> Item:
        language = item.language if self.language else None
        return replace(item, language=language, files=item.files[: self.files])


def utc(moment: datetime) -> datetime:
    """The same instant as readers keep it."""
    return moment.astimezone(UTC).replace(microsecond=0)


def promised(edition: Edition, site: Site) -> Channel:
    """What an edition promises to whoever polls it, addresses spelled out once more."""
    code, topic = edition.feed.language.code, edition.feed.topic
    home = f"{site.base_url}/{code}/"
    titles = edition.topic.titles
    title = titles.get(code) or titles.get(site.languages.default.code) or "All releases"
    return Channel(
        f"{title} – {site.title}",
        home if topic == ALL else f"{home}{topic}/",
        tuple(_promised(entry, home, site) for entry in edition.entries),
    )


def _promised(entry: Entry, home: str, site: Site) -> Item:
    return Item(
        entry.id,
        entry.text.headline,
        f"{home}releases/{entry.slug}",
        utc(entry.published),
        site.languages.named(entry.text.language).tag,
        tuple(site.file(file.token, file.name) for file in entry.files),
    )
