"""The settings as they were read, and the home that holds everything else."""

from dataclasses import dataclass, field
from pathlib import Path

from delivery.mail.account import UNSENT, MailAccount
from newsroom.settings.known import NOBODY, Known
from press.public.site import Site
from press.releases.readiness import BY_DEFAULT, Readiness

# What of the home shows whose newsroom it is.
PAGES = "pages"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings as read, and the home folder that holds everything else.

    Args:
        home: folder of the database, the packages and the settings file.
        site: what documents depend on.
        models: further folders searched for translation packages.
        threads: processor threads that translating may use.
        readiness: says which words of a machine the public may read.
        metrics_token: what must be presented to see /metrics; if empty, nobody sees it.
        mail: how mail leaves.
        private_callbacks: whether programs on this machine and network may be told, too.
        receive_from: whose mails are taken for releases.
        receive_host: how our mail server names itself where it says what it found out about a
            mail's sender; empty: it says nothing.
        logo: content of the newsroom's own sign; empty where it has ours.
    """

    home: Path
    site: Site
    models: tuple[Path, ...]
    threads: int
    readiness: Readiness = BY_DEFAULT
    metrics_token: str = ""
    mail: MailAccount = UNSENT
    private_callbacks: bool = False
    receive_from: Known = NOBODY
    receive_host: str = ""
    logo: bytes = field(default=b"", repr=False)

    @property
    def quarantine(self) -> Path:
        """Where mails lie that were not taken for releases."""
        return self.home / "quarantine"

    @property
    def mailbox(self) -> Path:
        """Where mail is written that no server takes."""
        return self.home / "mail"

    @property
    def pages(self) -> Path:
        """Where the pages of every footer are, and the newsroom's own sign."""
        return self.home / PAGES

    @property
    def database(self) -> Path:
        """The database file."""
        return self.home / "newsroom.db"

    @property
    def packages(self) -> tuple[Path, ...]:
        """Where translation packages are: the home's own folder first, as the one to fill."""
        return (self.home / "packages", *self.models)
