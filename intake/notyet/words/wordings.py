"""The phrases that hold a text back, in English, French, Dutch and German, flat and lower case.

Each is found as words near one another, so that what stands between them does not matter: “not for
publication, broadcast or any use whatsoever before” is the same as “not for publication before”.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from intake.characters.flat import set_of
from intake.notyet.words.labels import BANS, WEAK


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
    r"\b(?:embarg\w*|(?:sende|presse)?sper+frist\w*|sper+vermerk\w*"
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
    r"|annonc\w+|mis\w*|mettre en ligne|ebruit\w+)",
    "nl": r"(?:ge?publi\w+|publi\w+|verspreid\w*|vrij(?:ge\w+|gave|geven)?|(?:ge)?bruik\w*"
    r"|gebruik\w*|openbaar\w*|uit(?:ge|te)?\w*zend\w*"
    r"|gedeeld|delen|citeren|geciteerd|bekend\w*|overgenomen|overnemen|door\w*st\w+|gemeld|melden"
    r"|verschijn\w*|online)",
    "de": r"(?:veroffentlich\w+|verbreit\w+|verwend\w+|verwert\w+|publi\w+|freigabe|freigegeben"
    r"|freizugeben|(?:ge)?nutz\w+"
    r"|weitergabe|weiter(?:ge|zu)\w+|bericht\w+|sendung|(?:ge|zu )?send\w+|ausgestrahlt|zitier\w+"
    r"|bekannt\w+|erschein\w+|veroffentlichbar)",
}
_NARROW = re.compile(
    r"publi|broadcast|quot|diffus|divulg|uitzend|openbaar|veroffentlich|ausgestrahlt|zitier|citer"
    r"|report(?:ed|ing)? on|dissemin|circulat|bericht|verspreid|verbreit"
)
_BEFORE = {
    "en": r"(?:before|until|till|til|prior to|ahead of|earlier than|sooner than)",
    "fr": r"(?:avant|jusqu'?\w*)",
    "nl": r"(?:voor|tot|vooraleer|alvorens|voordat|eerder dan)",
    "de": r"(?:vor|bis|bevor|ehe|fruher als)",
}
_NOT = {
    "en": r"(?:not|no|nothing|never|cannot|don't|mustn't|shouldn't|can't|refrain|wait|delay"
    "|prohibited|forbidden|barred|withhold|without|hold)",
    "fr": r"(?:ne|n'|pas|non|rien|interdi\w+|aucune?|defense|prohibe\w*|defendu\w*|ni|s'abstenir"
    r"|empeche\w*)",
    "nl": r"(?:niets?|geen|verboden|nooit|noch)",
    "de": r"(?:nichts?|kein\w*|untersagt|verboten|keinesfalls|niemals|unzulassig)",
}
_ONLY = {
    "en": r"(?:(?:only |solely |exclusively |not )?(?:after|from|as of|once)|not before"
    "|only (?:at|on|when))",
    "fr": r"(?:a partir|qu'a partir|qu'apres|a compter|des(?= (?:le|\d))|apres le|pas avant"
    "|uniquement (?:le|a))",
    "nl": r"(?:(?:pas |enkel |alleen |slechts |uitsluitend )?(?:vanaf|na)|pas op|niet voor"
    "|niet eerder dan|met ingang van)",
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


_FORBIDDEN = (
    r"(?:prohibited|forbidden|not (?:allowed|permitted)|interdite?s?|verboten|untersagt"
    r"|(?:niet|nicht) (?:toegestaan|gestattet|erlaubt))"
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
            rf"|[^;|]{{0,30}}\b(?:de[nmr]?|das|het|la|l'\w+|ende|beginn|demain"
            rf"|morgen)\b)\W{{0,2}}(?:\s+[^\s;|]+){{1,12}}?\s+\W{{0,2}}{pub}\b"
        )
        yield re.compile(
            rf"\b{before}\b(?=[^;|]{{0,60}}\d)\W{{0,2}}(?:\s+[^\s;|]+){{1,12}}?\s+"
            rf"\W{{0,2}}{never}\b\W{{0,2}}(?:\s+[^\s;|]+){{0,5}}?\s+\W{{0,2}}{pub}\b"
            # “Veröffentlichung vor dem 5. Mai 2027 untersagt”
            rf"|\b{pub}\s+(?:\w+\s+){{0,3}}?{before}\b(?=[^;|]{{0,60}}\d)\W{{0,2}}"
            rf"(?:\s+[^\s;|]+){{1,12}}?\s+\W{{0,2}}{_FORBIDDEN}\b"
        )


_NEAR = 40  # characters behind a phrase in which its verb may stand
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
        rf"|vor)\b(?=[^;|]{{0,60}}\d| de[mr]\b| beginn| ende)\W{{0,2}}(?:\s+[^\s;"
        rf"|]+){{1,10}}?\s+\W{{0,2}}{_PUB['de']}\b"
    ),
    re.compile(
        rf"\b(?:pas|niet eerder)\s+(?:vanaf|na|op"
        rf"|dan)\b(?=[^;|]{{0,60}}\d)\W{{0,2}}(?:\s+[^\s;|]+){{1,10}}?\s+\W{{0,2}}{_PUB['nl']}\b"
        rf"|\bniet eerder (?:te )?{_PUB['nl']} dan\b"
    ),
    re.compile(
        rf"\b(?:mag|mogen|darf|durfen)\s+(?:\w+\s+){{0,2}}?(?:vanaf|na|ab|nach)\b(?=[^;"
        rf"|]{{0,60}}\d)"
        rf"\W{{0,2}}(?:\s+[^\s;|]+){{1,10}}?\s+\W{{0,2}}(?:{_PUB['nl']}|{_PUB['de']})\b"
    ),
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
                narrow=_NARROW.search(words, match.start(), match.end() + _NEAR) is not None,
            )
    for match in WEAK.finditer(words):
        yield Found(Force.WEAK, match.start(), match.end())
    for match in BANS.finditer(words):
        yield Found(Force.BAN, match.start(), match.end())


def bans(words: str) -> bool:
    """Whether words forbid publication, with or without a word of when."""
    return BANS.search(words) is not None


def is_act(word: str) -> bool:
    """Whether a word is about making public, or about not doing so."""
    if word in _JOINING:
        return True
    return any(re.fullmatch(form, word) for form in (*_PUB.values(), *_NOT.values()))
