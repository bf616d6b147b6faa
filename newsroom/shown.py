"""Whether what an officer acts on is still what the officer was shown."""

from press.errors import NotAllowedNow
from press.release import Release
from storage import Database, versions


def check_version(db: Database, release: Release, shown: int, *languages: str) -> None:
    """Refuse an act on a version after which another came.

    Args:
        db: in a transaction.
        release: as it is kept.
        shown: the version that the officer saw.
        languages: codes of those the act is about.

    Raises:
        NotAllowedNow: there is a newer version in one of them, or none of that number.
    """
    versions.get(db, release.id, shown)
    for language in languages:
        number = versions.newest(db, release.id, language)
        if number > shown:
            newer = versions.get(db, release.id, number)
            raise NotAllowedNow(
                f"release {release.id} has changed since version {shown}: {newer.who or 'somebody'}"
                f" made version {number} ({newer.verb}) at {newer.at:%Y-%m-%d %H:%M} UTC;"
                f" look again: newsroom diff {release.id} {shown} {number}"
            )
