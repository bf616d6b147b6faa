"""Slips that are better seen before the public sees them."""

from collections.abc import Collection

from intake.characters.language import language_of, reads_otherwise
from press.languages import OWN_NAMES
from press.releases.release import Release


def omissions(release: Release, *, is_filed: bool = True) -> list[str]:
    """What a release lacks or seems to have wrong, a clause each.

    Args:
        release: filed, or as it would be.
        is_filed: whether it has its number, which commands take.
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
    said = [f"it has no {' and no '.join(lacks)}"] if lacks else []
    if other := reads_otherwise(_words(release), release.source):
        mend = f"newsroom edit {release.id} --language" if is_filed else "--language"
        said.append(
            f"it is filed in {_named(release.source)} and reads as {_named(other)}; "
            f"{mend} {other} says so"
        )
    return said


def reads_as(release: Release, codes: Collection[str]) -> str | None:
    """The code of the language that the words of a release are in, of some; None if unsure."""
    return language_of(_words(release), codes)


def _words(release: Release) -> str:
    return "\n".join(block.markdown for block in release.original.blocks)


def _named(code: str) -> str:
    return OWN_NAMES.get(code, code)
