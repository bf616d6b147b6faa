"""What a check has to say of a translated block."""

from dataclasses import dataclass
from enum import StrEnum

# The check an editor is; the others are in `translate`.
REJECTED = "rejected"
# Not a check either: what an engine says itself, by the score it gives its words.
DOUBT = "doubt"
# Not a mistake: an editor's words for an earlier wording of the block are there to be looked at.
DISPLACED = "displaced"


class Severity(StrEnum):
    """What a finding means for the text it is in."""

    BLOCKS = "blocks"  # the text waits for an editor, whatever the settings say
    WARNS = "warns"  # an editor should look


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, or may be, with a translated block.

    Args:
        check: the name of the check, `numbers`.
        severity: whether the text may go out unread.
        says: what exactly, in words an editor understands: `“15 million” became “15”`.
        dismissed_by: who said that it is none, if anybody did.
        reason: why, in their words.
    """

    check: str
    severity: Severity
    says: str
    dismissed_by: str = ""
    reason: str = ""

    @property
    def blocks(self) -> bool:
        """Whether it keeps the text in: nobody has dismissed it."""
        return self.severity is Severity.BLOCKS and not self.dismissed_by
