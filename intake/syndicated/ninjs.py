"""News items of IPTC ninjs 1, 2 and 3 (https://iptc.org/std/ninjs/), and messages that hold one.

The versions spell their members differently, `body_html`, `bodies`, `versioncreated`,
`versionCreated`; here all are looked for without capitals and underscores.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from intake.given import Given
from intake.moments.stamps import date_of
from intake.notyet.outright import outright
from intake.syndicated.jsondata import Members, others, parsed, said, several
from intake.syndicated.newsitem import FeedWords, NewsFeed, NewsItem
from intake.syndicated.newspeople import contacts_of, sources_of, spoken_of
from intake.syndicated.pointed import Pointed
from intake.syndicated.reading import reading_of
from press.errors import Refusal, UnreadableFile
from press.releases.release import NotYet, Reading

_MOST_DEEP = 20  # how deep the members of an item may be nested
_REMARKS = {
    "ednote": "note to editors of the feed",
    "embargoedreason": "why it is under embargo",
    "usageterms": "terms of use",
    "copyrightnotice": "copyright",
    "copyrightholder": "copyright holder",
    "located": "written in",
    "byline": "by",
    "expires": "its sender says that it is out of date, and nothing takes it back by itself, from",
}
_OF_MESSAGE = frozenset(("data", "timestamp"))
_REFERENCE = re.compile(r"ref|number|nummer|numero|pressrelease", re.IGNORECASE)


def read(data: bytes, given: Given) -> Reading:
    """Read items; every one is a release.

    Args:
        data: the whole file: an item, a list of them, or what our webhooks send.
        given: zone and language where an item names none.

    Raises:
        UnreadableFile: it is damaged, or holds no item that can be filed.
    """
    whole, notes = parsed(data)
    feed = NewsFeed(notes=notes)
    if isinstance(whole, dict) and isinstance(whole.get("data"), dict):
        beside = others(whole, _OF_MESSAGE)
        asides = tuple(words for _, words in beside)
        feed = replace(feed, asides=asides, not_yet=tuple(outright(beside, given)))
        whole = whole["data"]
    items = [_evened(one) for one in (whole if isinstance(whole, list) else [whole])]
    return reading_of((_checked(item, given) for item in items), feed, given)


def _evened(value: Any, depth: int = 0) -> Any:
    """The same with its members' names in small letters and without underscores."""
    if depth > _MOST_DEEP:
        raise UnreadableFile("it is nested too deeply to be read")
    if isinstance(value, dict):
        return {key.replace("_", "").lower(): _evened(one, depth + 1) for key, one in value.items()}
    return [_evened(one, depth + 1) for one in value] if isinstance(value, list) else value


def _checked(item: object, given: Given) -> NewsItem | Refusal:
    """An item that may be filed, or why it is none."""
    if not isinstance(item, dict):
        return UnreadableFile("it is no news item")
    status, kind = said(item, "pubstatus").strip().lower(), said(item, "type").strip().lower()
    if status in ("canceled", "cancelled"):
        return UnreadableFile("its sender has cancelled it: newsroom withdraw takes a release back")
    if kind not in ("", "text", "composite"):
        return UnreadableFile(f"it is no text but of the type “{kind}”: file the text it goes with")
    return _item(item, status, given)


def _item(item: Members, status: str, given: Given) -> NewsItem:
    body, other_bodies = _body(item)
    other_words = others(item)
    reason = {name: said(item, name) for name in _REMARKS}
    return NewsItem(
        title=FeedWords(_best(item, "headlines", "main") or said(item, "headline", "title")),
        summary=_summary(item),
        body=body,
        date=said(item, "versioncreated", "firstcreated", "contentcreated"),
        language=said(item, "language"),
        own_id=said(item, "uri"),
        issuers=(*sources_of(item), *_organisations(item)),
        authors=tuple(filter(None, (said(item, "copyrightholder"), said(item, "by", "byline")))),
        reference=_reference(item),
        contacts=contacts_of(item),
        files=tuple(_files(item)),
        categories=tuple(
            said(one, "name", "literal") for one in several(item, "subject", "subjects")
        ),
        remarks=(
            *((_REMARKS[name], words) for name, words in reason.items() if words),
            *spoken_of(item),
        ),
        asides=tuple(words for _, words in other_words),
        not_yet=(*outright(other_words, given), *_status(status), *_written_later(item, given)),
        left_out=other_bodies,
    )


