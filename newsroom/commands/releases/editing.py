"""Changing what was filed: a new file, or a piece of it."""

from pathlib import Path
from typing import Any

import click

import intake
from newsroom.commands import SAID, Command, Door, now, one_of, pass_door, say
from newsroom.commands.releases.import_report import aside
from newsroom.commands.releases.life import as_shown, lift, number
from newsroom.commands.terminal.asking import YES, confirm
from newsroom.commands.terminal.moments import read_moment
from newsroom.commands.terminal.words import (
    ACCEPT_CHANGES,
    content_of,
    not_yet_in,
    typed,
    words_given,
)
from newsroom.releases.acts import Act
from newsroom.releases.editing import Edit
from newsroom.releases.omissions import links_to_nothing
from press.contact import Contact
from press.embargo import Fold
from press.errors import Refusal, UnreadableFile
from press.releases.reading_report import report_of
from press.releases.release import Filing, Reading, Release, Shape

FILE = click.Path(path_type=Path)
REVISE = """\b
Examples:
  newsroom revise 1 release.txt --dry-run
  newsroom revise 1 release.txt --major "The sum was wrong."
"""
EDIT = """\b
Examples:
  newsroom edit 1 --topic +climate,-energy
  newsroom edit 1 --contacts contacts.txt --embargo "9 March 2030, 14:18"
  echo "In a sentence." | newsroom edit 1 --summary -
"""


@click.command(cls=Command, epilog=REVISE)
@number
@click.argument("path", type=FILE)
@click.option(
    "--major", type=SAID, default=None, metavar="NOTE", help="What changed, for the public to read."
)
@click.option("--as", "kind", type=one_of(Shape), help="What the file holds, where it may be both.")
@ACCEPT_CHANGES
@click.option("--dry-run", is_flag=True, help="Say what would change; change nothing.")
@as_shown
@YES
@pass_door
def revise(door: Door, /, release_id: int, path: Path, **said: Any) -> None:
    """Give a release everything a file says; without --major nobody is told.

    Its words always; its topics, contacts, issuer, reference and time where it names any. Files in
    it that the release has not are attached; none is taken away. What changes is named before it
    does.
    """
    newsroom = door.newsroom
    seen, _ = newsroom.releases.get(release_id)
    reading, filing = _read(door, seen, path, said)
    changes = newsroom.revisions.would_revise(release_id, filing, now())
    for line in (*changes, *_asides(filing, reading), *_lost(door, release_id, filing)):
        say(line)
    if said["dry_run"]:
        say("nothing would change" if not changes else "nothing was changed: a dry run")
        return
    confirm((), f"Change release {release_id}?", yes=said["yes"])
    act = Act(door.who, said["as_shown"] or seen.version)
    newsroom.revisions.revise(release_id, filing, act, now(), said["major"] or "", reading.source)
    say(f"release {release_id} is revised; its other languages follow")


@click.command(cls=Command, epilog=EDIT)
@number
@click.option("--topic", "topics", multiple=True, metavar="+A,-B", help="Topics that come or go.")
@click.option("--new-topic", is_flag=True, help="Make topics that are not there yet.")
@click.option("--summary", type=FILE, metavar="FILE|-", help="The summary; an empty file for none.")
@click.option("--contacts", type=FILE, metavar="FILE|-", help="Whom to call, as texts end with it.")
@click.option("--embargo", type=SAID, metavar="WHEN", help="From when it may be published.")
@click.option("--zone", type=SAID, help="Time zone of --embargo.")
@click.option("--fold", type=one_of(Fold), help="Which, when a time happens twice.")
@click.option("--credit", type=SAID, help="Whom its pictures are owed to, if it is out.")
@click.option("--credit-from", type=FILE, metavar="FILE|-", help="The same, from a file.")
@click.option("--issuer", type=SAID, help="Who sends it, if it is out.")
@click.option(
    "--issuer-from", type=FILE, metavar="FILE|-", help="The same, from a file; empty for nobody."
)
@click.option("--reference", type=SAID, help="Under what number its sender keeps it, if it is out.")
@click.option(
    "--reference-from", type=FILE, metavar="FILE|-", help="The same, from a file; empty for none."
)
@click.option("--language", type=SAID, help="The language it is really written in.")
@as_shown
@lift
@pass_door
def edit(door: Door, /, release_id: int, **said: Any) -> None:
    """Change a release piece by piece; every version stays readable."""
    if said["lift"] and not said["embargo"]:
        raise click.UsageError("--lift-embargo goes with --embargo")
    moment = now()
    act = Act(door.who, said["as_shown"], said["lift"])
    release = door.newsroom.edits.edit(release_id, _edit(door, release_id, said), act, moment)
    say(f"release {release_id} is changed; it is version {release.version} now")


