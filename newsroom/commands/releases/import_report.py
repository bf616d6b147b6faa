"""What `newsroom import` says of each file."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from newsroom.commands import counted, say, say_json
from newsroom.commands.releases.showing import instant, when
from newsroom.filing.refiling import Filed
from newsroom.releases.omissions import omissions
from press.releases.outcome import is_held_back
from press.releases.release import Release, State

Line = dict[str, Any]
# Of so many releases what is to be noted stands below each; of more, once at the end.
FEW = 5


def line_of(filed: Filed, now: datetime, *, dry: bool = False) -> Line:
    """What became of one release, or would become of it, for a program to read."""
    release = filed.release
    state = release.state(now)
    would = {
        "dry_run": True,
        "language": release.source,
        "topics": list(release.topics),
        "contacts": len(release.contacts),
    }
    return {
        "release": None if dry and filed.is_new else release.id,
        "new": filed.is_new,
        "differs": filed.differs,
        "let_out": filed.let_out,
        "held_back": filed.held_back,
        "state": str(state),
        "reason": _reason(release, state),
        "does": _way_out(release, state, now),
        "when": when(release.embargo),
        "instant": instant(release.embargo),
        "headline": release.original.headline,
        "notes": [] if state is State.OUT else omissions(release),
        **(would if dry else {}),
    }


def tell(report: list[Line], *, as_json: bool) -> None:
    """Say it all, a line a thing, and then how much of each there was."""
    if as_json:
        say_json(report)
        return
    fresh = [line for line in report if line.get("new")]
    for line in report:
        say(_sentence(line), err="refused" in line)
        for note in line["notes"] if line.get("new") and len(fresh) <= FEW else []:
            say(f"  note: {note}")
    for note, numbers in _together(fresh).items() if len(fresh) > FEW else ():
        say(f"note: {note} ({_numbered(numbers)})")
    refused = sum("refused" in line for line in report)
    new = sum(line.get("new", False) for line in report)
    known = sum(not line.get("new", True) for line in report)
    verb = "would be filed" if any("dry_run" in line for line in report) else "filed"
    over = sum("passed_over" in line for line in report)
    also = f", {over} passed over" if over else ""
    say(f"{new} {verb}, {known} already filed, {refused} refused{also}")


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
        return _known(line)
    if "dry_run" in line:
        return (
            f"new: {line['headline']} ({line['language']}, {_stands(line)}, "
            f"topics {', '.join(line['topics']) or 'none'}, {line['contacts']} contacts)"
        )
    way_out = f"; {line['does']}" if line["does"] else ""
    return f"filed {line['release']}: {line['headline']} ({_stands(line)}){way_out}"


def _known(line: Line) -> str:
    number, headline = line["release"], line["headline"]
    if line["held_back"]:
        return (
            f"not filed: the same words as release {number}, which is held back now "
            f"({_stands(line)}); {line['does']}: {headline}"
        )
    if line["let_out"]:
        return f"let out {number}, which was filed already: {headline} ({_stands(line)})"
    if line["state"] == State.WITHDRAWN:
        return f"already filed as {number}, which was withdrawn; {line['does']}: {headline}"
    if line["differs"]:
        return (
            f"not filed: the same words as release {number} ({_stands(line)}), with another time, "
            f"contact or topic; newsroom edit {number} changes that one, --beside files this one "
            f"too: {headline}"
        )
    way_out = f"; {line['does']}" if line["does"] else ""
    return f"already filed as {number}: {headline} ({_stands(line)}){way_out}"


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
