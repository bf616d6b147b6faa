"""The command's own process, and those it starts."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
print("run", flush=True)
from newsroom.__main__ import main
from translate.pool import EngineProcess
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
