"""Styles of a Word document: which kind of text each is for, whatever its language calls it."""

from dataclasses import replace

from lxml import etree

from intake.word.looks import NOTHING, WordStyle, kind_of
from intake.word.names import q
from intake.word.parts import flag, value


class WordStyles:
    """The styles of a document.

    Args:
        root: of its styles; None where it has none.
    """

    def __init__(self, root: etree._Element | None) -> None:
        self._listed = dict[str, etree._Element]()
        self._known = dict[str, WordStyle]()
        self._usual = dict[str, str]()
        self.defaults = NOTHING
        if root is None:
            return
        for style in root.iter(q("w:style")):
            name = style.get(q("w:styleId"), "")
            self._listed.setdefault(name, style)
            if style.get(q("w:default")) in ("1", "true", "on"):
                self._usual.setdefault(style.get(q("w:type"), ""), name)
        path = f"{q('w:docDefaults')}/{q('w:rPrDefault')}/{q('w:rPr')}"
        self.defaults = _of_runs(NOTHING, root.find(path))

    def named(self, name: str, kind: str) -> WordStyle:
        """A style with all it inherits; the usual one of its kind where none is named."""
        name = name or self._usual.get(kind, "")
        chain = list[str]()
        while name in self._listed and name not in self._known and name not in chain:
            chain.append(name)
            name = value(self._listed[name], "w:basedOn")
        style = self._known.get(name, NOTHING) if name not in chain else NOTHING
        for one in reversed(chain):
            style = self._known[one] = _inheriting(style, self._listed[one])
        return style


def _inheriting(base: WordStyle, listed: etree._Element) -> WordStyle:
    looks, numbers = listed.find(q("w:pPr")), f"{q('w:pPr')}/{q('w:numPr')}"
    numbering = listed.find(numbers)
    own = _of_runs(base, listed.find(q("w:rPr")))
    return replace(
        own,
        kind=kind_of(value(listed, "w:name"), value(looks, "w:outlineLvl")) or base.kind,
        list_id=value(numbering, "w:numId") or base.list_id,
        level=value(numbering, "w:ilvl") or base.level,
    )


def _of_runs(base: WordStyle, looks: etree._Element | None) -> WordStyle:
    """What a style or a run says of the looks of words, above what it inherits."""
    if looks is None:
        return base
    hidden = [
        said for name in ("w:vanish", "w:webHidden") if (said := flag(looks, name)) is not None
    ]
    return replace(
        base,
        hidden=any(hidden) if hidden else base.hidden,
        bold=_either(flag(looks, "w:b"), base.bold),
        italic=_either(flag(looks, "w:i"), base.italic),
        struck=_either(_either(flag(looks, "w:dstrike"), flag(looks, "w:strike")), base.struck),
        language=value(looks, "w:lang") or base.language,
    )


def _either(said: bool | None, base: bool | None) -> bool | None:
    return base if said is None else said


def shown(styles: WordStyles, paragraph: WordStyle, looks: etree._Element | None) -> WordStyle:
    """How the words of a run look: as it says itself, else its style, else its paragraph's.

    What either style hides is hidden; only the run itself can show it again.

    Args:
        styles: the document's.
        paragraph: the style of the paragraph it stands in.
        looks: the run's properties (`w:rPr`), where it has any.
    """
    of_run = styles.named(value(looks, "w:rStyle"), "character")
    inherited = WordStyle(
        kind=paragraph.kind,
        hidden=of_run.hidden or paragraph.hidden or styles.defaults.hidden,
        bold=_either(of_run.bold, paragraph.bold),
        italic=_either(of_run.italic, paragraph.italic),
        struck=_either(of_run.struck, paragraph.struck),
        language=of_run.language or paragraph.language or styles.defaults.language,
    )
    return _of_runs(inherited, looks)
