"""Progress of long work: a bar on a terminal, plain lines elsewhere."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)

MIB = 2**20


@contextmanager
def progress(label: str, total: int, unit: str) -> Iterator[Callable[[int], None]]:
    """Show how far work has come, on standard error.

    Args:
        label: what is being done.
        total: how many units there are.
        unit: what is counted, in the plural.

    Yields:
        a function to call with the number of units just done.
    """
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _lines(label, total, unit)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TextColumn(unit), TimeRemainingColumn(), console=console) as bar:
        task = bar.add_task(label, total=total)
        yield lambda n: bar.advance(task, n)


@contextmanager
def fetching(label: str, size: int | None) -> Iterator[Callable[[int], None]]:
    """Show how much of a file has come, on standard error.

    Args:
        label: what is fetched.
        size: of all of it, bytes; None if that is unknown.

    Yields:
        a function to call with the number of bytes just come; fewer than none if it begins anew.
    """
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _lines(label, size, "MiB", MIB) if size else lambda _: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(binary_units=True))
    with Progress(*columns, TransferSpeedColumn(), TimeRemainingColumn(), console=console) as bar:
        task = bar.add_task(label, total=size)
        yield lambda n: bar.advance(task, n)


def _lines(label: str, total: int, unit: str, scale: int = 1) -> Callable[[int], None]:
    """A line at every tenth of the way."""
    done, said = 0, 0

    def advance(n: int) -> None:
        nonlocal done, said
        done += n
        tenth = done * 10 // max(total, 1)
        if tenth > said or done >= total:
            said = tenth
            click.echo(f"{label}: {done // scale} of {-(-total // scale)} {unit}", err=True)

    return advance
