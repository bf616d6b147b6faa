"""Asking before something is done that the public sees."""

from collections.abc import Sequence

import click

YES = click.option("--yes", is_flag=True, help="Do not ask.")


def confirm(lines: Sequence[str], question: str, *, yes: bool) -> None:
    """Stub until merged."""
