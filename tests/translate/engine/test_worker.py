"""An engine's process: only who started it ends it, and it never outlives that one."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool

import pytest

from translate.engine.process import EngineProcess
from translate.engine.worker import LOOK, without_descriptors

pytestmark = pytest.mark.waits

STARTS_ONE = """
import os, time
from translate.engine.process import EngineProcess
with EngineProcess() as process:
    print(process.submit(os.getpid).result(), flush=True)
    process.submit(time.sleep, 600).result()
"""


def test_an_engine_s_process_ends_with_whoever_started_it_however_that_went() -> None:
    starter = subprocess.Popen([sys.executable, "-c", STARTS_ONE], stdout=subprocess.PIPE)
    assert starter.stdout
    os.kill(int(starter.stdout.readline()), 0)  # it is there
    starter.kill()
    starter.communicate(timeout=20)  # nobody is left who could write there


def grows_unseen() -> int:
    with without_descriptors():
        time.sleep(4 * LOOK)
    hoard = bytearray(os.urandom(2**20)) * 400
    time.sleep(20)
    return len(hoard)


def test_an_engine_s_memory_is_watched_while_it_can_open_nothing_and_after() -> None:
    with EngineProcess(most=200 * 2**20) as process, pytest.raises(BrokenProcessPool):
        process.submit(grows_unseen).result()


def test_ctrl_c_does_not_end_an_engine_s_process_before_its_parent_decides() -> None:
    with EngineProcess() as process:
        process.submit(os.kill, process.submit(os.getpid).result(), signal.SIGINT).result()
        assert process.submit(abs, -3).result() == 3
