"""What a revised file changes of a release: everything it says, and nothing unasked."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePath

from press.contact import Contact
from press.embargo import Embargo
from press.errors import NotAllowedNow
from press.releases.attachment import Attachment
from press.releases.difference import blocks_said, contacts_said, sender_said, when_said
from press.releases.outcome import is_held_back, may_move, outcome_of, quoted
from press.releases.received import Enclosed
from press.releases.release import Filing, NotYet, Release, State
from press.text import Block


@dataclass(frozen=True, slots=True)
class Revision:
    """What changes of a release; None is what stays.

    Args:
        blocks: the words.
        embargo: from when it may be published.
        hold: why it is stopped, or stays a draft, where the file says so.
        topics: slugs.
        contacts: whom to call.
        not_yet: what says that it must not come out yet.
        sender: who sends it, and under what number.
        files: what is attached besides.
        says: what changes, a line each.
    """

    blocks: tuple[Block, ...] | None = None
    embargo: Embargo | None = None
    hold: str = ""
    topics: tuple[str, ...] | None = None
    contacts: tuple[Contact, ...] | None = None
    not_yet: tuple[NotYet, ...] | None = None
    sender: tuple[str, str] | None = None
    files: tuple[Enclosed, ...] = ()
    says: tuple[str, ...] = ()


def revision_of(
    release: Release, filing: Filing, now: datetime, attached: Sequence[Attachment] = ()
) -> Revision:
    """What a file changes of a release.

    Its words always; its topics, contacts, issuer and reference where it names any; its time where
    that lies ahead and the release is neither out nor held. Files in it that the release has not
    are attached; none is taken away.

    Args:
        release: as it is kept.
        filing: the file; its topics under today's names.
        now: UTC.
        attached: what goes with the release.

    Raises:
        NotAllowedNow: the release is out, and the file says that it must not be yet.
    """
    state = State.OUT if release.is_known(now) else release.state(now)
    if state is State.OUT:
        _check_out(release, filing, now)
    embargo, hold, time_says = _time(release, filing, now, state)
    blocks = filing.blocks if _words(filing.blocks) != _words(release.original.blocks) else None
    topics = filing.topics if filing.topics and filing.topics != release.topics else None
    contacts = filing.contacts if filing.contacts not in ((), release.contacts) else None
    was, sender = _senders(release, filing)
    files = new_files(filing.files, attached)
    says = (
        *blocks_said(release.original.blocks, filing.blocks),
        *time_says,
        *_about_said(release, topics, contacts),
        *sender_said(was, sender),
        *(f"file: {file.name} comes, {len(file.data):,} bytes" for file in files),
    )
    is_said = filing.not_yet and filing.not_yet != release.not_yet and state is not State.OUT
    not_yet = filing.not_yet if is_said else None
    changed = sender if sender != was else None
    return Revision(blocks, embargo, hold, topics, contacts, not_yet, changed, files, says)


def _about_said(
    release: Release, topics: tuple[str, ...] | None, contacts: tuple[Contact, ...] | None
) -> Iterator[str]:
    if topics is not None:
        yield f"topics: {', '.join(release.topics) or 'none'} → {', '.join(topics)}"
    if contacts is not None:
        before = contacts_said(release.contacts) or "none"
        yield f"contacts: {before} → {contacts_said(contacts)}"


def new_files(enclosed: Iterable[Enclosed], attached: Sequence[Attachment]) -> tuple[Enclosed, ...]:
    """The files in a text whose content its release has not, under names that are free.

    Args:
        enclosed: in the text's order.
        attached: what goes with the release.
    """
    known, taken = {file.sha256 for file in attached}, {file.name for file in attached}
    found = list[Enclosed]()
    for file in enclosed:
        if known & {hashlib.sha256(file.data).hexdigest(), file.original}:
            continue
        found.append(replace(file, name=_free(file.name, taken)))
        taken.add(found[-1].name)
    return tuple(found)


def _free(name: str, taken: Collection[str]) -> str:
    path = PurePath(name)
    numbered = (f"{path.stem}-{n}{path.suffix}" for n in range(2, len(taken) + 3))
    return next(one for one in (name, *numbered) if one not in taken)


def _senders(release: Release, filing: Filing) -> tuple[tuple[str, str], tuple[str, str]]:
    """Issuer and reference as they are, and as they are to be: what a file lacks stays."""
    before = (release.issuer, release.reference)
    return before, (filing.issuer or release.issuer, filing.reference or release.reference)


def _time(
    release: Release, filing: Filing, now: datetime, state: State
) -> tuple[Embargo | None, str, list[str]]:
    """The new time, why it is stopped, and both in words."""
    if state is State.OUT or not (filing.moment or filing.not_yet):
        return None, "", []
    outcome = outcome_of(filing, None, now, publish=False)
    if outcome.lift and state is not State.HELD:
        return None, outcome.why, [f"held back: {outcome.why}"]
    if outcome.embargo is None or outcome.embargo == release.embargo:
        return None, "", []
    if not filing.not_yet and not may_move(release.not_yet, outcome.embargo.instant, now):
        return None, "", [f"time: stays, for its text said {quoted(release.not_yet)}"]
    if state is State.HELD:
        return None, "", [f"time: it is held, and stays so; the file says {outcome.embargo}"]
    line = f"time: {when_said(release.embargo)} → {outcome.embargo}"
    return outcome.embargo, "", [line]


def _check_out(release: Release, filing: Filing, now: datetime) -> None:
    if filing.not_yet and is_held_back(filing.not_yet, now):
        raise NotAllowedNow(
            f"release {release.id} is out, and the file says {quoted(filing.not_yet)}; "
            "what is out cannot be held back: withdraw it, or file the new text as another release"
        )
    if filing.moment and filing.moment.instant > now:
        raise NotAllowedNow(
            f"release {release.id} is out, and the file is dated {filing.moment}, which lies "
            "ahead: its words would be public before that"
        )


def _words(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(block.kind, block.markdown) for block in blocks]
