"""Slips that are better seen before the public sees them."""

from intake.characters.language import reads_otherwise
from press.languages import OWN_NAMES
from press.releases.release import Release


def omissions(release: Release) -> list[str]:
    """What a release lacks or seems to have wrong, a clause each."""
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
    words = "\n".join(block.markdown for block in release.original.blocks)
    if other := reads_otherwise(words, release.source):
        said.append(
            f"it is filed in {_named(release.source)} and reads as {_named(other)}; "
            f"newsroom edit {release.id} --language {other} says so"
        )
    return said


def _named(code: str) -> str:
    return OWN_NAMES.get(code, code)
