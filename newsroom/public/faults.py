"""Which releases had to be left out of a document because something in them is broken."""

import logging
from collections import Counter
from threading import Lock

# Storage and feeds, which do not know each other, name a release here when they leave it out.
NAME = "newsroom.left_out"
# So many broken releases are one broken newsroom; the names of further ones help nobody.
MOST = 100


class Faults(logging.Handler):
    """Counts, by their identifiers, the releases that were left out in this process."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: Counter[str] = Counter()
        self._counting = Lock()

    def listen(self) -> None:
        """Begin; a second time does nothing."""
        logging.getLogger(NAME).addHandler(self)

    def ignore(self) -> None:
        """End."""
        logging.getLogger(NAME).removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Count what was left out (called by logging)."""
        name = str(record.args[0]) if isinstance(record.args, tuple) and record.args else ""
        with self._counting:
            if name in self._counts or len(self._counts) < MOST:
                self._counts[name] += 1

    def counted(self) -> dict[str, int]:
        """How often each was left out."""
        with self._counting:
            return dict(self._counts)
