"""The picture that stands for a page where somebody shares it."""

from dataclasses import dataclass, replace
from urllib.parse import urljoin

from press.languages import Language
from press.public.edition import Entry
from press.releases.attachment import Attachment
from press.text import clean
from press.topic import Topic
from web.site.assets import CARD, asset
from web.site.house import site
from web.site.pictured import topic_picture

# What those who make cards take: Facebook no picture smaller than that, X none that is larger.
LEAST = 200  # pixels, of width and of height
MOST = 5_000_000  # bytes
_WIDTH, _HEIGHT = 1200, 630


@dataclass(frozen=True, slots=True)
class SharedPicture:
    """A picture as those who make cards are told of it.

    Args:
        address: absolute.
        media_type: of its content.
        width: pixels.
        height: the same.
        alt: what it shows, plain text; may be empty.
        is_own: whether it goes with what is shared, and does not stand for the newsroom.
    """

    address: str
    media_type: str
    width: int
    height: int
    alt: str = ""
    is_own: bool = True

    @property
    def is_wide(self) -> bool:
        """Whether it looks well above the words, as wide as they are."""
        return self.is_own and self.width >= self.height


def picture_of(entry: Entry | None) -> SharedPicture:
    """The release's first picture that is good for a card, else one that stands for the newsroom.

    Args:
        entry: the release; None for a page of none.
    """
    fitting = (file for file in entry.files if _fits(file)) if entry else iter(())
    return next(map(_shown, fitting), None) or _card()


def picture_of_topic(topic: Topic, language: Language) -> SharedPicture:
    """The picture of a topic if it is good for a card, else one that stands for the newsroom.

    Args:
        topic: the topic.
        language: of the page.
    """
    known = topic_picture(topic, language)
    if known is None or topic.picture is None or not _fits(topic.picture):
        return _card()
    return _shown(replace(topic.picture, alt=known.alt))


def _fits(file: Attachment) -> bool:
    one = file.shown
    return file.is_shown and min(one.width, one.height) >= LEAST and one.size <= MOST


def _shown(file: Attachment) -> SharedPicture:
    one = file.shown
    address = site().file(one.token, one.name)
    return SharedPicture(address, one.media_type, one.width, one.height, clean(file.alt))


def _card() -> SharedPicture:
    """No words are in it, so that it is good in every language."""
    address = urljoin(f"{site().base_url}/", asset(CARD))
    return SharedPicture(address, "image/png", _WIDTH, _HEIGHT, site().title, is_own=False)
