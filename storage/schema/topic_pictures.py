"""The steps of the schema that let topics have pictures, and these their sizes."""

TOPIC_PICTURES = """
-- The picture of a topic; its bytes are in the home's folder `files`, under its token. Whom it is
-- owed to is the topic's credit.
CREATE TABLE topic_picture (
    topic TEXT PRIMARY KEY REFERENCES topic (slug),
    token TEXT NOT NULL UNIQUE,      -- unguessable, and part of its address
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,           -- bytes
    sha256 TEXT NOT NULL,
    width INTEGER NOT NULL,          -- pixels; 0: unknown
    height INTEGER NOT NULL
);

-- What it shows, to those who do not see it.
CREATE TABLE topic_picture_words (
    topic TEXT NOT NULL REFERENCES topic (slug),
    language TEXT NOT NULL,
    alt TEXT NOT NULL,
    PRIMARY KEY (topic, language)
);
"""

TOPIC_SIZES = """
-- As before, but a picture may be a topic's: then its sizes are public when the topic is.
CREATE TABLE resized (
    token TEXT PRIMARY KEY,          -- unguessable, and part of its address
    file TEXT REFERENCES file (token),
    release_id INTEGER REFERENCES release (id),
    topic_picture TEXT REFERENCES topic_picture (token),
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,           -- bytes
    sha256 TEXT NOT NULL,
    width INTEGER NOT NULL,          -- pixels
    height INTEGER NOT NULL,
    CHECK ((file IS NULL) = (release_id IS NULL) AND (file IS NULL) <> (topic_picture IS NULL))
);
INSERT INTO resized
    (token, file, release_id, name, media_type, size, sha256, width, height)
    SELECT token, file, release_id, name, media_type, size, sha256, width, height
    FROM rendition ORDER BY rowid;
DROP TABLE rendition;
ALTER TABLE resized RENAME TO rendition;
CREATE INDEX rendition_release ON rendition (release_id);
CREATE INDEX rendition_file ON rendition (file);
CREATE INDEX rendition_topic_picture ON rendition (topic_picture)
    WHERE topic_picture IS NOT NULL;

-- As of files: why no sizes could be made of it, and whether it says where it was taken.
ALTER TABLE topic_picture ADD COLUMN fault TEXT NOT NULL DEFAULT '';
ALTER TABLE topic_picture ADD COLUMN placed INTEGER NOT NULL DEFAULT 0;

-- Those of before are made too, as soon as somebody is there to do it.
INSERT INTO task (key, kind, due_at)
    SELECT 'render:' || picture.token, 'render', topic.changed_at
    FROM topic_picture AS picture JOIN topic ON topic.slug = picture.topic;
"""
