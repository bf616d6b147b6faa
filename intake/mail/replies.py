"""What a mail quotes of another that it answers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from intake.mail.looks import bare

# “On 30 Nov 2026, at 10:12, Jane <jane@…> wrote:” in four languages; the name may come first.
_WROTE = re.compile(
    r"(?:on|le|am|op) .{4,300} ?(?:wrote|a ecrit|schrieb.{0,150}|schreef.{0,150}) ?:"
    r"|.{2,200} (?:wrote on|a ecrit le|schrieb am|schreef op) .{4,100}:"
)
_SAYS_WHO = re.compile(r"@|\d\d?[:h.]\d\d")
_ENDS = ("wrote", "crit", "schrieb", "schreef")
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Answered:
    """A mail and what it quotes.

    Args:
        lines: its own.
        quoted: the other's, and the line above them.
    """

    lines: list[str]
    quoted: list[str]


def answered(lines: Sequence[str]) -> Answered | None:
    """Part a mail from what it quotes; None if it quotes no mail.

    A quotation of a press text stays: above that of a mail stands who wrote it, and when.
    """
    for n, line in enumerate(lines):
        if not any(word in line for word in _ENDS):
            continue
        for first in (n, n - 1):
            if first >= 0 and _is_attribution(lines[first : n + 1]):
                end = _end_of_quote(lines, n + 1)
                if end > n + 1:
                    return Answered([*lines[:first], *lines[end:]], list(lines[first:end]))
    return None


def _is_attribution(lines: Sequence[str]) -> bool:
    line = " ".join(line.strip("> ") for line in lines)  # Apple quotes this line too
    if len(line) > _LONGEST or not _SAYS_WHO.search(line):
        return False
    return _WROTE.fullmatch(bare(line)) is not None


def _end_of_quote(lines: Sequence[str], start: int) -> int:
    """Below which line the quoted lines end; the start itself where there are none."""
    end = start
    for n in range(start, len(lines)):
        if lines[n].startswith(">"):
            end = n + 1
        elif lines[n].strip():
            break
    return end
