"""Filling languages: remembered blocks stay, only unknown ones reach the engine."""

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby

from newsroom.due import TRANSLATE, translation
from newsroom.work import free_work_of_the_gone, owner_name, put_off
from press.contact import ContactKind
from press.errors import NoPackage
from press.release import Release
from press.text import Block, Origin, Text
from storage import Database, Storage, journal, memory, releases, tasks
from storage.journal import Line
from storage.memory import Pair
from storage.tasks import Task, Wanted
from translate import Engine, translate_blocks
from translate.terms import as_it_is

log = logging.getLogger("newsroom.translating")

LEASE = timedelta(minutes=10)
# Many releases at once give the engine long batches; a stop costs at most this many.
AT_ONCE = 60


@dataclass(slots=True)
class Tally:
    """What a run of translating did.

    Args:
        filled: how many texts it made.
        missing: language pairs for which no package is installed.
        failed: how many texts the engine failed on; they are tried again later.
        kept: per release number and language, how many sentences stay in the source language
            because the engine could not be trusted with them.
    """

    filled: int = 0
    missing: set[tuple[str, str]] = field(default_factory=set)
    failed: int = 0
    kept: Counter[tuple[int, str]] = field(default_factory=Counter)


class Translating:
    """Takes due translations and makes them.

    Args:
        storage: where everything is kept.
        engine_for: gives the engine from one language code to another, or raises NoPackage.
        clock: tells the time, UTC.
        reviewed: codes of the languages whose machine text waits for an editor.
    """

    def __init__(
        self,
        storage: Storage,
        engine_for: Callable[[str, str], Engine],
        clock: Callable[[], datetime],
        reviewed: frozenset[str] = frozenset(),
    ) -> None:
        self.storage = storage
        self.reviewed = reviewed
        self.engine_for = engine_for
        self.clock = clock
        self.owner = owner_name()

    def run(
        self,
        done: Callable[[int], None] = lambda _: None,
        only: Sequence[tuple[str, int]] = (("", 0),),
    ) -> Tally:
        """Do all that is due.

        Args:
            done: told after each step how many texts it made.
            only: pairs of language code and release number to be limited to; "" and 0 are any.
        """
        tally = Tally()
        free_work_of_the_gone(self.storage, self.clock())
        for language, number in only:
            while taken := self._claim(Wanted(TRANSLATE, language, number)):
                for pair, group in self._by_pair(taken):
                    before = tally.filled
                    self._attempt(pair, list(group), tally)
                    if tally.filled > before:
                        done(tally.filled - before)
        return tally

    def _claim(self, wanted: Wanted) -> list[Task]:
        with self.storage.write() as db:
            now = self.clock()
            return tasks.claim(db, wanted, now, owner=self.owner, lease=LEASE, limit=AT_ONCE)

    def _by_pair(
        self, taken: Sequence[Task]
    ) -> Iterable[tuple[tuple[str, str], Iterable[tuple[Task, Release]]]]:
        with self.storage.read() as db:
            pairs = [(task, releases.get(db, task.release_id)) for task in taken]

        def languages(pair: tuple[Task, Release]) -> tuple[str, str]:
            return pair[1].source, pair[0].language

        return groupby(sorted(pairs, key=languages), key=languages)

    def _attempt(
        self, pair: tuple[str, str], wanted: list[tuple[Task, Release]], tally: Tally
    ) -> None:
        due = [task for task, _ in wanted]
        try:
            engine = self.engine_for(*pair)
            self._fill(pair, wanted, engine, tally)
        except NoPackage as error:
            tally.missing.add(pair)
            with self.storage.write() as db:
                tasks.finish(db, due, self.clock(), str(error))
        except Exception as error:  # an engine can fail in any way; the others must go on
            if len(wanted) > 1:  # one bad text must not cost those it was sent with
                for one in wanted:
                    self._attempt(pair, [one], tally)
                return
            number, language = due[0].release_id, due[0].language
            log.debug("release %d, %s", number, language, exc_info=True)
            log.warning("release %d, %s: the engine failed: %r", number, language, error)
            tally.failed += len(due)
            with self.storage.write() as db:
                put_off(db, due, self.clock(), repr(error))

    def _fill(
        self,
        pair: tuple[str, str],
        wanted: list[tuple[Task, Release]],
        engine: Engine,
        tally: Tally,
    ) -> None:
        source, target = pair
        blocks = {b.digest: b for _, release in wanted for b in release.original.blocks}
        with self.storage.read() as db:
            known = memory.recall(db, Pair(source, target), blocks)
        unknown = {digest: block for digest, block in blocks.items() if digest not in known}
        terms = [
            as_it_is(contact.name, source, target)
            for _, release in wanted
            for contact in release.contacts
            if contact.kind is ContactKind.PERSON
        ]
        made = translate_blocks(list(unknown.values()), source, target, engine, terms)
        kept = {digest: one.kept for digest, one in zip(unknown, made, strict=True)}
        fresh = {digest: one.block for digest, one in zip(unknown, made, strict=True)}
        with self.storage.write() as db:
            now = self.clock()
            memory.remember(db, Pair(source, target), fresh, now)
            saved = [w for w in wanted if self._keep(db, *w, known | fresh, now)]
        tally.filled += len(saved)
        for task, release in saved:
            count = sum(kept.get(block.digest, 0) for block in release.original.blocks)
            tally.kept += Counter({(release.id, task.language): count})

    def _keep(
        self,
        db: Database,
        task: Task,
        seen: Release,
        words: dict[str, Block],
        now: datetime,
    ) -> bool:
        """Save one text, unless its source changed meanwhile: then the task stays due."""
        current = releases.get(db, seen.id)
        if current.original != seen.original:
            tasks.postpone(db, [task], now, "the source changed")
            return False
        blocks = tuple(words[block.digest] for block in seen.original.blocks)
        text = Text(task.language, blocks)
        if _says_the_same(text, seen.original):
            tasks.finish(db, [task], now, "the engine left every word as it was")
            return False
        if not self._waits(text):
            releases.save_text(db, seen.id, text, now)
        elif task.language not in current.texts or task.language in current.waiting:
            releases.save_text(db, seen.id, text, now, ready=False)
        engine = text.engine
        journal.add(db, Line(now, engine or "newsroom", f"filled {task.language}", seen.id, ""))
        tasks.finish(db, [task], now)
        return True

    def _waits(self, text: Text) -> bool:
        """Whether an editor must read it first; until then the text that was approved stays."""
        return text.language in self.reviewed and text.origin is Origin.MACHINE


