"""The command line: one of the two doors through which the environment comes in."""

import logging
import os
import sys

import click

from newsroom.commands import CommandLine, Door

# Which module holds a command: it is imported when the command is typed.
MODULES = {
    "init": "running.home",
    "doctor": "running.home",
    "backup": "running.home",
    "restore": "running.restoring",
    "reopen": "running.restoring",
    "serve": "running.serving",
    "work": "running.serving",
    "demo": "running.demo",
    "prove": "running.proving",
    "tasks": "running.tasks",
    "retry": "running.tasks",
    "import": "releases.importing",
    "receive": "releases.receiving",
    "releases": "releases.showing",
    "show": "releases.showing",
    "schedule": "releases.life",
    "publish": "releases.life",
    "hold": "releases.life",
    "withdraw": "releases.life",
    "revise": "releases.editing",
    "edit": "releases.editing",
    "history": "releases.versions",
    "diff": "releases.versions",
    "restore-version": "releases.versions",
    "original": "releases.originals",
    "discard": "releases.discarding",
    "attach": "releases.attachments",
    "detach": "releases.attachments",
    "preview": "releases.previews",
    "topics": "releases.topics",
    "subscribers": "telling.subscribers",
    "deliveries": "telling.deliveries",
    "stop": "telling.deliveries",
    "review": "translation.reviewing",
    "approve": "translation.reviewing",
    "correct": "translation.reviewing",
    "unapprove": "translation.reviewing",
    "reject": "translation.reviewing",
    "dismiss": "translation.dismissing",
    "translate": "translation.translating",
    "glossary": "translation.glossary",
    "exchange": "translation.exchange",
    "memory": "translation.memory",
    "models": "translation.models",
    "bounced": "telling.bounced",
    "webhooks": "telling.webhooks",
}
EXAMPLE = """\b
Examples:
  newsroom init
  newsroom import release.txt --topic peace-and-security
  newsroom serve
"""


@click.group(cls=CommandLine, modules=MODULES, epilog=EXAMPLE)
@click.version_option(package_name="newsroom")
@click.option("--verbose", "-v", is_flag=True, help="Say more of what goes on.")
@click.pass_context
def cli(context: click.Context, verbose: bool) -> None:
    """File a release once; publish it at its minute, in every language and format."""
    level = logging.INFO if verbose else logging.WARNING
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    context.ensure_object(Door)


def main() -> None:
    """Run the command line."""
    os.umask(0o077)  # whatever it writes is for its owner alone
    # A process started from here would else run the script again that called this, and load it all.
    sys.modules["__main__"] = sys.modules[__name__]
    cli(obj=Door(os.environ), prog_name="newsroom")


if __name__ == "__main__":
    main()
