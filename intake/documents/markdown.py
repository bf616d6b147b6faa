"""Markdown, with or without front matter in YAML."""

from collections.abc import Sequence
from dataclasses import replace

from intake.documents import frontmatter
from intake.documents.frontmatter import Fields
from intake.documents.listed_contacts import contact_from
from intake.documents.public_part import public_part, public_summary
from intake.given import Given
from intake.moments.datelines import Dated, read_dateline
from intake.notyet.screening import Screened, all_of, screen
from intake.notyet.typed import read_typed
from intake.text.blocks import heading_of, split
from press.embargo import zone_named
from press.errors import Refusal, UnreadableFile, UnreadableTime
from press.releases.release import Filing, NotYet, Reading
from press.text import Block, Kind
from press.topic import check_slug, slugify

KEYS = ("title", "summary", "date", "topics", "language", "embargo", "zone", "contacts")
recognises = frontmatter.begins


def read(text: str, given: Given) -> Reading:
    """Read one release.

    Args:
        text: the whole file.
        given: zone and language where the front matter names none.

    Raises:
        UnreadableFile: the front matter is not understood, or there is no headline.
        UnreadableTime: its date cannot be read.
        NonexistentTime, AmbiguousTime: the clocks change just then.
        Refusal: a topic cannot be one.
    """
    fields, body = frontmatter.take(text, KEYS)
    given = _given(fields, given)
    title, summary, date, screened = (
        screen(words, given) for words in (*map(fields.words, ("title", "summary", "date")), body)
    )
    comments = screen(_comments(text.removesuffix(body)), given)
    public = public_part(body, screened, title.text)
    said, hidden = public_summary(fields.words("summary"), summary)
    headline, blocks = _headline(title.text, split(public.text))
    dated = _date(date, fields.words("date"), given)
    named = [_embargo(until, given)] if _means(until := fields.words("embargo")) else []
    above = [
        Block(Kind.HEADLINE, headline),
        *([Block(Kind.SUMMARY, said)] if said else []),
    ]
    filing = Filing(
        (*above, *blocks),
        language=fields.words("language") or None,
        embargo=dated.embargo,
        topics=_topics(fields, given.language),
        contacts=tuple(contact_from(c) for c in fields.items("contacts")),
        not_yet=(
            *all_of(date, title, summary, comments, screened, named=named),
            *public.not_yet,
        ),
        doubts=dated.doubts,
        unpublished=public.unpublished,
        left_out=(*hidden, *public.left_out),
    )
    return Reading((filing,))


def _given(fields: Fields, given: Given) -> Given:
    zone = fields.words("zone") or given.zone
    zone_named(zone)
    return replace(given, zone=zone, language=fields.words("language") or given.language)


def _headline(title: str, blocks: Sequence[Block]) -> tuple[str, Sequence[Block]]:
    """The title, else the first heading of the first level, and the blocks without it."""
    for n, block in enumerate(blocks):
        level, words = heading_of(block)
        if level != 1 or not words or (title and n):
            continue
        if title in ("", words):
            return words, [*blocks[:n], *blocks[n + 1 :]]
    if not title:
        raise UnreadableFile("it has no headline; begin with “# ” and the headline")
    return title, blocks


def _date(date: Screened, when: str, given: Given) -> Dated:
    if not date.text.strip():
        return Dated()
    dated = read_dateline(date.text, given)
    if not dated.embargo:
        raise UnreadableTime(f"“{when}” is not a time such as 2026-08-25 14:18")
    return dated


def _comments(matter: str) -> str:
    """What the front matter says to nobody but its reader."""
    lines = (line.strip() for line in matter.split("\n"))
    return "\n".join(line for line in lines if line.startswith("#"))


def _means(said: str) -> bool:
    return said.casefold() not in ("", "no", "none", "false")


def _embargo(said: str, given: Given) -> NotYet:
    """What the front matter says of an embargo."""
    try:
        return NotYet(f"embargo: {said}", read_typed(said, given))
    except Refusal as refusal:
        return NotYet(f"embargo: {said}", None, str(refusal))


def _topics(fields: Fields, language: str) -> tuple[str, ...]:
    named = [word.strip() for words in fields.several("topics") for word in words.split(",")]
    slugs = {name: slugify(name, language.partition("-")[0]) for name in named if name}
    for name, slug in slugs.items():
        if not slug:
            raise UnreadableFile(f"the topic “{name}” has no letters for an address; use a-z")
    return tuple(dict.fromkeys(map(check_slug, slugs.values())))
