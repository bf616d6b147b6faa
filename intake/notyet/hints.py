"""Whether a text may say “not yet” at all: cheap, and never wrong in saying no."""

import re

# Hidden signs and letters that only look like ours; a text with them is evened out first.
_STRANGE = re.compile(
    "[\u00ad\u0300-\u036f\u0391-\u03a9\u0400-\u045f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\uff21-\uff5a\U0001d400-\U0001d7ff\u24b6-\u24e9\U0001f130-\U0001f189]"
)
_CORES = ("embarg", "sper", "m b a r", "m.b.a.r", "m-b-a-r", "p e r r", "\u0435\u043c\u0431")
_OTHERS = (
    *(
        "hold for",
        "hold until",
        "hold till",
        "for release",
        "for publication",
        "not for",
        "not before",
    ),
    *(
        "release time",
        "time of release",
        "do not",
        "not to be",
        "not be",
        "don't",
        "cannot",
        "no publi",
    ),
    *(
        "no release",
        "no broadcast",
        "no use",
        "no circ",
        "no distr",
        "no quot",
        "no report",
        "no early",
    ),
    *("il until", "al until", "al till", "ed until", "ed till", "te until", "on until", "on only"),
    *(
        "only after",
        "after delivery",
        "only from",
        "not permitted",
        "not allowed",
        "prohibited",
        "forbidden",
    ),
    *("avant", "jusqu", "interdit", "diffus", "publiable", "à partir", "a partir", "confiden"),
    *("niet ", "geen ", "vrij ", "vrijg", "publicatie", "nicht", "frei", "erst ", "öffentlich"),
    *("offentlich", "vertraulich", "vertrouwelijk", "keine ", "from being", "refrain"),
)
# What a line says beside one of these, so that a page of news costs little.
_LINE = re.compile(
    r"embarg|sper|vrij te|vrijg|freig|frei (?:ab|zur|am|um|nach|f)|diffusable|publiable"
    r"|m[ .-]b[ .-]a[ .-]r|p e r r|hold (?:for|until|till)|time of release|release time"
    r"|for (?:release|publication|use|broadcast)\b"
    r"|(?:publi|releas|broadcast|circulat|distribut|us[ei]|quot|disclos|dissemin|report|post|print"
    r"|air|shar|transmi|confiden|restrict|privat|secret|delivery"
    r"|diffus|divulg|utilis|communiqu|repris|reprodui|cit|parution|rend|partag|exploit|relay"
    r"|interdi"
    r"|verspr|vrij|gebruik|openbaar|uitz|gedeeld|delen|vertrouw|niet|geen"
    r"|ffentlich|verbreit|verwend|frei|nutz|weiter|bericht|send|zitier|vertrau|nicht|ausgestr"
    r"|bekannt|ersch)"
    r".{0,160}?(?:before|until|till|prior|ahead|earlier|sooner|after|from|only|not|avant|jusqu"
    r"|partir"
    r"|apres|après|vo+r|vóór|tot|vanaf|eerder|voor|vor|bis|ab|nach|erst)"
    r"|not before|pas avant|niet vo|nicht vo|erst ab|fr[uü]hestens|confid|vertrau|vertrouw"
    r"|(?:before|until|till|avant|jusqu|vo+r|vóór|tot|vor|bis|ab|erst|dès|des)\b.{0,120}?(?:publi"
    r"|releas|broadcast"
    r"|diffus|divulg|utilis|verspr|vrij|gebruik|openbaar|ffentlich|verbreit|verwend|frei|sperr)",
    re.IGNORECASE,
)
_BAN = re.compile(
    r"not for|niet voor|pas (?:diffuser|publier)|nicht zur|nicht f|ne pas|do not|niet p|nicht v",
    re.IGNORECASE,
)


def may_hold(text: str) -> bool:
    """Whether any line of a text has to be looked at."""
    if not text.isascii() and _STRANGE.search(text):
        return True
    low = text.lower()
    return any(core in low for core in _CORES) or any(word in low for word in _OTHERS)


def is_candidate(line: str) -> bool:
    """Whether one line has to be looked at."""
    if not line.isascii() and _STRANGE.search(line):
        return True
    return _LINE.search(line) is not None or _BAN.search(line) is not None