def _says_the_same(text: Text, original: Text) -> bool:
    """Whether not a word was translated: then the original may as well stand in, marked as such."""
    return [b.markdown for b in text.blocks] == [b.markdown for b in original.blocks]


def queue_missing(
    storage: Storage, languages: Sequence[str], numbers: Sequence[int], now: datetime
) -> int:
    """Make every missing text due.

    Args:
        storage: where everything is kept.
        languages: codes of the languages to fill.
        numbers: of the releases to look at; none for all.
        now: UTC.

    Returns:
        how many texts are missing.
    """
    with storage.write() as db:
        missing = [
            (number, code)
            for number, code in releases.untranslated(db, languages)
            if not numbers or number in numbers
        ]
        tasks.renew(db, [translation(number, code, now) for number, code in missing])
    return len(missing)


def queue_again(
    storage: Storage, languages: Sequence[str], numbers: Sequence[int], now: datetime
) -> int:
    """Have every text made anew that a machine had a hand in; an editor's words stay.

    Args and returns: as for `queue_missing`, for the texts that a machine had a hand in.
    """
    with storage.write() as db:
        found = [r for r in releases.every(db) if not numbers or r.id in numbers]
        due = [(r, code) for r in found for code in languages if _is_machine_made(r, code)]
        for release, code in due:
            pair = Pair(release.source, code)
            memory.forget(db, pair, [block.digest for block in release.original.blocks])
        tasks.renew(db, [translation(release.id, code, now) for release, code in due])
    return len(due)


def _is_machine_made(release: Release, code: str) -> bool:
    return code in release.texts and release.texts[code].origin is Origin.MACHINE
