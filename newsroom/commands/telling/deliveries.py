"""Who was told: how far it has come, what failed, and ending it."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

import click

from newsroom.commands import AS_JSON, RELEASE, Command, Door, now, pass_door, say, say_json
from newsroom.commands.terminal.asking import YES, confirm
from newsroom.telling import reckoning
from press.telling.notices import Channel
from storage.telling.counts import DeliveryCount, FailedDelivery

RECEIVERS = {
    Channel.MAIL: "subscriber",
    Channel.DIGEST: "a digest of subscriber",
    Channel.HUB: "subscription of the hub",
    Channel.WEBHOOK: "webhook",
}


@click.command(cls=Command, epilog="\b\nExample:\n  newsroom deliveries --release 12 --failed")
@click.option("--release", "number", type=RELEASE, help="Only about this one.")
@click.option("--failed", is_flag=True, help="Only what was given up, with the reason.")
@AS_JSON
@pass_door
def deliveries(door: Door, number: int | None, failed: bool, as_json: bool) -> None:
    """Show who was told of each release, by mail, hub and webhooks, and who is still to be."""
    storage = door.newsroom.storage
    if failed:
        _say_failed(reckoning.failures(storage, number or 0), as_json=as_json)
        return
    found = reckoning.deliveries(storage, number or 0)
    if as_json:
        say_json([_fields(one) for one in found])
        return
    for release_id, ours in groupby(found, key=lambda one: one.release_id):
        say(_headline(door, release_id))
        for one in ours:
            say(f"  {one.kind}, by {one.channel}: {_counts(one)}")
    if not found:
        say("nobody was to be told of anything")


@click.command(cls=Command, epilog="\b\nExample:\n  newsroom stop 12")
@click.argument("release_id", type=RELEASE, metavar="ID")
@YES
@pass_door
def stop(door: Door, release_id: int, yes: bool) -> None:
    """End the telling of a release: what has not gone does not go. It stays public."""
    storage = door.newsroom.storage
    seen = reckoning.under_way(storage, release_id)
    lines = [f"{seen}; {seen.left:,} wait", "what is stopped is not told later; it stays public"]
    confirm(lines, f"Stop telling of release {release_id}?", yes=yes)
    done = reckoning.stop(storage, release_id, door.who, now())
    say(f"{done}; {done.left:,} will not be")


def _headline(door: Door, release_id: int | None) -> str:
    if release_id is None:
        return "about no release"
    release, _ = door.newsroom.releases.get(release_id)
    return f"release {release_id} “{release.original.headline}”"


def _counts(one: DeliveryCount) -> str:
    names = ("sent", "owed", "failed", "stopped", "skipped")
    said = [f"{getattr(one, name):,} {name}" for name in names if getattr(one, name)]
    since = f" (the oldest since {one.oldest:%Y-%m-%d %H:%M:%S} UTC)" if one.oldest else ""
    return f"{', '.join(said)}{since}"


def _fields(one: DeliveryCount) -> dict[str, Any]:
    return {
        "release": one.release_id,
        "occasion": one.kind.value,
        "channel": one.channel.value,
        "owed": one.owed,
        "sent": one.sent,
        "skipped": one.skipped,
        "failed": one.failed,
        "stopped": one.stopped,
        "oldest_owed": one.oldest,
    }


def _say_failed(found: Sequence[FailedDelivery], *, as_json: bool) -> None:
    if as_json:
        say_json([_failed_fields(one) for one in found])
        return
    for one in found:
        about = f"release {one.release_id}, " if one.release_id else ""
        where = f" ({one.address})" if one.address else ""
        say(
            f"{about}{one.kind}, to {RECEIVERS[one.channel]} {one.receiver}{where}: given up at"
            f" {one.at:%Y-%m-%d %H:%M:%S} UTC after {_tries(one.tries)}: {one.reason}"
        )
    if not found:
        say("nothing was given up")


def _tries(count: int) -> str:
    return "1 try" if count == 1 else f"{count} tries"


def _failed_fields(one: FailedDelivery) -> dict[str, Any]:
    return {
        "release": one.release_id,
        "occasion": one.kind.value,
        "channel": one.channel.value,
        "receiver": one.receiver,
        "host": one.address,
        "tries": one.tries,
        "at": one.at,
        "reason": one.reason,
    }


COMMANDS = (deliveries, stop)
