"""Which blocks an editor means, and what their word makes of each."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsroom.review.corrected import corrected
from press.errors import NotAllowedNow
from press.finding import REJECTED, Finding, Severity
from press.releases.release import Standing
from press.releases.review import Segment, Sheet, named, worded
from press.text import Block, Origin


def chosen(before: Sheet, numbers: Iterable[int]) -> list[Segment]:
    """The blocks of these numbers.

    Raises:
        NotAllowedNow: there is none of one of them.
    """
    count = len(before.segments)
    wrong = [number for number in numbers if not 1 <= number <= count]
    if wrong:
        raise NotAllowedNow(f"there is no block {wrong[0]}; they are numbered 1 to {count}")
    return [before.segments[number - 1] for number in dict.fromkeys(numbers)]


def all_to_approve(before: Sheet) -> list[Segment]:
    """The blocks that nobody has settled.

    Raises:
        NotAllowedNow: there are none, or one of them was rejected.
    """
    code, about = before.language, before.about
    # Where these have no words, or only a machine's for a name, the original's stand.
    unsaid = {*before.unsaid, *(one.number for one in before.segments if one.is_proposed)}
    found = [one for one in before.segments if not one.is_settled and one.number not in unsaid]
    settled = not found and before.standing not in (Standing.WAITS, Standing.STALE)
    if settled or not (before.blocks or any(one.target and one.is_aside for one in found)):
        raise NotAllowedNow(f"no {code} text of {about} waits for an editor")
    refused = [one.number for one in found if one.target and one.target.is_rejected]
    if refused:
        were, it = ("were", "them") if refused[1:] else ("was", "it")
        raise NotAllowedNow(
            f"{named(refused)} {were} rejected; correct {it}, or approve {it} by number and "
            "--despite"
        )
    return found


def to_approve(before: Sheet, numbers: Sequence[int], *, despite: bool) -> list[Segment]:
    """The blocks of these numbers, or all that nobody has settled, if they may be approved.

    Args:
        before: the text as it is kept.
        numbers: of blocks, from 1; none for the whole text.
        despite: whether also what a finding blocks.

    Raises:
        NotAllowedNow: there is none of one of them, or nothing to approve, one was rejected and is
            not named, or a finding blocks one.
    """
    picked = chosen(before, numbers) if numbers else all_to_approve(before)
    if not despite:
        check_unblocked(before, picked, numbers)
    return picked


def to_correct(before: Sheet, number: int, markdown: str) -> tuple[Segment, Block]:
    """The block of this number, and what an editor typed as its words.

    Raises:
        Refusal: the words are of another kind.
        NotAllowedNow: there is no such block, or it says exactly that already.
    """
    (one,) = chosen(before, [number])
    block = corrected(one.source, markdown)
    if one.is_settled and one.target == block:
        raise NotAllowedNow(f"block {number} says exactly that already")
    return one, block


def approved(one: Segment) -> Block:
    """A machine's words as an editor's own; which engine said them is still known.

    Raises:
        NotAllowedNow: there are no words yet.
    """
    if one.target is None:
        raise NotAllowedNow(
            f"block {one.number} has no words yet; newsroom translate makes them, "
            "newsroom correct gives them"
        )
    return replace(one.target, origin=Origin.EDITOR, of=one.source.digest, findings=())


def check_unblocked(before: Sheet, picked: Iterable[Segment], numbers: Iterable[int]) -> None:
    """Say once more what speaks against words before they are taken over.

    Args:
        before: the text as it is kept.
        picked: the blocks that are meant.
        numbers: as they were typed; none for the whole text.

    Raises:
        NotAllowedNow: a finding blocks one of these blocks.
    """
    blocked = [one for one in picked if one.is_blocked]
    if not blocked:
        return
    said = [worded(one.number, f) for one in blocked for f in one.findings if f.blocks]
    about = f"{before.name} {before.language}"
    first, typed = f"{about} {blocked[0].number}", " ".join(map(str, numbers))
    dismiss = f", newsroom dismiss {first} CHECK --reason TEXT says that a finding is none"
    lines = [
        f"{named(one.number for one in blocked)} must not go out unread:",
        *(f"  {line}" for line in said),
        f"newsroom correct {first} gives other words{'' if before.topic else dismiss}; "
        f"newsroom approve {about} {typed}".rstrip()
        + " --despite takes these words as they are",
    ]
    raise NotAllowedNow("\n".join(lines))


def overruled(picked: Iterable[Segment]) -> str:
    """Which findings that block an editor has overruled by approving; empty if none."""
    checks = [f.check for one in picked if one.is_blocked for f in one.findings if f.blocks]
    return f"despite {', '.join(dict.fromkeys(checks))}" if checks else ""


def of_a_machine(before: Sheet, numbers: Sequence[int]) -> list[Segment]:
    """The blocks of these numbers, or all that are a machine's.

    Raises:
        NotAllowedNow: one of them is not a machine's, or none is.
    """
    picked = chosen(before, numbers)
    wrong = [one.number for one in picked if one.is_settled or one.target is None]
    if wrong:
        raise NotAllowedNow(f"block {wrong[0]} holds no words of a machine; see newsroom correct")
    found = picked or [one for one in before.segments if one.target and not one.is_settled]
    if not found:
        raise NotAllowedNow(f"no {before.language} words of {before.about} are a machine's")
    return found


def rejected(one: Segment, who: str) -> Block:
    """A machine's words that must not be read."""
    assert one.target is not None  # noqa: S101 - `of_a_machine` chose it
    finding = Finding(REJECTED, Severity.BLOCKS, f"{who} rejected these words")
    others = [known for known in one.target.findings if known.check != REJECTED]
    return replace(one.target, of=one.source.digest, findings=(*others, finding))
