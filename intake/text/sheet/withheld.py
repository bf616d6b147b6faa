"""What a text marks as not for publication, or as meant for journalists alone."""

import re
from collections.abc import Sequence
from functools import lru_cache

from intake.characters.flat import low
from intake.text.sheet.seen import LONGEST, cells, level, paragraph_end, unmarked

WHY = "it is marked not for publication"
_MARK = (
    r"(?:(?:strictly |please |information |details? |this (?:part|note|section) is )?"
    r"not (?:intended |meant )?(?:for|to be) (?:publication|publish(?:ed|ing)|broadcast"
    r"|public release|release|distribution|quotation|attribution|circulation"
    r"|quoted|cited|attributed|shared|passed on|disclosed|printed|the (?:general )?public)"
    r"(?:(?:,| or| and|/)? ?(?:publication|broadcast|distribution|quotation|attribution"
    r"|circulation|release)){0,4}"
    r"|(?:please |kindly )?do(?: not|n't) (?:publish|broadcast|release|distribute|quote|cite"
    r"|attribute|share|forward|pass on|print|disclose|circulate)"
    r"|(?:this (?:\w+ )?(?:must|may|should) )not be (?:published|quoted|shared|disclosed|printed)"
    r"|(?:non|un|not )[ -]?(?:attributable|quotable)|(?:not|never) on the record"
    r"|unpublished|off[ -]the[ -]record|en off|unter (?:drei|3)|(?:for )?background only"
    r"|(?:for )?internal (?:use )?only"
    r"|(?:for|to) (?:the )?(?:use (?:of|by) )?(?:journalists?|press|media|editors?|newsrooms?)"
    r"(?: use)?(?: only| alone)|(?:journalists?|press|media|editors?) only"
    r"|only for (?:the )?(?:journalists?|press|media|editors?)"
    r"|(?:information |numero )?(?:a |merci de |priere de )?ne pas (?:publier|diffuser|divulguer"
    r"|communiquer|rendre public|citer|imprimer|partager|transmettre|reproduire|ebruiter)"
    r"(?: au (?:grand )?public)?|non (?:attribuable|citable)|interdite?s? (?:a|de) (?:la )?"
    r"(?:publication|diffusion)"
    r"|(?:informations? )?(?:pas|non) (?:destinee?s? )?(?:pour|a) (?:la )?(?:publication|diffusion)"
    r"|non publiable|hors publication|(?:a )?usage interne(?: uniquement)?|intern gebruik"
    r"|(?:informations? )?(?:uniquement|exclusivement|seulement|reservee?s?) "
    r"(?:pour|a|aux?|destinee?s? (?:a|aux))(?: la| les| l')? ?(?:presse|journalistes?|redactions?"
    r"|medias)(?: uniquement)?|(?:pour|a) (?:la |l')?(?:presse|usage des journalistes) uniquement"
    r"|(?:graag )?niet (?:bestemd |bedoeld )?(?:voor|ter) (?:publicatie|verspreiding"
    r"|openbaarmaking)"
    r"(?: bestemd| bedoeld)?"
    r"|(?:gelieve |graag )?niet (?:te )?(?:publiceren|verspreiden|citeren|doorgeven|uitzenden"
    r"|afdrukken|delen|bekendmaken|doorvertellen)|niet citeerbaar"
    r"|(?:alleen|enkel|uitsluitend|slechts) (?:voor|bestemd voor) (?:de )?(?:pers"
    r"|journalisten|media"
    r"|redacties?|intern gebruik)"
    r"|(?:bitte )?nicht (?:zur|zum|fur die|fur) (?:veroe?ffentlichung|publikation|verbreitung"
    r"|weitergabe|abdruck)"
    r"(?: bestimmt| freigegeben)?|(?:bitte )?nicht (?:veroe?ffentlichen|verbreiten|publizieren"
    r"|zitieren|weitergeben|weitersagen|weiterleiten|abdrucken|zitierfahig|zitierbar)"
    r"|nicht fur die offentlichkeit(?: bestimmt)?|nur fur den dienstgebrauch|vs[ -]nfd"
    r"|(?:nur|ausschliesslich|allein) (?:fur|zur information (?:der|fur)) (?:die |den )?"
    r"(?:journalist(?:en|innen)\w*|journalist:innen|journalistinnen und journalisten|presse|medien"
    r"|medienvertreter\w*|redaktion(?:en)?|internen gebrauch|redaktionelle zwecke)"
    r"|(?:nur |ausschliesslich |allein )?(?:zur|zum|fur die|fur den) internen"
    r" (?:verwendung|gebrauch|information|kenntnis\w*))"
)
# These begin headlines, too; alone or in brackets they mark.
_CONFIDENTIAL = (
    r"(?:strictly |streng |strictement |strikt )?(?:confidential|vertraulich|vertrouwelijk"
    r"|confidentiel(?:le)?s?)"
)
# `Confidential annex`, `Annexe confidentielle`, `Vertraulicher Hinweis an die Redaktion`.
_PART = (
    r"(?:annexe?s?|appendix|notes?|noot|nota|memo|briefing|background|section|part|partie|details?"
    r"|lines to take|informations?|informationen|informatie|anhang|anlage|hinweise?|bijlage|deel"
    r"|addendum|programme|passage|abschnitt)(?: (?:to|for|an|fur|a|aux?|pour|aan|voor)"
    r" (?:the |die |la |les |l'|de )?(?:editors?|press|media|journalist\w*|redaktion\w*|redac\w+"
    r"|presse|medien|pers|redacties?))?"
)
_CONFIDENTIAL_PART = (
    r"(?:(?:(?:strictly |streng )?(?:confidential|vertrauliche[rsnm]?|vertrouwelijke?|private)"
    rf" {_PART})|(?:{_PART} (?:strictement )?confidentiel(?:le)?s?)"
    r"|privileged (?:and|&) confidential|(?:private|personal) and confidential)"
)
_SAID = (
    rf"(?:{_CONFIDENTIAL}(?:,| [-–—]|;)? (?:and |et |en |und )?)?(?:{_MARK})"
    r"(?:,? (?:a\.?u\.?b\.?|svp|s\.v\.p\.|please|bitte|merci))?"
)
_ALONE = re.compile(rf"\W*(?:{_SAID}|{_CONFIDENTIAL})\W*")
_BEGINS = re.compile(rf"\W*{_SAID}\s*[:.,;!–—-]\s*(?P<behind>\S.*)")
# `These numbers are not for publication: …`, `Hinweis – nicht zur Veröffentlichung: …`.
_TOLD = re.compile(
    rf"[^.!?:]{{3,80}}?\b{_SAID}\s*:\s+\S|[^.!?:]{{3,60}}?[,;–—-]\s*{_SAID}(?:\s*!|\s+[–—-])\s*\S"
)
_CLOSELY = re.compile(
    rf"\W*(?:strictly|streng|strictement|strikt|highly|private and|top) {_CONFIDENTIAL}"
    rf"\s*[:.;!–—-]\s*(?P<behind>\S.*)"
)
_CONFIDENTIAL_TITLE = re.compile(
    rf"\W*(?:{_CONFIDENTIAL_PART}|[^.!?:;]{{3,60}}\s(?:[–—-]\s|[(\[]){_CONFIDENTIAL}[)\]]?)\W*"
)
_IN_CONFIDENCE = re.compile(
    rf"\W*(?:{_CONFIDENTIAL}|{_CONFIDENTIAL_PART})(?:\s*[:!]|\s+[–—-])\s*(?P<behind>\S.*)"
)
# `**NOT FOR PUBLICATION** words`: set off by its look alone.
_SET_OFF = re.compile(r"\s*(?:[-*+>•]\s+|#{1,6}\s+)?(\*{1,3}|_{1,3})(?P<mark>[^*_]{5,120})\1\s*\S")
_LOUD = re.compile(r"[^\W\d_]{2,}(?:[ '’,-]+[^\W\d_]+)*")
_CLOSE = rf"(?:strictly|streng|strictement|strikt|highly|private and|top) {_CONFIDENTIAL}"
# Within a paragraph: as a sentence of its own, or behind what it is about.
_WITHIN = re.compile(rf"[.!?;]\s+(?:{_SAID}|{_CLOSE})(?:\s*[:–—-]\s*\S|\W*$)")
_BEHIND = re.compile(rf"\b{_MARK}\W*$")
_BRACKETED = re.compile(
    rf"[(\[]\s*(?P<about>[^()\[\]]{{0,40}}[,;:–-]\s*)?(?:{_SAID}|{_CONFIDENTIAL})"
    rf"(?P<more>\s*[,;:!.–-][^()\[\]]*)?[)\]]"
)
_LABELLED = re.compile(rf"[^.!?]{{3,80}}?\s*[:,;–—-]\s*{_MARK}\W*")
# Of what stands elsewhere than in its paragraph.
_POINTS_BELOW = re.compile(
    r"\b(?:below|following|follows?|next|hereafter|attached|enclosed|unten|unten\w+|folg(?:t|en\w*)"
    r"|nachstehend\w*|anbei|ci-dessous|ci-apres|ci-joint\w*|suivant\w*|suit|hieronder|onderstaande?"
    r"|volg(?:t|en\w*)|hierna|bijgaande?)\b"
)
_POINTS_ABOVE = re.compile(
    r"\b(?:above|preceding|previous|oben|obige\w*|vorstehend\w*|vorig\w*|vorangehend\w*|ci-dessus"
    r"|precedent\w*|hierboven|bovenstaande?|voorgaande?)\b"
)
# No mark is without one of these, and few lines have one.
_MAY_MARK = (
    "publi",
    "confid",
    "vertrau",
    "vertrou",
    "releas",
    "broadcast",
    "distrib",
    "quot",
    "attrib",
    "record",
    "background",
    "intern",
    "journalist",
    "pers",
    "press",
    "médi",
    "edi",
    "newsroom",
    "diffus",
    "divulg",
    "communiqu",
    "réda",
    "reda",
    "verspr",
    "openba",
    "veröff",
    "veroff",
    "verbr",
    "weiterg",
    "weiters",
    "weiterl",
    "abdruck",
    "zitier",
    "cit",
    "shar",
    "pass",
    "print",
    "forward",
    "disclos",
    "unter d",
    "unter 3",
    "en off",
    "dienstg",
    "nfd",
    "öffentl",
    "offentl",
    "uitzend",
    "doorg",
    "doorv",
    "delen",
    "bekendm",
    "impr",
    "partag",
    "transm",
    "reprod",
    "usage",
    "privat",
    "privileg",
)
# What only the whole of a text can be: a draft, a version, what nobody has approved yet.
_OF_THE_WHOLE = re.compile(
    r"\b(?:draft|version|approval|approved|entwurf\w*|vorlaufig\w*|fassung|arbeitsfassung|ontwerp\w*"
    r"|voorlopige?|versie|kladversie|concept\w*|brouillon|provisoire|projet|epreuve|whole|entire"
    r"|press release|pressemitteilung|communique de presse|persbericht|document|dokument)\b"
)
_ENDS = re.compile(r"[.!?;…][\W_]*")
_LONGEST_TITLE, _LONGEST_FIRST = 100, 50  # characters of one on its own, and right above its text
_REACH = re.compile(r"@|\d[\d ()/.-]{5,}\d")
_CLOSED = re.compile(r"\s*[\[(].*[\])]\s*", re.DOTALL)


