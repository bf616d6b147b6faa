"""The command line: one of the three doors through which the environment comes in."""

import logging
import os
import sys

import click

from newsroom.commands import Door, Group
from newsroom.commands.releases import (
    attachments,
    discarding,
    editing,
    importing,
    life,
    previews,
    showing,
    topics,
    versions,
)
from newsroom.commands.running import demo, home, proving, serving, tasks
from newsroom.commands.translation import exchange, glossary, memory, models, reviewing, translating

EXAMPLE = """\b
Examples:
  newsroom init
  newsroom import release.txt --topic peace-and-security
  newsroom serve
"""


@click.group(cls=Group, epilog=EXAMPLE)
@click.version_option(package_name="newsroom")
@click.option("--verbose", "-v", is_flag=True, help="Say more of what goes on.")
@click.pass_context
def cli(context: click.Context, verbose: bool) -> None:
    """File a release once; publish it at its minute, in every language and format."""
    level = logging.INFO if verbose else logging.WARNING
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    context.ensure_object(Door)


for module in (
    home,
    importing,
    showing,
    life,
    editing,
    versions,
    discarding,
    reviewing,
    attachments,
    previews,
    proving,
    tasks,
    topics,
    translating,
    glossary,
    exchange,
    memory,
    models,
    serving,
    demo,
):
    for command in module.COMMANDS:
        cli.add_command(command)


def main() -> None:
    """Run the command line."""
    os.umask(0o077)  # whatever it writes is for its owner alone
    # A process started from here would else run the script again that called this, and load it all.
    sys.modules["__main__"] = sys.modules[__name__]
    cli(obj=Door(os.environ), prog_name="newsroom")


if __name__ == "__main__":
    main()
