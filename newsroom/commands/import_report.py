"""What `newsroom import` says of each file."""

from typing import Any

import click

from newsroom.commands import now, say_json
from newsroom.commands.showing import when
from newsroom.desk import Filed

Line = dict[str, Any]


def line_of(filed: Filed) -> Line:
    """What became of one release."""
    release = filed.release
    return {
        "release": release.id,
        "new": filed.is_new,
        "differs": filed.differs,
        "state": str(release.state(now())),
        "when": when(release.embargo),
        "headline": release.original.headline,
    }


def tell(report: list[Line], *, as_json: bool) -> None:
    """Say it all, a line a thing, and then how much of each there was."""
    if as_json:
        say_json(report)
        return
    for line in report:
        click.echo(_sentence(line), err="refused" in line)
    refused = sum("refused" in line for line in report)
    new = sum(line.get("new", False) for line in report)
    known = sum(not line.get("new", True) for line in report)
    verb = "would be filed" if any("dry_run" in line for line in report) else "filed"
    over = sum("passed_over" in line for line in report)
    also = f", {over} passed over" if over else ""
    click.echo(f"{new} {verb}, {known} already filed, {refused} refused{also}")


def _sentence(line: Line) -> str:
    if "refused" in line:
        return f"refused {line['file']}: {line['refused']}"
    if "passed_over" in line:
        return f"passed over {line['file']}: {line['passed_over']}"
    if "topic" in line:
        return f"topic {line['topic']}"
    if "dry_run" in line:
        return (
            f"{'new' if line['new'] else 'already filed'}: {line['headline']} "
            f"({line['language']}, {line['when']}, "
            f"topics {', '.join(line['topics']) or 'none'}, {line['contacts']} contacts)"
        )
    verb = "filed" if line["new"] else "already filed as"
    if line["differs"]:
        return (
            f"already filed as {line['release']} ({line['state']}, {line['when']}); its time, "
            f"topics and contacts were not changed: {line['headline']}"
        )
    return f"{verb} {line['release']}: {line['headline']} ({line['state']}, {line['when']})"
