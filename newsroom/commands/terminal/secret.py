"""Files that hold what may be under embargo: nobody else on the machine reads them."""

import sys
from pathlib import Path
from tempfile import NamedTemporaryFile

import click

from press.errors import Refusal, UnreadableFile

FILE = click.Path(path_type=Path)
STANDARD = "-"


OVERWRITE = click.option("--overwrite", is_flag=True, help="Also over a file that is there.")


def write(path: Path, data: bytes, *, overwrite: bool = False) -> str:
    """Write a file that only its owner may read, or to standard output.

    What stood there gives way to it whole: its permissions, and whoever else holds it open or by
    another name, get nothing of what is written.

    Args:
        path: of the file.
        data: to write.
        overwrite: whether a file that is there gives way.

    Returns:
        what was done, for a person to read; nothing of standard output.

    Raises:
        Refusal: it is there already, a link, no file, or cannot be written.
    """
    if str(path) == STANDARD:
        sys.stdout.buffer.write(data)
        return ""
    if path.is_symlink():
        raise Refusal(f"{path} is a link to another place; name the file itself, or - to print it")
    if path.exists() and not path.is_file():
        raise Refusal(f"{path} is not a file")
    was_there = path.exists()
    if was_there and not overwrite:
        raise Refusal(f"{path} is there already; --overwrite writes over it")
    try:
        _put(path, data)
    except OSError as error:
        raise Refusal(f"{path} cannot be written: {error.strerror}") from error
    return f"wrote over {path}" if was_there else f"wrote {path}"


def read(path: Path, largest: int) -> bytes:
    """Read a file, or standard input.

    Args:
        path: of the file.
        largest: how many bytes it may have.

    Raises:
        UnreadableFile: it has more, or cannot be read.
    """
    try:
        with click.open_file(str(path), "rb") as file:
            data = bytes(file.read(largest + 1))
    except OSError as error:
        raise UnreadableFile(f"it cannot be read: {error.strerror}") from error
    if len(data) > largest:
        raise UnreadableFile(f"it is larger than {largest // 2**20} MiB")
    return data


def _put(path: Path, data: bytes) -> None:
    # Made for its owner alone (`tempfile.mkstemp`).
    with NamedTemporaryFile(dir=path.parent, prefix=".newsroom-", delete=False) as file:
        beside = Path(file.name)
        try:
            file.write(data)
            file.flush()
            beside.replace(path)
        except BaseException:
            beside.unlink()
            raise
