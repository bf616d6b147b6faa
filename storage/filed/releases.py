"""Releases and what they say, as officers see them: everything, whether it is out or not."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from sqlite_utils import Database

from press.embargo import Embargo
from press.errors import UnknownRelease
from press.releases.release import Filing, NotYet, Policy, Release
from press.telling.notices import Occasion
from press.text import Block, Origin, Text
from storage import listed
from storage.conditions import NOT_YET, READY, STANDS, out
from storage.filed.restored import HELD_UNTOLD
from storage.instants import from_ms, to_ms
from storage.rows import (
    Row,
    contacts_of,
    contacts_row,
    embargo_in,
    embargo_row,
    findings_row,
    not_yet_of,
    not_yet_row,
    whole_blocks,
)
from storage.search import index
from storage.telling import events

_COLUMNS = (
    "id, tag, slug, source, filed_at, publish_at, wall, zone, precision, contacts,"
    " withdrawn_at, reason, held, policy, required, languages_ready_at, out_at, note, why, not_yet,"
    " restored, restored_out_at, issuer, reference, (SELECT MAX(number) FROM version"
    " WHERE version.release_id = release.id AND version.language = release.source)"
    " AS version"
)


def with_digest(db: Database, digest: str) -> int | None:
    """The number of the release that was filed from the same input, if there is one."""
    row = db.execute("SELECT id FROM release WHERE digest = ?", (digest,)).fetchone()
    return row[0] if row else None


def with_words(db: Database, language: str, digest: str) -> int | None:
    """The number of a release that was written in these words, if there is one; the newest.

    Args:
        db: the database.
        language: code of the language.
        digest: of the text, as `press.text.Text` names it.
    """
    row = db.execute(
        "SELECT release.id FROM text JOIN release ON release.id = text.release_id"
        " AND release.source = text.language WHERE text.digest = ? AND text.language = ?"
        " ORDER BY release.id DESC LIMIT 1",
        (digest, language),
    ).fetchone()
    return row[0] if row else None


def with_identity(db: Database, identity: str) -> int | None:
    """The number of the release that its sender calls so, if there is one."""
    row = db.execute("SELECT id FROM release WHERE identity = ?", (identity,)).fetchone()
    return row[0] if row else None


def with_tag(db: Database, tag: str) -> int | None:
    """The number of the release that has this permanent identifier, if there is one."""
    row = db.execute("SELECT id FROM release WHERE tag = ?", (tag,)).fetchone()
    return row[0] if row else None


def with_entry(db: Database, identity: str) -> int | None:
    """The number of the release that an entry of our own feeds is about, if there is one.

    Args:
        db: the database.
        identity: of the entry, as `storage.entries` makes it: the release's, and a language.
    """
    tag, slash, _ = identity.rpartition("/")
    return with_tag(db, tag) if slash else None


def is_there(db: Database, release_id: int) -> bool:
    """Whether there is a release of this number; one that was a draft may have been discarded."""
    return db.execute("SELECT 1 FROM release WHERE id = ?", (release_id,)).fetchone() is not None


def add(db: Database, filing: Filing, release: Release, digest: str) -> int:
    """File a new release with the text it was written in.

    A number that was given once is not given again: the journal knows those that were discarded.

    Args:
        db: in a write transaction.
        filing: its words.
        release: its names, times, topics and contacts; its number is given here.
        digest: of the input.

    Returns:
        its number.
    """
    filed = to_ms(release.filed_at)
    cursor = db.execute(
        "INSERT INTO release (id, tag, slug, source, digest, filed_at, changed_at, publish_at,"
        " wall, zone, precision, contacts, why, not_yet, issuer, reference, identity)"
        " VALUES (1 + MAX("
        " COALESCE((SELECT MAX(id) FROM release), 0),"
        " COALESCE((SELECT MAX(release_id) FROM journal), 0)), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
        " ?, ?, ?, ?)",
        (
            *(release.tag, release.slug, release.source, digest, filed, filed),
            *embargo_row(release.embargo),
            *(contacts_row(release.contacts), release.why, not_yet_row(release.not_yet)),
            *(release.issuer, release.reference, filing.identity or None),
        ),
    )
    release_id = int(cursor.lastrowid or 0)
    put_topics(db, release_id, release.topics)
    save_text(db, release_id, Text(release.source, filing.blocks), release.filed_at)
    return release_id


def put_topics(db: Database, release_id: int, topics: Sequence[str]) -> None:
    """Note which topics a new release, or one that has none now, belongs to."""
    db.conn.executemany(
        "INSERT INTO release_topic (release_id, topic, position) VALUES (?, ?, ?)",
        [(release_id, slug, n) for n, slug in enumerate(topics)],
    )


def save_text(
    db: Database,
    release_id: int,
    text: Text,
    now: datetime,
    *,
    ready: bool = True,
) -> None:
    """Keep what a release says in one language.

    A text that was ready and stays so is ready since the same instant; only its words change.
    Readers are to look again only where other words of an editor take the place of a machine's, or
    the original that of a text.

    Args:
        db: in a write transaction.
        release_id: of the release.
        text: the words.
        now: UTC; the words were made then, unless they are the very ones that are kept.
        ready: whether the public may read it; if not, it waits for an editor, and the original
            stands in even where an earlier text was ready.
    """
    if not text.blocks:
        raise ValueError(text.language)  # a text without a headline is none, whoever asks for it
    key = (release_id, text.language)
    told = events.words_told_of(db, release_id)
    if not ready:
        _note_loss(db, *key, now)
    before = whole_blocks(db, *key)
    db.execute(
        "INSERT INTO text (release_id, language, ready_at, changed_at, made_at, digest, translates)"
        " VALUES (:id, :language, :ready, :now, :now, :digest, :translates)"
        " ON CONFLICT (release_id, language) DO UPDATE SET"
        " ready_at = CASE WHEN :ready IS NOT NULL THEN COALESCE(ready_at, :ready) END,"
        " changed_at = :now, made_at = CASE WHEN :same THEN made_at ELSE :now END,"
        " updated_at = CASE WHEN :news THEN :now ELSE updated_at END,"
        " digest = :digest, translates = :translates",
        {
            "id": release_id,
            "language": text.language,
            "now": to_ms(now),
            "ready": to_ms(now) if ready else None,
            "same": before == text.blocks,
            "news": ready and _takes_a_machines_place(text.blocks, before),
            "digest": text.digest,
            "translates": text.translates,
        },
    )
    _save_blocks(db, release_id, text)
    settle(db, release_id, now)
    events.got_words(db, *key, told, now)


def _save_blocks(db: Database, release_id: int, text: Text) -> None:
    key = (release_id, text.language)
    db.execute("DELETE FROM block WHERE release_id = ? AND language = ?", key)
    db.conn.executemany(
        "INSERT INTO block (release_id, language, position, kind, markdown, origin, engine,"
        " source_digest, findings, score) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                *(*key, n, b.kind, b.markdown, b.origin, b.engine, b.of),
                *(findings_row(b.findings), b.score),
            )
            for n, b in enumerate(text.blocks)
        ],
    )
    note_edited(db, *key, [b.of for b in text.blocks if b.of and b.origin is Origin.EDITOR])


def _takes_a_machines_place(blocks: Sequence[Block], before: Sequence[Block]) -> bool:
    """Whether an editor put other words where a machine's were."""
    were = {b.of or n: b for n, b in enumerate(before) if b.origin is Origin.MACHINE}
    edited = {b.of or n: b for n, b in enumerate(blocks) if b.origin is Origin.EDITOR}
    return any(were[key].markdown != edited[key].markdown for key in were.keys() & edited.keys())


