"""An engine that cannot be trusted to come back: it costs one sentence, never the run."""

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from functools import partial

import pytest

from press.errors import EngineFailed
from tests.translate.unruly import MIB, load, package
from translate.alignment.words import AlignedHypothesis, Aligning
from translate.engine.batches import BatchQueue, Route
from translate.engine.limits import Limits
from translate.engine.process import EngineProcess
from translate.engine.protocol import Scoring
from translate.engine.scheduler import Scheduler
from translate.packages.marks import UNCALIBRATED

pytestmark = pytest.mark.waits

# A process needs a moment to start on a busy machine; to answer it needs none.
QUICK = Limits(batch=4, loading=20.0, seconds=2.0, each=0)
MANY = [f"sentence {n}" for n in range(20)]
FRENCH = package("fr")


@pytest.fixture
def scheduler() -> Iterator[Scheduler]:
    with Scheduler(load, partial(EngineProcess, most=250 * MIB), QUICK) as opened:
        yield opened


class Counted:
    """Starts processes, and keeps count."""

    def __init__(self, start: Callable[[], Executor] = EngineProcess) -> None:
        self.start, self.count = start, 0

    def __call__(self) -> Executor:
        self.count += 1
        return self.start()


def test_every_sentence_gets_its_own_answer_whatever_the_order_of_their_lengths(
    scheduler: Scheduler,
) -> None:
    sentences = [MANY[3] + "!" * n for n in (5, 1, 9, 0, 30, 2, 7, 7, 8, 11, 3)]
    assert scheduler.engine(FRENCH).translate(sentences) == [s.upper() for s in sentences]
    assert scheduler.engine(FRENCH).translate([]) == []


@pytest.mark.parametrize("word", ["raise", "hang", "exit", "eat", "skip", "call home"])
def test_the_guilty_sentence_is_left_out_and_all_others_go_through(
    scheduler: Scheduler, word: str
) -> None:
    engine = scheduler.engine(FRENCH)
    engine.translate(["loaded"])
    sentences = [*MANY[:7], f"please {word} now", *MANY[7:]]
    assert engine.translate(sentences) == [s.upper() if s in MANY else "" for s in sentences]
    assert engine.translate(["and on"]) == ["AND ON"]


def test_an_engine_s_process_starts_while_its_asker_still_reads_and_never_after_the_end() -> None:
    start = Counted()
    with Scheduler(load, start, QUICK) as scheduler:
        assert start.count == 0
        engine = scheduler.engine(FRENCH)
        assert start.count == 1
        assert engine.translate(["yes"]) == ["YES"]
    scheduler.engine(FRENCH)
    assert start.count == 1


def test_a_guilty_sentence_is_not_tried_again() -> None:
    start = Counted()
    with Scheduler(load, start, QUICK) as scheduler:
        engine = scheduler.engine(FRENCH)
        engine.translate(["exit"])
        started = start.count
        assert engine.translate(["exit", "yes"]) == ["", "YES"]
        assert start.count == started


@pytest.mark.parametrize("target", ["xx", "zz"])
def test_an_engine_that_fails_on_everything_is_given_up_and_others_go_on(target: str) -> None:
    with Scheduler(load, limits=Limits(loading=2.0, seconds=0.5, each=0)) as scheduler:
        with ThreadPoolExecutor(2) as hands:
            bad = hands.submit(scheduler.engine(package(target)).translate, MANY)
            good = hands.submit(scheduler.engine(FRENCH).translate, MANY)
            with pytest.raises(EngineFailed, match=f"en-{target} 1 cannot be made to answer"):
                bad.result()
            assert good.result() == [s.upper() for s in MANY]
        with pytest.raises(EngineFailed):  # at once: it is not asked again for a while
            scheduler.engine(package(target)).translate(["again"])


