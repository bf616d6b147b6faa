"""Moving a release through its life."""

import click

from newsroom.commands import Command, Door, now, pass_door
from press.embargo import Fold, parse_when


@click.command(
    cls=Command, epilog='\b\nExample:\n  newsroom schedule 1 "2026-08-25 14:18" --zone Europe/Paris'
)
@click.argument("release_id", type=int, metavar="ID")
@click.argument("when")
@click.option("--zone", help="Time zone of WHEN (default: the newsroom's).")
@click.option("--fold", type=click.Choice(list(Fold)), help="Which, when a time happens twice.")
@pass_door
def schedule(door: Door, release_id: int, when: str, zone: str | None, fold: str | None) -> None:
    """Set from and including when a release may be published."""
    zone = zone or door.settings.site.zone
    embargo = parse_when(when, zone, Fold(fold) if fold else None)
    door.newsroom.desk.schedule(release_id, embargo, door.who, now())
    click.echo(f"release {release_id} may be published from and including {embargo}")


@click.command(cls=Command, epilog="\b\nExample:\n  newsroom publish 1")
@click.argument("release_id", type=int, metavar="ID")
@pass_door
def publish(door: Door, release_id: int) -> None:
    """Let a release out now."""
    release = door.newsroom.desk.publish(release_id, door.who, now())
    click.echo(f"release {release_id} is out since {release.embargo}")


COMMANDS = (schedule, publish)
