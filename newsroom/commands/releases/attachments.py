"""`newsroom attach` and `newsroom detach`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from intake.pictures.drawing import fault_of
from intake.pictures.owed import owed_to
from newsroom.commands import AS_JSON, RELEASE, SAID, Command, Door, now, pass_door, say, say_json
from newsroom.commands.releases.captions import OWN, captions
from newsroom.commands.releases.originals import source_name
from newsroom.commands.terminal.words import not_yet_in
from press.errors import AttachmentRefused
from press.public.site import Site
from press.releases.attachment import Attachment, Words, form_called

Line = dict[str, Any]


_EXAMPLE = """\b
Examples:
  newsroom attach 1 statement.pdf
  newsroom attach 1 bridge.jpg --alt-from bridge.txt --credit-from credit.txt
  newsroom attach 1 bridge.jpg --alt "The bridge" --alt fr="Le pont"
  echo "De brug" | newsroom attach 1 bridge.jpg --alt-from nl=-
"""
# Who does not see a picture is told nothing of it; a release and its feeds show it all the same,
# lists do not.
WORDLESS = (
    "{name} has no alternative text: who cannot see it learns nothing of it; newsroom attach "
    "{release} {name} --alt-from FILE says what it shows, --alt-from CODE=FILE in another language"
)
# Offered, and not taken: cameras name their owner, and scanners their maker.
OWED = (
    "{name} names “{owed}” in itself; newsroom attach {release} {name} --credit-from FILE tells "
    "readers whom it is owed to"
)


@click.command(cls=Command, epilog=_EXAMPLE)
@click.argument("release_id", type=RELEASE, metavar="ID")
@click.argument("paths", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
@click.option(
    "--alt",
    type=SAID,
    multiple=True,
    metavar="[LANGUAGE=]TEXT",
    help="What an image shows; of a PDF, what is in it.",
)
@click.option(
    "--credit",
    type=SAID,
    multiple=True,
    metavar="[LANGUAGE=]TEXT",
    help="Whom it is owed to.",
)
@click.option(
    "--alt-from",
    type=SAID,
    multiple=True,
    metavar="[LANGUAGE=]FILE|-",
    help="The words of --alt, from a file.",
)
@click.option(
    "--credit-from",
    type=SAID,
    multiple=True,
    metavar="[LANGUAGE=]FILE|-",
    help="Those of --credit.",
)
@AS_JSON
@pass_door
def attach(
    door: Door, /, release_id: int, paths: tuple[Path, ...], as_json: bool, **said: Any
) -> None:
    """Attach JPEG, PNG, WebP, GIF or PDF files to a release.

    They are public when the release is. A file of another form is refused; the others go in, a
    broken picture as a file to download, and it is said why nobody will see it. No picture says
    where it was taken: its position is taken out of our copy, which is offered to the press as it
    is beside that, and shown in sizes that the clock makes. What is said with
    --alt and --credit is said of each of them; attach a file again to say something else of it.
    Words that say “not yet” hold the release back, and are refused of one that is out.
    With LANGUAGE= it is said in that language, in which it is out at once and stays; the other
    languages are translated.
    Of a release that is not out, these words come from a file or standard input.
    """
    alts, credits_ = ((said[name], said[f"{name}_from"]) for name in ("alt", "credit"))
    words = captions(door, release_id, alts, credits_)
    report = [_take(door, release_id, path, words) for path in paths]
    if as_json:
        say_json(report)
    for line in [] if as_json else report:
        say(_sentence(line), err="refused" in line)
    if any("refused" in line for line in report):
        raise click.exceptions.Exit(1)


@click.command(cls=Command, epilog="\b\nExample:\n  newsroom detach 1 map.png")
@click.argument("release_id", type=RELEASE, metavar="ID")
@click.argument("name")
@pass_door
def detach(door: Door, release_id: int, name: str) -> None:
    """Take a file from a release and erase our copy of it.

    A document that it came in is kept whole, and named.
    """
    attachments = door.newsroom.attachments
    file = attachments.detach(release_id, name, door.who, now())
    say(f"detached {file.name} from release {release_id}")
    for document in attachments.still_in(release_id, file):
        say(
            f"{source_name(document)}, which the release was read from, is kept for officers with"
            f" all that came in it; newsroom discard {release_id} erases it too, of a draft"
        )


def particulars(file: Attachment, site: Site) -> Line:
    """What a program may want to know of a file."""
    return {
        "name": file.name,
        "media_type": file.media_type,
        "size": file.size,
        "sha256": file.sha256,
        "width": file.width or None,
        "height": file.height or None,
        "alt": file.alt,
        "credit": file.credit,
        "address": site.file(file.token, file.name),
    }


def described(line: Line) -> str:
    """A file's name and what is known of it, from its particulars, for a person to read."""
    facts = [form_called(line["media_type"]), f"{line['size']:,} bytes"]
    facts += [f"{line['width']:,} × {line['height']:,} pixels"] if line["width"] else []
    said = "".join(f"; {kind}: {line[kind]}" for kind in ("alt", "credit") if line[kind])
    return f"{line['name']} ({', '.join(facts)}){said}"


def _take(door: Door, release_id: int, path: Path, words: dict[str, Words]) -> Line:
    """Attach one file and say what became of it; a refusal of the file is a line as well."""
    try:
        others = {code: said for code, said in words.items() if code}
        said = [path.stem, *(words for one in words.values() for words in (one.alt, one.credit))]
        attached = door.newsroom.attachments.attach(
            release_id, path, door.who, now(), words[OWN], others, not_yet_in(door, said)
        )
    except AttachmentRefused as refusal:
        return {"refused": str(refusal)}
    done: Line = {"release": release_id, "new": attached.is_new, "changed": attached.is_changed}
    done |= {"held_back": attached.held_back} if attached.held_back else {}
    done |= {"position_removed": True} if attached.was_placed else {}
    notes = "\nnote: ".join(_lacking(release_id, attached.file, path))
    noted = {"note": notes} if notes else {}
    return done | particulars(attached.file, door.settings.site) | noted


def _lacking(release_id: int, file: Attachment, path: Path) -> Iterator[str]:
    """What a picture lacks to be seen and understood, and what to do; nothing of others."""
    yield from unshown(file, path)
    if file.is_picture and not file.alt:
        yield WORDLESS.format(name=file.name, release=release_id)
    if file.is_picture and not file.credit and (owed := owed_to(path, file.media_type)):
        yield OWED.format(name=file.name, release=release_id, owed=owed)


def unshown(file: Attachment, path: Path) -> Iterator[str]:
    """Why nobody will see a picture, in the doctor's words, if nobody will.

    Args:
        file: as it is kept.
        path: where it came from.
    """
    if not file.is_picture:
        return
    with path.open("rb") as source:
        fault = fault_of(source, file.media_type)
    if fault:
        yield f"{file.name} is listed and not shown, since {fault}"


def _sentence(line: Line) -> str:
    if "refused" in line:
        return f"refused: {line['refused']}"
    verb = "attached" if line["new"] else "already attached as"
    if line["changed"]:
        verb = "described"
    held = f"; release {line['release']} is held back: {line.get('held_back', '')}"
    note = f"\nnote: {line['note']}" if "note" in line else ""
    note = f"; its position was removed{note}" if "position_removed" in line else note
    where = f"{line['address']}{held if 'held_back' in line else ''}"
    return f"{verb} {described(line)}: {where}{note}"


COMMANDS = (attach, detach)
