"""The steps of the schema about files that are shown: what is said of them, and their sizes."""

DESCRIBED = """
ALTER TABLE file ADD COLUMN width INTEGER NOT NULL DEFAULT 0;   -- pixels; 0: unknown
ALTER TABLE file ADD COLUMN height INTEGER NOT NULL DEFAULT 0;
ALTER TABLE file ADD COLUMN alt TEXT NOT NULL DEFAULT '';
ALTER TABLE file ADD COLUMN credit TEXT NOT NULL DEFAULT '';
"""

RENDITIONS = """
-- A picture in one of the sizes in which it is shown; its bytes are where those of files are. It is
-- public when its release is, like the file itself.
CREATE TABLE rendition (
    token TEXT PRIMARY KEY,          -- unguessable, and part of its address
    file TEXT NOT NULL REFERENCES file (token),
    release_id INTEGER NOT NULL REFERENCES release (id),
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,           -- bytes
    sha256 TEXT NOT NULL,
    width INTEGER NOT NULL,          -- pixels
    height INTEGER NOT NULL
);
CREATE INDEX rendition_release ON rendition (release_id);
CREATE INDEX rendition_file ON rendition (file);

-- Why no sizes could be made of a picture; it is listed and not shown.
ALTER TABLE file ADD COLUMN fault TEXT NOT NULL DEFAULT '';
-- Whether it says where it was taken: of what came before that was taken out.
ALTER TABLE file ADD COLUMN placed INTEGER NOT NULL DEFAULT 0;

-- Those of before are made too, as soon as somebody is there to do it.
INSERT INTO task (key, kind, release_id, due_at)
    SELECT 'render:' || token, 'render', release_id, added_at FROM file
    WHERE media_type LIKE 'image/%';
"""