def _edit(door: Door, release_id: int, said: dict[str, Any]) -> Edit:
    site = door.settings.site
    add, remove = _topics(said["topics"])
    fold = Fold(said["fold"]) if said["fold"] else None
    zone = said["zone"] or site.zone
    summary = " ".join(typed(said["summary"]).split()) if said["summary"] else None
    issuer, reference = (_words(door, release_id, said, name) for name in ("issuer", "reference"))
    credit = _words(door, release_id, said, "credit")
    contacts = _contacts(said["contacts"]) if said["contacts"] else None
    words = (summary, issuer, reference, credit, *map(_shown, contacts or ()))
    return Edit(
        add,
        remove,
        said["new_topic"],
        summary,
        contacts,
        read_moment(said["embargo"], zone, fold, site, now()) if said["embargo"] else None,
        credit,
        said["language"],
        not_yet_in(door, (one for one in words if one), zone),
        issuer,
        reference,
    )


def _shown(contact: Contact) -> str:
    """What the public is shown of a contact beside how to reach them."""
    return "\n".join((contact.name, contact.role, *contact.address))


def _words(door: Door, release_id: int, said: dict[str, Any], name: str) -> str | None:
    """What an option says, or the file that takes its place."""
    return words_given(door, release_id, said[name], said[f"{name}_from"], f"--{name}")


def _topics(said: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The slugs that come, and those that go."""
    named = [word.strip() for words in said for word in words.split(",") if word.strip()]
    if not all(word[0] in "+-" and word[1:] for word in named):
        raise Refusal("a topic comes with + or goes with -: --topic +climate,-energy")
    add = tuple(word[1:] for word in named if word[0] == "+")
    return add, tuple(word[1:] for word in named if word[0] == "-")


def _contacts(path: Path) -> tuple[Contact, ...]:
    try:
        return intake.read_contacts(content_of(None if str(path) == "-" else path))
    except Refusal as refusal:
        raise UnreadableFile(f"{path}: {refusal}") from refusal


def _read(door: Door, seen: Release, path: Path, said: dict[str, Any]) -> tuple[Reading, Filing]:
    """What is in a file, and the one release in it that is meant."""
    content = content_of(None if str(path) == "-" else path)
    try:
        reading = intake.read(
            path.name,
            content,
            zone=door.settings.site.zone,
            language=seen.source,
            kind=Shape(said["kind"]) if said["kind"] else None,
            accept_changes=said["accept_changes"],
        )
        return reading, door.newsroom.revisions.filing_for(seen.id, reading)
    except Refusal as refusal:
        raise UnreadableFile(f"{path}: {refusal}") from refusal


def _asides(filing: Filing, reading: Reading) -> list[str]:
    """What an officer should know of how a file was read."""
    report = report_of(filing, reading)
    return [*filter(None, [aside(report)]), *(f"note: {note}" for note in report.notes)]


def _lost(door: Door, release_id: int, filing: Filing) -> list[str]:
    """Links of a file that would lead nowhere, with what is attached already and what it brings."""
    names = [file.name for file in door.newsroom.attachments.of_release(release_id)]
    names += [file.name for file in filing.files]
    lost = links_to_nothing(filing.blocks, names, door.settings.site.languages.codes)
    return [f"note: {words}" for words in lost]


COMMANDS = (revise, edit)
