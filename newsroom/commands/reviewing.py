"""Reading translations: what waits and why, and an editor's word on each block."""

from collections.abc import Iterator
from typing import Any

import click

from newsroom.commands import RELEASE, Command, Door, now, pass_door, say_json
from newsroom.commands.importing import content_of
from newsroom.review import Reviewed
from press.errors import Refusal
from press.finding import Severity
from press.release import Standing
from press.review import Displaced, Segment, Sheet
from press.text import Block

number = click.argument("release_id", type=RELEASE, metavar="ID")
language = click.argument("language", metavar="LANGUAGE")
blocks = click.argument("numbers", nargs=-1, type=click.IntRange(1), metavar="[BLOCK]…")
MOST = 3  # reasons named in a list; the others are counted


def _example(*lines: str) -> str:
    return "\b\nExamples:\n  " + "\n  ".join(f"newsroom {line}" for line in lines)


@click.command(cls=Command, epilog=_example("review", "review 1 nl"))
@click.argument("release_id", type=RELEASE, metavar="[ID", required=False)
@click.argument("language", metavar="LANGUAGE]", required=False)
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
@pass_door
def review(door: Door, release_id: int | None, language: str | None, as_json: bool) -> None:
    """List the texts an editor should look at, and why; or show one, block by block."""
    if release_id is None:
        _list(door, as_json=as_json)
        return
    if language is None:
        raise click.UsageError("name the language too: newsroom review ID LANGUAGE")
    sheet = door.newsroom.desk.sheet(release_id, _code(door, language))
    if as_json:
        say_json(_fields(sheet))
    else:
        click.echo("\n".join(_lines(sheet)))


@click.command(cls=Command, epilog=_example("approve 1 nl", "approve 1 nl 2 3"))
@number
@language
@blocks
@pass_door
def approve(door: Door, release_id: int, language: str, numbers: tuple[int, ...]) -> None:
    """Take a machine's words for an editor's: all of them, or those of some blocks."""
    code = _code(door, language)
    done = door.newsroom.desk.approve(release_id, code, door.who, now(), numbers)
    if numbers:
        click.echo(f"{_blocks(done)} of the {code} text of release {release_id}: approved")
    else:
        click.echo(f"the {code} text of release {release_id} is approved")
    _tell_state(done)


@click.command(
    cls=Command, epilog=_example('correct 1 nl 2 "Het regent."', "correct 1 nl 2 - < words.md")
)
@number
@language
@click.argument("block", type=click.IntRange(1), metavar="BLOCK")
@click.argument("text", default="-", metavar="[TEXT|-]")
@pass_door
def correct(door: Door, release_id: int, language: str, block: int, text: str) -> None:
    """Give a block an editor's words, from the command line or standard input."""
    code = _code(door, language)
    words = _typed() if text == "-" else text
    done = door.newsroom.desk.correct(release_id, code, block, words, door.who, now())
    click.echo(f"block {block} of the {code} text of release {release_id} is corrected")
    _tell_state(done)


@click.command(cls=Command, epilog=_example("reject 1 nl 2", "reject 1 nl"))
@number
@language
@blocks
@pass_door
def reject(door: Door, release_id: int, language: str, numbers: tuple[int, ...]) -> None:
    """Say that a machine's words must not be read; the original stands in until others come."""
    code = _code(door, language)
    done = door.newsroom.desk.reject(release_id, code, door.who, now(), numbers)
    click.echo(f"{_blocks(done)} of the {code} text of release {release_id}: rejected")
    _tell_state(done)


def _list(door: Door, *, as_json: bool) -> None:
    sheets = door.newsroom.desk.to_review()
    if as_json:
        say_json([_summary(sheet) for sheet in sheets])
        return
    for sheet in sheets:
        reasons = _why(sheet)
        more = f"; {len(reasons) - MOST} more" if len(reasons) > MOST else ""
        said = "; ".join(reasons[:MOST]) + more
        click.echo(f"release {sheet.release_id} {sheet.language} {sheet.standing}: {said}")
    if not sheets:
        click.echo("nothing waits for an editor")


