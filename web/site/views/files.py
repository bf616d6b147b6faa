"""Attachments: public exactly when their release is, streamed from disk, in parts if asked."""

from pathlib import Path
from threading import BoundedSemaphore
from typing import IO, TYPE_CHECKING, cast
from urllib.parse import quote

from flask import Blueprint, request
from werkzeug.exceptions import RequestedRangeNotSatisfiable
from werkzeug.http import HTTP_STATUS_CODES, parse_range_header
from werkzeug.wrappers import Response
from werkzeug.wsgi import wrap_file

from press.releases.attachment import Attachment
from web.site.file_part import FilePart
from web.site.house import front, now

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

# What is no larger than this is given to the server whole. Of what is larger, it is given a file
# (PEP 3333, `wsgi.file_wrapper`) that it reads as fast as its reader takes it.
WHOLE = 2**18  # bytes
PIECE = 2**16
# How many may take larger ones at once from one process, however slowly: each is a thread of the
# server's, and less than half a megabyte.
PLACES = BoundedSemaphore(128)
RETRY_SECONDS = "10"
PDF = "application/pdf"
_BARE = "frame-ancestors 'none'"
# Browsers refuse to show a sandboxed PDF: their viewers are made of script and style
# (whatwg/html#3958). A PDF brings no script to our origin, sandboxed or not.
POLICIES = {PDF: _BARE}
POLICY = f"sandbox; default-src 'none'; {_BARE}"
_DATED = frozenset({"HTTP_IF_MODIFIED_SINCE", "HTTP_IF_UNMODIFIED_SINCE"})
blueprint = Blueprint("files", __name__)


@blueprint.get("/files/<token>/<name>")
def file(token: str, name: str) -> Response:
    """One attachment."""
    return sent(*front().file(token, name, now()))


def sent(attachment: Attachment, path: Path) -> Response:
    """An attachment, whole or one part of it (RFC 9110, 14)."""
    path.stat()  # content that is missing fails now, and not in the middle of an answer
    response = Response(mimetype=attachment.media_type, direct_passthrough=True)
    _describe(response, attachment)
    try:
        part = _asked_for(response, attachment.size)
    except RequestedRangeNotSatisfiable:
        return _refusal(416, {"Content-Range": f"bytes */{attachment.size}"})
    if response.status_code == 412:
        return _refusal(412, {})
    if request.method == "GET" and response.status_code != 304:
        return _filled(response, path, part)
    return response


def _describe(response: Response, attachment: Attachment) -> None:
    """Say what it is; not since when, which could be long before its release was out."""
    response.content_length = attachment.size
    response.set_etag(attachment.sha256)
    response.headers["Accept-Ranges"] = "bytes"
    response.headers["Content-Disposition"] = _disposition(attachment.name)
    policy = POLICIES.get(attachment.media_type, POLICY)
    response.headers["Content-Security-Policy"] = policy


def _asked_for(response: Response, size: int) -> range:
    """Answer conditions, then the wish for a part: in that order (RFC 9110, 13.2.2)."""
    asked = _without_dates(request.environ)
    response.make_conditional({k: v for k, v in asked.items() if k != "HTTP_RANGE"})
    if response.status_code == 200 and _wants_a_part(size):
        response.make_conditional(asked, accept_ranges=True, complete_length=size)
    if response.status_code == 206:
        return range(response.content_range.start or 0, response.content_range.stop or size)
    return range(size)


def _without_dates(environ: "WSGIEnvironment") -> "WSGIEnvironment":
    """A request without its dates, which are good for nothing where no file bears one.

    Werkzeug reads them all the same, and fails at years that no calendar has.
    """
    asked = {k: v for k, v in environ.items() if k not in _DATED}
    if not asked.get("HTTP_IF_RANGE", '"').startswith(('"', "W/")):
        asked["HTTP_IF_RANGE"] = '"a date"'  # no file's tag: it is sent whole
    return asked


def _wants_a_part(size: int) -> bool:
    """Whether one range of bytes is asked for; other wishes may be ignored (RFC 9110, 14.2)."""
    wish = parse_range_header(request.headers.get("Range"))
    if request.method != "GET" or wish is None or wish.units != "bytes" or len(wish.ranges) != 1:
        return False
    (start, _) = wish.ranges[0]
    # Werkzeug refuses “the last n bytes” of less than n; they are the whole.
    return start is None or start > -size


def _filled(response: Response, path: Path, part: range) -> Response:
    """Give an answer its content: whole, or as a file while there is a place for it."""
    if len(part) <= WHOLE:
        with FilePart(path, part) as content:
            response.response = [content.read()]
        return response
    if not PLACES.acquire(blocking=False):
        return _refusal(503, {"Retry-After": RETRY_SECONDS})
    content = FilePart(path, part, PLACES.release)
    response.response = wrap_file(request.environ, cast("IO[bytes]", content), PIECE)
    return response


def _refusal(status: int, headers: dict[str, str]) -> Response:
    """Refuse, and let nobody keep it: a cache would show it to those who asked otherwise."""
    words = f"{HTTP_STATUS_CODES[status]}\n"
    return Response(words, status, headers | {"Cache-Control": "no-store"}, mimetype="text/plain")


def _disposition(name: str) -> str:
    """Shown where it can be, saved under its name (RFC 6266, 5)."""
    plain = "".join(c if c.isascii() and c not in '"\\%' else "_" for c in name)
    return f"inline; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
