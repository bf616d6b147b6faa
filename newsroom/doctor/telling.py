"""What `newsroom doctor` looks at of telling: what is owed, and how mail leaves."""

from datetime import datetime, timedelta

from delivery.mail.dkim import signer
from newsroom.doctor.checkup import Finding
from newsroom.settings import Settings, default_sender
from newsroom.upkeep.figures import Figures, count
from newsroom.wiring import Newsroom
from press.errors import MailWaits
from press.telling.notices import Channel

# What has been due for longer than this, nobody sends.
SLOW = timedelta(minutes=10)
LOOK = "newsroom deliveries shows them"


def examine_telling(newsroom: Newsroom, now: datetime) -> list[Finding]:
    """Look at the outbox and at the mail account.

    Args:
        newsroom: an open one.
        now: UTC.
    """
    figures, settings = count(newsroom.storage, now), newsroom.settings
    return [
        _outbox(figures, now),
        _server(settings, figures.telling.followers),
        _sender(settings, figures.telling.followers),
        *_signing(settings),
    ]


def _outbox(figures: Figures, now: datetime) -> Finding:
    outbox = figures.telling
    late = [channel for channel, since in outbox.oldest.items() if now - since > SLOW]
    if late:
        since = min(outbox.oldest[channel] for channel in late)
        says = f"messages by {', '.join(late)} have been due since {since:%Y-%m-%d %H:%M:%S} UTC"
        return "telling", False, f"{says}; {LOOK}"
    if outbox.failed:
        says = f"failed in the last 24 hours: {outbox.failed}; newsroom deliveries --failed"
        return "telling", False, f"{says} says why"
    sent = sum(outbox.states.get((channel, "sent"), 0) for channel in Channel)
    owed = sum(outbox.states.get((channel, "owed"), 0) for channel in Channel)
    return "telling", True, f"messages: {sent:,} sent, {owed:,} owed"


def _server(settings: Settings, followers: int) -> Finding:
    """Mails that nobody gets are a fault where somebody waits for them."""
    server = settings.mail.server
    if server:
        return "mail server", True, f"{server.host}:{server.port}"
    says = f"none (MAIL_SMTP): mails are written into {settings.mailbox}, and nobody gets them"
    return "mail server", not followers, f"{says}; {followers:,} follow"


def _sender(settings: Settings, followers: int) -> Finding:
    """Whether there is a mailbox of that name nobody has said, and people answer mails."""
    sender = settings.mail.sender
    if sender != default_sender(settings.site):
        return "mail sender", True, sender
    says = f"{sender}, for MAIL_FROM is not set: answers and reports of mail servers go there"
    return "mail sender", not (settings.mail.server and followers), says


def _signing(settings: Settings) -> list[Finding]:
    """Whether mail could be signed now; without a key nobody expects it."""
    key = settings.mail.dkim_key
    if key is None:
        return []
    try:
        signer(settings.mail)
    except MailWaits as why:
        return [("mail signature", False, f"no mail can leave: {why}")]
    return [("mail signature", True, f"{key}, selector {settings.mail.dkim_selector}")]
