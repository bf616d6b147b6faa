"""Pictures and documents within a file that is read: those that may be attached, and the others."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath

from intake.notyet.withholding import held_words
from intake.pictures.position import without_position
from intake.text.sheet.withheld import WHY, marks_in_text
from press.errors import AttachmentRefused
from press.releases.attachment import HEAD, check_size, clean_name, media_type_of
from press.releases.received import Enclosed, LeftOut

MOST = 50  # files of one release


def sorted_out(
    found: Iterable[Enclosed],
) -> tuple[tuple[Enclosed, ...], tuple[LeftOut, ...]]:
    """Which of the files within a file can be attached; the others are named with the reason.

    The same content comes once; a name that is there already gets a number. What is said to be
    not for publication is left out with its words. No picture says where it was taken.

    Args:
        found: in the file's order.
    """
    taken, refused, secret = dict[str, Enclosed](), list[LeftOut](), set[str]()
    for file in found:
        digest = hashlib.sha256(file.data).hexdigest()
        if is_marked(file):
            taken.pop(digest, None)
            secret.add(digest)
            refused.append(LeftOut(_with_words(file), WHY))
        if digest in taken or digest in secret:
            continue
        try:
            taken[digest] = _checked(file, {one.name for one in taken.values()})
        except AttachmentRefused as refusal:
            refused.append(LeftOut(file.name, str(refusal)))
    files = tuple(taken.values())
    refused += [LeftOut(file.name, f"only {MOST} files are taken") for file in files[MOST:]]
    return files[:MOST], tuple(refused)


def is_marked(file: Enclosed) -> bool:
    """Whether what is said of a file marks it as not for publication."""
    return any(marks_in_text(words) or held_words(words) for words in (file.alt, file.credit))


def _with_words(file: Enclosed) -> str:
    """What it is called, what it shows and whom it is owed to."""
    said = "; ".join(filter(None, (file.alt, file.credit)))
    return f"{file.name} ({said})"


def _checked(file: Enclosed, names: set[str]) -> Enclosed:
    name = clean_name(file.name)
    check_size(name, len(file.data))
    data = without_position(file.data, media_type_of(name, file.data[:HEAD]))
    free = next(one for one in _names(name) if one not in names)
    original = "" if data is file.data else hashlib.sha256(file.data).hexdigest()
    return replace(file, name=free, data=data, original=original)


def _names(name: str) -> Iterator[str]:
    yield name
    path = PurePath(name)
    yield from (f"{path.stem}-{n}{path.suffix}" for n in range(2, MOST * 20))
