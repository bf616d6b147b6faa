"""Whatever becomes of a release, each is told what they asked for, and nothing twice."""

from collections import Counter
from contextlib import suppress
from datetime import timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from hypothesis.strategies import booleans, sampled_from

from newsroom.settings import load_settings
from newsroom.wiring import Newsroom, open_newsroom
from press.errors import NotAllowedNow, NotPublic
from press.languages import Language
from press.telling.notices import NEWS, Channel, Fate, Notice, Occasion
from press.telling.wishes import Wanted, language_for
from press.text import Block, Kind, Origin, Text
from storage.filed import releases
from storage.instants import to_ms
from storage.telling import events, notices, subscribers
from storage.telling.notices import Ended
from tests.conftest import NOON
from tests.homes import lay_database
from tests.newsroom.conftest import SETTINGS
from tests.newsroom.filing.test_filing import at, file, filing
from tests.storage.telling.world import follower

MINUTE = timedelta(minutes=1)
MEMORY = Path("/dev/shm")  # hundreds of lives need no disk that survives a cut
LEASE = timedelta(minutes=2)
READERS = {
    "any": ("fr en", Wanted.ALL),
    "a person's": ("fr", Wanted.OFFICIAL),
    "again": ("fr nl", Wanted.AGAIN),
    "foreign": ("nl", Wanted.ALL),
}


