"""The step of the schema that keeps every version of every text, and what holds one back."""

KEPT = """
ALTER TABLE release ADD COLUMN why TEXT NOT NULL DEFAULT '';      -- why it is a draft, or held
-- JSON: what in its text said that it must not come out yet, until an officer lifted it.
ALTER TABLE release ADD COLUMN not_yet TEXT NOT NULL DEFAULT '[]';
-- Held since a copy was restored; and when it had been announced, to be so again once let go.
ALTER TABLE release ADD COLUMN restored INTEGER NOT NULL DEFAULT 0;
ALTER TABLE release ADD COLUMN restored_out_at INTEGER;

-- Whatever a release ever said in a language; in its own also its time, topics and contacts.
CREATE TABLE version (
    release_id INTEGER NOT NULL,
    number INTEGER NOT NULL,         -- of the release, from 1, whatever the language
    language TEXT NOT NULL,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    verb TEXT NOT NULL,
    note TEXT NOT NULL,
    digest TEXT NOT NULL,            -- of the content
    content TEXT NOT NULL,           -- JSON: always read and written whole
    UNIQUE (release_id, number)
);
CREATE INDEX version_language ON version (release_id, language, number);
CREATE TRIGGER version_stays BEFORE UPDATE ON version
    BEGIN SELECT RAISE(ABORT, 'a version never changes'); END;
-- Only a draft that is discarded takes its versions with it, once it is gone itself.
CREATE TRIGGER version_is_kept BEFORE DELETE ON version
    WHEN EXISTS (SELECT 1 FROM release WHERE release.id = OLD.release_id)
    BEGIN SELECT RAISE(ABORT, 'a version is never deleted'); END;
CREATE INDEX text_digest ON text (digest);
"""

# What stands in a home from before: the text as it is, by hands the journal knows.
FIRST_VERSIONS = """
INSERT INTO version (release_id, number, language, at, who, verb, note, digest, content)
SELECT release_id, number, language, changed_at, '', 'kept', '', sha256(content), content FROM (
    SELECT text.release_id AS release_id, text.language AS language, text.changed_at AS changed_at,
    ROW_NUMBER() OVER (PARTITION BY text.release_id
        ORDER BY text.language <> release.source, text.language) AS number,
    json_object('ready', json(CASE WHEN text.ready_at IS NULL THEN 'false' ELSE 'true' END),
        'blocks', (SELECT json_group_array(json_array(kind, markdown, origin, engine,
            source_digest, json(findings))) FROM (SELECT * FROM block
            WHERE block.release_id = text.release_id AND block.language = text.language
            ORDER BY position)),
        'facts', CASE WHEN text.language = release.source THEN json_object(
            'embargo', CASE WHEN release.publish_at IS NULL THEN NULL ELSE
                json_array(release.publish_at, release.wall, release.zone, release.precision) END,
            'topics', (SELECT json_group_array(topic) FROM (SELECT topic FROM release_topic
                WHERE release_topic.release_id = release.id ORDER BY position)),
            'contacts', json(release.contacts), 'not_yet', json('[]'), 'held', release.held,
            'policy', release.policy, 'required', release.required, 'reason', release.reason)
            ELSE NULL END) AS content
    FROM text JOIN release ON release.id = text.release_id);
"""

# `complete_at` said three things: 0 that nothing is waited for, which is what `policy` says; NULL
# that a language is missing; and else since when none is.
LANGUAGES_READY = (
    "DROP TRIGGER release_update_counts",
    "ALTER TABLE release ADD COLUMN languages_ready_at INTEGER",
    "UPDATE release SET languages_ready_at = complete_at WHERE policy = 'together'",
    "ALTER TABLE release DROP COLUMN complete_at",
)
