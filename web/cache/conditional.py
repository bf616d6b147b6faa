"""Whether a conditional request is answered with 304: decided here and nowhere else.

RFC 9110, 13. Attachments have more conditions, those of parts (`web/site/views/files.py`).
"""

import re
from datetime import datetime
from typing import NamedTuple, Self

from werkzeug.http import parse_date

from web.cache.coding import MARKS

# Proxies that pack mark our tag in their way (Apache, Jetty, Caddy), some of them after its end.
_TAG = re.compile(r'"([^"]*)"')
_PROXY_MARKS = re.compile(r"(?:--?(?:gzip|br|zstd|deflate)\d*)*")


class Validators(NamedTuple):
    """What an answer can be recognised by.

    Args:
        tag: of the document, unquoted and without a content coding's mark.
        etag: the header, naming these very bytes (RFC 9110, 8.8.3.3).
        last_modified: the header, if there is one.
    """

    tag: str
    etag: str
    last_modified: str | None = None

    @classmethod
    def of(cls, tag: str, coding: str, last_modified: str | None = None) -> Self:
        """The validators of a document in a content coding."""
        return cls(tag, f'"{tag}{MARKS[coding]}"', last_modified)


def is_held(
    known: Validators, if_none_match: str | None, if_modified_since: str | None, now: datetime
) -> bool:
    """Whether the asker has this content already; a tag beats a date (RFC 9110, 13.2.2).

    Args:
        known: of the answer.
        if_none_match: the request's header.
        if_modified_since: the request's header; nobody has heard from us later than now.
        now: UTC.
    """
    if if_none_match is not None:
        return if_none_match == known.etag or names(if_none_match, known.tag)
    if if_modified_since is None or known.last_modified is None:
        return False
    return if_modified_since == known.last_modified or _is_since(
        if_modified_since, known.last_modified, now
    )


def names(if_none_match: str, tag: str) -> bool:
    """Whether a header names a document, in any content coding (RFC 9110, 13.1.2, weakly).

    Args:
        if_none_match: the request's header.
        tag: of the document, unquoted and without a coding's mark.
    """
    if if_none_match.strip() == "*":
        return True
    held = _TAG.findall(if_none_match) or [one.strip() for one in if_none_match.split(",")]
    return any(
        one.startswith(tag) and _PROXY_MARKS.fullmatch(one, len(tag)) is not None for one in held
    )


def date_of(header: str) -> datetime | None:
    """The instant that a date of HTTP names, UTC; None if there is none (RFC 9110, 5.6.7)."""
    try:
        return parse_date(header)
    except (OverflowError, ValueError):  # of a year that no calendar has
        return None


def _is_since(if_modified_since: str, last_modified: str, now: datetime) -> bool:
    asked, known = date_of(if_modified_since), date_of(last_modified)
    return asked is not None and known is not None and known <= asked <= now
