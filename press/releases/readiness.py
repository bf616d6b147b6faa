"""Which words of a machine the public may read before a person has."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from enum import StrEnum

from press.text import Block, Origin, Text


class Starter(StrEnum):
    """What becomes of the words of the small model that ships."""

    DRAFTS = "drafts"  # they wait for a person
    ON = "on"  # the public reads them, marked rough
    OFF = "off"  # it is not asked


@dataclass(frozen=True, slots=True)
class Readiness:
    """The newsroom's rule for what nobody has read.

    Args:
        reviewed: codes of the languages whose machine text waits for an editor.
        starter: what becomes of the starter's words.
    """

    reviewed: AbstractSet[str] = field(default_factory=frozenset)
    starter: Starter = Starter.DRAFTS

    def is_ready(self, text: Text) -> bool:
        """Whether the public may read a text as it is, as far as a person's eye goes."""
        waits = text.origin is Origin.MACHINE and text.language in self.reviewed
        is_draft = text.is_rough and self.starter is not Starter.ON
        return not (text.is_blocked or waits or is_draft)

    def for_public(self, text: Text, original: Text) -> Text | None:
        """A text as the public may read it; None if it waits.

        Where the starter's words are public, the original stands in for those blocks that must
        not go out unread: so rough a model would seldom get a whole text through.

        Args:
            text: a block for each of the original's.
            original: what it translates.
        """
        shown = _with_originals(text, original) if self.starter is Starter.ON else text
        has_words = shown == text or shown.origin is not Origin.AUTHOR
        return shown if has_words and self.is_ready(shown) else None


BY_DEFAULT = Readiness()


def _with_originals(text: Text, original: Text) -> Text:
    """A text with the original's words for the starter's that must not go out unread."""
    sources = {block.digest: block for block in original.blocks}
    return replace(text, blocks=tuple(_shown(block, sources) for block in text.blocks))


def _shown(block: Block, sources: dict[str, Block]) -> Block:
    source = sources.get(block.of)
    if source is None or not (block.is_rough and block.is_blocked):
        return block
    return replace(source, of=block.of, findings=block.findings)
