"""The index of what is out: written by whatever changes it, in the same transaction."""

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from press.folding import forms_in
from storage.conditions import PUBLIC, READY, STANDS, due
from storage.instants import to_ms
from storage.rows import Row
from storage.schema.search import INDEX
from storage.search.stems import RULES, stem

# The id of a document: its minute, then the number of its release, then that of the language. So
# the order of ids is the order of lists, and a year is a range of them.
_OF_RELEASE, _OF_LANGUAGE = 25, 5  # bits
_PLACES = 1 << (_OF_RELEASE + _OF_LANGUAGE)  # in a minute
MINUTE_MS = 60_000
MOST_LANGUAGES = 2**_OF_LANGUAGE
RELEASE_OF_ID = f"((search_index.rowid >> {_OF_LANGUAGE}) & {2**_OF_RELEASE - 1})"
# The address behind a link's words is nothing that anybody looks for.
_ADDRESS = re.compile(r"\]\([^()\s]{0,500}")
# How many releases more, or fewer, have a word, by language and form.
Counts = Counter[tuple[str, str]]
# Shorter words are found whole only, and none is suggested.
SHORTEST = 3
_ABOUT = (
    "release.id, release.source, release.publish_at, release.issuer, release.reference,"
    " release.searched"
)
_SOME = (
    f"SELECT {_ABOUT}, ({PUBLIC}) IS TRUE AS is_public FROM release"
    " WHERE release.id IN (SELECT value FROM json_each(:numbers))"
)
# What the index does not know as it is now; every other release of the database is passed by.
_UNKNOWN = f"release.searched = 0 AND {STANDS} AND {due(':horizon')} AND {PUBLIC}"
UNKNOWN = (
    f"SELECT {_ABOUT} FROM release WHERE {_UNKNOWN}"
    " ORDER BY release.publish_at DESC, release.id DESC LIMIT :limit"
)
_OLDER = (
    "SELECT release.id FROM release WHERE release.searched > 0 AND release.searched <"
    f" (SELECT number FROM search_state) AND {STANDS}"
    " ORDER BY release.searched, release.publish_at DESC LIMIT :limit"
)
_WORDS = (
    "SELECT block.release_id, block.language, group_concat(block.markdown, char(10)) AS words"
    " FROM block JOIN text ON text.release_id = block.release_id AND text.language = block.language"
    f" WHERE block.release_id IN (SELECT value FROM json_each(:numbers)) AND {READY}"
    " GROUP BY block.release_id, block.language"
)
_TOPICS = (
    "SELECT release_topic.release_id, topic.key FROM release_topic JOIN topic"
    " ON topic.slug = release_topic.topic"
    " WHERE release_topic.release_id IN (SELECT value FROM json_each(:numbers))"
)
_DELETE = "INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', ?, ?)"
_COUNT = (
    "INSERT INTO search_word (language, form, releases) VALUES (?, ?, ?)"
    " ON CONFLICT (language, form) DO UPDATE SET releases = releases + excluded.releases"
)


@dataclass(frozen=True, slots=True)
class Speaking:
    """What the index is written for.

    Args:
        state: its number.
        languages: number of each language that has pages, by its code.
        stands_in: whether the original stands in for a text that is not ready.
    """

    state: int
    languages: Mapping[str, int]
    stands_in: bool


@dataclass(frozen=True, slots=True)
class ShownWords:
    """Some releases, with what the pages of one say.

    Args:
        rows: `_ABOUT` of each.
        words: of each by its number, all its ready texts by language.
        topics: of each by its number, first names.
    """

    rows: Sequence[Row]
    words: Mapping[int, Mapping[str, str]]
    topics: Mapping[int, frozenset[str]]

    @classmethod
    def of(cls, db: Database, rows: Sequence[Row]) -> "ShownWords":
        """Read what belongs to some releases."""
        values = {"numbers": json.dumps([row["id"] for row in rows])}
        words: dict[int, dict[str, str]] = {row["id"]: {} for row in rows}
        topics: dict[int, set[str]] = {row["id"]: set() for row in rows}
        for number, code, said in db.execute(_WORDS, values) if rows else ():
            words[number][code] = said
        for number, key in db.execute(_TOPICS, values) if rows else ():
            topics[number].add(key)
        return cls(rows, words, {number: frozenset(keys) for number, keys in topics.items()})

    def shown(self, row: Row, language: str, *, stands_in: bool) -> str | None:
        """All the words that a language's page shows of a release; None where it has no page."""
        words = self.words[row["id"]]
        said = words.get(language, words.get(row["source"]) if stands_in else None)
        if said is None:
            return None
        return "\n".join((_ADDRESS.sub("]", said), row["issuer"], row["reference"]))


