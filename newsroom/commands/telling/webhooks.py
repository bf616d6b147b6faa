"""Programs elsewhere that are told what happens to releases."""

from typing import Any

import click

from newsroom.commands import (
    AS_JSON,
    RELEASE,
    Door,
    Group,
    Number,
    counted,
    now,
    pass_door,
    say,
    say_json,
)
from newsroom.telling.webhooks import GONE
from press.telling.webhook import Webhook

WEBHOOK = Number("a webhook's number; newsroom webhooks lists them")
EXAMPLE = """\b
Examples:
  newsroom webhooks
  newsroom webhooks add https://agency.example.org/in --topic climate --language fr
  newsroom webhooks replay 3 --failed
"""


@click.group(cls=Group, invoke_without_command=True, epilog=EXAMPLE)
@AS_JSON
@click.pass_context
def webhooks(context: click.Context, as_json: bool) -> None:
    """List the programs elsewhere that are told of releases; add one, send to it again.

    Each is sent a signed message (Standard Webhooks 1.0) within seconds when a release is out,
    translated, corrected or withdrawn.
    """
    if context.invoked_subcommand:
        return
    found = context.ensure_object(Door).newsroom.webhooks.every()
    if as_json:
        say_json([_as_json(one) for one in found])
        return
    for one in found:
        say(f"{one.id}: {one.address} ({_about(one)}){_state(one)}")
    if not found:
        say("there are no webhooks; newsroom webhooks add makes one")


@webhooks.command(epilog="\b\nExample:\n  newsroom webhooks add https://agency.example.org/in")
@click.argument("address", metavar="URL")
@click.option("--topic", "topics", multiple=True, metavar="SLUG", help="Only of this; repeatable.")
@click.option(
    "--language", "languages", multiple=True, metavar="CODE", help="Only in this; repeatable."
)
@pass_door
def add(door: Door, address: str, topics: tuple[str, ...], languages: tuple[str, ...]) -> None:
    """Have a program told of what happens from now on; its secret is shown this once."""
    added = door.newsroom.webhooks.add(address, topics, languages, door.who, now())
    say(f"webhook {added.id}: {_about(added)}; it verifies what it gets with this secret,")
    say("which is not shown again:")
    say(added.secret)


@webhooks.command(epilog="\b\nExample:\n  newsroom webhooks remove 3")
@click.argument("number", type=WEBHOOK, metavar="ID")
@pass_door
def remove(door: Door, number: int) -> None:
    """Tell a program nothing more."""
    door.newsroom.webhooks.remove(number, door.who, now())
    say(f"webhook {number}: removed")


@webhooks.command(epilog="\b\nExample:\n  newsroom webhooks rotate 3")
@click.argument("number", type=WEBHOOK, metavar="ID")
@pass_door
def rotate(door: Door, number: int) -> None:
    """Sign with a new secret, shown this once; the one before signs too for 24 hours."""
    secret = door.newsroom.webhooks.rotate(number, door.who, now())
    say(f"webhook {number}: for 24 hours both secrets hold; the new one is not shown again:")
    say(secret)


@webhooks.command(
    epilog="\b\nExamples:\n  newsroom webhooks replay 3 --failed"
    "\n  newsroom webhooks replay 3 --release 12"
)
@click.argument("number", type=WEBHOOK, metavar="ID")
@click.option("--release", "release_id", type=RELEASE, help="Only what is about this release.")
@click.option("--failed", "only_failed", is_flag=True, help="Only what was given up.")
@pass_door
def replay(door: Door, number: int, release_id: int | None, *, only_failed: bool) -> None:
    """Send a program again what it was sent, under the same names; a disabled one is asked again.

    What is sent is what the public may read now; where that is nothing, nothing is sent.
    """
    count = door.newsroom.webhooks.replay(
        number, door.who, now(), release_id=release_id, only_failed=only_failed
    )
    say(f"webhook {number}: {counted(count, 'message')} will be sent again")


@webhooks.command(epilog="\b\nExample:\n  newsroom webhooks test 3")
@click.argument("number", type=WEBHOOK, metavar="ID")
@pass_door
def test(door: Door, number: int) -> None:
    """Send a program a signed message of type newsroom.test, and see what it answers.

    If that is 410, the webhook is removed, as after any message.
    """
    status = door.newsroom.webhooks.test(number, now()).status
    ends = ", which ends it: removed" if status == GONE else ""
    say(f"webhook {number}: it answered {status}{ends}")


def _about(one: Webhook) -> str:
    """Of what it is told, in few words."""
    about = ", ".join(one.topics) or "every topic"
    return f"{about}; {', '.join(one.languages) or 'every language'}"


def _state(one: Webhook) -> str:
    if one.disabled_at:
        return f": disabled; newsroom webhooks replay {one.id} --failed asks it again"
    if one.failing_since:
        return f": fails since {one.failing_since:%Y-%m-%d %H:%M} UTC"
    return ""


def _as_json(one: Webhook) -> dict[str, Any]:
    return {
        "id": one.id,
        "address": one.address,
        "topics": one.topics,
        "languages": one.languages,
        "added_at": one.added_at.isoformat(),
        "failing_since": one.failing_since.isoformat() if one.failing_since else None,
        "disabled_at": one.disabled_at.isoformat() if one.disabled_at else None,
    }


COMMANDS = (webhooks,)
