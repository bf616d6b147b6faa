"""An answer that is sent again and again."""

import os
import socket

# An answer that is sent so often is sent from a file in memory from then on; a short one gains
# nothing by it.
OFTEN, LONG = 4, 16 * 1024


class Packet:
    """The bytes of one answer.

    Copying them into the kernel is most of what a poll costs. Sent from a file that lies in memory
    and never changes (Linux), they are handed over as they lie there.

    Args:
        raw: all of it, as it goes over the wire.
    """

    files = 0  # of all packets
    most_files = 256

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self.size = len(raw)
        self._times = 0
        self._file = -1

    def send(self, client: socket.socket) -> int:
        """Send it from its beginning, as far as it is taken; returns how many bytes were.

        Raises:
            BlockingIOError: nothing is taken now.
            OSError: nobody takes anything any more.
        """
        if self._file >= 0:
            return os.sendfile(client.fileno(), self._file, 0, self.size)
        self._times += 1
        if self._times == OFTEN and self.size >= LONG:
            self._lay_down()
        return client.send(self.raw)

    def _lay_down(self) -> None:
        if not hasattr(os, "memfd_create") or Packet.files >= Packet.most_files:
            return
        try:
            number = os.memfd_create("answer")
        except OSError:  # there are too many files already
            return
        try:
            with open(number, "wb", closefd=False) as file:
                file.write(self.raw)
        except OSError:  # files may not be that long here
            os.close(number)
            return
        self._file = number
        Packet.files += 1

    def __del__(self) -> None:
        if self._file >= 0:
            Packet.files -= 1
            os.close(self._file)
