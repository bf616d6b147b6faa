"""Seeing what is filed."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

import click
from rich.table import Table

from newsroom.commands import (
    AS_JSON,
    RELEASE,
    Command,
    Door,
    cell,
    console,
    now,
    one_of,
    pass_door,
    say,
    say_json,
)
from newsroom.commands.releases.attachments import described, particulars
from newsroom.commands.releases.originals import source_name
from newsroom.commands.releases.versions import version_fields, words_of
from newsroom.telling.reckoning import told
from press.contact import Contact
from press.embargo import Embargo, Precision
from press.public.site import Site
from press.releases.release import Release, State
from press.releases.review import Sheet
from press.releases.version import Version
from storage.journal import JournalLine

GAP = 2  # columns between those of a table
# Said of those releases that have any.
_MAYBE = ("reason", "says_not_yet", "issuer", "reference", "told")
LEAST = 20  # columns that a headline gets, however narrow the terminal


@click.command(cls=Command, epilog="\b\nExample:\n  newsroom releases --state scheduled")
@click.option("--state", type=one_of(State), help="Only those in this state.")
@AS_JSON
@pass_door
def releases(door: Door, state: str | None, as_json: bool) -> None:
    """List what is filed: state, due or out, languages and who wrote each."""
    moment, site = now(), door.settings.site
    found = [r for r in door.newsroom.releases.every() if state in (None, r.state(moment))]
    if as_json:
        say_json([_fields(release, site, moment) for release in found])
    elif found:
        _print(found, site, moment)
    else:
        say("nothing is filed" if state is None else f"no release is {state}")


@click.command(cls=Command, epilog="\b\nExample:\n  newsroom show 1")
@click.argument("release_id", type=RELEASE, metavar="ID")
@click.option("--version", type=click.IntRange(1), help="The words of one version.")
@AS_JSON
@pass_door
def show(door: Door, release_id: int, version: int | None, as_json: bool) -> None:
    """Show one release whole: its texts, contacts and journal; or the words of one version."""
    if version:
        name = door.newsroom.history.sources(release_id).get(version, "")
        found = door.newsroom.history.version(release_id, version)
        _show_version(found, name, as_json=as_json)
        return
    release, lines = door.newsroom.releases.get(release_id)
    fields = _whole(door, release, lines)
    if as_json:
        say_json(fields)
    else:
        _show(release, fields)


def _whole(door: Door, release: Release, lines: Sequence[JournalLine]) -> dict[str, Any]:
    """Everything that is known of a release, for a program to read."""
    fields = _fields(release, door.settings.site, now())
    sources = door.newsroom.history.sources(release.id)
    fields["originals"] = {str(number): name for number, name in sources.items()}
    fields["contacts"] = [asdict(contact) for contact in release.contacts]
    attached, site = door.newsroom.attachments.of_release(release.id), door.settings.site
    fields["files"] = [particulars(file, site) for file in attached]
    fields["texts"] = {code: [b.markdown for b in t.blocks] for code, t in release.texts.items()}
    others = [code for code in site.languages.codes if code != release.source]
    sheets = {code: door.newsroom.sheets.get(release.id, code) for code in others}
    fields["beside"] = {code: _beside(sheet) for code, sheet in sheets.items()}
    fields["told"] = told(door.newsroom.storage, release.id)
    fields["journal"] = [
        f"{ln.at:%Y-%m-%d %H:%M:%SZ} {ln.who}: {ln.verb} {ln.note}" for ln in lines
    ]
    return fields


def _show(release: Release, fields: dict[str, Any]) -> None:
    names = ("id", "state", "reason", "says_not_yet", "when", "version", "policy", "slug")
    for name in (*names, "identifier", "issuer", "reference", "topics", "languages", "told"):
        if name in _MAYBE and not fields[name]:
            continue
        say(f"{name.replace('_', ' ')}: {_plain(fields[name])}")
    if sources := fields["originals"]:
        say(f"read from: {'; '.join(_source(*one) for one in sources.items())}")
    fields["contacts"] = [_contact(contact) for contact in release.contacts]
    fields["files"] = [described(file) for file in fields["files"]]
    for name in ("contacts", "files", "journal"):
        say("\n".join([f"{name}:", *(f"  {_plain(line)}" for line in fields[name])]))
    for code, blocks in fields["texts"].items():
        beside = [f"{one['source']} → {one['target']}" for one in fields["beside"].get(code, ())]
        say("\n\n".join([f"\n--- {code}", *blocks, *beside]))


def _source(number: str, name: str) -> str:
    return f"{source_name(name)} (version {number})"


def _beside(sheet: Sheet) -> list[dict[str, str]]:
    """What stands beside a text and has words in its language, for a program to read."""
    return [
        {
            "kind": str(one.source.kind),
            "source": one.source.markdown,
            "target": one.target.markdown,
            "origin": str(one.target.origin),
        }
        for one in sheet.segments
        if one.is_aside and one.target
    ]


def _show_version(version: Version, name: str, *, as_json: bool) -> None:
    if as_json:
        say_json(version_fields(version, name))
    else:
        say(words_of(version, name))


def when(embargo: Embargo | None) -> str:
    """From when a release may be published, for a person to read."""
    if embargo is None:
        return "no time set"
    if embargo.precision is Precision.DATE:
        return str(embargo)
    return f"{embargo.wall:%Y-%m-%d %H:%M} {embargo.zone.rpartition('/')[2]}"


def instant(embargo: Embargo | None) -> str | None:
    """The same for a program: RFC 3339, UTC."""
    return f"{embargo.instant:%Y-%m-%dT%H:%M:%SZ}" if embargo else None


def _fields(release: Release, site: Site, moment: datetime) -> dict[str, Any]:
    return {
        "id": release.id,
        "state": str(release.state(moment)),
        "when": when(release.embargo),
        "instant": instant(release.embargo),
        "reason": release.reason or release.why,
        "says_not_yet": [one.words for one in release.not_yet],
        "version": release.version,
        "headline": release.original.headline,
        "policy": _policy(release),
        "issuer": release.issuer,
        "reference": release.reference,
        "topics": list(release.topics),
        "languages": _languages(release, site),
        "slug": release.slug,
        "identifier": release.tag,
    }


def _policy(release: Release) -> str:
    """When its languages come out, and which of those it waits for are missing."""
    if not release.required:
        return str(release.policy)
    missing = f", missing {' '.join(release.missing)}" if release.missing else ""
    return f"{release.policy}: {' '.join(release.required)}{missing}"


def _languages(release: Release, site: Site) -> dict[str, str]:
    """Per language code how the release stands in it, and which engines had a hand in the text."""
    engines = {code: text.engine for code, text in release.texts.items()}
    return {
        code: f"{release.standing(code)} {engines.get(code, '')}".strip()
        for code in site.languages.codes
    }


def _print(found: list[Release], site: Site, moment: datetime) -> None:
    """Print them whole: a terminal too narrow for it breaks lines, and nothing is left out."""
    screen = console()
    table = _table(found, site, moment, screen.width)
    screen.width = max(screen.width, sum(int(c.width or 0) + GAP for c in table.columns))
    screen.print(table)


def _table(found: list[Release], site: Site, moment: datetime, width: int) -> Table:
    """A row for each release, in which only the headline gives way where it is too long."""
    names = ("ID", "State", "From", *site.languages.codes)
    rows = [_row(release, site, moment) for release in found]
    table = Table(box=None, padding=(0, GAP, 0, 0))
    for name, cells in zip(names, zip(*rows, strict=True), strict=True):
        table.add_column(name, width=max(map(len, (name, *cells))), no_wrap=True)
    left = width - sum(int(column.width or 0) + GAP for column in table.columns) - GAP
    table.add_column("Headline", width=max(LEAST, left), no_wrap=True, overflow="ellipsis")
    for release, row in zip(found, rows, strict=True):
        table.add_row(*row, cell(release.original.headline))
    return table


def _row(release: Release, site: Site, moment: datetime) -> tuple[str, ...]:
    stands = (release.standing(code) for code in site.languages.codes)
    return (str(release.id), str(release.state(moment)), when(release.embargo), *map(str, stands))


def _contact(contact: Contact) -> str:
    parts = (contact.name, contact.role, *contact.address)
    reach = (*contact.phones, *contact.emails, *contact.sites)
    return ", ".join(part for part in (*parts, *reach) if part)


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {says}" for name, says in value.items())
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    return str(value)


COMMANDS = (releases, show)
