"""The entries of a document, one by one: what is wrong with one costs no other."""

import logging
from collections.abc import Callable
from typing import TypeVar

from feeds.closing import last_word
from feeds.item import Item, item_of
from press.edition import Edition
from press.site import Site

# Whoever leaves a release out says so here, so that it is counted: newsroom/faults.py.
left_out = logging.getLogger("newsroom.left_out")
Written = TypeVar("Written")


def written(edition: Edition, site: Site, write: Callable[[Item], Written]) -> list[Written]:
    """Write every entry in its order; one that cannot be written is left out and logged.

    A topic that was retired has one entry, which says so.

    Args:
        edition: which entries.
        site: addresses and names.
        write: turns an entry into a part of the document.
    """
    done = [write(last_word(edition, site))] if edition.is_closed else []
    for entry in edition.entries:
        try:
            done.append(write(item_of(entry, edition.feed.language, site)))
        except Exception:
            feed = f"{edition.feed.language.code}/{edition.feed.topic}"
            left_out.exception("release %s cannot be written; %s goes without it", entry.id, feed)
    return done
