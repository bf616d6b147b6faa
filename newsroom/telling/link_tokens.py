"""What stands in the links of mails, and the hashes that stand for addresses."""

import hmac
import re
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode

from press.telling.subscriber import Subscriber
from storage import Database, Storage
from storage.telling import subscribers
from storage.telling.secrets import find, kept

_NAME = "telling"
_SHAPE = re.compile(r"(\d{1,18})-([A-Za-z0-9_-]{27})")


class LinkTokens:
    """Makes and reads them, with a key of the newsroom's own that never leaves its database.

    A link holds the number of its subscriber and a keyed hash (HMAC-SHA-256, cut to 160 bits) of
    that, of its purpose and of the subscriber's nonce, so nothing has to be kept for it.

    Args:
        storage: where the key is.
    """

    def __init__(self, storage: Storage) -> None:
        self._key = urlsafe_b64decode(_key(storage))

    def hash_of(self, text: str) -> str:
        """What stands for an address or a network: the same however it is typed."""
        return self._mac(text.strip().lower().encode()).hex()

    def make(self, subscriber: Subscriber, purpose: str) -> str:
        """What stands in a link of somebody's.

        Args:
            subscriber: whose.
            purpose: what the link is good for; it is good for nothing else.
        """
        return f"{subscriber.id}-{self._sign(subscriber, purpose)}"

    def read(
        self, db: Database, token: str, *purposes: str, folded: bool = False
    ) -> Subscriber | None:
        """Whose link it is; None if nobody's, or for something else.

        Args:
            db: in a transaction.
            token: as it stands in the link.
            purposes: what it may be good for.
            folded: whether it may have come in small letters: mail servers write addresses so. What
                is left of 160 bits is more than 130.
        """
        shape = _SHAPE.fullmatch(token)
        found = subscribers.get(db, int(shape[1])) if shape else None
        if not shape or found is None:
            return None
        fold = str.lower if folded else str
        right = [fold(self._sign(found, purpose)) for purpose in purposes]
        return found if any(hmac.compare_digest(fold(shape[2]), one) for one in right) else None

    def _sign(self, subscriber: Subscriber, purpose: str) -> str:
        said = f"{purpose}\n{subscriber.id}\n{subscriber.nonce}"
        return urlsafe_b64encode(self._mac(said.encode())[:20]).decode().rstrip("=")

    def _mac(self, said: bytes) -> bytes:
        return hmac.digest(self._key, said, "sha256")


def _key(storage: Storage) -> str:
    with storage.read() as db:
        found = find(db, _NAME)
    if found is None:
        with storage.write() as db:
            found = kept(db, _NAME, _made)
    return found


def _made() -> str:
    return urlsafe_b64encode(secrets.token_bytes(32)).decode()
