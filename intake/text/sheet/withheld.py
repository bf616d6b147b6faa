"""What a text marks as not for publication, or as meant for journalists alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from intake.characters.flat import low
from intake.text.sheet.seen import LONGEST, cells, level, paragraph_end, unmarked

WHY = "it is marked not for publication"
_MARK = (
    r"(?:(?:strictly |please |information |details? |this (?:part|note|section) is )?"
    r"not (?:intended |meant )?(?:for|to be) (?:publication|publish(?:ed|ing)|broadcast"
    r"|public release|release|distribution|quotation|attribution|circulation)"
    r"(?:(?:,| or| and|/)? ?(?:publication|broadcast|distribution|quotation|attribution"
    r"|circulation|release)){0,4}"
    r"|(?:please )?do not (?:publish|broadcast|release|distribute|quote)"
    r"|unpublished|off the record|(?:for )?background only|(?:for )?internal (?:use )?only"
    r"|(?:for|to) (?:the )?(?:use (?:of|by) )?(?:journalists?|press|media|editors?|newsrooms?)"
    r"(?: use)?(?: only| alone)|(?:journalists?|press|media|editors?) only"
    r"|only for (?:the )?(?:journalists?|press|media|editors?)"
    r"|(?:information )?(?:a )?ne pas (?:publier|diffuser|divulguer|communiquer|rendre public)"
    r"|(?:informations? )?(?:pas|non) (?:destinee?s? )?(?:pour|a) (?:la )?(?:publication|diffusion)"
    r"|non publiable|hors publication|usage interne"
    r"|(?:informations? )?(?:uniquement|exclusivement|seulement|reservee?s?) "
    r"(?:pour|a|aux?|destinee?s? (?:a|aux))(?: la| les| l')? ?(?:presse|journalistes?|redactions?"
    r"|medias)(?: uniquement)?|(?:pour|a) (?:la |l')?(?:presse|usage des journalistes) uniquement"
    r"|(?:graag )?niet (?:bestemd |bedoeld )?(?:voor|ter) (?:publicatie|verspreiding"
    r"|openbaarmaking)"
    r"(?: bestemd| bedoeld)?"
    r"|niet (?:te )?(?:publiceren|verspreiden)|niet publiceren"
    r"|(?:alleen|enkel|uitsluitend|slechts) (?:voor|bestemd voor) (?:de )?(?:pers"
    r"|journalisten|media"
    r"|redacties?|intern gebruik)"
    r"|(?:bitte )?nicht (?:zur|fur die|fur) (?:veroffentlichung|publikation|verbreitung|weitergabe)"
    r"(?: bestimmt| freigegeben)?|(?:bitte )?nicht (?:veroffentlichen|verbreiten|publizieren)"
    r"|(?:nur|ausschliesslich|allein) (?:fur|zur information (?:der|fur)) (?:die |den )?"
    r"(?:journalist(?:en|innen)\w*|journalist:innen|journalistinnen und journalisten|presse|medien"
    r"|medienvertreter\w*|redaktion(?:en)?|internen gebrauch|redaktionelle zwecke))"
)
# These begin headlines, too; alone or in brackets they mark.
_CONFIDENTIAL = (
    r"(?:strictly |streng |strictement |strikt )?(?:confidential|vertraulich|vertrouwelijk"
    r"|confidentiel(?:le)?s?)"
)
_ALONE = re.compile(rf"\W*(?:{_MARK}|{_CONFIDENTIAL})\W*")
_BEGINS = re.compile(rf"\W*{_MARK}\s*[:.,;–—-]\s*\S.*")
# Within a paragraph: as a sentence of its own, or behind what it is about.
_WITHIN = re.compile(rf"[.!?;]\s+{_MARK}(?:\s*[:–—-]\s*\S|\W*$)")
_BEHIND = re.compile(rf"\b{_MARK}\W*$")
_BRACKETED = re.compile(
    rf"[(\[]\s*(?:[^()\[\]]{{0,40}}[,;:–-]\s*)?(?:{_MARK}|{_CONFIDENTIAL})(?:\s*[,;:!.–-][^()\[\]]*)?[)\]]"
)
_LABELLED = re.compile(rf"[^.!?]{{3,80}}?\s*[:,;–—-]\s*{_MARK}\W*")
# No mark is without one of these, and few lines have one.
_MAY_MARK = re.compile(
    r"publi|confid|vertrau|vertrou|releas|broadcast|distrib|quot|attrib|record|background|intern|journalist|pers|press|media"
    r"|médi|edi|newsroom|diffus|divulg|communiqu|réda|reda|verspr|openba|veröff|veroff|verbr|weiterg"
    r"|medien",
    re.IGNORECASE,
)
_REACH = re.compile(r"@|\d[\d ()/.-]{5,}\d")
_CLOSED = re.compile(r"\s*[\[(].*[\])]\s*", re.DOTALL)


@dataclass(slots=True)
class Withheld:
    """A text without what it marks as not for publication.

    Args:
        lines: what is left, blank lines in the place of the rest.
        parts: what was taken out, the lines of each part.
    """

    lines: list[str]
    parts: list[list[str]] = field(default_factory=list)


def marks_in(line: str) -> str:
    """How a line marks something.

    `all` where it says nothing else, `below` where it begins a section, `part` where it is about
    its own paragraph; nothing for any other line.
    """
    if len(line) > 4 * LONGEST or not _MAY_MARK.search(line):
        return ""
    return next(filter(None, map(_mark_of, cells(line))), "")


def _mark_of(cell: str) -> str:
    words = low(unmarked(cell))
    if not words or len(words) > 4 * LONGEST:
        return ""
    if _ALONE.fullmatch(words):
        return "all"
    if _LABELLED.fullmatch(words):
        return "below"
    if _BEGINS.match(words):
        return "part" if _CLOSED.fullmatch(words) else "below"
    found = _BRACKETED.search(words)
    if found:
        return _of_brackets(words, words[found.end() :])
    is_within = _WITHIN.search(words) or (_REACH.search(words) and _BEHIND.search(words))
    return "part" if is_within else ""


def _of_brackets(words: str, behind: str) -> str:
    """What a mark in brackets is about: what is below its line, where that is a heading."""
    is_heading = len(words) <= 100 and not _REACH.search(words) and words[-1] not in ".!?"
    return "below" if is_heading or behind.lstrip().startswith(":") else "part"


def without_withheld(lines: Sequence[str], marks: Sequence[str]) -> Withheld:
    """Take out what is marked so; in doubt more than is meant, to the end of the text.

    A part ends where its mark is a heading and another of its level or a higher one follows.

    Args:
        lines: of the text below its headline.
        marks: what each line marks, as `marks_in` says.
    """
    found = Withheld(list(lines))
    at = 0
    while at < len(lines):
        if marks[at]:
            start, at = _part(found.lines, at, marks[at])
            found.parts.append([line for line in found.lines[start:at] if line.strip()])
            found.lines[start:at] = [""] * (at - start)
        else:
            at += 1
    return found


def _part(lines: list[str], n: int, mark: str) -> tuple[int, int]:
    """Where the part begins and ends that a line marks."""
    start = n
    while start and lines[start - 1].strip():
        start -= 1
    if mark == "part":
        return start, _end_of_brackets(lines, start)
    deep = level(lines[n])
    ends = (k for k in range(n + 1, len(lines) if deep else 0) if 0 < level(lines[k]) <= deep)
    # What stands above the mark in its paragraph may be what is meant.
    return (n if deep else start), next(ends, len(lines))


def _end_of_brackets(lines: list[str], start: int) -> int:
    """The end of a paragraph; of several where a bracket that it opens is closed later."""
    end = paragraph_end(lines, start)
    while end < len(lines) and _is_open("\n".join(lines[start:end])):
        end = paragraph_end(lines, end + 1) if end + 1 < len(lines) else len(lines)
    return end


def _is_open(words: str) -> bool:
    return words.count("[") > words.count("]") or words.count("(") > words.count(")")


def without_marks(lines: Sequence[str], marks: Sequence[str]) -> list[str]:
    """The lines without those that mark something, and what follows on them in their paragraph."""
    found = list(lines)
    for n, mark in enumerate(marks):
        if mark:
            end = n + 1 if mark == "all" else paragraph_end(found, n)
            found[n:end] = [""] * (end - n)
    return found


def whom_to_call(part: Sequence[str]) -> list[str]:
    """The lines of such a part without the one that only marks it, as one reads contacts."""
    return [line for line in part if _mark_of(line) not in ("all", "below") or _REACH.search(line)]
