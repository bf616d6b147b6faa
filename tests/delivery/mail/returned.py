"""Mails that come back, in the shapes mail servers give them; every address is invented."""

from collections.abc import Callable

TO = "press+bounce@example.org"
JANE = "jane.doe@example.org"
LETTER = """\
Return-Path: <{to}>
Received: from press.example.org (press.example.org [192.0.2.10])
\tby mx.example.net (Postfix) with ESMTPS id 4XyZ
\tfor <{who}>; Mon, 30 Nov 2026 07:00:03 +0100 (CET)
From: Press office <press@example.org>
To: {who}
Subject: Velmora opens a night ferry
Message-ID: <mail.12.3@press.example.org>
{link}Auto-Submitted: auto-generated

The Saltwind leaves Corvane at 23:40.
"""
REPORT = """\
Return-Path: <>
Date: Mon, 30 Nov 2026 07:00:05 +0100 (CET)
From: {sender}
Subject: {subject}
To: {to}
{more}MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="4XyZ.1795980005/mx.example.net"

This is a MIME-encapsulated message.

--4XyZ.1795980005/mx.example.net
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

{words}

--4XyZ.1795980005/mx.example.net
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net
Arrival-Date: Mon, 30 Nov 2026 07:00:03 +0100 (CET)

{fields}

--4XyZ.1795980005/mx.example.net
Content-Description: Undelivered Message
Content-Type: message/rfc822

{letter}
--4XyZ.1795980005/mx.example.net--
"""
Shape = Callable[..., bytes]


def letter(to: str = TO, who: str = JANE, link: str = "") -> str:
    unsubscribe = f"List-Unsubscribe: <https://press.example.org{link}>\n" if link else ""
    return LETTER.format(to=to, who=who, link=unsubscribe)


def report(
    fields: str,
    *,
    to: str = TO,
    who: str = JANE,
    link: str = "",
    sender: str = "MAILER-DAEMON@mx.example.net (Mail Delivery System)",
    subject: str = "Undelivered Mail Returned to Sender",
    more: str = "",
    words: str = "Your message could not be delivered.",
) -> bytes:
    return REPORT.format(
        to=to,
        sender=sender,
        subject=subject,
        more=more,
        words=words,
        fields=fields.format(who=who),
        letter=letter(to, who, link),
    ).encode()


def postfix(**how: str) -> bytes:
    """As Postfix 3.7 writes it; it calls its own reports automatic answers."""
    fields = """\
Final-Recipient: rfc822; {who}
Original-Recipient: rfc822;{who}
Action: failed
Status: 5.1.1
Remote-MTA: dns; mail.example.net
Diagnostic-Code: smtp; 550 5.1.1 <{who}>: Recipient address rejected: User
    unknown in virtual mailbox table"""
    return report(fields, more="Auto-Submitted: auto-replied\n", **how)


def exchange(**how: str) -> bytes:
    fields = """\
Final-Recipient: rfc822;{who}
Action: failed
Status: 5.1.10
Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found by SMTP address lookup
X-Display-Name: {who}"""
    sender = "Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.net>"
    return report(fields, sender=sender, subject="Undeliverable: Velmora opens", **how)


def sendmail(**how: str) -> bytes:
    fields = """\
Original-Recipient: rfc822;{who}
Final-Recipient: RFC822; {who}
Action: failed
Status: 5.0.0
Remote-MTA: DNS; mail.example.net
Diagnostic-Code: SMTP; 550 5.1.1 <{who}>... User unknown
Last-Attempt-Date: Mon, 30 Nov 2026 07:00:04 +0100"""
    return report(
        fields,
        sender="Mail Delivery Subsystem <MAILER-DAEMON@mx.example.net>",
        subject="Returned mail: see transcript for details",
        more="Auto-Submitted: auto-generated (failure)\n",
        **how,
    )


def gmail(**how: str) -> bytes:
    fields = """\
Final-Recipient: rfc822; {who}
Action: failed
Status: 5.1.1
Remote-MTA: dns; gmail-smtp-in.l.example.com. (2001:db8::1b, the server for the domain.)
Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please
 550-5.1.1 double-checking the recipient's email address for typos or
 550 5.1.1 unnecessary spaces. For more information, go to https://example.com/mail/?p=NoSuchUser
Last-Attempt-Date: Sun, 29 Nov 2026 22:00:06 -0800 (PST)"""
    return report(
        fields,
        sender="Mail Delivery Subsystem <mailer-daemon@googlemail.example>",
        subject="Delivery Status Notification (Failure)",
        more="Auto-Submitted: auto-replied\nX-Failed-Recipients: {}\n".format(how.get("who", JANE)),
        **how,
    )


