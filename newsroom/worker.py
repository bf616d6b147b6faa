"""Translating in a process of its own: the only module that brings a model into memory.

Nothing imports it but that process and `newsroom translate`, so that web and clock stay small.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cache

from newsroom.settings import Settings
from newsroom.translating import Tally, Translating
from storage import Storage
from translate import Engine
from translate.argos import engine_for


def translate_due(
    settings: Settings,
    done: Callable[[int], None] = lambda _: None,
    only: Sequence[tuple[str, int]] = (("", 0),),
) -> Tally:
    """Make every translation that is due.

    Args:
        settings: the newsroom's.
        done: told after each step how many texts it made.
        only: pairs of language code and release number to be limited to; "" and 0 are any.
    """

    @cache
    def engine(source: str, target: str) -> Engine:
        return engine_for(source, target, settings.packages, settings.threads)

    storage = Storage(settings.database)
    try:
        return Translating(storage, engine, lambda: datetime.now(UTC), settings.reviewed).run(
            done, only
        )
    finally:
        storage.close()
