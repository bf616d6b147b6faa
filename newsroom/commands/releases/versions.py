"""Every version of a release: seen, compared, restored."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

import click
from rich.table import Table

from newsroom.commands import (
    AS_JSON,
    Command,
    Door,
    cell,
    console,
    now,
    pass_door,
    plain,
    say,
    say_json,
)
from newsroom.commands.releases.life import as_shown, number
from newsroom.commands.releases.originals import source_name
from newsroom.releases.acts import Act
from press.errors import Refusal
from press.releases.difference import Change, ChangedWords, blocks_between, facts_between, when_said
from press.releases.version import Version

VERSION = click.IntRange(1, 2**31)
MARKS = {Change.SAME: ("", ""), Change.GONE: ("[-", "-]"), Change.NEW: ("{+", "+}")}
COLOURS = {Change.GONE: "red", Change.NEW: "green"}


@click.command(
    cls=Command, epilog="\b\nExamples:\n  newsroom history 1\n  newsroom history 1 nl --json"
)
@number
@click.argument("language", required=False, metavar="[LANGUAGE]")
@AS_JSON
@pass_door
def history(door: Door, release_id: int, language: str | None, as_json: bool) -> None:
    """List every version of a release: who made it, when and how.

    newsroom show ID --version V prints the words of one, newsroom original ID --version V the
    file that it was read from.
    """
    code = door.settings.site.languages.named(language).code if language else ""
    found = door.newsroom.history.history(release_id, code)
    names = door.newsroom.history.sources(release_id)
    if as_json:
        say_json([version_fields(one, names.get(one.number, "")) for one in found])
        return
    if not found:
        say(f"release {release_id} never had a {code} text")
        return
    console().print(_table(found, names))


@click.command(cls=Command, epilog="\b\nExample:\n  newsroom diff 1 2 5")
@number
@click.argument("old", type=VERSION, metavar="V1")
@click.argument("new", type=VERSION, metavar="V2")
@AS_JSON
@pass_door
def diff(door: Door, release_id: int, old: int, new: int, as_json: bool) -> None:
    """Show what changed between two versions, word by word: [-gone-] and {+new+}."""
    newsroom = door.newsroom
    before, after = (
        newsroom.history.version(release_id, old),
        newsroom.history.version(release_id, new),
    )
    if before.text.language != after.text.language:
        raise Refusal(
            f"version {old} is in {before.text.language}, version {new} in {after.text.language}; "
            f"newsroom history {release_id} {before.text.language} lists those of one language"
        )
    facts = facts_between(before.facts, after.facts) if before.facts and after.facts else []
    blocks = list(blocks_between(before.every, after.every))
    if as_json:
        pieces = [[[piece.change, piece.words] for piece in block] for block in blocks]
        say_json({"old": old, "new": new, "facts": facts, "blocks": pieces})
        return
    say(f"{_named(before)} → {_named(after)}")
    for line in facts:
        say(line)
    # Not by `say`, which would write out the colours too.
    click.echo("\n" + "\n\n".join(map(_shown, blocks)))


@click.command(
    "restore-version", cls=Command, epilog="\b\nExample:\n  newsroom restore-version 1 2"
)
@number
@click.argument("version", type=VERSION, metavar="V")
@as_shown
@pass_door
def restore_version(door: Door, release_id: int, version: int, as_shown: int) -> None:
    """Make the words of an earlier version the newest; its time stays as it is now."""
    act = Act(door.who, as_shown)
    release, old = door.newsroom.history.restore_version(release_id, version, act, now())
    code = old.text.language
    say(f"release {release_id} {code} says again what it said in version {version}")
    if code in release.waiting:
        say(f"it waits; see newsroom review {release_id} {code}")


def version_fields(version: Version, name: str = "") -> dict[str, Any]:
    """All of a version, for a program to read.

    Args:
        version: what is told.
        name: of the file that it was read from; empty if it was read from none.
    """
    facts = version.facts
    return {
        "version": version.number,
        "language": version.text.language,
        "at": f"{version.at:%Y-%m-%dT%H:%M:%SZ}",
        "who": version.who,
        "verb": version.verb,
        "note": version.note,
        "digest": version.digest,
        "ready": version.is_ready,
        "text": [block.markdown for block in version.text.blocks],
        "beside": [block.markdown for block in version.asides],
        "origins": [str(block.origin) for block in version.text.blocks],
        "when": when_said(facts.embargo) if facts else None,
        "original": name or None,
        "issuer": facts.issuer if facts else None,
        "reference": facts.reference if facts else None,
        "topics": list(facts.topics) if facts else None,
        "contacts": [asdict(contact) for contact in facts.contacts] if facts else None,
        "says_not_yet": [one.words for one in facts.not_yet] if facts else None,
        "files": [file.name for file in facts.files] if facts else None,
    }


def words_of(version: Version, name: str = "") -> str:
    """The words of a version, as they stand, below what is known of it.

    Args:
        version: whose words.
        name: of the file that it was read from; empty if it was read from none.
    """
    source = f", from {source_name(name)}" if name else ""
    lines = [f"--- {_named(version)} {version.text.language}{source}"]
    said = [f"it says: {one.words}" for one in version.facts.not_yet] if version.facts else []
    return "\n\n".join([*lines, *said, *(block.markdown for block in version.every)])


def _table(found: Iterable[Version], names: Mapping[int, str]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0))
    for name in ("Version", "Language", "At (UTC)", "Who", "Did", "Note", "Digest"):
        table.add_column(name, no_wrap=name != "Note")
    for one in found:
        source = f"from {source_name(names[one.number])}" if one.number in names else ""
        note = "; ".join(filter(None, (one.note, source)))
        cells = (f"{one.at:%Y-%m-%d %H:%M:%S}", one.who or "unknown", one.verb, note)
        digest = one.digest[:12]
        table.add_row(str(one.number), one.text.language, *map(cell, cells), digest)
    return table


def _named(version: Version) -> str:
    who = f" by {version.who}" if version.who else ""
    return f"version {version.number} ({version.verb}{who}, {version.at:%Y-%m-%d %H:%M} UTC)"


def _shown(pieces: Iterable[ChangedWords]) -> str:
    return "".join(_piece(piece) for piece in pieces)


def _piece(piece: ChangedWords) -> str:
    begins, ends = MARKS[piece.change]
    words = plain(piece.words.rstrip() if begins else piece.words)
    space = piece.words[len(piece.words.rstrip()) :] if begins else ""
    return click.style(f"{begins}{words}{ends}", fg=COLOURS.get(piece.change)) + space


COMMANDS = (history, diff, restore_version)
