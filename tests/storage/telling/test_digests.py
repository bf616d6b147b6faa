"""Each release is in one digest, or in a mail of its own, and never in both."""

import json
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from press.telling.notices import Fate, Occasion
from press.telling.wishes import Frequency, Wanted, Wishes
from press.text import Origin
from storage import Storage
from storage.instants import to_ms
from storage.telling import digests, notices, subscribers
from storage.telling.notices import Ended
from tests.conftest import NOON
from tests.homes import lay_database
from tests.storage.telling.world import HOUR, follower, out, say, take
from tests.storage.test_public import DAY

ZONES = ("Europe/Brussels", "America/New_York", "Pacific/Kiritimati")
# What happens next: a release comes out, gets words, mail goes or fails, its reader chooses anew.
STEPS = st.one_of(
    st.sampled_from(["out", "out", "words", "morning", "morning", "sent", "fails"]),
    st.tuples(st.sampled_from(list(Frequency)), st.sampled_from(ZONES)),
    st.integers(1, 60),
)


class Reader:
    """One reader of a newsroom in which things happen."""

    def __init__(self, storage: Storage, frequency: Frequency) -> None:
        self.storage, self.now = storage, NOON
        self.who = follower(storage, languages="fr", frequency=frequency, since=NOON)
        self.filed = list[int]()
        self.told = Counter[int]()

    def does(self, step: object) -> None:
        if step == "out":
            self.now += HOUR
            self.filed.append(out(self.storage, now=self.now))
        elif step == "words" and self.filed:
            say(self.storage, self.filed[-1], self.now, origin=Origin.EDITOR)
        elif isinstance(step, tuple):
            self.chooses(*step)
        elif isinstance(step, int):
            self.now += step * HOUR
        elif step == "morning":
            self.now += DAY
            self.mail()
        elif step in ("sent", "fails"):
            self.mail(fails=step == "fails")

    def chooses(self, frequency: Frequency, zone: str) -> None:
        wishes = Wishes(("all",), ("fr",), frequency, Wanted.ALL, zone)
        with self.storage.write() as db:
            subscribers.follow(db, self.who, wishes, self.now)

    def mail(self, *, fails: bool = False) -> None:
        with self.storage.write() as db:
            digests.owe_due(db, self.now, 100)
        for one in take(self.storage, self.now):
            with self.storage.write() as db:
                if fails:
                    notices.postpone(db, [one.id], self.now + HOUR, "451")
                    continue
                places = digests.places(db, one) if one.kind is Occasion.DIGEST else [one]
                self.told.update({place.event.release_id for place in places if place.event})
                notices.end(db, [Ended(one.id, Fate.SENT)], self.now)


@settings(max_examples=60)
@given(st.sampled_from(list(Frequency)), st.lists(STEPS, min_size=8, max_size=30))
def test_each_release_is_told_once_whatever_its_reader_chooses(
    frequency: Frequency, steps: Sequence[object]
) -> None:
    with TemporaryDirectory() as folder:
        lay_database(Path(folder) / "newsroom.db")
        storage = Storage(Path(folder) / "newsroom.db")
        reader = Reader(storage, frequency)
        for step in steps:
            reader.does(step)
        for _ in range(4):
            reader.now += timedelta(days=8)
            reader.mail()
        storage.close()
    assert reader.told == dict.fromkeys(reader.filed, 1)


def test_the_windows_of_digests_lie_end_to_end(storage: Storage) -> None:
    who = follower(storage, frequency=Frequency.DAILY, since=NOON)
    for day in (1, 2, 6, 7):
        out(storage, now=NOON + day * DAY)
        with storage.write() as db:
            digests.owe_due(db, NOON + day * DAY + 20 * HOUR, 100)
    with storage.read() as db:
        rows = db.execute("SELECT body FROM notice WHERE kind = 'digest' ORDER BY id").fetchall()
        (start,) = db.execute("SELECT digest_from FROM subscriber WHERE id = ?", (who,)).fetchone()
    windows = [json.loads(body) for (body,) in rows]
    assert [one["from"] for one in windows] == [to_ms(NOON), *(w["to"] for w in windows[:-1])]
    assert start == windows[-1]["to"]
