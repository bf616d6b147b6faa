"""Which translations of topics are made due: with their words, or by hand."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache

from newsroom.tasks.due import TRANSLATE_TOPIC, topic_translation
from newsroom.translation.topics import by_pair, keep_what_stands, slots, topic_sheet
from press.topic import Topic
from storage import Database, Storage, tasks, topics
from storage.translation import memory


def make_due(db: Database, slug: str, codes: Sequence[str], now: datetime) -> None:
    """Have a topic said in every language in which nobody gave it words, after others were given.

    Args:
        db: in the transaction in which it was given them.
        slug: of the topic.
        codes: of the newsroom's languages.
        now: UTC.
    """
    if given := topics.given(db, slug):
        keep_what_stands(db, given, now)
        tasks.renew(db, [topic_translation(given, c, now) for c in codes if slots(given, c)])


def queue_missing_topics(storage: Storage, codes: Sequence[str], now: datetime) -> int:
    """Make due what topics lack in these languages, beside what is due already.

    Returns:
        how many translations of topics are due.
    """
    with storage.write() as db:
        due = [
            topic_translation(given, code, now)
            for given in topics.every_given(db)
            for code in codes
            if topic_sheet(db, given, code).missing
        ]
        tasks.renew(db, due)
        return tasks.open_about(db, TRANSLATE_TOPIC, codes)


def queue_topics_again(storage: Storage, codes: Sequence[str], now: datetime) -> int:
    """Have what a machine says of topics in these languages made anew; an editor's words stay.

    Returns:
        how many translations of topics that are.
    """
    with storage.write() as db:
        due = [
            (given, code)
            for given in topics.every_given(db)
            for code in codes
            if any(s.target and not s.is_settled for s in topic_sheet(db, given, code).segments)
        ]
        for given, code in due:
            for pair, blocks in by_pair(slots(given, code)).items():
                memory.forget(db, pair, [block.digest for block in blocks])
        tasks.renew(db, [topic_translation(*one, now) for one in due])
    return len(due)


def queue_rough_topics(
    storage: Storage, codes: Sequence[str], engine_name: Callable[[str, str], str], now: datetime
) -> int:
    """Have every topic made anew that holds the starter's words where another engine would speak.

    Until the new words are there, the old ones stay; so does whatever a person said.

    Args:
        storage: where everything is kept.
        codes: of the languages to look at.
        engine_name: what would be asked from one language code to another; empty for nothing.
        now: UTC.

    Returns:
        how many languages of topics that are.
    """
    name = cache(engine_name)
    with storage.read() as db:  # looking packages over takes its time
        due = [
            topic_translation(given, code, now)
            for given in topics.every_given(db)
            for code in codes
            if _is_better_known(db, given, code, name)
        ]
    if due:
        with storage.write() as db:
            tasks.renew(db, due)
    return len(due)


def _is_better_known(
    db: Database, given: Topic, code: str, name: Callable[[str, str], str]
) -> bool:
    found = zip(slots(given, code), topic_sheet(db, given, code).segments, strict=True)
    return any(
        one.target.is_rough
        and name(slot.pair.source, slot.pair.target) not in ("", one.target.engine)
        for slot, one in found
        if one.target
    )