def _may_mark(line: str) -> bool:
    return any(map(line.lower().__contains__, _MAY_MARK))


def marks_in(line: str) -> str:
    """How a line marks something.

    `all` where it says nothing else, `below` where it begins a section, `para` where it begins a
    paragraph that it is about, `part` where it stands within one, `card` where it is behind a
    number or a name, `above` where it is about what stands above it; nothing for any other line.
    """
    return _marks(line) if len(line) <= 4 * LONGEST else ""


def marks_in_text(line: str) -> str:
    """The same below a headline, where also `Confidential: …` marks, with which headlines begin."""
    return _marks_in_text(line) if len(line) <= 4 * LONGEST else ""


@lru_cache(2**13)  # each line of a text is asked some five times
def _marks(line: str) -> str:
    if not _may_mark(line):
        return ""
    said = cells(line)
    return next(filter(None, map(_mark_of, said)), "") or next(
        filter(None, map(_set_off, said)), ""
    )


@lru_cache(2**13)
def _marks_in_text(line: str) -> str:
    mark = _marks(line)
    if mark or not _may_mark(line):
        return mark
    words = low(unmarked(line))
    if _CONFIDENTIAL_TITLE.fullmatch(words) and not _REACH.search(words):
        return "below"
    found = _IN_CONFIDENCE.match(words)
    return _extent(found["behind"]) if found else ""


