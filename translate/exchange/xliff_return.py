"""XLIFF 1.2 and 2.0 as translators send it back; `translate.exchange.xliff` wrote it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from press.errors import Refusal, UnreadableFile
from press.releases.exchange import Return, ReturnedBlock
from press.text import Block, Kind, well_formed
from translate.exchange.codes import codes_of, misplaced
from translate.exchange.safe_xml import name_of, root_of
from translate.exchange.xliff import ID, NAMESPACES, short

# What a translator has confirmed, and what nobody has begun, per version.
_DONE = {"1.2": {"translated", "signed-off", "final"}, "2.0": {"reviewed", "final"}}
_OPEN = {"1.2": {"new", "needs-translation"}, "2.0": {"initial"}}
# The states of version 2.0 in their order.
_STATES = ("initial", "translated", "reviewed", "final")
_LANGUAGES = {"1.2": ("source-language", "target-language"), "2.0": ("srcLang", "trgLang")}
_NUMBER = re.compile(r"[1-9][0-9]{0,5}")
_UNITS = {"1.2": "trans-unit", "2.0": "unit"}


@dataclass(frozen=True, slots=True)
class _Unit:
    """What a translator made of one unit.

    Args:
        words: the translation, Markdown.
        state: what the translator's tool says of it.
    """

    words: str
    state: str


def read(data: bytes) -> Return:
    """Read a file that came back.

    A block is taken if its words changed, or if it was confirmed; the rest is open.

    Raises:
        UnreadableFile: it is no such file, holds units or codes that were not sent, or blocks
            without a link or an address of their source; every such block is named.
    """
    root = root_of(data)
    version = root.get("version", "")
    if root.tag != f"{{{NAMESPACES.get(version, '')}}}xliff":
        raise UnreadableFile("it is not XLIFF 1.2 or 2.0")
    files = [child for child in root if name_of(child) == "file"]
    if len(files) != 1:
        raise UnreadableFile(f"it holds {len(files)} files; there is one for a release")
    holder = files[0] if version == "1.2" else root
    source, target = (holder.get(n, "").split("-")[0].lower() for n in _LANGUAGES[version])
    units = [unit for unit in files[0].iter() if name_of(unit) == _UNITS[version]]
    answers, still_open = _answers(units, version)
    return Return(files[0].get("original", ""), source, target, answers, still_open)


def _answers(units: list[etree._Element], version: str) -> tuple[tuple[ReturnedBlock, ...], int]:
    answers, mistakes = list[ReturnedBlock](), list[str]()
    for unit, known in _known(units):
        try:
            answers += filter(None, [_answer(unit, known, version)])
        except Refusal as refusal:
            mistakes.append(f"block {known[1]}: {refusal}")
    if mistakes:
        raise UnreadableFile("; ".join(mistakes))
    return tuple(answers), len(units) - len(answers)


def _known(units: Iterable[etree._Element]) -> Iterator[tuple[etree._Element, re.Match[str]]]:
    seen = set[str]()
    for unit in units:
        name = unit.get("id", "")
        known = ID.fullmatch(name)
        if known is None or known[2] not in list(Kind) or name in seen:
            raise UnreadableFile(f"unit “{name[:80]}” was not sent, or stands twice")
        seen.add(name)
        yield unit, known


def _answer(unit: etree._Element, known: re.Match[str], version: str) -> ReturnedBlock | None:
    """What a translator says of a block; None if it is neither changed nor confirmed."""
    source_of, read_unit = _READERS[version]
    source = Block(Kind(known[2]), source_of(unit))
    if short(source.markdown) != known[3]:  # asked before it is cut into words and codes
        raise Refusal("its source was changed")
    found = read_unit(unit, codes_of(source))
    words = well_formed(found.words)
    is_done, changed = found.state in _DONE[version], short(words) != known[4]
    if is_done and not words.strip():
        raise Refusal("it is confirmed, and empty")
    if not words.strip() or not (is_done or (changed and found.state not in _OPEN[version])):
        return None
    if changed and (wrong := misplaced(source, words)):
        raise Refusal(f"not as in the original: {', '.join(wrong)}")
    return ReturnedBlock(int(known[1]), source, words, changed)


def _source_12(unit: etree._Element) -> str:
    """Version 1.2 keeps a code's own text inside it."""
    source = _child(unit, "source")
    return "" if source is None else "".join(str(text) for text in source.itertext())


def _unit_12(unit: etree._Element, codes: Mapping[int, str]) -> _Unit:
    target = _child(unit, "target")
    state = "new" if target is None else target.get("state", "")
    words = "".join(_words(target, codes))
    return _Unit(words, "final" if unit.get("approved") == "yes" else state)


def _source_20(unit: etree._Element) -> str:
    """A tool may have cut a unit into segments, with what stands between them."""
    data = {d.get("id", "")[1:]: d.text or "" for d in unit.iter() if name_of(d) == "data"}
    sent = {number: text for text_id, text in data.items() if (number := _number(text_id))}
    return "".join(w for part in _parts(unit) for w in _words(_child(part, "source"), sent))


def _unit_20(unit: etree._Element, codes: Mapping[int, str]) -> _Unit:
    words = "".join(w for part in _parts(unit) for w in _words(_target(part), codes))
    states = [p.get("state", "initial") for p in _parts(unit) if name_of(p) == "segment"]
    if wrong := [state for state in states if state not in _STATES]:
        raise Refusal(f"“{wrong[0]}” is not a state")
    return _Unit(words, min(states, key=_STATES.index, default="initial"))


_READERS = {"1.2": (_source_12, _unit_12), "2.0": (_source_20, _unit_20)}


def _parts(unit: etree._Element) -> list[etree._Element]:
    return [child for child in unit if name_of(child) in ("segment", "ignorable")]


def _target(part: etree._Element) -> etree._Element | None:
    """What is between segments is the same in both languages unless it says otherwise."""
    target = _child(part, "target")
    between = target is None and name_of(part) == "ignorable"
    return _child(part, "source") if between else target


def _child(part: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in part if name_of(child) == name), None)


def _number(name: str) -> int:
    """The number of a code; 0, which none has, for what is no number of ours."""
    return int(name) if _NUMBER.fullmatch(name) else 0


def _words(element: etree._Element | None, codes: Mapping[int, str]) -> Iterator[str]:
    """The Markdown of an element: its words, and our own text for each code."""
    if element is None:
        return
    yield element.text or ""
    for child in element:
        name, number = name_of(child), child.get("id", "")
        if name == "ph" and _number(number) in codes:
            yield codes[_number(number)]
        elif name == "mrk":
            yield from _words(child, codes)
        else:
            raise Refusal(f"it holds a code that was not sent: {name or 'an entity'} {number[:20]}")
        yield child.tail or ""
