"""A home from a copy, and letting go what it holds."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from newsroom.commands import (
    AS_JSON,
    RELEASE,
    Command,
    Door,
    counted,
    now,
    pass_door,
    say,
    say_json,
)
from newsroom.commands.terminal.asking import YES, confirm
from newsroom.upkeep import reopening, restoring
from newsroom.upkeep.restoring import Restored
from storage.filed.restored import HeldGroup, HeldRelease

# How many headlines of each group are shown; the rest is counted.
SHOWN = 5
# What happens to the releases of each group once they are let go.
GROUPS = {
    HeldGroup.OUT: "{} out in the copy: out again, with the same date, announced to nobody again",
    HeldGroup.DUE: "{} due since the copy was made: out with the minute they had, announced now",
    HeldGroup.AHEAD: "{} due ahead: scheduled again",
}
BUT_FIRST = (
    "A copy does not know what was withdrawn, held, corrected or moved after it was made. Withdraw"
    " and move these first:\n  newsroom withdraw ID --reason TEXT\n  newsroom schedule ID WHEN"
)


@click.command(cls=Command, epilog="\b\nExample:\n  newsroom restore FILE --home /srv/new")
@click.argument("file", type=click.Path(path_type=Path))
@AS_JSON
@pass_door
def restore(door: Door, file: Path, as_json: bool) -> None:
    """Make a home from a copy; nothing of it is out until newsroom reopen lets it go.

    Translation packages have to be installed again.
    """
    found = restoring.restore(file, door.settings, door.who, now())
    if as_json:
        say_json(_restored_json(found))
        return
    copied = f"{found.copied_at:%Y-%m-%d %H:%M:%S} UTC" if found.copied_at else "unknown time"
    say(f"restored to {door.home}: the copy of {copied}")
    if found.untold:
        say(f"{counted(found.untold, 'message')} that the copy held as owed will not be sent")
    if not found.waiting:
        say("nothing in it was out or scheduled")
        return
    say(f"{counted(len(found.waiting), 'release')} held; let go, they would be:")
    _say_groups(found.waiting)
    if found.previews:
        say(f"{counted(found.previews, 'preview link')} ended")
    say(f"{BUT_FIRST}\nThen let go of the rest:\n  newsroom reopen")


@click.command(cls=Command, epilog="\b\nExample:\n  newsroom reopen --except 12 --except 15")
@click.argument("ids", type=RELEASE, metavar="[ID…]", nargs=-1)
@click.option("--except", "but", type=RELEASE, multiple=True, help="Go on holding this one.")
@YES
@AS_JSON
@pass_door
def reopen(
    door: Door, ids: tuple[int, ...], but: tuple[int, ...], yes: bool, as_json: bool
) -> None:
    """Let go what is held since a copy was restored: these releases, or all of them."""
    storage = door.newsroom.storage
    chosen = reopening.waiting(storage, now(), ids, but)
    if chosen and not as_json:
        say(f"{counted(len(chosen), 'release')} held since a copy was restored:")
        _say_groups(chosen)
    if chosen:
        confirm([BUT_FIRST], "Let them go now?", yes=yes)
    back = reopening.held_back(storage, chosen, now())
    reopening.reopen(storage, chosen, door.who, now())
    gone = [one for one in chosen if one not in back]
    if as_json:
        say_json([_waiting_json(one) for one in gone])
        return
    for one in back:
        say(
            f"release {one.release_id} goes on waiting: its text says that it must not come out yet"
        )
    say(f"let go of {counted(len(gone), 'release')}")


def _say_groups(found: Sequence[HeldRelease]) -> None:
    """Each group by number, and its latest headlines, a line each."""
    for group, says in GROUPS.items():
        ours = [one for one in found if one.group is group]
        if not ours:
            continue
        say(f"- {says.format(len(ours))}")
        for one in ours[:SHOWN]:
            headline = " ".join(one.headline.split())
            say(f"    {one.release_id} {one.instant:%Y-%m-%d %H:%M} UTC {headline}")
        if len(ours) > SHOWN:
            say(f"    and {len(ours) - SHOWN} more")


def _restored_json(found: Restored) -> dict[str, Any]:
    counts = {group.value: len(found.of(group)) for group in HeldGroup}
    return {
        "copied_at": found.copied_at,
        "held": counts,
        "previews_ended": found.previews,
        "messages_stopped": found.untold,
        "releases": [_waiting_json(one) for one in found.waiting],
    }


def _waiting_json(one: HeldRelease) -> dict[str, Any]:
    return {
        "release": one.release_id,
        "group": one.group.value,
        "instant": one.instant,
        "headline": one.headline,
    }


COMMANDS = (restore, reopen)
