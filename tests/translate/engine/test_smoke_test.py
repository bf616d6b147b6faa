"""A package has to speak before it is trusted, and to need no network for it."""

import errno
import os
import socket
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from press.errors import PackageRefused
from translate.engine import argos, smoke_test
from translate.engine.process import EngineProcess
from translate.engine.smoke_test import run_smoke_test
from translate.engine.worker import without_descriptors
from translate.packages import installing
from translate.packages.listing import Installed

pytestmark = pytest.mark.waits


def test_a_package_that_works_says_something(tiny: Path, tmp_path: Path) -> None:
    assert run_smoke_test(installing.install(tiny, tmp_path))


def test_a_package_that_is_still_packed_is_tried_without_installing_it(tiny: Path) -> None:
    (package,) = installing.available([tiny.parent])
    assert package.is_packed
    assert run_smoke_test(package)
    assert list(tiny.parent.iterdir()) == [tiny]


def test_a_real_package_says_something(models: Path) -> None:
    assert all(run_smoke_test(package) for package in installing.available([models]))


def test_a_package_that_changed_since_it_was_installed_is_named(tiny: Path, tmp_path: Path) -> None:
    package = installing.install(tiny, tmp_path)
    (package.path / "model" / "model.bin").write_bytes(b"other weights")
    with pytest.raises(PackageRefused, match=r"model\.bin has changed"):
        run_smoke_test(package)


def test_a_package_that_takes_for_ever_is_refused(tiny: Path, tmp_path: Path) -> None:
    with pytest.raises(PackageRefused, match="said nothing for 0 seconds"):
        run_smoke_test(installing.install(tiny, tmp_path), patience=0.001)


def calls_home() -> None:
    socket.create_connection(("127.0.0.1", 9), timeout=1)


def looks_up() -> None:
    socket.getaddrinfo("press.example", 80)


def opens() -> None:
    socket.socket()


@pytest.mark.parametrize("act", [calls_home, looks_up, opens])
def test_an_engine_s_process_has_no_sockets(act: Callable[[], None]) -> None:
    with EngineProcess() as process, pytest.raises(PermissionError, match="no use for a network"):
        process.submit(act).result()


def closed() -> list[str]:
    """What the system says to whoever asks it for anything that a socket would need too."""
    said = []
    with without_descriptors():
        for ask in (lambda: os.open(os.devnull, os.O_RDONLY), os.pipe):
            try:
                ask()
            except OSError as error:
                said.append(errno.errorcode[error.errno or 0])
    os.close(os.open(os.devnull, os.O_RDONLY))
    return said


def test_while_a_canary_sings_the_system_itself_gives_no_descriptor() -> None:
    with EngineProcess() as process:
        assert process.submit(closed).result() == ["EMFILE"] * 2


class Opening:
    """An engine that opens a file whenever it is asked, as one that calls home opens a socket."""

    def __init__(self, *_: object, **__: object) -> None:
        pass

    def translate(self, sentences: Sequence[str]) -> list[str]:
        os.close(os.open(os.devnull, os.O_RDONLY))
        return ["La rivière est basse."] * len(sentences)


def tried(package: Installed) -> str:
    """What comes of trying such an engine; in a process that is thrown away."""
    argos.Argos = Opening  # type: ignore[assignment,misc]
    return smoke_test._speak(package)


def test_an_engine_that_opens_anything_while_it_translates_is_refused(
    tiny: Path, tmp_path: Path
) -> None:
    package = installing.install(tiny, tmp_path)
    with EngineProcess() as process, pytest.raises(PackageRefused, match="with sockets closed"):
        process.submit(tried, package).result()
