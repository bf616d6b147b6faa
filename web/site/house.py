"""What every view may ask: the front, the instant, the language of the address."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from flask import abort, current_app, g, request

from feeds import SOURCES
from feeds.sources import sources_digest
from newsroom.proofs.probes import Probes
from newsroom.public.front import Front
from newsroom.releases.previews import Previews
from newsroom.telling.following.sign_ups import SignUps
from newsroom.telling.hub import Hub
from newsroom.upkeep.figures import Gauges
from press.languages import Language
from press.public.edition import digest_of
from press.public.site import Site
from press.public.standing import StandingSet
from web.cache.environ import KNOWN, PREWARMING

# Names the code and templates that make pages; taken once, as they were when it was loaded.
_OURS = sources_digest(Path(__file__).parents[1])


@dataclass(frozen=True, slots=True)
class House:
    """What the application was made with.

    Args:
        front: what the public may ask.
        made_of: names our code and the newsroom's settings.
        previews: what colleagues with a link may see.
        probes: the alarm, told of what was not found.
        gauges: the figures, for whoever has the token.
        following: following by mail.
        hub: takes subscriptions to feeds.
        missing: by language, the page of what is missing, with what it was made of.
    """

    front: Front
    made_of: str
    previews: Previews | None = None
    probes: Probes | None = None
    gauges: Gauges | None = None
    following: SignUps | None = None
    hub: Hub | None = None
    missing: dict[str, tuple[object, bytes]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        front: Front,
        previews: Previews | None = None,
        probes: Probes | None = None,
        gauges: Gauges | None = None,
        following: SignUps | None = None,
        hub: Hub | None = None,
    ) -> "House":
        """Furnish a house for a front."""
        made_of = digest_of(front.site, SOURCES, _OURS, following is not None)
        return cls(front, made_of, previews, probes, gauges, following, hub)

    @property
    def look(self) -> str:
        """Names everything a page depends on beside what is filed: footers name pages, too."""
        return digest_of(self.made_of, standing().digest)


def house() -> House:
    """What the application at work was made with."""
    return cast("House", current_app.extensions["newsroom"])


def front() -> Front:
    """What the public may ask."""
    return house().front


def site() -> Site:
    """Where the newsroom lives and how it names things."""
    return house().front.site


def standing() -> StandingSet:
    """The pages of every footer: read once a request, so that its tag names what it shows."""
    if "standing" not in g:
        g.standing = front().standing()
    return cast("StandingSet", g.standing)


def now() -> datetime:
    """The instant of this request, UTC: the clock is read once."""
    return cast("datetime", g.now)


def is_prewarming() -> bool:
    """Whether this is rendered in advance, for nobody yet."""
    return PREWARMING in request.environ


def known_body(etag: str) -> bytes | None:
    """The bytes that an entity tag names, where the response cache has them already."""
    known: Mapping[str, bytes] = request.environ.get(KNOWN, {})
    return known.get(etag)


def language_at(code: str) -> Language | None:
    """The language an address names; `fr`, never `FR` or `fr-BE`, so that each has one address."""
    return next((language for language in site().languages if language.code == code), None)


def language_of(code: str) -> Language:
    """The language an address names, or the answer 404."""
    return language_at(code) or abort(404)


def local(address: str) -> str:
    """One of our addresses without scheme and host, so that a tunnel or mirror keeps its reader."""
    return urlsplit(site().base_url).path + address.removeprefix(site().base_url)
