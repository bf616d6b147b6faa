"""What a page says of itself beside its text: what it is called, when it came out, its language."""

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from press.embargo import Embargo, Precision, embargo_at, embargo_from, parse_when, rounded_up
from press.errors import Refusal
from press.text import clean

# In which order a page's dates are believed.
_DATES = (
    *("article:published_time", "datepublished", "dcterms.issued", "dcterms.date"),
    *("dcterms.created", "dc.date.issued", "dc.date", "date", "pubdate"),
)
_JSON_DATE = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{10,40})"')
_JSON_EMBARGO = re.compile(
    r'"([^"\n]{0,30}embargo[^"\n]{0,30})"\s{0,9}:\s{0,9}"(\d{4}-[^"\n]{3,40})"', re.I
)
_NAMED = re.compile(r"\s+[|–—»·-]\s+[^|–—»·]{2,60}$")  # what the site is called, after a title
_SAVED = re.compile(r"saved from url=\(\d{1,6}\)(https?://\S+)")
_LONGEST = 2000  # characters of an address
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says of itself.

    Args:
        title: what it is called, without the site's name; may be empty.
        written: the same as it stands in the page's head; may be empty.
        fields: what it says for programs, in its head and in JSON-LD, as name and value.
        language: its tag, if it names one.
        base: the address of the page, if it names one.
        dates: when it came out, as written, the one that is believed first.
        published: the same as it is said for programs alone.
    """

    title: str
    written: str
    fields: tuple[tuple[str, str], ...]
    language: str | None
    base: str
    dates: tuple[str, ...]
    published: tuple[str, ...] = ()


def facts_of(root: etree._Element, main: etree._Element) -> PageFacts:
    """Read what a page says of itself.

    Args:
        root: of the page.
        main: the part that is its text.
    """
    metas = tuple(_metas(root))
    meta = dict(metas)
    published = tuple(_dates(root, meta))
    written = " ".join(root.findtext(".//title", "").split())
    tag = next((one.get("lang", "") for one in root.iter("html") if one.get("lang")), "")
    links = {one.get("rel", "").lower(): one.get("href", "") for one in root.iter("link")}
    bases = [one.get("href", "") for one in root.iter("base")]
    named = (*bases, *_saved_from(root), links.get("canonical", ""), meta.get("og:url", ""))
    return PageFacts(
        _heading(root) or meta.get("og:title", "") or _NAMED.sub("", written),
        written,
        (*metas, *_linked_data(root)),
        tag if _LANGUAGE.fullmatch(tag) else None,
        next((one for one in named if re.match("https?://", one)), ""),
        (*(time.get("datetime", "") for time in main.iter("time")), *published),
        published,
    )


def _saved_from(root: etree._Element) -> Iterator[str]:
    """The address that browsers write into a page when they save it."""
    for comment in root.iter(etree.Comment):
        if found := _SAVED.search((comment.text or "")[:_LONGEST]):
            yield found[1]


def _heading(root: etree._Element) -> str:
    return next(filter(None, map(_words_of, root.iter("h1"))), "")


def _words_of(heading: etree._Element) -> str:
    """Its words on one line, apart where it breaks them."""
    found = heading.xpath(".//text() | .//br")
    parts = found if isinstance(found, list) else ()
    return " ".join("".join(one if isinstance(one, str) else " " for one in parts).split())


def _metas(root: etree._Element) -> Iterator[tuple[str, str]]:
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        yield name.lower(), " ".join(meta.get("content", "").split())


def _linked_data(root: etree._Element) -> Iterator[tuple[str, str]]:
    """What a page says in JSON-LD, however deep; as it stands where it is no JSON."""
    for script in _scripts(root):
        yield from _members(script)
    # What programs keep of their own state is called as they like; only its words count.
    for kept in root.iter("script"):
        # A moment that is called an embargo is one, whichever program keeps it.
        yield from _JSON_EMBARGO.findall(kept.text or "")
        if kept.get("type", "").strip().lower() == "application/json":
            yield from (("", words) for _, words in _members(kept.text or ""))


def _members(script: str) -> Iterator[tuple[str, str]]:
    """The words of JSON with what they are called."""
    try:
        waiting = deque([("", json.loads(script))])
    except (ValueError, RecursionError):
        yield "", script
        return
    while waiting:
        name, value = waiting.popleft()
        if isinstance(value, dict):
            waiting += value.items()
        elif isinstance(value, list):
            waiting += ((name, one) for one in value)
        elif value is not None:
            yield str(name), clean(str(value))


def _scripts(root: etree._Element) -> Iterator[str]:
    for script in root.iter("script"):
        if "ld+json" in script.get("type", ""):
            yield script.text or ""


def _dates(root: etree._Element, meta: dict[str, str]) -> Iterator[str]:
    yield from (meta[name] for name in _DATES if name in meta)
    for script in _scripts(root):
        if found := _JSON_DATE.search(script):
            yield found[1]


def moment_of(facts: PageFacts, zone: str) -> Embargo | None:
    """When a page says that it came out; None where it does not, or not so that it can be read.

    Args:
        facts: of the page.
        zone: IANA name of the zone of a time that names none.
    """
    return _first(facts.dates, zone)


def minute_of(texts: Embargo | None, facts: PageFacts, zone: str) -> Embargo | None:
    """The date of a text, with the minute of that day at which its page says that it comes out.

    Args:
        texts: that date, if it bears one.
        facts: of the page.
        zone: IANA name of the zone of a time that names none.
    """
    told = _first(facts.published, zone)
    if not texts or not told or texts.precision is not Precision.DATE:
        return texts
    return told if told.wall.date() == texts.wall.date() else texts


def later_than(texts: Embargo, facts: PageFacts, zone: str) -> Embargo | None:
    """When a page says that it comes out, where that is on a later day than its text says.

    Args:
        texts: the date of its text.
        facts: of the page.
        zone: IANA name of the zone of a time that names none.
    """
    told = _first(facts.published, zone)
    return told if told and told.wall.date() > texts.wall.date() else None


def _first(dates: Iterable[str], zone: str) -> Embargo | None:
    return next(filter(None, (_moment(words.strip(), zone) for words in dates)), None)


def _moment(words: str, zone: str) -> Embargo | None:
    try:
        if len(words) <= len("2026-08-25"):
            return parse_when(words, zone)
        moment = rounded_up(datetime.fromisoformat(words))
        return embargo_from(moment, zone) if moment.tzinfo else embargo_at(moment, zone)
    except (ValueError, Refusal, OverflowError):
        return None
