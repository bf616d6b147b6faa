"""RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0 (RFC 4287), as feedparser reads them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from itertools import repeat
from typing import Any

from intake.given import Given
from intake.notyet.outright import outright
from intake.syndicated.encoding import text_of_xml
from intake.syndicated.newsitem import FeedWords, NewsFeed, NewsItem
from intake.syndicated.pointed import Pointed
from intake.syndicated.prolog import check_no_entities, comments_before, without_prolog
from intake.syndicated.reading import reading_of
from intake.syndicated.tidied import tidied
from press.errors import UnreadableFile
from press.releases.release import Reading

LARGEST = 5 * 1024 * 1024  # bytes
_MENDED = "its XML is broken and was read as far as it makes sense: look whether all is there"
_SHORTENED = (
    "some of its elements are too long or too many for what they are, and were read for an embargo "
    "alone: look whether all is there"
)
_DAMAGED = "it is no XML that can be read: export the feed again, or paste the text of an entry"
_ELSEWHERE = "its text lies elsewhere, and nothing is fetched: paste it"
_HTML = ("text/html", "application/xhtml+xml")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,20}:", re.IGNORECASE)
# What is shown, or says nothing of the entry; everything else may hold an embargo.
_READ = re.compile(r"title|summary|link|id|guidislink|published|updated|created|language|.*_parsed")


def read(data: bytes, given: Given) -> Reading:
    """Read a feed; every entry is a release.

    Args:
        data: the whole file.
        given: zone and language where an entry names none.

    Raises:
        UnreadableFile: it is none that can be read, declares entities, has nothing in it or too
            much.
    """
    if len(data) > LARGEST:
        raise UnreadableFile(f"it is larger than {LARGEST // 1024**2} MiB: send it in parts")
    sheet = text_of_xml(data)
    check_no_entities(sheet.text)
    tidy = tidied(without_prolog(sheet.text))
    parsed = _parsed(tidy.xml)
    head = parsed.feed
    said = tidy.entries
    # Which of them are whose is not certain where the reader of feeds counts otherwise: all's.
    is_told = len(said) == len(parsed.entries)
    beside = tidy.beside if is_told else (*tidy.beside, *(one for entry in said for one in entry))
    feed = NewsFeed(
        name=_feed_name(head),
        language=_said(head, "language") or _detail(head, "title", "language"),
        issuers=(*_names(head, "publisher", "author"), _said(head, "title")),
        publishers=tuple(name for name in _names(head, "publisher") if "@" not in name),
        asides=(
            *(tidy.comments, comments_before(sheet.text)),
            *(words for _, words in (*beside, *tidy.cut)),
        ),
        not_yet=tuple(outright((*_others(head), *beside, *tidy.cut), given)),
        notes=(
            *sheet.notes,
            *([_MENDED] if tidy.is_mended else []),
            *([_SHORTENED] if tidy.cut else []),
        ),
    )
    pairs = zip(parsed.entries, said if is_told else repeat(()), strict=False)
    return reading_of((_item(entry, words, given) for entry, words in pairs), feed, given)


def _parsed(xml: bytes) -> Any:
    """What feedparser makes of bytes: of a text it might take a short one for a name or an address.

    What it would clean and complete is never shown: words are read by `marked` alone.
    """
    import feedparser  # noqa: PLC0415 - most commands do without

    try:
        return feedparser.parse(BytesIO(xml), sanitize_html=False, resolve_relative_uris=False)
    # A blank in the address of a namespace, say, or elements in one another where none may be.
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise UnreadableFile(_DAMAGED) from error


def _item(entry: Any, said: Sequence[tuple[str, str]], given: Given) -> NewsItem:
    body, summary, elsewhere = _texts(entry)
    return NewsItem(
        title=_passage(entry, "title"),
        summary=summary,
        body=body,
        date=next(filter(None, (_said(entry, k) for k in ("published", "created", "updated"))), ""),
        language=_said(entry, "language")
        or _detail(entry, "title", "language")
        or _body_language(entry),
        own_id=_said(entry, "id"),
        link=_said(entry, "link"),
        issuers=_names(entry, "publisher"),
        authors=_names(entry, "author"),
        reference=_reference(entry),
        files=tuple(_files(entry)),
        categories=tuple(
            tag.get("label") or tag.get("term") or "" for tag in entry.get("tags", [])
        ),
        asides=tuple(words for _, words in (*_others(entry), *said)),
        not_yet=tuple(dict.fromkeys(outright((*_others(entry), *said), given))),
        left_out=elsewhere,
    )


def _said(of: Mapping[str, Any], key: str) -> str:
    # Mappings of feedparser answer some keys with the value of others; `get` alone does not warn.
    value = dict.get(of, key) if isinstance(of, dict) else None
    return value.strip() if isinstance(value, str) else ""


def _detail(of: Mapping[str, Any], key: str, what: str) -> str:
    detail = of.get(f"{key}_detail") or {}
    value = detail.get(what)
    return value if isinstance(value, str) else ""


def _body_language(entry: Mapping[str, Any]) -> str:
    """The language of an entry's text, where nothing else of it names one."""
    return next((c["language"] for c in entry.get("content", []) if c.get("language")), "")


def _passage(entry: Mapping[str, Any], key: str) -> FeedWords:
    is_html = _detail(entry, key, "type") in _HTML
    return FeedWords(
        _said(entry, key), is_html, _detail(entry, key, "base") or _said(entry, "link")
    )


def _texts(entry: Mapping[str, Any]) -> tuple[FeedWords, FeedWords, tuple[tuple[str, str], ...]]:
    """The text of an entry, its summary, and what of it lies elsewhere."""
    every: list[Mapping[str, str]] = entry.get("content", [])
    elsewhere = tuple((one["src"], _ELSEWHERE) for one in every if one.get("src"))
    content = max(every, key=lambda one: len(one.get("value") or ""), default={})
    words, summary = content.get("value") or "", _passage(entry, "summary")
    base = content.get("base") or _said(entry, "link")
    body = FeedWords(words, content.get("type") in _HTML, base)
    if body.words.strip() == summary.words.strip():
        summary = FeedWords()
    # Of two texts the shorter is about the longer, whatever their names.
    if body and len(body.words) < len(summary.words):
        body, summary = summary, body
    return body, summary, elsewhere


def _names(of: Mapping[str, Any], *keys: str) -> tuple[str, ...]:
    return tuple(filter(None, (_said(of, key) or _detail(of, key, "name") for key in keys)))


def _reference(entry: Mapping[str, Any]) -> str:
    """A number of the sender's (dc:identifier), unless it is an address."""
    said = _said(entry, "dc_identifier") or _said(entry, "prism_number")
    return "" if _ADDRESS.match(said) or len(said) > 100 else said


def _feed_name(head: Mapping[str, Any]) -> str:
    own = (link.get("href", "") for link in head.get("links", []) if link.get("rel") == "self")
    return _said(head, "id") or _said(head, "link") or next(own, "") or _said(head, "title")


def _files(entry: Mapping[str, Any]) -> Iterator[Pointed]:
    for enclosure in entry.get("enclosures", []):
        yield Pointed(enclosure.get("href") or "", enclosure.get("title") or "")
    owed = entry.get("media_credit") or [{}]
    for media in entry.get("media_content", []):
        yield Pointed(media.get("url") or "", "", owed[0].get("content") or "")


def _others(entry: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What else an entry says, in elements of any name."""
    return [
        (key, value.strip())
        for key, value in entry.items()
        if isinstance(value, str) and value.strip() and not _READ.fullmatch(key)
    ]
