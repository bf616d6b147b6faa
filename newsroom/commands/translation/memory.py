"""The translation memory, out and in."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import click

from newsroom.commands import AS_JSON, Door, Group, counted, now, pass_door, say, say_json
from newsroom.commands.terminal.progress import progress
from newsroom.commands.terminal.secret import FILE, OVERWRITE, read, write
from newsroom.commands.translation.sheets import finding_fields
from newsroom.review.remembering import Added
from press.errors import Refusal, UnreadableFile
from press.finding import Severity
from press.releases.exchange import Memory
from translate.exchange import tmx

EXAMPLE = """\b
Examples:
  newsroom memory out en-nl.tmx --from en --to nl
  newsroom memory in theirs.tmx
"""
LARGEST = 64 * 2**20
LONG = 500  # units, whose checks take seconds
MOST = 3  # translations that are named; a program is told all


@click.group("memory", cls=Group, epilog=EXAMPLE)
def memory() -> None:
    """Give away what was translated before as TMX, or add another memory to it."""


@memory.command("out", epilog=EXAMPLE)
@click.argument("path", type=FILE, metavar="FILE|-")
@click.option("--from", "source", help="Only from this language; goes with --to.")
@click.option("--to", "target", help="Only into this language; goes with --from.")
@OVERWRITE
@pass_door
def memory_out(
    door: Door, path: Path, source: str | None, target: str | None, *, overwrite: bool
) -> None:
    """Write the memory as TMX; it holds words of releases that are still under embargo."""
    if bool(source) != bool(target):
        raise Refusal("--from and --to go together")
    named = door.settings.site.languages.named
    pair = (named(source).code, named(target).code) if source and target else None
    found = door.newsroom.exchange.memory(pair)
    done = write(path, tmx.write(found), overwrite=overwrite)
    if done:
        say(f"{done}: {counted(len(found), 'translation')}")


@memory.command("in", epilog=EXAMPLE)
@click.argument("path", type=FILE, metavar="FILE|-")
@AS_JSON
@pass_door
def memory_in(door: Door, path: Path, as_json: bool) -> None:
    """Add a TMX file to the memory; what is known already stays as it is.

    Its words count as an editor's, but for those that a check speaks against: these wait for one.
    What is kept when it is stopped stays; the same command goes on from there.
    """
    try:
        found = tmx.read(read(path, LARGEST), door.settings.site.languages.codes)
    except Refusal as refusal:
        raise UnreadableFile(f"{path}: {refusal}") from refusal
    left_out = list[int]()
    with _showing(found.units) as done:
        parts = _counting(found.parts, left_out)
        added = door.newsroom.exchange.take_memory(parts, door.who, now(), done)
    if as_json:
        say_json(_added(added, sum(left_out)))
        return
    for line in _said(added):
        say(line)
    if sum(left_out):
        say(
            f"left out: {counted(sum(left_out), 'unit')} with codes of another program, of more "
            "words than a block has, or in languages this newsroom does not publish in",
            err=True,
        )


def _counting(parts: Iterable[Memory], left_out: list[int]) -> Iterator[Memory]:
    for part in parts:
        left_out.append(part.left_out)
        yield part


def _showing(count: int) -> AbstractContextManager[Callable[[int], None]]:
    """How far it has come, where it takes longer than a moment."""
    if count < LONG:
        return nullcontext(lambda _: None)
    return progress("looking at", count, "units")


def _said(added: Added) -> Iterator[str]:
    """What became of a memory, for a person to read."""
    is_, were = ("is" if added.new == 1 else "are"), ("was" if added.known == 1 else "were")
    yield f"{counted(added.new, 'translation')} {is_} new, {added.known} {were} known"
    if not added.held:
        return
    wait, it = ("waits", "it") if added.waiting == 1 else ("wait", "them")
    first = f"; the first {MOST}" if added.waiting > MOST else ""
    yield f"{added.waiting} of them {wait} for an editor in every text that uses {it}{first}:"
    for one in added.held[:MOST]:
        finding = next(f for f in one.words.findings if f.severity is Severity.BLOCKS)
        yield f"  “{one.words.markdown}”: {finding.check}: {finding.says}"


def _added(added: Added, left_out: int) -> dict[str, Any]:
    """What became of a memory, for a program to read."""
    held = [
        {
            "from": one.source_language,
            "to": one.target_language,
            "source": one.source.markdown,
            "words": one.words.markdown,
            "findings": [finding_fields(finding) for finding in one.words.findings],
        }
        for one in added.held
    ]
    told = {"new": added.new, "known": added.known, "waiting": added.waiting}
    return {**told, "held": held, "left_out": left_out}


COMMANDS = (memory,)
