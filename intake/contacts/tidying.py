"""A line as people read it: without Markdown, escapes, disguised signs and what nobody sees."""

import re
from html import unescape

from intake.characters.flat import low, set_of
from intake.contacts.figures import holds_number
from intake.contacts.labels import is_label

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
# A plus with figures behind it is no bullet: “+ 32 2 555 01 01”.
_MARKS = re.compile(r"^(?:[-*•·▪–] |\+ (?!\d)|\d{1,2}[.)] (?=[^\W\d])|#+ )| ?(?:\\|<br ?/?>)$")
_REFERENCE = re.compile(r"\\?(&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)")
_LINK = re.compile(r"\[([^\[\]]*)\]\(<?(mailto:|tel:)?([^\s()<>?]+)[^\s()<>]*>?\)")
_EMPHASIS = re.compile(r"(\*{1,3})(\S[^*]*)\1|(?<!\w)__(\S[^_]*)__(?!\w)|(?<!\w)_(\S[^_]*)_(?!\w)")
_BRACKETS = re.compile(r"<(?:mailto:|tel:)?([^\s<>]+)>")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
# “name(at)domain”, “name [dot] example”.
_AT = re.compile(r"(?<=\w) ?[(\[{] ?(?:at|ät|@) ?[)\]}] ?(?=\w)", re.IGNORECASE)
_DOT = re.compile(r"(?<=\w) ?[(\[{] ?(?:dot|punkt|punt|point|\.) ?[)\]}] ?(?=\w)", re.IGNORECASE)
# A bracket with all there is about somebody: “Jane Doe (02 555 01 01, jane@samples.example)”.
_ASIDE = re.compile(
    r"([(\[])((?:[^()\[\]]|\(0\))*)[)\]]"
    r"(?=$| ?[|;,/•·–—:-]| (?:and|et|en|und|ou?r?|oder|&) | [^\W\d_a-z])"
)
# What a link to an address asks for, which is nobody's name: “Send us a mail”, “Écrire”.
_ASKED = set_of(
    "a an anrufen appeler appelez at au aux bel bellen bericht by call click cliquez contact "
    "contacteer contacter contactez courriel de e e-mail ecrire ecrivez een eine einen "
    "electronique email emails en envoyer envoyez her here hier him ici ihm ihr kontakt "
    "kontaktieren la le les lui mail mailen me mel message mij moi nachricht nous ons par per "
    "phone pour schicken schreiben schrijf schrijven send senden sie sturen stuur telephoner "
    "the them to un uns us via write you your"
)
# Whether there is anything to tidy; most lines are words.
_MARKED = re.compile(r"[\\\[\](){}<>*_]|^[-+•·▪–#\d]")
_REACH = re.compile(r"\S@\S|://")


def tidy(raw: str) -> str:
    """A line of a text without marks; what stood apart is apart by ` | `."""
    line = " ".join(_UNSEEN.sub("", _spelled(raw)).replace("\t", " | ").split()).strip(" |")
    line = line.replace("mailto:", "") if "](" not in line else line
    if not _MARKED.search(line):
        return line
    line = _LINK.sub(_unlinked, _MARKS.sub("", line))
    line = _BRACKETS.sub(r"\1", line).replace("mailto:", "")
    line = _EMPHASIS.sub(r"\2\3\4", _ESCAPED.sub(r"\1", line))
    line = _ASIDE.sub(_opened, _DOT.sub(".", _AT.sub("@", line)))
    return " ".join(line.split()).strip("*_ |")


def _spelled(raw: str) -> str:
    """A line with its references written out: `Jos&#233;e` is `Josée` (HTML, 13.2.5.80)."""
    return _REFERENCE.sub(lambda found: unescape(found[1]), raw) if "&" in raw else raw


def _unlinked(link: re.Match[str]) -> str:
    words, scheme, address = link.groups()
    if scheme == "tel:" and holds_number(words):
        return words
    if "@" in words and "@" in address and address.casefold() not in words.casefold():
        return f"{words} | {address}"
    says_it_again = "@" in words or "." in words or is_label(words) or words == address
    return address if says_it_again or (scheme and _only_asks(words)) else f"{words} | {address}"


def _only_asks(words: str) -> bool:
    """Whether the words of a link only ask to write or to call, and name nobody."""
    said = re.findall(r"[\w-]+", low(words))
    return bool(said) and all(word in _ASKED for word in said)


def _opened(aside: re.Match[str]) -> str:
    within = aside[2]
    holds = _REACH.search(within) or holds_number(within)
    return f" | {within} | " if holds else aside[0]
