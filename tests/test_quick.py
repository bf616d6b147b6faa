"""What waits says so, so that `make quick` is quick."""

import multiprocessing
import os
import subprocess
import sys
import time

import pytest

from tests.quick import BLINK

Failed = pytest.fail.Exception


def test_a_quick_test_starts_no_process() -> None:
    with pytest.raises(Failed, match="starts a process"):
        subprocess.Popen([sys.executable, "-c", ""])
    with pytest.raises(Failed, match="starts a process"):
        os.fork()
    with pytest.raises(Failed, match="starts a process"):
        multiprocessing.get_context("spawn").Process(target=print).start()


def test_a_quick_test_sleeps_no_longer_than_a_blink() -> None:
    time.sleep(BLINK / 100)
    with pytest.raises(Failed, match="sleeps for 60 s"):
        time.sleep(60)


@pytest.mark.waits
def test_a_test_that_says_so_may_do_both() -> None:
    time.sleep(BLINK + 0.01)
    assert subprocess.run([sys.executable, "-c", ""], check=False).returncode == 0
