"""The head of a memo: `To: … / From: … / Date: … / Subject: …`, in four languages."""

import re
from collections.abc import Sequence

from intake.text.sheet.seen import LONGEST, said

WHY = "it says to whom and by whom the text is sent"
_TO = r"to|from|cc|an|von|kopie|a|de|copie|aan|van|kopie aan|für|pour|voor|for|attention|attn\.?"
_FIELD = re.compile(
    rf"(?:(?P<other>{_TO}|à)|(?P<date>date|datum|sent|gesendet|envoye|envoyé|verzonden)"
    r"|(?P<subject>subject|re|betreff|betrifft|betr\.|betreft|objet|concerne|onderwerp))"
    r"\s?:\s*(?P<value>\S.*)",
    re.IGNORECASE,
)
_MOST = 40  # lines in which it begins


def memo_of(lines: Sequence[str]) -> dict[int, str]:
    """Which lines of a memo's head are what: `other`, `date`, `subject`, by their number.

    Nothing where no one line says of what the text is, and another to whom or by whom it is.
    """
    found: dict[int, str] = {}
    for n, line in enumerate(lines[: 2 * _MOST]):
        if not line.strip():
            continue
        field = _FIELD.fullmatch(said(line)) if len(line) <= LONGEST else None
        if field and field.lastgroup:
            found[n] = next(name for name in ("other", "date", "subject") if field[name])
        elif found or n > _MOST:
            break
    sorts = list(found.values())
    return found if sorts.count("subject") == 1 and "other" in sorts else {}


def value_of(line: str) -> str:
    """What such a line says behind its name."""
    field = _FIELD.fullmatch(said(line))
    return field["value"] if field else said(line)
