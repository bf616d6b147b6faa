"""What whoever writes a letter may ask."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import quote, urlsplit

from delivery.mail.account import MailAccount
from delivery.mail.letter import Letter
from feeds.parts.languages import spoken
from newsroom.public.front import Front
from newsroom.telling.link_tokens import LinkTokens
from press.errors import NotPublic
from press.languages import Language
from press.public.edition import Entry
from press.public.site import Site
from press.telling.notices import Notice
from press.telling.subscriber import Subscriber
from storage import Storage
from storage.telling import events


@dataclass(frozen=True, slots=True)
class Context:
    """What letters are written from at one instant; what was read once is not read again.

    Args:
        storage: where everything is kept.
        front: what the public may read.
        account: as whom letters go.
        tokens: makes what stands in links.
        now: UTC.
    """

    storage: Storage
    front: Front
    account: MailAccount
    tokens: LinkTokens
    now: datetime
    _slugs: dict[int, str] = field(default_factory=dict)
    _entries: dict[tuple[int, str], Entry | None] = field(default_factory=dict)

    @property
    def site(self) -> Site:
        """The newsroom's names and addresses."""
        return self.front.site

    def language(self, code: str) -> Language:
        """A language by its code, with its full tag where the newsroom publishes in it."""
        return spoken(self.site, code)

    def slug(self, release_id: int) -> str:
        """The name that a release has in addresses."""
        if release_id not in self._slugs:
            with self.storage.read() as db:
                self._slugs[release_id] = events.slug_of(db, release_id)
        return self._slugs[release_id]

    def entry(self, release_id: int, code: str) -> Entry | None:
        """What the public reads of a release in a language; None if nothing."""
        key = release_id, code
        if key not in self._entries:
            try:
                found = self.front.entry(self.slug(release_id), self.language(code), self.now)
            except NotPublic:
                found = None
            self._entries[key] = found
        return self._entries[key]

    def link(self, subscriber: Subscriber, purpose: str) -> str:
        """Address of a page of somebody's.

        Args:
            subscriber: whose.
            purpose: `confirm`, `manage` or `unsubscribe`.
        """
        token = self.tokens.make(subscriber, purpose)
        return f"{self.site.base_url}/follow/{purpose}/{token}"

    def message_id(self, key: str) -> str:
        """The name of a letter, made of its notice's key (RFC 5322, 3.6.4)."""
        domain = self.site.authority.partition(",")[0].rpartition("@")[2]
        return f"{quote(key, safe=':').replace(':', '.')}@{domain}"

    def list_id(self, topic: str, language: Language) -> str:
        """The name of the list of a topic in a language (RFC 2919).

        An address of a machine is no domain; there the standard has localhost.
        """
        host = urlsplit(self.site.base_url).hostname or ""
        domain = host if re.search("[a-z]", host) and ":" not in host else "localhost"
        return f"{topic}.{language.code}.{domain}"


# Writes the letter that a notice owes somebody; None if there is nothing to say any more.
# Nobody is given where it goes to the newsroom itself (receiver 0).
WriteLetter = Callable[[Context, Notice, Subscriber | None], Letter | None]
