"""What a release said at some time: every version is kept, and none ever changes."""

from dataclasses import dataclass
from datetime import datetime

from press.contact import Contact
from press.embargo import Embargo
from press.releases.attachment import Attachment
from press.releases.release import NotYet, Policy
from press.text import Block, Text


@dataclass(frozen=True, slots=True)
class Facts:
    """What belongs to a release beside its words.

    Args:
        embargo: from when it might be published; a draft had none.
        topics: slugs.
        contacts: whom to call.
        not_yet: what its text said against coming out.
        held: whether it was stopped.
        policy: whether each language joined when it was ready.
        required: codes of the languages it waited for.
        reason: why it was withdrawn, if it was.
        files: what went with it; the content of one that was detached is erased.
        issuer: who sent it, as its letterhead said.
        reference: under what number the sender kept it.
    """

    embargo: Embargo | None = None
    topics: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    not_yet: tuple[NotYet, ...] = ()
    held: bool = False
    policy: Policy = Policy.READY
    required: tuple[str, ...] = ()
    reason: str = ""
    files: tuple[Attachment, ...] = ()
    issuer: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of what a release says in a language.

    Args:
        release_id: of the release.
        number: of the version among all of the release, from 1.
        at: since when, UTC.
        who: whose act it was; nobody is known for what stood in a home before versions were kept.
        verb: what was done: `filed`, `revised`, `corrected`, `approved`, `withdrawn` …
        note: the particulars, for a person to read.
        digest: names words and facts (sha256, hex).
        text: the words.
        is_ready: whether the public might read them.
        facts: of the language it was written in only.
        asides: of the other languages, what stood beside the text.
    """

    release_id: int
    number: int
    at: datetime
    who: str
    verb: str
    note: str
    digest: str
    text: Text
    is_ready: bool = True
    facts: Facts | None = None
    asides: tuple[Block, ...] = ()

    @property
    def every(self) -> tuple[Block, ...]:
        """The text's blocks, then what stood beside it."""
        return (*self.text.blocks, *self.asides)
