"""The response cache: a poll for what is known already needs neither Flask nor a query.

An answer is kept for one minute and one generation of the database: decision 9
(docs/decisions/foundations.md).
"""

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from threading import Lock
from typing import TYPE_CHECKING

from werkzeug.wrappers import Response

from press.embargo import MINUTE
from press.errors import HomeRefused
from web.cache.cached_response import Address, CachedResponse, CacheKey
from web.cache.coding import best
from web.cache.conditional import is_held
from web.cache.environ import REFUSAL, environ_of
from web.cache.moments import Moment, Moments
from web.cache.recent import RecentPolls
from web.cache.store import ResponseStore

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

# Feeds, their lists, sitemaps, and pages in a language; nothing else is kept, whatever it says of
# itself.
PUBLIC = re.compile(
    r"/(?:feeds/|feeds\.opml|robots\.txt|(?:news-)?sitemap\.xml|sitemaps/[\w.-]{1,40}"
    r"|[a-z]{2,3}/[\w./-]{0,300})",
    re.ASCII,
)
# An answer asked for that long ago is not made ready any more.
RECENT = 3 * MINUTE
_METHODS = frozenset({"GET", "HEAD"})


class ResponseCache:
    """Stands before the application and answers in its place where it can.

    Args:
        app: the application.
        generation: a number that grows when what is or will be public changes.
        clock: tells the instant, UTC.
        good_seconds: how long a reading of both is good for; none where it is 0.
    """

    def __init__(
        self,
        app: "WSGIApplication",
        generation: Callable[[], int],
        clock: Callable[[], datetime],
        good_seconds: float = 0.0,
    ) -> None:
        self.store = ResponseStore()
        self.recent = RecentPolls()
        self._app = app
        self._generation = generation
        self._moments = Moments(generation, clock, good_seconds)
        self._making: dict[Address, Lock] = {}

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer a request."""
        if not _is_plain(environ) or PUBLIC.fullmatch(environ["PATH_INFO"]) is None:
            return self._app(environ, start_response)
        try:
            moment, address = self._moments(), _address(environ)
            key = CacheKey(address, moment.minute, moment.generation)
            answer = self.store.find(*key) or self._made(key, moment.instant)
        except HomeRefused as refusal:  # how to say so is known in there
            environ[REFUSAL] = refusal
            return self._app(environ, start_response)
        return [self._give(answer, moment, environ, start_response)]

    def at_once(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> bytes | None:
        """Answer a request if that takes no time; None where it must be made, and is not begun."""
        if not _is_plain(environ):
            return None
        try:
            moment = self._moments()
        except HomeRefused:
            return None
        answer = self.store.find(_address(environ), moment.minute, moment.generation)
        return self._give(answer, moment, environ, start_response) if answer else None

    def prewarm(self, minute: datetime) -> None:
        """Make ready for a minute to come what was polled of late.

        It is kept under that minute, so that nobody is given it sooner. All of it is rendered,
        whether anything is new or not: how busy the server is tells nobody that something is due.

        Args:
            minute: whole, UTC.
        """
        for address in self.recent.since(minute - RECENT):
            key = CacheKey(address, minute, self._generation())
            self.store.put(self._ask(key, minute, anew=True))

    def _give(
        self,
        answer: CachedResponse,
        moment: Moment,
        environ: "WSGIEnvironment",
        start_response: "StartResponse",
    ) -> bytes:
        """Say an answer, or that the asker holds it; returns what follows the headers."""
        left = 0 if answer.is_young(moment.instant) else moment.left
        answer = answer.at(moment.instant)
        known = answer.validators
        if known:
            self.recent.note(answer.key.address, moment.minute)
        if known and is_held(
            known,
            environ.get("HTTP_IF_NONE_MATCH"),
            environ.get("HTTP_IF_MODIFIED_SINCE"),
            moment.instant,
        ):
            start_response("304 NOT MODIFIED", answer.dated_304(left))
            return b""
        start_response(answer.status, answer.dated(left))
        return b"" if environ["REQUEST_METHOD"] == "HEAD" else answer.body

    def _made(self, key: CacheKey, instant: datetime) -> CachedResponse:
        """Ask the application once for all who miss at once."""
        lock = self._making.setdefault(key.address, Lock())
        with lock:
            try:
                # Somebody may have made it meanwhile, and begun no earlier than we came.
                if found := self.store.find(*key):
                    return found
                made = self._ask(key, instant)
                self.store.put(made)
                return made
            finally:
                if self._making.get(key.address) is lock:
                    del self._making[key.address]

    def _ask(self, key: CacheKey, instant: datetime, *, anew: bool = False) -> CachedResponse:
        known = None if anew else self.store.bodies(key.address)
        environ = environ_of(*key.address, instant, known)
        return CachedResponse.of(key, Response.from_app(self._app, environ, buffered=True), instant)


def _is_plain(environ: "WSGIEnvironment") -> bool:
    """Whether a request asks for no more than what is at an address."""
    return (
        environ["REQUEST_METHOD"] in _METHODS
        and not environ.get("QUERY_STRING")
        and "HTTP_RANGE" not in environ
        and not environ.get("SCRIPT_NAME")
    )


def _address(environ: "WSGIEnvironment") -> Address:
    return Address(environ["PATH_INFO"], best(environ.get("HTTP_ACCEPT_ENCODING")))
