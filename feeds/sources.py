"""What documents are made by, as one name: other code, other name, and no number to raise."""

import hashlib
from pathlib import Path

_LENGTH = 12  # hexadecimal digits


def sources_digest(*folders: Path) -> str:
    """Name some folders by all they hold but compiled copies, wherever they are installed.

    Args:
        folders: of source files.
    """
    named = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*.*")):
            if path.is_file() and path.suffix != ".pyc":
                content = path.read_bytes()
                named.update(f"{path.relative_to(folder)} {len(content)}\n".encode() + content)
    return named.hexdigest()[:_LENGTH]
