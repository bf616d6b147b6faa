"""The step of the schema that keeps which findings editors have dismissed."""

DISMISSALS = """
-- Findings that an editor said are none, for the same words of the same source block. Of the words
-- only a digest: what a release says is erased with it.
CREATE TABLE dismissal (
    release_id INTEGER NOT NULL REFERENCES release (id),
    digest TEXT NOT NULL,       -- of the source block
    source TEXT NOT NULL,
    language TEXT NOT NULL,
    finding TEXT NOT NULL,      -- names the words, the check and what it says of them
    who TEXT NOT NULL,
    reason TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (digest, source, language, finding, release_id)
) WITHOUT ROWID;
CREATE INDEX dismissal_release ON dismissal (release_id);
"""
