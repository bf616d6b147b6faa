"""The one function that brings a model into memory, in whichever process calls it.

It can be named, and sent to another process, by one that holds no model itself.
"""

from typing import Any

from translate.engine.batches import Steps
from translate.engine.protocol import Engine


def load(steps: Steps, threads: int = 2, **decoding: Any) -> Engine:
    """Load the packages of the way from one language to another, with `translate.engine.argos`.

    Args:
        steps: as `translate.engine.pivot.route` gives them.
        threads: processor threads, each of which translates a batch of its own.
        decoding: as for `translate.engine.argos.Argos`.

    Raises:
        PackageRefused: one of them cannot be loaded.
    """
    from translate.engine import argos  # noqa: PLC0415 - brings a model; the engine's process only

    return argos.load(steps, threads, **decoding)
