"""Topics."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from newsroom.commands import AS_JSON, Door, Group, counted, now, pass_door, say, say_json
from newsroom.commands.releases.attachments import unshown
from newsroom.commands.terminal.asking import YES, confirm
from newsroom.releases.reach import feeds_of
from press.errors import NotAllowedNow, Refusal
from press.releases.release import Standing
from press.topic import Topic

EXAMPLE = """\b
Examples:
  newsroom topics
  newsroom topics add climate --title en=Climate --title fr=Climat
  newsroom topics rename climate climate-and-energy
  newsroom topics picture climate wind.jpg --alt en="A wind farm at sea"
"""
_NEWS = "the public sees it from now on, also before anything in it is out"
# What is said of a language in which nobody gave a topic all its words.
_WHO = {
    Standing.MACHINE: " (machine)",
    Standing.REVIEWED: " (editor)",
    Standing.WAITS: " (waits for an editor)",
    Standing.MISSING: " (missing)",
}


@click.group(cls=Group, invoke_without_command=True, epilog=EXAMPLE)
@AS_JSON
@click.pass_context
def topics(context: click.Context, as_json: bool) -> None:
    """List the topics, add one, rename or retire it."""
    if context.invoked_subcommand:
        return
    rooms = context.ensure_object(Door).newsroom.topics
    found, standings = rooms.every(), rooms.standings()
    if as_json:
        say_json([_as_json(topic, standings.get(topic.slug, {})) for topic in found])
        return
    for topic in found:
        said = ", ".join(_titles(topic, standings.get(topic.slug, {})))
        say(f"{topic.slug}: {said or 'no title yet'}{_retired(topic)}{_picture(topic)}")
    if not found:
        say("there are no topics; newsroom topics add makes one")


@topics.command(epilog="\b\nExample:\n  newsroom topics add climate --title en=Climate")
@click.argument("slug")
@click.option("--title", "titles", multiple=True, metavar="LANGUAGE=TITLE")
@click.option("--introduction", "introductions", multiple=True, metavar="LANGUAGE=TEXT")
@click.option("--replace", is_flag=True, help="Also where the topic has other words already.")
@pass_door
def add(
    door: Door,
    slug: str,
    titles: tuple[str, ...],
    introductions: tuple[str, ...],
    *,
    replace: bool,
) -> None:
    """Add a topic, or words in other languages; --replace changes those that somebody gave it.

    What a machine says of it gives way to them at once. The public sees a topic from now on, also
    before anything in it is out: one that is to stay secret comes with its release, by --new-topic.
    """
    newsroom = door.newsroom
    if not titles:
        if not introductions:
            raise click.UsageError("say what it is called: --title LANGUAGE=TITLE")
        newsroom.topics.get(slug)  # an introduction alone makes no topic
    topic = Topic(slug, _by_language(door, titles), _by_language(door, introductions))
    try:
        done = newsroom.topics.declare(topic, door.who, now(), replaces=replace)
    except NotAllowedNow as refusal:
        raise NotAllowedNow(f"{refusal}; --replace puts the new words there") from refusal
    for one in done.replaced:
        say(f"{slug}: {one}")
    told = f"; {_NEWS}" if done.is_news else ""
    say(f"topic {slug}: {'saved' if done.is_changed else 'unchanged'}{told}")


@topics.command(epilog="\b\nExample:\n  newsroom topics rename climate climate-and-energy")
@click.argument("old")
@click.argument("new")
@pass_door
def rename(door: Door, old: str, new: str) -> None:
    """Give a topic another address; feeds and pages at the old one lead to the new."""
    topic = door.newsroom.topics.rename(old, new, door.who, now())
    say(f"topic {old} is now {topic.slug}; its old addresses lead there")


@topics.command(epilog="\b\nExample:\n  newsroom topics retire climate --successor energy")
@click.argument("slug")
@click.option("--successor", default="", metavar="SLUG", help="The topic to follow instead.")
@YES
@pass_door
def retire(door: Door, slug: str, successor: str, *, yes: bool) -> None:
    """Close a topic: nothing new appears in it, and its feeds say so."""
    confirm(_closing(door, slug, successor), f"Retire topic {slug}?", yes=yes)
    topic = door.newsroom.topics.retire(slug, successor, door.who, now())
    say(f"topic {topic.slug}: retired{_instead(topic)}")


_PICTURES = """\b
Examples:
  newsroom topics picture climate wind.jpg --alt en="A wind farm at sea" --credit "© A. Name"
  newsroom topics picture climate wind.jpg --alt fr="Un parc éolien en mer"
  newsroom topics picture climate --remove
