"""The lanes at work: a thread each, beside the clock."""

import logging
import threading
from collections.abc import Sequence
from time import monotonic

from newsroom.telling.lane import Lane, free_messages_of_the_gone
from press.errors import HomeRefused

log = logging.getLogger("newsroom.telling")
LOOK_SECONDS = 1.0
# A telling process that was killed beside us is noticed so often.
GONE_SECONDS = 15.0


class Teller:
    """Sends what is owed on every lane, until it is stopped.

    Args:
        lanes: one a channel.
    """

    def __init__(self, lanes: Sequence[Lane]) -> None:
        self.lanes = lanes
        self.threads = [
            threading.Thread(target=self._run, args=(lane,), name=lane.channel, daemon=True)
            for lane in lanes
        ]

    def start(self) -> None:
        """Begin, with what killed processes left."""
        for lane in self.lanes[:1]:
            free_messages_of_the_gone(lane.storage, lane.clock())
        for thread in self.threads:
            thread.start()

    def wake(self) -> None:
        """Something may be due: look at once."""
        for lane in self.lanes:
            lane.woken.set()

    def stop(self) -> None:
        """End with what is under way."""
        for lane in self.lanes:
            lane.stopping.set()
            lane.woken.set()
        for lane, thread in zip(self.lanes, self.threads, strict=True):
            if thread.is_alive():
                thread.join()
            lane.finish()

    def _run(self, lane: Lane) -> None:
        looked = monotonic()
        while not lane.stopping.is_set():
            lane.woken.wait(LOOK_SECONDS)
            lane.woken.clear()
            try:
                if monotonic() - looked >= GONE_SECONDS:
                    looked = monotonic()
                    free_messages_of_the_gone(lane.storage, lane.clock())
                lane.do_due()
            except HomeRefused:
                log.exception("telling has to wait")
            except Exception:  # whatever it is, the next message must go
                log.exception("telling by %s failed", lane.channel)
        lane.storage.close()
