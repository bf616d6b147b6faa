"""The step of the schema that keeps who sends a release, and the file it was read from."""

RECEIVED = """
ALTER TABLE release ADD COLUMN issuer TEXT NOT NULL DEFAULT '';
ALTER TABLE release ADD COLUMN reference TEXT NOT NULL DEFAULT '';
-- What its sender calls it for programs; NULL where it has no such name.
ALTER TABLE release ADD COLUMN identity TEXT;
CREATE UNIQUE INDEX release_identity ON release (identity) WHERE identity IS NOT NULL;

-- Files as they were read: each content once, however many releases came in it.
CREATE TABLE original (
    sha256 TEXT PRIMARY KEY,
    packed BLOB NOT NULL             -- zlib
);
-- Which version of a release was read from which; versions that nobody filed have none.
CREATE TABLE version_original (
    release_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    sha256 TEXT NOT NULL REFERENCES original (sha256),
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    PRIMARY KEY (release_id, number)
);
CREATE INDEX version_original_sha256 ON version_original (sha256);
"""
