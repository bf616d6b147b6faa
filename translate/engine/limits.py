"""What an engine may take before it is stopped."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What an engine may take before it is stopped.

    Args:
        batch: sentences in a batch.
        lanes: batches on their way at a time: the one it does, and the next.
        sentences: after so many its process is replaced.
        growth: share of what its process held when it had loaded by which it may grow before it is
            replaced; native code seldom gives memory back, and loading anew takes a second.
        room: bytes that it may grow by at the least: what long batches need is no leak.
        loading: seconds to start and to load a package, beside
        seconds: to answer any batch, and
        each: seconds a character.
        guilty: sentences it may fail on before it is taken to be broken.
        rest: seconds for which a broken engine is not asked again.
    """

    batch: int = 256
    lanes: int = 2
    sentences: int = 50_000
    growth: float = 0.5
    room: int = 64 * 2**20
    loading: float = 60.0
    seconds: float = 20.0
    each: float = 0.01
    guilty: int = 20
    rest: float = 60.0


DEFAULT = Limits()
