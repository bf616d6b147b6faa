"""Which translations are made due: what is missing, or what a machine made, anew."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache, partial

from newsroom.tasks.due import TRANSLATE, translation
from newsroom.translation.asides import sources
from newsroom.translation.filling import sheet
from newsroom.translation.topic_queue import queue_rough_topics
from press.releases.release import Release
from press.text import Origin
from storage import Database, Storage, tasks
from storage.filed import asides, releases
from storage.translation import memory, rough
from storage.translation.memory import Pair
from storage.translation.superseded import superseded

# So many texts are made due in one transaction: what has to be said at a minute is not held up.
_AT_ONCE = 500


def queue_missing(
    storage: Storage, languages: Sequence[str], numbers: Sequence[int], now: datetime
) -> int:
    """Make every missing text due, beside what is due already.

    Missing is also what an original's new words lack where their time came and no package was
    there, or the engine was given up.

    Args:
        storage: where everything is kept.
        languages: codes of the languages to fill.
        numbers: of the releases to look at; none for all.
        now: UTC.

    Returns:
        how many texts are due.
    """
    with storage.read() as db:  # an archive takes its time: nobody waits for the lock meanwhile
        beside = asides.lacking(db, languages)
    with storage.write() as db:
        stale = [one for one in superseded(db, languages) if _lacks_words(db, *one)]
        missing = [
            (number, code)
            for number, code in (
                *releases.untranslated(db, languages),
                *stale,
                *beside,
            )
            if not numbers or number in numbers
        ]
        tasks.renew(db, [translation(number, code, now) for number, code in missing])
        return tasks.open_about(db, TRANSLATE, languages, numbers)


def _lacks_words(db: Database, number: int, code: str) -> bool:
    """Whether some block has no words; a text that is whole may only wait for an editor."""
    return bool(sheet(db, releases.get(db, number), code).missing)


def queue_again(
    storage: Storage, languages: Sequence[str], numbers: Sequence[int], now: datetime
) -> int:
    """Have every text made anew that a machine had a hand in; an editor's words stay.

    Args and returns: as for `queue_missing`, for the texts that a machine had a hand in.
    """
    with storage.read() as db:  # an archive takes its time: nobody waits for the lock meanwhile
        found = map(partial(releases.get, db), numbers) if numbers else releases.every(db)
        beside = asides.made(db)
        due = [
            (release, code)
            for release in found
            for code in languages
            if _is_machine_made(release, code) or (release.id, code) in beside
        ]
    for start in range(0, len(due), _AT_ONCE):
        with storage.write() as db:
            for release, code in due[start : start + _AT_ONCE]:
                digests = [block.digest for block in sources(db, release)]
                memory.forget(db, Pair(release.source, code), digests)
                tasks.renew(db, [translation(release.id, code, now)])
    return len(due)


def queue_rough(
    storage: Storage,
    languages: Sequence[str],
    engine_name: Callable[[str, str], str],
    now: datetime,
    numbers: Sequence[int] = (),
) -> int:
    """Have every text made anew that holds rough words, where another engine would now be asked.

    So it is with what the starter said of topics, unless releases are named.

    What the starter said of a block counts as remembered for itself alone
    (`newsroom.translation.filling.remembered`), so that nothing need be forgotten: until the new
    words are there, the old ones stay. So does whatever a person wrote or approved.

    Args:
        storage: where everything is kept.
        languages: codes of the languages to look at.
        engine_name: what would be asked from one language code to another; empty for nothing.
        now: UTC.
        numbers: of the releases to look at; none for all.

    Returns:
        how many texts and topics that are.
    """
    name = cache(engine_name)
    with storage.read() as db:
        found = rough.every(db, languages, numbers)
    due = dict.fromkeys(
        (one.number, one.language)
        for one in found
        if name(one.source, one.language) not in ("", one.engine)
    )
    texts = list(due)
    for start in range(0, len(texts), _AT_ONCE):
        with storage.write() as db:
            tasks.renew(db, [translation(*one, now) for one in texts[start : start + _AT_ONCE]])
    return len(texts) + (0 if numbers else queue_rough_topics(storage, languages, name, now))


def _is_machine_made(release: Release, code: str) -> bool:
    """Whether its words, or those that would replace them, are a machine's."""
    text = release.texts.get(code)
    return text is not None and (text.origin is Origin.MACHINE or code in release.stale)
