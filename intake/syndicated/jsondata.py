"""JSON of feeds and news items (RFC 8259): told by its first keys, parsed once, within limits."""

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any

from intake.characters.western import from_western
from press.errors import UnreadableFile
from press.text import well_formed

LARGEST = 5 * 1024 * 1024  # bytes
_LOOKED_AT = 64 * 1024  # bytes at each end
_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,1000}[{\[]\s{0,1000}[{\"]")
_FEED = re.compile(rb'"version"\s{0,99}:\s{0,99}"https?:\\?/\\?/(?:www\.)?jsonfeed\.org')
_URI = re.compile(rb'"uri"\s{0,99}:')
_NEWS = re.compile(
    rb'"(?:pub_?status|headlines?|body_?text|body_?x?html|bodies|version_?created|standard'
    rb'|representation_?type)"\s{0,99}:',
    re.IGNORECASE,
)
_MOST_WORDS = 20_000  # of an item; any of them may be an embargo

Members = Mapping[str, Any]


def is_json_feed(data: bytes) -> bool:
    """Whether a file is a JSON Feed (https://jsonfeed.org/version/1.1)."""
    return bool(_BEGINS.match(data) and _FEED.search(_ends(data)))


def is_ninjs(data: bytes) -> bool:
    """Whether a file is one item of ninjs, several, or a message of a webhook that holds one."""
    if not _BEGINS.match(data):
        return False
    ends = _ends(data)
    return bool(_URI.search(ends) and _NEWS.search(ends))


def parsed(data: bytes) -> tuple[Any, tuple[str, ...]]:
    """What JSON holds, and what an officer should know of how it was read.

    Raises:
        UnreadableFile: it is no JSON, too large or nested too deeply.
    """
    if len(data) > LARGEST:
        raise UnreadableFile(f"it is larger than {LARGEST // 1024**2} MiB: send it in parts")
    try:
        try:
            return json.loads(data), ()
        except UnicodeDecodeError:
            note = "it was read as Windows-1252: look at its accents, quotation marks and dashes"
            return json.loads(from_western(data)), (note,)
    except RecursionError:
        raise UnreadableFile("it is nested too deeply to be read") from None
    except ValueError as error:
        where = f", line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise UnreadableFile(f"it is damaged: it is no JSON{where}; export it again") from error


def said(of: Members, *keys: str) -> str:
    """The words of the first of some keys that has any; numbers are words as well."""
    for key in keys:
        value = of.get(key)
        is_said = isinstance(value, (str, int, float)) and not isinstance(value, bool)
        if is_said and (words := well_formed(str(value))).strip():
            return words
    return ""


def several(of: Members, *keys: str) -> list[Members]:
    """The objects that stand in the lists of some keys; one alone counts as a list."""
    found = list[Members]()
    for key in keys:
        value = of.get(key)
        every = value if isinstance(value, list) else [value]
        found += [one for one in every if isinstance(one, dict)]
    return found


def others(of: Members, known: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    """Every word of an item with its key, however deep: any may say that it must wait.

    Args:
        of: the item.
        known: keys of what is looked through elsewhere.

    Raises:
        UnreadableFile: they are more than can be looked through.
    """
    found = list[tuple[str, str]]()
    waiting = deque((key, value) for key, value in of.items() if key not in known)
    while waiting:
        key, value = waiting.popleft()
        if isinstance(value, (str, int, float)):
            found.append((str(key), well_formed(str(value)).strip()))
        else:
            waiting += _inner(key, value)
        if len(found) > _MOST_WORDS:
            raise UnreadableFile("it holds more members than any news item: export it without them")
    return found


def _inner(key: str, value: object) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from ((key, one) for one in value)


def _ends(data: bytes) -> bytes:
    return data if len(data) <= 2 * _LOOKED_AT else data[:_LOOKED_AT] + data[-_LOOKED_AT:]
