"""An engine that crashes or hangs: never a release late, never a language lost to another's."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

import pytest

from newsroom.filing.refiling import Instructions
from newsroom.translation.tally import Tally
from newsroom.translation.translating import LEASE, Translating
from newsroom.wiring import Newsroom
from press.embargo import embargo_from
from press.public.edition import Feed
from press.releases.release import Filing, Reading
from press.text import Block, Kind
from tests.conftest import NOON
from tests.newsroom.translation.test_translating import Echo, file, text, translating
from tests.translate.unruly import load, package
from translate.engine.limits import Limits
from translate.engine.process import EngineProcess
from translate.engine.protocol import Engine
from translate.engine.scheduler import Scheduler

pytestmark = pytest.mark.waits

MIB = 2**20


@pytest.fixture
def scheduler() -> Iterator[Scheduler]:
    limits = Limits(batch=4, loading=20.0, seconds=2.0, each=0)
    with Scheduler(load, partial(EngineProcess, most=250 * MIB), limits) as opened:
        opened.engine(package("fr")).translate(["loaded"])
        yield opened


def through(scheduler: Scheduler, newsroom: Newsroom, broken: str = "") -> Translating:
    def engine_for(_: str, target: str) -> Engine:
        return scheduler.engine(package("xx" if target == broken else target))

    return Translating(newsroom.storage, engine_for, lambda: NOON, hands=3)


@pytest.mark.parametrize("word", ["raise", "hang", "exit", "eat", "skip"])
def test_a_sentence_that_the_engine_cannot_survive_stays_as_it_is_and_all_else_is_translated(
    newsroom: Newsroom, scheduler: Scheduler, word: str
) -> None:
    bad = f"They {word} it."
    numbers = [
        file(newsroom, "It is raining.", headline="One"),
        file(newsroom, f"It is dry. {bad}", "It is cold.", headline="Two"),
        file(newsroom, "It is windy.", headline="Three"),
    ]
    tally = through(scheduler, newsroom).run(only=[("fr", 0)])
    assert tally == Tally(filled=3, kept=tally.kept)
    assert tally.kept[numbers[1], "fr"] == 1
    made = [block.markdown for number in numbers for block in text(newsroom, number).blocks]
    assert made == [
        *("ONE", "IT IS RAINING.", "TWO", f"IT IS DRY. {bad}", "IT IS COLD.", "THREE"),
        "IT IS WINDY.",
    ]


def test_a_language_whose_engine_is_broken_costs_no_other(
    newsroom: Newsroom, scheduler: Scheduler
) -> None:
    number = file(newsroom, "It is raining.")
    assert through(scheduler, newsroom, broken="nl").run() == Tally(filled=2, failed=1)
    assert set(newsroom.releases.get(number)[0].texts) == {"en", "fr", "de"}


def test_a_broken_engine_delays_no_release_and_the_original_stands_in(
    newsroom: Newsroom, scheduler: Scheduler
) -> None:
    soon = embargo_from(NOON + timedelta(minutes=5), "Europe/Brussels")
    filing = Filing((Block(Kind.HEADLINE, "Good news"),), embargo=soon)
    newsroom.releases.file(
        Reading((filing,)), Instructions("me", publish=True, new_topics=True), NOON
    )
    for broken in ("fr", "nl", "de"):
        through(scheduler, newsroom, broken).run(only=[(broken, 0)])
    after = NOON + timedelta(minutes=5)
    newsroom.work.do_due(lambda: after)
    french = newsroom.settings.site.languages.named("fr")
    (entry,) = newsroom.front.edition(Feed("all", french), after).entries
    assert (entry.text.headline, entry.text.language) == ("Good news", "en")


def test_many_hands_make_every_text_once(newsroom: Newsroom, scheduler: Scheduler) -> None:
    numbers = [file(newsroom, f"It is raining, {n}.", headline=f"News {n}") for n in range(40)]
    steps: list[int] = []
    assert through(scheduler, newsroom).run(steps.append) == Tally(filled=120)
    assert sum(steps) == 120
    for number in numbers:
        _, lines = newsroom.releases.get(number)
        done = sorted(line.verb for line in lines if line.verb.startswith("filled"))
        assert done == ["filled de", "filled fr", "filled nl"]


def test_what_goes_wrong_in_one_hand_is_told_to_whoever_asked(newsroom: Newsroom) -> None:
    file(newsroom, "It is raining.")

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    several = Translating(newsroom.storage, lambda *_: Echo(), lambda: NOON, hands=2)
    with pytest.raises(KeyboardInterrupt):
        several.run(stop)


def test_a_run_that_was_stopped_goes_on_where_it_was(newsroom: Newsroom) -> None:
    for n in range(5):
        file(newsroom, f"It is raining, {n}.", headline=f"News {n}")
    first, second = Echo(), Echo()

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        translating(newsroom, first).run(stop)
    translating(newsroom, second, NOON + LEASE + timedelta(seconds=1)).run()
    assert len(first.asked) > 0
    assert len(first.asked) + len(second.asked) == 30
    assert all(len(r.texts) == 4 for r in newsroom.releases.every())
