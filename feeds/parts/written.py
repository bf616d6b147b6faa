"""The entries of a document, one by one: what is wrong with one costs no other."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeVar

from feeds.parts.closing import last_word
from feeds.parts.item import Item, item_of
from press.languages import Language
from press.public.edition import Edition, Entry
from press.public.site import Site

# Whoever leaves a release out says so here, so that it is counted: newsroom/public/faults.py.
left_out = logging.getLogger("newsroom.left_out")
# A release stands in three formats of the feeds of all its topics: it is made once for them, and
# written once in each format. Some 10 kB each.
MOST_KEPT = 2048
Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class _Asked:
    """An entry in a language's feed, told from others by the name of its content."""

    digest: str
    language: Language
    site: Site
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
        try:
            if entry.digest:
                asked = _Asked(entry.digest, edition.feed.language, site, entry)
                done.append(_written(asked, write))
            else:
                done.append(write(item_of(entry, edition.feed.language, site)))
        except Exception:
            feed = f"{edition.feed.language.code}/{edition.feed.topic}"
            left_out.exception("release %s cannot be written; %s goes without it", entry.id, feed)
    return done


@lru_cache(MOST_KEPT)
def _written(asked: _Asked, write: Callable[[Item], Any]) -> Any:
    return write(_item(asked))


@lru_cache(MOST_KEPT)
def _item(asked: _Asked) -> Item:
    return item_of(asked.entry, asked.language, asked.site)
