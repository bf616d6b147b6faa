"""Proving that an embargo holds, and checking such a proof."""

import json
from pathlib import Path
from typing import Any

import click

from newsroom.commands import AS_JSON, RELEASE, Command, Door, now, pass_door, say, say_json
from newsroom.commands.terminal.secret import write
from newsroom.proofs.proof import Proof, says
from newsroom.proofs.proving import Prover
from newsroom.proofs.seal import public_key, verify
from press.errors import Refusal

EXAMPLE = """\b
Examples:
  newsroom prove 1 --out proof.json
  newsroom prove --verify proof.json --key key.pub.pem
"""
a_file = click.Path(path_type=Path, dir_okay=False)


@click.command(cls=Command, epilog=EXAMPLE)
@click.argument("release_id", type=RELEASE, required=False, metavar="[ID]")
@click.option("--out", type=a_file, metavar="FILE", help="Write the signed record there.")
@click.option("--at-address", default="", metavar="URL", help="Ask this server, behind a proxy.")
@click.option("--list", "lists", is_flag=True, help="List what was proved of the release.")
@click.option("--verify", "record", type=a_file, metavar="FILE", help="Check a record; offline.")
@click.option("--key", type=a_file, metavar="PUB.pem", help="The key it has to be signed with.")
@AS_JSON
@pass_door
def prove(door: Door, /, release_id: int | None, **said: Any) -> None:
    """Ask every public address for traces of a release, and sign the answers.

    Before its minute no address may show any trace of it; after it every one has to show it. Until
    then a record is as secret as the release: it says what was looked for.
    """
    if said["record"]:
        _check(said["record"], said["key"], as_json=said["as_json"])
        return
    if release_id is None:
        raise click.UsageError("say which release (ID), or --verify FILE")
    if said["lists"]:
        _list(door, release_id, as_json=said["as_json"])
        return
    proof = _made(door, release_id, said["at_address"], said["out"])
    _say(proof, as_json=said["as_json"])


def _made(door: Door, release_id: int, address: str, out: Path | None) -> Proof:
    newsroom = door.newsroom
    proof = Prover(newsroom.storage, newsroom.settings, now, address).prove(release_id)
    # Before its minute a record is as secret as the release; a newer one replaces an older.
    done = write(out, f"{proof.text}\n".encode(), overwrite=True) if out else ""
    if done:
        say(done, err=True)
    return proof


def _say(proof: Proof, *, as_json: bool) -> None:
    if as_json:
        say_json(proof.record)
    else:
        say(f"proof {proof.id}: {proof.verdict}")
        for fault in proof.record.get("faults", []):
            say(f"also: {fault}")
    if not proof.holds:
        raise click.exceptions.Exit(1)


def _check(path: Path, key: Path | None, *, as_json: bool) -> None:
    """Nothing but the file is looked at: no home, no network."""
    trusted = public_key(key) if key else ""
    try:
        record = verify(path.read_text(encoding="utf-8"), trusted)
    except (OSError, UnicodeDecodeError) as error:
        raise Refusal(f"{path} cannot be read: {error}") from error
    if as_json:
        say_json({"valid": True, "trusted": bool(key), "says": says(record)})
        return
    say(says(record) + ("" if key else " (the one it names itself; --key checks whose)"))


def _list(door: Door, release_id: int, *, as_json: bool) -> None:
    found = Prover(door.newsroom.storage, door.newsroom.settings, now).proofs(release_id)
    records = [(kept, json.loads(kept.record)) for kept in found]
    if as_json:
        say_json([record for _, record in records])
        return
    for kept, record in records:
        when = f"{kept.made_at:%Y-%m-%d %H:%M:%S} UTC"
        say(f"proof {kept.id}, {when}, {record['occasion']}: {record['verdict']}")
    if not found:
        say(f"nothing was proved of release {release_id}")


COMMANDS = (prove,)
