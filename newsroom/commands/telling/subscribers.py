"""`newsroom subscribers`: who follows by mail."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import click
from rich.table import Table

from newsroom.commands import (
    AS_JSON,
    SAID,
    Door,
    Group,
    cell,
    console,
    counted,
    now,
    one_of,
    pass_door,
    say,
    say_json,
)
from newsroom.commands.terminal.asking import YES, confirm
from newsroom.telling.bouncing import who_gets_no_mail
from press.embargo import zone_named
from press.telling.subscriber import Following, Subscriber
from press.telling.suppressing import Suppression
from press.telling.wishes import Frequency, Wanted, Wishes
from press.topic import ALL

EXAMPLE = """\b
Examples:
  newsroom subscribers
  newsroom subscribers add editor@daily.example --topic climate --language fr --when daily
  newsroom subscribers erase editor@daily.example
"""
BACKUPS = "backups that were made before still hold the address; delete those that must not"


@click.group(cls=Group, invoke_without_command=True, epilog=EXAMPLE)
@AS_JSON
@click.pass_context
def subscribers(context: click.Context, as_json: bool) -> None:
    """List who follows by mail and how many follow what; add, remove, erase or export one."""
    if context.invoked_subcommand:
        return
    newsroom = context.ensure_object(Door).newsroom
    found = newsroom.roster.every()
    held = who_gets_no_mail(newsroom.storage, (one.id for one in found), now())
    if as_json:
        people = [_fields(one, held.get(one.id)) for one in found]
        say_json({"counts": _counts(found), "subscribers": people})
        return
    if not found:
        say("nobody follows by mail")
        return
    console().print(_table(found, held))
    for name, counts in _counts(found).items():
        say(f"{name}: " + (", ".join(f"{word} {n}" for word, n in counts.items()) or "none"))


@subscribers.command(
    epilog="\b\nExample:\n"
    "  newsroom subscribers add editor@daily.example --topic climate --language fr --when daily"
)
@click.argument("address", type=SAID)
@click.option("--topic", "topics", multiple=True, help="A topic's slug, or all (the default).")
@click.option("--language", "languages", multiple=True, help="The dearest first.")
@click.option("--when", type=one_of(Frequency), default="instant", show_default=True)
@click.option("--texts", type=one_of(Wanted), default="all", show_default=True)
@click.option("--zone", help="Whose days and weeks digests are cut at (default: the newsroom's).")
@pass_door
def add(door: Door, /, address: str, topics: Sequence[str], **said: Any) -> None:
    """Let somebody follow at once, because you know that they want it; nobody is asked.

    Of who follows already these wishes take the place of the others.
    """
    site = door.settings.site
    chosen = tuple(door.newsroom.topics.get(t)[0].slug if t != ALL else t for t in topics)
    named = [site.languages.named(name).code for name in said["languages"]]
    zone = zone_named(said["zone"] or site.zone).key
    wishes = Wishes(
        tuple(dict.fromkeys(chosen)) or (ALL,),
        tuple(dict.fromkeys(named)) or (site.languages.default.code,),
        Frequency(said["when"]),
        Wanted(said["texts"]),
        zone,
    )
    added = door.newsroom.roster.add(address, wishes, door.who, now())
    say(f"{added.address} is subscriber {added.id}: {_line(wishes)}")


@subscribers.command(epilog="\b\nExample:\n  newsroom subscribers remove editor@daily.example")
@click.argument("address", type=SAID)
@pass_door
def remove(door: Door, address: str) -> None:
    """Send somebody no more mail; their address is forgotten, and they may sign up again."""
    number = door.newsroom.roster.remove(address, door.who, now())
    say(f"subscriber {number} gets no more mail")


@subscribers.command(epilog="\b\nExample:\n  newsroom subscribers erase editor@daily.example")
@click.argument("address", type=SAID)
@YES
@pass_door
def erase(door: Door, address: str, yes: bool) -> None:
    """Leave nothing of somebody in the home but a keyed hash of their address."""
    lines = ["their address, their wishes and the mails kept for them will be gone for good"]
    confirm(lines, "Erase them?", yes=yes)
    done = door.newsroom.roster.erase(address, door.who, now())
    say(f"subscriber {done.number} is erased, with {counted(done.letters, 'mail')} in the home")
    say(BACKUPS)
    if not done.is_complete:
        raise click.ClickException(
            "the database's log could not be emptied, because somebody reads; it may hold the "
            "address until then: do this again"
        )


@subscribers.command(epilog="\b\nExample:\n  newsroom subscribers export editor@daily.example")
@click.argument("address", type=SAID)
@pass_door
def export(door: Door, address: str) -> None:
    """Print everything that is kept about somebody, as JSON."""
    say_json(door.newsroom.roster.export(address, door.who, now()))


def _counts(found: Sequence[Subscriber]) -> dict[str, dict[str, int]]:
    """How many follow which topic, in which language first, how often; and who did not confirm."""
    follow = [one.wishes for one in found if one.state is Following.FOLLOWS]

    def tally(words: Callable[[Wishes], Iterable[str]]) -> dict[str, int]:
        return dict(Counter(word for wishes in follow for word in words(wishes)).most_common())

    return {
        "people": dict(Counter(str(one.state) for one in found)),
        "topics": tally(lambda wishes: wishes.topics),
        "languages": tally(lambda wishes: wishes.languages[:1]),
        "when": tally(lambda wishes: (wishes.frequency,)),
        "texts": tally(lambda wishes: (wishes.texts,)),
    }


def _fields(one: Subscriber, no_mail: Suppression | None) -> dict[str, Any]:
    wishes = _wishes(one)
    return {
        "number": one.id,
        "address": one.address,
        "state": str(one.state),
        "asked_at": one.asked_at.isoformat(),
        "follows_since": one.confirmed_at.isoformat() if one.confirmed_at else None,
        "no_mail": _no_mail(no_mail) if no_mail else None,
        **asdict(wishes),
    }


def _no_mail(one: Suppression) -> dict[str, str]:
    return {"reason": one.reason, "until": one.until.isoformat()}


def _table(found: Sequence[Subscriber], held: Mapping[int, Suppression]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0))
    for name in ("No", "Address", "Topics", "Languages", "When", "Texts", "Since"):
        table.add_column(name, overflow="fold")
    for one in found:
        wishes, since = _wishes(one), one.confirmed_at
        about, codes = " ".join(wishes.topics), " ".join(wishes.languages)
        day = f"{since:%Y-%m-%d}" if since else "not confirmed"
        day += f"; {held[one.id]}" if one.id in held else ""
        row = (str(one.id), one.address or "", about, codes, wishes.frequency, wishes.texts, day)
        table.add_row(*map(cell, row))
    return table


def _wishes(one: Subscriber) -> Wishes:
    return (one.wanted if one.state is Following.ASKED else None) or one.wishes


def _line(wishes: Wishes) -> str:
    about, codes = ", ".join(wishes.topics), ", ".join(wishes.languages)
    return f"{about}; {codes}; {wishes.frequency}; texts {wishes.texts}"


COMMANDS = (subscribers,)