def id_of(publish_at: int, release_id: int, language: int) -> int:
    """Where a release stands in the order of what is found.

    Args:
        publish_at: when it came out (ms).
        release_id: its number.
        language: number of the language.
    """
    place = (release_id % (1 << _OF_RELEASE) << _OF_LANGUAGE) + language
    return first_id(publish_at) + place


def first_id(publish_at: int) -> int:
    """The first id of a minute (ms)."""
    return publish_at // MINUTE_MS * _PLACES


def token(language: str, form: str) -> str:
    """What a word is in the index."""
    return f"{language}:{stem(language, form)}"


def topic_token(language: str, key: str) -> str:
    """What a topic is in the index."""
    return f"{language}::{key}"


def every_token(language: str) -> str:
    """What every release has in a language's index."""
    return f"{language}:"


def speaking(db: Database) -> Speaking:
    """What the index is written for."""
    state = db.execute("SELECT number, stands_in FROM search_state").fetchone()
    languages = db.execute("SELECT code, number FROM search_language").fetchall()
    return Speaking(state["number"], dict(map(tuple, languages)), bool(state["stands_in"]))


def is_spoken(db: Database, codes: Sequence[str], *, stands_in: bool) -> bool:
    """Whether the index is written for all these languages, by the rules of today."""
    known, rules = speaking(db), db.execute("SELECT folded FROM search_state").fetchone()[0]
    return (
        rules == RULES
        and known.stands_in == stands_in
        and set(codes[:MOST_LANGUAGES]) <= known.languages.keys()
    )


def speak(db: Database, codes: Sequence[str], *, stands_in: bool) -> None:
    """Have the index written for these languages too, from now on and in time for what is out.

    Args:
        db: in a write transaction.
        codes: of the languages that have pages.
        stands_in: whether the original stands in for a text that is not ready.
    """
    if is_spoken(db, codes, stands_in=stands_in):
        return
    if db.execute("SELECT folded FROM search_state").fetchone()[0] != RULES:
        empty(db)
    known = speaking(db).languages
    for code in (code for code in codes[:MOST_LANGUAGES] if code not in known):
        db.execute(
            "INSERT INTO search_language (number, code)"
            " SELECT COUNT(*), ? FROM search_language HAVING COUNT(*) < ?",
            (code, MOST_LANGUAGES),
        )
    db.execute(
        "UPDATE search_state SET number = number + 1, folded = ?, stands_in = ?",
        (RULES, stands_in),
    )


def empty(db: Database) -> None:
    """Begin anew: the index knows nothing, whatever state it was in."""
    db.execute("DROP TABLE IF EXISTS search_index")
    db.execute(INDEX)
    for table in ("search_doc", "search_word"):
        db.execute(f"DELETE FROM {table}")
    db.execute("UPDATE release SET searched = 0 WHERE searched <> 0")


def settle(db: Database, release_id: int, now: datetime) -> None:
    """After every change of a release: what is public is found, and nothing else.

    Args:
        db: in a write transaction.
        release_id: of the release.
        now: UTC.
    """
    settle_all(db, [release_id], now)


def settle_all(db: Database, numbers: Sequence[int], now: datetime) -> None:
    """The same for many, of which each word is counted once.

    Args:
        db: in a write transaction.
        numbers: of the releases.
        now: UTC.
    """
    spoken, counts = speaking(db), Counts()
    values = {"numbers": json.dumps(list(numbers)), "now": to_ms(now)}
    rows = {row["id"]: row for row in db.execute(_SOME, values).fetchall()}
    new = [row for row in rows.values() if row["is_public"] and row["searched"] != spoken.state]
    if spoken.languages and new:
        shown = ShownWords.of(db, new)
        for row in new:
            _replace(db, row["id"], _documents(row, shown, spoken), counts)
            known = "UPDATE release SET searched = ? WHERE id = ?"
            db.execute(known, (spoken.state, row["id"]))
    for number in numbers:
        if number not in rows or not rows[number]["is_public"]:
            _replace(db, number, {}, counts)
            db.execute("UPDATE release SET searched = 0 WHERE id = ? AND searched <> 0", (number,))
    _count(db, counts)


def forget(db: Database, release_id: int) -> None:
    """Find a release no more."""
    counts = Counts()
    _replace(db, release_id, {}, counts)
    _count(db, counts)