def is_of_the_whole(line: str) -> bool:
    """Whether a mark says of what it speaks in words that only a whole text can be."""
    return _OF_THE_WHOLE.search(low(unmarked(line))) is not None


def may_be_title(lines: Sequence[str], n: int) -> bool:
    """Whether a line with a mark may be the heading of a section, by its look.

    It is short and no sentence; by itself, or right above a text that begins anew. In doubt it is.

    Args:
        lines: of a text.
        n: number of the line, which marks something.
    """
    line, words = lines[n], unmarked(lines[n])
    is_apart = not n or not lines[n - 1].strip() or level(line) > 0
    if not is_apart or len(words) > _LONGEST_TITLE or _CLOSED.fullmatch(words):
        return False
    if level(line):
        return True
    if _ENDS.fullmatch(words[len(words.rstrip("*_ .!?;…")) :]) or _REACH.search(words):
        return False
    below = lines[n + 1].strip() if n + 1 < len(lines) else ""
    if not below:
        return True
    return len(words) <= _LONGEST_FIRST and not below[0].islower() and not _REACH.search(below)


def _mark_of(cell: str) -> str:
    words = low(unmarked(cell))
    if not words or len(words) > 4 * LONGEST:
        return ""
    if _ALONE.fullmatch(words):
        return "all"
    bracketed = _BRACKETED.search(words) if _REACH.search(words) else None
    if bracketed and not words.endswith(":"):
        return _of_brackets(words, bracketed)
    if _LABELLED.fullmatch(words):
        return "below"
    if found := _BEGINS.match(words) or _CLOSELY.match(words):
        return "part" if _CLOSED.fullmatch(words) else _extent(found["behind"])
    return _mark_within(words)


