"""How good the starter is: what was measured when it was made, and lies beside it."""

import json
from dataclasses import dataclass
from pathlib import Path

NAME = "quality.json"


@dataclass(frozen=True, slots=True)
class Quality:
    """What the translations of a set of known sentences are worth.

    Args:
        test_set: its name.
        chrf: how far their letters are those of the known translations, 0 to 100.
        bleu: how far their words are, 0 to 100.
        sentences: how many there were.
    """

    test_set: str
    chrf: float
    bleu: float
    sentences: int


def measured(folder: Path, target: str) -> list[Quality]:
    """What was measured of a package into a language; nothing where that is not told.

    Args:
        folder: of the package.
        target: code of the language it translates into.
    """
    try:
        told = json.loads((folder / NAME).read_text(encoding="utf-8"))
        return [
            Quality(name, float(one["chrF"]), float(one["BLEU"]), int(told["sentences"]))
            for name, one in told[target].items()
        ]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return []
