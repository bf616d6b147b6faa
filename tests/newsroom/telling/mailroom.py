"""A lane of mail on a newsroom, at an instant that a test sets."""

from dataclasses import replace
from datetime import datetime, timedelta
from email.message import EmailMessage

from delivery.mail.account import MailAccount
from newsroom.telling.mailing import Mailing
from newsroom.wiring import Newsroom
from press.embargo import embargo_from
from press.releases.release import Filing
from press.telling.notices import Channel, Notice, Occasion
from press.text import Block, Kind, Origin, Text
from storage.filed import releases
from storage.telling import notices
from tests.conftest import NOON
from tests.delivery.mail.samples import read, words
from tests.newsroom.filing.test_filing import file

MINUTE = timedelta(minutes=1)
ACCOUNT = MailAccount(sender="Press office <press@example.org>")
ENGINE = "argos en-fr 1.9"


class Mailroom:
    """Sends what is owed into the home's folder, or to a server.

    Args:
        newsroom: whose letters.
        account: as whom; its server, if it has one.
    """

    def __init__(self, newsroom: Newsroom, account: MailAccount = ACCOUNT) -> None:
        self.newsroom = newsroom
        self.now = NOON
        self.lane = Mailing(
            newsroom.storage, newsroom.front, account, newsroom.settings.mailbox, lambda: self.now
        )

    def send(self, after: timedelta = timedelta()) -> int:
        """Do all that is due once so much time has passed; how much was taken."""
        self.now += after
        self.newsroom.work.do_due(lambda: self.now)
        return self.lane.do_due()

    def letters(self) -> list[EmailMessage]:
        """The letters in the folder, in the order of their dates and names."""
        folder = self.newsroom.settings.mailbox
        found = sorted(folder.iterdir()) if folder.exists() else []
        return [read(path.read_bytes()) for path in found]

    def to(self, name: str) -> list[EmailMessage]:
        """Those to somebody."""
        return [one for one in self.letters() if one["To"] == f"{name}@example.net"]

    def became(self) -> list[tuple[str | None, str]]:
        """How every message ended, and the note."""
        with self.newsroom.storage.read() as db:
            rows = db.execute("SELECT outcome, note FROM notice ORDER BY id").fetchall()
        return [tuple(row) for row in rows]


def file_release(
    newsroom: Newsroom, *paragraphs: str, after: timedelta = MINUTE, topic: str = "aid"
) -> int:
    """File a release in English that comes out after a while."""
    blocks = [Block(Kind.HEADLINE, "A treaty of rivers")]
    blocks += [Block(Kind.PARAGRAPH, one) for one in paragraphs or ("Words in English.",)]
    embargo = embargo_from(NOON + after, "Europe/Brussels")
    return file(newsroom, Filing(tuple(blocks), topics=(topic,), embargo=embargo))


def translate(
    newsroom: Newsroom, number: int, code: str, origin: Origin, now: datetime = NOON
) -> None:
    """Give a release words in a language, a machine's or an editor's."""
    with newsroom.storage.write() as db:
        source = releases.get(db, number).original
        blocks = tuple(
            replace(
                block,
                markdown=f"{code} {origin}: {block.markdown}",
                origin=origin,
                engine=ENGINE if origin is Origin.MACHINE else "",
                of=block.digest,
            )
            for block in source.blocks
        )
        releases.save_text(db, number, Text(code, blocks), now)


def owe(newsroom: Newsroom, kind: Occasion, receiver: int, key: str = "mail:x:1") -> None:
    """Owe somebody a letter that is about no release."""
    notice = Notice(0, key, Channel.MAIL, kind, receiver, NOON)
    with newsroom.storage.write() as db:
        notices.add(db, notice)


def plain(message: EmailMessage) -> str:
    """What a letter says as plain text."""
    return words(message, "plain")


def flat(message: EmailMessage) -> str:
    """The same on one line."""
    return " ".join(plain(message).split())


def html(message: EmailMessage) -> str:
    """What a letter says as HTML."""
    return words(message, "html")
