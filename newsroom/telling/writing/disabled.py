"""The letter to the newsroom's own mailbox about a webhook that is asked no more."""

import json
from html import escape

from delivery.mail.letter import Letter
from delivery.mail.message import address_of
from feeds.parts.languages import said_in
from newsroom.telling.writing.context import Context
from newsroom.telling.writing.sheet import sheet_of
from press.telling.mail_words import say_mail
from press.telling.notices import Notice
from press.telling.subscriber import Subscriber


def write_disabled(
    context: Context,
    notice: Notice,
    subscriber: Subscriber | None,  # noqa: ARG001 - it goes to nobody who follows
) -> Letter | None:
    """That a webhook took nothing for days, why, and what helps.

    Args:
        context: what is so now.
        notice: what is owed.
        subscriber: nobody.
    """
    told, language = json.loads(notice.body), said_in(context.site.languages.default)
    code, number, place = language.code, told["webhook"], told["place"]
    subject = say_mail(code, "disabled_subject", place=place)
    said = [
        say_mail(code, "disabled", number=number, place=place, why=told["why"]),
        say_mail(code, "disabled_more", command=f"newsroom webhooks replay {number} --failed"),
    ]
    fragment = "".join(f"<p>{escape(line)}</p>" for line in said)
    sheet = sheet_of(subject, fragment, language)
    return Letter(
        to=address_of(context.account.sender),
        subject=subject,
        text=sheet.text,
        html=f"{sheet.html}</div></body></html>",
        language=sheet.language,
        date=notice.due_at,
        message_id=context.message_id(notice.key),
    )
