"""`newsroom models calibrate`: of which words of a package an editor is told to be careful."""

from functools import partial
from pathlib import Path

import click

from newsroom.commands import AS_JSON, Command, Door, pass_door, say, say_json
from newsroom.commands.terminal.progress import progress
from newsroom.commands.translation.comparing import known_lines, languages_of
from newsroom.commands.translation.fetching import pair_of
from newsroom.settings import Settings
from press.errors import NoPackage, Refusal
from translate.doubt import figure
from translate.engine.loading import load
from translate.engine.pivot import name_of
from translate.engine.scheduler import Scheduler
from translate.packages import installing
from translate.packages.listing import STARTER_FOLDER, Installed
from translate.packages.marks import PackageMark, keep_mark

EXAMPLE = """\b
Examples:
  newsroom models calibrate news.en news.fr
  newsroom models calibrate english.txt dutch.txt --language nl
"""
_FILE = click.Path(path_type=Path)


@click.command(cls=Command, epilog=EXAMPLE)
@click.argument("source", type=_FILE)
@click.argument("reference", type=_FILE)
@click.option("--language", help="What REFERENCE is in, where its ending does not say so.")
@AS_JSON
@pass_door
def calibrate(
    door: Door, source: Path, reference: Path, language: str | None, as_json: bool
) -> None:
    """Find the score below which a package's words are shown as unsure, on sentences of yours.

    SOURCE has a sentence a line, REFERENCE its translation in the same line; 100 at least. The mark
    is kept beside the package, for this version of it, and holds for what is translated from then
    on.
    """
    from translate.calibrating import FEWEST  # noqa: PLC0415 - brings numpy

    pair = languages_of(door.settings, source, reference, language)
    known = known_lines(source, reference)
    if len(known) < FEWEST:
        raise Refusal(f"{len(known)} sentences are too few: a mark needs {FEWEST} at least")
    package = _package(door.settings, pair)
    mark = _found(door.settings, package, known)
    if mark is None:
        raise Refusal(f"{name_of((package,))} cannot be trusted with half of these sentences")
    file = keep_mark(package, mark)
    if as_json:
        say_json(_for_program(package, mark, file))
        return
    say(
        f"{pair_of(package)} {package.version}: words scored below {figure(mark.score)} are unsure,"
        f" of {mark.sentences} sentences {mark.worst:.0%} of the worst fifth and {mark.best:.0%} of"
        " the best"
    )
    say(f"kept in {file}; newsroom translate --again makes what is there anew")


def _package(settings: Settings, pair: tuple[str, str]) -> Installed:
    """The package that is used for a pair, unpacked."""
    try:
        return installing.find(*pair, settings.packages)
    except NoPackage:
        if pair in {package.pair for package in installing.installed([STARTER_FOLDER])}:
            raise Refusal(
                f"only the starter translates from {pair[0]} to {pair[1]}, and its mark comes"
                " with it; install a package first"
            ) from None
        raise


def _found(
    settings: Settings, package: Installed, known: list[tuple[str, str]]
) -> PackageMark | None:
    from translate.calibrating import calibrate as find_mark  # noqa: PLC0415 - brings numpy

    with (
        Scheduler(partial(load, threads=settings.threads)) as scheduler,
        progress(name_of((package,)), len(known), "sentences") as done,
    ):
        return find_mark(scheduler.engine((package,)), package.pair, known, done)


def _for_program(package: Installed, mark: PackageMark, file: Path) -> dict[str, object]:
    return {
        "pair": pair_of(package),
        "version": package.version,
        "mark": mark.score,
        "sentences": mark.sentences,
        "best": mark.best,
        "worst": mark.worst,
        "file": str(file),
    }


SUBCOMMANDS = (calibrate,)