def note_edited(db: Database, release_id: int, language: str, digests: Iterable[str]) -> None:
    """Note for which source blocks a text has an editor's words, to find them when it changes."""
    db.conn.executemany(
        "INSERT OR IGNORE INTO edited (release_id, language, digest) VALUES (?, ?, ?)",
        [(release_id, language, digest) for digest in digests],
    )


def _note_loss(db: Database, release_id: int, language: str, now: datetime) -> None:
    """Where the original stands in again, readers of that language see other words."""
    values = {"now": to_ms(now), "id": release_id, "language": language}
    lost = f"release_id = :id AND language = :language AND {READY}"
    db.execute(
        "UPDATE release SET changed_at = :now WHERE id = :id"
        f" AND EXISTS (SELECT 1 FROM text WHERE {lost})",
        values,
    )
    db.execute(f"UPDATE text SET updated_at = :now WHERE {lost}", values)


def move(db: Database, release_id: int, embargo: Embargo, now: datetime) -> None:
    """Set from when a release may be published; it is no longer held."""
    db.execute(
        "UPDATE release SET publish_at = ?, wall = ?, zone = ?, precision = ?, held = 0,"
        " restored = 0, restored_out_at = NULL, why = '', changed_at = ? WHERE id = ?",
        (*embargo_row(embargo), to_ms(now), release_id),
    )
    if embargo.instant <= now:  # out within this minute: what is complete now is in time
        db.execute(
            "UPDATE release SET languages_ready_at = MIN(languages_ready_at, publish_at)"
            " WHERE id = ?",
            (release_id,),
        )
    settle(db, release_id, min(now, embargo.instant))


