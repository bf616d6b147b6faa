"""The short way: a poll for what is known already needs neither Flask nor a query.

An answer is kept for one minute and one generation of the database: decision 9 of the design.
"""

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from threading import Lock
from typing import TYPE_CHECKING

from werkzeug.http import parse_date
from werkzeug.wrappers import Response

from press.embargo import MINUTE
from press.errors import HomeRefused
from web.answers import seconds_left
from web.asked import REFUSED
from web.codings import best, names
from web.question import Question
from web.shelf import Answer, Key, Shelf

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


class Lane:
    """Stands before the application and answers in its place where it can.

    Args:
        app: the application.
        generation: a number that grows whenever anything is written.
        clock: tells the instant, UTC; read once a request.
    """

    def __init__(
        self, app: "WSGIApplication", generation: Callable[[], int], clock: Callable[[], datetime]
    ) -> None:
        self.shelf = Shelf()
        self._app = app
        self._generation = generation
        self._clock = clock
        self._making: dict[Key, Lock] = {}

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer a request."""
        if not _is_usual(environ):
            return self._app(environ, start_response)
        key = environ["PATH_INFO"], best(environ.get("HTTP_ACCEPT_ENCODING"))
        try:
            # Before the clock: whatever this generation has seen happen has happened by then.
            generation = self._generation()
            instant = self._clock()
            answer = self._found(key, instant, generation)
        except HomeRefused as refusal:  # how to say so is known in there
            environ[REFUSED] = refusal
            return self._app(environ, start_response)
        left = seconds_left(instant)
        if answer.tag and _is_held(answer, environ):
            start_response("304 NOT MODIFIED", answer.brief(left))
            return [b""]
        start_response(answer.status, answer.full(left))
        return [b"" if environ["REQUEST_METHOD"] == "HEAD" else answer.body]

    def _found(self, key: Key, instant: datetime, generation: int) -> Answer:
        minute = instant.replace(second=0, microsecond=0)
        answer = self._find(key, minute, generation) or self._made(key, instant, generation)
        if answer.tag:
            self.shelf.note(key, minute)
        return answer

    def rehearse(self, minute: datetime) -> None:
        """Make ready for a minute to come what was asked for of late.

        It stands under that minute, so that nobody is given it sooner. All of it is rendered,
        whether anything is new or not: how busy the server is tells nobody that something is due.

        Args:
            minute: whole, UTC.
        """
        for key in self.shelf.recent(minute - RECENT):
            generation = self._generation()
            made = self._ask(Question(key, minute), generation, anew=True)
            self.shelf.put(key, minute, made)

    def _find(self, key: Key, minute: datetime, generation: int) -> Answer | None:
        found = self.shelf.find(key, minute)
        return found if found and found.generation >= generation else None

    def _made(self, key: Key, instant: datetime, generation: int) -> Answer:
        """Ask the application once for all who miss at once."""
        question = Question(key, instant)
        lock = self._making.setdefault(key, Lock())
        with lock:
            try:
                # Somebody may have made it meanwhile, and begun no earlier than we came.
                if found := self._find(key, question.minute, generation):
                    return found
                made = self._ask(question, generation)
                self.shelf.put(key, question.minute, made)
                return made
            finally:
                if self._making.get(key) is lock:
                    del self._making[key]

    def _ask(self, question: Question, generation: int, *, anew: bool = False) -> Answer:
        environ = question.environ(anew=anew)
        response = Response.from_app(self._app, environ, buffered=True)
        return Answer.of(response, generation, question.instant)


def _is_usual(environ: "WSGIEnvironment") -> bool:
    """Whether a request is a plain poll."""
    return not (
        environ["REQUEST_METHOD"] not in {"GET", "HEAD"}
        or environ.get("QUERY_STRING")
        or environ.get("SCRIPT_NAME")
        or "HTTP_RANGE" in environ
        or PUBLIC.fullmatch(environ["PATH_INFO"]) is None
    )


def _is_held(answer: Answer, environ: "WSGIEnvironment") -> bool:
    """Whether the asker has this content (RFC 9110, 13.2.2: a tag beats a date)."""
    asked = environ.get("HTTP_IF_NONE_MATCH")
    if asked is not None:
        return asked == answer.etag or names(asked, answer.tag or "")
    since = environ.get("HTTP_IF_MODIFIED_SINCE")
    if since is None or answer.changed is None:
        return False
    return since == answer.changed or _is_later(since, answer.changed)


def _is_later(since: str, changed: str) -> bool:
    asked, known = parse_date(since), parse_date(changed)
    return asked is not None and known is not None and asked >= known
