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
# What stands alone, in brackets, or before a colon: a label, whatever its words mean elsewhere.
_FIRST = (
    r"(?:^|[.!?;:,()\[\]|] ?| - |^- |please |kindly |bitte |graag |gelieve |merci de |priere de )"
)
_LAST = r"(?= ?(?:$|[.!?:;)\]|]| - |, |\+?\d{2}|a\.?u\.?b|svp|s\.v\.p|please\b|bitte\b|merci\b))"
_TITLED = r"(?= ?(?:[:)\]|]| - |$))"
# Of this text, or of what a name or a number stands for.
_OF_THIS = (
    r"(?= (?:th(?:is|ese|ose|em)|it|me|us|any of|his|her|their|the (?:\w+ )?(?:names?"
    r"|numbers?|following"
    r"|details|above|identit\w+)|ce\w*|son|sa|ses|leurs?|(?:le |les |l')(?:\w+ )?(?:noms?|numeros?"
    r"|identit\w+)|deze|dit|zijn|haar|hun|(?:de |het )(?:naam|namen|nummers?|identiteit)|dies\w*"
    r"|(?:den |die |seinen |ihren )(?:namen?|nummern?|identitat))\b)"
)
# To show, to quote, to pass on: the whole verb, then what has been done to it.
_SHOW = r"(?:publish|broadcast|print|circulate|release|distribute|disseminate|disclose|divulge|air)"
_TELL = (
    r"(?:quote|cite|attribute|share|forward|pass (?:it |this |them )?on|reveal|leak|mention|name"
    r"|repeat|report|reproduce|post|tweet|use|identify|copy|hand out|give out|make public"
    r"|put online)"
)
_TOLD = (
    r"(?:published|printed|quoted|cited|attributed|broadcast|aired|shared|forwarded|passed on"
    r"|disclosed|divulged|revealed|circulated|disseminated|distributed|reproduced|made public"
    r"|given out|released|identified by name|named|mentioned|reported|put online|used publicly)"
)
_MONTRER = (
    r"(?:publier|diffuser|divulguer|imprimer|rendre public|citer|communiquer|transmettre|partager"
    r"|reproduire|relayer|ebruiter|mentionner|nommer|devoiler|reveler|utiliser|faire suivre"
    r"|mettre en ligne|attribuer|repandre)"
)
_MONTREZ = (
    r"(?:publiez|diffusez|divulguez|imprimez|citez|communiquez|transmettez|partagez|reproduisez"
    r"|relayez|mentionnez|nommez)"
)
_MONTRE = r"(?:publie|diffuse|divulgue|imprime|cite|communique|transmis|partage|reproduit|nomme)"
_TONEN = (
    r"(?:publiceren|verspreiden|citeren|uitzenden|afdrukken|openbaar maken|bekendmaken"
    r"|naar buiten brengen|doorvertellen)"
)
_TONEN_LABEL = (
    r"(?:doorgeven|delen|noemen|vermelden|overnemen|doorsturen|gebruiken|online (?:zetten|plaatsen)"
    r"|toeschrijven|vrijgeven|meedelen)"
)
_GETOOND = (
    r"(?:gepubliceerd|verspreid|geciteerd|uitgezonden|afgedrukt|openbaar gemaakt|bekendgemaakt"
    r"|doorgegeven|gedeeld|genoemd|vermeld|overgenomen|vrijgegeven)"
)
_ZEIGEN = (
    r"(?:veroe?ffentlichen|publizieren|verbreiten|abdrucken|zitieren|weitersagen|ausstrahlen"
    r"|weiterverbreiten|offentlich machen|weitererzahlen)"
)
_ZEIGEN_LABEL = (
    r"(?:weitergeben|weiterleiten|drucken|nennen|verwenden|senden|teilen|herausgeben|erwahnen"
    r"|online stellen|zuschreiben|bekanntgeben|preisgeben|mitteilen)"
)
_GEZEIGT = (
    r"(?:veroe?ffentlicht|publiziert|verbreitet|abgedruckt|gedruckt|zitiert|genannt|weitergegeben"
    r"|ausgestrahlt|gesendet|weitergeleitet|bekannt ?gegeben|offentlich gemacht)"
)
_INTERN = r"(?:intern|internal|interne[rns]?|internes)"
_ENGLISH = (
    rf"not {_GAP}(?:for|to be) {_GAP}{_SHOWN}",
    rf"not (?:\w+ )?for (?:onward |public |wider |any |further |general )*{_PASSED_ON}{_ENDS}",
    rf"(?:not|never) to be {_TOLD}{_LAST}",
    rf"{_BEGINS}(?:do(?: not|n't)|never) (?:yet )?{_SHOW}{_ENDS}",
    rf"{_FIRST}(?:do(?: not|n't)|never) (?:yet )?{_TELL}(?:{_LAST}|{_OF_THIS})",
    rf"{_FIRST}(?:do(?: not|n't)|never) (?:yet )?{_SHOW}{_OF_THIS}",
    rf"\bth(?:is|ese) (?:\w+ ){{0,3}}(?:must|may|should|shall|can) (?:not|never) be {_TOLD}",
    (
        rf"\b(?:names?|identit\w+|numbers?|address\w*|whereabouts)\b[^.!?;:]{{0,60}} (?:must"
        rf"|may|should"
        rf"|shall|can) (?:not|never) be {_TOLD}"
    ),
    rf"(?:must|may|should|shall) (?:not|never) be {_TOLD} ?(?:$|[:)\]]|\.$)",
    (
        rf"(?:please|ask\w* you|request\w* you|kindly) (?:to )?(?:refrain from|avoid) {_GAP}"
        r"(?:publish|print|quot|broadcast|shar|nam|mention|circulat)\w*ing"
    ),
    (
        rf"(?:please|kindly) keep (?:this|these|it|them) {_GAP}(?:confidential|private|to yourself"
        r"|off the record|between us|out of)"
    ),
    (rf"for (?:the )?(?:use of )?{_PEOPLE}(?:'s?)?(?: eyes| use)? only"),
    (
        rf"{_FIRST}(?:for )?(?:your |the )?(?:eyes|information|reference|background|planning"
        rf"|guidance|use) only(?: \([a-z]+\))?{_TITLED}"
    ),
    (
        rf"{_FIRST}not (?:intended |meant )?for (?:airing|naming|quoting|sharing|printing"
        rf"|posting|readers"
        rf"|viewers|listeners){_TITLED}"
    ),
    rf"{_FIRST}(?:do(?: not|n't)|never) (?:name|identify) (?:the|him|her|them)\b",
    (
        rf"(?:please|kindly) (?:do(?: not|n't)|never) (?:{_SHOW}"
        rf"|{_TELL}) [^.!?;:]{{0,60}}\b(?:by name"
        r"|in your|in public|publicly|to anyone|outside|in any)\b"
    ),
    (
        rf"\b(?:ask|asks|request|urge|beg) (?:you|{_PEOPLE}|all media|the press|the media)"
        rf" [^.!?;:]{{0,30}}(?:not to (?:{_SHOW}|{_TELL})|to withhold)\b"
    ),
    rf"(?:^|[,;:()\[\]|] ?| - )(?:{_PEOPLE}|desks?)(?: use)? only{_LAST}",
    r"\b(?:non|un|not) ?(?:attributable|quotable|publishable)\b",
    rf"{_FIRST}(?:strictly |all )?off the record{_LAST}",
    r"\b(?:is|are|be|remains?|all|strictly|speaking to you) off the record(?= ?(?:$|[.:;)\]]))",
    (
        rf"{_FIRST}(?:not for|outside) (?:the )?(?:general )?(?:public|record"
        rf"|attribution)(?: eyes| use"
        rf"| domain)?{_LAST}"
    ),
)
_FRENCH = (
    rf"{_BEGINS}ne pas (?:encore )?(?:publier|diffuser|divulguer|imprimer|rendre public){_ENDS}",
    (
        rf"{_FIRST}(?:\w+ )?(?:a )?ne (?:pas|jamais) {_MONTRER}"
        rf"(?:{_LAST}|{_OF_THIS}| (?:au|a la|aux|publiquement)\b)"
    ),
    (
        rf"(?:prions|prie|demand\w+|remerci\w+|merci|priere|veuillez|svp|souhait\w+)"
        rf" (?:[\w']+ ){{0,5}}ne pas (?:le |la |les |l')?{_MONTRER}\b(?! (?:de|d'|des)\b)"
    ),
    rf"{_FIRST}ne (?:le |la |les |l')?{_MONTREZ} (?:pas|jamais)(?:{_LAST}|{_OF_THIS})",
    rf"ne (?:peut|peuvent|doit|doivent|devr\w+) {_GAP}etre {_MONTRE}\w*+(?! avant)",
    r"(?:pas|non) destine\w* (?:a|pour|au) (?:la |l'|etre )*(?:publi|diffus|grand public)\w*",
    rf"(?:uniquement|exclusivement|reserve\w*) (?:destine\w* )?(?:a|aux|pour) {_GENS}",
    rf"interdit\w* (?:a|de) (?:la )?(?:publi|diffus|reprodu)\w+(?:{_LAST}|{_OF_THIS})",
    (
        r"(?:merci|priere|veuillez) (?:de )?(?:garder|conserver"
        r"|tenir) [^.!?;:]{0,40}\b(?:pour vous|secret"
        r"|confidentiel)"
    ),
    (
        rf"\b(?:pour|usage|attention|information) [^.!?;:]{{0,20}}{_GENS} (?:seulement|uniquement"
        rf"|exclusivement){_LAST}"
    ),
    rf"{_FIRST}(?:publication|diffusion|citation) interdite(?= ?(?:$|[.!,)\]]))",
    r"\bnon (?:attribuables?|citables?|publiables?)\b|\bhors (?:publication|antenne)\b",
    rf"{_FIRST}(?:en )?off{_TITLED}",
    rf"\b(?:a |pour )?usage (?:strictement )?interne(?: uniquement| seulement)?{_LAST}",
)
_DUTCH = (
    rf"niet {_GAP}(?:voor|ter) {_GAP}(?:publi[ck]atie|verspreiding|openbaarmaking)",
    rf"{_BEGINS}(?:nog )?niet (?:te )?{_TONEN}{_ENDS}",
    rf"{_FIRST}(?:\w+ ){{0,2}}(?:nog )?niet (?:te |verder )?(?:{_TONEN}|{_TONEN_LABEL}){_LAST}",
    rf"(?:verzoeken|vragen|gelieve|graag|verzoek) [^.!?;:]{{0,60}}niet (?:te )?{_TONEN}",
    rf"(?:mag|mogen) [^.!?;:]{{0,40}}[^ .!?;:] niet {_GAP}{_GETOOND}(?!(?: worden)? als\b)",
    rf"(?:mag|mogen) niet (?:worden )?{_GETOOND}(?!(?: worden)? als\b)",
    r"\b(?:niet|on) ?citeerbaar\b",
    rf"(?:alleen|enkel|uitsluitend|slechts) (?:bestemd )?voor (?:de )?{_MENSEN}\b",
    (
        rf"{_FIRST}(?:alleen|enkel|uitsluitend|louter) (?:ter|als|voor) (?:info\w*|achtergrond\w*"
        rf"|intern gebruik|kennisgeving){_LAST}"
    ),
    rf"\bintern gebruik{_LAST}",
    r"niet (?:bestemd|bedoeld) voor het (?:grote )?publiek",
    r"niet voor het (?:grote )?publiek bestemd",
)
_GERMAN = (
    rf"nicht {_GAP}(?:zur|zum|fur|fur die) {_GAP}{_WEITER}",
    rf"{_BEGINS}(?:noch )?nicht {_ZEIGEN}{_ENDS}",
    rf"{_FIRST}(?:\w+ )?(?:noch )?nicht (?:{_ZEIGEN}|{_ZEIGEN_LABEL}){_LAST}",
    rf"{_FIRST}(?:\w+ )?nicht (?:an \w+|nach aussen|weiter) (?:{_ZEIGEN}|{_ZEIGEN_LABEL}){_LAST}",
    (
        r"bitte (?:veroe?ffentlichen|publizieren|verbreiten|zitieren|nennen|drucken|erwahnen"
        r"|verwenden"
        r"|geben|leiten|teilen) sie [^.!?;:]{0,80}\bnicht\b"
    ),
    rf"(?:bitten|gebeten|bitte)\b[^.!?;:]{{0,80}}nicht zu (?:{_ZEIGEN}|{_ZEIGEN_LABEL})",
    rf"(?:bitten|gebeten|bitte)\b[^.!?;:]{{0,40}}von (?:der|einer) {_GAP}(?:nennung|{_WEITER})",
    (
        rf"(?:darf|durfen|soll(?:en|te|ten)?) [^.!?;:]{{0,40}}nicht (?!vor |ehe |bevor |ohne )"
        rf"{_GAP}{_GEZEIGT} werden"
    ),
    r"nicht (?:zitier|veroffentlichungs)(?:fahig|bar)",
    r"nicht fur die offentlichkeit\b|\bfur die offentlichkeit nicht\b",
    rf"{_FIRST}nicht offentlich{_TITLED}",
    rf"nicht (?:zur|zum) (?:verwendung|wiedergabe|zitier\w+|zitat|nennung){_LAST}",
    rf"(?:nur|ausschliesslich|allein) (?:zur information )?(?:fur|der) (?:d\w\w )?{_LEUTE}\b",
    r"(?:nur |ausschliesslich )?(?:zur|zum) internen (?:verwendung|gebrauch)\b",
    r"\bfur den (?:internen )?(?:dienst)?gebrauch\b|\bvs nfd\b",
    (
        rf"{_FIRST}(?:nur |lediglich )(?:zur|als|zum) (?:hintergrund\w*|kenntnis\w*"
        rf"|internen \w+){_TITLED}"
    ),
    rf"{_FIRST}unter (?:zwei|drei|2|3){_TITLED}",
)
_START = r"(?:^|[.!?(\[|] ?|- )"
# In any language: letters set apart, and what only a label says.
_LABELS = (
    r"\b(?:notforpublication|nepaspublier|nietvoorpublicatie|nichtzurveroffentlichung)",
    rf"(?:^|[.!?(\[|-] ?)(?:strict\w*|streng|strikt|private and) {_CLOSE} ?[:,-] ",
    rf"\b(?:privileged|private|personal) (?:and|&) {_CLOSE}",
    (
        rf"(?:{_START}|\w \(){_INTERN}(?: (?:use|note|notiz|memo|briefing|information|version"
        rf"|hinweis|only|nota|document|vermerk|linie|regelung|gebruik))*(?: only)?{_TITLED}(?! ?$)"
    ),
    rf"{_START}(?:note|notiz|nota|memo|document) {_INTERN}{_TITLED}",
    rf"{_START}(?:restricted|classified)(?:[:)\]]| - )",
    r"\btlp ?: ?(?:amber|red)|\bchatham house rules?\b[^.!?;]{0,40}:",
    rf"{_START}(?:only )?if asked(?: only)? ?:|\breactive only\b|\bnot for proactive use\b",
    (
        rf"{_START}{_CLOSE}\w* (?:note|annex|briefing|hinweis|anlage|bijlage|noot|nota)"
        r"\b[^.!?]{0,40}:"
    ),
)
_CONFIDENTIAL = re.compile(rf"\b{_CLOSE}\b")


