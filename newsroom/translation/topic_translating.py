"""Saying topics in every language: remembered blocks stay, only unknown ones reach the engine."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from traceback import format_tb

from newsroom.tasks.due import TRANSLATE_TOPIC, topic_key
from newsroom.tasks.work import free_work_of_the_gone, owner_name, put_off
from newsroom.translation.filling import keep_made, remembered
from newsroom.translation.glossary import terms_in
from newsroom.translation.tally import Tally
from newsroom.translation.topics import by_pair, place, slots, topic_sheet
from newsroom.translation.translating import LEASE, safe
from press.errors import NoPackage
from press.releases.readiness import BY_DEFAULT, Readiness
from press.releases.release import Standing
from press.releases.review import Sheet
from press.text import Block
from press.topic import Topic
from storage import Database, Storage, journal, tasks, topics
from storage.journal import JournalLine
from storage.tasks import Task, WantedTask
from storage.translation.memory import Pair
from translate.engine.protocol import Engine
from translate.translating import Made, translate_blocks

log = logging.getLogger("newsroom.translating")

AT_ONCE = 15
# What an engine made of blocks, by the languages it went between.
Fresh = dict[Pair, tuple[list[Block], list[Made]]]


class TopicTranslating:
    """Takes due translations of topics and makes them.

    Args:
        storage: where everything is kept.
        engine_for: gives the engine from one language code to another, or raises NoPackage.
        clock: tells the time, UTC.
        readiness: says which words of a machine the public may read.
        title: the newsroom's name, which is not translated.
    """

    def __init__(
        self,
        storage: Storage,
        engine_for: Callable[[str, str], Engine],
        clock: Callable[[], datetime],
        readiness: Readiness = BY_DEFAULT,
        title: str = "",
    ) -> None:
        self.storage = storage
        self.engine_for = engine_for
        self.clock = clock
        self.readiness = readiness
        self.title = title
        self.owner = owner_name()

    def run(
        self, done: Callable[[int], None] = lambda _: None, languages: Sequence[str] = ("",)
    ) -> Tally:
        """Do all that is due.

        Args:
            done: told after each topic that it was made.
            languages: codes of those to be limited to; "" is any.
        """
        tally = Tally()
        free_work_of_the_gone(self.storage, self.clock())
        for code in languages:
            while taken := self._claim(code):
                for task in sorted(taken, key=lambda task: task.language):
                    self._attempt(task, tally, done)
        return tally

    def _claim(self, code: str) -> list[Task]:
        with self.storage.write() as db:
            wanted, now = WantedTask(TRANSLATE_TOPIC, code), self.clock()
            return tasks.claim(db, wanted, now, owner=self.owner, lease=LEASE, limit=AT_ONCE)

    def _attempt(self, task: Task, tally: Tally, done: Callable[[int], None]) -> None:
        with self.storage.read() as db:
            given = _topic(db, task)
        fresh: Fresh = {}
        try:
            missing = self._ask(given, task.language, fresh) if given else set()
            with self.storage.write() as db:
                made = self._keep(db, task, given, fresh, missing)
        except Exception as error:  # an engine can fail in any way; the others must go on
            reason = safe(error)
            # Its name may be as secret as a release.
            log.warning("a topic, %s: the engine failed: %s", task.language, reason)
            log.debug("into %s\n%s", task.language, "".join(format_tb(error.__traceback__)))
            tally.failed += 1
            with self.storage.write() as db:
                put_off(db, [task], self.clock(), reason)
            return
        tally.missing |= missing if not made else set()
        tally.filled += made
        done(made)

    def _ask(self, given: Topic, code: str, fresh: Fresh) -> set[tuple[str, str]]:
        """Have the engines say what is not remembered; returns pairs that have no package."""
        missing = set()
        for pair, blocks in by_pair(slots(given, code)).items():
            languages = (pair.source, pair.target)
            try:
                engine = self.engine_for(*languages)
            except NoPackage:
                missing.add(languages)
                continue
            with self.storage.read() as db:
                known = remembered(db, pair, [block.digest for block in blocks], engine.name)
                unknown = [block for block in blocks if block.digest not in known]
                terms = terms_in(db, self.title, languages, unknown)
            made = translate_blocks(unknown, *languages, engine, terms)
            fresh[pair] = unknown, made
        return missing

    def _keep(
        self,
        db: Database,
        task: Task,
        seen: Topic | None,
        fresh: Fresh,
        missing: set[tuple[str, str]],
    ) -> bool:
        """Keep what was made, unless the topic was given other words meanwhile."""
        now, code, given = self.clock(), task.language, _topic(db, task)
        if given is None or not slots(given, code):
            tasks.finish(db, [task], now, "nothing is to be said any more")
            return False
        if seen is None or slots(given, code) != slots(seen, code):
            tasks.postpone(db, [task], now, "the source changed")
            return False
        made = _remember(db, fresh, now)
        if missing and topic_sheet(db, given, code, made).missing:
            between = ", ".join(f"from {source} to {target}" for source, target in missing)
            tasks.finish(db, [task], now, f"no package {between}")
            return False
        _note(db, place(db, given, code, now, self.readiness, made), made, now)
        tasks.finish(db, [task], now)
        return True


def _topic(db: Database, task: Task) -> Topic | None:
    slug = topics.with_key(db, topic_key(task))
    return topics.given(db, slug) if slug else None


def _remember(db: Database, fresh: Fresh, now: datetime) -> dict[str, Block]:
    words: dict[str, Block] = {}
    for pair, (blocks, made) in fresh.items():
        words |= keep_made(db, pair, blocks, made, now)
    return words


def _note(db: Database, said: Sheet, made: dict[str, Block], now: datetime) -> None:
    who = ", ".join(dict.fromkeys(block.engine for block in made.values() if block.engine))
    waits = "; it waits for an editor" if said.standing is Standing.WAITS else ""
    line = JournalLine(now, who or "newsroom", f"filled {said.language}", None, said.about + waits)
    journal.add(db, line)
