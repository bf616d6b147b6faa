"""What comes through an engine untouched, and how it is recognised."""

import re
from collections import Counter
from functools import lru_cache

# Whoever wrote the Markdown may have put a backslash before any of their signs.
_NOT_IN_URL = r"\s<>\[\]{}\"“”«»|`\\"
_URL = (
    r"(?:(?:https?|ftps?)://|\b(?:mailto|tel|sip):|\bwww\\?\.)"
    rf"(?:[^{_NOT_IN_URL}]|\\[!-/:-@\[-`{{-~])*[^{_NOT_IN_URL}.,;:!?()'’*_~]"
)
_EMAIL = r"(?<![\w.+\\-])(?:\\?[\w.+-]){1,64}\\?@[\w-]+(?:\\?\.[\w-]+)+"
_SPACE = "[ \u00a0\u202f]"
# What looks like a number to call and is a day: 01/09/1998, and in 12/05/2027 14:30 its end.
_DAY, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:19|20)\d\d(?!\d)"
_DATE = "|".join(
    rf"{_DAY}\\?{mark}{_DAY}\\?{mark}{_YEAR}|(?<=\d{mark}){_DAY}\\?{mark}{_YEAR}" for mark in "/.-"
).replace("?.", r"?\.")
_DATE += rf"|(?<=(?:19|20)\d\d-){_DAY}-{_DAY}(?!\d)|(?<=(?:19|20)\d\d-[01]\d-){_DAY}(?!\d)"
_PHONE = (
    rf"(?:\\?\+|(?<!\w)00|(?<!\w)(?:\\?\()?(?!{_DATE})0)\d"
    rf"(?:(?:{_SPACE}|\\?[./-]|{_SPACE}?\\?\(|\\?\){_SPACE}?)?\d){{6,14}}(?!\d)"
)
# What a reader can follow or call: an engine may neither change one nor bring one in.
REACHABLE = re.compile(rf"{_URL}|{_EMAIL}|{_PHONE}", re.IGNORECASE)
_MAY_REACH = re.compile(r"[\d:@]|www", re.IGNORECASE)  # none is without one of these
_NAME = (  # hosts, handles, and names_with_underscores, which Argos would write with spaces
    r"\b(?:[a-z0-9-]{2,63}\.)+[a-z]{2,24}\b(?:/[\w/.-]*\w)?"
    r"|(?<![\w/])\\?[@#]\w[\w-]*"
    r"|(?<![^\W_])[^\W_]+(?:\\?_+[^\W_]+)+"
)
PLAIN = re.compile(rf"(?P<shown>(?i:{REACHABLE.pattern})|{_NAME})")
_MAY_STAY = re.compile(r"[\d:@#_]|www|[\w-]\.\w", re.IGNORECASE)  # the same of `PLAIN`
_TARGET = r"\((?:<[^<>]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
MARKED = re.compile(
    rf"{PLAIN.pattern}"
    r"|(?P<words>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<auto><[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>|<[^\s<>@]+@[^\s<>]+>)"
    rf"|(?P<image>!\[[^\[\]]*\]{_TARGET})"
    rf"|(?P<mark></?[A-Za-z!][^<>]*>|\]{_TARGET}|\]\[[^\[\]]*\]|\*+|_+|~+|`+|[\[\]<>|])"
    r"|(?P<entity>(?:(?<![\w.])[\w.]*)?(?:&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});[\w.]*)+)"
)
_MAY_BE_MARKED = re.compile(rf"{_MAY_STAY.pattern}|[\\`<>\[\]*~|&]", re.IGNORECASE)


def reachable(text: str) -> Counter[str]:
    """What a reader of a text can follow or call, how often; fast where there is nothing."""
    return Counter(_reached(text))


def may_stay(text: str, marked: bool) -> bool:
    """Whether anything of a text may have to come through an engine untouched.

    Args:
        text: one line.
        marked: whether it is Markdown.
    """
    return (_MAY_STAY if not marked else _MAY_BE_MARKED).search(text) is not None


@lru_cache(1024)  # several ask of the same words, one after the other
def _reached(text: str) -> tuple[str, ...]:
    return tuple(REACHABLE.findall(text)) if _MAY_REACH.search(text) else ()


@lru_cache(1024)
def words_alone(text: str) -> str:
    """A text without what comes through an engine untouched; fast where there is nothing."""
    return PLAIN.sub(" ", text) if _MAY_STAY.search(text) else text
