"""The last look at what is to be shown: does any of it say that it is not for the public?

What is marked in a form that is certain has been left out by then. Whatever else speaks of it holds
the release back, so that a person decides: a look that finds too much costs a question.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice, pairwise

from intake.characters.flat import low
from intake.notyet.words.folded import fold
from press.releases.release import Filing, NotYet
from press.text import Kind

# Words folded: small, without accents, marks and hyphens.
_GAP = r"(?:[\w'/]+ ){0,3}"
_SHOWN = r"(?:publi[ck]\w+|publish\w*|print\w*|broadcast\w*)"
_BEGINS = r"(?:^|[.!?;:,()\[\]|-] ?|please |kindly |bitte |graag |gelieve |merci de |priere de )"
_PASSED_ON = r"(?:release|distribution|transmission|circulation|quotation|attribution)"
_PEOPLE = r"(?:journalists?|editors?|press|media|newsdesks?|newsrooms?)"
_GENS = r"(?:la |les |l'|usage des? )*(?:presse|journalistes?|redactions?|medias?)\b"
_MENSEN = r"(?:pers|journalisten|redacties?)"
_WEITER = r"(?:veroe?ffentlichung|publikation|verbreitung|weitergabe|abdruck)"
_LEUTE = r"(?:presse|redaktion\w*|medienvertreter\w*|journalist\w*)"
# An order says no more, or what it is about; “do not distribute food” is none.
_ENDS = (
    r"(?= ?(?:$|[.!?:;,()\[\]]|yet\b|th\w+\b|it\b|ce\w*\b|deze\b|dit\b|dies\w*\b"
    r"|a\.?u\.?b|svp|s\.v\.p|please\b|bitte\b))"
)
_CLOSE = r"(?:confidential|confidentiel\w*|vertraulich|vertrouwelijk)"
_MARKS = (
    # English
    rf"not {_GAP}(?:for|to be) {_GAP}{_SHOWN}",
    rf"not (?:\w+ )?for (?:onward |public |wider |any )*{_PASSED_ON}{_ENDS}",
    rf"{_BEGINS}do(?: not|n't) (?:yet )?(?:publish|broadcast|print|circulate|release){_ENDS}",
    rf"for (?:the )?(?:use of )?{_PEOPLE}(?:'s?)?(?: eyes| use)? only",
    # French
    rf"{_BEGINS}ne pas (?:encore )?(?:publier|diffuser|divulguer|imprimer|rendre public){_ENDS}",
    rf"ne (?:peut|peuvent|doit|doivent) {_GAP}etre (?:publie|diffuse)\w*+(?! avant)",
    r"(?:pas|non) destine\w* (?:a|pour) (?:la |l'|etre )*(?:publi|diffus)\w+",
    rf"(?:uniquement|exclusivement|reserve\w*) (?:destine\w* )?(?:a|aux|pour) {_GENS}",
    # Dutch
    rf"niet {_GAP}(?:voor|ter) {_GAP}(?:publi[ck]atie|verspreiding|openbaarmaking)",
    rf"{_BEGINS}(?:nog )?niet (?:te )?(?:publiceren|verspreiden){_ENDS}",
    rf"(?:alleen|enkel|uitsluitend|slechts) (?:bestemd )?voor (?:de )?{_MENSEN}\b",
    # German
    rf"nicht {_GAP}(?:zur|zum|fur|fur die) {_GAP}{_WEITER}",
    rf"{_BEGINS}(?:noch )?nicht (?:veroe?ffentlichen|publizieren|verbreiten|abdrucken){_ENDS}",
    rf"(?:nur|ausschliesslich|allein) (?:zur information )?(?:fur|der) (?:d\w\w )?{_LEUTE}\b",
    r"(?:nur |ausschliesslich )?(?:zur|zum) internen (?:verwendung|gebrauch)\b",
    # Any: letters set apart, and what only a label says.
    r"\b(?:notforpublication|nepaspublier|nietvoorpublicatie|nichtzurveroffentlichung)",
    rf"(?:^|[.!?(\[|-] ?)(?:strict\w*|streng|strikt|private and) {_CLOSE} ?[:,-] ",
)
_CONFIDENTIAL = re.compile(rf"\b{_CLOSE}\b")
_MARK = re.compile("|".join(f"(?:{one})" for one in _MARKS))
# What is read with care beside a text: characters, and what each piece costs beside its own.
_MOST, _PIECE = 40_000, 100
_TOO_MANY = "it may say in more places than can be read that it is not for publication"
# No mark is without one of these.
_MAY = re.compile(
    r"not|n't |only|pas |non |reserv|exclusiv|unique|niet |alleen|enkel|uitsluit|slechts|nicht "
    r"|nur |ausschl|allein |intern|confid|vertra|vertro|etre |nepas|nietvoor|nichtzur"
)
# The same in words that are not folded, where nothing of them is set apart or borrowed.
_MAY_AS_WRITTEN = re.compile(_MAY.pattern.replace(" |", r"\s|"))
_ODD = re.compile(
    r"[*<&_\\~`\u00ad\u0370-\u04ff\u200b-\u200f\u2060\ufeff\uff00-\uffef]|\w[ .-]\w[ .-]\w"
)
_SAID = 80  # characters of the words that are quoted
WHY = "it says that something in it is not for publication, and it is not certain what"


def is_mark(line: str) -> bool:
    """Whether a line says that something is not for the public, or is confidential."""
    return bool(held_words(line) or _CONFIDENTIAL.search(fold(line).text))


def withheld_in(filing: Filing, marks_in: Callable[[str], str]) -> tuple[NotYet, ...]:
    """What in the words that a filing would show says that some are not for the public.

    Args:
        filing: as read, without what was left out.
        marks_in: how a line of a typed text marks something, which no other text takes out.
    """
    found = marked_in(_shown(filing)) or map(_held_back, _marked_lines(filing, marks_in))
    return tuple(islice(found, 1))


def marked_in(parts: Iterable[str]) -> tuple[NotYet, ...]:
    """What in some words says that something is not for the public.

    Args:
        parts: of a text, or beside it.
    """
    found = (words for part in parts if (words := held_words(part)))
    return tuple(map(_held_back, islice(found, 1)))


def _held_back(words: str) -> NotYet:
    return NotYet(words, None, f"{WHY}: “{words}”")


def may_be_marked(words: str) -> bool:
    """Whether words may hold such a mark, asked cheaply; letters set apart are not seen."""
    return _MAY.search(words.lower()) is not None


def marked_beside(parts: Iterable[str]) -> tuple[NotYet, ...]:
    """The same of words that no document will show; letters set apart are not seen in them.

    Args:
        parts: of what was left out, in whatever number.
    """
    read = 0
    for part in parts:
        if not may_be_marked(part):
            continue
        read += len(part) + _PIECE
        if read > _MOST:
            return (NotYet("", None, _TOO_MANY),)
        if words := held_words(part):
            return (_held_back(words),)
    return ()


def _shown(filing: Filing) -> Iterator[str]:
    blocks = [block.markdown for block in filing.blocks]
    yield from blocks
    # A mark and what it is about may stand in two blocks, or be broken by their end.
    yield from (f"{one[-_SAID:]} {other[:_SAID]}" for one, other in pairwise(blocks))
    for contact in filing.contacts:
        yield " ".join((contact.name, contact.role, *contact.address, *contact.phones))
    yield from (filing.issuer, filing.reference)
    yield from (f"{file.alt} {file.credit} {file.name}" for file in filing.files)


def _marked_lines(filing: Filing, marks_in: Callable[[str], str]) -> Iterator[str]:
    """The lines below the headline that mark as they would in a typed text."""
    for block in filing.blocks:
        if block.kind is not Kind.HEADLINE:
            lines = (line for line in block.markdown.split("\n") if marks_in(line))
            yield from (" ".join(line.split())[:_SAID] for line in lines)


def held_words(words: str) -> str:
    """The words of a mark that keeps something from the public; empty where there is none.

    Args:
        words: of a block, a caption or a remark.

    Returns:
        the mark as it was folded, with some words behind it.
    """
    if not _ODD.search(words) and not _MAY_AS_WRITTEN.search(f"{low(words)} "):
        return ""
    said = fold(" ".join(words.split())).text.replace("-", " - ")
    said = " ".join(re.sub(r"(?<=\w) - (?=\w)", " ", said).split())
    found = _MARK.search(said) if _MAY.search(said) else None
    if not found:
        return ""
    return said[found.start() :].lstrip(" .!?;:,()[]|-")[:_SAID].strip()
