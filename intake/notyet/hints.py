"""Where in a text something may say “not yet”: cheap, and never wrong in finding nothing.

An archive of twenty thousand texts goes through here, and hardly one of them says it. So words
that an order cannot do without are looked for as plain strings, and what stands round each decides
whether its line is read with care.
"""

import re
from collections.abc import Iterator

from intake.notyet.folded import fold

# Hidden signs, and letters that only look like ours; a text with them is evened out first.
_STRANGE = re.compile(
    "[\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\uff21-\uff5a]"
    "|[a-zA-Z][\u0391-\u03c9\u0400-\u045f]|[\u0391-\u03c9\u0400-\u045f][a-zA-Z]"
    "|[\u24b6-\u24e9\u2460-\u2473\U0001d400-\U0001d7ff\U0001f130-\U0001f189]"
)
_PUB = (
    r"\b(?:re|un|weiter)?(?:publi|releas|broadcast|circulat|distribut|us[ei]|quot|disclos|dissemin"
    r"|report|post|print|air|go\b|shar|transmi|announc|reproduc|forward|reveal|divulg|cit|issue"
    r"|run\b"
    r"|diffus|utilis|communiqu|repr|rend|parution|para[iî]tr|partag|exploit|relay|r[eé]v[eé]l"
    r"|annonc"
    r"|mis|[eé]bruit|verspr|vrij|(?:ge)?bruik|(?:ge)?publ|openbaar|uit|gedeeld|delen|over|bekend"
    r"|gemeld|melden|door|verschijn|ver?[oö]+e?ffentl|verbreit|verwe[nr]|frei|(?:ge)?nutz|weiter"
    r"|bericht|(?:ge)?send|zitier|erschein|ausgestr|bekannt)"
)
_BEFORE = (
    r"\b(?:before|until|till?|prior|ahead|earlier|sooner|avant|jusqu|vo+r|v[oó][oó]r|vooraleer|tot"
    r"|alvorens|eerder|vor|bis|bevor|ehe|fr[uü]her|vanaf|dan|na|nach|ab|after|from|partir"
    r"|apr[eè]s)"
)
# An order that forbids: some verb of publishing near, and a “before” behind it; or a mere ban.
_NEVER = re.compile(
    rf"(?s:.{{0,90}}?){_PUB}(?s:.{{0,130}}?){_BEFORE}|\w*\W+(?:\w+\W+){{0,2}}{_BEFORE}"
)
_NEAR = re.compile(
    rf"(?s:.{{0,60}}?)(?:{_BEFORE}|\b(?:d[eè]s|not|niet|nicht|only|pas|erst|nur|libre|autoris"
    r"|interdi|op|am|um|le)\b)"
)
_ANY = re.compile("")
# Each string with what must follow it, as it stands in lower case.
_CORES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("embarg", _ANY),
    ("sper", re.compile(r"sper+(?:f|v|e bis|\w{0,3}t\b)|spert")),
    ("m b a r", _ANY),
    ("m.b.a.r", _ANY),
    ("m-b-a-r", _ANY),
    ("p e r r", _ANY),
)
_ENGLISH = (
    ("not", re.compile(rf"not\b{_NEVER.pattern}|not\W+(?:\w+\W+){{0,3}}{_PUB}")),
    ("n't ", re.compile(rf"n't {_NEVER.pattern}")),
    ("no ", re.compile(rf"(?<!\w)no (?:\w+ ){{0,2}}{_PUB}")),
    ("prohibit", _NEAR),
    ("forbid", _NEAR),
    ("refrain", _NEVER),
    ("withh", _NEVER),
    ("wait ", re.compile(r"wait (?:until|till|with|for)")),
    ("only", re.compile(r"only (?:after|from|at|on|as of|once|when|be)")),
    ("hold", re.compile(r"hold (?:for|until|till|all|back|this|the|publication|release|from)\b")),
    ("for ", re.compile(r"for (?:\w+ )?(?:release|publication|broadcast|use)\b")),
    ("release ", re.compile(r"release (?:time|moment|hour|at|on|after|not|from)\b")),
    ("ion time", _ANY),
    ("time of ", re.compile("time of (?:release|publication)")),
    (
        "until",
        re.compile(
            r"until\b(?:[^\n]{0,60}(?:not|never|held)\b|(?:(?<=restricted until)"
            r"|(?<=classified until)"
            r"|(?<=private until)|(?<=secret until)|(?<=internal until)|(?<=held until)))"
        ),
    ),
    ("confident", re.compile(r"confidenti\w+ (?:until|till|before|jusqu)")),
    ("may ", re.compile(rf"may (?:\w+ )?{_PUB}.{{0,60}}?(?:from|after)\b")),
    ("can ", re.compile(rf"can (?:\w+ )?{_PUB}.{{0,60}}?(?:from|after)\b")),
    (
        " be ",
        re.compile(rf" be (?:\w+ ){{0,3}}?{_PUB}\w*.{{0,40}}?(?:after|from|as of|once|at|on)\b"),
    ),
    ("cleared", _ANY),
    ("never", re.compile(rf"never\b{_NEVER.pattern}")),
    ("without", re.compile(rf"without {_NEVER.pattern}")),
)
_FRENCH = (
    ("ne ", re.compile(rf"(?<!\w)ne (?:{_NEVER.pattern})")),
    ("pas ", re.compile(rf"pas (?:{_NEVER.pattern}|(?:\w+ ){{0,2}}{_PUB}|te |vanaf|op |na )")),
    ("interdi", _NEAR),
    ("aucune ", re.compile(rf"aucune {_NEVER.pattern}")),
    ("diffus", re.compile(rf"diffuser|diffusable|{_NEAR.pattern}")),
    ("publi", re.compile(rf"publier|publiable|publiceer|{_NEAR.pattern}")),
    ("parution", _NEAR),
    ("para\u00eetre", _NEAR),
    ("icable", _ANY),
    ("utilisable", _ANY),
    ("libre ", re.compile(r"libre (?:de|à)")),
    ("d\u00e9fense", _NEVER),
    ("abstenir", _NEVER),
)
_DUTCH = (
    ("niet", re.compile(rf"niet\b{_NEVER.pattern}|niet\W+(?:\w+\W+){{0,3}}{_PUB}")),
    ("geen ", re.compile(rf"geen (?:\w+ ){{0,2}}{_PUB}")),
    ("verboden", _NEAR),
    ("vrij", re.compile(r"vrij(?: (?:te|vanaf|na|op|om|voor)\b|g)")),
    ("uwelijk tot", _ANY),
    ("geheim tot", _ANY),
)
_GERMAN = (
    ("nicht", re.compile(rf"nicht\b{_NEVER.pattern}|nicht\W+(?:\w+\W+){{0,3}}{_PUB}")),
    ("kein", re.compile(rf"keine?\w? {_NEVER.pattern}")),
    ("frei", re.compile(r"frei(?:gabe|gegeben|zugeben| (?:ab|zur|f|nach|am|um|zum)\b)")),
    ("erst ", re.compile(r"erst (?:ab|am|nach|um)\b")),
    ("hestens", _ANY),
    ("ffentlich", _NEAR),
    ("verbreit", _NEAR),
    ("traulich bis", _ANY),
    ("untersagt", _NEAR),
)
_ANCHORS = (*_CORES, *_ENGLISH, *_FRENCH, *_DUTCH, *_GERMAN)


def hints_in(text: str) -> list[int]:
    """Where in a text the words stand round which it may say “not yet”, in order."""
    if _is_strange(text):
        folded = fold(text)
        return sorted(folded.at[n] for n in _anchored(folded.text))
    return sorted(set(_anchored(text.lower())))


def _is_strange(text: str) -> bool:
    if text.isascii():
        return False
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return _STRANGE.search(text) is not None
    return "\u00ad" in text


def _anchored(low: str) -> Iterator[int]:
    for word, around in _ANCHORS:
        at = low.find(word)
        while at >= 0:
            if around is _ANY or around.match(low, at):
                yield at
            at = low.find(word, at + len(word))
