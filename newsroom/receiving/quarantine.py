"""Mails that were not taken: kept for an officer to look at, and answered to nobody."""

import hashlib
from pathlib import Path

# Strangers may send as much as they like: what is beyond stays where it came from.
MOST = 500 * 2**20


def set_aside(folder: Path, data: bytes, why: str) -> bool:
    """Keep a mail with a line that says why; the same mail once.

    Args:
        folder: made when the first is kept.
        data: the mail.
        why: as a clause.

    Returns:
        whether there was room for it.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"{hashlib.sha256(data).hexdigest()[:24]}.eml"
    if path.exists():
        return True
    if sum(one.stat().st_size for one in folder.iterdir()) + len(data) > MOST:
        return False
    _write(path.with_suffix(".txt"), f"{why}\n".encode())
    unfinished = path.with_suffix(".part")
    _write(unfinished, data)
    unfinished.replace(path)
    return True


def _write(path: Path, data: bytes) -> None:
    """Write a file that its owner alone may read."""
    path.touch(mode=0o600)
    path.write_bytes(data)
