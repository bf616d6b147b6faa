"""What may have been meant by a word that nothing has: a word of the public's that is like it."""

import json
from collections.abc import Iterator
from string import ascii_lowercase

from sqlite_utils import Database

from storage.search.asking import AskedWord, AskedWords
from storage.search.index import token

# Shorter words are like too many, longer ones are no mistyped words.
_LENGTHS = range(4, 31)
_NEAREST = (
    "SELECT form FROM search_word WHERE language = :language"
    " AND form IN (SELECT value FROM json_each(:forms)) ORDER BY releases DESC, form LIMIT 1"
)
_HAS = "SELECT 1 FROM search_index WHERE search_index MATCH ? LIMIT 1"


def nearest(db: Database, asked: AskedWords) -> list[str]:
    """The words of a question with those mended that nothing has, one letter wrong in each.

    Only words of what was public are known here: of all others there is no trace in the index.

    Args:
        db: in a read transaction.
        asked: what nothing was found for.

    Returns:
        its words, folded where they are mended and empty where they stay; nothing at all where
        none can be mended.
    """
    mended = [_mended(db, asked.language, word) for word in asked.words]
    return mended if any(mended) else []


def _mended(db: Database, language: str, word: AskedWord) -> str:
    form = word.form
    if len(form) not in _LENGTHS or word.begun:
        return ""
    if db.execute(_HAS, (f'"{token(language, form)}"',)).fetchone():
        return ""
    values = {"language": language, "forms": json.dumps(list(_one_off(form)))}
    row = db.execute(_NEAREST, values).fetchone()
    return str(row["form"]) if row else ""


def _one_off(form: str) -> Iterator[str]:
    """Every word that is one letter more, less or other, or two changed about (Damerau)."""
    for n in range(len(form) + 1):
        head, tail = form[:n], form[n:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in ascii_lowercase:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
