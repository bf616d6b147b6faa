"""Pictures and documents within a file that is read: those that may be attached, and the others."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath

from press.errors import AttachmentRefused
from press.releases.attachment import HEAD, check_size, clean_name, media_type_of
from press.releases.received import Enclosed, LeftOut

MOST = 50  # files of one release


def sorted_out(
    found: Iterable[Enclosed],
) -> tuple[tuple[Enclosed, ...], tuple[LeftOut, ...]]:
    """Which of the files within a file can be attached; the others are named with the reason.

    The same content comes once; a name that is there already gets a number.

    Args:
        found: in the file's order.
    """
    taken, refused = dict[str, Enclosed](), list[LeftOut]()
    for file in found:
        digest = hashlib.sha256(file.data).hexdigest()
        if digest in taken:
            continue
        try:
            taken[digest] = _checked(file, {one.name for one in taken.values()})
        except AttachmentRefused as refusal:
            refused.append(LeftOut(file.name, str(refusal)))
    files = tuple(taken.values())
    refused += [LeftOut(file.name, f"only {MOST} files are taken") for file in files[MOST:]]
    return files[:MOST], tuple(refused)


def _checked(file: Enclosed, names: set[str]) -> Enclosed:
    name = clean_name(file.name)
    check_size(name, len(file.data))
    media_type_of(name, file.data[:HEAD])
    return replace(file, name=next(one for one in _names(name) if one not in names))


def _names(name: str) -> Iterator[str]:
    yield name
    path = PurePath(name)
    yield from (f"{path.stem}-{n}{path.suffix}" for n in range(2, MOST * 20))
