"""Changing what was filed: a new file, or a piece of it."""

from pathlib import Path
from typing import Any

import click

import intake
from newsroom.commands import SAID, Command, Door, now, one_of, pass_door, say
from newsroom.commands.releases.life import as_shown, lift, number
from newsroom.commands.terminal.asking import YES, confirm
from newsroom.commands.terminal.moments import read_moment
from newsroom.commands.terminal.words import content_of, typed, words_given
from newsroom.releases.acts import Act
from newsroom.releases.editing import Edit
from press.contact import Contact
from press.embargo import Fold
from press.errors import Refusal, UnreadableFile
from press.releases.release import Filing, Shape

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
@click.option("--dry-run", is_flag=True, help="Say what would change; change nothing.")
@as_shown
@YES
@pass_door
def revise(door: Door, /, release_id: int, path: Path, **said: Any) -> None:
    """Give a release everything a file says; without --major nobody is told.

    Its words always; its topics, contacts and time where it names any. What changes is named
    before it does.
    """
    kind = Shape(said["kind"]) if said["kind"] else None
    newsroom = door.newsroom
    seen, _ = newsroom.releases.get(release_id)
    filing = _filing(door, seen.source, path, kind)
    changes = newsroom.revisions.would_revise(release_id, filing, now())
    for line in changes:
        say(line)
    if said["dry_run"]:
        say("nothing would change" if not changes else "nothing was changed: a dry run")
        return
    confirm((), f"Change release {release_id}?", yes=said["yes"])
    act = Act(door.who, said["as_shown"] or seen.version)
    newsroom.revisions.revise(release_id, filing, act, now(), said["major"] or "")
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
    return Edit(
        add,
        remove,
        said["new_topic"],
        summary,
        _contacts(said["contacts"]) if said["contacts"] else None,
        read_moment(said["embargo"], zone, fold, site, now()) if said["embargo"] else None,
        words_given(door, release_id, said["credit"], said["credit_from"], "--credit"),
        said["language"],
        intake.not_yet_in(summary or "", zone=zone, language=site.languages.default.code),
    )


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


def _filing(door: Door, language: str, path: Path, kind: Shape | None) -> Filing:
    """The one release in a file."""
    zone, content = door.settings.site.zone, content_of(None if str(path) == "-" else path)
    try:
        read = intake.read(path.name, content, zone=zone, language=language, kind=kind)
        filings = read.filings
        if len(filings) != 1:
            raise UnreadableFile(f"it holds {len(filings)} releases; revise takes one")
    except Refusal as refusal:
        raise UnreadableFile(f"{path}: {refusal}") from refusal
    return filings[0]


COMMANDS = (revise, edit)
