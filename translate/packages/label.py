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
        prefix: the token that its model has to begin every answer with, if it wants one.
    """

    source: str
    target: str
    version: str
    prefix: str = ""


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
        prefix = str(fields.get("target_prefix") or "")
        label = Label(fields["from_code"], fields["to_code"], fields["package_version"], prefix)
        codes = _CODE.fullmatch(label.source) and _CODE.fullmatch(label.target)
        if codes and _VERSION.fullmatch(label.version):
            return label
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        pass
    raise PackageRefused("its metadata.json does not name two languages and a version")


def read_folder(folder: Path) -> Label:
    """Read what an unpacked package says about itself.

    Raises:
        PackageRefused: it lacks something that a package must have.
    """
    check_parts(folder)
    return read_file(folder / "metadata.json")


def check_parts(folder: Path) -> None:
    """See that a folder has a model and a tokenizer.

    Raises:
        PackageRefused: it lacks one.
    """
    if not (folder / MODEL).is_file():
        raise PackageRefused(f"it has no {MODEL}")
    if not any((folder / name).is_file() for name in TOKENIZERS):
        raise PackageRefused("it has no sentencepiece.model or bpe.model")


def read_file(file: Path) -> Label:
    """Read the metadata of an unpacked package.

    Raises:
        PackageRefused: it cannot be read, or does not name two languages and a version.
    """
    try:
        return read_label(file.read_bytes())
    except OSError as error:
        raise PackageRefused(f"its {file.name} cannot be read: {error.strerror}") from error
