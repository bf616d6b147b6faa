"""Slips that are better seen before the public sees them."""

from press.languages import Languages
from press.release import Release


def omissions(release: Release, languages: Languages) -> list[str]:
    """What a release lacks or seems to have wrong, a clause each.

    Args:
        release: as it is kept.
        languages: the newsroom's.
    """
    lacks = [
        name
        for name, there in (
            ("topic", release.topics),
            ("contact", release.contacts),
            ("summary", release.original.summary),
        )
        if not there
    ]
    return [f"it has no {' and no '.join(lacks)}"] if lacks else []