def set_policy(
    db: Database, release_id: int, policy: Policy, required: Sequence[str], now: datetime
) -> None:
    """Say whether a release waits for its languages, and for which."""
    db.execute(
        "UPDATE release SET policy = ?, required = ? WHERE id = ?",
        (policy, " ".join(required), release_id),
    )
    settle(db, release_id, now)


def hold(db: Database, release_id: int, now: datetime) -> None:
    """Stop a release from coming out; its embargo is kept for showing."""
    db.execute("UPDATE release SET held = 1 WHERE id = ?", (release_id,))
    settle(db, release_id, now)


def withdraw(db: Database, release_id: int, reason: str, now: datetime) -> None:
    """Take a release back from the public, in every language at once."""
    db.execute(
        # Of what was out before a copy was restored the public is told, though it is held.
        "UPDATE release SET withdrawn_at = ?, reason = ?, changed_at = ?, restored = 0,"
        " out_at = COALESCE(out_at, restored_out_at,"
        f" CASE WHEN restored = {HELD_UNTOLD} THEN publish_at END),"
        " restored_out_at = NULL WHERE id = ?",
        (to_ms(now), reason, to_ms(now), release_id),
    )
    settle(db, release_id, now)
    events.happened(db, Occasion.WITHDRAWN, release_id, now)


def note(db: Database, release_id: int, note: str, now: datetime) -> None:
    """Tell the public what a major change was, and those who had it; every entry is new."""
    set_note(db, release_id, note, now)
    events.happened(db, Occasion.CORRECTED, release_id, now)


def set_note(db: Database, release_id: int, note: str, now: datetime) -> None:
    """Say what a major change was; it makes every language's entry new."""
    db.execute(
        "UPDATE release SET note = ?, noted_at = ?, changed_at = ? WHERE id = ?",
        (note, to_ms(now), to_ms(now), release_id),
    )


def mark_out(db: Database, release_id: int, now: datetime) -> None:
    """Note that a release was announced: from now on no clock can take it back; people are told."""
    db.execute("UPDATE release SET out_at = ? WHERE id = ?", (to_ms(now), release_id))
    index.settle(db, release_id, now)
    events.happened(db, Occasion.OUT, release_id, now)


def get(db: Database, release_id: int) -> Release:
    """One release with all its texts.

    Raises:
        UnknownRelease: there is none of that number.
    """
    found = next(_read(db, "WHERE id = :id", {"id": release_id}), None)
    if found is None:
        raise UnknownRelease(release_id)
    return found


def every(db: Database) -> Iterator[Release]:
    """All releases, the latest due first, drafts before them."""
    return _read(db, "ORDER BY publish_at IS NOT NULL, publish_at DESC, id DESC", {})


def waiting(db: Database, now: datetime) -> Iterator[Release]:
    """Releases that the public has not seen and may see yet, the oldest first."""
    return _read(db, f"WHERE {NOT_YET} ORDER BY id", {"now": to_ms(now)})


