"""An application at which people can follow, and what tests do at it."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from flask.testing import FlaskClient

from newsroom.telling.following.sign_ups import SignUps
from press.telling.subscriber import Subscriber
from storage import Storage
from storage.telling import subscribers

ANNA = "anna@daily.example"
FILLED: dict[str, Any] = {"email": ANNA, "topic": ["all"], "language": ["fr", "en"]}


@dataclass
class Desk:
    """Somebody at a browser, and what the newsroom knows of them."""

    client: FlaskClient
    following: SignUps
    storage: Storage

    def ask(self, lang: str = "en", **changed: Any) -> Any:
        """Fill in the form and send it."""
        return self.client.post(f"/{lang}/follow/", data=FILLED | changed)

    def known(self) -> Subscriber | None:
        """Whoever came first."""
        with self.storage.read() as db:
            return subscribers.get(db, 1)

    def link(self, purpose: str) -> str:
        """The path of a link in their mail."""
        known = self.known()
        assert known
        return urlsplit(self.following.address(known, purpose)).path

    def follow(self, **changed: Any) -> None:
        """Sign up and confirm."""
        self.ask(**changed)
        assert self.client.post(self.link("confirm")).status_code == 200

    def dump(self) -> str:
        """The whole database."""
        with self.storage.read() as db:
            return "\n".join(db.conn.iterdump())
