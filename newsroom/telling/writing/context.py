"""What whoever writes a letter may ask."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar
from urllib.parse import quote

from delivery.mail.account import MailAccount
from delivery.mail.letter import Letter
from feeds.parts.languages import spoken
from newsroom.public.front import Front
from newsroom.telling.link_tokens import LinkTokens
from press.errors import NotPublic
from press.languages import Language
from press.public.edition import Entry, Withdrawal
from press.public.site import Site
from press.releases.release import Release
from press.telling.notices import Notice
from press.telling.subscriber import Subscriber
from press.text import clean
from press.topic import Topic, TopicPart
from storage import Storage
from storage.filed import releases
from storage.telling import events

Made = TypeVar("Made")


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
    _kept: dict[object, Any] = field(default_factory=dict)

    @property
    def site(self) -> Site:
        """The newsroom's names and addresses."""
        return self.front.site

    def language(self, code: str) -> Language:
        """A language by its code, with its full tag where the newsroom publishes in it."""
        return spoken(self.site, code)

    def slug(self, release_id: int) -> str:
        """The name that a release has in addresses."""

        def read() -> str:
            with self.storage.read() as db:
                return events.slug_of(db, release_id)

        return self.kept(("slug", release_id), read)

    def entry(self, release_id: int, code: str) -> Entry | None:
        """What the public reads of a release in a language; None if nothing."""

        def read() -> Entry | None:
            try:
                return self.front.entry(self.slug(release_id), self.language(code), self.now)
            except NotPublic:
                return None

        return self.kept(("entry", release_id, code), read)

    def withdrawal(self, slug: str, code: str) -> Withdrawal | None:
        """Why a release is public no more, for a language; None if it is, or never was."""
        try:
            return self.front.withdrawal(slug, self.language(code), self.now)
        except NotPublic:
            return None

    def release(self, release_id: int) -> Release:
        """A release as it is filed, public or not."""

        def read() -> Release:
            with self.storage.read() as db:
                return releases.get(db, release_id)

        return self.kept(("release", release_id), read)

    def kept(self, key: object, make: Callable[[], Made]) -> Made:
        """What was made under a key, made now if it was not: for what many letters share."""
        if key not in self._kept:
            self._kept[key] = make()
        made: Made = self._kept[key]
        return made

    def entry_of_source(self, release_id: int) -> Entry | None:
        """The same in the language it was written in, whatever that is."""
        with self.storage.read() as db:
            source = events.public_words(db, release_id).original
        return self.entry(release_id, source) if source else None

    def topic_title(self, slug: str, language: Language, *, may_be_machine: bool) -> str:
        """What a topic is called for a reader, plain text.

        Args:
            slug: of the topic.
            language: of the reader.
            may_be_machine: whether a machine's words are theirs to read.
        """
        known = self.kept("topics", lambda: {t.slug: t for t in self.front.topics(self.now)})
        topic = known.get(slug, Topic(slug))
        is_theirs = may_be_machine or not topic.is_machine(TopicPart.TITLE, language.code)
        # What stands in for the reader's own language is never a machine's.
        return clean(topic.title(language.code if is_theirs else "", *self.site.languages.codes))

    def link(self, subscriber: Subscriber, purpose: str) -> str:
        """Address of a page of somebody's.

        Args:
            subscriber: whose.
            purpose: `confirm`, `manage` or `unsubscribe`.
        """
        return self.site.follow_link(purpose, self.tokens.make(subscriber, purpose))

    def message_id(self, key: str) -> str:
        """The name of a letter, made of its notice's key (RFC 5322, 3.6.4)."""
        name = key if key.isascii() and key.replace(":", "").isalnum() else quote(key, safe=":")
        return f"{name.replace(':', '.')}@{self._domain}"

    @property
    def _domain(self) -> str:
        return self.site.authority.partition(",")[0].rpartition("@")[2]

    def list_id(self, topic: str, language: Language) -> str:
        """The name of the list of a topic in a language (RFC 2919)."""
        return f"{topic}.{language.code}.{self.site.mail_domain}"


# Writes the letter that a notice owes somebody; None if there is nothing to say any more.
# Nobody is given where it goes to the newsroom itself (receiver 0).
WriteLetter = Callable[[Context, Notice, Subscriber | None], Letter | None]
