"""Moving a release through its life."""

from pathlib import Path
from typing import Any

import click

import intake
from newsroom.commands import RELEASE, SAID, Command, Door, now, one_of, pass_door
from newsroom.commands.importing import content_of
from newsroom.life import Together
from press.embargo import Fold, parse_when
from press.errors import Refusal, UnreadableFile
from press.release import Policy

number = click.argument("release_id", type=RELEASE, metavar="ID")


def _example(words: str) -> str:
    return f"\b\nExample:\n  newsroom {words}"


@click.command(
    cls=Command, epilog=_example('schedule 1 "2030-08-25 14:18" --policy together --require fr')
)
@number
@click.argument("when", type=SAID)
@click.option("--zone", type=SAID, help="Time zone of WHEN (default: the newsroom's).")
@click.option("--fold", type=one_of(Fold), help="Which, when a time happens twice.")
@click.option(
    "--policy",
    type=one_of(Policy),
    help="ready: each language joins when it is; together: none is out before all are.",
)
@click.option("--require", multiple=True, metavar="LANGUAGE", help="What together waits for.")
@pass_door
def schedule(door: Door, /, release_id: int, when: str, **said: Any) -> None:
    """Set or move from, and including, when a release may be published."""
    zone = said["zone"] or door.settings.site.zone
    embargo = parse_when(when, zone, Fold(said["fold"]) if said["fold"] else None)
    together = _together(said["policy"], said["require"])
    release = door.newsroom.desk.schedule(release_id, embargo, door.who, now(), together)
    click.echo(f"release {release_id} may be published from and including {embargo}")
    if release.missing:
        click.echo(f"it waits for {', '.join(release.missing)}")


@click.command(cls=Command, epilog=_example("publish 1"))
@number
@pass_door
def publish(door: Door, release_id: int) -> None:
    """Let a release out now."""
    release = door.newsroom.desk.publish(release_id, door.who, now())
    click.echo(f"release {release_id} is out since {release.embargo}")


@click.command(cls=Command, epilog=_example('hold 1 --reason "the minister has not signed"'))
@number
@click.option("--reason", default="", help="For the journal.")
@pass_door
def hold(door: Door, release_id: int, reason: str) -> None:
    """Stop a scheduled release; newsroom schedule or publish lets it go on."""
    door.newsroom.desk.hold(release_id, door.who, now(), reason)
    click.echo(f"release {release_id} is held")


@click.command(cls=Command, epilog=_example('withdraw 1 --reason "Sent in error."'))
@number
@click.option("--reason", required=True, help="Why, for the public to read.")
@pass_door
def withdraw(door: Door, release_id: int, reason: str) -> None:
    """Take a release back from the public, in all languages at once."""
    door.newsroom.desk.withdraw(release_id, reason, door.who, now())
    click.echo(f"release {release_id} is withdrawn in every language")


@click.command(cls=Command, epilog=_example('revise 1 release.txt --major "The sum was wrong."'))
@number
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--major", type=SAID, default=None, metavar="NOTE", help="What changed, for the public to read."
)
@pass_door
def revise(door: Door, release_id: int, path: Path, major: str | None) -> None:
    """Give a release new words; without --major nobody is told."""
    site = door.settings.site
    content = content_of(None if str(path) == "-" else path)
    language = site.languages.default.code
    try:
        filings = intake.read(path.name, content, zone=site.zone, language=language).filings
        if len(filings) != 1:
            raise UnreadableFile(f"it holds {len(filings)} releases; revise takes one")
    except Refusal as refusal:
        raise UnreadableFile(f"{path}: {refusal}") from refusal
    door.newsroom.desk.revise(release_id, filings[0], door.who, now(), major or "")
    click.echo(f"release {release_id} is revised; its other languages follow")


def _together(policy: str | None, required: tuple[str, ...]) -> Together | None:
    if required and policy != Policy.TOGETHER:
        raise Refusal("--require goes with --policy together")
    return Together(Policy(policy), required) if policy else None


COMMANDS = (schedule, publish, hold, withdraw, revise)
