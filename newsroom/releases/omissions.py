"""Slips that are better seen before the public sees them."""

from collections.abc import Collection, Iterable

from feeds.parts.html import lost_links
from intake.characters.language import language_of, reads_otherwise
from press.languages import OWN_NAMES
from press.releases.release import Release
from press.text import Block, Text

# How paths of our pages begin beside the languages; an address may also begin at the root.
_PLACES = ("", "feeds", "feeds.opml")
_FEW = 5


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


def links_to_nothing(
    blocks: tuple[Block, ...], files: Iterable[str], codes: Iterable[str]
) -> list[str]:
    """What links and pictures of a text name that readers will not find, a sentence each.

    Args:
        blocks: the text, as filed.
        files: names of what is attached, or comes with it.
        codes: of the newsroom's languages, in which its pages are.
    """
    places = {*codes, *_PLACES}
    lost = list(dict.fromkeys(lost_links(Text("", blocks), files, places)))
    return [_lost(one) for one in lost[:_FEW]] + (
        [f"{len(lost) - _FEW} more of its links lead nowhere"] if len(lost) > _FEW else []
    )


def _lost(address: str) -> str:
    if address.startswith("#"):
        return f"its link “{address}” names no heading of it; readers see the words without a link"
    return (
        f"its link “{address}” leads nowhere; newsroom attach with a file of that name makes it "
        "lead there, and a whole address, https://…, to another site"
    )


def reads_as(release: Release, codes: Collection[str]) -> str | None:
    """The code of the language that the words of a release are in, of some; None if unsure."""
    return language_of(_words(release), codes)


def _words(release: Release) -> str:
    return "\n".join(block.markdown for block in release.original.blocks)


def _named(code: str) -> str:
    return OWN_NAMES.get(code, code)
