"""The step of the schema that lets topics have pictures."""

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
