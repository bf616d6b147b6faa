"""Translating what is due, with the engine in a process of its own.

The process that runs this holds no model; the one that it starts does, and is replaced when it
dies, hangs or grows.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial

from newsroom.settings import Settings
from newsroom.translation.packages import engine_name, package_folders
from newsroom.translation.queueing import queue_rough
from newsroom.translation.tally import Tally
from newsroom.translation.topic_translating import TopicTranslating
from newsroom.translation.translating import Translating
from storage import Storage
from translate.engine.loading import load
from translate.engine.pivot import route
from translate.engine.protocol import Engine
from translate.engine.scheduler import Scheduler

# While the engine is busy with the words of one hand, others read and write theirs.
HANDS = 4


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
    storage, folders = Storage(settings.database), package_folders(settings)
    try:
        with Scheduler(partial(load, threads=settings.threads)) as scheduler:

            def engine(source: str, target: str) -> Engine:
                return scheduler.engine(route(source, target, folders))

            def clock() -> datetime:
                return datetime.now(UTC)

            readiness, title = settings.readiness, settings.site.title
            # Few and short, and every page and feed of their languages shows them.
            tally = TopicTranslating(storage, engine, clock, readiness, title).run(
                done, [language for language, number in only if not number]
            )
            tally.add(Translating(storage, engine, clock, readiness, HANDS, title).run(done, only))
            return tally
    finally:
        storage.close()


def translate_better(settings: Settings) -> Tally:
    """Make anew what the starter made and another package would make now; and all that is due.

    Args:
        settings: the newsroom's.
    """
    storage, folders = Storage(settings.database), package_folders(settings)
    try:
        queue_rough(
            storage,
            settings.site.languages.codes,
            partial(engine_name, folders=folders),
            datetime.now(UTC),
        )
    finally:
        storage.close()
    return translate_due(settings)
