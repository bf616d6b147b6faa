"""A finding that is none: dismissed with a reason, which is kept."""

from typing import Any

import click

from newsroom.commands import AS_JSON, SAID, Command, Door, now, pass_door
from newsroom.commands.translation.reviewing import (
    UNSEEN,
    as_shown_,
    code_of,
    language,
    number,
    seen_as,
    tell,
)
from newsroom.review.dismissing import Doubted

EXAMPLE = """\b
Examples:
  newsroom dismiss 1 nl 2 names --reason "Wilt is a place."
  newsroom dismiss 1 nl 2 names --undo
"""


@click.command(cls=Command, epilog=EXAMPLE)
@number
@language
@click.argument("block", type=click.IntRange(1), metavar="BLOCK")
@click.argument("check", type=SAID, metavar="CHECK")
@click.option("--reason", type=SAID, metavar="TEXT", help="Why it is no mistake, for colleagues.")
@click.option("--undo", is_flag=True, help="Let it count again.")
@as_shown_
@UNSEEN
@AS_JSON
@pass_door
def dismiss(door: Door, /, release_id: int, language: str, block: int, **said: Any) -> None:
    """Say that what a check found is no mistake; the words stay a machine's, marked as such.

    If nothing else speaks against it, the text goes out where machine text does by itself.
    """
    if bool(said["reason"]) == said["undo"]:
        raise click.UsageError("say why, with --reason, or --undo")
    about = Doubted(release_id, code_of(door, language), block, said["check"])
    seen = (said["as_shown"], said["unseen"])
    shown = seen_as(door, (release_id, about.code), [block], *seen)
    if said["undo"]:
        done = door.newsroom.dismissing.undo(about, door.who, now(), shown)
    else:
        done = door.newsroom.dismissing.dismiss(about, said["reason"], door.who, now(), shown)
    what = "counts again" if said["undo"] else "is dismissed"
    words = f"the {about.code} text of release {release_id}: block {block}: {about.check} {what}"
    tell(done, words, as_json=said["as_json"])


COMMANDS = (dismiss,)
