"""What a newcomer sees in the first two minutes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.settings import load_settings
from press.releases.readiness import Starter
from tests.flows.server import HOST, free_port

pytestmark = [pytest.mark.waits, pytest.mark.timeout(480)]  # it waits for a whole minute


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], str]:
    """A demonstration at its end, and the address it was served at."""
    home, port = tmp_path_factory.mktemp("home"), free_port()
    done = subprocess.run(
        [sys.executable, "-m", "newsroom", "demo", "--once", "--port", str(port)],
        env=dict(os.environ) | {"NEWSROOM_HOME": str(home), "NEWSROOM_MODELS": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=400,
    )
    return done, f"http://{HOST}:{port}"


def test_the_demonstration_raises_no_alarm_and_warns_of_nothing(
    shown: tuple[subprocess.CompletedProcess[str], str],
) -> None:
    done, _ = shown
    assert (done.returncode, done.stderr) == (0, "")
    assert "absent everywhere before its minute; everywhere " in done.stdout


def test_its_result_is_on_one_screen_and_ends_with_what_to_open_and_to_type(
    shown: tuple[subprocess.CompletedProcess[str], str],
) -> None:
    done, address = shown
    lines = [line.rstrip() for line in done.stdout.splitlines()]
    assert len(lines) <= 24
    for language in ("English", "français", "Nederlands", "Deutsch"):
        (line,) = [line for line in lines if line.startswith(language)]
        assert " 15 valid " in line
    said = " ".join(done.stdout.split())
    for page in ("en/", "fr/", "nl/", "de/", "de/all.atom", "feeds/"):
        assert f" {address}/{page} " in said
    assert "STARTER=on: rough words" in said
    assert "models install en-fr en-nl en-de" in lines[-1]


def test_what_it_made_is_there_to_be_reviewed(
    shown: tuple[subprocess.CompletedProcess[str], str],
) -> None:
    done, _ = shown
    (typed,) = [line for line in done.stdout.splitlines() if line.startswith("to review")]
    home = Path(typed.split(" --home ")[1].split()[0])
    assert (home / "newsroom.db").exists()


def test_what_is_typed_there_later_lets_the_same_words_be_read(
    shown: tuple[subprocess.CompletedProcess[str], str],
) -> None:
    done, address = shown
    (typed,) = [line for line in done.stdout.splitlines() if line.startswith("serve again")]
    settings = load_settings({}, Path(typed.split(" --home ")[1].split()[0]))
    assert settings.readiness.starter is Starter.ON
    assert settings.site.base_url == address
