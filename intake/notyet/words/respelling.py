"""Orders in words of their own, said again in words that are known: `Embaroged until`, `HOLD`.

Only a short line that begins so is said again, and only where nothing was found in it as written.
"""

import re
from functools import lru_cache

from intake.characters.flat import set_of
from intake.notyet.words.folded import Folded

_LONGEST = 200  # characters of a line that is said again
_WORDS = ("embargo", "embargoed", "sperrfrist")
# Words of their own that are not far from those.
_OTHERS = re.compile(
    r"embark|embarra|embass|embod|embro[^g]|embargos$|embrac|embryo|sperrf(?!ir|r)|emerg"
)
_UNTIL = r"(?:until|till?|before|from|for|on|at|jusqu\w*|avant|le|tot|vanaf|voor|om|bis|ab|vor|am)"
_EDGE = r"[\s\-(\[|:>.]*"
_BEFORE = (
    r"(?:(?:draft|internal|intern|interne|interner|concept|projet|brouillon|ontwerp|entwurf|nota"
    r"|note|attention|achtung|let op|important|wichtig|belangrijk|urgent|please note)"
    r"\s?[-:|,/!]\s?)*"
)
_MORE = r"(?:,? ?(?:or|and|et|ou|ni|of|en|oder|und|/|,) ?(?:for |voor |zur |zum |la )?"
_EN = r"(?:publication|release|broadcast|distribution|circulation|quotation|disclosure|any use)"
_FR = r"(?:diffusion|publication|divulgation|reproduction|parution|mise en ligne)"
_NL = r"(?:publicatie|verspreiding|openbaarmaking|uitzending|vrijgave)"
_DE = r"(?:veroffentlichung|verbreitung|publikation|weitergabe|verwendung)"
_EVENT = (
    r"(?:(?:press|news) (?:conference|briefing)|vote|speech|deliver\w+|meeting|council|statement"
    r"|announcement|summit|address|remarks|signing|session|ceremony|debate|hearing|launch)\b"
)
# What says “not yet” and nothing more.
_BARE = (
    (
        rf"(?:this is )?not (?:yet )?(?:(?:intended|meant|to be used|cleared) )?for {_EN}"
        rf"{_MORE}{_EN})*"
    ),
    (
        r"(?:do not|don't) (?:publish|release|circulate|distribute|broadcast|quote|share|post"
        r"|forward)(?: yet)?"
    ),
    rf"(?:no )?{_EN} (?:is )?(?:prohibited|forbidden|not (?:allowed|permitted))",
    r"(?:for )?(?:official |strictly )?internal use(?: only)?|internal(?: only)?",
    r"(?:strictly |highly |private (?:and|&) |top )*(?:confidential|secret)(?: draft| document)?",
    r"(?:strictly )?off the record|(?:under|news under) nda",
    rf"{_FR}{_MORE}{_FR})* (?:est |formellement |strictement )*(?:interdite|prohibee)s?",
    rf"(?:interdit|interdiction) (?:de|a) (?:la )?(?:{_FR}|diffuser|publier)",
    r"ne (?:pas|rien) (?:encore )?(?:diffuser|publier|divulguer|partager|transmettre)",
    rf"(?:non|pas) (?:encore )?(?:destine\w* )?(?:pour|a) (?:la )?{_FR}",
    r"(?:strictement |tres |hautement )?confidentiel(?:le)?",
    (
        r"(?:document |texte |reserve )?(?:a |pour )?(?:l')?usage interne"
        r"(?: (?:uniquement|seulement|exclusivement))?"
    ),
    rf"(?:nog )?niet (?:bestemd |geschikt )?voor {_NL}{_MORE}{_NL})*",
    r"(?:nog )?niet (?:te )?(?:publiceren|verspreiden|vrijgeven|delen|openbaar maken)",
    rf"{_NL}{_MORE}{_NL})* (?:is )?(?:ten strengste )?(?:verboden|niet toegestaan)",
    r"(?:strikt |streng |zeer )?(?:vertrouwelijk|geheim)",
    r"(?:alleen |enkel |uitsluitend |slechts )?voor intern gebruik",
    rf"(?:noch )?nicht (?:zur|fur die) {_DE}{_MORE}{_DE})*(?: (?:bestimmt|freigegeben))?",
    r"(?:noch )?nicht (?:veroffentlichen|verbreiten|weitergeben|teilen)",
    rf"fur die {_DE} (?:noch )?gesperrt|{_DE} (?:ist )?(?:noch )?(?:untersagt|verboten|gesperrt)",
    r"(?:streng |strikt )?(?:vertraulich|geheim)",
    r"(?:nur )?(?:zum|fur den) internen gebrauch|nur intern",
    r"publicatieverbod|veroffentlichungsverbot|(?:nachrichten|presse)sperre",
)
# What an “until” or a sign has to follow.
_REPORTED = re.compile(
    r", dit\b|\b(?:says?|said|selon|zegt|zei|volgens|meldt|sagt|sagte|meldet|laut|zufolge)\b"
)
_NOUNS = (
    r"(?:geembargeerd|publicatieverbod|spreekverbod|veroffentlichungsverbot|sperrzeit"
    r"|sper+-frist|(?:nachrichten|presse|medien|informations|publikations)-?sperre"
    r"|under emb\.?|emb\.|(?:news )?under nda|nda|off the record|sous presse"
    r"|interdiction de (?:publier|diffuser|publication|diffusion))"
)
# What leads to a moment or an event by itself, and what is said instead.
_LEADS = (
    (r"release (?:up)?on (?=delivery\W*$)", "embargo until "),
    (
        (
            r"for (?:general |public |media |press )?(?:release|publication|broadcast)"
            r"(?: only)? (?:after|upon|once|following|at the (?=end|start|close))(?= [^:;]+$)"
        ),
        "embargo until",
    ),
    (
        (
            rf"for (?:immediate |media |press )?use(?: only)? (?:after|upon|once|following)"
            rf"(?= (?:the )?(?:\w+ )?{_EVENT}[^:;]*$)"
        ),
        "embargo until",
    ),
    (
        (
            r"(?:please |kindly )?hold (?:back )?(?:this|the|our) (?:story|text|release|statement"
            r"|report|news|copy|article|speech)(?: back)? (?:until|till?|for)(?= )"
        ),
        "embargo until",
    ),
    (r"please hold (?:until|till?|for)(?= (?!the operator|the line|a moment))", "embargo until"),
    (r"frei ?: ?(?=rede|sitzung|ende|beginn)", "sperrfrist: "),
    (r"frei (?:mit|bei|zu|ab) (?=beginn|ende|redebeginn|redeende|abschluss)", "sperrfrist: "),
    (r"frei fur (?=(?:die )?(?:mon|diens|mitt|donn|frei|sams|sonn)\w*ausgabe)", "sperrfrist: "),
    (
        (
            r"vrij (?:na|bij|vanaf|met) (?=(?:de |het )?(?:toespraak|aanvang|begin|einde|stemming"
            r"|vergadering|persconferentie|ministerraad))"
        ),
        "embargo tot ",
    ),
    (
        (
            r"libre (?:apres|des|a partir d\w+) (?=(?:le |la |l')?(?:discours|debut|fin|vote"
            r"|reunion|conference|conseil))"
        ),
        "embargo jusqu'a ",
    ),
    (
        r"for your (?:information|eyes|guidance|planning)(?: only)?,? (?:until|till?|before)(?= )",
        "embargo until",
    ),
    (
        (
            r"(?:pour|voor|zu) (?:votre information|uw informatie|ihrer information)"
            r"(?: (?:uniquement|seulement|alleen|nur))? (?=jusqu|tot |bis )"
        ),
        "embargo ",
    ),
    (
        r"(?:the |this )?embargo (?:remains|stays|is still) in (?:force|place) (?=until|till)",
        "embargo ",
    ),
    (r"l'embargo (?:reste|demeure) en vigueur (?=jusqu)|l'embargo reste (?=jusqu)", "embargo "),
    (
        (
            r"(?:het )?embargo blijft (?:van kracht|gelden) (?=tot )|(?:die )?sperrfrist bleibt "
            r"(?:in kraft|bestehen) (?=bis )"
        ),
        "embargo ",
    ),
    (
        r"pour (?:diffusion|publication|parution) (?=(?:le \d|a partir|des ).*(?:\d{4}|\d ?[hu:]))",
        "embargo: ",
    ),
    (
        r"voor (?:publicatie|verspreiding) (?=(?:op \d|vanaf|om \d).*(?:\d{4}|\d ?[hu:]))",
        "embargo: ",
    ),
    (r"zur (?:veroffentlichung|verbreitung) (?=(?:am \d|um \d).*(?:\d{4}|\d ?[hu:]))", "embargo: "),
    (
        (
            r"(?:freigabe(?:datum|zeit|termin|zeitpunkt)|vrijgave(?:datum|tijd|moment)|sperrdatum)"
            r" ?: ?(?=.*\d)"
        ),
        "embargo: ",
    ),
    (r"(?:alleen|enkel|uitsluitend) voor gebruik (?=na |vanaf )", "embargo "),
    (r"(?:rien|nothing|niets|nichts) (?:avant|before|voor|vor)(?= .*\d\D+\d)", "embargo until"),
    (
        (
            r"(?:this|the) (?:story|release|text|page|article|statement|news) (?:goes|will go) live"
            r" (?=.*\d)"
        ),
        "embargo until ",
    ),
)
_BEHIND = re.compile(
    rf"{_EDGE}{_BEFORE}(?=(?:until|till?|jusqu'\w+|tot|bis)\b.*\d)[^;|]{{4,80}}?(?P<said>[ :,\-]+"
    r"(?:strictly |strictement |strikt |streng )?(?:confidential|confidentiel(?:le)?"
    r"|vertrouwelijk|vertraulich|geheim|secret|embargoed|off the record|not for publication))"
    r"[\s.!)\]|-]*"
)
_ALONE = re.compile(rf"{_EDGE}(?P<said>{_BEFORE}(?:{'|'.join(_BARE)}))[\s.!)\]|-]*")
_HELD = re.compile(
    rf"{_EDGE}{_BEFORE}(?:strict(?:ly)? |strikt |absolute )?(?P<said>{_NOUNS})"
    rf"(?= ?[:-]? ?(?:until|till?|jusqu\w*|tot|bis)\b.*\w| ?[:-]? ?{_UNTIL}\b.*\d| ?: ?.*\d)"
)
_LEADING = tuple(
    (re.compile(rf"{_EDGE}{_BEFORE}(?P<said>{words})"), instead) for words, instead in _LEADS
)
_HEAD = re.compile(
    rf"{_EDGE}(?:(?:press|news|strict(?:ly)?|media|under|sous|onder|unter|presse|pers) )?"
    r"(?P<said>[a-z]{5,12}(?:-[a-z]{4,6})?)"
    rf"(?= ?[.)\]]*$| ?[:!] ?| - ?| ?-+ | {_UNTIL}\b| \d)"
)
_FIRST = set_of(
    "draft internal intern interne interner concept projet brouillon ontwerp entwurf nota note"
    " attention achtung let important wichtig belangrijk urgent please kindly this the not do don't"
    " no publication release broadcast distribution circulation quotation disclosure for official"
    " strictly highly private top confidential secret off under news nda diffusion divulgation"
    " reproduction parution mise interdit interdiction ne non pas strictement tres hautement"
    " confidentiel confidentielle document texte reserve a pour l'usage usage nog niet publicatie"
    " verspreiding openbaarmaking uitzending vrijgave strikt streng zeer vertrouwelijk geheim"
    " alleen enkel uitsluitend slechts voor noch nicht fur veroffentlichung verbreitung"
    " publikation weitergabe verwendung vertraulich nur zum publicatieverbod"
    " veroffentlichungsverbot geembargeerd spreekverbod sperrzeit sperr-frist emb emb. sous hold"
    " frei vrij libre zu embargo l'embargo het die zur rien nothing niets nichts until till"
    " til jusqu'au jusqu'a tot bis press strict media onder unter presse pers freigabedatum"
    " freigabezeit freigabetermin freigabezeitpunkt vrijgavedatum vrijgavetijd vrijgavemoment"
    " sperrdatum nachrichtensperre pressesperre mediensperre informationssperre"
    " publikationssperre absolute"
)


