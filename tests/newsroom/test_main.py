"""The command's own process, and those it starts."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

from newsroom import commands
from newsroom.__main__ import MODULES

SCRIPT = """
print("run", flush=True)
from newsroom.__main__ import main
from translate.engine.process import EngineProcess
if __name__ == "__main__":
    try:
        main()
    finally:
        with EngineProcess() as process:
            process.submit(abs, -3).result()
"""


@pytest.mark.waits
def test_an_engine_s_process_does_not_run_the_command_s_script_again(tmp_path: Path) -> None:
    script = tmp_path / "newsroom"
    script.write_text(SCRIPT)
    words = [sys.executable, str(script), "--version"]
    said = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    assert said.splitlines() == ["run", "newsroom, version 0.1.0"]


def test_every_module_of_commands_is_in_the_table_and_nothing_else_is() -> None:
    names = [m.name for m in walk_packages(commands.__path__, "newsroom.commands.")]
    found = {
        command.name: name.removeprefix("newsroom.commands.")
        for name in names
        for command in getattr(import_module(name), "COMMANDS", ())
    }
    assert found == MODULES


@pytest.mark.waits
def test_who_asks_the_version_loads_neither_database_nor_web_server_nor_engine() -> None:
    words = "import sys; from newsroom.__main__ import cli\n"
    words += "cli(['--version'], 'newsroom', standalone_mode=False)\n"
    words += "print(*{'sqlite3', 'flask', 'apscheduler', 'granian', 'rich'} & set(sys.modules))"
    said = subprocess.run(
        [sys.executable, "-c", words], capture_output=True, text=True, check=True
    ).stdout
    assert said == "newsroom, version 0.1.0\n\n"