"""


@topics.command(epilog=_PICTURES)
@click.argument("slug")
@click.argument("path", required=False, metavar="[FILE]", type=click.Path(path_type=Path))
@click.option("--alt", "alts", multiple=True, metavar="LANGUAGE=TEXT", help="What it shows.")
@click.option("--credit", metavar="TEXT", help="Whom it is owed to.")
@click.option("--remove", is_flag=True, help="Take the topic's picture away.")
@pass_door
def picture(
    door: Door,
    slug: str,
    path: Path | None,
    alts: tuple[str, ...],
    credit: str | None,
    *,
    remove: bool,
) -> None:
    """Give a topic a picture (JPEG, PNG, WebP or GIF), shown on its page with its credit.

    It is public exactly when the topic is. Give the same picture again to say something else of
    it; of another, everything is said anew. A credit that a topic was filed with is that of its
    first picture, and is shown nowhere before it has one.
    """
    rooms = door.newsroom.topic_pictures
    if remove == (path is not None):
        raise click.UsageError("name a picture, or say --remove")
    if path is None:
        topic = rooms.take(slug, door.who, now())
        say(f"topic {topic.slug}: has no picture any more")
        return
    done = rooms.give(slug, path, _by_language(door, alts), credit, door.who, now())
    became = "has a new picture" if done.is_new else "saved" if done.is_changed else "unchanged"
    say(f"topic {done.topic.slug}: {became}{_picture(done.topic)}")
    if silent := [one for one in door.settings.site.languages.codes if one not in done.topic.alts]:
        say(f"no --alt in {', '.join(silent)}: there another language says what it shows")
    for one in unshown(done.topic.picture, path) if done.topic.picture else ():
        say(f"note: {one}")


@topics.command(epilog="\b\nExample:\n  newsroom topics reopen climate")
@click.argument("slug")
@pass_door
def reopen(door: Door, slug: str) -> None:
    """Let a retired topic go on."""
    topic = door.newsroom.topics.reopen(slug, door.who, now())
    say(f"topic {topic.slug}: open again")


def _closing(door: Door, slug: str, successor: str) -> list[str]:
    """What retiring a topic does."""
    (topic, count), codes = door.newsroom.topics.get(slug), door.settings.site.languages.codes
    feeds, languages = counted(feeds_of(1, len(codes)), "feed"), counted(len(codes), "language")
    where = "stays where it is" if count == 1 else "stay where they are"
    who = f"is told to follow {successor}" if successor else "is not told what to follow instead"
    return [
        f"{feeds} of topic {topic.slug} in {languages} ({', '.join(codes)}) get nothing new",
        f"{counted(count, 'release')} in it {where}",
        f"whoever follows it {who}",
    ]


def _titles(topic: Topic, standings: Mapping[str, Standing]) -> Iterator[str]:
    """What it is called in each language, and who answers for what it says there."""
    for code in dict.fromkeys((*standings, *topic.titles)):
        who = _WHO.get(standings.get(code, Standing.AUTHOR), "")
        yield f"{code} {topic.titles[code]}{who}" if code in topic.titles else f"{code}{who}"


def _as_json(topic: Topic, standings: Mapping[str, Standing]) -> dict[str, Any]:
    retired = topic.retired_at.isoformat() if topic.retired_at else None
    words = {"slug": topic.slug, "titles": topic.titles}
    words |= {"languages": {code: str(standing) for code, standing in standings.items()}}
    shown = topic.picture.name if topic.picture else None
    more = {"picture": shown, "alts": topic.alts, "credit": topic.credit}
    return words | {"retired_at": retired, "successor": topic.successor or None} | more


def _retired(topic: Topic) -> str:
    return f" (retired{_instead(topic)})" if topic.retired_at else ""


def _picture(topic: Topic) -> str:
    """Which picture stands for it; of a credit alone, that nobody is shown it."""
    if topic.picture:
        said = f"; picture {topic.picture.name} ({', '.join(topic.alts)})"
        return said + (f", {topic.credit}" if topic.credit else ", owed to nobody")
    return f"; kept for its picture, which it lacks: {topic.credit}" if topic.credit else ""


def _instead(topic: Topic) -> str:
    return f"; {topic.successor} follows it" if topic.successor else ""


def _by_language(door: Door, pairs: tuple[str, ...]) -> dict[str, str]:
    words = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not value.strip():
            raise Refusal(f"“{pair}” is not LANGUAGE=WORDS, such as en=Climate")
        words[door.settings.site.languages.named(name).code] = value.strip()
    return words


COMMANDS = (topics,)