def test_a_log_says_which_engine_failed_and_not_the_words_it_was_given(
    scheduler: Scheduler, caplog: pytest.LogCaptureFixture
) -> None:
    scheduler.engine(FRENCH).translate(["Secret: raise the tax"])
    assert "argos en-fr 1 fails on a sentence of 21 characters: MemoryError" in caplog.text
    assert "Secret" not in caplog.text


def test_an_engine_given_up_does_not_repeat_the_words_it_was_given() -> None:
    with (
        Scheduler(load, Here, Limits(guilty=0)) as scheduler,
        pytest.raises(EngineFailed) as failure,
    ):
        scheduler.engine(FRENCH).translate(["repeat: the secret tax"])
    assert str(failure.value).endswith("cannot be made to answer: ValueError")


def test_an_engine_that_fails_on_one_sentence_after_another_is_given_up() -> None:
    with Scheduler(load, limits=Limits(batch=8, guilty=3)) as scheduler:
        engine = scheduler.engine(FRENCH)
        with pytest.raises(EngineFailed):
            engine.translate([f"raise {n}" for n in range(20)])


def test_many_may_ask_at_once_and_what_two_want_is_asked_once(scheduler: Scheduler) -> None:
    asked = [[f"{n} of {m % 3}" for n in range(30)] for m in range(6)]
    with ThreadPoolExecutor(6) as hands:
        answers = list(hands.map(scheduler.engine(FRENCH).translate, asked))
    assert answers == [[s.upper() for s in sentences] for sentences in asked]


def test_what_is_sent_in_one_batch_is_of_about_the_same_length() -> None:
    batches: list[tuple[str, ...]] = []

    class Seen(Here):
        def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
            batches.append(fn.args[1].asked)
            return super().submit(fn, *args, **kwargs)

    sentences = ["x" * n for n in (5, 40, 6, 41, 7, 42, 8, 43, 9, 44)]
    with Scheduler(load, Seen, Limits(batch=5)) as scheduler:
        scheduler.engine(FRENCH).translate(sentences)
    assert [sorted(map(len, batch)) for batch in batches] == [[*range(40, 45)], [*range(5, 10)]]


def test_whoever_asked_first_is_served_first_the_longest_sentence_before_the_others() -> None:
    waiting, plain = BatchQueue(3), Route(FRENCH, "translate")
    waiting.add(plain, ["later and longer", "later", "of both"], turn=2)
    waiting.add(plain, ["first", "first of all", "of both"], turn=1)
    waiting.add(Route(FRENCH, "hypotheses", (3,)), ["first once more"], turn=1)
    taken = [waiting.take().asked for _ in range(3)]
    assert taken[0] == ("first of all", "of both", "first")
    assert taken[1] == ("first once more",)
    assert taken[2] == ("later and longer", "later")
    assert not waiting


class Here(Executor):
    """Another executor: this very process, as a cluster's would stand in."""

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        future = Future()  # type: ignore[var-annotated]
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def test_any_executor_can_stand_in_for_the_process() -> None:
    with Scheduler(load, Here, QUICK) as scheduler:
        said = scheduler.engine(FRENCH).translate(["process", "raise", "yes"])
        assert said == [str(os.getpid()), "", "YES"]
    with Scheduler(load, partial(ThreadPoolExecutor, 2), QUICK) as scheduler:
        assert scheduler.engine(FRENCH).translate(MANY) == [s.upper() for s in MANY]


class Late(Executor):
    """Does what it is given only when its answer is wanted; notes who else was on the way."""

    def __init__(self) -> None:
        self.flying: list[Future] = []  # type: ignore[type-arg]
        self.beside_suspects: list[int] = []

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        flying = self.flying

        class Answer(Future):  # type: ignore[type-arg]
            def result(self, timeout: float | None = None) -> object:
                flying.remove(self)
                return fn(*args, **kwargs)

        if fn.args[1].suspect:
            self.beside_suspects.append(len(flying))
        flying.append(answer := Answer())
        return answer


