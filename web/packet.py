"""An answer that is sent again and again."""

import os
import socket

# A body that is sent so often is sent from a file in memory from then on; a short one gains
# nothing by it.
OFTEN, LONG = 4, 16 * 1024


class Body:
    """What an answer says, for as long as it is good.

    Copying it into the kernel is most of what a poll costs. Sent from a file that lies in memory
    and never changes (Linux), it is handed over as it lies there.

    Args:
        raw: all of it.
    """

    files = 0  # of all bodies
    most_files = 1024

    def __init__(self, raw: bytes) -> None:
        self.size = len(raw)
        self.file = -1  # its number, if there is one
        self._raw = raw
        self._times = 0

    @property
    def raw(self) -> bytes:
        """All of it; it lies in one place only."""
        return self._raw if self.file < 0 else os.pread(self.file, self.size, 0)

    def count(self) -> None:
        """Note that it is sent once more, and lay it down once it is sent often."""
        self._times += 1
        if self._times == OFTEN and self.size >= LONG:
            self._lay_down()

    def _lay_down(self) -> None:
        if not hasattr(os, "memfd_create") or Body.files >= Body.most_files:
            return
        try:
            number = os.memfd_create("answer")
        except OSError:  # there are too many files already
            return
        try:
            with open(number, "wb", closefd=False) as file:
                file.write(self._raw)
        except OSError:  # files may not be that long here
            os.close(number)
            return
        self.file, self._raw = number, b""
        Body.files += 1

    def __del__(self) -> None:
        if self.file >= 0:
            Body.files -= 1
            os.close(self.file)


class Packet:
    """The bytes of one answer as they go over the wire, good for a second.

    Args:
        head: up to the empty line, which belongs to it.
        body: what follows; other packets may have the same.
    """

    def __init__(self, head: bytes, body: Body) -> None:
        self.size = len(head) + body.size
        self._body = body
        self._is_long = body.size >= LONG
        self._head = head if self._is_long else head + body.raw

    @property
    def raw(self) -> bytes:
        """All of them."""
        return self._head + self._body.raw if self._is_long else self._head

    def send(self, client: socket.socket, begin: int = 0) -> int:
        """Send it, as far as it is taken; returns how many bytes were.

        Args:
            client: who gets it.
            begin: how many of its bytes were taken before.

        Raises:
            BlockingIOError: nothing is taken now.
            OSError: nobody takes anything any more.
        """
        if not self._is_long:
            return client.send(self._head[begin:])
        head, body, after = self._head[begin:], self._body, max(0, begin - len(self._head))
        if not begin:
            body.count()
        if body.file < 0:
            return client.sendmsg([head, memoryview(body.raw)[after:]])
        # Held back until the body follows, so that both leave in the same segments.
        sent = client.send(head, socket.MSG_MORE) if head else 0
        if sent < len(head):
            return sent
        try:
            return sent + os.sendfile(client.fileno(), body.file, after, body.size - after)
        except BlockingIOError:
            if not sent:
                raise
            return sent
