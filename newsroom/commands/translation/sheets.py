"""A text under review, for a person or a program to read."""

from collections.abc import Iterator
from typing import Any

from newsroom.commands import counted
from newsroom.review.settling import Reviewed
from press.finding import Finding, Severity
from press.releases.release import Release, Standing
from press.releases.review import Displaced, Segment, Sheet, named, worded
from press.text import ASIDES, Block, Kind, Origin

# What an editor is told a block is, where its name would say too little.
_NAMES = {
    Kind.NOTES: "heading of notes to editors",
    Kind.ABOUT: "heading above what the sender says of itself",
    Kind.NOTE: "note of what was corrected",
    Kind.REASON: "why it was withdrawn",
    Kind.ROLE: "what a contact does",
    Kind.SERVICE: "who sends it",
    Kind.ALT: "alternative text of a file",
    Kind.CREDIT: "credit of a file",
}

MOST = 3  # reasons named in a list; the others are counted


def why(sheet: Sheet) -> list[str]:
    """Why an editor should look at a text, what stops it first."""
    stale = ["the original has changed"] if sheet.standing is Standing.STALE else []
    said = [line for severity in Severity for line in findings(sheet, severity)]
    return [*missing(sheet), *stale, *said, *unread(sheet)]


def findings(sheet: Sheet, severity: Severity) -> list[str]:
    """What is said against the blocks that nobody has settled."""
    return [
        worded(one.number, finding)
        for one in sheet.segments
        for finding in one.findings
        if finding.severity is severity
    ]


def counts(sheet: Sheet) -> str:
    """How many findings block and how many warn, as a line has it; empty if there are none."""
    block, warn = sheet.counts
    said = [f"{counted(block, 'finding')} block{'' if block > 1 else 's'}"] if block else []
    said += [f"{warn} warn{'' if warn > 1 else 's'}"] if warn else []
    return ", ".join(said)


def entry(sheet: Sheet) -> str:
    """A text as a list has it: its state, how much is said against it, and the first of that."""
    reasons, said = why(sheet) or [_elsewhere(sheet)], counts(sheet)
    more = f"; {len(reasons) - MOST} more" if len(reasons) > MOST else ""
    state = f"{sheet.standing} ({said})" if said else str(sheet.standing)
    first = "; ".join(reasons[:MOST]) + more
    return f"{sheet.about} {sheet.language} {state}: {first}"


def _elsewhere(sheet: Sheet) -> str:
    """Why a text is still in the list though an editor has settled the same words in another."""
    return (
        "its words were settled in another release; newsroom translate --again "
        f"--release {sheet.release_id} --language {sheet.language} takes that over"
    )


def missing(sheet: Sheet) -> list[str]:
    """Which blocks nobody has said anything for."""
    return [f"no words yet for {named(sheet.missing)}"] if sheet.missing else []


def unread(sheet: Sheet) -> list[str]:
    """Which blocks nobody has read: where a text waits or is older, and beside it what waits."""
    waits = sheet.standing in (Standing.WAITS, Standing.STALE)
    found = (one for one in sheet.segments if one.target and not one.is_proposed)
    open_ = [one.number for one in found if not one.is_settled]
    waiting = [number for number in open_ if waits or number in sheet.waiting]
    return [f"nobody has read {named(waiting)}"] if waiting else []


def summary(sheet: Sheet) -> dict[str, Any]:
    """What a list tells a program of a text."""
    return {
        **_subject(sheet),
        "language": sheet.language,
        "state": str(sheet.standing),
        "blocking": sheet.counts[0],
        "warning": sheet.counts[1],
        "why": why(sheet),
    }


def _subject(sheet: Sheet) -> dict[str, Any]:
    return {"topic": sheet.topic} if sheet.topic else {"release": sheet.release_id}


def lacking(release: Release, said: list[str]) -> dict[str, Any]:
    """What a list tells a program of an original that lacks something."""
    state = str(release.standing(release.source))
    about = {"release": release.id, "language": release.source, "state": state}
    return {**about, "blocking": 0, "warning": 0, "why": said}


def fields(sheet: Sheet) -> dict[str, Any]:
    """What a program is told of a whole text."""
    return {
        **summary(sheet),
        "as_shown": sheet.as_shown,
        "blocks": [_segment(one) for one in sheet.segments],
        "elsewhere": [displaced(one) for one in sheet.elsewhere],
    }


