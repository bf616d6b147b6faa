"""What a feed or a list is asked of: its topic, and where its releases are looked for."""

from datetime import datetime

from press.errors import NotPublic
from press.public.edition import Feed
from press.public.site import Fallback, Site
from press.topic import ALL, Topic
from press.words import say
from storage import Database, public
from storage.public import Listing

# How many releases one page of a list shows.
PAGE_LENGTH = 20


def listing_of(site: Site, feed: Feed, now: datetime) -> Listing:
    """Which public releases a feed is of."""
    return Listing(feed.topic, feed.language.code, now, site.fallback is Fallback.ORIGINAL)


def topic_of(db: Database, site: Site, slug: str, now: datetime) -> Topic:
    """The topic that a feed is of.

    Raises:
        NotPublic: there is none of that name, or none that is public.
    """
    if slug == ALL:
        return Topic(ALL, titles={code: say(code, "all") for code in site.languages.codes})
    topic = public.topic(db, slug, now)
    if topic is None:
        raise NotPublic
    return topic
