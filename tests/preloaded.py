"""What is imported and read before `tests/ready.py` forks its commands."""

from importlib import import_module

from intake.characters.language import language_of
from newsroom.__main__ import MODULES

import_module("newsroom.wiring")
for name in MODULES.values():
    import_module(f"newsroom.commands.{name}")
language_of(
    "the river is low again and all the ferries wait for rain until the end of the year", ["en"]
)
