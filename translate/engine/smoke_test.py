"""Trying a package out before it is trusted: it has to speak, and to need no network for it."""

from concurrent.futures import BrokenExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from press.errors import PackageRefused
from translate.engine.process import EngineProcess
from translate.engine.worker import CANARY, without_descriptors
from translate.packages import checksums
from translate.packages.archive import unpack
from translate.packages.listing import Installed, read

PATIENCE = 120.0  # seconds to load and to say one sentence
# Languages that packages most often come from; others are tried with the English sentence.
CANARIES = {
    "en": CANARY,
    "fr": "La rivière est de nouveau basse.",
    "nl": "De rivier staat weer laag.",
    "de": "Der Fluss ist wieder niedrig.",
    "es": "El río está bajo otra vez.",
    "it": "Il fiume è di nuovo basso.",
}


def run_smoke_test(package: Installed, patience: float = PATIENCE) -> str:
    """Have a package translate a sentence, in a process of its own: rubbish may crash one.

    The process refuses every use of Python's sockets from the beginning, and while it translates
    nothing in it, native code included, can open a file or a socket. What native code does while
    it loads is not watched.

    Args:
        package: installed, or still packed.
        patience: seconds.

    Returns:
        what it said.

    Raises:
        PackageRefused: it cannot, or it is not what was installed.
    """
    if package.is_packed:
        with TemporaryDirectory() as scratch:
            return run_smoke_test(read(unpack(package.path, Path(scratch, "new"))), patience)
    checksums.verify(package.path)
    with EngineProcess() as other:
        try:
            return other.submit(_speak, package).result(patience)
        except TimeoutError:
            raise PackageRefused(f"it said nothing for {patience:.0f} seconds") from None
        except BrokenExecutor:
            raise PackageRefused("its model cannot be loaded") from None


def _speak(package: Installed) -> str:
    from translate.engine.argos import Argos  # noqa: PLC0415 - brings a model; not here

    canary = CANARIES.get(package.source, CANARY)
    try:
        engine = Argos(package, inter_threads=1)
        engine.translate([canary])  # a tokenizer may open its files only now
    except (PackageRefused, RuntimeError, ValueError, MemoryError):
        # What the library says of it are numbers of its own.
        raise PackageRefused("its model cannot be loaded") from None
    try:
        with without_descriptors():
            (said,) = engine.translate([canary])
    except Exception as error:
        raise PackageRefused(f"it cannot translate with sockets closed: {error}") from None
    if not any(sign.isalnum() for sign in said):
        raise PackageRefused("it has nothing to say")
    return said