class Lives(RuleBasedStateMachine):
    """One release, its followers, its officers, and a mail lane that may fail or be slow."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None)
        home = load_settings(SETTINGS, Path(self.folder.name) / "home")
        lay_database(home.database)
        self.newsroom: Newsroom = open_newsroom(home, NOON)
        self.storage, self.now = self.newsroom.storage, NOON
        self.number = file(self.newsroom, filing())
        self.readers = {
            follower(self.storage, name, languages=languages, texts=texts): texts
            for name, (languages, texts) in READERS.items()
        }
        self.names = map(str, count())
        self.sent = list[tuple[int, Notice]]()
        self.stopped = self.was_public = False

    def teardown(self) -> None:
        self.storage.close()
        self.folder.cleanup()

    @rule(minutes=sampled_from([0, 1, 5]))
    def time_goes_by(self, minutes: int) -> None:
        self.now += minutes * MINUTE + timedelta(seconds=1)

    @rule()
    def a_clock_announces(self) -> None:
        self.newsroom.work.do_due(lambda: self.now)

    @rule(again=booleans())
    def it_is_published(self, again: bool) -> None:
        self.act(self.newsroom.life.publish, self.number, "me", self.now)
        if again:
            self.a_clock_announces()

    @rule()
    def it_is_scheduled(self) -> None:
        minute = at(self.now.replace(second=0) + 3 * MINUTE)
        self.act(self.newsroom.life.schedule, self.number, minute, "me", self.now)

    @rule()
    def it_is_held(self) -> None:
        self.act(self.newsroom.life.hold, self.number, "me", self.now)

    @rule()
    def it_is_withdrawn(self) -> None:
        self.now += timedelta(milliseconds=1)
        self.act(self.newsroom.life.withdraw, self.number, "Sent in error.", "me", self.now)

    @rule(code=sampled_from(["fr", "nl"]), origin=sampled_from([Origin.MACHINE, Origin.EDITOR]))
    def it_gets_words(self, code: str, origin: Origin) -> None:
        self.say(code, origin, ready=True)

    @rule(code=sampled_from(["fr", "nl"]))
    def its_words_wait(self, code: str) -> None:
        self.say(code, Origin.MACHINE, ready=False)

    @rule()
    def it_is_corrected(self) -> None:
        self.now += timedelta(milliseconds=1)
        with self.storage.write() as db:
            releases.note(db, self.number, "The price was wrong.", self.now)

    @rule()
    def somebody_comes(self) -> None:
        follower(self.storage, f"late {next(self.names)}", languages="fr", since=self.now)

    @precondition(lambda self: not self.stopped)
    @rule(no=sampled_from([True, False, False, False]))
    def an_officer_stops_it(self, no: bool) -> None:
        if no:
            with self.storage.write() as db:
                self.stopped = notices.stop(db, self.number, self.now) > 0

    @rule(limit=sampled_from([1, 2, 100]), fails=booleans())
    def the_lane_sends(self, limit: int, fails: bool) -> None:
        taken = self.take(limit)
        if fails:
            with self.storage.write() as db:
                notices.postpone(db, [one.id for one in taken], self.now + MINUTE, "451")
        else:
            self.end(taken)

    @rule(limit=sampled_from([1, 2, 100]))
    def the_lane_is_killed(self, limit: int) -> None:
        self.take(limit)

    @invariant()
    def nobody_has_news_of_it_twice_but_those_who_asked_for_that(self) -> None:
        for who, has in Counter(who for who, one in self.sent if one.kind in NEWS).items():
            assert has <= (2 if self.readers.get(who) is Wanted.AGAIN else 1)

    @invariant()
    def what_became_of_it_is_told_once_an_act_to_those_who_had_it(self) -> None:
        had = set[int]()
        seen = set[tuple[int, int]]()
        for who, one in self.sent:
            if one.kind in NEWS:
                had.add(who)
            else:
                assert one.event
                assert who in had
                assert (who, one.event.id) not in seen
                seen.add((who, one.event.id))

    @invariant()
    def nothing_is_owed_of_what_was_never_public(self) -> None:
        self.was_public |= self.is_public()
        with self.storage.read() as db:
            (owed,) = db.execute("SELECT COUNT(*) FROM notice").fetchone()
        assert self.was_public or not owed

    @rule()
    def in_the_end_each_has_what_they_asked_for(self) -> None:
        self.a_clock_announces()
        for _ in range(2):  # what waited for another try is free again
            self.now += timedelta(hours=1)
            self.end(self.take(1000))
        with self.storage.read() as db:
            (out_at,) = db.execute("SELECT MIN(at) FROM event WHERE kind = 'out'").fetchone()
            there = events.public_words(db, self.number)
            everybody = list(subscribers.every(db))
        if out_at is None or not self.is_public() or self.stopped:
            return
        told = {who for who, one in self.sent if one.kind in NEWS}
        for one in everybody:
            assert one.confirmed_at
            came = to_ms(one.confirmed_at)
            if came < out_at and language_for(one.wishes, there):
                assert one.id in told
            assert came <= out_at or one.id not in told

    def act(self, verb, *given: object) -> None:  # type: ignore[no-untyped-def]
        with suppress(NotAllowedNow):
            verb(*given)

    def say(self, code: str, origin: Origin, *, ready: bool) -> None:
        with self.storage.write() as db:
            if releases.get(db, self.number).withdrawn_at is None:
                text = Text(code, (Block(Kind.HEADLINE, f"{code}!", origin, "argos 1"),))
                releases.save_text(db, self.number, text, self.now, ready=ready)

    def take(self, limit: int) -> list[Notice]:
        with self.storage.write() as db:
            return notices.claim(
                *(db, Channel.MAIL, self.now), owner="a:1:b", lease=LEASE, limit=limit
            )

    def end(self, taken: list[Notice]) -> None:
        """Send what there still is to say, as lanes do."""
        for one in taken:
            fate = Fate.SENT if self.is_true(one) else Fate.SKIPPED
            with self.storage.write() as db:
                if notices.are_open(db, [one.id]):
                    notices.end(db, [Ended(one.id, fate)], self.now)
                    if fate is Fate.SENT:
                        self.sent.append((one.receiver, one))

    def is_true(self, one: Notice) -> bool:
        if one.kind is Occasion.WITHDRAWN:
            return not self.is_public() and self.had(one.receiver)
        if one.kind is Occasion.CORRECTED:
            return self.is_public() and self.had(one.receiver)
        with self.storage.read() as db:
            official = events.public_words(db, self.number).official
        # For the others the original stands in.
        waits = self.readers.get(one.receiver) is Wanted.OFFICIAL
        return self.is_public() and (one.language in official or not waits)

    def had(self, who: int) -> bool:
        return any(who == receiver and one.kind in NEWS for receiver, one in self.sent)

    def is_public(self) -> bool:
        with self.storage.read() as db:
            slug = releases.get(db, self.number).slug
        try:
            self.newsroom.front.entry(slug, Language("en"), self.now)
        except NotPublic:
            return False
        return True


TestLives = Lives.TestCase
TestLives.settings = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
