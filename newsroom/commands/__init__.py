"""The command line, a module for each thing an officer comes to do."""

import getpass
import json
import re
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newsroom.in_force import InForce, settings_in_force
from newsroom.settings import DEFAULT_BASE_URL, PREFIX, Settings
from newsroom.upkeep.presence import noted_address
from press.errors import Refusal
from press.text import visible

if TYPE_CHECKING:
    from rich.console import Console

    from newsroom.wiring import Newsroom

DEFAULT_HOME = "var"
WIDTH = 140  # columns, where nobody's terminal sets it
MOST = 2**31  # SQLite's integers are no larger, and nobody files that many
_NUMBER = re.compile("0*[1-9][0-9]{0,9}", re.ASCII)
# What JSON may hold as it is, and a terminal obeys or turns round: C1, bidirectional marks, others.
_UNSEEN = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass
class Door:
    """What a command is given: the environment, and the newsroom behind it, opened when needed.

    Args:
        environment: the process's variables.
        may_make: whether a home that is not there is made; a mistyped one is refused otherwise.
        says_itself: whether the command itself says what is wrong with the settings file.
    """

    environment: MutableMapping[str, str] = field(default_factory=dict)
    may_make: bool = False
    says_itself: bool = False

    @property
    def home(self) -> Path:
        """The home folder."""
        return Path(self.environment.get(f"{PREFIX}HOME", DEFAULT_HOME))

    @cached_property
    def in_force(self) -> InForce:
        """The settings in force, read once, and what is wrong with their file."""
        found = settings_in_force(self.environment, self.home)
        if found.mistake and not self.says_itself:
            say(f"{found.mistake}; the last good settings stay in force", err=True)
        return found

    @cached_property
    def settings(self) -> Settings:
        """The settings, read once; where nobody set BASE_URL, with the server's own address."""
        settings, address = self.in_force.settings, noted_address(self.home)
        if settings.site.base_url != DEFAULT_BASE_URL or not address:
            return settings
        return replace(settings, site=replace(settings.site, base_url=address))

    @cached_property
    def newsroom(self) -> "Newsroom":
        """The newsroom, open.

        Raises:
            HomeRefused: there is none, and this command makes none.
        """
        from newsroom.wiring import check_there, open_newsroom  # noqa: PLC0415 - loads all there is

        if not self.may_make:
            check_there(self.settings)
        return open_newsroom(self.settings, now())

    @property
    def who(self) -> str:
        """Who types the commands, for the journal."""
        try:
            return getpass.getuser()
        except (KeyError, OSError):
            return "unknown"


pass_door = click.make_pass_decorator(Door)


class Answering(click.Command):
    """Whatever is typed takes --home, and answers a refusal with its reason and exit 1."""

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self.params.append(_home_option())

    def invoke(self, context: click.Context) -> Any:
        """Run it."""
        try:
            return super().invoke(context)
        except Refusal as refusal:
            raise click.ClickException(plain(str(refusal))) from refusal


class Command(Answering):
    """One command."""


class Group(Answering, click.Group):
    """A group of such commands."""

    command_class = Command
    group_class = type


class CommandLine(Group):
    """All commands: a module is imported when one of its commands is asked for.

    Args:
        modules: of each command by its name, below `newsroom.commands`.
    """

    def __init__(self, *args: Any, modules: Mapping[str, str] | None = None, **values: Any) -> None:
        super().__init__(*args, **values)
        self.modules = modules or {}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own
        """Every command, by its name."""
        return sorted(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One command; None where there is none of that name, and then click proposes others."""
        for name in [cmd_name] if cmd_name in self.modules else self.modules:
            if name not in self.commands:
                module = import_module(f"newsroom.commands.{self.modules[name]}")
                for command in module.COMMANDS:
                    self.add_command(command)
        return super().get_command(ctx, cmd_name)


class NotEmpty(click.ParamType[str]):
    """Words that must say something: an unset variable in a script must not pass for silence."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The words, or wrong usage if there are none."""
        if not str(value).strip():
            self.fail("it is empty", param, ctx)
        return str(value)


class Number(click.ParamType[int]):
    """The number by which something is called.

    Args:
        of: what is numbered, and where its numbers are found, for whoever types something else.
    """

    name = "number"

    def __init__(self, of: str) -> None:
        self.of = of

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number, or wrong usage if it is none."""
        words = str(value).strip()
        if not _NUMBER.fullmatch(words) or int(words) > MOST:
            self.fail(f"“{visible(words)}” is not {self.of}", param, ctx)
        return int(words)


SAID = NotEmpty()
RELEASE = Number("a release's number; newsroom releases lists them")
TASK = Number("a task's number; newsroom tasks lists those that were given up")
AS_JSON = click.option("--json", "as_json", is_flag=True, help="For a program to read.")


def one_of(values: type[StrEnum]) -> click.Choice[str]:
    """The words of a list, as they are written everywhere else."""
    return click.Choice([value.value for value in values], case_sensitive=False)


def now() -> datetime:
    """The time, UTC: commands ask once and pass it down."""
    return datetime.now(UTC)


def say(words: str, *, err: bool = False) -> None:
    """Print words for a person to read; nothing in a name or title moves their terminal."""
    click.echo(plain(words), err=err)


def plain(words: str) -> str:
    """Lines of words with what a terminal would obey written out; the lines stay lines."""
    return "\n".join(visible(line) for line in words.split("\n"))


def cell(words: str) -> str:
    """Words as a table of rich takes them: no markup, and nothing that a terminal would obey."""
    from rich.markup import escape  # noqa: PLC0415 - only tables need it

    return escape(visible(words))


def say_json(value: object) -> None:
    """Print a value for a program to read."""
    words = json.dumps(value, ensure_ascii=False, indent=2, default=str)
    click.echo(_UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", words))


def counted(count: int, one: str) -> str:
    """How many of something there are: 1 text, 2 texts."""
    return f"{count} {one}" if count == 1 else f"{count} {one}s"


def console() -> "Console":
    """Where tables are printed: as wide as the terminal, or wide enough for a file."""
    from rich.console import Console  # noqa: PLC0415 - only tables need it

    is_terminal = Console().is_terminal
    return Console(highlight=False, width=None if is_terminal else WIDTH)


def _home_option() -> click.Option:
    return click.Option(
        ["--home"],
        metavar="DIR",
        expose_value=False,
        callback=_set_home,
        help="The folder that holds everything (default: $NEWSROOM_HOME or ./var).",
    )


def _set_home(context: click.Context, _: click.Parameter, home: str | None) -> None:
    if home is not None:
        context.ensure_object(Door).environment[f"{PREFIX}HOME"] = home
