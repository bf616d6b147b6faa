"""Settings of mail: how it leaves, and whose is taken for releases."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from delivery.mail.account import MailAccount, read_bounce, read_sender, read_server
from newsroom.settings.known import read_known
from newsroom.settings.setting import Setting
from press.public.site import Site


def _rate(text: str) -> int:
    if not text.isdecimal():
        raise ValueError("it is not a number of letters a minute; 0 is no limit")
    return int(text)


def _host(text: str) -> str:
    if text and not re.fullmatch(r"[A-Za-z0-9._-]{1,253}", text):
        raise ValueError("it is not the name of a server such as mx.press.example.org")
    return text.lower()


def _file(text: str) -> Path | None:
    return Path(text).expanduser() if text else None


MAILING = (
    Setting(
        "MAIL_FROM",
        "",
        "Who mail is from: Press office <press@example.org>; without it newsroom@ the host of "
        "BASE_URL.",
        read_sender,
    ),
    Setting(
        "MAIL_SMTP",
        "",
        "The server that takes mail: smtp://host:port, or smtps://user@host; without it mail is "
        "written into the folder mail of the home, and nobody gets it.",
        read_server,
    ),
    Setting("MAIL_PASSWORD", "", "The password of the user there.", str, is_secret=True),
    Setting(
        "MAIL_RATE",
        "0",
        "How many mails a minute may leave; 0 is as many as the server takes.",
        _rate,
    ),
    Setting(
        "BOUNCE",
        "",
        "Where mail servers report what could not be delivered, for newsroom bounced: "
        "bounce+TOKEN@example.org; without it they report to MAIL_FROM.",
        read_bounce,
    ),
    Setting(
        "DKIM_KEY",
        "",
        "File of the private key that signs mail (RFC 6376), where the mail server does not.",
        _file,
        is_secret=True,
    ),
    Setting("DKIM_SELECTOR", "newsroom", "Under which name its public key is published.", str),
    Setting(
        "RECEIVE_FROM",
        "",
        "Whose mails newsroom receive takes for releases: press@ministry.example, "
        "@agency.example; without it nobody's.",
        read_known,
    ),
    Setting(
        "RECEIVE_HOST",
        "",
        "How your mail server names itself in the Authentication-Results it writes: "
        "mx.press.example.org; without it whoever writes a known address in From is believed.",
        _host,
    ),
)


def default_sender(site: Site) -> str:
    """Who mail is from where nobody says it."""
    return f"{site.title} <newsroom@{site.mail_domain}>"


def account_of(values: Mapping[str, Any], site: Site) -> MailAccount:
    """How mail leaves."""
    return MailAccount(
        sender=values["MAIL_FROM"] or default_sender(site),
        server=values["MAIL_SMTP"],
        password=values["MAIL_PASSWORD"],
        rate=values["MAIL_RATE"],
        bounce=values["BOUNCE"],
        dkim_key=values["DKIM_KEY"],
        dkim_selector=values["DKIM_SELECTOR"],
    )