def outcome(done: Reviewed) -> dict[str, Any]:
    """What a program is told of an editor's act."""
    return {
        **_subject(done.sheet),
        "language": done.sheet.language,
        "state": str(done.sheet.standing),
        "blocks": list(done.at),
        "ready": done.is_ready,
        "waits_for": _stops(done),
        "findings": [{"block": slip.number, **finding_fields(slip.finding)} for slip in done.slips],
        "as_shown": done.sheet.as_shown,
    }


def slipped(done: Reviewed) -> list[str]:
    """What the checks say of an editor's words, for the editor to look at once more."""
    return [f"look once more: {worded(slip.number, slip.finding)}" for slip in done.slips]


def waits(done: Reviewed) -> list[str]:
    """What still stands between a text and the public."""
    return [f"it waits: {reason}" for reason in _stops(done)]


def _stops(done: Reviewed) -> list[str]:
    if done.is_ready:
        return []
    return [*missing(done.sheet), *findings(done.sheet, Severity.BLOCKS)] or unread(done.sheet)


def _segment(one: Segment) -> dict[str, Any]:
    target = one.target
    return {
        "block": one.number,
        "kind": str(one.source.kind),
        "source": one.source.markdown,
        "target": target.markdown if target else None,
        "origin": str(target.origin) if target else None,
        "engine": target.engine if target else "",
        "findings": [finding_fields(found) for found in (target.findings if target else ())],
        "displaced": [displaced(earlier) for earlier in one.displaced],
    }


def finding_fields(found: Finding) -> dict[str, str]:
    """What a program is told of a finding."""
    said = {"check": found.check, "severity": str(found.severity), "says": found.says}
    return said | {"dismissed_by": found.dismissed_by, "reason": found.reason}


def displaced(one: Displaced) -> dict[str, str]:
    """What a program is told of an editor's words that something took the place of."""
    return {"source": one.source.markdown, "words": one.words.markdown}


def lines(sheet: Sheet) -> Iterator[str]:
    """A text for a person to read, block by block."""
    yield f"{sheet.about}, {sheet.language}: {sheet.standing}"
    yield from _first(sheet)
    for one in sheet.segments:
        kind = _NAMES.get(one.source.kind, one.source.kind)
        yield f"\n[{one.number}] {kind}{' – blocks' if one.is_blocked else ''}"
        yield _indented(one.source.markdown)
        yield f"    {_wrote(one.target)}:"
        if one.target:
            yield _indented(one.target.markdown)
            yield from map(_found, one.target.findings)
        yield from (f"    an editor had put it:\n{_earlier(d)}" for d in one.displaced)
    if sheet.elsewhere:
        yield "\nAn editor's words for blocks that are no longer in the text:"
        yield from (_earlier(one) for one in sheet.elsewhere)
    yield from _next(sheet)


def _next(sheet: Sheet) -> Iterator[str]:
    """What to type to approve just what is shown."""
    about, shown = f"{sheet.name} {sheet.language}", f"--as-shown {sheet.as_shown}"
    found = [one for one in sheet.segments if one.target and not one.is_settled]
    proposed = [str(one.number) for one in found if one.is_proposed]
    if len(found) > len(proposed):
        despite = " --despite" if any(one.is_blocked for one in found) else ""
        yield f"\nnewsroom approve {about} {shown}{despite} approves exactly these words"
    if proposed:
        yield (
            f"newsroom approve {about} {' '.join(proposed)} {shown} --despite takes a machine's "
            "words for a name"
        )


def _first(sheet: Sheet) -> Iterator[str]:
    """Before the blocks in reading order, what keeps the text in."""
    blocked = [str(one.number) for one in sheet.segments if one.is_blocked]
    if not blocked:
        return
    yield f"blocks: {', '.join(blocked)}"
    yield from (f"  {line}" for line in findings(sheet, Severity.BLOCKS))


def _found(finding: Finding) -> str:
    said = f"{finding.check} ({finding.severity}): {finding.says}"
    if not finding.dismissed_by:
        return f"    ! {said}"
    return f"    - {said}\n      dismissed by {finding.dismissed_by}: {finding.reason}"


def _earlier(one: Displaced) -> str:
    return f"{_indented(one.words.markdown)}\n      for:\n{_indented(one.source.markdown)}"


def _wrote(block: Block | None) -> str:
    if block is None:
        return "no words yet"
    is_looked_up = block.kind in ASIDES and block.origin is Origin.AUTHOR
    return block.engine if is_looked_up else f"{block.origin} {block.engine}".strip()


def _indented(words: str) -> str:
    return "\n".join(f"      {line}" for line in words.split("\n"))
