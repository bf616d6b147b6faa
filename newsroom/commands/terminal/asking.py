"""Asking before what many see: on a terminal; nobody sits before a script."""

import sys
from collections.abc import Sequence

import click

from newsroom.commands import plain, say
from press.errors import Refusal

YES = click.option("--yes", is_flag=True, help="Do not ask.")


def confirm(lines: Sequence[str], question: str, *, yes: bool) -> None:
    """Say what will happen and ask, where somebody is there to answer.

    Args:
        lines: what will happen.
        question: answered with yes or no.
        yes: whether the answer is known.

    Raises:
        Refusal: the answer is no.
    """
    if yes or not is_terminal():
        return
    for line in lines:
        say(line)
    if not _agreed(question):
        raise Refusal("nothing was done")


def is_terminal() -> bool:
    """Whether somebody is there to be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _agreed(question: str) -> bool:
    """Whether the answer is yes; whoever only leaves has not said so."""
    try:
        return click.confirm(plain(question), default=False)
    except click.Abort:
        click.echo()
        return False
