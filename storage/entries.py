"""From rows of releases to what feeds and pages show of them, many at a time."""

import json
import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlite_utils import Database

from press.public.edition import Entry, digest_of
from press.releases.asides import contacts_in, files_in, in_words
from press.releases.attachment import Attachment
from press.text import HEADINGS, Kind, Text, leads_within
from storage import files
from storage.conditions import WAITS
from storage.filed import asides
from storage.instants import from_ms
from storage.rows import Row, blocks_of, contacts_of, embargo_in
from storage.topics import Titles, titled

COLUMNS = (
    "release.id, release.tag, release.slug, release.source, release.filed_at, release.changed_at,"
    " release.noted_at, release.note, release.publish_at, release.wall, release.zone,"
    " release.precision, release.contacts, release.issuer, release.reference"
)
# Of a text, after when it was ready.
OF_TEXT = "text.changed_at, text.updated_at, text.made_at, text.digest, text.translates"
_BLOCKS = (
    "SELECT release_id, kind, markdown, origin, engine FROM block WHERE language = ?"
    " AND release_id IN (SELECT value FROM json_each(?)) ORDER BY release_id, position"
)
# Since when the original stands in again for a text that had been ready.
_LOST = (
    f"SELECT release_id, updated_at FROM text WHERE language = ? AND {WAITS}"
    " AND release_id IN (SELECT value FROM json_each(?))"
)
_TOPICS = (
    "SELECT release_id, topic FROM release_topic"
    " WHERE release_id IN (SELECT value FROM json_each(?)) ORDER BY release_id, position"
)
# Whoever leaves a release out says so here, so that it is counted: newsroom/public/faults.py.
left_out = logging.getLogger("newsroom.left_out")


@dataclass(slots=True)
class Around:
    """What belongs to some releases, by their numbers.

    Args:
        texts: of each, per language code, when its text was ready, changed, updated and made (ms),
            and names of its words and of those it translates.
        blocks: of each, in the language shown.
        lost: of each, when a text in the language wanted gave way to the original (ms; 0: never).
        topics: slugs of each, in order.
        attached: files of each, in order.
        beside: of each, what may stand beside its text in the language wanted.
        headings: of each whose translation has links within itself, those of the original.
        foreseen: whether what waits for an editor is shown as well.
    """

    texts: Mapping[int, dict[str, Row]]
    blocks: Mapping[int, list[Row]] = field(default_factory=dict)
    lost: Mapping[int, int] = field(default_factory=dict)
    topics: Mapping[int, list[str]] = field(default_factory=dict)
    attached: Mapping[int, tuple[Attachment, ...]] = field(default_factory=dict)
    beside: Mapping[int, list[Row]] = field(default_factory=dict)
    headings: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    foreseen: bool = False


def entries(
    db: Database,
    rows: Sequence[Row],
    texts: Mapping[int, dict[str, Row]],
    language: str,
    *,
    foreseen: bool = False,
) -> list[Entry]:
    """What a language's feed and pages show of some releases; an unreadable one is left out.

    Args:
        db: in a read transaction.
        rows: `COLUMNS` of each.
        texts: of each, as for `Around`.
        language: code.
        foreseen: whether what waits beside a text is shown as if it were ready.
    """
    around = Around(texts, foreseen=foreseen)
    around.blocks = _blocks(db, {row["id"]: _shown(row, texts, language) for row in rows})
    around.headings = _headings(db, rows, around, language)
    numbers = [row["id"] for row in rows]
    around.lost = dict(db.execute(_LOST, (language, json.dumps(numbers))).fetchall())
    around.topics = _topics(db, numbers)
    around.attached = files.of_releases(db, numbers)
    if foreseen:  # a preview has files under addresses of its own, and no sizes of them
        around.attached = {n: tuple(map(_whole, some)) for n, some in around.attached.items()}
    around.beside = asides.shown(db, numbers, language)
    titles = titled(db)
    return list(_readable(rows, around, language, titles))


def _whole(file: Attachment) -> Attachment:
    return replace(file, renditions=())


def _readable(
    rows: Iterable[Row], around: Around, language: str, titles: Titles
) -> Iterator[Entry]:
    for row in rows:
        try:
            yield _entry(row, around, language, titles)
        except (KeyError, TypeError, ValueError):  # what is kept of it makes no sense
            left_out.exception(
                "release %s cannot be read; %s feeds go without it", row["tag"], language
            )


