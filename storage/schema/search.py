"""The step of the schema that keeps an index of what is out, for the search."""

from sqlite_utils import Database

# Whatever changes what a release's page says unsays that the index knows it; what the index does
# not know is read as it is, under the one condition of what is public (storage/search/finding.py).
# Of what is under embargo nothing is ever in these tables.
SEARCH = """
-- Under which state of the index its words are in it; 0: they are not, or were others.
ALTER TABLE release ADD COLUMN searched INTEGER NOT NULL DEFAULT 0;
CREATE INDEX release_searched ON release (searched, publish_at) WHERE withdrawn_at IS NULL;

CREATE TABLE search_state (
    number INTEGER NOT NULL,         -- grows when there is more to be known of every release
    folded TEXT NOT NULL,            -- by which rules words were folded and stemmed
    stands_in INTEGER NOT NULL       -- whether originals stand in for texts that are not ready
);
INSERT INTO search_state VALUES (1, '', 1);

-- The languages that have pages; a release is found in each by the words shown there.
CREATE TABLE search_language (
    number INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE
);

-- What a release is found by in a language. The id tells minute, release and language, in this
-- order, so that the newest comes last.
CREATE TABLE search_doc (
    id INTEGER PRIMARY KEY,
    release_id INTEGER NOT NULL REFERENCES release (id),
    forms TEXT NOT NULL,             -- folded words, each once
    topics TEXT NOT NULL             -- first names of its topics
);
CREATE INDEX search_doc_release ON search_doc (release_id);

-- How many releases of the index have a word, by language of the page.
CREATE TABLE search_word (
    language TEXT NOT NULL,
    form TEXT NOT NULL,
    releases INTEGER NOT NULL,
    PRIMARY KEY (language, form)
) WITHOUT ROWID;
"""
# Words come stemmed and behind their language's code; nothing is read from it but numbers
# (https://www.sqlite.org/fts5.html, 4.4.3 and 4.6).
INDEX = (
    "CREATE VIRTUAL TABLE search_index USING fts5(words, content='', detail=none,"
    """ tokenize="ascii tokenchars ':-'")"""
)
_UNSAY = "UPDATE release SET searched = 0 WHERE id = {id} AND searched <> 0"
_TOUCHING = {
    "release": (("UPDATE OF publish_at, source, issuer, reference", "NEW.id"),),
    "text": (("INSERT", "NEW.release_id"), ("UPDATE OF ready_at", "NEW.release_id")),
    "block": (
        ("INSERT", "NEW.release_id"),
        ("UPDATE OF markdown", "NEW.release_id"),
        ("DELETE", "OLD.release_id"),
    ),
    # A topic that is renamed keeps its first name, so that is no change.
    "release_topic": (("INSERT", "NEW.release_id"), ("DELETE", "OLD.release_id")),
}
UNSAYING = tuple(
    f"CREATE TRIGGER {table}_{act.split(maxsplit=1)[0].lower()}_unsays AFTER {act} ON {table}"
    f" BEGIN {_UNSAY.format(id=number)}; END"
    for table, acts in _TOUCHING.items()
    for act, number in acts
)


def lay_search(db: Database) -> None:
    """Lay the tables of the search, and what keeps them true."""
    db.executescript(SEARCH)
    for statement in (INDEX, *UNSAYING):
        db.execute(statement)
