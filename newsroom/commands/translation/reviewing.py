"""Reading translations: what waits and why, and an editor's word on each block."""

from collections.abc import Sequence
from typing import Any

import click

from newsroom.commands import AS_JSON, RELEASE, SAID, Command, Door, now, pass_door, say, say_json
from newsroom.commands.terminal.secret import FILE
from newsroom.commands.terminal.words import check_argument, typed
from newsroom.commands.translation.sheets import (
    entry,
    fields,
    lacking,
    lines,
    outcome,
    slipped,
    summary,
    waits,
)
from newsroom.review.settling import Reviewed
from press.releases.review import named
from press.text import visible
from translate.checks.base import shown

number = click.argument("release_id", type=RELEASE, metavar="ID")
language = click.argument("language", metavar="LANGUAGE")
blocks = click.argument("numbers", nargs=-1, type=click.IntRange(1), metavar="[BLOCK]…")
as_shown_ = click.option(
    "--as-shown",
    type=SAID,
    metavar="DIGEST|VERSION",
    help="Only while the text has the very words that newsroom review showed under this name, "
    "or newsroom history under this number.",
)


UNSEEN = click.option(
    "--unseen", is_flag=True, help="Whether or not newsroom review showed you them."
)


def _example(*lines: str) -> str:
    return "\b\nExamples:\n  " + "\n  ".join(f"newsroom {line}" for line in lines)


@click.command(cls=Command, epilog=_example("review", "review 1 nl"))
@click.argument("release_id", type=RELEASE, metavar="[ID]", required=False)
@click.argument("language", metavar="[LANGUAGE]", required=False)
@AS_JSON
@pass_door
def review(door: Door, release_id: int | None, language: str | None, as_json: bool) -> None:
    """List the texts an editor should look at, and why; or show one, block by block."""
    if release_id is None:
        _list(door, as_json=as_json)
        return
    if language is None:
        raise click.UsageError("name the language too: newsroom review ID LANGUAGE")
    sheet = door.newsroom.sheets.get(release_id, code_of(door, language))
    if as_json:
        say_json(fields(sheet))
        return
    say("\n".join(lines(sheet)))
    door.newsroom.sheets.note_look(sheet, door.who)


@click.command(cls=Command, epilog=_example("review 1 nl", "approve 1 nl", "approve 1 nl 2 3"))
@number
@language
@blocks
@as_shown_
@UNSEEN
@click.option("--despite", is_flag=True, help="Take also words that a finding blocks as they are.")
@AS_JSON
@pass_door
def approve(
    door: Door, /, release_id: int, language: str, numbers: tuple[int, ...], **said: Any
) -> None:
    """Take a machine's words for an editor's: all of them, or those of some blocks.

    Only words that newsroom review showed you are approved. What blocks one is said once more
    before --despite takes it.
    """
    code = code_of(door, language)
    shown = seen_as(door, (release_id, code), numbers, said["as_shown"], said["unseen"])
    done = door.newsroom.review.approve(
        release_id, code, door.who, now(), numbers, shown, despite=said["despite"]
    )
    about = f"the {code} text of release {release_id}"
    tell(done, f"{about}: {named(done.at)} approved", as_json=said["as_json"])


@click.command(
    cls=Command,
    epilog=_example("correct 1 nl 2 < words.md", "correct 1 nl 2 --from words.md"),
    context_settings={"ignore_unknown_options": True},  # a list's words begin with a dash
)
@number
@language
@click.argument("block", type=click.IntRange(1), metavar="BLOCK")
@click.argument("text", default="-", metavar="[TEXT|-]")
@click.option("--from", "path", type=FILE, metavar="FILE", help="Where the words are.")
@as_shown_
@AS_JSON
@pass_door
def correct(door: Door, /, release_id: int, language: str, block: int, **said: Any) -> None:
    """Give a block an editor's words, from standard input or a file.

    TEXT is taken only of a release that is out: everybody on the machine sees what is typed there.
    """
    code, newsroom = code_of(door, language), door.newsroom
    words = _words(door, release_id, f"{release_id} {code} {block}", said)
    as_shown = said["as_shown"] or ""
    done = newsroom.review.correct(release_id, code, block, words, door.who, now(), as_shown)
    source = shown(done.sheet.segments[block - 1].source.markdown)
    about = f"block {block} of the {code} text of release {release_id} is corrected: {source}"
    tell(done, about, as_json=said["as_json"])


