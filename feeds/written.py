"""The entries of a document, one by one: what is wrong with one costs no other."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeVar

from feeds.closing import last_word
from feeds.item import Item, item_of
from press.edition import Edition, Entry
from press.languages import Language
from press.site import Site

# Whoever leaves a release out says so here, so that it is counted: newsroom/faults.py.
left_out = logging.getLogger("newsroom.left_out")
# A release stands in the feeds of all its topics: it is written once for them. Some 10 kB each.
MOST_KEPT = 2048
Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class _Asked:
    """An entry to be written, told from others by the name of its content."""

    digest: str
    language: Language
    site: Site
    write: Callable[[Item], Any]
    entry: Entry = field(compare=False)


def written(edition: Edition, site: Site, write: Callable[[Item], Part]) -> list[Part]:
    """Write every entry in its order; one that cannot be written is left out and logged.

    A topic that was retired has one entry, which says so.

    Args:
        edition: which entries.
        site: addresses and names.
        write: turns an entry into a part of the document; a part may serve other documents too.
    """
    done = [write(last_word(edition, site))] if edition.is_closed else []
    for entry in edition.entries:
        asked = _Asked(entry.digest, edition.feed.language, site, write, entry)
        try:
            done.append(_kept(asked) if entry.digest else _made(asked))
        except Exception:
            feed = f"{edition.feed.language.code}/{edition.feed.topic}"
            left_out.exception("release %s cannot be written; %s goes without it", entry.id, feed)
    return done


def _made(asked: _Asked) -> Any:
    return asked.write(item_of(asked.entry, asked.language, asked.site))


_kept = lru_cache(MOST_KEPT)(_made)
