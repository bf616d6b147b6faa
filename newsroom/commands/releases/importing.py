"""`newsroom import`: files in, releases filed, refusals named."""

import os
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import click

import intake
from newsroom.commands import AS_JSON, SAID, Command, Door, now, one_of, pass_door
from newsroom.commands.releases.import_report import Line, line_of, tell
from newsroom.commands.terminal.moments import read_moment
from newsroom.commands.terminal.progress import progress
from newsroom.commands.terminal.words import content_of
from newsroom.filing.refiling import Filed, Instructions
from press.embargo import Fold
from press.errors import Refusal
from press.releases.release import Reading, Shape

EXAMPLE = """\b
Examples:
  newsroom import release.txt --topic peace-and-security
  newsroom import archive/ --publish --dry-run
  cat release.md | newsroom import - --at "2030-08-25 14:18"
"""
NOT_READ = f"of the files in a folder only {', '.join(intake.ENDINGS)} are read"
# From this many files on it is worth telling how far it has come.
MANY = 20
# In one transaction: each takes as long as the disk does, and others wait for it.
AT_ONCE = 50


@dataclass(frozen=True)
class Importer:
    """Files one file after the other.

    Args:
        door: to the newsroom.
        told: what the officer said on the command line.
        zone: IANA name of the zone of times in the files.
        fold: which instant is meant when a time happens twice.
        dry: whether to read and check only.
        kind: what the files hold, where that is not left to them.
    """

    door: Door
    told: Instructions
    zone: str
    fold: Fold | None
    dry: bool
    kind: Shape | None = None

    def take(self, files: Sequence[tuple[str, Path | None]]) -> list[Line]:
        """File some files and say what became of each; a refusal is a line as well."""
        read = [self._read(name, path) for name, path in files]
        moment = now()
        readings = [one for one in read if not isinstance(one, Refusal)]
        newsroom = self.door.newsroom
        filed = iter(newsroom.releases.file_all(readings, self.told, moment, dry=self.dry))
        report = list[Line]()
        for (name, _), one in zip(files, read, strict=True):
            done = one if isinstance(one, Refusal) else next(filed)
            reading = Reading(()) if isinstance(one, Refusal) else one
            report += [{"file": name} | line for line in self._lines(done, reading, moment)]
        return report

    def _read(self, name: str, path: Path | None) -> Reading | Refusal:
        try:
            return intake.read(
                name,
                content_of(path),
                zone=self.zone,
                language=self._language,
                fold=self.fold,
                kind=self.kind,
            )
        except Refusal as refusal:
            return refusal

    def _lines(self, done: list[Filed] | Refusal, reading: Reading, moment: datetime) -> list[Line]:
        if isinstance(done, Refusal):
            return [{"refused": str(done)}]
        topic = reading.topic
        above: list[Line] = [{"topic": topic.slug}] if topic and not self.dry else []
        lines = [line_of(one, moment, dry=self.dry) for one in done]
        return above + [line | {"notes": [*reading.notes, *line["notes"]]} for line in lines]

    @property
    def _language(self) -> str:
        """Code of the language of a file that does not name its own."""
        languages = self.door.settings.site.languages
        named = self.told.language
        return languages.named(named).code if named else languages.default.code


@click.command("import", cls=Command, epilog=EXAMPLE)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--language", type=SAID, help="Language of files that do not name theirs.")
@click.option(
    "--topic", "topics", type=SAID, multiple=True, metavar="SLUG", help="Add to this topic."
)
@click.option("--at", type=SAID, metavar="WHEN", help="Embargo, instead of the time in the file.")
@click.option("--zone", type=SAID, help="Time zone of --at and of times in the files.")
@click.option("--fold", type=one_of(Fold), help="Which, when a time happens twice.")
@click.option(
    "--publish", is_flag=True, help="Let out what is dated today or before, under its own date."
)
@click.option("--new-topic", is_flag=True, help="Make topics that are not there yet.")
@click.option(
    "--as", "kind", type=one_of(Shape), help="What each file holds, where it may be both."
)
@click.option("--beside", is_flag=True, help="File words again that are filed already.")
@click.option("--dry-run", is_flag=True, help="Read and check; file nothing.")
@AS_JSON
@pass_door
def import_(door: Door, /, paths: tuple[str, ...], **said: Any) -> None:
    """File releases from press texts, topic listings or Markdown; folders are searched.

    Nothing comes out by being filed: what lies ahead is scheduled, all else is a draft, with the
    reason. Only --publish lets out what is dated today or before; an archive keeps its dates, and
    nobody is told.

    In a folder, texts and Markdown files are read (.txt, .md), others passed over.
    What a file says of its own language wins over --language; --at wins over the file's date, but
    never over an embargo that its text names.
    The same input twice files nothing twice. A bad file is refused; the others go in.
    """
    importer = _importer(door, **said)
    names, others = _files(paths)
    many = progress("reading", len(names), "files") if len(names) >= MANY else nullcontext()
    report: list[Line] = [{"file": name, "passed_over": NOT_READ} for name in others]
    with many as done:
        for first in range(0, len(names), AT_ONCE):
            some = names[first : first + AT_ONCE]
            report += importer.take(some)
            if done:
                done(len(some))
    tell(report, as_json=said["as_json"])
    if any("refused" in line for line in report):
        raise click.exceptions.Exit(1)


def _importer(door: Door, **said: Any) -> Importer:
    zone = said["zone"] or door.settings.site.zone
    fold = Fold(said["fold"]) if said["fold"] else None
    told = Instructions(
        door.who,
        said["language"],
        said["topics"],
        read_moment(said["at"], zone, fold, door.settings.site, now()) if said["at"] else None,
        publish=said["publish"],
        new_topics=said["new_topic"],
        beside=said["beside"],
    )
    kind = Shape(said["kind"]) if said["kind"] else None
    return Importer(door, told, zone, fold, said["dry_run"], kind)


def _files(paths: Sequence[str]) -> tuple[list[tuple[str, Path | None]], list[str]]:
    """Every file meant, a name to speak of it and its path, and what folders hold beside them.

    Standard input has no path.
    """
    meant, others = list[tuple[str, Path | None]](), list[str]()
    for name in paths:
        if name == "-" or not Path(name).is_dir():
            meant.append((name, None if name == "-" else Path(name)))
            continue
        for path in _inside(Path(name)):
            if _is_text(path):
                meant.append((str(path), path))
            else:
                others.append(str(path))
    return meant, others


def _inside(folder: Path) -> Iterator[Path]:
    """Every file in a folder that is not hidden, nor lies where it is."""
    for below, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths = (Path(below, name) for name in sorted(files) if not name.startswith("."))
        yield from (path for path in paths if path.is_file())  # a pipe has no end


def _is_text(path: Path) -> bool:
    return path.name.lower().endswith(intake.ENDINGS)


COMMANDS = (import_,)
