"""What a release says beside its text: notes, roles, services, alternative texts, credits.

Each is a block of a kind of its own, so that it is translated, remembered and reviewed as blocks
are. None belongs to the text: whatever becomes of one, the text stands as it stood.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from press.contact import Contact, ContactKind
from press.releases.attachment import Attachment
from press.releases.release import Release
from press.text import Block, Kind, in_one_line

Said = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Aside:
    """What stands for an aside in another language.

    Args:
        words: the block, which names the one it translates.
        is_ready: whether the public may read it, as far as an editor's eye goes.
    """

    words: Block
    is_ready: bool


def asides_of(release: Release, files: Iterable[Attachment]) -> tuple[Block, ...]:
    """What a release says beside its text, each words once; of one withdrawn, only why.

    Args:
        release: as it is kept.
        files: what goes with it.
    """
    if release.withdrawn_at:
        return why(release.reason)
    return beside(release.note, release.issuer, release.contacts, files)


def why(reason: str) -> tuple[Block, ...]:
    """Why a release was withdrawn, if anybody said so."""
    return tuple(_blocks([(Kind.REASON, reason)]))


def beside(
    note: str, issuer: str, contacts: Iterable[Contact], files: Iterable[Attachment]
) -> tuple[Block, ...]:
    """What stands beside a text that was not withdrawn, in reading order, each words once.

    The issuer is a name as a service's is: the same words for both are translated once.

    Args:
        note: what was changed, for the public; may be empty.
        issuer: who sends it; may be empty.
        contacts: whom to call.
        files: what goes with it.
    """
    found = [(Kind.NOTE, note), (Kind.SERVICE, issuer)]
    for contact in contacts:
        is_service = contact.kind is ContactKind.SERVICE
        found += [(Kind.SERVICE, contact.name)] if is_service else []
        found += [(Kind.ROLE, contact.role)]
    for file in files:
        found += [(Kind.ALT, file.alt), (Kind.CREDIT, file.credit)]
    return tuple(dict.fromkeys(_blocks(found)))


def block_of(kind: Kind, words: str) -> Block:
    """An aside as a block."""
    return Block(kind, in_one_line(words))


def contacts_in(contacts: Sequence[Contact], said: Said) -> tuple[Contact, ...]:
    """Contacts with the words of another language where there are some; people's names stay.

    Args:
        contacts: as they are kept.
        said: words by digest of the block they translate.
    """
    return tuple(_contact_in(contact, said) for contact in contacts)


def files_in(files: Sequence[Attachment], said: Said) -> tuple[Attachment, ...]:
    """Files with what is said of them in another language, where that is known."""
    return tuple(
        replace(
            file,
            alt=in_words(Kind.ALT, file.alt, said),
            credit=in_words(Kind.CREDIT, file.credit, said),
        )
        for file in files
    )


def in_words(kind: Kind, words: str, said: Said) -> str:
    """An aside's words in another language, else as they are."""
    return said.get(block_of(kind, words).digest, words) if words and said else words


def _contact_in(contact: Contact, said: Said) -> Contact:
    is_service = contact.kind is ContactKind.SERVICE
    name = in_words(Kind.SERVICE, contact.name, said) if is_service else contact.name
    return replace(contact, name=name, role=in_words(Kind.ROLE, contact.role, said))


def _blocks(found: Iterable[tuple[Kind, str]]) -> Iterator[Block]:
    """Without what holds no word."""
    blocks = (block_of(kind, words) for kind, words in found)
    return (block for block in blocks if any(map(str.isalpha, block.markdown)))
