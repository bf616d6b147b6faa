"""`newsroom import`: files in, releases filed, refusals named."""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import click

import intake
from newsroom.commands import AS_JSON, SAID, Command, Door, now, one_of, pass_door
from newsroom.commands.releases.import_report import FEW, Line, aside, line_of, page, tell
from newsroom.commands.terminal.moments import read_moment
from newsroom.commands.terminal.progress import progress
from newsroom.commands.terminal.words import ACCEPT_CHANGES, content_of
from newsroom.filing.refiling import Filed, Instructions
from newsroom.filing.spoken import spoken_here
from newsroom.releases.omissions import links_to_nothing, reads_as
from press.embargo import Fold
from press.errors import Refusal
from press.releases.reading_report import report_of
from press.releases.release import Filing, Reading, Shape, State

EXAMPLE = """\b
Examples:
  newsroom import release.txt --topic peace-and-security
  newsroom import archive/ --publish --dry-run
  newsroom import statement.docx --dry-run
  cat release.md | newsroom import - --at "2030-08-25 14:18"
"""
NOT_READ = (
    f"of the files in a folder only {', '.join(intake.ENDINGS)} are read, and "
    f"{' and '.join(intake.AMBIGUOUS)} where they hold a feed or news items"
)
HELP = f"""File releases from what press offices send; folders are searched.

Nothing comes out by being filed: what lies ahead is scheduled, all else is a draft, with the
reason. Only --publish lets out what is dated today or before; an archive keeps its dates, and
nobody is told.

--dry-run shows what was read of each file, what was left out and why, and what would become of it.

In a folder, files that end in {", ".join(intake.ENDINGS)} are read, and
{" and ".join(intake.AMBIGUOUS)} where they hold a feed or news items; others are passed over.
What a file says of its own language wins over --language; --at wins over the file's date, but
never over an embargo that its text names.
The same input twice files nothing twice. A bad file is refused; the others go in.
"""
# A page that a browser saved, and the folder it made beside it for the page's parts.
_PAGES = (".html", ".htm", ".xhtml")
_PARTS = re.compile(r"(.+)[_-](?:files|fichiers|dateien|bestanden)", re.IGNORECASE)
# From this many files on it is worth telling how far it has come.
MANY = 20
# In one transaction: each takes as long as the disk does, and others wait for it; all that they
# hold is in memory until then.
AT_ONCE = 50
BYTES_AT_ONCE = 64 * 1024**2


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
        accept_changes: whether what documents mark as changed is taken as done.
        as_json: whether a program is told, and so all that was read.
        pages: whether what was read is shown.
    """

    door: Door
    told: Instructions
    zone: str
    fold: Fold | None
    dry: bool
    kind: Shape | None = None
    accept_changes: bool = False
    as_json: bool = False
    pages: bool = False

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
            report += self._lines(name, done, reading, moment)
        return report

    def _read(self, name: str, path: Path | None) -> Reading | Refusal:
        try:
            reading = intake.read(
                name,
                content_of(path, "it"),
                zone=self.zone,
                language=self._language,
                fold=self.fold,
                kind=self.kind,
                accept_changes=self.accept_changes,
            )
        except Refusal as refusal:
            return refusal
        return spoken_here(reading, self.door.settings.site.languages)

    def _lines(
        self, name: str, done: list[Filed] | Refusal, reading: Reading, moment: datetime
    ) -> list[Line]:
        file: Line = {"file": name}
        if isinstance(done, Refusal):
            return [file | {"refused": str(done)}]
        topic = reading.topic
        above: list[Line] = [file | {"topic": topic.slug}] if topic and not self.dry else []
        pairs = zip(done, reading.filings, strict=True)
        return above + [self._line(name, one, f, reading, moment) for one, f in pairs]

    def _line(
        self, name: str, filed: Filed, filing: Filing, reading: Reading, moment: datetime
    ) -> Line:
        """What became of one release, and what was understood of it, as far as it is told."""
        report = report_of(filing, reading, filed.release.source, self._reads(filed, moment))
        line = line_of(filed, moment, dry=self.dry)
        names, codes = (file.name for file in filing.files), self.door.settings.site.languages.codes
        lost = links_to_nothing(filing.blocks, names, codes)
        line = {"file": name} | line | {"notes": [*report.notes, *line["notes"], *lost]}
        if self.as_json:
            return line | {"read": report.fields()}
        return (
            line | {"aside": aside(report)} | ({"page": page(line, report)} if self.pages else {})
        )

    def _reads(self, filed: Filed, moment: datetime) -> str:
        """The language that the words are in, where that is told; of what is out nobody asks."""
        if not (self.as_json or self.pages) or filed.release.state(moment) is State.OUT:
            return ""
        return reads_as(filed.release, self.door.settings.site.languages.codes) or ""

    @property
    def _language(self) -> str:
        """Code of the language of a file that does not name its own."""
        languages = self.door.settings.site.languages
        named = self.told.language
        return languages.named(named).code if named else languages.default.code


@click.command("import", cls=Command, epilog=EXAMPLE, help=HELP)
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
@ACCEPT_CHANGES
@click.option("--dry-run", is_flag=True, help="Read and check; file nothing.")
@AS_JSON
@pass_door
def import_(door: Door, /, paths: tuple[str, ...], **said: Any) -> None:
    """File releases from what press offices send (`HELP`)."""
    names, others = _files(paths)
    importer = _importer(door, pages=said["dry_run"] and len(names) <= FEW, **said)
    many = progress("reading", len(names), "files") if len(names) >= MANY else nullcontext()
    report: list[Line] = [{"file": name, "passed_over": why} for name, why in others]
    with many as done:
        for some in at_once(names):
            report += importer.take(some)
            if done:
                done(len(some))
    tell(report, as_json=said["as_json"])
    if any("refused" in line for line in report):
        raise click.exceptions.Exit(1)


def _importer(door: Door, *, pages: bool, **said: Any) -> Importer:
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
    return Importer(
        door,
        told,
        zone,
        fold,
        said["dry_run"],
        kind,
        said["accept_changes"],
        said["as_json"],
        pages and not said["as_json"],
    )


def at_once(
    files: Sequence[tuple[str, Path | None]],
) -> Iterator[list[tuple[str, Path | None]]]:
    """Files in as many groups as it takes to hold each in memory, in their order."""
    group, size = list[tuple[str, Path | None]](), 0
    for name, path in files:
        more = _size(path)
        if group and (len(group) == AT_ONCE or size + more > BYTES_AT_ONCE):
            yield group
            group, size = [], 0
        group.append((name, path))
        size += more
    if group:
        yield group


def _size(path: Path | None) -> int:
    """How many bytes of a file are read; at most, of what says nothing of its size."""
    try:
        return min(path.stat().st_size, intake.LARGEST) if path else intake.LARGEST
    except OSError:  # what cannot be read is refused when it is its turn
        return 0


def _files(
    paths: Sequence[str],
) -> tuple[list[tuple[str, Path | None]], list[tuple[str, str]]]:
    """Every file meant, a name to speak of it and its path; what is not read beside, and why.

    Standard input has no path.
    """
    meant, others = list[tuple[str, Path | None]](), list[tuple[str, str]]()
    for name in paths:
        if name == "-" or not Path(name).is_dir():
            meant.append((name, None if name == "-" else Path(name)))
            continue
        for path in _inside(Path(name)):
            if path.is_dir():
                others.append((str(path), "it holds the parts of a page that was saved beside it"))
            elif _is_read(path):
                meant.append((str(path), path))
            else:
                others.append((str(path), NOT_READ))
    return meant, others


def _inside(folder: Path) -> Iterator[Path]:
    """Every file in a folder that is not hidden, nor lies where it is.

    Of folders that hold the parts of a saved page only the folder itself.
    """
    for below, folders, files in os.walk(folder):
        pages = {stem for name in files for stem in _page_named(name)}
        parts = [name for name in folders if (m := _PARTS.fullmatch(name)) and m[1] in pages]
        yield from (Path(below, name) for name in sorted(parts))
        folders[:] = sorted(n for n in folders if not n.startswith(".") and n not in parts)
        paths = (Path(below, name) for name in sorted(files) if not name.startswith("."))
        yield from (path for path in paths if path.is_file())  # a pipe has no end


def _page_named(name: str) -> tuple[str, ...]:
    """A web page's name without its ending; nothing of another file."""
    return (Path(name).stem,) if name.lower().endswith(_PAGES) else ()


def _is_read(path: Path) -> bool:
    name = path.name.lower()
    return name.endswith(intake.ENDINGS) or (name.endswith(intake.AMBIGUOUS) and _is_document(path))


def _is_document(path: Path) -> bool:
    """Whether what may hold anything holds a feed, say; what cannot be opened is refused later."""
    try:
        with path.open("rb") as file:
            return intake.is_document(file.read(intake.LARGEST))
    except OSError:
        return True


COMMANDS = (import_,)
