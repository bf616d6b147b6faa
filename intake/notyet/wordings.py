"""The phrases that hold a text back, in English, French, Dutch and German, flat and lower case.

Each is found as words near one another, so that what stands between them does not matter: “not for
publication, broadcast or any use whatsoever before” is the same as “not for publication before”.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from intake.flat import set_of


class Force(StrEnum):
    """How surely a phrase holds a text back."""

    CORE = "core"  # the word embargo or Sperrfrist
    PHRASE = "phrase"  # an order about publishing, with “before” or “until”
    WEAK = "weak"  # words that mean it only where nothing else stands beside them
    BAN = "ban"  # not for publication, and no word of when


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in some words.

    Args:
        force: how surely it holds a text back.
        start: where it begins.
        end: where it ends; its moment may follow.
        deontic: whether it orders or forbids, rather than tells what will happen.
        narrow: whether its verb is about making public, and not about using or sharing.
    """

    force: Force
    start: int
    end: int
    deontic: bool = True
    narrow: bool = True


_CORE = re.compile(
    r"\b(?:embarg\w*|sper+frist\w*|sper+vermerk\w*"
    r"|(?:press?e|press|pers|medien|media|news|nieuws|nachrichten|informations?|publicatie"
    r"|publikations?|veroffentlichungs)-?embargo\w*)"
)
_PUB = {
    "en": r"(?:publi(?:sh\w*|cation|cations|c|ci[sz]e\w*)|releas\w+|broadcast\w*|circulat\w+"
    r"|distribut\w+|us(?:e|ed|age)"
    r"|quot(?:e|ed|ation|ing)|disclos\w+|disseminat\w+|report(?:ed|ing)?|post(?:ed|ing)?"
    r"|print(?:ed|ing)?|air(?:ed)?"
    r"|shar(?:e|ed|ing)|transmi\w+|announc\w+|reproduc\w+|forward\w*|reveal\w*|divulg\w+|cited?"
    r"|issued?|run|go(?:es)? out|appear\w*)",
    "fr": r"(?:diffus\w+|publi\w+|divulg\w+|utilis\w+|communiqu(?:er|ee?s?)|repri\w+|reprodu\w+"
    "|cit(?:er|ee?s?)"
    r"|rend(?:re|ue?s?)|parution|paraitre|partag\w+|exploit\w+|relay\w+|transm\w+|revel\w+"
    r"|annonc\w+|mis\w*|ebruit\w+)",
    "nl": r"(?:ge?publi\w+|publi\w+|verspreid\w*|vrij(?:ge\w+|gave|geven)?|(?:ge)?bruik\w*"
    r"|gebruik\w*|openbaar\w*|uit(?:ge|te)?\w*zend\w*"
    r"|gedeeld|delen|citeren|geciteerd|bekend\w*|overgenomen|overnemen|door\w*st\w+|gemeld|melden"
    r"|verschijn\w*)",
    "de": r"(?:veroffentlich\w+|verbreit\w+|verwend\w+|verwert\w+|publi\w+|freigabe|freigegeben"
    r"|freizugeben|(?:ge)?nutz\w+"
    r"|weitergabe|weiter(?:ge|zu)\w+|bericht\w+|sendung|(?:ge|zu )?send\w+|ausgestrahlt|zitier\w+"
    r"|bekannt\w+|erschein\w+|veroffentlichbar)",
}
_NARROW = re.compile(
    r"publi|broadcast|quot|diffus|divulg|uitzend|openbaar|veroffentlich|ausgestrahlt|zitier|citer"
    r"|dissemin|circulat|bericht|verspreid|verbreit"
)
_BEFORE = {
    "en": r"(?:before|until|till|til|prior to|ahead of|earlier than|sooner than)",
    "fr": r"(?:avant|jusqu'?\w*)",
    "nl": r"(?:voor|tot|vooraleer|alvorens|voordat|eerder dan)",
    "de": r"(?:vor|bis|bevor|ehe|fruher als)",
}
_NOT = {
    "en": r"(?:not|no|never|cannot|don't|mustn't|shouldn't|can't|refrain|wait|delay|prohibited"
    "|forbidden|barred|withhold|without|hold)",
    "fr": r"(?:ne|n'|pas|non|interdi\w+|aucune?|defense|prohibe\w*|defendu\w*|ni|s'abstenir"
    r"|empeche\w*)",
    "nl": r"(?:niet|geen|verboden|nooit|noch)",
    "de": r"(?:nicht|kein\w*|untersagt|verboten|keinesfalls|niemals|unzulassig)",
}
_ONLY = {
    "en": r"(?:(?:only |solely |exclusively |not )?(?:after|from|as of|once)|not before"
    "|only (?:at|on|when))",
    "fr": r"(?:a partir|qu'a partir|qu'apres|a compter|des(?= (?:le|\d))|apres le|pas avant"
    "|uniquement (?:le|a))",
    "nl": r"(?:(?:pas |enkel |alleen |slechts )?(?:vanaf|na)|pas op|niet voor|niet eerder dan"
    "|met ingang van)",
    "de": r"(?:(?:erst |nur |fruhestens )?ab|erst (?:am|nach|um)|fruhestens (?:am|um)|nicht vor"
    "|nach dem)",
}
_DEONTIC = re.compile(
    r"\b(?:may|must|can|cannot|can't|should|mustn't|shouldn't|do not|don't|please|not to|not for"
    r"|no|never|"
    r"to be|only|refrain|prohibited|forbidden|permitted|allowed|authori[sz]ed|"
    r"ne pas|peut|peuvent|doit|doivent|interdi\w+|autorise\w*|a (?:ne|diffuser|publier)|merci"
    r"|veuillez|priere|pas de|non|"
    r"mag|mogen|kan|kunnen|moet|verboden|toegestaan|te|niet voor|geen|gelieve|"
    r"bitten|zu|darf|durfen|soll|sollen|nicht zu|nicht zur|zur|bitte|untersagt|gestattet|erlaubt"
    r"|verboten"
    r"|kein\w*|freigegeben|frei)\b"
)


