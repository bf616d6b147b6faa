"""`newsroom discard`."""

import click

from newsroom.commands import RELEASE, Command, Door, counted, now, pass_door, say
from newsroom.commands.releases.originals import source_name
from newsroom.commands.terminal.asking import YES, confirm
from newsroom.releases.discarding import discard as erase
from newsroom.releases.discarding import kept_for_others, to_discard
from press.releases.release import Release


@click.command(cls=Command, epilog="\b\nExample:\n  newsroom discard 3")
@click.argument("release_id", type=RELEASE, metavar="ID")
@YES
@pass_door
def discard(door: Door, release_id: int, *, yes: bool) -> None:
    """Erase a draft for good, with its versions, files and links; nothing brings it back."""
    storage = door.newsroom.storage
    release, attached = to_discard(storage, release_id, now())
    kept = [
        f"{source_name(name)}, which other releases were read from too, is kept with its words"
        for name in kept_for_others(storage, release_id)
    ]
    confirm([*_going(release, attached), *kept], f"Discard release {release_id} for good?", yes=yes)
    erase(storage, release_id, door.who, now())
    for line in kept:
        say(line)
    say(f"release {release_id} is discarded; the journal keeps that there was one")


def _going(release: Release, attached: int) -> list[str]:
    """What goes with a draft."""
    texts, files = counted(len(release.texts), "text"), counted(attached, "file")
    return [
        f"release {release.id}, a draft: “{release.original.headline}”",
        f"{texts} ({', '.join(release.texts)}), every version, {files}, previews and proofs go",
        "what is remembered only of it goes too; the journal keeps that there was one",
    ]


COMMANDS = (discard,)
