"""Sections apart from the text: notes to editors, and what the sender always says of itself."""

import re
from collections.abc import Collection, Iterator, Sequence

from intake.characters.flat import low
from intake.text.sheet.headline import is_prose
from intake.text.sheet.seen import LONGEST, level, said
from press.text import Block, Kind

_NOTES = re.compile(
    r"(?:(?:some )?notes? (?:to|for) (?:the )?(?:editors?|press|journalists?|media|newsrooms?)"
    r"|editors?'?s? notes?|background (?:notes? )?for editors"
    r"|notes? (?:aux?|a l'attention des|a la|pour les?|pour la) (?:redact(?:ions?|eurs?)"
    r"|journalistes?"
    r"|presse)|note de la redaction"
    r"|noot (?:voor|aan|van) (?:de )?(?:redacties?|pers|journalisten)|nota (?:voor"
    r"|aan) de redacties?"
    r"|noten (?:voor|aan) de redacties?|redactie-?noot"
    r"|(?:hinweise?|anmerkung(?:en)?|informationen|info) (?:fur"
    r"|an) (?:die )?(?:redaktion(?:en)?|presse"
    r"|medien|journalist(?:en|innen)))"
)
_MERE_NOTES = re.compile(r"notes?|noten?|nota|anmerkung(?:en)?|hinweise?")
_ABOUT = re.compile(
    r"(?:About|ABOUT|À propos d(?:e |u |es |['’])|A propos d(?:e |u |es |['’])|À PROPOS DE?"
    r"|Over|OVER|Über|ÜBER|Ueber)\s*(?P<whom>\S.{1,70})"
)
# Whom the public or the press may call, said in so many words.
_PUBLIC = re.compile(
    r"(?:(?:press|media|public) (?:contacts?|enquir(?:y|ies)|inquir(?:y|ies))"
    r"|contacts?(?: details)? for (?:the )?(?:press|media|public|journalists|readers|citizens)"
    r"|for (?:press|media|public) (?:enquiries|inquiries)(?:,? (?:please )?contact)?"
    r"|contacts? (?:de |pour |a )?(?:la |le |les )?(?:presse|medias?|public|journalistes)"
    r"|(?:pers|media|publieks)-?contact(?:en|personen)?"
    r"|contact(?:personen|gegevens)? voor (?:de |het )?(?:pers|media|publiek)"
    r"|(?:presse|medien|burger)-?kontakte?|kontakte?(?:daten)? (?:fur |zur )?(?:die )?(?:presse"
    r"|medien|offentlichkeit|burger\w*)|ansprechpartner\w* (?:fur )?(?:die )?(?:presse|medien))"
)
_US = {"us", "nous", "ons", "uns"}
_ARTICLES = {"the", "de", "het", "la", "le", "les", "l", "das", "die", "den", "der", "our", "ons"}
_LABELLED = re.compile(r"(?P<label>[^:]{3,60}?)\s*:\s+(?P<words>\S.*)", re.DOTALL)


def in_sections(blocks: Sequence[Block], ended: int, senders: Collection[str]) -> tuple[Block, ...]:
    """Mark the headings with which a section apart begins; the order stays.

    Args:
        blocks: below the headline.
        ended: how many of them stand above a line that marks the end of the text.
        senders: names of those who send it.
    """
    found = [block for n, one in enumerate(blocks) for block in _marked(one, n >= ended)]
    first = next((n for n, block in enumerate(found) if block.kind is Kind.NOTES), len(found))
    last = max((n for n, block in enumerate(found) if _parts(block)), default=-1)
    return tuple(
        about
        if (about := _about(block, found[n + 1 :], senders, is_low=n > min(first, last)))
        else block
        for n, block in enumerate(found)
    )


def begins_public_section(lines: Sequence[str], n: int, senders: Collection[str]) -> bool:
    """Whether a line by itself is the heading of what is evidently for the public.

    Args:
        lines: of a text.
        n: number of the line.
        senders: names of those who send it.
    """
    words = said(lines[n]).rstrip(" :")
    is_apart = not n or not lines[n - 1].strip() or level(lines[n]) > 0
    if not is_apart or not _may_be_heading(words):
        return False
    about = _ABOUT.fullmatch(words)
    if about:
        whom = low(about["whom"].strip())
        return whom in _US or any(whom in low(name) for name in senders if len(whom) > 3)
    return bool(_PUBLIC.fullmatch(low(words)) or _NOTES.fullmatch(low(words)))


def _marked(block: Block, is_below: bool) -> Iterator[Block]:
    """A block, as the heading of notes where it is one; a heading and its text come as two."""
    words, rest = _heading_words(block)
    if words and _is_notes(words, is_below=is_below):
        yield Block(Kind.NOTES, f"## {words}")
        if rest:
            yield Block(Kind.PARAGRAPH, rest)
    else:
        yield block


def _is_notes(words: str, *, is_below: bool) -> bool:
    even = low(words)
    return bool(_NOTES.fullmatch(even) or (is_below and _MERE_NOTES.fullmatch(even)))


def _heading_words(block: Block) -> tuple[str, str]:
    """The words of a block that may be a heading, and the text that follows in it."""
    if block.kind not in (Kind.HEADING, Kind.PARAGRAPH):
        return "", ""
    first, _, rest = block.markdown.partition("\n")
    if len(first) <= LONGEST and _may_be_heading(said(first).rstrip(" :")):
        return said(first).rstrip(" :"), rest
    found = _LABELLED.match(block.markdown[:LONGEST])
    if found and block.kind is Kind.PARAGRAPH and _is_notes(said(found["label"]), is_below=False):
        marks = re.match(r"\*+|_+", block.markdown)
        words = block.markdown[found.start("words") :]
        return said(found["label"]), words if not marks else words.removeprefix(marks[0]).lstrip()
    return "", ""


def _may_be_heading(words: str) -> bool:
    return 0 < len(words) <= 90 and words[-1] not in ".!?;,"


def _parts(block: Block) -> bool:
    """Whether a block is a heading of the text itself, as one marks it."""
    return block.kind is Kind.HEADING and level(block.markdown) > 0 and not _whom(block)


def _whom(block: Block) -> str:
    """Of whom a heading says that a text about them follows."""
    words, _ = _heading_words(block)
    found = _ABOUT.fullmatch(words)
    return found["whom"].strip() if found else ""


def _about(
    block: Block, below: Sequence[Block], senders: Collection[str], *, is_low: bool
) -> Block | None:
    """The heading of what its sender always says, where it is one and no other part follows."""
    whom, (words, rest) = _whom(block), _heading_words(block)
    if not whom or rest or not below or below[0].kind is not Kind.PARAGRAPH:
        return None
    is_theirs = any(low(whom) in low(name) or low(name) in low(whom) for name in senders if name)
    first = re.split(r"[\s'’]+", whom)
    named = next((word for word in first if low(word) not in _ARTICLES), "")
    is_name = low(whom) in _US or named[:1].isupper()
    ends = not any(_parts(one) for one in below) and is_prose(below[0].markdown)
    return Block(Kind.ABOUT, f"## {words}") if is_theirs or (is_name and ends and is_low) else None