def _shown(row: Row, texts: Mapping[int, dict[str, Row]], language: str) -> str:
    """The language a release is shown in: its own, where it has no text in the one wanted."""
    return language if language in texts.get(row["id"], {}) else row["source"]


def _entry(row: Row, around: Around, language: str, titles: Titles) -> Entry:
    number, source, embargo = row["id"], row["source"], embargo_in(row)
    if embargo is None:
        raise ValueError(number)
    texts, blocks = around.texts[number], around.blocks.get(number, [])
    shown = _shown(row, around.texts, language)
    topics = {s: titles[s][0] for s in around.topics.get(number, [])}
    attached = around.attached.get(number, ())
    contacts, note = contacts_of(row["contacts"]), row["note"]
    beside = around.beside.get(number, []) if shown == language != source else []
    said = asides.words(beside, waiting=around.foreseen)
    words, original = texts[shown], texts[source]
    headings = around.headings.get(number, ())
    is_outdated = words["translates"] not in ("", original["digest"])
    out_at = max(row["publish_at"], row["filed_at"])
    # What was there when it was filed is no change, however much older than that it is.
    news = (words["ready_at"], words["updated_at"], around.lost.get(number, 0), row["noted_at"])
    since = [moment for moment in news if moment and moment > row["filed_at"]]
    # Whatever the entry shows: its words, which languages it has, what its topics are called.
    changes = [out_at, row["changed_at"], *(text["changed_at"] for text in texts.values())]
    changes += [titles[s][1] for s in topics]
    changes += [one["changed_at"] for one in beside]
    named = {s: topic.title(language, source, *topic.titles) for s, topic in topics.items()}
    keys = {s: topic.permanent for s, topic in topics.items()}
    return Entry(
        id=f"{row['tag']}/{language}",
        slug=row["slug"],
        text=Text(shown, blocks_of(blocks), from_ms(words["made_at"])),
        source=source,
        embargo=embargo,
        updated=from_ms(max([row["publish_at"], *since])),
        changed=from_ms(max(changes)),
        topics=named,
        keys=keys,
        contacts=contacts_in(contacts, said) if said else contacts,
        languages=tuple(texts),
        outdated=from_ms(original["changed_at"]) if is_outdated else None,
        note=in_words(Kind.NOTE, note, said),
        # Of a change before it was out no moment is told: that it was there already is nobody's.
        noted=from_ms(row["noted_at"]) if note and (row["noted_at"] or 0) > out_at else None,
        files=files_in(attached, said) if said else attached,
        translated=tuple(sorted(said.values())),
        issuer=in_words(Kind.SERVICE, row["issuer"], said),
        reference=row["reference"],
        headings=headings,
        digest=digest_of(
            *(language, *map(_values, (row, *texts.values(), *blocks)), named, keys, attached),
            *([said] if said else []),
            *([headings] if headings else []),
        ),
    )


def _values(row: Row) -> tuple[object, ...]:
    # A row iterates over its values, and a dict that stands in for one over their names.
    return tuple(row.values()) if isinstance(row, dict) else tuple(row)


def _blocks(db: Database, shown: Mapping[int, str]) -> dict[int, list[Row]]:
    """The rows of the blocks of each release in the language it is shown in."""
    found: dict[int, list[Row]] = defaultdict(list)
    for code in sorted(set(shown.values())):
        numbers = [number for number, language in shown.items() if language == code]
        for row in db.execute(_BLOCKS, (code, json.dumps(numbers))):
            found[row["release_id"]].append(row)
    return found


def _headings(
    db: Database, rows: Iterable[Row], around: Around, language: str
) -> dict[int, tuple[str, ...]]:
    """What links within translations call their headings: they are the original's still."""
    wanted = {
        row["id"]: row["source"]
        for row in rows
        if _shown(row, around.texts, language) != row["source"]
        and any(leads_within(block["markdown"]) for block in around.blocks.get(row["id"], ()))
    }
    return {
        number: tuple(one["markdown"] for one in blocks if one["kind"] in HEADINGS)
        for number, blocks in _blocks(db, wanted).items()
    }


def _topics(db: Database, numbers: Sequence[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for number, topic in db.execute(_TOPICS, (json.dumps(numbers),)):
        found[number].append(topic)
    return found
