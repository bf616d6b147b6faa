"""`newsroom models compare`: what each package makes of somebody's own sentences."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click
from rich.table import Table

from newsroom.commands import AS_JSON, Command, Door, cell, console, pass_door, say, say_json
from newsroom.commands.terminal.progress import progress
from newsroom.settings import Settings
from newsroom.translation.packages import package_folders
from press.errors import Refusal
from translate.engine.loading import load
from translate.engine.pivot import name_of, route
from translate.engine.scheduler import Scheduler
from translate.packages import installing
from translate.packages.installing import Installed

if TYPE_CHECKING:
    from translate.comparing import Worth

EXAMPLE = """\b
Examples:
  newsroom models compare news.en news.fr
  newsroom models compare english.txt dutch.txt --language nl
"""
Steps = tuple[Installed, ...]
# An engine's name, and what its words are worth: as releases get them, and bare.
Measured = tuple[str, "Worth", "Worth"]
_FILE = click.Path(path_type=Path)
_CODE = re.compile(r"[a-z]{2,3}")


@click.command(cls=Command, epilog=EXAMPLE)
@click.argument("source", type=_FILE)
@click.argument("reference", type=_FILE)
@click.option("--language", help="What REFERENCE is in, where its ending does not say so.")
@AS_JSON
@pass_door
def compare(door: Door, source: Path, reference: Path, language: str | None, as_json: bool) -> None:
    """Measure every package on sentences of yours: chrF, BLEU and speed.

    SOURCE has a sentence a line, REFERENCE its translation in the same line. Everything is
    measured as releases get it, and as the engine says it by itself.
    """
    pair = languages_of(door.settings, source, reference, language)
    known = known_lines(source, reference)
    with _engines(pair, package_folders(door.settings)) as engines:
        found = [_measured(steps, pair, known, door.settings.threads) for steps in engines]
    if as_json:
        say_json([_for_program(one, len(known)) for one in found])
        return
    table = Table("Engine", *("chrF", "BLEU", "a second") * 2, box=None)
    for name, *worths in found:
        figures = [f"{n:.1f}" for worth in worths for n in (worth.chrf, worth.bleu, worth.speed)]
        table.add_row(cell(name), *figures)
    console().print(table)
    say(f"{len(known)} sentences; as releases get them, then as the engine says them by itself")


def _measured(
    steps: Steps, pair: tuple[str, str], known: Sequence[tuple[str, str]], threads: int
) -> Measured:
    from translate.comparing import compare as measure  # noqa: PLC0415 - brings numpy

    name = name_of(steps)
    with (
        Scheduler(partial(load, threads=threads)) as scheduler,
        progress(name, 2 * len(known), "sentences") as done,
    ):
        return name, *measure(scheduler.engine(steps), pair, known, done)


def _for_program(found: Measured, sentences: int) -> dict[str, object]:
    name, ours, bare = found
    return {"engine": name, "sentences": sentences, "ours": asdict(ours), "bare": asdict(bare)}


@contextmanager
def _engines(pair: tuple[str, str], folders: Sequence[Path]) -> Iterator[list[Steps]]:
    """Every package for a pair of languages, or else the way by English; packed ones unpacked."""
    packages = installing.candidates(*pair, folders)
    with TemporaryDirectory() as scratch:
        yield [
            (installing.install(p.path, Path(scratch, str(n))) if p.is_packed else p,)
            for n, p in enumerate(packages)
        ] or [route(*pair, folders)]


def languages_of(
    settings: Settings, source: Path, reference: Path, language: str | None
) -> tuple[str, str]:
    """The languages of two files, by their endings."""
    endings = [file.suffix.removeprefix(".") for file in (source, reference)]
    codes = [ending if _CODE.fullmatch(ending) and ending != "txt" else "" for ending in endings]
    target = language or codes[1]
    if not target:
        raise Refusal(f"--language says what {reference.name} is in")
    return codes[0] or settings.site.languages.all[0].code, target


def known_lines(source: Path, reference: Path) -> list[tuple[str, str]]:
    """The lines of two files, side by side; those that are empty in one of them are left out."""
    pairs = list(zip_longest(*(_lines(file) for file in (source, reference))))
    if pairs and None in pairs[-1]:
        raise Refusal(f"{source.name} and {reference.name} have not the same number of lines")
    known = [(" ".join(a.split()), " ".join(b.split())) for a, b in pairs]
    known = [pair for pair in known if all(pair)]
    if not known:
        raise Refusal(f"no line of {source.name} has a translation in {reference.name}")
    return known


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8-sig").removesuffix("\n").split("\n")
    except OSError as error:
        raise Refusal(f"{file} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise Refusal(f"{file} is not UTF-8") from error


SUBCOMMANDS = (compare,)
