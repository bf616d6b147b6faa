"""Following by mail, as the public does it: asking, confirming, changing, ending.

Nothing holds that nobody confirmed from the mailbox, and nobody who asks learns who follows.
"""

import secrets
from datetime import datetime, timedelta
from typing import Any

from newsroom.telling.following.addresses import network_of, read_address
from newsroom.telling.following.exporting import export
from newsroom.telling.link_tokens import LinkTokens
from press.errors import AddressRefused, NotPublic
from press.public.edition import digest_of
from press.public.site import Site
from press.telling.notices import Channel, Notice, Occasion
from press.telling.subscriber import Following, Subscriber
from press.telling.wishes import Wishes
from storage import Database, Storage
from storage.instants import to_ms
from storage.telling import bounces, leaving, notices, sign_ups, subscribers

# One mail to an address in this time, and so many sign-ups from a network.
WINDOW = timedelta(hours=1)
# To one whose mail came back: its owner alone can say that mail arrives again.
SUPPRESSED_WINDOW = timedelta(days=1)
MOST = 20
# What a link is good for; each stands in its address.
CONFIRM, MANAGE, UNSUBSCRIBE = "confirm", "manage", "unsubscribe"


class SignUps:
    """What somebody can do who wants mail, or has a link out of one.

    Args:
        storage: where everything is kept.
        site: the newsroom's addresses.
    """

    def __init__(self, storage: Storage, site: Site) -> None:
        self.storage = storage
        self.site = site
        self.tokens = LinkTokens(storage)

    def sign_up(self, address: str, wishes: Wishes, place: str, now: datetime) -> None:
        """Ask an address whether it wants mail; the same to whoever asks, whoever it is.

        Args:
            address: as typed.
            wishes: what was asked for; they hold once somebody confirms them from the mailbox.
            place: network address of whoever asks.
            now: UTC.

        Raises:
            AddressRefused: nobody could be written to there.
        """
        address = read_address(address)
        digest = self.tokens.hash_of(address)
        network = self.tokens.hash_of(f"network {network_of(place)}")
        with self.storage.write() as db:
            is_flood = sign_ups.note(db, network, now, now - WINDOW) >= MOST
            if not is_flood:
                _ask(db, address, digest, wishes, now)

    def can_write_to(self, address: str) -> bool:
        """Whether an address, as typed, is one of a mailbox on the internet."""
        try:
            return bool(read_address(address))
        except AddressRefused:
            return False

    def whose(self, token: str, *purposes: str) -> Subscriber:
        """Whose link it is.

        Args:
            token: as it stands in the link.
            purposes: what it may be good for.

        Raises:
            NotPublic: nobody's.
        """
        with self.storage.read() as db:
            return self._read(db, token, *purposes)

    def confirm(self, token: str, now: datetime, shown: str = "") -> Subscriber:
        """Let what was asked for hold.

        Args:
            token: as it stands in the link.
            now: UTC.
            shown: names the wishes that were shown, as `name_of` does; if others were asked for
                meanwhile, perhaps by somebody else, these go on waiting. Nothing: whichever wait.

        Raises:
            NotPublic: the link is nobody's.
        """
        self.whose(token, CONFIRM)  # before the lock is taken that everybody needs
        with self.storage.write() as db:
            found = self._read(db, token, CONFIRM)
            if found.address and found.wanted and shown in ("", name_of(found.wanted)):
                subscribers.follow(db, found.id, subscribers.today(db, found.wanted), now)
            return self._read(db, token, CONFIRM)

    def change(self, token: str, wishes: Wishes, now: datetime) -> Subscriber:
        """Let other wishes hold; they were given by whoever has the mailbox.

        Raises:
            NotPublic: the link is nobody's.
        """
        self.whose(token, MANAGE)
        with self.storage.write() as db:
            found = self._read(db, token, MANAGE)
            if found.address:
                subscribers.follow(db, found.id, wishes, now)
            return self._read(db, token, MANAGE)

    def unsubscribe(self, token: str, now: datetime) -> Subscriber:
        """Send no more mail, and forget the address at once; the link may be used again.

        Raises:
            NotPublic: the link is nobody's.
        """
        self.whose(token, UNSUBSCRIBE)
        with self.storage.write() as db:
            found = self._read(db, token, UNSUBSCRIBE)
            if found.address:
                leaving.end(db, found.id, now)
            return self._read(db, token, UNSUBSCRIBE)

    def export(self, token: str, now: datetime) -> dict[str, Any]:
        """Everything that is kept about whoever has the link, for a program to read.

        Raises:
            NotPublic: the link is nobody's.
        """
        with self.storage.read() as db:
            return export(db, self._read(db, token, MANAGE), self.tokens, now)

    def address(self, subscriber: Subscriber, purpose: str) -> str:
        """Where a link of somebody's leads."""
        return self.site.follow_link(purpose, self.tokens.make(subscriber, purpose))

    def _read(self, db: Database, token: str, *purposes: str) -> Subscriber:
        found = self.tokens.read(db, token, *purposes)
        if found is None:
            raise NotPublic
        return found


def _ask(db: Database, address: str, digest: str, wishes: Wishes, now: datetime) -> None:
    """Keep what was asked for and owe one mail, unless there was one lately."""
    known = subscribers.with_hash(db, digest)
    is_suppressed = bounces.suppression_of(db, digest, now) is not None
    since = now - (SUPPRESSED_WINDOW if is_suppressed else WINDOW)
    if known and sign_ups.was_asked(db, known.id, since):
        if known.address:
            subscribers.want(db, known.id, wishes)  # the mail they have leads to what is wanted now
        return
    asked = subscribers.ask(db, address, digest, new_nonce(), wishes, now)
    follows = asked.state is Following.FOLLOWS and not is_suppressed
    kind = Occasion.KNOWN if follows else Occasion.CONFIRM
    spoken = (asked.wishes if follows else wishes).languages
    key = f"{Channel.MAIL}:{kind}:{asked.id}:{to_ms(now)}"
    notices.add(db, Notice(0, key, Channel.MAIL, kind, asked.id, now, language=spoken[0]))


def name_of(wishes: Wishes) -> str:
    """Names wishes: others have another name."""
    return digest_of("wishes", wishes)[:16]


def new_nonce() -> str:
    """What goes into somebody's links, and ends them when it is another."""
    return secrets.token_urlsafe(12)
