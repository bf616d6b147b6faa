"""Translation packages."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from newsroom.commands import Door, Group, pass_door, say_json
from press.errors import Refusal
from translate import packages
from translate.trial import try_out

EXAMPLE = """\b
Examples:
  newsroom models
  newsroom models install translate-en_fr-1_9.argosmodel
  newsroom models install en-fr en-nl
"""
_PAIR = re.compile(r"[a-z]{2,3}-[a-z]{2,3}")


@click.group(cls=Group, invoke_without_command=True, epilog=EXAMPLE)
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
@click.pass_context
def models(context: click.Context, as_json: bool) -> None:
    """List the translation packages, install one, remove one."""
    if context.invoked_subcommand:
        return
    door = context.ensure_object(Door)
    found = packages.available(door.settings.packages)
    if as_json:
        say_json([{"pair": _pair(p), "version": p.version, "bytes": p.size} for p in found])
        return
    for package in found:
        size = f"{package.size / 2**20:.1f} MiB"
        click.echo(f"{_pair(package)} {package.version} ({size}): {package.path}")
    if not found:
        click.echo("no translation packages; newsroom models install en-fr fetches one")


@models.command(epilog=EXAMPLE)
@click.argument("what", nargs=-1, required=True, metavar="FILE|PAIR…")
@click.option("--sha256", help="What the digest of the (one) file must be.")
@pass_door
def install(door: Door, what: tuple[str, ...], sha256: str | None) -> None:
    """Install packages from files, or fetch pairs such as en-fr: the only use of the network."""
    if sha256 and len(what) > 1:
        raise Refusal("--sha256 goes with one package")
    home = door.newsroom.settings.packages[0]
    for name in what:
        package, digest = _install(name, home, sha256)
        click.echo(f"installed {_pair(package)} {package.version} (sha256 {digest})")


@models.command(epilog="\b\nExample:\n  newsroom models remove en-fr")
@click.argument("pair")
@pass_door
def remove(door: Door, pair: str) -> None:
    """Remove a package from the home."""
    packages.remove(*_languages(pair), door.settings.packages[0])
    click.echo(f"removed {pair}")


def _install(name: str, home: Path, sha256: str | None) -> tuple[packages.Installed, str]:
    """Install a file, or fetch a pair first; returns what it is and its digest."""
    if Path(name).exists() or not _PAIR.fullmatch(name):
        return packages.install(Path(name), home, sha256, try_out), packages.digest(Path(name))
    with TemporaryDirectory() as folder:
        file = packages.fetch(*_languages(name), Path(folder))
        return packages.install(file, home, sha256, try_out), packages.digest(file)


def _languages(pair: str) -> tuple[str, str]:
    if not _PAIR.fullmatch(pair):
        raise Refusal(f"“{pair}” is not a pair of languages such as en-fr")
    source, _, target = pair.partition("-")
    return source, target


def _pair(package: packages.Installed) -> str:
    return "-".join(package.pair)


COMMANDS = (models,)
