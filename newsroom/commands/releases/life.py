"""Moving a release through its life."""

from typing import Any

import click

from newsroom.commands import RELEASE, SAID, Command, Door, now, one_of, pass_door, say
from newsroom.commands.terminal.asking import YES, confirm
from newsroom.commands.terminal.moments import read_moment
from newsroom.releases.acts import Act
from newsroom.releases.life import Together
from newsroom.releases.reach import reach_of
from newsroom.telling.reckoning import audience
from press.embargo import Fold
from press.errors import Refusal
from press.releases.outcome import quoted
from press.releases.release import Policy, Release, State

number = click.argument("release_id", type=RELEASE, metavar="ID")
as_shown = click.option(
    "--as-shown",
    type=click.IntRange(1),
    callback=lambda _context, _option, version: version or 0,
    metavar="VERSION",
    help="Only if no version came after this one, which newsroom show names.",
)
lift = click.option(
    "--lift-embargo", "lift", is_flag=True, help="Though its text says that it must not come out."
)


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
@as_shown
@lift
@pass_door
def schedule(door: Door, /, release_id: int, when: str, **said: Any) -> None:
    """Set or move from, and including, when a release may be published.

    WHEN is a date and time as texts give them, or “tomorrow 10:00”, “in 2 hours”.
    """
    site, moment = door.settings.site, now()
    fold = Fold(said["fold"]) if said["fold"] else None
    embargo = read_moment(when, said["zone"] or site.zone, fold, site, moment)
    together = _together(said["policy"], said["require"])
    act = Act(door.who, said["as_shown"], said["lift"])
    release = door.newsroom.life.schedule(release_id, embargo, act, moment, together)
    say(f"release {release_id} may be published from and including {embargo}")
    if release.missing:
        say(f"it waits for {', '.join(release.missing)}")
    say(str(audience(door.newsroom.storage, release, moment)))


@click.command(cls=Command, epilog=_example("publish 1"))
@number
@click.option("--note", type=SAID, help="What the public is told if it was withdrawn.")
@as_shown
@lift
@YES
@pass_door
def publish(door: Door, /, release_id: int, **said: Any) -> None:
    """Let a release out now; what was out and was withdrawn, under its old address."""
    newsroom = door.newsroom
    seen, _ = newsroom.releases.get(release_id)
    confirm(_publishing(door, seen), f"Publish release {release_id} now?", yes=said["yes"])
    act = Act(door.who, said["as_shown"] or seen.version, said["lift"])
    release = newsroom.life.publish(release_id, act, now(), said["note"] or "")
    say(f"release {release_id} is out since {release.embargo}")


@click.command(cls=Command, epilog=_example('hold 1 --reason "the minister has not signed"'))
@number
@click.option("--reason", default="", help="For the journal.")
@as_shown
@pass_door
def hold(door: Door, release_id: int, reason: str, as_shown: int) -> None:
    """Stop a scheduled release; newsroom schedule or publish lets it go on."""
    door.newsroom.life.hold(release_id, Act(door.who, as_shown), now(), reason)
    say(f"release {release_id} is held")


@click.command(cls=Command, epilog=_example('withdraw 1 --reason "Sent in error."'))
@number
@click.option("--reason", required=True, help="Why, for the public to read.")
@as_shown
@YES
@pass_door
def withdraw(door: Door, release_id: int, reason: str, as_shown: int, yes: bool) -> None:
    """Take a release back from the public, in all languages at once."""
    newsroom = door.newsroom
    seen, _ = newsroom.releases.get(release_id)
    confirm(_withdrawing(door, seen), f"Withdraw release {release_id}?", yes=yes)
    newsroom.life.withdraw(release_id, reason, Act(door.who, as_shown or seen.version), now())
    say(f"release {release_id} is withdrawn in every language")


def _publishing(door: Door, release: Release) -> list[str]:
    """What publishing does."""
    reach = reach_of(door.settings.site, release)
    again = " again, under its old address and date" if release.withdrawn_at else ""
    return [
        f"“{release.original.headline}” comes out at once{again}",
        f"{reach} show it, and whoever follows them is told",
        str(audience(door.newsroom.storage, release, now())),
        *([f"its text says {quoted(release.not_yet)}"] if release.not_yet else []),
    ]


def _withdrawing(door: Door, release: Release) -> list[str]:
    """What withdrawing does."""
    reach, state = reach_of(door.settings.site, release), release.state(now())
    if state is not State.OUT:
        return [f"“{release.original.headline}” is {state} and was never out: nobody is told"]
    return [
        f"“{release.original.headline}” leaves {reach}",
        "its page says why; whoever follows these feeds is told that it was taken back",
        str(audience(door.newsroom.storage, release, now())),
    ]


def _together(policy: str | None, required: tuple[str, ...]) -> Together | None:
    if required and policy != Policy.TOGETHER:
        raise Refusal("--require goes with --policy together")
    return Together(Policy(policy), required) if policy else None


COMMANDS = (schedule, publish, hold, withdraw)