def _phrases() -> Iterator[re.Pattern[str]]:
    for code in ("en", "fr", "nl", "de"):
        pub, before, never = (part[code] for part in (_PUB, _BEFORE, _NOT))
        yield re.compile(
            rf"\b{never}\b\W{{0,2}}(?:\s+[^\s;|]+){{0,7}}?\s+\W{{0,2}}{pub}\b"
            rf"\W{{0,2}}(?:\s+[^\s;|]+){{0,10}}?\s+\W{{0,2}}{before}(?![\w'])|"
            rf"\b{pub}\b\W{{0,2}}(?:\s+[^\s;|]+){{0,6}}?\s+\W{{0,2}}{never}\b"
            rf"\W{{0,2}}(?:\s+[^\s;|]+){{0,4}}?\s+\W{{0,2}}{before}(?![\w'])"
        )
        # “nicht vor dem 5. Mai 2027 veröffentlichen”: the verb at the end
        yield re.compile(
            rf"\b{never}\s+(?:\w+\s+){{0,3}}?{before}\b(?=[^;|]{{0,60}}\d"
            rf"|[^;|]{{0,30}}\b(?:de[nmr]|das|demain"
            rf"|morgen)\b)\W{{0,2}}(?:\s+[^\s;|]+){{1,12}}?\s+\W{{0,2}}{pub}\b"
        )
        yield re.compile(
            rf"\b{before}\b(?=[^;|]{{0,60}}\d)\W{{0,2}}(?:\s+[^\s;|]+){{1,12}}?\s+"
            rf"\W{{0,2}}{never}\b\W{{0,2}}(?:\s+[^\s;|]+){{0,5}}?\s+\W{{0,2}}{pub}\b"
        )


