"""What every kind of feed says of an entry, before it is read as a press text."""

from dataclasses import dataclass

from intake.syndicated.pointed import Pointed
from press.contact import Contact
from press.releases.release import NotYet

MOST = 1000  # entries of one file
LONGEST_TITLE = 10_000  # characters, markup and all


@dataclass(frozen=True, slots=True)
class FeedWords:
    """Words of an entry.

    Args:
        words: as the feed has them.
        is_html: whether they are HTML rather than plain text.
        base: address that links in them start from; may be empty.
    """

    words: str = ""
    is_html: bool = False
    base: str = ""

    def __bool__(self) -> bool:
        return bool(self.words.strip())

    @property
    def marks(self) -> int:
        """How many lines and tags they have at most, which is what reading them takes."""
        return self.words.count("<") + self.words.count("\n") + 1


@dataclass(frozen=True, slots=True)
class NewsItem:
    """An entry of a feed, or an item of news.

    Args:
        title: its headline; may be empty.
        summary: what it is about; may be empty.
        body: its text; may be empty.
        date: when it was published, as written; may be empty.
        language: BCP 47 tag; may be empty.
        own_id: what the feed calls it; may be empty.
        link: its page; may be empty.
        issuers: offices that may have sent it, the likeliest first.
        authors: who wrote it: an office, a person or a login.
        reference: under what number its sender keeps it; may be empty.
        contacts: whom it names apart from its text.
        files: what it refers to.
        categories: what it is about, in the feed's words.
        remarks: what it says beside its text, as label and words; officers see it.
        asides: what else may say that it must not come out yet; nobody is shown it.
        not_yet: what it says of that outright.
        left_out: what of it is in no document, and why.
    """

    title: FeedWords = FeedWords()
    summary: FeedWords = FeedWords()
    body: FeedWords = FeedWords()
    date: str = ""
    language: str = ""
    own_id: str = ""
    link: str = ""
    issuers: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    reference: str = ""
    contacts: tuple[Contact, ...] = ()
    files: tuple[Pointed, ...] = ()
    categories: tuple[str, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()
    asides: tuple[str, ...] = ()
    not_yet: tuple[NotYet, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class NewsFeed:
    """What a file of entries is, apart from them.

    Args:
        name: what it calls itself for programs, or its address; may be empty.
        language: BCP 47 tag, for entries that name none; may be empty.
        issuers: who wrote them or what it is called, where that may be an office.
        publishers: offices that publish it, the likeliest first.
        asides: what of it may say that its entries must not come out yet.
        not_yet: what it says of that outright.
        notes: what an officer should know of how it was read, a sentence each.
    """

    name: str = ""
    language: str = ""
    issuers: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    not_yet: tuple[NotYet, ...] = ()
    notes: tuple[str, ...] = ()
