"""Topics."""

import click

from newsroom.commands import Door, Group, now, pass_door, say_json
from press.errors import Refusal
from press.topic import Topic

EXAMPLE = """\b
Examples:
  newsroom topics
  newsroom topics add climate --title en=Climate --title fr=Climat
"""


@click.group(cls=Group, invoke_without_command=True, epilog=EXAMPLE)
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
@click.pass_context
def topics(context: click.Context, as_json: bool) -> None:
    """List the topics, or add one."""
    if context.invoked_subcommand:
        return
    found = context.ensure_object(Door).newsroom.desk.topics()
    if as_json:
        say_json([{"slug": topic.slug, "titles": topic.titles} for topic in found])
        return
    for topic in found:
        titles = ", ".join(f"{code} {title}" for code, title in topic.titles.items())
        click.echo(f"{topic.slug}: {titles or 'no title yet'}")
    if not found:
        click.echo("there are no topics; newsroom topics add makes one")


@topics.command(epilog="\b\nExample:\n  newsroom topics add climate --title en=Climate")
@click.argument("slug")
@click.option("--title", "titles", multiple=True, required=True, metavar="LANGUAGE=TITLE")
@click.option("--introduction", "introductions", multiple=True, metavar="LANGUAGE=TEXT")
@pass_door
def add(door: Door, slug: str, titles: tuple[str, ...], introductions: tuple[str, ...]) -> None:
    """Add a topic, or change its titles."""
    door.may_make = True
    topic = Topic(slug, _by_language(door, titles), _by_language(door, introductions))
    changed = door.newsroom.desk.declare_topic(topic, door.who, now())
    click.echo(f"topic {slug}: {'saved' if changed else 'unchanged'}")


def _by_language(door: Door, pairs: tuple[str, ...]) -> dict[str, str]:
    words = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not value.strip():
            raise Refusal(f"“{pair}” is not LANGUAGE=WORDS, such as en=Climate")
        words[door.settings.site.languages.named(name).code] = value.strip()
    return words


COMMANDS = (topics,)
