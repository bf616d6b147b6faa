"""The schema as an ordered list of steps, applied under one lock.

Instants are whole milliseconds since 1970 in UTC, so that they compare as numbers.
"""

import hashlib

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from press.errors import HomeRefused
from storage.schema.asides import ASIDES, COUNTED
from storage.schema.dismissals import DISMISSALS
from storage.schema.pictures import DESCRIBED, RENDITIONS
from storage.schema.received import RECEIVED
from storage.schema.review import LOOKS, NAMED, REVIEW, ROUGH
from storage.schema.search import lay_search
from storage.schema.telling import TELLING
from storage.schema.topic_pictures import TOPIC_PICTURES, TOPIC_SIZES
from storage.schema.topics import OF_TOPICS
from storage.schema.versions import FIRST_VERSIONS, KEPT, LANGUAGES_READY

steps = Migrations("newsroom")

RELEASES = """
CREATE TABLE release (
    id INTEGER PRIMARY KEY,
    tag TEXT NOT NULL UNIQUE,
    slug TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    digest TEXT NOT NULL UNIQUE,     -- of what was filed: the same input twice is one release
    filed_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    publish_at INTEGER,              -- NULL: a draft
    wall TEXT,
    zone TEXT,
    precision TEXT,
    contacts TEXT NOT NULL,          -- JSON: always read and written whole
    withdrawn_at INTEGER,
    reason TEXT NOT NULL DEFAULT ''
);
CREATE INDEX release_publish_at ON release (publish_at);
CREATE INDEX release_withdrawn_at ON release (withdrawn_at) WHERE withdrawn_at IS NOT NULL;

CREATE TABLE text (
    release_id INTEGER NOT NULL REFERENCES release (id),
    language TEXT NOT NULL,
    ready_at INTEGER,                -- NULL: it exists, and waits
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (release_id, language)
);

CREATE TABLE block (
    release_id INTEGER NOT NULL,
    language TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    markdown TEXT NOT NULL,
    origin TEXT NOT NULL,
    engine TEXT NOT NULL,
    PRIMARY KEY (release_id, language, position),
    FOREIGN KEY (release_id, language) REFERENCES text (release_id, language)
);
"""

TOPICS = """
CREATE TABLE topic (
    slug TEXT PRIMARY KEY,
    credit TEXT NOT NULL DEFAULT '',
    declared INTEGER NOT NULL,       -- 0: only named by a release, so as secret as that release
    changed_at INTEGER NOT NULL
);

CREATE TABLE topic_words (
    topic TEXT NOT NULL REFERENCES topic (slug),
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    introduction TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (topic, language)
);

CREATE TABLE release_topic (
    release_id INTEGER NOT NULL REFERENCES release (id),
    topic TEXT NOT NULL REFERENCES topic (slug),
    position INTEGER NOT NULL,
    PRIMARY KEY (release_id, topic)
);

-- For each topic (and `all`) and each ready language (and '' for any), newest first: what makes
-- a feed as fast over a hundred thousand releases as over a thousand. It only says where to look;
-- whether a release is public is always asked of `release` itself.
CREATE TABLE listing (
    topic TEXT NOT NULL,
    language TEXT NOT NULL,
    publish_at INTEGER NOT NULL,
    release_id INTEGER NOT NULL REFERENCES release (id),
    PRIMARY KEY (topic, language, publish_at, release_id)
) WITHOUT ROWID;
CREATE INDEX listing_release ON listing (release_id);
"""

WORK = """
CREATE TABLE memory (
    digest TEXT NOT NULL,            -- of the source block
    source TEXT NOT NULL,            -- the same words may stand in two languages
    language TEXT NOT NULL,
    origin TEXT NOT NULL,            -- a machine's words and an editor's live side by side
    kind TEXT NOT NULL,
    markdown TEXT NOT NULL,
    engine TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (digest, source, language, origin)
);

CREATE TABLE task (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,        -- the same work is never queued twice
    kind TEXT NOT NULL,
    release_id INTEGER NOT NULL REFERENCES release (id),
    language TEXT NOT NULL DEFAULT '',
    due_at INTEGER NOT NULL,
    leased_until INTEGER NOT NULL DEFAULT 0,
    owner TEXT NOT NULL DEFAULT '',
    tries INTEGER NOT NULL DEFAULT 0,
    finished_at INTEGER,
    note TEXT NOT NULL DEFAULT ''
);
CREATE INDEX task_waiting ON task (kind, due_at) WHERE finished_at IS NULL;

CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    verb TEXT NOT NULL,
    release_id INTEGER,
    note TEXT NOT NULL
);
CREATE INDEX journal_release ON journal (release_id);
"""