def respelled(folded: Folded) -> Folded | None:
    """A line of its own that orders in words of its own, in words that are known.

    Args:
        folded: the line.
    """
    words = folded.text
    if not words or len(words) > _LONGEST or _REPORTED.search(words):
        return None
    if found := _ALONE.fullmatch(words):
        return None if words.rstrip().endswith(":") else _with(folded, found, "embargo")
    if (found := _HEAD.match(words)) and (meant := _meant(found["said"])):
        return _with(folded, found, meant)
    if found := _HELD.match(words):
        return _with(folded, found, "embargo")
    for pattern, instead in _LEADING:
        if found := pattern.match(words):
            return _with(folded, found, instead)
    found = _BEHIND.fullmatch(words)
    return _with(folded, found, " embargo") if found else None


@lru_cache(2**15)
def may_begin(word: str) -> bool:
    """Whether an order in words of its own may begin with a word, flat and lower case."""
    return word in _FIRST or bool(_meant(word))


@lru_cache(2**15)
def _meant(word: str) -> str:
    """The word of an order that another is a slip of the keys for; nothing if it is none."""
    if not 5 <= len(word) <= 12 or _OTHERS.match(word):
        return ""
    if word in _WORDS or word[0] not in "eiamsb" or not re.search(r"[bm].*g|sp.*[rf].*s", word):
        return ""
    near = [meant for meant in _WORDS if _distance(word, meant) <= (2 if len(word) > 5 else 1)]
    return min(near, key=lambda meant: _distance(word, meant)) if near else ""


def _distance(one: str, other: str) -> int:
    """How many letters are missing, too many, wrong, or have changed places with the next."""
    rows = [list(range(len(other) + 1))]
    for n, letter in enumerate(one, 1):
        row = [n]
        for k, wanted in enumerate(other, 1):
            least = min(rows[-1][k] + 1, row[-1] + 1, rows[-1][k - 1] + (letter != wanted))
            if n > 1 and k > 1 and letter == other[k - 2] and one[n - 2] == wanted:
                least = min(least, rows[-2][k - 2] + 1)
            row.append(least)
        rows.append(row)
    return rows[-1][-1]


def _with(folded: Folded, found: re.Match[str], instead: str) -> Folded:
    """The line with other words for those found, which still come from the same place."""
    start, end = found.span("said")
    first, last = folded.at[start], folded.at[end - 1]
    at = (*(first for _ in instead[1:]), last)
    text = folded.text[:start] + instead + folded.text[end:]
    return Folded(text, (*folded.at[:start], *at, *folded.at[end:]), folded.end)
