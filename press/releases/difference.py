"""What changed between two versions: in the words, and in what belongs to them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from press.contact import Contact
from press.embargo import Embargo
from press.releases.version import Facts
from press.text import Block, Kind

# A word with the space behind it.
_WORD = re.compile(r"\S+\s*|\s+")
# Of one block; beyond that, old and new words stand one after the other.
_MOST_WORDS = 5_000


class Change(StrEnum):
    """What became of some words."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class ChangedWords:
    """Some words, and what became of them."""

    change: Change
    words: str


def blocks_between(old: Sequence[Block], new: Sequence[Block]) -> Iterator[list[ChangedWords]]:
    """The blocks of both texts in order, each as pieces: what stayed, what went, what came."""
    before, after = [block.markdown for block in old], [block.markdown for block in new]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield from ([ChangedWords(Change.SAME, words)] for words in before[a:b])
            continue
        both = min(b - a, d - c)
        for one, other in zip(before[a : a + both], after[c : c + both], strict=True):
            yield words_between(one, other)
        yield from ([ChangedWords(Change.GONE, words)] for words in before[a + both : b])
        yield from ([ChangedWords(Change.NEW, words)] for words in after[c + both : d])


def words_between(old: str, new: str) -> list[ChangedWords]:
    """One text as pieces that make both: what stayed, what went, what came."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    if max(len(before), len(after)) > _MOST_WORDS:
        return [ChangedWords(Change.GONE, old), ChangedWords(Change.NEW, new)]
    pieces = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, came = "".join(before[a:b]), "".join(after[c:d])
        if tag == "equal":
            pieces.append(ChangedWords(Change.SAME, gone))
            continue
        pieces += [ChangedWords(Change.GONE, gone)] if gone else []
        pieces += [ChangedWords(Change.NEW, came)] if came else []
    return pieces


def blocks_said(old: Sequence[Block], new: Sequence[Block]) -> list[str]:
    """In a line each, what changed in the words of a text."""
    if [(b.kind, b.markdown) for b in old] == [(b.kind, b.markdown) for b in new]:
        return []
    said = [
        line
        for kind in (Kind.HEADLINE, Kind.SUMMARY)
        if (line := _said(kind, _of(kind, old), _of(kind, new)))
    ]
    before, after = _body(old), _body(new)
    if before != after:
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        stays = sum(block.size for block in matcher.get_matching_blocks())
        said.append(f"text: {len(before)} → {len(after)} blocks, {stays} of them as they were")
    return said


def facts_between(old: Facts, new: Facts) -> list[str]:
    """In a line each, what changed beside the words."""
    pairs = (
        ("time", when_said(old.embargo), when_said(new.embargo)),
        ("topics", _listed(old.topics), _listed(new.topics)),
        ("contacts", contacts_said(old.contacts), contacts_said(new.contacts)),
        ("issuer", old.issuer, new.issuer),
        ("reference", old.reference, new.reference),
        ("held", _yes(old.held), _yes(new.held)),
        ("policy", old.policy, new.policy),
        ("waits for", _listed(old.required), _listed(new.required)),
        ("withdrawn", old.reason or "no", new.reason or "no"),
        ("says not yet", _lines(old), _lines(new)),
        ("files", _files(old), _files(new)),
    )
    return [line for name, before, after in pairs if (line := _said(name, before, after))]


def sender_said(old: tuple[str, str], new: tuple[str, str]) -> list[str]:
    """In a line each, what changed of who sends it and under what number."""
    names = zip(("issuer", "reference"), old, new, strict=True)
    return [line for name, before, after in names if (line := _said(name, before, after))]


def contacts_said(contacts: Iterable[Contact]) -> str:
    """Whom to call, in a line."""
    return "; ".join(
        ", ".join(filter(None, (c.name, c.role, *c.phones, *c.emails))) for c in contacts
    )


def when_said(embargo: Embargo | None) -> str:
    """From when it may be published, in words."""
    return str(embargo) if embargo else "none"


def _said(name: str, before: str, after: str) -> str:
    return f"{name}: {before or 'none'} → {after or 'none'}" if before != after else ""


def _of(kind: Kind, blocks: Iterable[Block]) -> str:
    return next((f"“{b.markdown}”" for b in blocks if b.kind is kind), "")


def _body(blocks: Iterable[Block]) -> list[str]:
    return [b.markdown for b in blocks if b.kind not in (Kind.HEADLINE, Kind.SUMMARY)]


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"


def _files(facts: Facts) -> str:
    """The files by name, with what is said of them."""
    return "; ".join(
        ", ".join(filter(None, (file.name, file.alt, file.credit))) for file in facts.files
    )


def _lines(facts: Facts) -> str:
    return "; ".join(one.words for one in facts.not_yet)
