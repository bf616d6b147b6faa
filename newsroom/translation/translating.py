"""Filling languages: remembered blocks stay, only unknown ones reach the engine."""

import logging
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from datetime import datetime, timedelta
from itertools import groupby
from traceback import format_tb

from newsroom.tasks.due import TRANSLATE
from newsroom.tasks.work import free_work_of_the_gone, owner_name, put_off
from newsroom.translation.asides import lacks_beside, sources, without_engine
from newsroom.translation.filling import (
    keep_made,
    keep_version,
    place,
    put_beside,
    remembered,
    sheet,
    with_displaced,
)
from newsroom.translation.glossary import contacts_of, terms_in
from newsroom.translation.tally import Tally
from press.errors import EngineFailed, EngineStopped, NoPackage, PackageRefused, UnknownRelease
from press.releases.readiness import BY_DEFAULT, Readiness
from press.releases.release import Release
from press.text import Block, Text
from storage import Database, Storage, journal, tasks
from storage.filed import releases
from storage.journal import JournalLine
from storage.tasks import Task, WantedTask
from storage.translation.memory import Pair
from translate.engine.protocol import Engine
from translate.translating import translate_blocks

log = logging.getLogger("newsroom.translating")

# Longer than any engine takes for what is claimed at once, even where it hangs and is found out;
# what a killed process held is taken over without awaiting its end.
LEASE = timedelta(minutes=30)
# Several hands take so many texts each, so that the engine always has long batches to choose from;
# a stop costs at most what they hold.
AT_ONCE = 15


