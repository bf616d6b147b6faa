"""The lines that a mail program writes above a mail that is passed on or answered."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from intake.mail.looks import bare

_LABELS = {
    "from": "from|von|de|van|expediteur|afzender|absender",
    "date": "sent|date|gesendet|datum|envoye(?: le)?|verzonden|am|gesendet am|verzonden op",
    "to": "to|an|a|aan|pour",
    "subject": "subject|betreff|objet|onderwerp|sujet",
    "": "cc|bcc|kopie|copie(?: a)?|reply-to|antwort an|repondre a|antwoord aan|importance"
    "|wichtigkeit|priority|prioritat|attachments|anlagen|pieces jointes|bijlagen",
}
_FIELDS = {what: re.compile(rf"(?:{names}) ?:") for what, names in _LABELS.items()}
_MARKER = re.compile(
    r"[-_= ]*(?:begin (?:forwarded message|doorgestuurd bericht)|forwarded (?:message|mail)"
    r"|original message|(?:anfang der )?weitergeleitete (?:nachricht|mail)"
    r"|ursprungliche nachricht|originalnachricht|(?:debut du )?message (?:transfere|reexpedie"
    r"|transmis|d'origine|original)|(?:begin )?doorgestuurd bericht|oorspronkelijk bericht)"
    r"(?: (?:from|von|de|van) [^:]{1,100})?[-_= :]*"
)
_RULE = re.compile(r"[-_=* ]{5,}|\|?[-| :]{3,}")
_SAYS_MAIL = re.compile(r"messag|mail|nachricht|bericht", re.IGNORECASE)
_CLOCK = re.compile(r"\d\d?[:h.]\d\d")
_LABEL = 60  # characters in which the name of a field ends
_GAP = 1  # blank lines between two fields: some programs make a paragraph of each
_MOST = 25  # lines of such a header


@dataclass(frozen=True, slots=True)
class PassedOn:
    """A mail within a mail's own text.

    Args:
        above: the lines before it.
        header: the lines that name it.
        below: its own.
        subject: as its header says; may be empty.
        is_marked: whether a line says in words that it was passed on.
    """

    above: list[str]
    header: list[str]
    below: list[str]
    subject: str
    is_marked: bool


def passed_on(lines: Sequence[str]) -> PassedOn | None:
    """The first mail within a text; None if there is none."""
    fields = [_field(line) for line in lines]
    for n, line in enumerate(lines):
        is_marker = _is_marker(line)
        if not is_marker and fields[n] not in ("from", "date"):
            continue
        start = _after_blank(lines, n + 1) if is_marker else n
        end = _end_of_header(lines, fields, start)
        if end and (is_marker or _is_a_programs(lines[start:end])):
            return _parted(lines, (n, start, end), fields, is_marker=is_marker)
    return None


def _parted(
    lines: Sequence[str],
    at: tuple[int, int, int],
    fields: Sequence[str | None],
    *,
    is_marker: bool,
) -> PassedOn:
    n, start, end = at
    first = n - 1 if n and _RULE.fullmatch(lines[n - 1].strip()) else n
    below = list(lines[end:])
    inner, rest = _unquoted(below) if _is_quoted(lines[start]) else (below, [])
    at_subject = next(i for i in range(start, end) if fields[i] == "subject")
    subject = _value(lines[at_subject])
    return PassedOn([*lines[:first], *rest], list(lines[first:end]), inner, subject, is_marker)


def _is_marker(line: str) -> bool:
    if len(line) > 200 or not _SAYS_MAIL.search(line):
        return False
    return _MARKER.fullmatch(bare(line)) is not None


def _is_quoted(line: str) -> bool:
    return line.startswith(">")


def _is_a_programs(header: Sequence[str]) -> bool:
    """Whether a program wrote it: it names the minute, as a memorandum does not."""
    return any(_CLOCK.search(line) for line in header)


def _field(line: str) -> str | None:
    """Which field of a header a line is; None where it is none."""
    if ":" not in line[:_LABEL]:
        return None
    words = bare(line[:_LABEL].lstrip("> "))
    return next((what for what, names in _FIELDS.items() if names.match(words)), None)


def _end_of_header(lines: Sequence[str], fields: Sequence[str | None], start: int) -> int:
    """Below which line a header ends that begins at one; 0 if none begins there."""
    seen, last, end, blank = set[str](), "", start, 0
    for n in range(start, min(len(lines), start + _MOST)):
        what = fields[n]
        if what is not None:
            seen.add(what)
            last, blank, end = what, 0, n + 1
        elif not (words := lines[n].lstrip("> ").strip()) or _RULE.fullmatch(words):
            blank += 1
        elif last in ("to", "") and blank == 0:  # names go on for lines
            end = n + 1
        else:
            break
        if blank > _GAP:
            break
    return end if {"from", "subject"} <= seen and seen & {"date", "to"} else 0


def _value(line: str) -> str:
    words = re.sub(r"[*\\|]+", " ", line[:1000]).partition(":")[2]
    return " ".join(words.split())


def _after_blank(lines: Sequence[str], n: int) -> int:
    while n < len(lines) and not lines[n].lstrip("> |-").strip():
        n += 1
    return n


def _unquoted(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Lines that are quoted, one mark less, and those below that are not."""
    last = max((n for n, line in enumerate(lines) if _is_quoted(line)), default=-1)
    inner = [re.sub(r"^> ?", "", line) for line in lines[: last + 1]]
    return inner, list(lines[last + 1 :])