def behind(db: Database, now: datetime, limit: int) -> list[int]:
    """Numbers of public releases that the index does not know as they are, or not wholly."""
    values = {"now": to_ms(now), "horizon": to_ms(now), "limit": limit}
    unknown = [row["id"] for row in db.execute(UNKNOWN, values)]
    older = db.execute(_OLDER, {"limit": limit - len(unknown)}).fetchall()
    return unknown + [row["id"] for row in older]


def fault(db: Database, *, thorough: bool = False) -> str:
    """What is wrong with the index, in a few words; nothing if it is well.

    Args:
        db: in a transaction; in a write transaction to be thorough.
        thorough: whether all of it is read through, which takes seconds in a large archive.
    """
    try:
        if thorough:  # a write that changes nothing: so FTS5 is told what to do
            db.execute("INSERT INTO search_index (search_index) VALUES ('integrity-check')")
        for code, number in speaking(db).languages.items():
            kept, found = _numbers(db, code, number)
            if kept != found:
                return f"{found} of {kept} texts are found for {code}"
    except sqlite3.DatabaseError as error:
        return f"it cannot be read: {error}"
    return ""


def _numbers(db: Database, code: str, number: int) -> tuple[int, int]:
    """How many documents of a language are kept, and how many are found."""
    kept = "SELECT COUNT(*) FROM search_doc WHERE id & ? = ?"
    found = "SELECT COUNT(*) FROM search_index WHERE search_index MATCH ?"
    return (
        db.execute(kept, (MOST_LANGUAGES - 1, number)).fetchone()[0],
        db.execute(found, (f'"{every_token(code)}"',)).fetchone()[0],
    )


def _documents(row: Row, shown: ShownWords, spoken: Speaking) -> dict[int, tuple[str, str]]:
    """What a release is found by in each language: forms and topics, by the id."""
    topics = " ".join(sorted(shown.topics[row["id"]]))
    found = {}
    for code, number in spoken.languages.items():
        words = shown.shown(row, code, stands_in=spoken.stands_in)
        if words is not None:
            forms = " ".join(sorted(forms_in(words)))
            found[id_of(row["publish_at"], row["id"], number)] = forms, topics
    return found


def _replace(
    db: Database, release_id: int, docs: Mapping[int, tuple[str, str]], counts: Counts
) -> None:
    """Have these documents of a release in the index and no others, and note their words."""
    query = "SELECT id, forms, topics FROM search_doc WHERE release_id = ?"
    rows = db.execute(query, (release_id,)).fetchall()
    kept = {row["id"]: (row["forms"], row["topics"]) for row in rows}
    gone = {one: said for one, said in kept.items() if docs.get(one) != said}
    new = {one: said for one, said in docs.items() if kept.get(one) != said}
    if not (gone or new):
        return
    codes = {number: code for code, number in speaking(db).languages.items()}
    db.conn.executemany("DELETE FROM search_doc WHERE id = ?", [(one,) for one in gone])
    db.conn.executemany(_DELETE, [(one, _tokens(codes, one, *gone[one])) for one in gone])
    db.conn.executemany(
        "INSERT INTO search_doc (id, release_id, forms, topics) VALUES (?, ?, ?, ?)",
        [(one, release_id, *said) for one, said in new.items()],
    )
    db.conn.executemany(
        "INSERT INTO search_index (rowid, words) VALUES (?, ?)",
        [(one, _tokens(codes, one, *said)) for one, said in new.items()],
    )
    for sign, some in ((-1, gone), (1, new)):
        for one, (forms, _) in some.items():
            code = codes[one % MOST_LANGUAGES]
            counts.update({(code, f): sign for f in forms.split(" ") if len(f) >= SHORTEST})


def _count(db: Database, counts: Counts) -> None:
    """Note how many releases more, or fewer, have some words."""
    changed = [(*word, number) for word, number in sorted(counts.items()) if number]
    db.conn.executemany(_COUNT, changed)
    if fewer := [(code, form) for code, form, number in changed if number < 0]:
        query = "DELETE FROM search_word WHERE language = ? AND form = ? AND releases <= 0"
        db.conn.executemany(query, fewer)


def _tokens(codes: Mapping[int, str], one: int, forms: str, topics: str) -> str:
    """The words of a document as the index has them."""
    code = codes[one % MOST_LANGUAGES]
    words: Iterable[str] = {token(code, form) for form in forms.split(" ") if form}
    of = [topic_token(code, key) for key in topics.split(" ") if key]
    return " ".join([every_token(code), *sorted(words), *of])
