"""Sentences whose translations are known, and documents whose translations are not."""

import os
import random
from pathlib import Path

import intake
from newsroom import samples
from newsroom.settings import load_settings
from press.text import Block
from translate.packages.listing import STARTER_FOLDER

SHARED = Path(os.environ.get("NEWSROOM_SHARED", Path(__file__).parents[2] / "shared"))
PARALLEL = SHARED / "parallel"
SETS = {
    "fr": ("flores_devtest", "ntrex", "newstest2014"),
    "nl": ("flores_devtest", "ntrex", "europarl2008"),
    "de": ("flores_devtest", "ntrex", "newstest2020"),
}
# What is measured: the model that ships, and one that drops and invents facts.
ENGINES = {"starter": STARTER_FOLDER, "double": SHARED / "models"}
Known = tuple[str, str]


def pairs(target: str, most: int, seed: int = 1) -> list[Known]:
    """Sentences and their known translations, as many of each set, the same ones each time."""
    each = most // len(SETS[target])
    return [pair for name in SETS[target] for pair in pairs_of(name, target, each, seed)]


def pairs_of(name: str, target: str, most: int, seed: int = 1) -> list[Known]:
    """Some sentences of one set, with their known translations."""
    known = whole_set(name, target)
    return random.Random(seed).sample(known, min(len(known), most))


def whole_set(name: str, target: str) -> list[Known]:
    """All of one set."""
    files = [PARALLEL / f"{name}.en-{target}.{code}" for code in ("en", target)]
    texts = [file.read_text("utf-8").split("\n") for file in files]
    known = [(" ".join(a.split()), " ".join(b.split())) for a, b in zip(*texts, strict=True)]
    return [pair for pair in known if all(pair)]


def documents() -> list[Block]:
    """The blocks of our samples in English and of the real documents, no two alike."""
    site = load_settings({}, Path()).site
    real = sorted((SHARED / "seeds").glob("*.txt"))
    readings = [
        *(sample.reading for sample in samples.every(site)),
        *(intake.read(p.name, p.read_bytes(), zone=site.zone, language="en") for p in real),
    ]
    filings = [one for reading in readings for one in reading.filings if one.language == "en"]
    return list({b.digest: b for one in filings for b in one.blocks}.values())
