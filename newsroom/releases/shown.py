"""Whether what somebody had before them is still so: nobody overrides what they have not seen."""

import re

from press.errors import NotAllowedNow
from press.releases.release import Release
from press.releases.review import Sheet
from press.releases.version import Version
from storage import Database
from storage.filed import versions

# A sheet's name is longer, even one that happens to be all digits.
_VERSION = re.compile("[0-9]{1,9}", re.ASCII)


def check_version(db: Database, release: Release, shown: int, *languages: str) -> None:
    """Refuse an act on a release that says something else since it was shown.

    Args:
        db: in the transaction of the act.
        release: as it is kept.
        shown: number of the version that whoever acts had before them.
        languages: codes of those that matter to the act; none for the one it was written in.

    Raises:
        NotAllowedNow: a newer version of one of these languages exists.
        Refusal: the release has no version of that number.
    """
    versions.get(db, release.id, shown)
    for code in dict.fromkeys(languages or (release.source,)):
        is_original = code == release.source
        newest = versions.newest(db, release.id, code, original=is_original)
        if newest > shown:
            raise NotAllowedNow(_since(versions.get(db, release.id, newest), shown))


def check_shown(db: Database, release: Release, now: Sheet, as_shown: str) -> None:
    """Refuse an act on a translation whose words, or the original's, have changed since.

    Args:
        db: in the transaction of the act.
        release: as it is kept.
        now: the translation as it is.
        as_shown: the sheet's name when it was shown, or the number of a version; empty: no matter.

    Raises:
        NotAllowedNow: they have changed.
        Refusal: the release has no version of that number.
    """
    if _VERSION.fullmatch(as_shown):
        number = int(as_shown)
        check_version(db, release, number, now.language, release.source)
        if _differ(versions.get(db, release.id, number), now):
            raise NotAllowedNow(_look_again(now, f"in version {number}"))
    elif as_shown and as_shown != now.as_shown:
        raise NotAllowedNow(_look_again(now, f"as {as_shown}"))


def _since(newer: Version, shown: int) -> str:
    number, code = newer.release_id, newer.text.language
    who = f" by {newer.who}" if newer.who else ""
    return (
        f"the {code} words of release {number} are no longer those of version {shown}: they were "
        f"{newer.verb}{who} at {newer.at:%Y-%m-%d %H:%M} UTC (version {newer.number}); "
        f"look at it first (newsroom history {number} {code}), then say --as-shown {newer.number}"
    )


def _differ(version: Version, now: Sheet) -> bool:
    """Whether a block says something else: an editor's word on another release may reach it."""
    if version.text.language != now.language:
        return False
    said = {block.of: block.markdown for block in version.every}
    return any(
        one.target and said.get(one.source.digest, one.target.markdown) != one.target.markdown
        for one in now.segments
    )


def _look_again(now: Sheet, shown: str) -> str:
    return (
        f"the {now.language} words of release {now.release_id} have changed since they were shown "
        f"{shown}; look again: newsroom review {now.release_id} {now.language}"
    )
