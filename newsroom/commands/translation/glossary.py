"""Terms that must come out one way."""

from dataclasses import asdict
from pathlib import Path

import click

from intake.documents import glossary as reader
from newsroom.commands import AS_JSON, SAID, Door, Group, counted, now, pass_door, say, say_json
from newsroom.commands.terminal.words import content_of
from press.errors import Refusal, UnreadableFile
from press.glossary import Term
from press.languages import Languages

EXAMPLE = """\b
Examples:
  newsroom glossary
  newsroom glossary import terms.csv
  newsroom glossary remove en fr "state secretary"
"""


@click.group(cls=Group, invoke_without_command=True, epilog=EXAMPLE)
@click.option("--all", "seeds", is_flag=True, help="With topics, press words and countries.")
@AS_JSON
@click.pass_context
def glossary(context: click.Context, seeds: bool, as_json: bool) -> None:
    """List the terms that must come out one way, import some, remove one.

    Titles of topics, words of a press office and names of countries are known without a list.
    """
    if context.invoked_subcommand:
        return
    found = context.ensure_object(Door).newsroom.glossary.every(seeds=seeds)
    if as_json:
        say_json([asdict(term) for term in found])
        return
    for term in found:
        say(_line(term))
    if not found:
        say("the glossary is empty; newsroom glossary import FILE.csv fills it")


@glossary.command("import", epilog=EXAMPLE)
@click.argument("path", type=click.Path(path_type=Path), metavar="FILE.csv")
@pass_door
def import_(door: Door, path: Path) -> None:
    """Add the terms of a CSV file, or change them: all of it or, if a line is wrong, nothing.

    Columns: source, target, term, translation, and if wanted note and case (exact or any).
    """
    try:
        terms = reader.read(content_of(None if str(path) == "-" else path), _languages(door))
    except Refusal as refusal:
        raise UnreadableFile(f"{path}: {refusal}") from refusal
    changed, forgotten = door.newsroom.glossary.keep(terms, door.who, now())
    is_ = "is" if len(changed) == 1 else "are"
    say(f"{len(changed)} of {counted(len(terms), 'term')} {is_} new or changed")
    _tell_forgotten(forgotten)


@glossary.command(epilog=EXAMPLE)
@click.argument("source", type=SAID)
@click.argument("target", type=SAID)
@click.argument("term", type=SAID)
@pass_door
def remove(door: Door, source: str, target: str, term: str) -> None:
    """Take a term out of the glossary."""
    one, other = (_languages(door).named(name).code for name in (source, target))
    forgotten = door.newsroom.glossary.remove(one, other, term, door.who, now())
    say(f"removed “{term}” from {one} into {other}")
    _tell_forgotten(forgotten)


def _tell_forgotten(count: int) -> None:
    if count:
        say(
            f"{count} remembered blocks of a machine hold such a term and are not used again; "
            "newsroom translate --again makes the texts anew"
        )


def _languages(door: Door) -> Languages:
    return door.settings.site.languages


def _line(term: Term) -> str:
    case = ", exact case" if term.exact_case else ""
    note = f" ({term.note}{case})" if term.note else case
    return f"{term.source}-{term.target}: {term.term} → {term.translation}{note}"


COMMANDS = (glossary,)
