"""Settings of translation: which packages, how much of the machine, whose words go out."""

import os.path
from pathlib import Path

from newsroom.settings.setting import Setting
from press.releases.readiness import Starter


def _folders(text: str) -> tuple[Path, ...]:
    return tuple(Path(part).expanduser() for part in text.split(os.path.pathsep) if part)


def _threads(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ValueError("it is not a number of threads, 1 or more")
    return int(text)


def _reviewed(text: str) -> frozenset[str]:
    pairs = [pair.strip().partition("=") for pair in text.split(",") if pair.strip()]
    if any(says not in {"auto", "reviewed"} for _, _, says in pairs):
        raise ValueError("it is not a list such as nl=reviewed,de=auto")
    return frozenset(code for code, _, says in pairs if says == "reviewed")


def _starter(text: str) -> Starter:
    if text not in list(Starter):
        raise ValueError("it is neither drafts, on nor off")
    return Starter(text)


TRANSLATING = (
    Setting(
        "REVIEW",
        "",
        "Per language whether machine text goes out, marked, unless a check speaks against it "
        "(auto, the default), or waits for an editor (reviewed): nl=reviewed,de=auto.",
        _reviewed,
    ),
    Setting(
        "STARTER",
        "drafts",
        "What becomes of the words of the small, rough model that ships, which is asked where no "
        "installed package knows a pair of languages: drafts (they wait for a person), on (public "
        "at once, marked as rough) or off (it is not asked).",
        _starter,
    ),
    Setting(
        "MODELS",
        "~/.local/share/argos-translate/packages",
        "Further folders, separated by colons, searched for translation packages, unpacked or not.",
        _folders,
    ),
    Setting("THREADS", "2", "How many processor threads translating may use.", _threads),
)