def _tell_state(done: Reviewed) -> None:
    """Say what still stands between these words and the public."""
    if done.is_ready:
        return
    stops = [*_missing(done.sheet), *_findings(done.sheet, Severity.BLOCKS)]
    for reason in stops or _unread(done.sheet):
        click.echo(f"it waits: {reason}")


def _why(sheet: Sheet) -> list[str]:
    """Why an editor should look at a text, what stops it first."""
    stale = ["the original has changed"] if sheet.standing is Standing.STALE else []
    said = [line for severity in Severity for line in _findings(sheet, severity)]
    return [*_missing(sheet), *stale, *said, *_unread(sheet)]


def _findings(sheet: Sheet, severity: Severity) -> list[str]:
    """What is said against the blocks that nobody has settled."""
    return [
        f"block {one.number}: {finding.check}: {finding.says}"
        for one in sheet.segments
        for finding in (one.target.findings if one.target and not one.is_settled else ())
        if finding.severity is severity
    ]


def _missing(sheet: Sheet) -> list[str]:
    numbers = ", ".join(map(str, sheet.missing))
    return [f"no words yet for blocks {numbers}"] if numbers else []


def _unread(sheet: Sheet) -> list[str]:
    """Which blocks nobody has read, where the text waits or is older than its original."""
    unread = [str(one.number) for one in sheet.segments if one.target and not one.is_settled]
    waits = sheet.standing in (Standing.WAITS, Standing.STALE)
    return [f"nobody has read blocks {', '.join(unread)}"] if waits and unread else []


def _summary(sheet: Sheet) -> dict[str, Any]:
    return {
        "release": sheet.release_id,
        "language": sheet.language,
        "state": str(sheet.standing),
        "why": _why(sheet),
    }


def _fields(sheet: Sheet) -> dict[str, Any]:
    return {
        **_summary(sheet),
        "blocks": [_segment(one) for one in sheet.segments],
        "elsewhere": [_displaced(one) for one in sheet.elsewhere],
    }


def _segment(one: Segment) -> dict[str, Any]:
    target = one.target
    return {
        "block": one.number,
        "kind": str(one.source.kind),
        "source": one.source.markdown,
        "target": target.markdown if target else None,
        "origin": str(target.origin) if target else None,
        "engine": target.engine if target else "",
        "findings": [
            {"check": f.check, "severity": str(f.severity), "says": f.says}
            for f in (target.findings if target else ())
        ],
        "displaced": [_displaced(earlier) for earlier in one.displaced],
    }


def _displaced(one: Displaced) -> dict[str, str]:
    return {"source": one.source.markdown, "words": one.words.markdown}


def _lines(sheet: Sheet) -> Iterator[str]:
    yield f"release {sheet.release_id}, {sheet.language}: {sheet.standing}"
    for one in sheet.segments:
        yield f"\n[{one.number}] {one.source.kind}"
        yield _indented(one.source.markdown)
        yield f"    {_wrote(one.target)}:"
        if one.target:
            yield _indented(one.target.markdown)
            yield from (f"    ! {f.check} ({f.severity}): {f.says}" for f in one.target.findings)
        yield from (f"    an editor had put it:\n{_earlier(d)}" for d in one.displaced)
    if sheet.elsewhere:
        yield "\nAn editor's words for blocks that are no longer in the text:"
        yield from (_earlier(one) for one in sheet.elsewhere)


def _earlier(one: Displaced) -> str:
    return f"{_indented(one.words.markdown)}\n      for:\n{_indented(one.source.markdown)}"


def _wrote(block: Block | None) -> str:
    return f"{block.origin} {block.engine}".strip() if block else "no words yet"


def _indented(words: str) -> str:
    return "\n".join(f"      {line}" for line in words.split("\n"))


def _blocks(done: Reviewed) -> str:
    return f"block{'s' if len(done.at) > 1 else ''} {', '.join(map(str, done.at))}"


def _code(door: Door, name: str) -> str:
    return door.settings.site.languages.named(name).code


def _typed() -> str:
    try:
        return content_of(None).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal("what was typed is not UTF-8 text") from error


COMMANDS = (review, approve, correct, reject)
