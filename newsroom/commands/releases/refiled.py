"""What `newsroom import` says of what was filed before."""

from typing import Any

from newsroom.filing.refiling import KnownBy
from press.releases.release import State

_OTHER = {
    "words": "other words",
    "time": "another time",
    "topics": "another topic",
    "contacts": "other contacts",
    "issuer": "another issuer",
    "reference": "another reference",
    "files": "other files",
}
_ITEM = "is the same item (its sender calls it so)"


def known_sentence(line: dict[str, Any], stands: str) -> str:
    """What became of a filing that is not new.

    Args:
        line: what is told of it to programs.
        stands: the state of the release, and why or when.
    """
    number, headline = line["release"], line["headline"]
    if line["held_back"]:
        which = _is_it(line)
        return f"not filed: {which}, which is held back now ({stands}); {line['does']}: {headline}"
    if line["let_out"]:
        return f"let out {number}, which was filed already: {headline} ({stands})"
    if line["state"] == State.WITHDRAWN:
        return f"{_already(line)}, which was withdrawn; {line['does']}: {headline}"
    if line["differs"]:
        return f"not filed: {_differing(line, stands)}: {headline}"
    way_out = f"; {line['does']}" if line["does"] else ""
    return f"{_already(line)}: {headline} ({stands}){way_out}"


def _already(line: dict[str, Any]) -> str:
    if line["known_by"] == KnownBy.OWN:
        return f"not filed: our own release {line['release']}"
    return f"already filed as {line['release']}"


def _is_it(line: dict[str, Any]) -> str:
    if line["known_by"] == KnownBy.OWN:
        return f"our own release {line['release']}"
    is_item = line["known_by"] == KnownBy.ITEM
    what = "the same item, as its sender calls it," if is_item else "the same words"
    return f"{what} as release {line['release']}"


def _differing(line: dict[str, Any], stands: str) -> str:
    """Which release it is, in what it is another, and what can be done."""
    number, others = line["release"], line["others"]
    said = _listed([_OTHER[name] for name in others])
    beside = "--beside files this one too"
    takes = f"newsroom revise {number} {line.get('file', 'FILE')} takes them"
    if line["known_by"] == KnownBy.ITEM:
        return f"release {number} {_ITEM} with {said} ({stands}); {takes}, {beside}"
    if "words" in others:
        return (
            f"release {number} was filed from the same text and is changed since ({stands}): this "
            f"one has {said}; newsroom history {number} shows how, {beside}"
        )
    mends = takes if "files" in others else f"newsroom edit {number} changes that one"
    return f"the same words as release {number} ({stands}), with {said}; {mends}, {beside}"


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
