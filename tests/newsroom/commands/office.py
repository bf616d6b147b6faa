"""A home, and somebody who types commands in it."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from newsroom.__main__ import cli
from newsroom.commands import Door
from tests.flows.server import HOST, free_port
from web.site.application import create_app

RELEASE = """\
Velmora opens a night ferry

The *Saltwind* leaves Corvane at 23:40 from 7 September 2026. A ticket costs 12.50 euros; call
+999 2 555 01 45, write to night-ferry@press.example or see
[the timetable](https://press.example/saltwind?day=7) and https://press.example/ports.

Ministry of Foreign Affairs of Velmora - Press office (P&I)
14 Quay of the Lanterns
1000 Corvane
+999 2 555 01 00
<https://press.example>

Saskia Wendermolen
Deputy spokesperson
+999 2 555 01 17
saskia.wendermolen@press.example
"""
FAR = "2030-08-25 14:18"


@dataclass
class Office:
    """What a newsroom does when commands are typed, as its users and its readers see it.

    Args:
        folder: of the home and of files to import.
        settings: names without their prefix.
    """

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def home(self) -> Path:
        return self.folder / "home"

    def door(self) -> Door:
        address = f"http://{HOST}:{free_port()}"
        ours = {"MODELS": "", "STARTER": "off", "BASE_URL": address} | self.settings
        values = {f"NEWSROOM_{name}": value for name, value in ours.items()}
        return Door({"NEWSROOM_HOME": str(self.home), **values})

    def type(self, *words: str, given: bytes | None = None) -> Result:
        """Type a command to its end; an error that is not an answer is the test's."""
        door = self.door()
        try:
            return CliRunner().invoke(cli, words, input=given, obj=door, catch_exceptions=False)
        finally:
            if "newsroom" in vars(door):
                door.newsroom.storage.close()

    def done(self, *words: str, given: bytes | None = None) -> str:
        """What a command says that has to succeed."""
        answer = self.type(*words, given=given)
        assert answer.exit_code == 0, answer.output
        return answer.stdout

    def refused(self, *words: str, given: bytes | None = None) -> str:
        """Why a command was refused."""
        answer = self.type(*words, given=given)
        assert answer.exit_code == 1, answer.output
        assert "Traceback" not in answer.output
        return answer.stderr

    def told(self, *words: str) -> Any:
        """What a command tells a program."""
        return json.loads(self.done(*words, "--json"))

    def file(self, text: str | bytes = RELEASE, name: str = "ferry.txt") -> Path:
        """Write a file to import."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def filed(self, *words: str, text: str = RELEASE) -> None:
        """File release 1."""
        self.done("import", str(self.file(text)), *words)

    def state(self) -> str:
        """The state of release 1."""
        return str(self.told("show", "1")["state"])

    def items(self, language: str = "en") -> list[dict[str, Any]]:
        """What the public reads in the feed of everything, now."""
        found: list[dict[str, Any]] = json.loads(self.feed("json", language))["items"]
        return found

    def feed(self, form: str, language: str = "en") -> bytes:
        """The feed of everything as the public is given it now."""
        door = self.door()
        try:
            app = create_app(door.newsroom.front, lambda: datetime.now(UTC))
            return app.test_client().get(f"/{language}/all.{form}").data
        finally:
            door.newsroom.storage.close()
