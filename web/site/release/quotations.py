"""Quotations of a text that can be copied as they are printed: words, speaker, where they stand."""

import re
from collections.abc import Callable, Iterator
from html import unescape

from press.words import say

# What stands around one; of quotations within quotations the outer counts.
_TAGS = re.compile(r"<(/?)(blockquote|div|ol|ul|p)\b(?: lang=\"([^\"]*)\")?[^>]*>")
_BREAK = re.compile(r"<br>\s*|</p>\s*|</li>\s*|</h\d>\s*")
_TAG = re.compile(r'<(?:[^>"]|"[^"]*")*>')
_OPENS = tuple('“„«»"‘‚‹›')
_QUOTED = re.compile(r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«|\"[^\"]*\"")
# Before whoever says it, in its own line or after the words.
_DASH = re.compile(r"(?:^|(?<=\s))(?:—|–|―|--|-)\s*(?=\w)")
# French keeps its marks open round whoever says it: « Vendredi, dit la ministre, il pleuvra. »
_SAYS = "dit|déclare|explique|souligne|affirme|ajoute|précise|indique|estime|rappelle|conclut"
_SAID = "dit|déclaré|expliqué|souligné|affirmé|ajouté|précisé|indiqué|estimé|rappelé|conclu"
_INSIDE = re.compile(rf", (?:{_SAYS}|a (?:{_SAID})) [^,]{{2,160}},")
_SHORTEST, _LONGEST_AROUND = 40, 160  # letters of what is said; of who says it
Button = Callable[[str, str], str]


def with_buttons(html: str, code: str, button: Button) -> str:
    """A text in which every quotation that is surely one has a button beside it.

    Surely one is a block quotation, and a paragraph that is nothing but what somebody says and who.

    Args:
        html: safe, as `feeds.parts.html` makes it.
        code: of the language of the text.
        button: writes one, given the words as they are copied and the code of their language.
    """
    return "".join(_pieces(html, code, button))


def _pieces(html: str, code: str, button: Button) -> Iterator[str]:
    at = start = 0
    opened, languages = list[str](), [code]
    for tag in _TAGS.finditer(html):
        is_end, name, language = tag.groups()
        if not is_end:
            start = start if _within(opened) else tag.start()
            opened.append(name)
            languages.append((language or languages[-1]).partition("-")[0])
            continue
        opened.pop()
        spoken = languages.pop()
        if name not in ("blockquote", "p") or _within(opened):
            continue
        whole = html[start : tag.end()]
        if said := _block(whole, spoken) if name == "blockquote" else _said(whole):
            yield html[at:start] + _held(whole, button(said, spoken))
            at = tag.end()
    yield html[at:]


def _within(opened: list[str]) -> bool:
    """Whether something stands in what is copied as a whole, or in a list."""
    return bool(opened) and opened[-1] != "div"


def _said(html: str) -> str:
    """The words of a paragraph that is nothing but a quotation; else nothing."""
    words = _words(html)
    return words if is_quotation(words) else ""


def _held(html: str, button: str) -> str:
    return f'<div class="quotation">{html}{button}</div>'


def is_quotation(words: str) -> bool:
    """Whether a paragraph is what somebody says, word for word, and who it is, and nothing else.

    Args:
        words: of the paragraph, plain text.
    """
    words = words.strip()
    quoted = sum(map(len, _QUOTED.findall(words)))
    around = _QUOTED.sub(" ", words)
    is_at_an_end = words.startswith(_OPENS) or words.rstrip(".!?").endswith(
        ("”", "“", "»", "«", '"')
    )
    who = re.sub(r"\W+", " ", around).strip() or _inside(words)
    return (
        is_at_an_end
        and quoted >= _SHORTEST
        and quoted >= len(around)
        and 0 < len(who) <= _LONGEST_AROUND
        and any(letter.isupper() for letter in who)
        and not set('“”„«»"') & set(around)
    )


def _inside(words: str) -> str:
    """Who says the words of a quotation in the midst of it."""
    found = _INSIDE.search(words)
    return found[0] if found and words.count("«") == 1 else ""


def _block(html: str, code: str) -> str:
    """The words of a block quotation in its language's marks, and below them who says it."""
    words = _words(html)
    dashes = list(_DASH.finditer(words))
    said, who = words, ""
    if dashes and len(words) - dashes[-1].end() <= _LONGEST_AROUND and dashes[-1].start():
        said, who = words[: dashes[-1].start()].rstrip(), words[dashes[-1].end() :]
        if _is_within(said):
            said, who = words, ""
    if not said.startswith(_OPENS):
        said = say(code, "quotation", words=said)
    return f"{said}\n— {who}" if who else said


def _is_within(words: str) -> bool:
    """Whether a dash after these words stands within a sentence, and tells of no speaker."""
    return not words.endswith((".", "!", "?", "…", "”", "“", "»", "«", '"', "’", "\n"))


def _words(html: str) -> str:
    """A piece of HTML as plain text, a paragraph a line."""
    plain = unescape(_TAG.sub("", _BREAK.sub("\n", html.replace("\n", " "))))
    lines = (" ".join(re.split(r"[ \t\r\f]+", line)).strip(" ") for line in plain.split("\n"))
    return "\n".join(filter(None, lines))