def not_yet(db: Database, release_id: int) -> tuple[NotYet, ...]:
    """What in a release's text says that it must not come out yet."""
    row = db.execute("SELECT not_yet FROM release WHERE id = ?", (release_id,)).fetchone()
    return not_yet_of(row[0]) if row else ()


def untranslated(db: Database, languages: Sequence[str]) -> list[tuple[int, str]]:
    """Which releases have no text in which of these languages: (number, language code)."""
    query = (
        f"SELECT id FROM release WHERE {STANDS} AND NOT EXISTS (SELECT 1 FROM text"
        " WHERE text.release_id = release.id AND text.language = ?) ORDER BY id"
    )
    return [(i, code) for code in languages for (i,) in db.execute(query, (code,))]


def _read(db: Database, clause: str, values: Mapping[str, object]) -> Iterator[Release]:
    # Only clauses written above reach this line, so nothing typed by anyone becomes SQL.
    rows = db.execute(f"SELECT {_COLUMNS} FROM release {clause}", dict(values)).fetchall()
    for row in rows:
        yield _release(db, row)


def _release(db: Database, row: Row) -> Release:
    number, restored_out_at = row["id"], row["restored_out_at"]
    texts = db.execute(
        "SELECT language, ready_at, made_at FROM text WHERE release_id = ? ORDER BY language",
        (number,),
    ).fetchall()
    topics = db.execute(
        "SELECT topic FROM release_topic WHERE release_id = ? ORDER BY position", (number,)
    )
    return Release(
        id=number,
        tag=row["tag"],
        slug=row["slug"],
        source=row["source"],
        filed_at=from_ms(row["filed_at"]),
        embargo=embargo_in(row),
        topics=tuple(topic for (topic,) in topics),
        contacts=contacts_of(row["contacts"]),
        texts={
            code: Text(code, whole_blocks(db, number, code), from_ms(made))
            for code, _, made in texts
        },
        waiting=frozenset(code for code, ready, _ in texts if ready is None),
        stale=_stale(db, number),
        withdrawn_at=_moment(row["withdrawn_at"]),
        reason=row["reason"],
        held=bool(row["held"]),
        policy=Policy(row["policy"]),
        required=tuple(row["required"].split()),
        languages_ready_at=_moment(row["languages_ready_at"]),
        out_at=_moment(row["out_at"]),
        note=row["note"],
        why=row["why"],
        not_yet=not_yet_of(row["not_yet"]),
        restored=bool(row["restored"]),
        out_in_copy=row["restored"] == HELD_UNTOLD or restored_out_at is not None,
        version=row["version"] or 0,
        issuer=row["issuer"],
        reference=row["reference"],
    )


def _moment(column: int | None) -> datetime | None:
    return from_ms(column) if column is not None else None


def _stale(db: Database, release_id: int) -> dict[str, datetime]:
    rows = db.execute(
        "SELECT text.language, original.changed_at FROM text JOIN release ON release.id ="
        " text.release_id JOIN text AS original ON original.release_id = release.id"
        " AND original.language = release.source WHERE release.id = ? AND text.translates NOT IN"
        " ('', original.digest)",
        (release_id,),
    )
    return {code: from_ms(changed) for code, changed in rows}


def settle(db: Database, release_id: int, now: datetime) -> None:
    """After every change: work out since when its languages are ready, and where feeds look for it.

    Of what is out that stays though a text goes, whether or not a clock has announced it.
    """
    db.execute(
        "UPDATE release SET languages_ready_at = CASE WHEN policy = 'ready' THEN NULL"
        f" WHEN {out(':now')} THEN languages_ready_at"
        f" WHEN :required > (SELECT COUNT(*) FROM text WHERE release_id = :id AND {READY}"
        " AND instr(' ' || required || ' ', ' ' || language || ' ') > 0) THEN NULL"
        " ELSE COALESCE(languages_ready_at, :now) END WHERE id = :id",
        {"id": release_id, "now": to_ms(now), "required": _required(db, release_id)},
    )
    listed.write(db, [release_id])
    index.settle(db, release_id, now)


def _required(db: Database, release_id: int) -> int:
    """How many languages it waits for."""
    (codes,) = db.execute("SELECT required FROM release WHERE id = ?", (release_id,)).fetchone()
    return len(codes.split())
