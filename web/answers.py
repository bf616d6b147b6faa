"""How everything is answered: fresh until the minute, conditional, compressed, guarded."""

import gzip
from collections.abc import Callable
from datetime import datetime, timedelta

from flask import request
from werkzeug.datastructures import Accept
from werkzeug.http import parse_etags
from werkzeug.wrappers import Response

from press.embargo import next_minute
from press.languages import Language
from web.asked import house, is_rehearsal, now

GUARDS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
}
# What some proxies append to the tag of a document they compressed (Apache, Jetty).
_PROXY_MARKS = ("", "-gzip", "--gzip", "-br")
_SECOND = timedelta(seconds=1)


def answer(
    tag: str,
    media_type: str,
    make: Callable[[], bytes],
    language: Language | None = None,
    changed: datetime | None = None,
) -> Response:
    """Answer with a document, rendered only if the asker does not hold it already.

    Args:
        tag: names the document, unquoted: no other has it, not even at another address; sent as
            a weak tag, so it holds in every coding.
        media_type: without parameters.
        make: renders the document.
        language: what it is written in.
        changed: when the content last changed, if that is known.
    """
    if _is_held(tag, changed):
        response = Response(status=304)
    else:
        response = Response(house().kept.get(tag, make, anew=is_rehearsal()), mimetype=media_type)
        if language:
            response.content_language.add(language.tag)
    response.set_etag(tag, weak=True)
    if changed:
        response.last_modified = changed
    return response


def finish(response: Response) -> Response:
    """Give an answer what all of them have in common."""
    response.headers.extend({k: v for k, v in GUARDS.items() if k not in response.headers})
    if "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = (
            "no-store" if response.status_code >= 500 else freshness(now())
        )
    response.vary.add("Accept-Encoding")
    _compress(response)
    return response


def names(asked: str, tag: str) -> bool:
    """Whether an If-None-Match names a tag, compared weakly (RFC 9110, 13.1.2)."""
    held = parse_etags(asked)
    return any(held.contains_weak(tag + mark) for mark in _PROXY_MARKS)


def wants_gzip(wish: Accept) -> bool:
    """Whether an asker would rather have it packed (RFC 9110, 12.5.3)."""
    # An explicit wish for identity above gzip is honoured; so is `gzip;q=0`.
    return wish["gzip"] > 0 and wish["gzip"] >= wish["identity"]


def freshness(instant: datetime) -> str:
    """Fresh until the next whole minute, whatever is asked and whatever is due (decision 9)."""
    left = next_minute(instant) - instant
    return f"public, max-age={max(1, left // _SECOND)}"


def _is_held(tag: str, changed: datetime | None) -> bool:
    """Whether the asker has this content (RFC 9110, 13.2.2: a tag beats a date)."""
    if "If-None-Match" in request.headers:
        return names(request.headers["If-None-Match"], tag)
    since = request.if_modified_since
    return since is not None and changed is not None and changed - since < _SECOND


def _compress(response: Response) -> None:
    if response.direct_passthrough:  # streamed from disk, and packed already by its format
        return
    wanted = wants_gzip(request.accept_encodings)
    if not wanted or response.status_code not in (200, 404) or "no-store" in _cache(response):
        return
    plain = response.get_data()
    tag, _ = response.get_etag()
    # A tag names its bytes; an answer without one is small, and rare enough to be made anew.
    if tag:
        anew = is_rehearsal()
        packed = house().kept.get(f"{tag} gzip", lambda: _pack(plain), anew=anew)
    else:
        packed = _pack(plain)
    response.set_data(packed)
    response.headers["Content-Encoding"] = "gzip"


def _pack(plain: bytes) -> bytes:
    return gzip.compress(plain, compresslevel=6, mtime=0)


def _cache(response: Response) -> str:
    return response.headers["Cache-Control"]
