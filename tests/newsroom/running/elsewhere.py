"""What processes of tests do: little is imported with it, so that they are there at once."""

import os
from time import sleep
from typing import Any


def own_process(settings: Any) -> int:
    return os.getpid()


def once_told(settings: Any) -> int:
    while not (settings.home / "go").exists():
        sleep(0.02)
    return os.getpid()


def die(settings: Any) -> int:
    os._exit(1)
