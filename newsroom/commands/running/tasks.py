"""Work: what waits, what was given up."""

import click

from newsroom.commands import AS_JSON, TASK, Command, Door, now, pass_door, say, say_json
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


@click.command(cls=Command, epilog="\b\nExample:\n  newsroom retry 12")
@click.argument("number", type=TASK, required=False, metavar="[TASK]")
@pass_door
def retry(door: Door, number: int | None) -> None:
    """Do failed work again: one task, or all."""
    with door.newsroom.storage.write() as db:
        count = kept.retry(db, now(), number or 0)
    if number and not count:
        raise Refusal(f"task {number} has not failed; newsroom tasks lists those that have")
    say(f"{count} tasks are due again")


COMMANDS = (tasks, retry)
