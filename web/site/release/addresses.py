"""Bare addresses in a text as links; not a letter of the text is another for it."""

import re
from collections.abc import Callable
from html import escape, unescape

from feeds.parts.contacts import mail_link, phone_link, site_link
from feeds.parts.telephones import reaches

# Tags and what is between them; in HTML that nh3 wrote, no `<` is anything else.
_TAG = re.compile(r'(<(?:[^>"]|"[^"]*")*>)')
_LINKS_NO_FURTHER = re.compile(r"<(/?)(?:a|code|pre)\b")
_MAIL = (
    r"(?<![\w.+@/-])[\w+-](?:[\w.+-]{0,62}[\w+-])?@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w@-])"
)
# By its scheme or “www.”; else only what is nothing but the name of a host: three words, no capital
# and an ending that countries or organisations have.
_HOST = r"[a-z0-9][a-z0-9-]{0,62}\."
_ENDS = r"(?:[a-z]{2}|com|org|net|int|gov|edu|info|example)(?![\w@-]|\.\w)"
_WEB = (
    r"(?<![\w.@/-])(?:https?://[\w\[]|www\.\w)[^\s<>\"“”«»]{2,2000}"
    rf"|(?<![\w.@:/-])(?!www\.)[a-z](?:[a-z0-9-]{{1,62}})\.(?:{_HOST}){{1,5}}{_ENDS}"
    r"(?:/[^\s<>\"“”«»]{0,2000})?"
)
_GAP = r"[ \u00a0\u202f().\-/‐‑–]{0,3}"
_ABROAD = rf"(?<![\w.,+/-])(?:\+|00)\u00a0? ?[1-9](?:{_GAP}[0-9]){{6,15}}(?![\w]|[.,][0-9])"
# Without a prefix it may be any number, but after a word that says what it is.
_LABEL = r"(?:[Tt][ée]l(?:[ée]phone|efoon|efon)?|TEL|[Pp]hone|[Mm]obiel?|[Mm]obile|GSM|[Hh]andy)"
_HOME = (
    rf"(?P<label>\b{_LABEL}\.?[ \u00a0]?:?[ \u00a0]?)(?P<home>\(?0(?:{_GAP}[0-9]){{7,11}})(?!\w)"
)
_ADDRESS = re.compile(f"(?P<mail>{_MAIL})|(?P<web>{_WEB})|(?P<abroad>{_ABROAD})|{_HOME}")
# Whatever lacks all of these has no address: most pieces of most texts.
_SIGNS = re.compile(r"[@+]|://|[a-z]\.[a-z]|0[0-9 ]|\(0")
_AFTER = ".,;:!?…'’*_"


def linked(html: str, country: str = "") -> str:
    """A text in which addresses of mail and of the web, and telephone numbers, are links.

    Args:
        html: safe, as `feeds.parts.html` makes it; what is a link or code already stays as it is.
        country: in which numbers without a prefix are dialled (ISO 3166-1), or "".
    """
    depth, pieces = 0, _TAG.split(html)
    for n, piece in enumerate(pieces):
        if n % 2:
            if found := _LINKS_NO_FURTHER.match(piece):
                depth += -1 if found[1] else 1
        elif not depth and _SIGNS.search(piece):
            pieces[n] = _written(unescape(piece), country)
    return "".join(pieces)


def _written(words: str, country: str) -> str:
    """Words as HTML, with their addresses as links."""
    done, at = list[str](), 0
    for found in _ADDRESS.finditer(words):
        start, end, link = _link(found, country)
        done += [_shown(words[at:start]), link(words[start:end])]
        at = end
    return "".join([*done, _shown(words[at:])])


def _link(found: re.Match[str], country: str) -> tuple[int, int, Callable[[str], str]]:
    """Where an address begins and ends, and what writes it."""
    kind = "home" if found.lastgroup in ("label", "home") else str(found.lastgroup)
    start, end = found.span(kind)
    if kind == "mail":
        return start, end, mail_link
    if kind == "web":
        return start, start + len(_trimmed(found[0])), lambda words: site_link(words, "bare")
    if reaches(found[kind], country):
        return start, end, lambda words: phone_link(words, country)
    return start, end, _shown


def _trimmed(address: str) -> str:
    """An address without what follows it: a sentence's end, or a bracket that it does not open."""
    excess = address.count(")") - address.count("(")
    address = address.rstrip(_AFTER)
    while excess > 0 and address.endswith(")"):
        excess -= 1
        address = address[:-1].rstrip(_AFTER)
    return address


def _shown(words: str) -> str:
    """Words as nh3 writes them."""
    return escape(words, quote=False).replace("\u00a0", "&nbsp;")
