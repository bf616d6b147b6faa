"""What would give a release away, and whether a document contains it."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from newsroom.proofs.surfaces import Neighbours
from press.releases.release import Release
from press.text import Kind

BEGINNING = 60
# Shorter words are found on any page, whoever wrote it.
_LEAST = {"headline": 12, "paragraph": 20, "file name": 6, "reference": 8}
_LINK = re.compile(r"(!?)\[([^\]]*)\]\([^)]*\)")
_NUMBERED = re.compile(r"^\s*\d+[.)]\s", re.MULTILINE)
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_MARKUP = re.compile(r"<[^>]*>")
_JSON_LETTER = re.compile(r"\\u([0-9a-fA-F]{4})")
_JSON_SPACE = re.compile(r"\\[nrtbf]")


@dataclass(frozen=True, slots=True)
class Trace:
    """One thing to look for.

    Args:
        kind: what it is: `slug`, `identifier`, `reference`, `headline`, `paragraph`, `topic`, …
        language: code, where it is words; else empty.
        what: as it is looked for; words are bare, without case and marks.
    """

    kind: str
    language: str
    what: str

    def __str__(self) -> str:
        where = f" ({self.language})" if self.language else ""
        return f"{self.kind}{where}: {self.what}"

    @property
    def is_words(self) -> bool:
        """Whether it is language, which every format wraps and escapes in its own way."""
        return self.kind in ("headline", "paragraph")

    @property
    def is_telling(self) -> bool:
        """Whether finding it means anything."""
        return len(self.what) >= _LEAST.get(self.kind, 1)


def traces_of(release: Release, near: Neighbours, common: Iterable[str]) -> list[Trace]:
    """What to look for.

    Args:
        release: that is not to be found.
        near: its secret topics and its files.
        common: beginnings of blocks, and file names, that other public releases have as well.
    """
    found = [Trace("slug", "", release.slug)]
    found.append(Trace("identifier", "", release.tag.rpartition(":")[2]))
    found.append(Trace("reference", "", release.reference))
    found += [Trace("topic", "", slug) for slug in near.secret]
    for token, name in near.files:
        found += [Trace("file", "", token), Trace("file name", "", name)]
    found += _words_of(release)
    shared = set(common) | {beginning(words) for words in common}
    return [t for t in dict.fromkeys(found) if t.what not in shared]


def _words_of(release: Release) -> Iterator[Trace]:
    for code, text in release.texts.items():
        for block in text.blocks:
            kind = "headline" if block.kind is Kind.HEADLINE else "paragraph"
            yield Trace(kind, code, beginning(block.markdown))


def beginning(markdown: str) -> str:
    """The bare words at the start of a block, whole words of its first 60 characters."""
    plain = _LINK.sub(lambda m: "" if m[1] else m[2], _NUMBERED.sub("", markdown))
    words = bare(html.unescape(plain)).strip()
    if len(words) <= BEGINNING:
        return words
    return words[: BEGINNING + 1].rpartition(" ")[0] or words[:BEGINNING]


def bare(text: str) -> str:
    """Words only, with one space between, without case."""
    return _BETWEEN_WORDS.sub(" ", text).casefold()


def found_in(text: str, asked: str, traces: Iterable[Trace]) -> list[str]:
    """Which traces an answer contains.

    Args:
        text: headers and body.
        asked: the address; an answer that repeats it gives nothing away.
        traces: to look for.
    """
    raw = _unwrapped(text).replace(asked, " ")
    worded = f" {bare(raw)} \n {bare(_MARKUP.sub(' ', raw))} \n {bare(_MARKUP.sub('', raw))} "
    return [str(trace) for trace in traces if _is_in(trace, raw, worded)]


def _is_in(trace: Trace, raw: str, worded: str) -> bool:
    if trace.is_words:
        return trace.what in worded
    if trace.kind == "topic":
        # `rivers` is a word as well; as part of an address or alone in an attribute it is a topic.
        return bool(re.search(rf"[\"'/>]{re.escape(trace.what)}[\"'/.<]", raw))
    return trace.what in raw or quote(trace.what) in raw


def _unwrapped(text: str) -> str:
    """Free of what HTML, XML (RSS carries HTML in XML) and JSON do to letters."""
    if "\\" in text:
        text = _JSON_LETTER.sub(lambda m: chr(int(m[1], 16)), text)
        text = _JSON_SPACE.sub(" ", text).replace('\\"', '"').replace("\\/", "/")
    return html.unescape(html.unescape(text))
