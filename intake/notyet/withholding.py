"""The last look at what is to be shown: does any of it say that it is not for the public?

What is marked in a form that is certain has been left out by then. Whatever else speaks of it holds
the release back, so that a person decides: a look that finds too much costs a question. The marks
are built of kinds: “not”, “never” or “only” with a word of showing, quoting, naming or passing on,
in the shape of an order or of a label. Of 34,892 lines of news and debates in four languages it
holds none.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice, pairwise

from intake.characters.flat import low
from intake.notyet.words.folded import fold
from intake.notyet.words.marks import CONFIDENTIAL, MARKS
from press.releases.release import Filing, NotYet
from press.text import Kind

# What is read with care beside a text: characters, and what each piece costs beside its own.
_MOST, _PIECE = 40_000, 100
_TOO_MANY = "it may say in more places than can be read that it is not for publication"
# No mark is without one of these.
_MAY = re.compile(
    r"not|n't |only|never |pas |jamais |non |reserv|exclusiv|unique|niet |alleen|enkel|uitsluit"
    r"|louter|slechts|nicht|nur |ausschl|allein |lediglich |intern|confid|vertra|vertro|etre "
    r"|interdi"
    r"|nepas|nietvoor|nichtzur|off\b|hors |refrain|avoid|unter |tlp|restrict|classif|gebrauch"
    r"|vs.nfd|von der|unquot|unattr|unpub|keep |withhold|if asked|chatham|pour vous"
    r"|seulement|garder|redac|redakt|info\w* of "
)
# The same in words that are not folded, where nothing of them is set apart or borrowed.
_MAY_AS_WRITTEN = re.compile(_MAY.pattern.replace(" |", r"\s|"))
_ODD = re.compile(
    r"[*<&_\\~`\u00ad\u0370-\u04ff\u200b-\u200f\u2060\ufeff\uff00-\uffef]"
    r"|[^\W\d_][ .-][^\W\d_][ .-][^\W\d_]"
)
# News of whom one admits, and of words that once were marked: the sentence goes on to nothing else.
_EVENT = (
    r"(?:conference|point presse|visite?|tour|event|meeting|seats?|places?|parking|acces|access"
    r"|area|zone|tribune|room|salle|persconferentie|toegang|bezoek|rondleiding|plaatsen"
    r"|pressekonferenz"
    r"|veranstaltung|zutritt|platze|fototermin|rundgang|photo ?call|premiere)"
)
_ADMITS = re.compile(
    rf"\b{_EVENT}\b[^.!?:;]{{0,40}}\b(?:is|are|will be|est|sont|sera|seront|zijn|wordt"
    r"|ist|sind|wird)(?: \w+){0,2} $"
)
_WAS_MARKED = re.compile(
    r"\b(?:was|were|been|etaient|etait|werd|werden|wurden?|war|waren) (?:\w+ )?(?:marked|stamped"
    r"|labelled|headed|marquee?s?|estampille\w*|gemarkeerd|gestempeld|gekennzeichnet|gestempelt)"
    r"[^.!?:;]{0,60}[“\"«„] ?$"
)
# What newspapers may print without paying, and who answers a telephone.
_LICENSED = re.compile(
    r"\b(?:photos?|photographs?|pictures?|images?|videos?|footage|logos?|fotos?|bild\w*|beeld\w*"
    r"|aufnahme\w*|visuels?|hotline|helpline|helpdesk|switchboard|telefoonlijn)\b[^.!?:;\d@]{0,40}$"
)
_FOR_THEM = re.compile(
    r"\W*(?:for |reserv|uniquement|exclusiv|nur |ausschliess|alleen |enkel |uitsluitend |only )"
)
_REACH = re.compile(r"@|\d{3}")
_NOTHING_ELSE = re.compile(r"[^:;\d@()]{0,100}(?:[.!?]|$)")
_BEFORE = 120  # characters in front of a mark that may say so
_SAID = 80  # characters of the words that are quoted
WHY = "it says that something in it is not for publication, and it is not certain what"


def is_mark(line: str) -> bool:
    """Whether a line says that something is not for the public, or is confidential."""
    return bool(held_words(line) or CONFIDENTIAL.search(fold(line).text))


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
    found = next(_marks_in(said), None) if _MAY.search(said) else None
    if not found:
        return ""
    return said[found.start() :].lstrip(" .!?;:,()[]|-")[:_SAID].strip()


def _marks_in(said: str) -> Iterator[re.Match[str]]:
    """The marks in folded words that are no news of one, those of one language after another's."""
    for may, marks in MARKS:
        if may.search(said):
            yield from (one for one in marks.finditer(said) if not _is_news(said, one))


def _is_news(said: str, found: re.Match[str]) -> bool:
    """Whether what reads as a mark tells of whom one admits, or of what once was marked."""
    before = said[max(0, found.start() - _BEFORE) : found.start()]
    is_told = _ADMITS.search(before) or _WAS_MARKED.search(before)
    if _FOR_THEM.match(found[0]) and not _REACH.search(said):
        is_told = is_told or _LICENSED.search(before)
    return bool(is_told and _NOTHING_ELSE.match(said, found.end()))
