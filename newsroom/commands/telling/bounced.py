"""What a mail server sends back."""

import sys

import click

from delivery.mail.bounces import MOST
from newsroom.commands import Command, Door, now, pass_door, plain, say
from newsroom.telling.bouncing import Bounces
from newsroom.telling.link_tokens import LinkTokens
from press.errors import HomeRefused

_SWALLOWED = 2**16
_HELP = """\b
Examples:
  newsroom bounced < undelivered.eml
\b
With Postfix and BOUNCE = 'bounce+TOKEN@press.example.org', where newsroom is
the user that everything belongs to:
  main.cf             recipient_delimiter = +
  /etc/aliases        bounce: newsroom
  ~newsroom/.forward  "|/opt/newsroom/.venv/bin/newsroom bounced --home /var/lib/newsroom"
"""


class Later(click.ClickException):
    """The mail server keeps the mail and tries again (EX_TEMPFAIL of sysexits.h)."""

    exit_code = 75


@click.command(cls=Command, epilog=_HELP)
@pass_door
def bounced(door: Door) -> None:
    """Take a mail that came back, from standard input, and note whose it is.

    An address that does not exist gets no mail for 180 days, one that failed five times in 14 days
    gets none for 14, unless its owner signs up and confirms again. Whatever is no mail server's
    report (holiday notes, people's own mails) is left alone. It ends with 0 whatever was
    understood, and with 75 where the mail server should come again.
    """
    mail = sys.stdin.buffer.read(MOST)
    while sys.stdin.buffer.read(_SWALLOWED):
        pass  # a mail server that cannot hand over all of it takes that for a failure
    try:
        newsroom = door.newsroom
        storage = newsroom.storage
        bounces = Bounces(storage, LinkTokens(storage), newsroom.settings.mail)
        say(bounces.take(mail, now()))
    except HomeRefused as refusal:
        raise Later(plain(str(refusal))) from refusal


COMMANDS = (bounced,)
