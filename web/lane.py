"""The short way: a poll for what is known already needs neither Flask nor a query.

An answer is kept for one minute and one generation of the database: decision 9 of the design.
"""

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from threading import Lock
from typing import TYPE_CHECKING

from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header
from werkzeug.wrappers import Response

from press.embargo import MINUTE
from press.errors import HomeRefused
from web.answers import names, wants_gzip
from web.question import Question
from web.shelf import Answer, Key, Shelf

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

# Feeds, their lists, and pages in a language; nothing else is kept, whatever it says of itself.
_PUBLIC = re.compile(r"/(?:feeds/|feeds\.opml|[a-z]{2,3}/[\w./-]{0,300})", re.ASCII)
# Conditions and wishes the application knows and the lane does not.
_UNUSUAL = ("QUERY_STRING", "SCRIPT_NAME", "HTTP_RANGE")
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
        wish = parse_accept_header(environ.get("HTTP_ACCEPT_ENCODING"), Accept)
        question = Question((environ["PATH_INFO"], wants_gzip(wish)), self._clock())
        try:
            answer = self._answer(question)
        except HomeRefused:  # how to say so is known in there
            return self._app(environ, start_response)
        if answer.tag:
            self.shelf.note(question.key, question.minute)
        response = answer.at(question.instant)
        held = environ.get("HTTP_IF_NONE_MATCH")
        if answer.tag and held is not None and names(held, answer.tag):
            response.status_code = 304
        return response(environ, start_response)  # without a body for HEAD and 304

    def rehearse(self, minute: datetime) -> None:
        """Make ready for a minute to come what was asked for of late.

        It stands under that minute, so that nobody is given it sooner. All of it is rendered,
        whether anything is new or not: how busy the server is tells nobody that something is due.

        Args:
            minute: whole, UTC.
        """
        for key in self.shelf.recent(minute - RECENT):
            self.shelf.put(key, minute, self._ask(Question(key, minute), anew=True))

    def _answer(self, question: Question) -> Answer:
        key, minute, generation = question.key, question.minute, self._generation()
        if found := self.shelf.find(key, minute, generation):
            return found
        lock = self._making.setdefault(key, Lock())
        with lock:
            try:
                # Somebody may have made it meanwhile, and begun no earlier than we came.
                if found := self.shelf.find(key, minute, generation):
                    return found
                made = self._ask(question)
                self.shelf.put(key, minute, made)
                return made
            finally:
                if self._making.get(key) is lock:
                    del self._making[key]

    def _ask(self, question: Question, *, anew: bool = False) -> Answer:
        generation = self._generation()  # before: what is written from here on makes a new one
        environ = question.environ(anew=anew)
        response = Response.from_app(self._app, environ, buffered=True)
        return Answer.of(response, generation, question.instant)


def _is_usual(environ: "WSGIEnvironment") -> bool:
    """Whether a request is a plain poll."""
    return (
        environ["REQUEST_METHOD"] in {"GET", "HEAD"}
        and _PUBLIC.fullmatch(environ["PATH_INFO"]) is not None
        and not any(environ.get(name) for name in _UNUSUAL)
        and ("HTTP_IF_MODIFIED_SINCE" not in environ or "HTTP_IF_NONE_MATCH" in environ)
    )
