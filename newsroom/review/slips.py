"""What the checks say of an editor's own words: said at once, and left to the editor."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.translation.glossary import contacts_of, terms_in
from press.finding import Finding
from press.glossary import Term
from press.releases.release import Release
from press.text import Block
from storage import Database
from storage.translation.memory import Pair
from translate.checks import block_findings


@dataclass(frozen=True, slots=True)
class Slip:
    """Something that may have slipped into an editor's words.

    Args:
        number: of the block, from 1.
        finding: what a check says of it; whatever its severity, the words stay as they are.
    """

    number: int
    finding: Finding


def slips(
    db: Database,
    title: str,
    release: Release,
    pair: Pair,
    said: Sequence[tuple[int, Block, Block]],
) -> tuple[Slip, ...]:
    """What the checks say of an editor's words.

    Args:
        db: the database, for its glossary.
        title: the newsroom's name.
        release: whose contacts are called the same everywhere.
        pair: from which language into which.
        said: number of the block, the block of the original, and the words.
    """
    return found_by_checks(db, title, pair, said, contacts_of(release, (pair.source, pair.target)))


def found_by_checks(
    db: Database,
    title: str,
    pair: Pair,
    said: Sequence[tuple[int, Block, Block]],
    names: Sequence[Term] = (),
) -> tuple[Slip, ...]:
    """The same of words that need be no release's.

    Args:
        db: the database, for its glossary.
        title: the newsroom's name.
        pair: from which language into which.
        said: as for `slips`.
        names: terms besides those of the glossary.
    """
    languages = (pair.source, pair.target)
    terms = [*terms_in(db, title, languages, [source for _, source, _ in said]), *names]
    return tuple(
        Slip(number, finding)
        for number, source, words in said
        for finding in block_findings(source, words, languages, terms)
    )
