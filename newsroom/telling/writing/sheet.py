"""What is the same in every copy of a letter, made once; and the letter, made of a copy."""

from dataclasses import dataclass
from functools import lru_cache
from html import escape

from delivery.mail.letter import Letter
from feeds.parts.languages import attributes, said_in
from feeds.plain import to_text
from newsroom.telling.writing.context import Context
from newsroom.telling.writing.dress import dressed
from press.languages import Language
from press.public.site import Site
from press.telling.mail_words import say_mail
from press.telling.notices import Notice
from press.telling.subscriber import Subscriber

# Where a token goes in a link: as long as one, so that lines end where they should, and of a
# character that `clean` lets into no words of ours.
_MANAGE, _UNSUBSCRIBE = "\x01" * 32, "\x02" * 32
_GAPS = {_MANAGE: "manage", _UNSUBSCRIBE: "unsubscribe"}
_OUTER = "margin:0 auto;max-width:40em;padding:1.5em 1em;background:#fff;color:#1a1d21"
_LETTERS = "font:16px/1.55 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif"
_END = "</div></body></html>"


@dataclass(frozen=True, slots=True)
class SharedWords:
    """What every copy of a letter says above its end.

    Args:
        subject: plain text.
        text: plain text.
        html: a document without its end.
        language: BCP 47 tag of its words.
    """

    subject: str
    text: str
    html: str
    language: str


@dataclass(frozen=True, slots=True)
class Ends:
    """How a copy ends, and where it belongs.

    Args:
        why: it came, plain text, one of our sentences.
        language: of the reader.
        list_id: the list it comes from.
        answers: name of the letter it answers, if it does.
        references: names of letters it belongs to.
    """

    why: str
    language: Language
    list_id: str
    answers: str = ""
    references: tuple[str, ...] = ()


def sheet_of(subject: str, fragment: str, language: Language) -> SharedWords:
    """A sheet from what it says.

    Args:
        subject: plain text.
        fragment: safe HTML; the plain text is made of it, so that both say the same.
        language: of most of its words.
    """
    words = attributes(language)
    head = (
        f"<!doctype html><html {words}><head><meta charset=utf-8>"
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(subject)}</title></head>"
        # Some programs keep neither the outer elements nor what these say.
        f'<body style="margin:0;background:#fff"><div {words} style="{_OUTER};{_LETTERS}">'
    )
    return SharedWords(subject, to_text(fragment), f"{head}\n{dressed(fragment)}\n", language.tag)


def letter_of(
    context: Context,
    notice: Notice,
    subscriber: Subscriber,
    sheet: SharedWords,
    ends: Ends | None = None,
) -> Letter:
    """One copy, for one reader: nothing is rendered, only tokens are put in.

    Args:
        context: what is so now.
        notice: what is owed.
        subscriber: whom.
        sheet: what it says.
        ends: how it ends; None where it belongs to no list of letters.
    """
    text, html, unsubscribe = _ended(ends, context, subscriber) if ends else ("", _END, "")
    return Letter(
        to=subscriber.address or "",
        subject=sheet.subject,
        text=sheet.text + text,
        html=sheet.html + html,
        shared_text=sheet.text,
        shared_html=sheet.html,
        language=sheet.language,
        date=notice.event.at if notice.event else notice.due_at,
        message_id=context.message_id(notice.key),
        references=ends.references if ends else (),
        answers=ends.answers if ends else "",
        list_id=ends.list_id if ends else "",
        unsubscribe=unsubscribe,
        token=context.tokens.make(subscriber, "bounce"),
    )


def _ended(ends: Ends, context: Context, subscriber: Subscriber) -> tuple[str, str, str]:
    """The end of the text, that of the HTML, and the address that ends these letters."""
    text, html = _closing(ends.why, said_in(ends.language), context.site)
    for gap, purpose in _GAPS.items():
        token = context.tokens.make(subscriber, purpose)
        text, html = text.replace(gap, token), html.replace(gap, token)
    return text, html, context.link(subscriber, "unsubscribe")


@lru_cache(1024)
def _closing(why: str, language: Language, site: Site) -> tuple[str, str]:
    """Why a letter came and how to have no more, as text and HTML, with gaps for tokens."""
    code = language.code
    manage, unsubscribe = (site.follow_link(purpose, gap) for gap, purpose in _GAPS.items())
    fragment = (
        f"<hr><div {attributes(language)}><p>{escape(why)}</p>"
        f'<p><a href="{manage}">{escape(say_mail(code, "manage"))}</a></p>'
        f'<p><a href="{unsubscribe}">'
        f"{escape(say_mail(code, 'unsubscribe'))}</a> ({escape(say_mail(code, 'one_button'))})</p>"
        "</div>"
    )
    small = f'<div style="font-size:.85em;color:#505864">{dressed(fragment)}</div>'
    return "\n" + to_text(fragment), small + _END
