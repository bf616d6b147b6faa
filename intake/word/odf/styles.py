"""Styles and lists of an OpenDocument text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lxml import etree

from intake.word.looks import NOTHING, WordStyle, kind_of, number_of
from intake.word.names import q

_FORMS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}


@dataclass(frozen=True, slots=True)
class OdfLevel:
    """One level of a list.

    Args:
        form: how it counts; `bullet` for a bullet, empty for nothing.
        before: what stands before the number.
        after: what stands behind it.
        start: its first number.
    """

    form: str = "bullet"
    before: str = ""
    after: str = ""
    start: int = 1


class OdfStyles:
    """The styles of a document.

    Args:
        roots: of its parts.
    """

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._listed = dict[tuple[str, str], etree._Element]()
        self._known = dict[tuple[str, str], WordStyle]()
        self._lists = dict[str, dict[int, OdfLevel]]()
        for root in roots:
            for style in root.iter(q("style:style")):
                name = (style.get(q("style:family"), ""), style.get(q("style:name"), ""))
                self._listed.setdefault(name, style)
            for listed in root.iter(q("text:list-style")):
                levels = {number_of(one.get(q("text:level")), 1): _level(one) for one in listed}
                self._lists.setdefault(listed.get(q("style:name"), ""), levels)

    def named(self, family: str, name: str | None) -> WordStyle:
        """A style with all it inherits."""
        key, chain = (family, name or ""), list[tuple[str, str]]()
        while key in self._listed and key not in self._known and key not in chain:
            chain.append(key)
            key = (family, self._listed[key].get(q("style:parent-style-name"), ""))
        style = self._known.get(key, NOTHING) if key not in chain else NOTHING
        if key not in self._known and key not in chain:
            style = WordStyle(kind_of(_spelt(key[1])))
        for one in reversed(chain):
            style = self._known[one] = _inheriting(style, self._listed[one])
        return style

    def level(self, name: str, level: int) -> OdfLevel:
        """How a list marks its items on a level, from 1."""
        return self._lists.get(name, {}).get(level, OdfLevel())


def _spelt(name: str) -> str:
    """A name with the signs that a name of a style cannot have: `Heading_20_1`."""
    return re.sub(r"_([0-9a-f]{2})_", lambda sign: chr(int(sign[1], 16)), name)


def _inheriting(base: WordStyle, listed: etree._Element) -> WordStyle:
    called = listed.get(q("style:display-name")) or _spelt(listed.get(q("style:name"), ""))
    inherited = replace(
        base,
        kind=kind_of(called) or base.kind,
        list_id=listed.get(q("style:list-style-name")) or base.list_id,
    )
    looks = listed.find(q("style:text-properties"))
    return inherited if looks is None else looking(inherited, looks)


def looking(base: WordStyle, looks: etree._Element) -> WordStyle:
    """What a style says of the looks of words, above what it inherits."""
    weight, slant = looks.get(q("fo:font-weight")), looks.get(q("fo:font-style"))
    struck, shown = looks.get(q("style:text-line-through-style")), looks.get(q("text:display"))
    return replace(
        base,
        bold=weight in ("bold", "600", "700", "800", "900") if weight else base.bold,
        italic=slant in ("italic", "oblique") if slant else base.italic,
        struck=struck != "none" if struck else base.struck,
        hidden=shown == "none" if shown else base.hidden,
        language=looks.get(q("fo:language")) or base.language,
    )


def _level(listed: etree._Element) -> OdfLevel:
    if listed.tag != q("text:list-level-style-number"):
        return OdfLevel()
    form = _FORMS.get(listed.get(q("style:num-format"), ""), "")
    before, after = (listed.get(q(f"style:num-{side}"), "") for side in ("prefix", "suffix"))
    return OdfLevel(form, before, after, number_of(listed.get(q("text:start-value")), 1))
