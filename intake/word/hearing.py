"""Every string that a person may have written into an office document, wherever it stands.

Of most of them nobody reads a word, and any of them may say “not yet”: the title of a drawing, the
name of a bookmark, a property, a diagram, the form of a drawing that was not chosen.
"""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from intake.characters.flat import set_of
from intake.notyet.hints import hints_in
from intake.notyet.withholding import may_be_marked
from intake.word.archive import OfficeArchive
from intake.word.names import short

# Parts in which programs alone write: what letters and pages look like, what refers to what.
_UNHEARD = re.compile(
    r"(?:\[Content_Types\]|.*/(?:theme/.*|fontTable|webSettings|styles\w*)"
    r"|META-INF/.*|.*layout/.*)\.xml|.*\.rels"
)
_PARAGRAPHS = set_of("w:p a:p text:p text:h svg:title svg:desc")
# Words that are gone, which are named where changes are taken as done; and numbers of notes.
_GONE = set_of("w:delText text:deletion text:note-citation")
_MARKS = {"w:br": "\n", "w:cr": "\n", "w:tab": "\t", "w:noBreakHyphen": "-"} | {
    "text:s": " ",
    "text:tab": "\t",
    "text:line-break": "\n",
}
# What only says how words look; a house calls a style after what it is for.
_LOOKS = set_of(
    "w:pStyle w:rStyle w:tblStyle w:numStyleLink w:styleLink w:lang w:rFonts style:style "
    "text:list-style"
)
_OF_LOOKS = re.compile(r"\}(?:[\w-]*style-name|style|type|path|d|points|guide|formula)$|^style$")
_SEVERAL = re.compile(r"[^\W_]{3,}[\W_]+[^\W_]")
# Attributes that are for people, and say something with one word.
_SAID = re.compile(
    r"(?:^|\})(?:descr|title|alt|name|string|tooltip|instr|displayText|string-value|description"
    r"|author|initials|tag|caption|label)$"
)
# What a field shows, within what it is told to do: COMMENTS "Under embargo".
_QUOTED = re.compile(r'"([^"]{4,})"')
_LONGEST = 4000
# Addresses say where something is kept, and nothing of this text.
_ADDRESS = re.compile(r"\b(?:https?|mailto|ftp|file):[^\s\"<>]+", re.IGNORECASE)
_MOST = 200  # attributes that are asked one by one whether they may say it; no text has as many
_NAMED = set_of(
    "w:alias w:tag w:tblCaption w:tblDescription w:docVar w:helpText w:statusText w:name w:default"
)


def strings_in(archive: OfficeArchive) -> Iterator[str]:
    """All of them, in the order of the parts: paragraphs, then what stands in attributes.

    Args:
        archive: the document; changes in it are taken as done by now.
    """
    for name in sorted(archive.names):
        yield from (name,) if hints_in(name) else ()
        if name.endswith(".xml") and not _UNHEARD.fullmatch(name):
            root = archive.xml(name)
            for said in (*texts_of(root), *_attributes(root)):
                words = _ADDRESS.sub(" ", said)
                yield words
                yield from _QUOTED.findall(words[:_LONGEST])


def _may_say(words: str) -> bool:
    parted = words.replace('"', "\n")  # what is quoted begins a line of its own
    return bool(may_be_marked(parted) or hints_in(parted))


def squeezed(words: str) -> str:
    """Words without blanks, for comparing what was read with what is there."""
    return "".join(words.split())


def unread(strings: Iterable[str], read: Iterable[str]) -> Iterator[str]:
    """Which strings are none of those that have been read, each once.

    Args:
        strings: that are there.
        read: paragraphs and lines.
    """
    known = {squeezed(words) for words in read}
    for words in strings:
        if (said := squeezed(words)) and said not in known:
            known.add(said)
            yield words


def texts_of(root: etree._Element) -> Iterator[str]:
    """The words of a part: a paragraph as one string, every other text by itself."""
    paragraphs, instructions = [list[str]()], list[str]()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name, is_start = short(element.tag), event == "start"
        if name in _GONE and is_start:
            walk.skip_subtree()
        if name in _PARAGRAPHS and is_start:
            paragraphs.append([])
        elif name in _PARAGRAPHS or len(paragraphs) == 1:
            yield from _whole(paragraphs.pop(), instructions)
            paragraphs = paragraphs or [[]]
        if is_start and name in _MARKS:
            paragraphs[-1].append(_MARKS[name])
        said = (element.text if is_start else element.tail) or ""
        if name == "w:instrText" and is_start:
            instructions.append(said)
        elif name not in _GONE or not is_start:
            paragraphs[-1].append(said)
    yield from _whole(*paragraphs, instructions)


def _whole(*lines: list[str]) -> Iterator[str]:
    for pieces in lines:
        said = "".join(pieces).strip()
        pieces.clear()
        if said:
            yield said


def _attributes(root: etree._Element) -> Iterator[str]:
    heard, hinting = set[str](), 0
    for element in root.iter():
        if not element.attrib or (name := short(element.tag)) in _LOOKS:
            continue
        for key, value in element.attrib.items():
            said = str(value)
            is_said = _SAID.search(str(key)) or name in _NAMED
            if (is_said or _SEVERAL.search(said)) and said not in heard:
                heard.add(said)
                is_words = not _OF_LOOKS.search(str(key)) and not _ADDRESS.fullmatch(said)
                if is_words and (hinting >= _MOST or _may_say(said)):
                    hinting += 1
                    yield said
