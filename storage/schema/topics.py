"""The step of the schema that lets topics be said in every language."""

# Work may be about a topic, which is no release. SQLite cannot take a NOT NULL away from a column,
# so the table is made anew (https://www.sqlite.org/lang_altertable.html, 7).
OF_TOPICS = """
CREATE TABLE task_anew (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,        -- the same work is never queued twice
    kind TEXT NOT NULL,
    release_id INTEGER REFERENCES release (id), -- NULL: about something else, which the key names
    language TEXT NOT NULL DEFAULT '',
    due_at INTEGER NOT NULL,
    leased_until INTEGER NOT NULL DEFAULT 0,
    owner TEXT NOT NULL DEFAULT '',
    tries INTEGER NOT NULL DEFAULT 0,
    finished_at INTEGER,
    note TEXT NOT NULL DEFAULT '',
    failed_at INTEGER                -- given up, until somebody says `newsroom retry`
);
INSERT INTO task_anew (id, key, kind, release_id, language, due_at, leased_until, owner, tries,
    finished_at, note, failed_at)
    SELECT id, key, kind, release_id, language, due_at, leased_until, owner, tries, finished_at,
    note, failed_at FROM task;
DROP TABLE task;
ALTER TABLE task_anew RENAME TO task;
CREATE INDEX task_waiting ON task (kind, due_at) WHERE finished_at IS NULL;

-- What the public may read of a topic where nobody gave it words: a machine's, or an editor's.
-- Words that wait for an editor are in `memory` alone.
CREATE TABLE topic_block (
    topic TEXT NOT NULL REFERENCES topic (slug),
    language TEXT NOT NULL,
    part TEXT NOT NULL,              -- title, introduction, credit
    position INTEGER NOT NULL,       -- within the part
    kind TEXT NOT NULL,
    markdown TEXT NOT NULL,
    origin TEXT NOT NULL,
    engine TEXT NOT NULL,
    source_digest TEXT NOT NULL,
    PRIMARY KEY (topic, language, part, position)
) WITHOUT ROWID;

-- The source blocks that a topic's words were ever made of, and whether an editor settled them.
CREATE TABLE topic_source (
    topic TEXT NOT NULL REFERENCES topic (slug),
    source TEXT NOT NULL,
    language TEXT NOT NULL,
    digest TEXT NOT NULL,
    is_edited INTEGER NOT NULL,
    PRIMARY KEY (topic, source, language, digest)
) WITHOUT ROWID;
CREATE INDEX topic_source_digest ON topic_source (digest);

-- What each editor was last shown of a topic, a digest for each block and its words.
CREATE TABLE topic_look (
    topic TEXT NOT NULL REFERENCES topic (slug),
    language TEXT NOT NULL,
    who TEXT NOT NULL,
    shown TEXT NOT NULL,
    PRIMARY KEY (topic, language, who, shown)
) WITHOUT ROWID;
"""
