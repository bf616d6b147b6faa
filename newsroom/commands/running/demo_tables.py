"""The tables of `newsroom demo`."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from rich.table import Table

from feeds import FORMATS
from newsroom.commands import cell
from newsroom.proofs.surfaces import Surface
from newsroom.running.results import PAGES, FeedResult, LanguageResult

COLUMNS = ("", "Pages", "Feeds", "Entries", "After", "Words")


def surfaces(every: Sequence[Surface], seen: Mapping[Surface, timedelta], left: timedelta) -> Table:
    """When each language's surfaces first showed the release, and how long it is until then."""
    seconds = left.total_seconds()
    title = f"{seconds:.0f} s to go" if seconds > 0 else "the minute has come"
    kinds = [*FORMATS, *PAGES]
    table = Table("", *kinds, title=title, title_justify="left", box=None)
    for language in dict.fromkeys(surface.language for surface in every):
        cells = [
            _slowest([s for s in every if (s.language, s.kind) == (language, kind)], seen)
            for kind in kinds
        ]
        table.add_row(language, *cells)
    return table


def feeds(found: Iterable[FeedResult]) -> Table:
    """Every feed: language, topic, format."""
    table = Table("Language", "Topic", "Format", "Entries", "Validity", "Bytes", box=None)
    for one in found:
        at, validity = one.surface, "; ".join(one.faults) or "valid"
        row = (at.language, at.topic, at.kind, str(one.entries), validity, str(one.size))
        table.add_row(*map(cell, row))
    return table


def languages(found: Iterable[LanguageResult]) -> Table:
    """A line for each language."""
    table = Table(*COLUMNS, box=None, padding=(0, 2, 0, 0))
    for one in found:
        valid = (
            f"{one.valid} valid" if one.valid == one.feeds else f"{one.valid} of {one.feeds} valid"
        )
        table.add_row(
            one.language.name,
            str(one.pages),
            valid,
            str(one.entries),
            f"+{_milliseconds(one.slowest)} ms",
            ", ".join(f"{count} {whose}" for whose, count in one.words.items()),
        )
    return table


def pairs(rows: Iterable[tuple[str, str]]) -> Table:
    """What for, and what to open or to type for it."""
    table = Table.grid(padding=(0, 1, 0, 0))
    for what, how in rows:
        table.add_row(what, cell(how))
    return table


def _slowest(some: list[Surface], seen: Mapping[Surface, timedelta]) -> str:
    """The slowest of these surfaces, or that it is not on all of them yet."""
    if not all(surface in seen for surface in some):
        return "absent"
    return f"+{_milliseconds(max(seen[surface] for surface in some))} ms"


def _milliseconds(after: timedelta) -> int:
    return after // timedelta(milliseconds=1)
