"""Translation packages: which there are, and what each is worth."""

from collections.abc import Sequence

import click

from newsroom.commands import AS_JSON, Door, Group, pass_door, say, say_json
from newsroom.commands.translation import calibrating, comparing, fetching
from newsroom.commands.translation.fetching import MIB, NONE, languages, pair_of
from newsroom.translation.packages import package_folders
from translate.packages import checksums, installing
from translate.packages.installing import Installed
from translate.packages.label import MODEL
from translate.packages.quality import Quality, measured

EXAMPLE = """\b
Examples:
  newsroom models
  newsroom models install translate-en_fr-1_9.argosmodel
  newsroom models install en-fr en-nl en-de
  newsroom models update
  newsroom models compare news.en news.fr
  newsroom models calibrate news.en news.fr
"""


@click.group(cls=Group, invoke_without_command=True, epilog=EXAMPLE)
@AS_JSON
@click.pass_context
def models(context: click.Context, as_json: bool) -> None:
    """List the translation packages, what each weighs; install, update, compare, remove some."""
    if context.invoked_subcommand:
        return
    folders = package_folders(context.ensure_object(Door).settings)
    found = installing.available(folders)
    used = {p.pair: p for p in reversed(installing.ranked(found, folders))}
    if as_json:
        say_json([_for_program(package, found, package in used.values()) for package in found])
        return
    for package in found:
        if not package.is_starter:
            say(_line(package, found))
    _tell_starter([package for package in found if package.is_starter], found, used)


@models.command(epilog="\b\nExample:\n  newsroom models remove en-fr")
@click.argument("pair")
@pass_door
def remove(door: Door, pair: str) -> None:
    """Remove a package from the home, or by its name a folder there that is a broken one."""
    home = door.settings.packages[0]
    if installing.remove_broken(pair, home):
        say(f"removed {pair}, which was broken")
        return
    installing.remove(*languages(pair), home)
    say(f"removed {pair}")


def _line(package: Installed, all_: Sequence[Installed]) -> str:
    return f"{pair_of(package)} {package.version} ({_facts(package, all_)}): {package.path}"


def _facts(package: Installed, all_: Sequence[Installed]) -> str:
    facts = [f"{package.size / MIB:.1f} MiB", f"{package.weights / MIB:.1f} MiB of it in memory"]
    if shared := _sharing(package, all_):
        facts.append(f"shared with {', '.join(shared)}")
    if pinned := _pin(package):
        facts.append(f"pinned {pinned[:12]}…")
    return "; ".join(facts)


def _tell_starter(
    starters: Sequence[Installed],
    all_: Sequence[Installed],
    used: dict[tuple[str, str], Installed],
) -> None:
    """The model that ships: for which pairs it serves, and what it is worth; its weight once."""
    for one in starters:
        other = used[one.pair]
        serves = "in use" if other == one else f"behind {pair_of(other)} {other.version}"
        worth = "; ".join(map(_worth, measured(one.path, one.target))) or "nothing was measured"
        say(f"{pair_of(one)} {one.version} of the starter, rough, {serves}: {worth}")
    if starters:
        one = starters[0]
        say(f"the starter is one model for all of these ({_facts(one, [one])}): {one.path}")
    if wanted := [pair_of(one) for one in starters if used[one.pair] == one]:
        say(f"newsroom models install {' '.join(wanted)} fetches better ones")
    elif not all_:
        say(NONE)


def _worth(quality: Quality) -> str:
    return f"{quality.test_set} chrF {quality.chrf}, BLEU {quality.bleu}"


def _for_program(package: Installed, all_: Sequence[Installed], is_used: bool) -> dict[str, object]:
    return {
        "pair": pair_of(package),
        "version": package.version,
        "bytes": package.size,
        "memory": package.weights,
        "shares": _sharing(package, all_),
        "sha256": _pin(package) or None,
        "packed": package.is_packed,
        "starter": package.is_starter,
        "in_use": is_used,
        "quality": [
            {"set": q.test_set, "chrf": q.chrf, "bleu": q.bleu, "sentences": q.sentences}
            for q in (measured(package.path, package.target) if package.is_starter else ())
        ],
        "path": str(package.path),
    }


def _sharing(package: Installed, all_: Sequence[Installed]) -> list[str]:
    """The packages that hold the same model, as far as their pins say: it is loaded once."""
    model = checksums.read_checksums(package.path).get(MODEL)
    return [
        pair_of(other)
        for other in all_
        if model and other != package and checksums.read_checksums(other.path).get(MODEL) == model
    ]


def _pin(package: Installed) -> str:
    """The digest of what it was installed from; of its list of digests where it came with us."""
    if package.is_starter:
        return checksums.digest(package.path / checksums.NAME)
    return checksums.archive_digest(package.path)


for command in (*fetching.SUBCOMMANDS, *comparing.SUBCOMMANDS, *calibrating.SUBCOMMANDS):
    models.add_command(command)
COMMANDS = (models,)
