"""What a translation package says about itself."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from press.errors import PackageRefused

MODEL = "model/model.bin"
TOKENIZERS = ("sentencepiece.model", "bpe.model")
_CODE = re.compile(r"[a-z]{2,3}")
_VERSION = re.compile(r"[\w.+-]{1,32}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Label:
    """What a package says about itself.

    Args:
        source: code of the language it translates from.
        target: code of the language it translates into.
        version: of the package.
    """

    source: str
    target: str
    version: str


def rank(version: str) -> tuple[int, ...]:
    """Order versions: 1.10 comes after 1.9."""
    return tuple(int(number) for number in re.findall(r"[0-9]+", version))


def read_label(metadata: bytes) -> Label:
    """Read a package's metadata.json.

    Raises:
        PackageRefused: it does not name two languages and a version.
    """
    try:
        fields = json.loads(metadata)
        label = Label(fields["from_code"], fields["to_code"], fields["package_version"])
        codes = _CODE.fullmatch(label.source) and _CODE.fullmatch(label.target)
        if codes and _VERSION.fullmatch(label.version):
            return label
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    raise PackageRefused("its metadata.json does not name two languages and a version")


def read_folder(folder: Path) -> Label:
    """Read what an unpacked package says about itself.

    Raises:
        PackageRefused: it lacks something that a package must have.
    """
    if not (folder / MODEL).is_file():
        raise PackageRefused(f"it has no {MODEL}")
    if not any((folder / name).is_file() for name in TOKENIZERS):
        raise PackageRefused("it has no sentencepiece.model or bpe.model")
    try:
        return read_label((folder / "metadata.json").read_bytes())
    except OSError as error:
        raise PackageRefused(f"its metadata.json cannot be read: {error.strerror}") from error
