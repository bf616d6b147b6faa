"""An approval taken back: a machine's words are a machine's again, with what is known of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from newsroom.review.choosing import chosen
from newsroom.review.settling import Reviewed, as_it_is, is_of_text, note, with_words
from newsroom.translation.filling import put_beside
from newsroom.translation.glossary import contacts_of, terms_in
from press.errors import NotAllowedNow
from press.finding import DOUBT, Finding, Severity
from press.glossary import Term
from press.releases.readiness import Readiness
from press.releases.release import Release
from press.releases.review import Segment, Sheet
from press.text import STARTER, Block, Origin, Text
from storage import Database
from storage.filed import releases
from storage.journal import JournalLine
from storage.translation import dismissals, memory
from storage.translation.memory import Pair
from translate.checks import block_findings
from translate.doubt import weighed


def only_approved(before: Sheet, numbers: Sequence[int]) -> list[Segment]:
    """The blocks of these numbers, or all whose words an editor took over from a machine.

    Raises:
        NotAllowedNow: one of them is still a machine's, or an editor's own, or none is left.
    """
    picked = chosen(before, numbers)
    for one in picked:
        if not _is_approved(one):
            raise NotAllowedNow(f"block {one.number} {_why_not(one, before)}")
    found = picked or [one for one in before.segments if _is_approved(one)]
    if not found:
        raise NotAllowedNow(f"no {before.language} words of {before.about} were only approved")
    return found


def machines(
    db: Database, title: str, release: Release, code: str, approved: Sequence[Segment]
) -> dict[int, Block]:
    """Approved words as the machine's that they were, by the number of their block.

    Args:
        db: the database.
        title: the newsroom's name.
        release: as it is kept.
        code: of the language.
        approved: as `only_approved` chose them.
    """
    pair = Pair(release.source, code)
    languages = (pair.source, pair.target)
    sources = [one.source for one in approved]
    terms = terms_in(db, title, languages, sources) + contacts_of(release, languages)
    return {one.number: as_a_machines(db, pair, one, terms) for one in approved}


def as_a_machines(db: Database, pair: Pair, one: Segment, terms: Sequence[Term]) -> Block:
    """Approved words as the machine's that they were, with what is found in them.

    Args:
        db: the database.
        pair: from which language into which.
        one: the block; an editor took its words over from a machine.
        terms: the glossary, where the checks have to be asked again.
    """
    assert one.target is not None  # noqa: S101 - `only_approved` chose it
    digest, said = one.source.digest, one.target
    was = memory.made_by_machine(db, pair, [digest]).get(digest)
    if was and was.markdown == said.markdown:
        found = was.findings
    else:
        found = tuple(_found_anew(one.source, said, pair, terms))
    block = replace(said, origin=Origin.MACHINE, of=digest, findings=found)
    (block,) = dismissals.applied(db, pair, [block])
    return block


def _found_anew(source: Block, said: Block, pair: Pair, terms: Sequence[Term]) -> Iterator[Finding]:
    """What the checks say of a machine's words; how sure it was nobody knows any more."""
    for finding in block_findings(source, said, (pair.source, pair.target), terms):
        yield weighed(finding, said.engine)
    if STARTER in said.engine:
        says = "how sure the engine was of these words is no longer known"
        yield Finding(DOUBT, Severity.BLOCKS, says)


def give_back(
    db: Database,
    release: Release,
    before: Sheet,
    words: Mapping[int, Block],
    line: JournalLine,
    readiness: Readiness,
) -> Reviewed:
    """Keep the words as a machine's; whether the public may read them is as for any of these.

    Args:
        db: in a write transaction.
        release: as it is kept.
        before: the text as it is kept.
        words: a machine's, by the number of their block.
        line: for the journal.
        readiness: says which words of a machine the public may read.
    """
    code = before.language
    memory.forget_approval(db, Pair(release.source, code), release.id, words.values())
    after = with_words(before, words)
    put_beside(db, release, code, words.values(), line.at, readiness)
    if (text := release.texts.get(code)) and is_of_text(words.values()):
        of = {block.of: block for block in words.values()}
        blocks = tuple(_in_place(block, of) for block in text.blocks)
        newest = Text(code, blocks if after.missing else after.blocks)
        shown = None
        if code not in release.waiting:
            shown = readiness.for_public(newest, release.original)
        ready = shown is not None
        releases.save_text(db, release.id, shown or newest, line.at, ready=ready)
    note(db, replace(line, release_id=release.id), code, words)
    return as_it_is(db, release.id, code, tuple(words))


def _in_place(block: Block, words: Mapping[str, Block]) -> Block:
    """The machine's words for a block, if the text holds these very ones."""
    machine = words.get(block.of)
    return machine if machine and machine.markdown == block.markdown else block


def _is_approved(one: Segment) -> bool:
    return bool(one.target and one.target.origin is Origin.EDITOR and one.target.engine)


def _why_not(one: Segment, before: Sheet) -> str:
    if one.target is None:
        return "has no words yet"
    if one.target.origin is Origin.MACHINE:
        return "is a machine's; nobody has approved it"
    number, code = before.release_id, before.language
    back = (
        f"newsroom restore-version {number} brings back an earlier version "
        f"(newsroom history {number} {code} lists them); "
    )
    return (
        f"was not only approved: its words are an editor's own. {'' if before.topic else back}"
        f"newsroom correct {before.name} {code} {one.number} gives other words"
    )
