"""A topic that is open for an editor's act, and what the act does to its words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from newsroom.review.settling import mark_in_memory
from newsroom.review.unapproving import as_a_machines
from newsroom.translation.glossary import terms_in
from newsroom.translation.topics import Slot, slots, topic_sheet
from press.errors import NotAllowedNow, Refusal
from press.releases.review import Segment, Sheet
from press.text import Block
from press.topic import Topic
from storage import Database, topics
from storage.translation import memory
from storage.translation import topics as words_of_topics


@dataclass(frozen=True, slots=True)
class OpenTopic:
    """A topic in a language, open for an editor's act.

    Args:
        db: in a transaction.
        given: the topic in the words that somebody gave it.
        sheet: its words in the language.
        slots: what each block of the sheet is for.
    """

    db: Database
    given: Topic
    sheet: Sheet
    slots: Sequence[Slot]


def opened_topic(db: Database, name: str, code: str) -> OpenTopic:
    """A topic in a language in which nobody gave it all its words.

    Args:
        db: in a transaction.
        name: its slug, or one that it had.
        code: of the language.

    Raises:
        Refusal: there is no such topic.
        NotAllowedNow: somebody gave it all its words in this language, or it has none.
    """
    given = topics.given(db, topics.today(db, name) or name)
    if given is None:
        raise Refusal(f"there is no topic {name}; newsroom topics lists them")
    found = slots(given, code)
    if not found:
        raise NotAllowedNow(_why_nothing(given, code))
    return OpenTopic(db, given, topic_sheet(db, given, code), found)


def _why_nothing(given: Topic, code: str) -> str:
    if given.titles or given.introductions:
        again = f"newsroom topics add {given.slug} --title {code}=… --replace"
        return f"topic {given.slug} was given all its words in {code}; {again} gives it others"
    return f"nobody gave topic {given.slug} a title yet; newsroom topics add does"


def keep(topic: OpenTopic, words: Mapping[int, Block], now: datetime) -> None:
    """Remember what an editor said of blocks, by their number.

    A rejection takes the words from wherever they would return.
    """
    for number, block in words.items():
        slot = topic.slots[number - 1]
        if block.is_rejected:
            mark_in_memory(topic.db, slot.pair, [block], now)
        else:
            _keep_edited(topic, slot, block, now)


def _keep_edited(topic: OpenTopic, slot: Slot, block: Block, now: datetime) -> None:
    digest, slug = slot.source.digest, topic.given.slug
    memory.remember(topic.db, slot.pair, {digest: block}, now, [slot.source])
    words_of_topics.note_sources(topic.db, slug, slot.pair, [digest], edited=True)


def give_back(topic: OpenTopic, words: Mapping[int, Block], now: datetime) -> None:
    """Let approved words be a machine's again, by the number of their block."""
    db, slug, code = topic.db, topic.given.slug, topic.sheet.language
    for number, block in words.items():
        slot = topic.slots[number - 1]
        words_of_topics.forget_edit(db, slug, slot.pair, block.of)
        memory.forget_approval(db, slot.pair, 0, [block])
        memory.remember(db, slot.pair, {block.of: block}, now, [slot.source])
    machine = {block.of: block for block in words.values()}
    public = words_of_topics.public(db, slug, code)
    given_back = [(part, machine.get(block.of, block)) for part, block in public]
    words_of_topics.publish(db, slug, code, given_back, now)


def machines(topic: OpenTopic, title: str, approved: Sequence[Segment]) -> dict[int, Block]:
    """Approved words as the machine's that they were, by the number of their block.

    Args:
        topic: whose words they are.
        title: the newsroom's name.
        approved: segments whose words an editor took over as they were.
    """
    words = {}
    for one in approved:
        pair = topic.slots[one.number - 1].pair
        terms = terms_in(topic.db, title, (pair.source, pair.target), [one.source])
        words[one.number] = as_a_machines(topic.db, pair, one, terms)
    return words
