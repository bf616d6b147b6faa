"""Feeds as they are pushed: the bytes of a GET, made once for all who are sent them."""

import hashlib
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from delivery.websub import MOST_BYTES, Parcel
from feeds import Format, entity_tag
from newsroom.public.front import Front
from press.embargo import minute_of
from press.public.edition import Edition, Feed

# A parcel is half a megabyte at the most in ordinary times.
MOST_KEPT = 64


@dataclass(frozen=True, slots=True)
class _Made:
    """A parcel, and the entity tag of the state that it was made of.

    What differs in the tag may be equal in bytes: what only feeds in other languages show.
    """

    tag: str
    parcel: Parcel


class Parcels:
    """Makes them, each once a minute and generation.

    Args:
        front: what the public may see.
        clock: tells the time, UTC.
    """

    def __init__(self, front: Front, clock: Callable[[], datetime]) -> None:
        self._front = front
        self._clock = clock
        self._making = threading.Lock()
        self._kept: dict[tuple[Feed, str], tuple[object, _Made]] = {}

    def of(self, feed: Feed, form: Format) -> Parcel:
        """A feed as a GET of its address gives it now.

        Raises:
            NotPublic: there is no such topic, or none that is public.
        """
        with self._making:
            # The generation first: what is in it was written before the clock is read.
            generation, now = self._front.generation(), self._clock()
            name, state = (feed, form.extension), (minute_of(now), generation)
            known_state, known = self._kept.pop(name, (None, None))
            if known is None or known_state != state:
                known = self._made(feed, form, now, known)
            self._kept[name] = state, known
            if len(self._kept) > MOST_KEPT:
                del self._kept[next(iter(self._kept))]
            return known.parcel

    def _made(self, feed: Feed, form: Format, now: datetime, before: _Made | None) -> _Made:
        edition, site = self._front.edition(feed, now), self._front.site
        tag = entity_tag(edition.digest, form)
        if before and before.tag == tag:
            return before
        body = form.render(edition, site)
        while len(body) > MOST_BYTES and edition.entries:
            edition = _shorter(edition)
            body = form.render(edition, site)
        address = site.feed(feed.language, feed.topic, form.extension)
        digest = hashlib.sha256(body).hexdigest()
        return _Made(tag, Parcel(digest, body, form.content_type, address, site.hub))


def _shorter(edition: Edition) -> Edition:
    """The newer half of what there is; what is left out makes it a part, with no way to the rest.

    A reader that went on from here to the archives would miss what stands in neither (RFC 5005, 4).
    """
    kept = edition.entries[: len(edition.entries) // 2]
    return replace(
        edition, entries=kept, place=replace(edition.place, older=None, rest=None, is_whole=False)
    )
