"""A text under review, for a person or a program to read."""

from collections.abc import Iterator
from typing import Any

from newsroom.review.settling import Reviewed
from press.finding import Finding, Severity
from press.releases.release import Release, Standing
from press.releases.review import Displaced, Segment, Sheet, named
from press.text import Block


def why(sheet: Sheet) -> list[str]:
    """Why an editor should look at a text, what stops it first."""
    stale = ["the original has changed"] if sheet.standing is Standing.STALE else []
    said = [line for severity in Severity for line in findings(sheet, severity)]
    return [*missing(sheet), *stale, *said, *unread(sheet)]


def findings(sheet: Sheet, severity: Severity) -> list[str]:
    """What is said against the blocks that nobody has settled."""
    return [
        f"block {one.number}: {finding.check}: {finding.says}"
        for one in sheet.segments
        for finding in (one.target.findings if one.target and not one.is_settled else ())
        if finding.severity is severity
    ]


def missing(sheet: Sheet) -> list[str]:
    """Which blocks nobody has said anything for."""
    return [f"no words yet for {named(sheet.missing)}"] if sheet.missing else []


def unread(sheet: Sheet) -> list[str]:
    """Which blocks nobody has read, where the text waits or is older than its original."""
    open_ = [one.number for one in sheet.segments if one.target and not one.is_settled]
    waits = sheet.standing in (Standing.WAITS, Standing.STALE)
    return [f"nobody has read {named(open_)}"] if waits and open_ else []


def summary(sheet: Sheet) -> dict[str, Any]:
    """What a list tells a program of a text."""
    return {
        **_subject(sheet),
        "language": sheet.language,
        "state": str(sheet.standing),
        "why": why(sheet),
    }


def _subject(sheet: Sheet) -> dict[str, Any]:
    return {"topic": sheet.topic} if sheet.topic else {"release": sheet.release_id}


def lacking(release: Release, said: list[str]) -> dict[str, Any]:
    """What a list tells a program of an original that lacks something."""
    state = str(release.standing(release.source))
    return {"release": release.id, "language": release.source, "state": state, "why": said}


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
    return [
        f"look once more: block {slip.number}: {slip.finding.check}: {slip.finding.says}"
        for slip in done.slips
    ]


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
    return {"check": found.check, "severity": str(found.severity), "says": found.says}


def displaced(one: Displaced) -> dict[str, str]:
    """What a program is told of an editor's words that something took the place of."""
    return {"source": one.source.markdown, "words": one.words.markdown}


def lines(sheet: Sheet) -> Iterator[str]:
    """A text for a person to read, block by block."""
    yield f"{sheet.about}, {sheet.language}: {sheet.standing}"
    for one in sheet.segments:
        yield f"\n[{one.number}] {one.source.kind}"
        yield _indented(one.source.markdown)
        yield f"    {_wrote(one.target)}:"
        if one.target:
            yield _indented(one.target.markdown)
            yield from (f"    ! {f.check} ({f.severity}): {f.says}" for f in one.target.findings)
        yield from (f"    an editor had put it:\n{_earlier(d)}" for d in one.displaced)
    if sheet.elsewhere:
        yield "\nAn editor's words for blocks that are no longer in the text:"
        yield from (_earlier(one) for one in sheet.elsewhere)
    if any(one.target and not one.is_settled for one in sheet.segments):
        about = f"{sheet.name} {sheet.language} --as-shown {sheet.as_shown}"
        yield f"\nnewsroom approve {about} approves exactly these words"


def _earlier(one: Displaced) -> str:
    return f"{_indented(one.words.markdown)}\n      for:\n{_indented(one.source.markdown)}"


def _wrote(block: Block | None) -> str:
    return f"{block.origin} {block.engine}".strip() if block else "no words yet"


def _indented(words: str) -> str:
    return "\n".join(f"      {line}" for line in words.split("\n"))