def _mark_within(words: str) -> str:
    if found := _BRACKETED.search(words):
        return _of_brackets(words, found)
    if _TOLD.match(words):
        return _extent(words)
    is_within = _WITHIN.search(words) or (_REACH.search(words) and _BEHIND.search(words))
    return "part" if is_within else ""


def _extent(words: str) -> str:
    """What a mark at the beginning of a line is about, by the words on that line."""
    if words.rstrip(" *_").endswith(":") or _POINTS_BELOW.search(words):
        return "below"
    return "above" if _POINTS_ABOVE.search(words) else "para"


def _set_off(line: str) -> str:
    """What a mark is about that nothing but bold letters or capitals sets off from its words."""
    bold = _SET_OFF.match(line)
    said = bold["mark"] if bold else ""
    if not bold and (loud := _LOUD.search(line[:LONGEST])):
        first = next((n for n, word in enumerate(loud[0].split()) if not word.isupper()), None)
        said = " ".join(loud[0].split()[:first]) if first else ""
    is_mark = len(said) > 5 and (_ALONE.fullmatch(low(said)) or _LABELLED.fullmatch(low(said)))
    return _extent(low(line)) if is_mark else ""


def _of_brackets(words: str, found: re.Match[str]) -> str:
    """What a mark in brackets is about: what is below its line, where that is a heading."""
    behind = words[found.end() :].lstrip(" *_")
    if behind.startswith(":"):
        return _extent(behind[1:]) if behind[1:].strip(" *_") else "below"
    above = words[: found.start()].rstrip(" *_")
    is_sentence = words[-1] in ".!?" or above[-1:] in (".", "!", "?")
    is_told = found["more"] and _CLOSED.fullmatch(words)
    if len(words) <= 100 and not (_REACH.search(words) or is_sentence or is_told):
        return "below"
    return "part" if found["about"] or found["more"] or _CLOSED.fullmatch(words) else "card"


def without_marks(lines: Sequence[str], marks: Sequence[str]) -> list[str]:
    """The lines without those that mark something, and what follows on them in their paragraph."""
    found = list(lines)
    for n, mark in enumerate(marks):
        if mark:
            end = n + 1 if mark == "all" else paragraph_end(found, n)
            found[n:end] = [""] * (end - n)
    return found


def says_how_to_reach(line: str) -> bool:
    """Whether a number or an address stands on a line."""
    return len(line) <= LONGEST and _REACH.search(line) is not None


def whom_to_call(part: Sequence[str]) -> list[str]:
    """The lines of such a part without the one that only marks it, as one reads contacts."""
    return [line for line in part if _mark_of(line) not in ("all", "below") or _REACH.search(line)]
