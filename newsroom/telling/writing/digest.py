"""The letter that tells of what happened in a day or a week, topic by topic."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from html import escape

from delivery.mail.letter import Letter
from feeds.parts.languages import attributes, said_in
from newsroom.telling.writing.context import Context
from newsroom.telling.writing.in_digest import entry_in_digest, withdrawal_in_digest
from newsroom.telling.writing.release import entry_for, language_for_reader, topic_for
from newsroom.telling.writing.sheet import Ends, SharedWords, letter_of, sheet_of
from newsroom.telling.writing.withdrawal import reason_for, words_had
from press.languages import Language
from press.months import day_in
from press.public.edition import Entry
from press.public.site import Site
from press.telling.digests import clock_of
from press.telling.mail_words import say_mail
from press.telling.notices import NEWS, Notice, Occasion
from press.telling.subscriber import Subscriber
from press.telling.wishes import Wanted, Wishes
from press.topic import ALL
from press.words import say
from storage.instants import from_ms
from storage.telling import digests


@dataclass(frozen=True, slots=True)
class _InDigest:
    """What a digest says of one release, told from others by the name of its content.

    Args:
        topic: title of the one it stands under.
        name: of its content.
        html: how it looks.
    """

    topic: str
    name: object
    html: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class _DigestWords:
    """What many readers' digests share.

    Args:
        told: of each release.
        language: of the reader.
        span: the first and the last moment it tells of, by the reader's clock.
    """

    told: tuple[_InDigest, ...]
    language: Language
    span: tuple[datetime, datetime]


def write_digest(context: Context, notice: Notice, subscriber: Subscriber | None) -> Letter | None:
    """The letter that tells somebody of all that waited for their digest, as it stands now.

    Args:
        context: what is so now.
        notice: what is owed.
        subscriber: whom.
    """
    if subscriber is None:
        return None
    wishes = subscriber.wishes
    language = context.language(wishes.languages[0])
    told = tuple(_pieces(context, notice, wishes, language))
    if not told:
        return None
    pieces = _DigestWords(told, language, _span(notice, wishes.zone))
    sheet = context.kept((notice.kind, pieces), lambda: _sheet(pieces, context.site))
    why = say_mail(
        said_in(language).code, f"digest_why_{wishes.frequency}", title=context.site.title
    )
    ends = Ends(why, language, context.list_id("digest", language))
    return letter_of(context, notice, subscriber, sheet, ends)


def _span(notice: Notice, zone: str) -> tuple[datetime, datetime]:
    said, clock = json.loads(notice.body), clock_of(zone)
    return from_ms(said["from"]).astimezone(clock), from_ms(said["to"]).astimezone(clock)


def _pieces(
    context: Context, notice: Notice, wishes: Wishes, language: Language
) -> Iterator[_InDigest]:
    """A release once, whatever happened to it; of what is public no more nothing but that."""
    with context.storage.read() as db:
        places = digests.places(db, notice)
    happened: dict[int, list[Notice]] = {}
    for place in places:
        if place.event:
            happened.setdefault(place.event.release_id, []).append(place)
    for number, those in happened.items():
        entry = entry_for(context, wishes.languages[0], wishes, number)
        kinds = {place.kind for place in those}
        if entry is None and Occasion.WITHDRAWN in kinds:
            yield from _withdrawn(context, number, those[-1].language, wishes, language)
        elif entry and (kinds.isdisjoint(NEWS) or wishes.follows(entry.topics)):
            yield _public(context, entry, wishes, language)


def _public(context: Context, entry: Entry, wishes: Wishes, language: Language) -> _InDigest:
    site, own = context.site, language_for_reader(context, wishes, entry)
    topic = _topic(context, tuple(entry.topics), wishes, language)
    name = entry.digest, own, language

    def made() -> str:
        return "".join(entry_in_digest(entry, own, language, site))

    return _InDigest(topic, name, context.kept(("piece", name), made))


def _withdrawn(
    context: Context, number: int, code: str, wishes: Wishes, language: Language
) -> Iterator[_InDigest]:
    release = context.release(number)
    if gone := reason_for(context, release, language, wishes):
        text = words_had(release, code, wishes)
        topic = _topic(context, release.topics, wishes, language)
        yield _InDigest(
            topic, (gone, text.digest), "".join(withdrawal_in_digest(text, gone, language))
        )


def _topic(context: Context, topics: Sequence[str], wishes: Wishes, language: Language) -> str:
    """The title of the topic that somebody is told of a release for; else of its first."""
    slug = topic_for(wishes, topics)
    slug = slug if slug != ALL else next(iter(topics), ALL)
    if slug == ALL:
        return say(language.code, "all")
    may_be_machine = wishes.texts is not Wanted.OFFICIAL
    return context.topic_title(slug, language, may_be_machine=may_be_machine)


def _sheet(pieces: _DigestWords, site: Site) -> SharedWords:
    code, count = said_in(pieces.language).code, len(pieces.told)
    releases = say_mail(code, "digest_one" if count == 1 else "digest_many", count=count)
    day = day_in(code, pieces.span[1].date()).removesuffix(f" {pieces.span[1].year}")
    subject = say_mail(code, "digest_subject", title=site.title, releases=releases, date=day)
    fragment = "".join(_fragments(pieces, site, releases))
    return sheet_of(subject, fragment, said_in(pieces.language))


def _fragments(pieces: _DigestWords, site: Site, releases: str) -> Iterator[str]:
    ours = attributes(said_in(pieces.language))
    start, end = (_moment(at, pieces.language) for at in pieces.span)
    span = say_mail(pieces.language.code, "digest_span", start=start, end=end)
    title = say_mail(pieces.language.code, "digest_title", title=site.title, releases=releases)
    yield f"<h1 {ours}>{escape(title)}</h1><p {ours}>{escape(span)}</p>"
    for topic in dict.fromkeys(piece.topic for piece in pieces.told):
        yield f'<h2 dir="auto">{escape(topic)}</h2>'
        yield from (piece.html for piece in pieces.told if piece.topic == topic)


def _moment(at: datetime, language: Language) -> str:
    return f"{day_in(said_in(language).code, at.date())}, {at:%H:%M}"
