"""`newsroom attach` and `newsroom detach`."""

from pathlib import Path
from typing import Any

import click

from newsroom.commands import RELEASE, Command, Door, now, pass_door, say_json
from newsroom.files import Attached
from press.attachment import form_called
from press.errors import AttachmentRefused

Line = dict[str, Any]


@click.command(cls=Command, epilog="\b\nExample:\n  newsroom attach 1 map.png statement.pdf")
@click.argument("release_id", type=RELEASE, metavar="ID")
@click.argument("paths", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
@pass_door
def attach(door: Door, release_id: int, paths: tuple[Path, ...], as_json: bool) -> None:
    """Attach JPEG, PNG, WebP, GIF or PDF files to a release.

    They are public when the release is. A bad file is refused; the others go in.
    """
    report = [_take(door, release_id, path) for path in paths]
    if as_json:
        say_json(report)
    for line in [] if as_json else report:
        click.echo(_sentence(line), err="refused" in line)
    if any("refused" in line for line in report):
        raise click.exceptions.Exit(1)


@click.command(cls=Command, epilog="\b\nExample:\n  newsroom detach 1 map.png")
@click.argument("release_id", type=RELEASE, metavar="ID")
@click.argument("name")
@pass_door
def detach(door: Door, release_id: int, name: str) -> None:
    """Take a file from a release and erase our copy of it."""
    file = door.newsroom.files.detach(release_id, name, door.who, now())
    click.echo(f"detached {file.name} from release {release_id}")


def _take(door: Door, release_id: int, path: Path) -> Line:
    """Attach one file and say what became of it; a refusal of the file is a line as well."""
    try:
        attached = door.newsroom.files.attach(release_id, path, door.who, now())
    except AttachmentRefused as refusal:
        return {"refused": str(refusal)}
    return _line(door, release_id, attached)


def _line(door: Door, release_id: int, attached: Attached) -> Line:
    file = attached.file
    return {
        "release": release_id,
        "new": attached.is_new,
        "name": file.name,
        "media_type": file.media_type,
        "size": file.size,
        "sha256": file.sha256,
        "address": door.settings.site.file(file.token, file.name),
    }


def _sentence(line: Line) -> str:
    if "refused" in line:
        return f"refused: {line['refused']}"
    verb = "attached" if line["new"] else "already attached as"
    facts = f"{form_called(line['media_type'])}, {line['size']:,} bytes"
    return f"{verb} {line['name']} ({facts}): {line['address']}"


COMMANDS = (attach, detach)