def _organisations(item: Members) -> Iterator[str]:
    """Offices whose part in an item is to have made it, not to be in it."""
    for one in several(item, "organisation", "organisations"):
        if said(one, "rel", "role").lower() in (
            "publisher",
            "creator",
            "source",
            "issuer",
            "provider",
        ):
            yield said(one, "name")


def _written_later(item: Members, given: Given) -> Iterator[NotYet]:
    """What says that a text is of a later day than its version: one of both is a moment to come."""
    version = date_of(said(item, "versioncreated"), given).embargo
    for name in ("firstcreated", "contentcreated"):
        written = date_of(said(item, name), given).embargo
        if version and written and written.wall.date() > version.wall.date():
            yield NotYet(f"{name}: {said(item, name)}", None)


def _status(status: str) -> Iterator[NotYet]:
    if status not in ("", "usable"):
        why = "" if status == "withheld" else "its sender does not say that it may be used"
        yield NotYet(f"pubstatus: {status}", None, why)


def _best(item: Members, key: str, role: str) -> str:
    """The value of the member of a list that has a role, else of the first."""
    every = several(item, key)
    wanted = [one for one in every if said(one, "role").lower() == role]
    return next(filter(None, (said(one, "value") for one in (*wanted, *every))), "")


def _summary(item: Members) -> FeedWords:
    for one in several(item, "descriptions"):
        if said(one, "role").lower() in ("", "summary", "main", "abstract", "short"):
            return FeedWords(said(one, "value"), "html" in said(one, "contenttype"))
    text = said(item, "descriptiontext")
    return FeedWords(text or said(item, "descriptionhtml"), not text)


def _body(item: Members) -> tuple[FeedWords, tuple[tuple[str, str], ...]]:
    """The text of an item, with markup if there is any, and what its other texts are called."""
    every = [one for one in several(item, "bodies") if said(one, "value").strip()]
    marked = [one for one in every if "html" in said(one, "contenttype", "mimetype").lower()]
    if every:
        best = (marked or every)[0]
        is_same_kind = [one for one in (marked or every)[1:] if one is not best]
        why = "a release has one text: file this one on its own if it is another"
        rest = tuple((f"body “{said(one, 'role') or '?'}”", why) for one in is_same_kind)
        return FeedWords(said(best, "value"), bool(marked)), rest
    if html := said(item, "bodyhtml", "bodyxhtml"):
        return FeedWords(html, is_html=True), ()
    return FeedWords(said(item, "bodytext")), ()


def _reference(item: Members) -> str:
    ids = item.get("altids")
    pairs = list(ids.items()) if isinstance(ids, dict) else []
    pairs += [(said(one, "role"), said(one, "value")) for one in several(item, "altids")]
    fit = (value for role, value in pairs if _REFERENCE.search(role) and isinstance(value, str))
    return next((value.strip() for value in fit if value.strip() and len(value) <= 100), "")


def _files(item: Members) -> Iterator[Pointed]:
    """Its renditions and those of what goes with it, but for web pages."""
    for one in _members(item, "renditions"):
        yield from _file(one, {})
    for other in _members(item, "associations"):
        for one in _members(other, "renditions"):
            yield from _file(one, other)


def _members(item: Members, key: str) -> list[Members]:
    """Those of a list, or of an object whose keys are their names (ninjs 1)."""
    value = item.get(key)
    every = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [one for one in every if isinstance(one, dict)]


def _file(rendition: Members, of: Members) -> Iterator[Pointed]:
    address, form = said(rendition, "href"), said(rendition, "contenttype", "mimetype").lower()
    if address and form not in ("text/html", "application/xhtml+xml"):
        alt = _best(of, "descriptions", "alternative text") or said(of, "descriptiontext")
        credit = said(of, "by", "byline", "copyrightholder")
        yield Pointed(address, alt or said(rendition, "title"), credit)
