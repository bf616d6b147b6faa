"""Who follows by mail, as officers see it: each act journalled by number, never by address."""

import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from delivery.mail.folder import delete_letters
from newsroom.telling.following.addresses import read_address
from newsroom.telling.following.erasing import PAUSE_SECONDS, TRIES, leave_nothing
from newsroom.telling.following.exporting import export
from newsroom.telling.following.sign_ups import new_nonce
from newsroom.telling.link_tokens import LinkTokens
from press.errors import AddressRefused, UnknownSubscriber
from press.telling.subscriber import Subscriber
from press.telling.wishes import Wishes
from storage import Database, Storage, journal
from storage.journal import JournalLine
from storage.telling import leaving, subscribers


@dataclass(frozen=True, slots=True)
class Erasure:
    """What erasing somebody came to.

    Args:
        number: of the subscriber; 0 if nobody is known by the address any more.
        letters: how many mails to them were deleted from the home.
        is_complete: whether the database's log is empty; if not, it still holds the address.
    """

    number: int
    letters: int
    is_complete: bool


class Roster:
    """What officers do with those who follow by mail.

    Args:
        storage: where everything is kept.
        mailbox: where mail is written that no server takes.
    """

    def __init__(self, storage: Storage, mailbox: Path) -> None:
        self.storage = storage
        self.mailbox = mailbox
        self.tokens = LinkTokens(storage)

    def every(self) -> list[Subscriber]:
        """Those of whom an address is kept, in the order in which they came."""
        with self.storage.read() as db:
            return [one for one in subscribers.every(db) if one.address]

    def add(self, address: str, wishes: Wishes, who: str, now: datetime) -> Subscriber:
        """Let somebody follow at once: an officer vouches that they want it.

        Args:
            address: as typed.
            wishes: theirs; of who follows already they take the place of others.
            who: the officer.
            now: UTC.

        Raises:
            AddressRefused: it is none.
        """
        address = read_address(address)
        digest = self.tokens.hash_of(address)
        with self.storage.write() as db:
            asked = subscribers.ask(db, address, digest, new_nonce(), wishes, now)
            subscribers.follow(db, asked.id, wishes, now)
            _note(db, who, "signed up", asked.id, now)
            return self._found(db, address)

    def remove(self, address: str, who: str, now: datetime) -> int:
        """Send somebody no more mail, and forget their address.

        Returns:
            their number.

        Raises:
            UnknownSubscriber: nobody is known by this address.
        """
        with self.storage.write() as db:
            found = self._found(db, address)
            if found.address:
                leaving.end(db, found.id, now)
                _note(db, who, "signed off", found.id, now)
            return found.id

    def erase(self, address: str, who: str, now: datetime) -> Erasure:
        """Leave nothing of somebody in the home but a keyed hash; none of their links is good.

        What is on its way to them is awaited for some seconds, as whoever reads the database's log.

        Whoever was erased before the log could be emptied may be erased again, for what is left.

        Raises:
            UnknownSubscriber: nothing is kept of this address.
        """
        number = self._forgotten(address, who, now)
        plain = address.strip()
        spellings = {plain, _readable(plain)}
        letters = delete_letters(self.mailbox, spellings)
        done = Erasure(number or 0, letters, leave_nothing(self.storage, spellings))
        if number is None and done.is_complete and not letters:
            raise UnknownSubscriber
        return done

    def export(self, address: str, who: str, now: datetime) -> dict[str, Any]:
        """Everything that is kept about somebody, for a program to read.

        Raises:
            UnknownSubscriber: nobody is known by this address.
        """
        with self.storage.write() as db:
            found = self._found(db, address)
            _note(db, who, "exported", found.id, now)
            return export(db, found, self.tokens, now)

    def _forgotten(self, address: str, who: str, now: datetime) -> int | None:
        """Erase somebody in the database; None if nobody is known by this address."""
        tries = 0
        try:
            while not (number := self._erased(address, who, now, waits=tries < TRIES)):
                time.sleep(PAUSE_SECONDS)
                tries += 1
        except UnknownSubscriber:
            return None
        return number

    def _erased(self, address: str, who: str, now: datetime, *, waits: bool) -> int | None:
        """Erase somebody; None if it was to wait for a mail that is on its way to them."""
        with self.storage.write() as db:
            found = self._found(db, address)
            if waits and leaving.is_written_to(db, found.id, now):
                return None
            leaving.erase(db, found.id, new_nonce(), now)
            _note(db, who, "erased", found.id, now)
            return found.id

    def _found(self, db: Database, address: str) -> Subscriber:
        found = subscribers.with_hash(db, self.tokens.hash_of(_readable(address)))
        if found is None:
            raise UnknownSubscriber
        return found


def _readable(address: str) -> str:
    """An address as it would be kept; what is none is nobody's."""
    try:
        return read_address(address)
    except AddressRefused:
        return address


def _note(db: Database, who: str, verb: str, number: int, now: datetime) -> None:
    journal.add(db, JournalLine(now, who, verb, None, f"subscriber {number}"))
