"""Releases in English, made from our samples, no sentence of which stands in two of them."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from newsroom import samples
from newsroom.settings import load_settings
from press.releases.release import Filing
from press.text import Block, Kind
from translate.markup.segmentation import split

BODY = 4  # blocks below the headline
_PLAIN = {Kind.PARAGRAPH, Kind.LIST, Kind.QUOTE, Kind.HEADING}
_WORD = re.compile(r"(?<= )[a-z]{5,}(?= )")


def releases(count: int, seed: int = 1) -> list[Filing]:
    """So many releases; the same arguments give the same ones."""
    dice = random.Random(seed)
    filings = [f for f in _english() if f.blocks[0].kind is Kind.HEADLINE]
    pool = [b for f in filings for b in f.blocks if b.kind in _PLAIN and len(b.markdown) > 60]
    words = sorted({w for block in pool for w in _WORD.findall(block.markdown)})
    made = []
    for _ in range(count):
        model = dice.choice(filings)
        blocks = (model.blocks[0], *dice.sample(pool, BODY))
        varied = tuple(_varied(block, words, dice) for block in blocks)
        made.append(replace(model, blocks=varied, language="en", topics=()))
    return made


def revised(filings: Sequence[Filing], seed: int = 2) -> list[tuple[int, Filing]]:
    """The releases of which one block in ten was changed, with their places.

    Args:
        filings: as `releases` made them.
        seed: of the choice.
    """
    dice = random.Random(seed)
    changed = []
    words = ["rivers", "harbour", "tomorrow", "bridges", "winter", "doctors", "schools"]
    for place, filing in enumerate(filings):
        blocks = tuple(b if dice.random() > 0.1 else _varied(b, words, dice) for b in filing.blocks)
        if blocks != filing.blocks:
            changed.append((place, replace(filing, blocks=blocks)))
    return changed


def text(filing: Filing) -> str:
    """A release as one text, a paragraph after another."""
    return "\n\n".join(block.markdown for block in filing.blocks)


def sentences(filings: Sequence[Filing]) -> int:
    """How many sentences they have, by our own count."""
    lines = (line for filing in filings for line in text(filing).split("\n") if line.strip())
    return sum(len(split(line, "en")) for line in lines)


def _english() -> Iterator[Filing]:
    for sample in samples.every(load_settings({}, Path()).site):
        yield from (f for f in sample.reading.filings if f.language == "en")


def _varied(block: Block, words: Sequence[str], dice: random.Random) -> Block:
    """The same block with other words in every sentence."""
    lines = (
        "".join(_swapped(sentence, words, dice) for sentence in split(line, "en"))
        for line in block.markdown.split("\n")
    )
    return replace(block, markdown="\n".join(lines))


def _swapped(sentence: str, words: Sequence[str], dice: random.Random) -> str:
    places = list(_WORD.finditer(sentence))
    for place in sorted(dice.sample(places, min(3, len(places))), key=lambda p: -p.start()):
        sentence = sentence[: place.start()] + dice.choice(words) + sentence[place.end() :]
    return sentence