def _any_of(marks: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in marks))


# The marks of a language are looked for where one of the words stands that all of them have.
_MARKS = (
    (
        re.compile(
            r"\bnot\b|n't |only|never |record|attrib|quotab|refrain|avoid|keep |withhold|\bun"
        ),
        _any_of(_ENGLISH),
    ),
    (
        re.compile(
            r"\bpas |jamais|interdi|reserv|uniquement|exclusiv|seulement|\bnon |hors |\boff|usage"
            r"|destine|secret|confidentiel|pour vous|etre "
        ),
        _any_of(_FRENCH),
    ),
    (
        re.compile(r"niet |alleen|enkel|uitsluit|slechts|louter|citeerbaar|intern gebruik"),
        _any_of(_DUTCH),
    ),
    (
        re.compile(
            r"nicht|\bnur |ausschliess|\ballein|internen|gebrauch|vs nfd|\bunter |bitt|gebeten"
            r"|lediglich"
        ),
        _any_of(_GERMAN),
    ),
    (re.compile(""), _any_of(_LABELS)),
)
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
    r"|seulement|garder"
)
# The same in words that are not folded, where nothing of them is set apart or borrowed.
_MAY_AS_WRITTEN = re.compile(_MAY.pattern.replace(" |", r"\s|"))
_ODD = re.compile(
    r"[*<&_\\~`\u00ad\u0370-\u04ff\u200b-\u200f\u2060\ufeff\uff00-\uffef]|\w[ .-]\w[ .-]\w"
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
_NOTHING_ELSE = re.compile(r"[^:;\d@()]{0,100}(?:[.!?]|$)")
_BEFORE = 120  # characters in front of a mark that may say so
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
    found = next(_marks_in(said), None) if _MAY.search(said) else None
    if not found:
        return ""
    return said[found.start() :].lstrip(" .!?;:,()[]|-")[:_SAID].strip()


def _marks_in(said: str) -> Iterator[re.Match[str]]:
    """The marks in folded words that are no news of one, those of one language after another's."""
    for may, marks in _MARKS:
        if may.search(said):
            yield from (one for one in marks.finditer(said) if not _is_news(said, one))


def _is_news(said: str, found: re.Match[str]) -> bool:
    """Whether what reads as a mark tells of whom one admits, or of what once was marked."""
    before = said[max(0, found.start() - _BEFORE) : found.start()]
    is_told = _ADMITS.search(before) or _WAS_MARKED.search(before)
    return bool(is_told and _NOTHING_ELSE.match(said, found.end()))
