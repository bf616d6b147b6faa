"""The step of the schema that keeps what stands beside texts, in their languages."""

ASIDES = """
-- What a release says beside its text (press/releases/asides.py) in another language.
CREATE TABLE aside (
    release_id INTEGER NOT NULL REFERENCES release (id),
    language TEXT NOT NULL,
    source_digest TEXT NOT NULL,     -- of the block it translates
    kind TEXT NOT NULL,
    markdown TEXT NOT NULL,
    origin TEXT NOT NULL,
    engine TEXT NOT NULL,
    findings TEXT NOT NULL DEFAULT '[]',
    score REAL,
    ready INTEGER NOT NULL,          -- whether the public may read it
    changed_at INTEGER NOT NULL,     -- when what the public reads of it last changed; 0: never
    PRIMARY KEY (release_id, language, source_digest)
) WITHOUT ROWID;
"""
# Kept answers hold while nothing changes of what is or will be public.
_SCHEDULED = "(SELECT publish_at FROM release WHERE id = NEW.release_id) IS NOT NULL"
_OTHERWISE = (
    "(NEW.markdown, NEW.origin, NEW.ready, NEW.changed_at)"
    " <> (OLD.markdown, OLD.origin, OLD.ready, OLD.changed_at)"
)
COUNTED = {
    "INSERT": f"WHEN NEW.changed_at > 0 AND {_SCHEDULED}",
    "UPDATE": f"WHEN NEW.changed_at > 0 AND {_OTHERWISE} AND {_SCHEDULED}",
}
