"""Translation packages."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from newsroom.commands import AS_JSON, Door, Group, pass_door, say, say_json
from press.errors import NoPackage, Refusal
from translate.engine.smoke_test import run_smoke_test
from translate.packages import checksums, installing
from translate.packages.label import MODEL

EXAMPLE = """\b
Examples:
  newsroom models
  newsroom models install translate-en_fr-1_9.argosmodel
  newsroom models install en-fr en-nl
  newsroom models update
"""
NONE = "no translation packages are installed; newsroom models install en-fr fetches one"
MIB = 2**20
_PAIR = re.compile(r"[a-z]{2,3}-[a-z]{2,3}")


@click.group(cls=Group, invoke_without_command=True, epilog=EXAMPLE)
@AS_JSON
@click.pass_context
def models(context: click.Context, as_json: bool) -> None:
    """List the translation packages, what each weighs; install, update, remove one."""
    if context.invoked_subcommand:
        return
    door = context.ensure_object(Door)
    found = installing.available(door.settings.packages)
    if as_json:
        say_json([_for_program(package, found) for package in found])
        return
    for package in found:
        say(_line(package, found))
    if not found:
        say(NONE)


@models.command(epilog=EXAMPLE)
@click.argument("what", nargs=-1, required=True, metavar="FILE|PAIR…")
@click.option("--sha256", help="What the digest of the (one) file must be.")
@pass_door
def install(door: Door, what: tuple[str, ...], sha256: str | None) -> None:
    """Install packages from files, or fetch pairs such as en-fr over the network."""
    if sha256 and len(what) > 1:
        raise Refusal("--sha256 goes with one package")
    home = door.newsroom.settings.packages[0]
    for name in what:
        package, digest = _install(name, home, sha256)
        say(f"installed {_pair(package)} {package.version} (sha256 {digest})")


@models.command(epilog="\b\nExamples:\n  newsroom models update\n  newsroom models update en-fr")
@click.argument("pairs", nargs=-1, metavar="[PAIR]…")
@click.option("--offline", is_flag=True, help="Only look in the folders of MODELS.")
@pass_door
def update(door: Door, pairs: tuple[str, ...], offline: bool) -> None:
    """Replace installed packages by newer ones, of the folders in MODELS or of Argos' index.

    A new one has to speak before the old one gives way.
    """
    home, *others = door.newsroom.settings.packages
    wanted = {_languages(pair) for pair in pairs}
    found = [p for p in installing.installed([home]) if not wanted or p.pair in wanted]
    for source, target in sorted(wanted - {p.pair for p in found}):
        raise NoPackage(source, target)
    for old in found:
        say(_updated(old, home, others, offline=offline))
    if not found:
        say(NONE)


@models.command(epilog="\b\nExample:\n  newsroom models remove en-fr")
@click.argument("pair")
@pass_door
def remove(door: Door, pair: str) -> None:
    """Remove a package from the home, or by its name a folder there that is a broken one."""
    home = door.settings.packages[0]
    if installing.remove_broken(pair, home):
        say(f"removed {pair}, which was broken")
        return
    installing.remove(*_languages(pair), home)
    say(f"removed {pair}")


def _install(name: str, home: Path, sha256: str | None) -> tuple[installing.Installed, str]:
    """Install a file, or fetch a pair first; returns what it is and its digest."""
    if Path(name).exists() or not _PAIR.fullmatch(name):
        file = Path(name)
        return installing.install(file, home, sha256, run_smoke_test), installing.digest(file)
    with TemporaryDirectory() as folder:
        file = installing.fetch(*_languages(name), Path(folder))
        return installing.install(file, home, sha256, run_smoke_test), installing.digest(file)


def _updated(old: installing.Installed, home: Path, others: list[Path], *, offline: bool) -> str:
    """Install a newer package, if there is one; returns what became of it."""
    with TemporaryDirectory() as folder:
        file = installing.newer_file(old, others)
        if file is None and not offline:
            file = installing.fetch_newer(*old.pair, old.version, Path(folder))
        if file is None:
            return f"{_pair(old)} {old.version} is the newest"
        new = installing.install(file, home, smoke_test=run_smoke_test)
        return f"updated {_pair(old)} {old.version} → {new.version} (sha256 {_checksum(new)})"


def _line(package: installing.Installed, all_: list[installing.Installed]) -> str:
    facts = [f"{package.size / MIB:.1f} MiB", f"{package.weights / MIB:.1f} MiB of it in memory"]
    if shared := _sharing(package, all_):
        facts.append(f"shared with {', '.join(shared)}")
    if pinned := _checksum(package):
        facts.append(f"pinned {pinned[:12]}…")
    return f"{_pair(package)} {package.version} ({'; '.join(facts)}): {package.path}"


def _for_program(
    package: installing.Installed, all_: list[installing.Installed]
) -> dict[str, object]:
    return {
        "pair": _pair(package),
        "version": package.version,
        "bytes": package.size,
        "memory": package.weights,
        "shares": _sharing(package, all_),
        "sha256": _checksum(package) or None,
        "packed": package.is_packed,
        "path": str(package.path),
    }


def _sharing(package: installing.Installed, all_: list[installing.Installed]) -> list[str]:
    """The packages that hold the same model, as far as their pins say: it is loaded once."""
    model = checksums.read_checksums(package.path).get(MODEL)
    return [
        _pair(other)
        for other in all_
        if model and other != package and checksums.read_checksums(other.path).get(MODEL) == model
    ]


def _checksum(package: installing.Installed) -> str:
    return checksums.archive_digest(package.path)


def _languages(pair: str) -> tuple[str, str]:
    if not _PAIR.fullmatch(pair):
        raise Refusal(f"“{pair}” is not a pair of languages such as en-fr")
    source, _, target = pair.partition("-")
    return source, target


def _pair(package: installing.Installed) -> str:
    return "-".join(package.pair)


COMMANDS = (models,)
