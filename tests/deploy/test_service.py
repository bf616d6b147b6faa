"""`deploy/newsroom.service` and `deploy/nginx.conf` speak of the same newsroom."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsroom.__main__ import cli

DEPLOY = Path(__file__).parents[2] / "deploy"
SERVICE = (DEPLOY / "newsroom.service").read_text("utf-8")
NGINX = (DEPLOY / "nginx.conf").read_text("utf-8")


@pytest.fixture
def words() -> list[str]:
    """What the unit starts."""
    (line,) = re.findall(r"^ExecStart=(.+)$", SERVICE, re.M)
    program, *words = shlex.split(line)
    assert program.endswith("/newsroom")
    return words


def test_the_unit_starts_a_command_there_is(words: list[str]) -> None:
    assert CliRunner().invoke(cli, [*words, "--help"]).exit_code == 0


def test_nginx_asks_where_the_unit_serves(words: list[str]) -> None:
    options = dict(zip(words[1::2], words[2::2], strict=True))
    assert f"server {options['--host']}:{options['--port']};" in NGINX


def test_nginx_has_the_name_that_the_unit_says() -> None:
    (name,) = re.findall(r"NEWSROOM_BASE_URL=https://(\S+)", SERVICE)
    assert set(re.findall(r"server_name (\S+);", NGINX)) == {name}
