"""`newsroom translate`."""

from functools import partial
from itertools import product

import click

from newsroom.commands import RELEASE, Command, Door, counted, now, pass_door, say
from newsroom.commands.terminal.progress import progress
from newsroom.translation.packages import engine_name, package_folders
from newsroom.translation.queueing import queue_again, queue_missing, queue_rough
from newsroom.translation.tally import Tally
from newsroom.translation.topic_queue import queue_missing_topics, queue_topics_again
from newsroom.translation.worker import translate_due

EXAMPLE = """\b
Examples:
  newsroom translate
  newsroom translate --language fr --release 1 --again
"""
MOST = 30  # lines about what stays in the original language; an archive would have thousands


@click.command(cls=Command, epilog=EXAMPLE)
@click.option("--language", "languages", multiple=True, help="Only into this language.")
@click.option(
    "--release", "numbers", multiple=True, type=RELEASE, metavar="ID", help="Only this one."
)
@click.option("--again", is_flag=True, help="Make machine blocks anew; editors' words stay.")
@pass_door
def translate(
    door: Door,
    languages: tuple[str, ...],
    numbers: tuple[int, ...],
    again: bool,
) -> None:
    """Fill what is missing now, and make anew what only the starter made; whole batches."""
    site, storage = door.settings.site, door.newsroom.storage
    codes = [site.languages.named(name).code for name in languages] or site.languages.codes
    for release_id in numbers:
        door.newsroom.releases.get(release_id)  # refuses a number that no release has
    if again:
        total = queue_again(storage, codes, numbers, now())
    else:
        name = partial(engine_name, folders=package_folders(door.settings))
        queue_rough(storage, codes, name, now(), numbers)
        total = queue_missing(storage, codes, numbers, now())
    if not numbers:
        queue_topics = queue_topics_again if again else queue_missing_topics
        total += queue_topics(storage, codes, now())
    if not total:
        say("nothing is missing")
        return
    only = list(product(codes if languages else [""], numbers or [0]))
    with progress("translating", total, "texts") as done:
        tally = translate_due(door.settings, done, only)
    if count := door.newsroom.sheets.waiting():
        verb = "waits" if count == 1 else "wait"
        say(f"{counted(count, 'text')} {verb} for a person to read: newsroom review")
    _tell(tally, total)


def _tell(tally: Tally, total: int) -> None:
    say(f"{counted(tally.filled, 'text')} filled")
    if not (tally.filled or tally.missing or tally.failed):
        say(f"left to another process: {counted(total, 'text')}", err=True)
    _tell_kept(tally)
    for source, target in sorted(tally.missing):
        say(
            f"no package from {source} to {target}: those releases go out by FALLBACK; "
            f"newsroom models install {source}-{target} fetches one",
            err=True,
        )
    if tally.failed:
        say(f"left for later, as the engine failed: {counted(tally.failed, 'text')}", err=True)
    if tally.failed or (tally.missing and not tally.filled):
        raise click.exceptions.Exit(1)


def _tell_kept(tally: Tally) -> None:
    """Name what an editor should look at first."""
    kept = sorted(tally.kept.items())
    for (number, language), count in kept[:MOST]:
        sentences = "1 sentence has" if count == 1 else f"{count} sentences have"
        say(
            f"release {number}, {language}: {sentences} words left in the original language, "
            "which the engine could not be trusted with",
            err=True,
        )
    if len(kept) > MOST:
        say(f"the same holds for more: {counted(len(kept) - MOST, 'text')}", err=True)


COMMANDS = (translate,)
