"""What `newsroom import` says of each file."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from newsroom.commands import counted, say, say_json
from newsroom.commands.releases.refiled import known_sentence
from newsroom.commands.releases.showing import instant, when
from newsroom.commands.terminal.report_page import PageRow, page_of
from newsroom.filing.refiling import Filed
from newsroom.releases.omissions import omissions
from press.releases.outcome import is_held_back
from press.releases.reading_report import ReadingReport, left_out_said
from press.releases.release import Release, State

Line = dict[str, Any]
# Of so many releases what is to be noted stands below each; of more, once at the end.
FEW = 5
SHOWN = 80  # characters of what was left out


def line_of(filed: Filed, now: datetime, *, dry: bool = False) -> Line:
    """What became of one release, or would become of it, for a program to read.

    Args:
        filed: the release.
        now: UTC.
        dry: whether it only would.
    """
    release = filed.release
    state, is_filed = release.state(now), not (dry and filed.is_new)
    would = {
        "dry_run": True,
        "language": release.source,
        "topics": list(release.topics),
        "contacts": len(release.contacts),
    }
    return {
        "release": release.id if is_filed else None,
        "new": filed.is_new,
        "differs": filed.differs,
        "let_out": filed.let_out,
        "held_back": filed.held_back,
        "known_by": str(filed.known_by) if filed.known_by else None,
        "others": list(filed.others),
        "state": str(state),
        "reason": _reason(release, state),
        "does": _way_out(release, state, now),
        "when": when(release.embargo),
        "instant": instant(release.embargo),
        "headline": release.original.headline,
        "notes": [] if state is State.OUT else omissions(release, is_filed=is_filed),
        **(would if dry else {}),
    }


def tell(report: list[Line], *, as_json: bool) -> None:
    """Say it all, a line a thing, and then how much of each there was."""
    if as_json:
        say_json(report)
        return
    fresh = [line for line in report if line.get("new")]
    is_few = len(fresh) <= FEW
    has_pages = 0 < sum("page" in line for line in report) <= FEW
    for line in report:
        say(_sentence(line), err="refused" in line)
        if has_pages and "page" in line:
            say(line["page"])
        elif line.get("new"):
            for words in _below(line, is_few=is_few):
                say(f"  {words}")
    for words in [] if is_few else _at_the_end(fresh):
        say(words)
    if any("dry_run" in line for line in report) and not has_pages:
        say(f"--dry-run shows all that was read of up to {FEW} releases; --json tells it of any")
    refused = sum("refused" in line for line in report)
    new = sum(line.get("new", False) for line in report)
    known = sum(not line.get("new", True) for line in report)
    verb = "would be filed" if any("dry_run" in line for line in report) else "filed"
    over = sum("passed_over" in line for line in report)
    also = f", {over} passed over" if over else ""
    say(f"{new} {verb}, {known} already filed, {refused} refused{also}")


def page(line: Line, report: ReadingReport) -> str:
    """What was read of a release, and what would become of it, as a page of text.

    Args:
        line: what is told of it to programs.
        report: what was understood.
    """
    report = replace(report, notes=tuple(line["notes"]))
    topics = ", ".join(line["topics"]) or "none"
    more = (PageRow("Topics", (topics,)), PageRow("State", (_stands(line),)))
    next_ = PageRow("Next", (_next(line),) if line["new"] else ())
    return f"\n{page_of(report, (*more, next_))}\n"


def aside(report: ReadingReport) -> str:
    """What of a file is in no document, on one line; empty where there is nothing."""
    left, press = report.filing.left_out, report.filing.unpublished
    said = [f"left out: {left_out_said(left[0], SHOWN)}{_more(len(left) - 1)}"] if left else []
    if press:
        names = ", ".join(contact.name for contact in press[:FEW])
        said.append(f"for the press alone: {names}{_more(len(press) - FEW)}")
    return "; ".join(said)


def _more(count: int) -> str:
    return f", and {count} more" if count > 0 else ""


def _below(line: Line, *, is_few: bool) -> list[str]:
    """What is to be known of a release that was filed, besides what became of it."""
    notes = line["notes"] if is_few else ()
    return [*filter(None, [line.get("aside")]), *(f"note: {note}" for note in notes)]


def _at_the_end(fresh: Sequence[Line]) -> Iterator[str]:
    """What is to be known of many, each thing once."""
    for note, numbers in _together(fresh).items():
        yield f"note: {note} ({_numbered(numbers)})"


def _next(line: Line) -> str:
    """What an officer does after a dry run."""
    filed = "without --dry-run it is filed"
    if line["state"] == State.OUT:
        return f"{filed} and is public at once"
    if line["state"] == State.SCHEDULED:
        return f"{filed} and comes out at its minute"
    lift = " --lift-embargo" if "--lift-embargo" in line["does"] else ""
    return f"{filed}; newsroom publish ID{lift} then lets it out"


def _together(fresh: Iterable[Line]) -> dict[str, list[int]]:
    """Each thing that is to be noted, and the releases it is about."""
    found = defaultdict[str, list[int]](list)
    for line in fresh:
        for note in line["notes"]:
            found[note].append(line["release"])
    return found


def _numbered(numbers: Sequence[int | None]) -> str:
    """How many releases, and the first of them by number, which a dry run does not give."""
    first = ", ".join(str(number) for number in numbers[:FEW] if number)
    more = ", …" if first and len(numbers) > FEW else ""
    return f"{counted(len(numbers), 'release')}{': ' if first else ''}{first}{more}"


def _sentence(line: Line) -> str:
    for said in ("refused", "passed_over"):
        if said in line:
            return f"{said.replace('_', ' ')} {line['file']}: {line[said]}"
    if "topic" in line:
        return f"topic {line['topic']}"
    if not line["new"]:
        return known_sentence(line, _stands(line))
    if "dry_run" in line:
        return (
            f"new: {line['headline']} ({line['language']}, {_stands(line)}, "
            f"topics {', '.join(line['topics']) or 'none'}, {counted(line['contacts'], 'contact')})"
        )
    way_out = f"; {line['does']}" if line["does"] else ""
    return f"filed {line['release']}: {line['headline']} ({_stands(line)}){way_out}"


def _stands(line: Line) -> str:
    """Its state, and why or when."""
    return f"{line['state']}: {line['reason']}" if line["reason"] else _due(line)


def _due(line: Line) -> str:
    return f"{line['state']}, {line['when']}"


def _reason(release: Release, state: State) -> str:
    if state is State.WITHDRAWN:
        return release.reason
    return release.why if state in (State.DRAFT, State.HELD) else ""


def _way_out(release: Release, state: State, now: datetime) -> str:
    """The command that lets it out, where it does not come out by itself."""
    if state is State.WITHDRAWN:
        return f"newsroom publish {release.id} publishes it again, as what it was"
    if state not in (State.DRAFT, State.HELD):
        return ""
    lift = " --lift-embargo" if is_held_back(release.not_yet, now) else ""
    return f"newsroom publish {release.id}{lift} lets it out"
