"""What an editor has before them: source and target side by side, and what was said before."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256

from press.finding import Finding, Severity
from press.releases.release import Standing
from press.text import ASIDES, Block, Kind, Origin

# A run of words that two blocks share; single words such as “the” are shared by all.
_RUN = 2
_ALIKE = 0.5
# There is one of each at most, so however it is rewritten it is still the same block.
_SINGLE = {Kind.HEADLINE, Kind.SUMMARY, Kind.NOTE, Kind.REASON}
_SHORT = 12  # characters of a digest that a person copies


@dataclass(frozen=True, slots=True)
class Displaced:
    """An editor's words for a source block that the release no longer has.

    Args:
        source: the block as it was.
        words: what the editor had made of it.
    """

    source: Block
    words: Block


@dataclass(frozen=True, slots=True)
class Segment:
    """One block of the original and what it is in another language.

    Args:
        number: as officers type it, from 1.
        source: the block of the original.
        target: its translation, if there is one.
        displaced: an editor's words for what seems to be an earlier wording of it.
    """

    number: int
    source: Block
    target: Block | None
    displaced: tuple[Displaced, ...] = ()

    @property
    def is_settled(self) -> bool:
        """Whether it needs no editor: one wrote or approved it, or nothing in it is translated."""
        return _is_settled(self.target)

    @property
    def is_aside(self) -> bool:
        """Whether it stands beside the text, which does not wait for it."""
        return self.source.kind in ASIDES

    @property
    def is_proposed(self) -> bool:
        """Whether it is a machine's words for a name, which are nobody's until somebody says so."""
        return self.source.kind is Kind.SERVICE and self.target is not None and not self.is_settled

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What speaks against its words: neither settled nor dismissed, what blocks first."""
        is_open = self.target is not None and not (self.is_settled or self.is_proposed)
        found = self.target.findings if self.target and is_open else ()
        open_ = [finding for finding in found if not finding.dismissed_by]
        return tuple(sorted(open_, key=lambda finding: not finding.blocks))

    @property
    def is_blocked(self) -> bool:
        """Whether it holds a machine's words that must not go out unread."""
        return self.target is not None and self.target.is_blocked and not self.is_proposed

    @property
    def digest(self) -> str:
        """Names its words in both languages, whoever wrote them (sha256, hex)."""
        said = self.target.digest if self.target else ""
        return sha256(f"{self.source.digest}\n{said}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One language of a release or a topic, as an editor works on it: the newest words, out or not.

    Args:
        release_id: of the release; 0 for a topic.
        language: code of the language.
        standing: of the text.
        segments: a block each, in reading order, then what stands beside the text.
        elsewhere: an editor's words that have no place in the text any more.
        waiting: numbers of what stands beside the text, has words, and waits with them.
        topic: slug of the topic, if it is one.
    """

    release_id: int
    language: str
    standing: Standing
    segments: tuple[Segment, ...]
    elsewhere: tuple[Displaced, ...] = ()
    waiting: tuple[int, ...] = ()
    topic: str = ""

    @property
    def name(self) -> str:
        """What commands call it: `3`, or `topic:climate`."""
        return f"topic:{self.topic}" if self.topic else str(self.release_id)

    @property
    def about(self) -> str:
        """What sentences call it: release 3, or topic climate."""
        return f"topic {self.topic}" if self.topic else f"release {self.release_id}"

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The text as it stands, or as it would; without the blocks that have no words yet."""
        return tuple(s.target for s in self.segments if s.target and not s.is_aside)

    @property
    def asides(self) -> tuple[Block, ...]:
        """What stands beside the text and has words."""
        return tuple(s.target for s in self.segments if s.target and s.is_aside)

    @property
    def missing(self) -> list[int]:
        """Numbers of the text's blocks that have no words yet."""
        return [s.number for s in self.segments if s.target is None and not s.is_aside]

    @property
    def unsaid(self) -> list[int]:
        """Numbers of what stands beside the text and has no words yet: the original's stand."""
        return [s.number for s in self.segments if s.target is None and s.is_aside]

    @property
    def counts(self) -> tuple[int, int]:
        """How many findings block, and how many warn."""
        severities = Counter(f.severity for one in self.segments for f in one.findings)
        return severities[Severity.BLOCKS], severities[Severity.WARNS]

    @property
    def urgency(self) -> int:
        """Where an editor's list has it: first what a finding keeps in, then what else waits."""
        if self.counts[0]:
            return 0
        order = (Standing.WAITS, Standing.STALE)
        return 1 + order.index(self.standing) if self.standing in order else 3

    @property
    def as_shown(self) -> str:
        """A short name for all its words in this order: as long as it is the same, they are."""
        return sha256("\n".join(one.digest for one in self.segments).encode()).hexdigest()[:_SHORT]


def sheet_of(
    release_id: int,
    language: str,
    standing: Standing,
    pairs: Sequence[tuple[Block, Block | None]],
    earlier: Sequence[Displaced],
) -> Sheet:
    """Lay an editor's earlier words beside the blocks that took their place.

    Args:
        release_id: of the release.
        language: code of the language.
        standing: of the text.
        pairs: each block of the original with its translation.
        earlier: an editor's words for blocks that the original no longer has.
    """
    beside: dict[int, list[Displaced]] = {}
    elsewhere = []
    sources = {n: source for n, (source, _) in enumerate(pairs)}
    for one in earlier:
        found = list(successors(one.source, sources))
        for n in found:
            if not _is_settled(pairs[n][1]):  # an editor who settled it has answered
                beside.setdefault(n, []).append(one)
        if not found:
            elsewhere.append(one)
    segments = [
        Segment(n + 1, source, target, tuple(beside.get(n, ())))
        for n, (source, target) in enumerate(pairs)
    ]
    return Sheet(release_id, language, standing, tuple(segments), tuple(elsewhere))


def successors(old: Block, new: dict[int, Block]) -> Iterator[int]:
    """Which blocks took the place of one: several where it was split, none where it went.

    Args:
        old: a block as it was.
        new: blocks that came since, by any number.
    """
    words = old.markdown.split()
    for n, block in new.items():
        if old.kind is not block.kind and ASIDES & {old.kind, block.kind}:
            continue
        same_place = old.kind in _SINGLE and old.kind is block.kind
        if same_place or _are_alike(words, block.markdown.split()):
            yield n


def _are_alike(one: list[str], other: list[str]) -> bool:
    """Whether half of the shorter stands in the longer, so that halves and sums are found too."""
    shorter = min(len(one), len(other))
    if sum((Counter(one) & Counter(other)).values()) < _ALIKE * shorter:
        return False  # most are strangers, and their order is long in finding out
    matches = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    shared = sum(match.size for match in matches if match.size >= min(_RUN, shorter))
    return shared > 0 and shared / shorter >= _ALIKE


def worded(number: int, finding: Finding) -> str:
    """A finding as a line has it: block 2: numbers: “15 million” became “15”."""
    return f"block {number}: {finding.check}: {finding.says}"


def named(numbers: Iterable[int]) -> str:
    """Blocks by their numbers, as a sentence names them: block 2; blocks 2, 3."""
    said = [str(number) for number in numbers]
    return f"block{'s' if said[1:] else ''} {', '.join(said)}"


def _is_settled(target: Block | None) -> bool:
    return target is not None and target.origin is not Origin.MACHINE