@click.command(cls=Command, epilog=_example("unapprove 1 nl 2", "unapprove 1 nl"))
@number
@language
@blocks
@as_shown_
@AS_JSON
@pass_door
def unapprove(
    door: Door,
    release_id: int,
    language: str,
    numbers: tuple[int, ...],
    as_shown: str | None,
    as_json: bool,
) -> None:
    """Take an approval back: the words are a machine's again, and wait where such words wait.

    Words that an editor wrote are not: newsroom restore-version brings back earlier ones.
    """
    code, newsroom = code_of(door, language), door.newsroom
    done = newsroom.review.unapprove(release_id, code, door.who, now(), numbers, as_shown or "")
    said = f"the {code} text of release {release_id}: {named(done.at)} no longer approved"
    tell(done, said, as_json=as_json)


@click.command(cls=Command, epilog=_example("reject 1 nl 2", "reject 1 nl"))
@number
@language
@blocks
@as_shown_
@AS_JSON
@pass_door
def reject(
    door: Door,
    release_id: int,
    language: str,
    numbers: tuple[int, ...],
    as_shown: str | None,
    as_json: bool,
) -> None:
    """Say that a machine's words must not be read; the original stands in until others come."""
    code = code_of(door, language)
    done = door.newsroom.review.reject(release_id, code, door.who, now(), numbers, as_shown or "")
    said = f"the {code} text of release {release_id}: {named(done.at)} rejected"
    tell(done, said, as_json=as_json)


def _list(door: Door, *, as_json: bool) -> None:
    sheets, slips = door.newsroom.sheets.to_review(), door.newsroom.sheets.slips(now())
    if as_json:
        originals = [lacking(release, said) for release, said in slips]
        say_json([*map(summary, sheets), *originals])
        return
    for sheet in sheets:
        say(entry(sheet))
    for release, said in slips:
        say(f"release {release.id} {release.source} {release.state(now())}: {'; '.join(said)}")
    if not (sheets or slips):
        say("nothing waits for an editor")


def tell(done: Reviewed, said: str, *, as_json: bool) -> None:
    """Say what was done, what may have slipped in, and what still stands before the public."""
    if as_json:
        say_json(outcome(done))
        return
    say(said)
    for line in (*slipped(done), *waits(done)):
        say(line)


def seen_as(
    door: Door,
    text: tuple[int, str],
    numbers: Sequence[int],
    as_shown: str | None,
    unseen: bool,
) -> str:
    """The name of the words that whoever types has seen; empty with --unseen.

    Raises:
        NotAllowedNow: they have not seen them.
    """
    if as_shown and unseen:
        raise click.UsageError("--as-shown and --unseen contradict each other")
    if as_shown or unseen:
        return as_shown or ""
    return door.newsroom.sheets.as_seen(*text, door.who, numbers)


def code_of(door: Door, name: str) -> str:
    """The code of a language by whatever name it is typed."""
    return door.settings.site.languages.named(name).code


def _words(door: Door, release_id: int, about: str, said: dict[str, Any]) -> str:
    """What an editor gives; nothing of a text that is not out passes through arguments."""
    text, path = said["text"], said["path"]
    if text[1:] and text.startswith("-") and not any(map(str.isspace, text)):
        raise click.NoSuchOption(visible(text))
    if text == "-":
        return typed(path)
    if path:
        raise click.UsageError("TEXT and --from contradict each other")
    instead = f"newsroom correct {about} --from FILE, or newsroom correct {about} to type them"
    check_argument(door, release_id, instead)
    return str(text)


COMMANDS = (review, approve, correct, unapprove, reject)
