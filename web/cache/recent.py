"""What was polled of late, so that it can be made ready for the next minute."""

from collections import OrderedDict
from datetime import datetime
from threading import Lock

from web.cache.cached_response import Address

# How many addresses are remembered.
MOST_RECENT = 100


class RecentPolls:
    """The addresses asked for last, and in which minute."""

    def __init__(self) -> None:
        self._minutes: OrderedDict[Address, datetime] = OrderedDict()
        self._lock = Lock()

    def note(self, address: Address, minute: datetime) -> None:
        """Remember that somebody asked; a release's own page is not polled."""
        if self._minutes.get(address) == minute or "/releases/" in address.path:
            return
        with self._lock:
            self._minutes[address] = minute
            self._minutes.move_to_end(address)
            if len(self._minutes) > MOST_RECENT:
                self._minutes.popitem(last=False)

    def since(self, minute: datetime) -> list[Address]:
        """What was asked for since a minute."""
        with self._lock:
            return [address for address, asked in self._minutes.items() if asked >= minute]
