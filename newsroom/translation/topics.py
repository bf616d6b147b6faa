"""A topic's words in the languages in which nobody gave them: laid out, and let out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from intake.text.blocks import split
from newsroom.translation.filling import newest, with_displaced
from press.releases.readiness import Readiness, Starter
from press.releases.release import Standing
from press.releases.review import Segment, Sheet, sheet_of
from press.text import Block, Kind, Text
from press.topic import Topic, TopicPart
from storage import Database, Storage, topics
from storage.translation import memory
from storage.translation import topics as words_of_topics
from storage.translation.memory import Pair

# These go out together or not at all; a credit stands by itself.
_TOGETHER = ({TopicPart.TITLE, TopicPart.INTRODUCTION}, {TopicPart.CREDIT})


@dataclass(frozen=True, slots=True)
class Slot:
    """A block of a topic that is to be said in another language.

    Args:
        part: which of the topic's words it is of.
        pair: from which language into which.
        source: the block.
    """

    part: TopicPart
    pair: Pair
    source: Block


def slots(given: Topic, code: str) -> list[Slot]:
    """What of a topic is to be said in a language because nobody gave it: title first.

    Args:
        given: the topic in the words that somebody gave it.
        code: of the language.
    """
    return [
        Slot(part, Pair(source, code), block)
        for part, words in _given(given)
        if code not in words
        for source in list(words)[:1]  # the language in which it was given first
        for block in _blocks(part, words[source])
    ]


def _given(topic: Topic) -> Iterator[tuple[TopicPart, Mapping[str, str]]]:
    yield TopicPart.TITLE, topic.titles
    yield TopicPart.INTRODUCTION, topic.introductions
    first = next(iter((*topic.titles, *topic.introductions)), "")
    yield TopicPart.CREDIT, {first: topic.credit} if first and topic.credit else {}


def _blocks(part: TopicPart, words: str) -> tuple[Block, ...]:
    if part is TopicPart.INTRODUCTION:
        return split(words)
    return (Block(Kind.HEADLINE if part is TopicPart.TITLE else Kind.SUMMARY, words),)


def by_pair(found: Iterable[Slot]) -> dict[Pair, list[Block]]:
    """The blocks to be said, by the languages they go between."""
    blocks: dict[Pair, list[Block]] = {}
    for slot in found:
        blocks.setdefault(slot.pair, []).append(slot.source)
    return blocks


def topic_sheet(
    db: Database, given: Topic, code: str, made: Mapping[str, Block] | None = None
) -> Sheet:
    """One language of a topic, with the newest words for every block that nobody gave.

    Args:
        db: the database.
        given: the topic in the words that somebody gave it.
        code: of the language.
        made: by digest of the source block, a machine's words that are newer than those kept.
    """
    found = slots(given, code)
    known = _recall(db, found)
    own = {b.of: _as_known(b, known) for _, b in words_of_topics.public(db, given.slug, code)}
    pairs = [(s.source, newest(s.source.digest, own, known, made or {})) for s in found]
    earlier = words_of_topics.earlier(db, given.slug, code, [slot.source.digest for slot in found])
    bare = replace(sheet_of(0, code, Standing.MISSING, pairs, earlier), topic=given.slug)
    noted = iter(with_displaced(bare))
    segments = tuple(replace(s, target=next(noted)) if s.target else s for s in bare.segments)
    return replace(bare, segments=segments, standing=_standing(segments, own))


def _recall(db: Database, found: Iterable[Slot]) -> dict[str, Block]:
    known: dict[str, Block] = {}
    for pair, blocks in by_pair(found).items():
        known |= memory.recall(db, pair, [block.digest for block in blocks])
    return known


def _as_known(block: Block, known: Mapping[str, Block]) -> Block:
    """A public block with what the memory has against it, which alone keeps that."""
    same = known.get(block.of)
    return replace(block, findings=same.findings) if same == block else block


def _standing(segments: Sequence[Segment], own: Mapping[str, Block]) -> Standing:
    if not segments:
        return Standing.AUTHOR
    if any(one.target is None for one in segments):
        return Standing.MISSING
    if all(one.is_settled for one in segments):
        return Standing.REVIEWED
    stand = (one.is_settled or _says_the_same(one) or _is_own(one, own) for one in segments)
    return Standing.MACHINE if all(stand) else Standing.WAITS


def _is_own(one: Segment, own: Mapping[str, Block]) -> bool:
    return own.get(one.source.digest) == one.target


def _says_the_same(one: Segment) -> bool:
    """Whether not a word was translated: then the original may as well stand in."""
    return one.target is not None and one.target.markdown == one.source.markdown


def place(
    db: Database,
    given: Topic,
    code: str,
    now: datetime,
    readiness: Readiness,
    made: Mapping[str, Block] | None = None,
) -> Sheet:
    """Let out what the public may read of a topic's newest words, and nothing else.

    An editor's words are out at once, a machine's when none of title and introduction has to wait.

    Args:
        db: in a write transaction.
        given: the topic in the words that somebody gave it.
        code: of the language.
        now: UTC.
        readiness: says which words of a machine the public may read.
        made: by digest of the source block, a machine's words that are newer than those kept.

    Returns:
        the words as they are now.
    """
    found, before = slots(given, code), topic_sheet(db, given, code, made)
    of: dict[TopicPart, list[Segment]] = {}
    for slot, segment in zip(found, before.segments, strict=True):
        of.setdefault(slot.part, []).append(segment)
    out = [
        (part, replace(one.target, of=one.source.digest))
        for parts in _TOGETHER
        for part in _to_let_out({p: of[p] for p in parts if p in of}, code, readiness)
        for one in of[part]
        if one.target
    ]
    words_of_topics.publish(db, given.slug, code, out, now)
    for pair, blocks in by_pair(found).items():
        words_of_topics.note_sources(db, given.slug, pair, [block.digest for block in blocks])
    return topic_sheet(db, given, code, made)


def _to_let_out(
    of: Mapping[TopicPart, Sequence[Segment]], code: str, readiness: Readiness
) -> Iterator[TopicPart]:
    """Which of these parts the public may read; one of which a block must not, it reads nothing."""
    segments = [one for part in of.values() for one in part]
    words = tuple(one.target for one in segments if one.target)
    shown = None
    if len(words) == len(segments):
        original = Text("", tuple(one.source for one in segments))
        shown = readiness.for_public(Text(code, words), original)
    standing_in = {block.of for block in shown.blocks if block.stands_in} if shown else set()
    for part, found in of.items():
        is_settled = all(one.is_settled for one in found)
        is_whole = not any(one.source.digest in standing_in for one in found)
        if is_settled or (shown and is_whole and not all(map(_says_the_same, found))):
            yield part


def keep_what_stands(db: Database, given: Topic, now: datetime) -> None:
    """Take from the public what translates words that a topic no longer has, or now has of its own.

    Args:
        db: in the transaction in which it was given other words.
        given: the topic in those words.
        now: UTC.
    """
    for code in words_of_topics.languages(db, given.slug):
        wanted: dict[TopicPart, list[str]] = {}
        for slot in slots(given, code):
            wanted.setdefault(slot.part, []).append(slot.source.digest)
        words = words_of_topics.public(db, given.slug, code)
        has: dict[TopicPart, list[str]] = {}
        for part, block in words:
            has.setdefault(part, []).append(block.of)
        left = [one for one in words if has[one[0]] == wanted.get(one[0])]
        words_of_topics.publish(db, given.slug, code, left, now)


def take_back_topics(storage: Storage, readiness: Readiness, now: datetime) -> int:
    """Have the starter's words of topics wait where its setting no longer lets them be read unread.

    Returns:
        how many languages of topics have words that wait now.
    """
    if readiness.starter is Starter.ON:
        return 0
    with storage.read() as db:
        found = words_of_topics.rough(db)
    if found:
        with storage.write() as db:
            for slug, code in found:
                if given := topics.given(db, slug):
                    place(db, given, code, now, readiness)
    return len(found)