def full(**how: str) -> bytes:
    """Final, and about today: the mailbox is full."""
    fields = """\
Final-Recipient: rfc822; {who}
Action: failed
Status: 5.2.2
Diagnostic-Code: smtp; 552 5.2.2 <{who}>: user is over quota"""
    return report(fields, **how)


def expired(**how: str) -> bytes:
    """Given up after five days of trying."""
    fields = """\
Final-Recipient: rfc822; {who}
Action: failed
Status: 4.4.1
Diagnostic-Code: X-Postfix; connect to mail.example.net[192.0.2.7]:25: Connection timed out"""
    return report(fields, more="Auto-Submitted: auto-replied\n", **how)


def delayed(**how: str) -> bytes:
    """It is still tried."""
    fields = """\
Final-Recipient: rfc822; {who}
Action: delayed
Status: 4.4.1
Will-Retry-Until: Sat, 5 Dec 2026 07:00:03 +0100 (CET)"""
    return report(fields, subject="Delayed Mail (still being retried)", **how)


def arrived(**how: str) -> bytes:
    fields = "Final-Recipient: rfc822; {who}\nAction: delivered\nStatus: 2.1.5"
    return report(fields, subject="Successful Mail Delivery Report", **how)


def exim(*, to: str = TO, who: str = JANE, link: str = "") -> bytes:
    return f"""\
Return-path: <>
From: Mail Delivery System <Mailer-Daemon@mx.example.net>
To: {to}
Auto-Submitted: auto-replied
X-Failed-Recipients: {who}
Subject: Mail delivery failed: returning message to sender

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  {who}
    SMTP error from remote mail server after RCPT TO:<{who}>:
    550 5.1.1 <{who}>: Recipient address rejected: User unknown

------ This is a copy of the message, including all the headers. ------

{letter(to, who, link)}""".encode()


def qmail(*, to: str = TO, who: str = JANE, link: str = "") -> bytes:
    return f"""\
Return-Path: <>
From: MAILER-DAEMON@mx.example.net
To: {to}
Subject: failure notice

Hi. This is the qmail-send program at mx.example.net.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<{who}>:
192.0.2.7 does not like recipient.
Remote host said: 550 sorry, no mailbox here by that name. (#5.1.1)
Giving up on 192.0.2.7.

--- Below this line is a copy of the message.

{letter(to, who, link)}""".encode()


def vacation(*, to: str = TO, who: str = JANE, link: str = "") -> bytes:
    return f"""\
Return-Path: <>
From: Jane Doe <{who}>
To: {to}
Subject: Out of office
Auto-Submitted: auto-replied
Precedence: bulk

I have left; {who} does not exist any more. 550 5.1.1 is what you will get.

{letter(to, who, link)}""".encode()


def person(*, to: str = TO, who: str = JANE, link: str = "") -> bytes:
    """Somebody passes on what a server told them."""
    inner = postfix(to=to, who=who, link=link).decode()
    return f"""\
From: Jane Doe <{who}>
To: {to}
Subject: Fwd: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=xyz

--xyz
Content-Type: text/plain

What does this mean?

--xyz
Content-Type: message/rfc822

{inner}
--xyz--
""".encode()


def read_receipt(*, to: str = TO, who: str = JANE, link: str = "") -> bytes:
    """That somebody has opened a mail (RFC 8098)."""
    mail = report("Final-Recipient: rfc822; {who}\nDisposition: manual-action; displayed", to=to)
    return mail.replace(b"delivery-status", b"disposition-notification")


FOR_GOOD: dict[str, Shape] = {
    "Postfix": postfix,
    "Exchange": exchange,
    "Sendmail": sendmail,
    "Gmail": gmail,
    "Exim": exim,
    "qmail": qmail,
}
FOR_NOW: dict[str, Shape] = {"full": full, "expired": expired}
NONE: dict[str, Shape] = {
    "delayed": delayed,
    "delivered": arrived,
    "holiday": vacation,
    "passed on": person,
    "read": read_receipt,
}
EVERY = FOR_GOOD | FOR_NOW | NONE
