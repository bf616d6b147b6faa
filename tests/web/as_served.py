"""The response cache as each web process asks it (`newsroom/running/webworker.py`)."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from web.cache.response_cache import ResponseCache

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


def as_served(cache: ResponseCache) -> "WSGIApplication":
    """What is ready is given at once; all else is asked of the whole."""

    def application(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        ready = cache.at_once(environ, start_response)
        return cache(environ, start_response) if ready is None else [ready]

    return application
