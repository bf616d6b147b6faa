"""Trying a package out before it takes the place of one that works."""

from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from press.errors import PackageRefused
from translate.listing import Installed

CANARY = "The river is low again."


def try_out(package: Installed) -> None:
    """Have a package translate a sentence, in a process of its own: rubbish may crash one.

    Raises:
        PackageRefused: it cannot.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
        try:
            other.submit(_speak, package).result()
        except BrokenProcessPool:
            raise PackageRefused("its model cannot be loaded") from None


def _speak(package: Installed) -> None:
    from translate.argos import Argos  # noqa: PLC0415 - brings a model; the other process only

    try:
        Argos(package, inter_threads=1).translate([CANARY])
    except (PackageRefused, RuntimeError, ValueError, MemoryError):
        # What the library says of it are numbers of its own.
        raise PackageRefused("its model cannot be loaded") from None
