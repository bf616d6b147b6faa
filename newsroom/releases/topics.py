"""What officers do with topics: each act one transaction, journalled."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from newsroom.translation.topic_queue import make_due
from newsroom.translation.topics import topic_sheet
from press.errors import NotAllowedNow, Refusal
from press.public.site import Site
from press.releases.release import Standing
from press.topic import Topic, TopicPart, check_slug, nearest
from storage import Database, Storage, journal, topics
from storage.journal import JournalLine
from storage.public import topic as known_to_public
from storage.telling import webhooks


@dataclass(frozen=True, slots=True)
class Declared:
    """What became of a topic's words.

    Args:
        is_changed: whether anything changed.
        replaced: what gave way to other words, a sentence each.
        is_news: whether the public did not know of the topic before.
    """

    is_changed: bool
    replaced: tuple[str, ...] = ()
    is_news: bool = False


class Topics:
    """What officers do with topics.

    Args:
        storage: where everything is kept.
        site: the newsroom's languages.
    """

    def __init__(self, storage: Storage, site: Site) -> None:
        self.storage = storage
        self.site = site

    def declare(self, topic: Topic, who: str, now: datetime, *, replaces: bool = False) -> Declared:
        """Make a topic public under its titles, or add to those it has.

        Args:
            topic: its words.
            who: the officer.
            now: UTC.
            replaces: whether words that it has in one of these languages give way to these.

        Raises:
            Refusal: it cannot be named so, or another topic was.
            NotAllowedNow: it has other words in one of these languages, which are to stay.
        """
        check_slug(topic.slug)
        with self.storage.write() as db:
            _check_free_of_old_names(db, topic.slug)
            before = topics.find(db, topic.slug)
            others = _other_words(before, topic) if before else ()
            if others and not replaces:
                said = "; ".join(f"{what} is “{old}”, not “{new}”" for what, old, new in others)
                raise NotAllowedNow(f"there is a topic {topic.slug}: its {said}")
            replaced = tuple(f"{what} was “{old}”, is “{new}”" for what, old, new in others)
            is_news = not known_to_public(db, topic.slug, now)
            return Declared(declare(db, self.site, topic, who, now), replaced, is_news)

    def get(self, slug: str) -> tuple[Topic, int]:
        """A topic by any name it has or had, and how many releases are in it.

        Raises:
            Refusal: there is no such topic.
        """
        with self.storage.read() as db:
            topic = named(db, slug)
            return topic, topics.count(db, topic.slug)

    def rename(self, old: str, new: str, who: str, now: datetime) -> Topic:
        """Give a topic another address; the old one leads to it.

        Raises:
            Refusal: there is no such topic, or the new name cannot be had.
        """
        check_slug(new)
        with self.storage.write() as db:
            topic = named(db, old)
            if topics.find(db, new):
                raise Refusal(f"there is a topic {new} already")
            if topics.today(db, new) not in (None, topic.slug):
                _check_free_of_old_names(db, new)
            topics.rename(db, topic.slug, new, now)
            webhooks.rename_topic(db, topic.slug, new)
            journal.add(db, JournalLine(now, who, "renamed topic", None, f"{topic.slug} → {new}"))
            return named(db, new)

    def retire(self, slug: str, successor: str, who: str, now: datetime) -> Topic:
        """Let nothing new appear in a topic; its feeds live on and say so.

        Args:
            slug: of the topic.
            successor: slug of the topic to follow instead; empty for none.
            who: the officer.
            now: UTC.

        Raises:
            Refusal: there is no such topic, or no such successor.
            NotAllowedNow: it is retired already.
        """
        with self.storage.write() as db:
            topic = named(db, slug)
            if topic.retired_at:
                raise NotAllowedNow(f"topic {slug} is retired already")
            after = named(db, successor) if successor else None
            if after and (after.retired_at or after.slug == topic.slug):
                raise Refusal(f"nobody can follow {successor} instead; name a topic that goes on")
            topics.retire(db, topic.slug, after.slug if after else "", now)
            journal.add(db, JournalLine(now, who, "retired topic", None, topic.slug))
            return named(db, slug)

    def reopen(self, slug: str, who: str, now: datetime) -> Topic:
        """Let a retired topic go on.

        Raises:
            Refusal: there is no such topic.
            NotAllowedNow: it is not retired.
        """
        with self.storage.write() as db:
            topic = named(db, slug)
            if not topic.retired_at:
                raise NotAllowedNow(f"topic {slug} is not retired")
            topics.reopen(db, topic.slug, now)
            journal.add(db, JournalLine(now, who, "reopened topic", None, topic.slug))
            return named(db, slug)

    def every(self) -> list[Topic]:
        """All topics, public or not."""
        with self.storage.read() as db:
            return topics.every(db)

    def standings(self) -> dict[str, dict[str, Standing]]:
        """Who answers for what each topic says in each language: per slug, per language code.

        A topic that nobody gave a title has none.
        """
        with self.storage.read() as db:
            return {
                given.slug: {
                    code: topic_sheet(db, given, code).standing
                    for code in self.site.languages.codes
                }
                for given in topics.every_given(db)
                if given.titles
            }


def declare(
    db: Database, site: Site, topic: Topic, who: str, now: datetime, *, public: bool = True
) -> bool:
    """Give a topic its titles, and make due what it is called in the newsroom's other languages.

    A secret one leaves what the public knows as it is.

    Returns:
        whether anything changed.
    """
    if not public and known_to_public(db, topic.slug, now):
        return False
    changed = topics.declare(db, topic, now, public=public)
    if changed:
        journal.add(db, JournalLine(now, who, "declared topic", None, topic.slug))
        make_due(db, topic.slug, site.languages.codes, now)
    return changed


def todays(db: Database, slugs: Iterable[str]) -> tuple[str, ...]:
    """What the topics of a new release are called today, each once.

    Raises:
        Refusal: a topic cannot be named so.
        NotAllowedNow: a topic is retired.
    """
    names = dict.fromkeys(topics.today(db, slug) or check_slug(slug) for slug in slugs)
    for topic in filter(None, (topics.find(db, name) for name in names)):
        if topic.retired_at:
            instead = f"; file it under {topic.successor}" if topic.successor else ""
            raise NotAllowedNow(f"topic {topic.slug} is retired{instead}")
    return tuple(names)


def unknown_topic(db: Database, slugs: Iterable[str]) -> Refusal | None:
    """Why these cannot be topics of a release: one of them is not known. None if all are."""
    for slug in slugs:
        if topics.find(db, slug) is None:
            near = nearest(slug, [topic.slug for topic in topics.every(db)])
            meant = f"did you mean {near}? " if near else ""
            return Refusal(f"there is no topic {slug}; {meant}--new-topic makes it")
    return None


def _other_words(before: Topic, topic: Topic) -> tuple[tuple[str, str, str], ...]:
    """Which words of a person are about to be replaced: what it is, the old, the new."""
    kinds = (
        (TopicPart.TITLE, before.titles, topic.titles),
        (TopicPart.INTRODUCTION, before.introductions, topic.introductions),
    )
    return tuple(
        (f"{code} {part}", old[code], new)
        for part, old, words in kinds
        for code, new in words.items()
        if old.get(code, new) != new and not before.is_machine(part, code)
    )


def named(db: Database, slug: str) -> Topic:
    """A topic by any name it has or had.

    Raises:
        Refusal: there is none.
    """
    topic = topics.find(db, topics.today(db, slug) or slug)
    if topic is None:
        raise Refusal(f"there is no topic {slug}; newsroom topics lists them")
    return topic


def _check_free_of_old_names(db: Database, slug: str) -> None:
    if (today := topics.today(db, slug)) is not None:
        raise Refusal(f"{slug} was the name of topic {today}, and its address leads there")