@steps()
def first(db: Database) -> None:
    """Releases, their texts, topics, and the work to be done."""
    for script in (RELEASES, TOPICS, WORK):
        db.executescript(script)


LIFE = """
ALTER TABLE release ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
ALTER TABLE release ADD COLUMN policy TEXT NOT NULL DEFAULT 'ready';
ALTER TABLE release ADD COLUMN required TEXT NOT NULL DEFAULT '';
-- Since when all required languages are ready; 0 where none is required, NULL while one is missing.
ALTER TABLE release ADD COLUMN complete_at INTEGER DEFAULT 0;
-- When it was announced. A clock that steps back never takes back what was announced.
ALTER TABLE release ADD COLUMN out_at INTEGER;
ALTER TABLE release ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE release ADD COLUMN noted_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX release_announced ON release (publish_at) WHERE out_at IS NOT NULL;

-- When the text last changed in a way its readers should look again.
ALTER TABLE text ADD COLUMN updated_at INTEGER NOT NULL DEFAULT 0;

-- Given up after the last try, until somebody says `newsroom retry`.
ALTER TABLE task ADD COLUMN failed_at INTEGER;
"""

BESIDE = """
-- An attachment; its bytes are in the home's folder `files`, under its token.
CREATE TABLE file (
    token TEXT PRIMARY KEY,          -- unguessable, and part of its address
    release_id INTEGER NOT NULL REFERENCES release (id),
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,           -- bytes
    sha256 TEXT NOT NULL,
    added_at INTEGER NOT NULL
);
CREATE INDEX file_release ON file (release_id);

CREATE TABLE preview (
    digest TEXT PRIMARY KEY,         -- of the token in the link, which is kept nowhere
    release_id INTEGER NOT NULL REFERENCES release (id),
    made_by TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    revoked_at INTEGER
);
CREATE INDEX preview_release ON preview (release_id);

-- What the newsroom's own public surfaces answered, signed.
CREATE TABLE proof (
    id INTEGER PRIMARY KEY,
    release_id INTEGER NOT NULL REFERENCES release (id),
    made_at INTEGER NOT NULL,
    record TEXT NOT NULL             -- JSON with its signature
);
CREATE INDEX proof_release ON proof (release_id);
"""


# A number for those who keep answers: it grows with every change of what is or will be public.
# Drafts do not count, nor does announcing, which only notes what had become public by itself.
GENERATION = """
CREATE TABLE generation (value INTEGER NOT NULL);
INSERT INTO generation VALUES (0);
"""
_COUNTED = {
    "listing": ("INSERT", "DELETE"),
    "topic": ("INSERT", "UPDATE"),
    "topic_words": ("INSERT", "UPDATE"),
    "file": ("INSERT", "DELETE"),
}
_SCHEDULED = "WHEN (SELECT publish_at FROM release WHERE id = {id}) IS NOT NULL"
_OF_SCHEDULED = {
    "text": ("INSERT", "NEW.release_id"),
    "release": (
        (
            "UPDATE OF publish_at, wall, zone, precision, held, complete_at, withdrawn_at, reason,"
            " note, noted_at, changed_at, contacts"
        ),
        "NEW.id",
    ),
}


@steps()
def life(db: Database) -> None:
    """Releases that are held, come out together, are revised; their files, previews, proofs."""
    db.executescript(LIFE)
    db.executescript(BESIDE)


@steps()
def generation(db: Database) -> None:
    """The number that tells whether kept answers still hold."""
    db.executescript(GENERATION)
    for table, acts in _COUNTED.items():
        for act in acts:
            _count(db, table, act, "")
    for table, (act, number) in _OF_SCHEDULED.items():
        _count(db, table, act, _SCHEDULED.format(id=number))
    _count(db, "text", "UPDATE", _SCHEDULED.format(id="NEW.release_id"))


TOPIC_LIFE = """
-- The slug it had at first, of which identifiers are made; see press/topic.py.
ALTER TABLE topic ADD COLUMN key TEXT NOT NULL DEFAULT '';
UPDATE topic SET key = slug;
ALTER TABLE topic ADD COLUMN retired_at INTEGER;
ALTER TABLE topic ADD COLUMN successor TEXT NOT NULL DEFAULT '';

-- Names that topics had: their addresses lead to today's.
CREATE TABLE topic_name (
    slug TEXT PRIMARY KEY,
    topic TEXT NOT NULL REFERENCES topic (slug)
);
"""