class Translating:
    """Takes due translations and makes them.

    Args:
        storage: where everything is kept.
        engine_for: gives the engine from one language code to another, or raises NoPackage.
        clock: tells the time, UTC.
        readiness: says which words of a machine the public may read.
        hands: how many threads take texts; with more than one, engines are asked by all of them.
        title: the newsroom's name, which is not translated.
    """

    def __init__(
        self,
        storage: Storage,
        engine_for: Callable[[str, str], Engine],
        clock: Callable[[], datetime],
        readiness: Readiness = BY_DEFAULT,
        hands: int = 1,
        title: str = "",
    ) -> None:
        self.storage = storage
        self.hands = hands
        self.title = title
        self.readiness = readiness
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
        counting = threading.Lock()

        def count(step: Tally) -> None:
            with counting:
                tally.add(step)
                if step.filled:
                    done(step.filled)

        free_work_of_the_gone(self.storage, self.clock())
        if self.hands == 1:
            self._work_off(only, count)
        else:
            self._in_threads(lambda: self._work_off(only, count))
        return tally

    def _work_off(self, only: Sequence[tuple[str, int]], count: Callable[[Tally], None]) -> None:
        """Take what is due until nothing is left."""
        for language, number in only:
            while taken := self._claim(WantedTask(TRANSLATE, language, number)):
                for pair, group in self._by_pair(taken):
                    step = Tally()
                    self._attempt(pair, list(group), step)
                    count(step)

    def _in_threads(self, work: Callable[[], None]) -> None:
        """Have every hand do the work; an interrupted run does not wait for them."""
        ends = [Future[None]() for _ in range(self.hands)]

        def do(end: Future[None]) -> None:
            try:
                work()
            except BaseException as error:  # whoever asked for the run is told
                end.set_exception(error)
            else:
                end.set_result(None)
            finally:
                self.storage.close()

        for end in ends:
            threading.Thread(target=do, args=(end,), daemon=True).start()
        for end in ends:
            end.result()

    def _claim(self, wanted: WantedTask) -> list[Task]:
        with self.storage.write() as db:
            now = self.clock()
            return tasks.claim(db, wanted, now, owner=self.owner, lease=LEASE, limit=AT_ONCE)

    def _by_pair(
        self, taken: Sequence[Task]
    ) -> Iterable[tuple[tuple[str, str], Iterable[tuple[Task, Release]]]]:
        with self.storage.read() as db:
            there = [task for task in taken if releases.is_there(db, task.release_id)]
            pairs = [(task, releases.get(db, task.release_id)) for task in there]

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
            self._without_engine(wanted, tally, error)
        except UnknownRelease:  # discarded meanwhile: nothing that was made of it is kept
            for one in wanted if len(wanted) > 1 else ():
                self._attempt(pair, [one], tally)
        except EngineStopped:  # no fault of anybody's: it stays ours until this process is gone
            raise
        except Exception as error:  # an engine can fail in any way; the others must go on
            # One bad text must not cost those it was sent with; a bad engine is not asked again.
            if len(wanted) > 1 and not isinstance(error, EngineFailed):
                for one in wanted:
                    self._attempt(pair, [one], tally)
                return
            reason = safe(error)
            for task in due:
                number, language = task.release_id, task.language
                log.warning("release %d, %s: the engine failed: %s", number, language, reason)
            log.debug("into %s\n%s", due[0].language, "".join(format_tb(error.__traceback__)))
            tally.failed += len(due)
            with self.storage.write() as db:
                put_off(db, due, self.clock(), reason)

    def _without_engine(
        self, wanted: Iterable[tuple[Task, Release]], tally: Tally, error: NoPackage
    ) -> None:
        """Make the texts that are remembered whole, such as an editor's; give the others up."""
        for task, release in wanted:
            with self.storage.write() as db:
                if not releases.is_there(db, release.id):
                    continue  # discarded meanwhile
                current, code = releases.get(db, release.id), task.language
                known = sheet(db, current, code)
                if known.missing or known.unsaid:
                    tally.missing.add((release.source, code))
                if known.missing:
                    put_beside(db, current, code, known.asides, self.clock(), self.readiness)
                    tasks.finish(db, [task], self.clock(), str(error))
                elif self._keep(db, task, sources(db, current), {}, self.clock()):
                    tally.filled += 1

    def _fill(
        self,
        pair: tuple[str, str],
        wanted: list[tuple[Task, Release]],
        engine: Engine,
        tally: Tally,
    ) -> None:
        languages = Pair(*pair)
        with self.storage.read() as db:
            seen = {release.id: sources(db, release) for _, release in wanted}
            every = {block.digest: block for said in seen.values() for block in said}
            named = without_engine(db, languages, every.values())
            blocks = {digest: block for digest, block in every.items() if digest not in named}
            known = remembered(db, languages, blocks, engine.name)
            unknown = [block for digest, block in blocks.items() if digest not in known]
            terms = terms_in(db, self.title, pair, unknown)
        terms += [name for _, release in wanted for name in contacts_of(release, pair)]
        made = translate_blocks(unknown, *pair, engine, terms)
        kept = {block.digest: one.kept for block, one in zip(unknown, made, strict=True)}
        with self.storage.write() as db:
            now = self.clock()
            fresh = keep_made(db, languages, unknown, made, now)
            # Read again: while the engine was at it, an editor may have rejected what was known.
            words = remembered(db, languages, blocks, engine.name) | fresh
            saved = [w for w in wanted if self._keep(db, w[0], seen[w[1].id], words, now)]
        tally.filled += len(saved)
        for task, release in saved:
            count = sum(kept.get(block.digest, 0) for block in release.original.blocks)
            tally.kept += Counter({(release.id, task.language): count})

    def _keep(
        self,
        db: Database,
        task: Task,
        seen: Sequence[Block],
        words: dict[str, Block],
        now: datetime,
    ) -> bool:
        """Save one text, unless its source changed meanwhile: then the task stays due."""
        current = releases.get(db, task.release_id)
        if sources(db, current) != seen:
            tasks.postpone(db, [task], now, "the source changed")
            return False
        newest = sheet(db, current, task.language, words)
        is_of_text = not lacks_beside(db, current, task.language)
        put_beside(db, current, task.language, newest.asides, now, self.readiness)
        if current.withdrawn_at:
            tasks.finish(db, [task], now, "it is withdrawn: only the reason was translated")
            return False
        text = Text(task.language, with_displaced(newest))
        if _says_the_same(text, current.original):
            tasks.finish(db, [task], now, "the engine left every word as it was")
            return False
        stands = not is_of_text and _stands(text, current)
        is_ready = stands or place(db, current, text, now, self.readiness)
        who, note = text.engine or "newsroom", "" if is_ready else "waits for an editor"
        journal.add(db, JournalLine(now, who, f"filled {task.language}", current.id, note))
        keep_version(db, text, JournalLine(now, who, "translated", current.id, note))
        tasks.finish(db, [task], now)
        return True


def safe(error: Exception) -> str:
    """What may be told of an error: an engine's own words may hold those of a release."""
    name = type(error).__name__
    return f"{name}: {error}" if isinstance(error, EngineFailed | PackageRefused) else name


def _stands(text: Text, release: Release) -> bool:
    """Whether the public may read these very words already."""
    before = release.texts.get(text.language)
    if before is None or text.language in release.waiting or before.blocks != text.blocks:
        return False
    return [(b.of, b.findings) for b in before.blocks] == [(b.of, b.findings) for b in text.blocks]


def _says_the_same(text: Text, original: Text) -> bool:
    """Whether not a word was translated: then the original may as well stand in, marked as such."""
    return [b.markdown for b in text.blocks] == [b.markdown for b in original.blocks]
