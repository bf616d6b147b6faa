"""A finished answer, ready to be sent again and again."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from werkzeug.http import http_date, remove_entity_headers, unquote_etag
from werkzeug.wrappers import Response

from web.cache.coding import IDENTITY, MARKS
from web.cache.conditional import Validators, date_of
from web.cache.freshness import SECOND, fresh_for, freshness, last_modified

HeaderList = list[tuple[str, str]]
_AGES: list[HeaderList] = [[("Cache-Control", fresh_for(left))] for left in range(61)]
# The one header by which public answers may differ: all else is the same for everybody.
_VARY = "Accept-Encoding"


class Address(NamedTuple):
    """What is asked for.

    Args:
        path: of the address, decoded.
        coding: of the content.
    """

    path: str
    coding: str


class CacheKey(NamedTuple):
    """What an answer depends on, and nothing else (decision 9).

    Args:
        address: what is asked for.
        minute: whole, UTC: what is public changes with it and no sooner.
        generation: of the database, read before the clock.
    """

    address: Address
    minute: datetime
    generation: int


@dataclass(frozen=True, slots=True)
class CachedResponse:
    """An answer as the application gave it.

    Args:
        key: for which it is good.
        status: `200 OK`, `404 NOT FOUND` and so on.
        headers: all of them, without Cache-Control if there are validators.
        body: as sent, in its content coding.
        validators: if others may be given the same answer; else None.
        headers_304: what remains of the headers in a 304.
        young: the same as it is given in the second of its last change: without a date, for now
            alone; nothing where that was over before its minute.
        changed: that second, UTC.
    """

    key: CacheKey
    status: str
    headers: HeaderList
    body: bytes
    validators: Validators | None = None
    headers_304: HeaderList | None = None
    young: "CachedResponse | None" = None
    changed: datetime | None = None

    @classmethod
    def of(cls, key: CacheKey, response: Response, instant: datetime) -> "CachedResponse":
        """Note down an answer given at an instant; only what is plainly public has validators."""
        headers, body = list(response.headers), response.get_data()
        validators = _validators(response, instant)
        if validators is None:
            return cls(key, response.status, headers, body)
        kept = [(name, value) for name, value in headers if name != "Cache-Control"]
        short = kept.copy()
        remove_entity_headers(short)
        whole = cls(key, response.status, kept, body, validators, short)
        changed = date_of(validators.last_modified or "")
        if changed is None or changed < key.minute:
            return whole
        undated = [(name, value) for name, value in kept if name != "Last-Modified"]
        # No date is good for a 304 yet.
        young = replace(whole, headers=undated, validators=validators._replace(last_modified=None))
        return replace(whole, young=young, changed=changed)

    def at(self, instant: datetime) -> "CachedResponse":
        """This answer as it is given at an instant."""
        if self.changed is None or self.young is None or instant >= self.changed + SECOND:
            return self
        said = last_modified(self.changed, instant)
        if said is None:
            return self.young
        dated = [*self.young.headers, ("Last-Modified", http_date(said))]
        return replace(self.young, headers=dated)

    def is_young(self, instant: datetime) -> bool:
        """Whether it is given in the second of its last change."""
        return self.changed is not None and self.changed <= instant < self.changed + SECOND

    def dated(self, left: int) -> HeaderList:
        """The headers of the whole answer, so many seconds before its minute ends."""
        return self.headers + _AGES[left] if self.validators else self.headers

    def dated_304(self, left: int) -> HeaderList:
        """The headers of a 304, so many seconds before its minute ends."""
        return (self.headers_304 or []) + _AGES[left]


def _validators(response: Response, instant: datetime) -> Validators | None:
    """Those of an answer that is the same for everybody until the minute ends."""
    headers = response.headers
    is_public = response.status_code == 200 and headers.get("Vary") == _VARY
    if not is_public or headers.get("Cache-Control") != freshness(instant):
        return None
    if (etag := headers.get("ETag")) is None:
        return None
    mark = MARKS[headers.get("Content-Encoding", IDENTITY)]
    tag = (unquote_etag(etag)[0] or "").removesuffix(mark)
    return Validators(tag, etag, headers.get("Last-Modified"))