_JOINING = set_of(
    "or nor other any whole part form ou ni et of noch en oder und whatsoever way club"
)
_PHRASES = tuple(_phrases())
# No phrase of a language without its “not”; three patterns each, in the order of the languages.
_GATES = tuple(re.compile(rf"\b{_NOT[code]}") for code in ("en", "fr", "nl", "de"))
_LATER = (
    *(
        re.compile(
            rf"\b{_PUB[code]}\b\W{{0,2}}(?:\s+(?!or\b)[^\s;|]+){{0,4}}?\s+"
            rf"\W{{0,2}}{_ONLY[code]}(?![\w'])"
        )
        for code in _PUB
    ),
    re.compile(
        rf"\b(?:erst|fruhestens|nicht)\s+(?:ab|am|um|nach"
        rf"|vor)\b(?=[^;|]{{0,60}}\d)\W{{0,2}}(?:\s+[^\s;|]+){{1,10}}?\s+\W{{0,2}}{_PUB['de']}\b"
    ),
    re.compile(
        rf"\b(?:pas|niet eerder)\s+(?:vanaf|na|op"
        rf"|dan)\b(?=[^;|]{{0,60}}\d)\W{{0,2}}(?:\s+[^\s;|]+){{1,10}}?\s+\W{{0,2}}{_PUB['nl']}\b"
    ),
)
_WEAK = (
    re.compile(
        r"\bwait (?:until|till|with|for)\b|\b(?:to|may|can) (?:only )?be (?:\w+ )?(?:publi|releas"
        r"|broadcast|quot|us|distribut|circulat)\w*(?: only)? (?:on|at|from|after|once|as of)\b"
        r"|\bhold(?: (?:for|until|till|all|back|publication|release|this|the|from)\b)+"
        r"|\bto be held until\b"
        r"|\bfor (?:general |public |media |press )?(?:release|publication|broadcast"
        r"|use)(?! (?:by|in|of|with))(?: (?:at|on|after|from|not|only|until|before|as of))*"
        r"|\b(?:release|publication|broadcast) (?:time|moment|hour)\b|\btime of (?:release"
        r"|publication)\b|\brelease (?:at|on|after|not)\b"
        r"|\b(?:confidential|restricted|secret|private|internal|classified) (?:until|till"
        r"|before)\b"
        r"|\b(?:free|cleared|approved|available|authori[sz]ed) (?:for|to) (?:publication|release"
        r"|use|broadcast|publish|be \w+)\b"
        r"|\bnot before\b|\bwithhold until\b"
        r"|\b(?:strictement )?confidenti\w+ jusqu'?\w*|\bpas avant\b|\b(?:diffusable|publiable"
        r"|communicable|utilisable)s?\b"
        r"|\blibre (?:de (?:diffusion|publication|droits)|a la (?:diffusion|publication))\b"
        r"|\ba (?:diffuser|publier|paraitre) (?:a|des|apres|le|pas|uniquement|seulement)\b"
        r"|\b(?:heure|date et heure) de (?:diffusion|publication|parution)\b"
        r"|\bdiffusion (?:a partir|autorisee|libre|des)\b|\bne (?:diffuser|publier) qu'\w+"
        r"|\b(?:strikt )?(?:vertrouwelijk|geheim) tot\b|\bvrij (?:te geven|vanaf|na|op|om"
        r"|voor publicatie)\b|\bvrij(?:gegeven|gave|geven)\b"
        r"|\bniet (?:voor|eerder dan)\b(?=[^;|]{0,50}\d)|\bte publiceren\b|\bpubliceerbaar\b"
        r"|\b(?:streng )?vertraulich bis\b|\b(?:vorab,? )?gesperrt\b|\bsperre bis\b|\bfrei (?:ab"
        r"|zur|fur|gegeben|nach|am|um|zum)\b"
        r"|\b(?:freigegeben|freigabe|freizugeben)\b|\bnicht vor\b(?=[^;|]{0,50}\d)"
        r"|\bzur (?:veroffentlichung|verbreitung) (?:ab|am|frei|erst|nicht)\b"
    ),
)
_BANS = re.compile(
    r"\bnot (?:yet )?for (?:immediate release|publication|release|broadcast|distribution"
    r"|circulation|quotation"
    r"|public release|onward \w+)\b"
    r"|\bdo not (?:publish|release|circulate|distribute|broadcast|quote)(?: yet)?\b"
    r"|\b(?:a )?ne pas (?:encore )?(?:diffuser|publier|divulguer)\b"
    r"|\bpas (?:encore )?pour (?:publication|diffusion)\b|\bpas de (?:diffusion|publication)\b"
    r"|\bniet (?:(?:te|voor) )?(?:publiceren|publicatie|verspreiden|verspreiding|vrijgeven"
    r"|openbaarmaking)\b|\bnog niet (?:publiceren|verspreiden|vrijgeven)\b"
    r"|\bnicht (?:zur|fur die) (?:veroffentlichung|verbreitung|publikation|weitergabe)\b"
    r"|\b(?:noch )?nicht (?:veroffentlichen|verbreiten|freigegeben)\b"
)


def _possible(words: str) -> Iterator[re.Pattern[str]]:
    for n, gate in enumerate(_GATES):
        if gate.search(words):
            yield from _PHRASES[3 * n : 3 * n + 3]


def phrases_in(words: str) -> Iterator[Found]:
    """The phrases in some words that may hold a text back, the surest first.

    Args:
        words: flat and lower case.
    """
    for match in _CORE.finditer(words):
        yield Found(Force.CORE, match.start(), match.end())
    for pattern in (*_possible(words), *_LATER):
        for match in pattern.finditer(words):
            around = words[max(0, match.start() - 30) : match.end()]
            yield Found(
                Force.PHRASE,
                match.start(),
                match.end(),
                deontic=_DEONTIC.search(around) is not None,
                narrow=_NARROW.search(match[0]) is not None,
            )
    for pattern in _WEAK:
        for match in pattern.finditer(words):
            yield Found(Force.WEAK, match.start(), match.end())
    for match in _BANS.finditer(words):
        yield Found(Force.BAN, match.start(), match.end())


def bans(words: str) -> bool:
    """Whether words forbid publication, with or without a word of when."""
    return _BANS.search(words) is not None


def is_act(word: str) -> bool:
    """Whether a word is about making public, or about not doing so."""
    if word in _JOINING:
        return True
    return any(re.fullmatch(form, word) for form in (*_PUB.values(), *_NOT.values()))
