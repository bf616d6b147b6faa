"""Commands in real processes that have imported everything already: forks of one that waits.

Importing it takes a second of computing, which hundreds of short commands would each pay anew. What
is a promise of the interpreter's own start is asked of `python -m newsroom`: by every server, and
in `tests/newsroom/test_main.py`.
"""

import multiprocessing
import os
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from multiprocessing import forkserver
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory

import pytest

from newsroom.__main__ import main
from newsroom.running.supervisor import same_program

ROOT = Path(__file__).parents[1]
PATIENCE = 120  # seconds


@cache
def context() -> ForkServerContext:
    """Where such processes come from; the one that waits is started once a run."""
    found = multiprocessing.get_context("forkserver")
    found.set_forkserver_preload(["tests.preloaded", __name__])
    variables = same_program(os.environ)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), variables["PYTHONPATH"]]))
        forkserver.ensure_running()
    return found


def begin(
    words: Sequence[str], variables: Mapping[str, str], files: Sequence[str]
) -> ForkServerProcess:
    """Type a command.

    Args:
        words: behind `newsroom`.
        variables: all that its environment holds.
        files: its input, its output and what it says of errors.
    """
    mask = os.umask(0)
    os.umask(mask)
    given = (words, dict(variables), files, Path.cwd(), mask)
    process = context().Process(target=_be_the_command, args=given)
    process.start()
    return process


def run(words: Sequence[str], variables: Mapping[str, str]) -> CompletedProcess[str]:
    """Type a command and wait for its end; nobody sits at a terminal."""
    with TemporaryDirectory() as folder:
        said = [Path(folder) / name for name in ("output", "errors")]
        for path in said:
            path.touch()
        process = begin(words, variables, [os.devnull, *map(str, said)])
        process.join(PATIENCE)
        if process.exitcode is None:
            process.kill()
            raise TimeoutError(*words)
        return CompletedProcess(words, process.exitcode, *(path.read_text() for path in said))


def _be_the_command(
    words: Sequence[str],
    variables: Mapping[str, str],
    files: Sequence[str],
    folder: Path,
    mask: int,
) -> None:
    for number, path in enumerate(files):
        os.dup2(os.open(path, os.O_RDWR), number)
    sys.stdin, sys.stdout = os.fdopen(0), os.fdopen(1, "w")
    sys.stderr = os.fdopen(2, "w", buffering=1, errors="backslashreplace")
    os.chdir(folder)
    os.umask(mask)
    os.environ.clear()
    os.environ.update(variables)
    sys.argv = ["newsroom", *words]
    main()
