"""The step of the schema that keeps what editors are shown, and names what a text translates."""

REVIEW = """
-- When these words were made or approved, as readers are told.
ALTER TABLE text ADD COLUMN made_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE text ADD COLUMN digest TEXT NOT NULL DEFAULT '';      -- names these words
ALTER TABLE text ADD COLUMN translates TEXT NOT NULL DEFAULT '';  -- those of the original then
ALTER TABLE block ADD COLUMN source_digest TEXT NOT NULL DEFAULT '';
ALTER TABLE block ADD COLUMN findings TEXT NOT NULL DEFAULT '[]'; -- JSON: never read in part
ALTER TABLE memory ADD COLUMN findings TEXT NOT NULL DEFAULT '[]';

-- The words behind the digests in `memory`: to lay old beside new, and to hand them to people.
CREATE TABLE source_block (
    digest TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    markdown TEXT NOT NULL
) WITHOUT ROWID;

-- Which source blocks an editor's words once stood for in a text; those that the original no
-- longer has are the displaced ones.
CREATE TABLE edited (
    release_id INTEGER NOT NULL REFERENCES release (id),
    language TEXT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (release_id, language, digest)
) WITHOUT ROWID;

CREATE TABLE term (
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    term TEXT NOT NULL,
    translation TEXT NOT NULL,
    note TEXT NOT NULL,
    exact_case INTEGER NOT NULL,
    PRIMARY KEY (source, target, term)
) WITHOUT ROWID;

UPDATE text SET made_at = changed_at;
"""

# Texts made before: a translation that is newer than its original and has a block of the same kind
# for each of its blocks translates them in order; of others that is not known until they are made
# anew, and they are not called stale.
NAMED = """
INSERT OR IGNORE INTO source_block (digest, kind, markdown)
    SELECT sha256(kind || char(10) || markdown), kind, markdown FROM block
    JOIN release ON release.id = block.release_id AND release.source = block.language;

UPDATE text SET digest = sha256(COALESCE((
    SELECT group_concat(sha256(kind || char(10) || markdown), char(31)) FROM (
        SELECT kind, markdown FROM block WHERE block.release_id = text.release_id
        AND block.language = text.language ORDER BY position)), ''));

UPDATE text SET translates = original.digest FROM text AS original
    JOIN release ON release.id = original.release_id AND release.source = original.language
    WHERE text.release_id = original.release_id AND text.language <> original.language
    AND text.changed_at >= original.changed_at
    AND (SELECT group_concat(kind) FROM (SELECT kind FROM block
            WHERE block.release_id = text.release_id AND block.language = text.language
            ORDER BY position))
        = (SELECT group_concat(kind) FROM (SELECT kind FROM block
            WHERE block.release_id = text.release_id AND block.language = original.language
            ORDER BY position));

UPDATE block SET source_digest = (
    SELECT sha256(source.kind || char(10) || source.markdown) FROM block AS source
    JOIN release ON release.id = source.release_id AND release.source = source.language
    WHERE source.release_id = block.release_id AND source.position = block.position)
    WHERE EXISTS (SELECT 1 FROM text WHERE text.release_id = block.release_id
    AND text.language = block.language AND text.translates <> '');
"""

LOOKS = """
-- What each editor was last shown of a text, a digest for each block and its words.
CREATE TABLE look (
    release_id INTEGER NOT NULL REFERENCES release (id),
    language TEXT NOT NULL,
    who TEXT NOT NULL,
    shown TEXT NOT NULL,
    PRIMARY KEY (release_id, language, who, shown)
) WITHOUT ROWID;
"""

# As `storage.conditions.ROUGH` says it: an index serves the question that is spelled like it.
ROUGH = (
    "CREATE INDEX block_rough ON block (release_id, language)"
    " WHERE block.origin = 'machine' AND instr(block.engine, 'newsroom starter') > 0"
)
