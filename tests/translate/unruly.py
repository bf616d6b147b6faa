"""An engine that does what it is told to by the words it is sent, in the worst ways there are.

It is loaded in a process of its own, so it lies in a module that such a process can import.
"""

import os
import socket
import time
from collections.abc import Sequence
from pathlib import Path

from translate.alignment.words import AlignedHypothesis
from translate.engine.worker import LOOK
from translate.packages.listing import Installed

MIB = 2**20
hoard: list[bytearray] = []


def package(target: str = "fr", **said: str) -> tuple[Installed]:
    return (Installed("en", target, "1", Path(**said) if said else Path(), 0),)


def load(steps: tuple[Installed, ...]) -> "Unruly":
    return Unruly(steps[0].target)


class Unruly:
    """Raises its voice, unless a word tells it to do worse.

    Args:
        target: `xx` makes it worse from the beginning.
    """

    def __init__(self, target: str) -> None:
        self.name = f"unruly en-{target} 1"
        self.target = target

    def translate(self, sentences: Sequence[str]) -> list[str]:
        if self.target == "xx":
            raise RuntimeError("always")
        if self.target == "zz":
            time.sleep(60)
        return [self.say(sentence) for sentence in sentences if "skip" not in sentence]

    def hypotheses(self, sentences: Sequence[str], count: int) -> list[list[AlignedHypothesis]]:
        return [[AlignedHypothesis(said)] * count for said in self.translate(sentences)]

    def scored(self, sentences: Sequence[str]) -> list[AlignedHypothesis]:
        return [AlignedHypothesis(said, score=-1.0) for said in self.translate(sentences)]

    def batches(self, sentences: Sequence[str]) -> list[int]:
        """How many came with each, itself included."""
        return [len(sentences)] * len(sentences)

    def say(self, sentence: str) -> str:
        if "raise" in sentence:
            raise MemoryError
        if "repeat" in sentence:
            raise ValueError(sentence)
        if "hang" in sentence:
            time.sleep(60)
        if "exit" in sentence:
            os._exit(1)
        if "eat" in sentence:
            hoard.append(bytearray(os.urandom(MIB) * 300))
            time.sleep(20 * LOOK)
        if "grow" in sentence:
            hoard.append(bytearray(os.urandom(MIB) * 40))
        if "call home" in sentence:
            socket.create_connection(("127.0.0.1", 9))
        if "process" in sentence:
            return str(os.getpid())
        return sentence.upper()