def test_a_suspect_is_sent_only_when_nothing_else_is_on_its_way() -> None:
    """Else whoever is with it when it kills the process could be blamed in its place."""
    late = Late()
    sentences = [f"{'raise' if n == 9 else 'sentence'} {'x' * n}" for n in range(10)]
    with Scheduler(load, lambda: late, Limits(batch=2)) as scheduler:
        said = scheduler.engine(FRENCH).translate(sentences)
    assert said == [s.upper() for s in sentences[:9]] + [""]
    assert late.beside_suspects == [0, 0]


def test_another_of_the_engine_s_methods_is_asked_the_same_way(scheduler: Scheduler) -> None:
    assert sorted(scheduler.ask(Route(FRENCH, "batches"), MANY[:10])) == [2] * 2 + [4] * 8
    aligning = scheduler.engine(FRENCH)
    assert isinstance(aligning, Aligning)
    assert aligning.hypotheses(["yes", "raise"], 2) == [
        [AlignedHypothesis("YES")] * 2,
        [AlignedHypothesis("")],
    ]


def test_scores_come_from_the_engine_s_process_too(scheduler: Scheduler) -> None:
    for steps in (FRENCH, FRENCH + package("nl")):
        engine = scheduler.engine(steps)
        assert isinstance(engine, Scoring)
        assert engine.mark == UNCALIBRATED * len(steps)
        assert engine.scored(["yes", "raise"]) == [("YES", (), -1.0), ("", (), None)]


def test_an_engine_of_two_packages_does_not_pretend_to_know_its_words(scheduler: Scheduler) -> None:
    assert not isinstance(scheduler.engine(FRENCH + package("nl")), Aligning)


def test_a_process_is_replaced_after_enough_sentences() -> None:
    with Scheduler(load, limits=Limits(batch=1, sentences=3)) as scheduler:
        engine = scheduler.engine(FRENCH)
        numbers = [engine.translate([f"process {n}"])[0] for n in range(6)]
    assert numbers[0] == numbers[1] == numbers[2] != numbers[3] == numbers[5]
    assert str(os.getpid()) not in numbers


def test_a_process_that_grew_is_replaced_between_batches_and_nothing_is_lost() -> None:
    start = Counted()
    with Scheduler(load, start, Limits(batch=1, growth=0.6)) as scheduler:
        engine = scheduler.engine(FRENCH)
        said = [engine.translate([f"grow {n}"])[0] for n in range(4)]
    assert said == ["GROW 0", "GROW 1", "GROW 2", "GROW 3"]
    assert start.count == 2


def test_a_process_may_grow_by_what_long_batches_need() -> None:
    start = Counted()
    with Scheduler(load, start, Limits(batch=1, growth=0.0, room=2**30)) as scheduler:
        engine = scheduler.engine(FRENCH)
        said = [engine.translate([f"grow {n}"])[0] for n in range(2)]
    assert said == ["GROW 0", "GROW 1"]
    assert start.count == 1


def test_a_process_that_died_idle_is_replaced_at_the_next_need(scheduler: Scheduler) -> None:
    engine = scheduler.engine(FRENCH)
    number = int(engine.translate(["process"])[0])
    os.kill(number, 9)
    assert engine.translate(MANY) == [s.upper() for s in MANY]


def test_whoever_waits_is_told_when_the_stream_is_closed() -> None:
    scheduler = Scheduler(load)
    scheduler.engine(FRENCH).translate(["yes"])
    with ThreadPoolExecutor(1) as hand:
        waiting = hand.submit(scheduler.engine(FRENCH).translate, ["hang"])
        threading.Event().wait(0.2)
        scheduler.close()
        with pytest.raises(EngineFailed, match="stopped"):
            waiting.result(10)
    with pytest.raises(EngineFailed, match="stopped"):
        scheduler.engine(FRENCH).translate(["more"])
