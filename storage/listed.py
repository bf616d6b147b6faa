"""Where feeds look for releases: written anew after every change of where that is.

It only says where to look; whether a release is public is always asked of `release` itself.
"""

import json
from collections.abc import Iterable

from sqlite_utils import Database

from press.topic import ALL
from storage.conditions import COMES_OUT, READY

_CHOSEN = "IN (SELECT value FROM json_each(:numbers))"
_FORGET = f"DELETE FROM listing WHERE release_id {_CHOSEN}"
_TOPICS = "JOIN release_topic ON release_topic.release_id = release.id"
_TEXTS = f"JOIN text ON text.release_id = release.id AND {READY}"
# In everything and in each of its topics; in any language and in each that is ready.
_LIST = (
    "INSERT OR IGNORE INTO listing (topic, language, publish_at, release_id) "
    + " UNION ALL ".join(
        f"SELECT {topic}, {language}, release.publish_at, release.id FROM release {joined}"
        f" WHERE release.id {_CHOSEN} AND {COMES_OUT}"
        for topic, language, joined in (
            (":all", "''", ""),
            (":all", "text.language", _TEXTS),
            ("release_topic.topic", "''", _TOPICS),
            ("release_topic.topic", "text.language", f"{_TOPICS} {_TEXTS}"),
        )
    )
)


def write(db: Database, numbers: Iterable[int]) -> None:
    """Write anew where feeds look for some releases, one or an archive of years.

    Args:
        db: in a write transaction.
        numbers: of the releases.
    """
    values = {"numbers": json.dumps(list(numbers))}
    db.execute(_FORGET, values)
    db.execute(_LIST, {**values, "all": ALL})
