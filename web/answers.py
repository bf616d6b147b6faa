"""How everything is answered: fresh until the minute, conditional, compressed, guarded."""

from collections.abc import Callable
from datetime import datetime, timedelta

from flask import request
from werkzeug.wrappers import Response

from press.languages import Language
from web.asked import house, is_rehearsal, now
from web.codings import IDENTITY, MARKS, PACK, best, names

GUARDS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
}
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
        tag: names the document, unquoted: no other has it, not even at another address; it is sent
            with the mark of the coding, since a strong tag names bytes (RFC 9110, 8.8.3.3).
        media_type: without parameters.
        make: renders the document.
        language: what it is written in.
        changed: when the content last changed, if that is known.
    """
    coding = _wish()
    marked = tag + MARKS[coding]
    if _is_held(tag, changed):
        response = Response(status=304)
    else:
        pack, anew = PACK[coding], is_rehearsal()
        response = Response(house().kept.get(marked, lambda: pack(make()), anew=anew))
        response.mimetype = media_type
        _name_coding(response, coding)
        if language:
            response.content_language.add(language.tag)
    response.set_etag(marked)
    # Not while that second lasts: it may change once more and still say the same (RFC 9110,
    # 8.8.2.2); libcurl, and so newsboat, drops the second of two answers of one date.
    if changed and now() - changed >= _SECOND:
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


def freshness(instant: datetime) -> str:
    """Fresh until the next whole minute, whatever is asked and whatever is due (decision 9)."""
    return f"public, max-age={seconds_left(instant)}"


def seconds_left(instant: datetime) -> int:
    """Whole seconds to the next whole minute, at least one."""
    return max(1, 60 - instant.second - (instant.microsecond > 0))


def _is_held(tag: str, changed: datetime | None) -> bool:
    """Whether the asker has this content (RFC 9110, 13.2.2: a tag beats a date)."""
    if "If-None-Match" in request.headers:
        return names(request.headers["If-None-Match"], tag)
    since = request.if_modified_since
    return since is not None and changed is not None and changed - since < _SECOND


def _compress(response: Response) -> None:
    """Pack what has no tag: small, and rare enough to be packed anew."""
    if response.direct_passthrough:  # streamed from disk, and packed already by its format
        return
    is_done = "ETag" in response.headers or response.status_code not in (200, 404)
    coding = _wish()
    if is_done or coding == IDENTITY or "no-store" in response.headers["Cache-Control"]:
        return
    response.set_data(PACK[coding](response.get_data()))
    _name_coding(response, coding)


def _wish() -> str:
    return best(request.headers.get("Accept-Encoding"))


def _name_coding(response: Response, coding: str) -> None:
    if coding != IDENTITY:
        response.headers["Content-Encoding"] = coding
