"""Work: what waits, what was given up."""

import click

from newsroom.commands import (
    AS_JSON,
    RELEASE,
    TASK,
    Command,
    Door,
    counted,
    now,
    pass_door,
    say,
    say_json,
)
from newsroom.telling.reckoning import tell_again
from press.errors import Refusal
from storage import tasks as kept


@click.command(cls=Command, epilog="\b\nExample:\n  newsroom tasks --json")
@AS_JSON
@pass_door
def tasks(door: Door, as_json: bool) -> None:
    """List the work that was given up, with the reason."""
    with door.newsroom.storage.read() as db:
        failed = kept.failed(db)
    if as_json:
        say_json([{"id": t.id, "key": t.key, "tries": t.tries, "reason": why} for t, why in failed])
        return
    for task, why in failed:
        say(f"{task.id}: {task.key} failed {task.tries} times: {why}")
    if not failed:
        say("no work was given up")


@click.command(
    cls=Command, epilog="\b\nExamples:\n  newsroom retry 12\n  newsroom retry --release 3"
)
@click.argument("number", type=TASK, required=False, metavar="[TASK]")
@click.option("--release", type=RELEASE, help="Tell those whom messages about it did not reach.")
@pass_door
def retry(door: Door, number: int | None, release: int | None) -> None:
    """Do failed work again: one task, or all; or send what failed of telling about a release."""
    if number and release:
        raise click.UsageError("a task and --release contradict each other")
    if release:
        again = tell_again(door.newsroom.storage, release, now())
        held = f"; {again.held} cannot go: newsroom subscribers says why" if again.held else ""
        say(f"{counted(again.due, 'message')} due again{held}")
        return
    with door.newsroom.storage.write() as db:
        count = kept.retry(db, now(), number or 0)
    if number and not count:
        raise Refusal(f"task {number} has not failed; newsroom tasks lists those that have")
    say(f"{count} tasks are due again")


COMMANDS = (tasks, retry)
