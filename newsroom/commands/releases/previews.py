"""`newsroom preview`: links for colleagues."""

import re
from datetime import timedelta

import click

from newsroom.commands import RELEASE, Command, Door, counted, now, pass_door, say, say_json
from newsroom.releases.previews import Previews
from press.errors import Refusal
from press.releases.release import State

EXAMPLE = """\b
Examples:
  newsroom preview 1 --for 90m --language fr
  newsroom preview 1 --list
  newsroom preview 1 --revoke
"""
_LASTS = re.compile(r"([1-9][0-9]{0,5})([mhd])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


@click.command(cls=Command, epilog=EXAMPLE)
@click.argument("release_id", type=RELEASE, metavar="ID")
@click.option("--for", "lasts", default="24h", show_default=True, help="How long: 90m, 24h, 7d.")
@click.option("--language", help="Which language it opens in (default: the release's own).")
@click.option("--list", "lists", is_flag=True, help="Show the links there are, without the links.")
@click.option("--revoke", "revokes", is_flag=True, help="End all links to the release now.")
@click.option("--json", "as_json", is_flag=True, help="With --list: for a program to read.")
@pass_door
def preview(door: Door, /, release_id: int, lasts: str, language: str | None, **said: bool) -> None:
    """Make a link with which colleagues see a release until it is out.

    The link is shown once; only its digest is kept.
    """
    previews = door.newsroom.previews
    if said["revokes"]:
        count = previews.revoke(release_id, door.who, now())
        say(f"{counted(count, 'preview')} of release {release_id} revoked")
    elif said["lists"]:
        _list(door, release_id, as_json=said["as_json"])
    else:
        named = door.settings.site.languages.named(language) if language else None
        token = previews.make(release_id, door.who, now(), duration(lasts))
        say(previews.address(token, named))


def duration(text: str) -> timedelta:
    """Read how long something lasts: `90m`, `24h`, `7d`.

    Raises:
        Refusal: it is none of these.
    """
    found = _LASTS.fullmatch(text.strip())
    if not found:
        raise Refusal(f"“{text}” is not a duration such as 90m, 24h or 7d")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def _list(door: Door, release_id: int, *, as_json: bool) -> None:
    rows = _rows(door.newsroom.previews, _gone(door, release_id), release_id)
    if as_json:
        say_json(rows)
        return
    for row in rows:
        say(f"{row['name']} made {row['made']} by {row['by']}: {row['says']}")
    if not rows:
        say(f"release {release_id} has no previews")


def _rows(previews: Previews, gone: str, release_id: int) -> list[dict[str, str]]:
    rows = []
    for one in previews.of_release(release_id):
        says = gone or f"good until {one.expires_at:%Y-%m-%d %H:%M} UTC"
        if one.expires_at <= now():
            says = f"expired {one.expires_at:%Y-%m-%d %H:%M} UTC"
        if one.revoked_at:
            says = f"revoked {one.revoked_at:%Y-%m-%d %H:%M} UTC"
        made = f"{one.made_at:%Y-%m-%d %H:%M} UTC"
        rows.append({"name": one.digest[:8], "made": made, "by": one.made_by, "says": says})
    return rows


def _gone(door: Door, release_id: int) -> str:
    """Why no link to the release shows anything any more, if none does."""
    release, _ = door.newsroom.releases.get(release_id)
    state = release.state(now())
    return f"gone: the release is {state}" if state in (State.OUT, State.WITHDRAWN) else ""


COMMANDS = (preview,)
