"""A process beside the clock that is there only while there is work."""

import os
from concurrent.futures import wait

import pytest

from newsroom.running.background import Background
from newsroom.wiring import Newsroom
from tests.newsroom.running.elsewhere import die, once_told, own_process

pytestmark = pytest.mark.waits


def test_work_is_done_elsewhere_and_its_process_ends_with_it(newsroom: Newsroom) -> None:
    background = Background(once_told, newsroom.settings)
    background.look(lambda: False)
    assert background.doing is None
    background.look(lambda: True)
    doing = background.doing
    background.look(lambda: True)
    assert background.doing is doing
    (newsroom.settings.home / "go").touch()
    assert doing
    assert doing.result() != os.getpid()
    background.look(lambda: False)
    assert (background.doing, background.pool) == (None, None)


def test_a_process_that_dies_is_replaced(newsroom: Newsroom) -> None:
    background = Background(die, newsroom.settings)
    background.look(lambda: True)
    assert background.doing
    wait([background.doing])
    background.look(lambda: True)
    assert background.pool is None
    background.work = own_process
    background.look(lambda: True)
    assert background.doing
    assert background.doing.result()
    background.stop()
