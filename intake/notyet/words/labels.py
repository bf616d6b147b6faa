"""Words that hold a text back only where hardly anything else stands beside them, and mere bans."""

import re
from collections.abc import Iterable


def _any(forms: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(forms))


_ENGLISH = (
    r"\bwait (?:until|till|with|for)\b",
    (
        r"\b(?:to|may|can) (?:only )?be (?:\w+ )?(?:publi|releas|broadcast|quot|us"
        r"|distribut|circulat"
        r"|issu|shar)\w*(?: only)? (?:on|at|from|after|once|as of)\b"
    ),
    r"\bto be (?:publish|releas|issu|broadcast)ed(?= ?:)",
    r"\bhold(?: (?:for|until|till|all|back|publication|release|this|the|from)\b)+",
    r"^\W*(?:on )?hold\W*$",
    r"\b(?:to be held|with(?:held|hold)(?: from publication)?|not|blocked|locked) until\b",
    (
        r"\bfor (?:general |public |media |press )?(?:release|publication|broadcast"
        r"|use)(?! (?:by|in|of|with))(?: (?:at|on|after|from|not|only|until|before|as of))*"
    ),
    r"\bfor immediate (?:release|publication|broadcast|use) (?:after|from)\b",
    (
        r"\b(?:release|publication|publishing|broadcast|issue) (?:time|moment|hour"
        r"|date(?: and time)?)\b"
    ),
    r"\b(?:time|date) of (?:release|publication|issue)\b",
    r"\brelease (?:at|on|after|from|not)\b|\bpublish (?:at|on|after|from)\b",
    r"\b(?:release|publication|publish)(?= ?:)|\bpublication (?:at|on|after|from)\b",
    r"\bgo(?:es)?[ -]live\b|\bhfr\b",
    r"\b(?:confidential|restricted|secret|private|internal|classified) (?:until|till|before)\b",
    (
        r"\b(?:free|cleared|approved|available|authori[sz]ed) (?:for|to) (?:publication|release"
        r"|use|broadcast|publish|be \w+)\b"
    ),
    r"\b(?:usable|publishable) (?:from|after|at|on)\b",
    r"\bnot before\b",
)
_FRENCH = (
    r"\b(?:strictement )?confidenti\w+ jusqu'?\w*|\bpas avant\b",
    r"\b(?:diffusable|publiable|communicable|utilisable)s?\b",
    r"\blibre (?:de (?:diffusion|publication|droits)|a la (?:diffusion|publication))\b",
    r"\ba (?:diffuser|publier|paraitre) (?:a|des|apres|le|pas|uniquement|seulement)\b",
    r"\b(?:heure|date|date et heure) de (?:diffusion|publication|parution|mise en ligne)\b",
    r"\b(?:diffusion|publication|parution|mise en ligne)(?= ?:)",
    (
        r"\b(?:diffusion|publication|parution|mise en ligne) (?:a partir|autorisee|libre|des|le"
        r"|possible|differee)\b"
    ),
    r"\bne (?:diffuser|publier) qu'\w+|\b(?:seulement|uniquement) a partir\b",
)
_DUTCH = (
    r"\b(?:strikt )?(?:vertrouwelijk|geheim) (?:te behandelen )?tot\b",
    r"\bvrij (?:te (?:geven|gebruiken|publiceren|verspreiden)|vanaf|na|op|om|voor publicatie)\b",
    r"\bvrij(?:gegeven|gave(?:datum|moment)?|geven)\b",
    r"\bniet (?:voor|eerder dan)\b(?=[^;|]{0,50}\d)",
    r"\bte publiceren\b|\bpubliceerbaar\b|\bte (?:verspreiden|gebruiken|delen) (?:vanaf|na|op)\b",
    r"\bpublicatie(?:datum|moment|tijdstip)\b|\bpublicatie(?= ?:)|\bpublicatie (?:op|vanaf|na)\b",
    r"\b(?:verspreiding|uitzending|openbaar) (?:vanaf|na|op)\b",
)
_GERMAN = (
    r"\b(?:streng )?(?:vertraulich|geheim) bis\b|\bvertraulich(?: behandeln)?\b",
    r"\b(?:vorab,? )?gesperrt\b|\bsperre bis\b",
    (
        r"\b(?:presse|honorar)?frei (?:erst )?(?:ab|zu[rm]|fur|gegeben|nach|am|um)\b"
        r"|\bfrei(?= ?:)|\bsendefrei\b"
    ),
    r"\b(?:freigegeben|freigabe|freizugeben)\b",
    r"\bnicht vor\b(?=[^;|]{0,50}\d)",
    r"\bzur (?:veroffentlichung|verbreitung) (?:ab|am|frei|erst|nicht)\b",
    r"\bveroffentlichung(?:s?(?:termin|datum|zeitpunkt))?(?= ?:)",
    r"\bveroffentlichungs?(?:termin|datum|zeitpunkt)\b",
    r"\bveroffentlichung (?:honorarfrei )?(?:ab|am|frei|fruhestens)\b",
    r"\b(?:nutzung|verwendung|online) ab\b",
)
WEAK = _any((*_ENGLISH, *_FRENCH, *_DUTCH, *_GERMAN))
BANS = _any(
    (
        (
            r"\bnot (?:yet )?for (?:immediate release|publication|release|broadcast|distribution"
            r"|circulation|quotation|public release|onward \w+)\b"
        ),
        r"\bdo not (?:publish|release|circulate|distribute|broadcast|quote)(?: yet)?\b",
        r"\b(?:a )?ne pas (?:encore )?(?:diffuser|publier|divulguer)(?: sans accord)?\b",
        r"\bpas (?:encore )?pour (?:publication|diffusion)\b|\bpas de (?:diffusion|publication)\b",
        r"\bnon destine\w* a (?:la )?(?:publication|diffusion)\b",
        (
            r"\b(?:nog )?niet (?:(?:te|voor) )?(?:publiceren|publicatie|verspreiden|verspreiding"
            r"|vrijgeven|openbaarmaking)\b"
        ),
        r"\bnicht (?:zur|fur die) (?:veroffentlichung|verbreitung|publikation|weitergabe)\b",
        r"\b(?:noch )?nicht (?:veroffentlichen|verbreiten|freigegeben)\b",
    )
)