@steps()
def topic_life(db: Database) -> None:
    """Topics that are renamed or retired."""
    db.executescript(TOPIC_LIFE)
    for act in ("INSERT", "UPDATE", "DELETE"):
        _count(db, "topic_name", act, "")


@steps()
def described(db: Database) -> None:
    """What is said of files; a change of that is a change of what is or will be public."""
    db.executescript(DESCRIBED)
    _count(db, "file", "UPDATE", "")


def _count(db: Database, table: str, act: str, condition: str) -> None:
    name = f"{table}_{act.split(maxsplit=1)[0].lower()}_counts"
    db.execute(
        f"CREATE TRIGGER {name} AFTER {act} ON {table} {condition}"
        " BEGIN UPDATE generation SET value = value + 1; END"
    )


@steps()
def review(db: Database) -> None:
    """What editors are shown: findings, earlier words, terms; and what a text translates."""
    db.executescript(REVIEW)
    db.conn.create_function("sha256", 1, _sha256, deterministic=True)
    db.executescript(NAMED)


@steps()
def looks(db: Database) -> None:
    """What editors have seen, so that they approve nothing else."""
    db.executescript(LOOKS)


@steps()
def kept(db: Database) -> None:
    """Every version of every text; what holds a release back, and why."""
    db.executescript(KEPT)
    db.conn.create_function("sha256", 1, _sha256, deterministic=True)
    db.executescript(FIRST_VERSIONS)


@steps()
def languages_ready(db: Database) -> None:
    """Since when the languages that a release waits for are ready, and nothing else in that."""
    for change in LANGUAGES_READY:
        db.execute(change)
    act, number = _OF_SCHEDULED["release"]
    columns = act.replace("complete_at", "policy, languages_ready_at")
    _count(db, "release", columns, _SCHEDULED.format(id=number))


@steps()
def rough(db: Database) -> None:
    """Which texts hold words of the small model that ships, found without looking at the others."""
    db.execute(ROUGH)


@steps()
def asides(db: Database) -> None:
    """What stands beside texts, in their languages."""
    db.executescript(ASIDES)
    for act, condition in COUNTED.items():
        _count(db, "aside", act, condition)


@steps()
def dismissals(db: Database) -> None:
    """Which findings editors have dismissed, and why."""
    db.executescript(DISMISSALS)


@steps()
def topics_in_every_language(db: Database) -> None:
    """What a machine or an editor says of topics, and the work of it."""
    db.executescript(OF_TOPICS)
    for act in ("INSERT", "UPDATE", "DELETE"):
        _count(db, "topic_block", act, "")


@steps()
def scores(db: Database) -> None:
    """How sure an engine was of its words; NULL where it did not say, as of all made before."""
    for table in ("block", "memory"):
        db.execute(f"ALTER TABLE {table} ADD COLUMN score REAL")


@steps()
def telling(db: Database) -> None:
    """What is owed to whom; nothing that is public or will be, so nothing is counted."""
    db.executescript(TELLING)


@steps()
def received(db: Database) -> None:
    """Who sends a release, under what number, and the files that were read."""
    db.executescript(RECEIVED)


@steps()
def search(db: Database) -> None:
    """An index of what is out; it fills as releases change, and by the clock."""
    lay_search(db)


@steps()
def renditions(db: Database) -> None:
    """Pictures in the sizes in which they are shown."""
    db.executescript(RENDITIONS)
    for act in ("INSERT", "DELETE"):
        _count(db, "rendition", act, "")


@steps()
def topic_pictures(db: Database) -> None:
    """Pictures of topics; a change of one is a change of what is or will be public."""
    db.executescript(TOPIC_PICTURES)
    for table in ("topic_picture", "topic_picture_words"):
        for act in ("INSERT", "UPDATE", "DELETE"):
            _count(db, table, act, "")


@steps()
def topic_sizes(db: Database) -> None:
    """Pictures of topics in the sizes in which they are shown, too."""
    db.executescript(TOPIC_SIZES)
    for act in ("INSERT", "DELETE"):  # the triggers went with the table that was there before
        _count(db, "rendition", act, "")


def _sha256(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


def apply(db: Database) -> None:
    """Bring a database up to date; two processes may try at once, one does it.

    sqlite-utils applies each step in a transaction but does not hold one over all of them, so two
    processes can both see a step as pending.
    """
    if not steps.pending(db):
        return
    if db.table_names() and steps.migrations_table not in db.table_names():
        raise HomeRefused("it is a database of something else")
    db.execute("BEGIN IMMEDIATE")
    try:
        steps.apply(db)
    except BaseException:
        db.rollback()
        raise
    db.execute("COMMIT")
