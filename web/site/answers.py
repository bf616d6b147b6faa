"""How everything is answered: fresh until the minute, conditional, compressed, guarded."""

from collections.abc import Callable
from datetime import datetime

from flask import redirect, request
from werkzeug.http import http_date
from werkzeug.wrappers import Response

from press.languages import Language
from web.cache.coding import IDENTITY, PACK, best
from web.cache.conditional import Validators, is_held
from web.cache.environ import INSTANT
from web.cache.freshness import fresh_for, freshness, last_modified
from web.site.house import known_body, local, now

GUARDS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
}
# Of pages with a script: ours, which copies.
COPYING = f"{GUARDS['Content-Security-Policy']}; script-src 'self'"


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
    coding, dated = _coding(), _dated(changed)
    is_good = changed is not None and dated == http_date(changed)
    names = Validators.of(tag, coding, dated if is_good else None)
    asked = request.headers.get
    if is_held(names, asked("If-None-Match"), asked("If-Modified-Since"), now()):
        response = Response(status=304)
    else:
        body = known_body(names.etag)
        response = Response(PACK[coding](make()) if body is None else body)
        response.mimetype = media_type
        _name_coding(response, coding)
        if language:
            response.content_language.add(language.tag)
    response.headers["ETag"] = names.etag
    if dated:
        response.headers["Last-Modified"] = dated
    elif changed:  # whoever keeps it for longer would keep it without its date
        response.headers["Cache-Control"] = fresh_for(0)
    return response


def moved(address: str) -> Response:
    """Lead to where something is now, for good.

    By 301, since Java's clients do not follow 308; but what was sent along is sent again by 308
    alone (RFC 9110, 15.4.2 and 15.4.9).

    Args:
        address: ours, absolute.
    """
    return redirect(local(address), 301 if request.method in ("GET", "HEAD") else 308)


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


def _dated(changed: datetime | None) -> str | None:
    """Last-Modified, if it may be said; the response cache is told always, and judges itself."""
    if changed is None:
        return None
    said = changed if INSTANT in request.environ else last_modified(changed, now())
    return http_date(said) if said else None


def _compress(response: Response) -> None:
    """Pack what has no tag: small, and rare enough to be packed anew."""
    if response.direct_passthrough:  # streamed from disk, and packed already by its format
        return
    is_done = "ETag" in response.headers or response.status_code not in (200, 404)
    coding = _coding()
    if is_done or coding == IDENTITY or "no-store" in response.headers["Cache-Control"]:
        return
    response.set_data(PACK[coding](response.get_data()))
    _name_coding(response, coding)


def _coding() -> str:
    return best(request.headers.get("Accept-Encoding"))


def _name_coding(response: Response, coding: str) -> None:
    if coding != IDENTITY:
        response.headers["Content-Encoding"] = coding
