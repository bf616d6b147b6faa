"""The letters to somebody who was signed up: do they want mail, or have they had it all along?"""

from collections.abc import Iterable, Iterator
from html import escape

from delivery.mail.letter import Letter
from feeds.parts.languages import attributes, said_in
from newsroom.telling.following.erasing import UNCONFIRMED
from newsroom.telling.writing.context import Context
from newsroom.telling.writing.sheet import letter_of, sheet_of
from press.languages import Language
from press.telling.mail_words import say_mail
from press.telling.notices import Notice
from press.telling.subscriber import Following, Subscriber
from press.telling.wishes import Wanted, Wishes
from press.topic import ALL
from press.words import language_name, say


def write_confirm(context: Context, notice: Notice, subscriber: Subscriber | None) -> Letter | None:
    """Whether somebody wants what was asked for in their name.

    Args:
        context: what is so now.
        notice: what is owed.
        subscriber: whom; who has answered already is not asked again.
    """
    if subscriber is None or subscriber.wanted is None:
        return None
    wishes = subscriber.wanted
    language = context.language(wishes.languages[0])
    code = language.code
    link = context.link(subscriber, "confirm")
    parts = [
        *_asked(context, "confirm", wishes, language),
        _button(say_mail(code, "confirm_link"), link, code),
        f"<p>{escape(say_mail(code, 'confirm_more', days=UNCONFIRMED.days))}</p>",
    ]
    subject = say_mail(code, "confirm_subject", title=context.site.title)
    return _letter(context, notice, subscriber, subject, parts, language)


def write_known(context: Context, notice: Notice, subscriber: Subscriber | None) -> Letter | None:
    """That somebody has followed all along, and where they change what they are told.

    Args:
        context: what is so now.
        notice: what is owed.
        subscriber: whom.
    """
    if subscriber is None or subscriber.state is not Following.FOLLOWS:
        return None
    wishes = subscriber.wishes
    language = context.language(wishes.languages[0])
    code = language.code
    parts = [
        *_asked(context, "known", wishes, language),
        _button(say_mail(code, "manage"), context.link(subscriber, "manage"), ""),
        f"<p>{escape(say_mail(code, 'known_more'))}</p>",
    ]
    subject = say_mail(code, "known_subject", title=context.site.title)
    return _letter(context, notice, subscriber, subject, parts, language)


def _letter(
    context: Context,
    notice: Notice,
    subscriber: Subscriber,
    subject: str,
    parts: Iterable[str],
    language: Language,
) -> Letter:
    said = said_in(language)
    fragment = f"<div {attributes(said)}><h1>{escape(subject)}</h1>{''.join(parts)}</div>"
    return letter_of(context, notice, subscriber, sheet_of(subject, fragment, said))


def _asked(context: Context, why: str, wishes: Wishes, language: Language) -> Iterator[str]:
    """Somebody's wishes, in words."""
    code = language.code
    names = ", ".join(language_name(code, one) for one in wishes.languages)
    lines = [
        *_topics(context, wishes, language),
        say_mail(code, f"when_{wishes.frequency}"),
        say_mail(code, "languages", languages=names),
        say_mail(code, f"texts_{wishes.texts}"),
    ]
    yield f"<p>{escape(say_mail(code, why))}</p>"
    yield f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"


def _topics(context: Context, wishes: Wishes, language: Language) -> Iterator[str]:
    may_be_machine = wishes.texts is not Wanted.OFFICIAL
    for topic in wishes.topics:
        if topic == ALL:
            yield say(language.code, "all")
        else:
            yield context.topic_title(topic, language, may_be_machine=may_be_machine)


def _button(words: str, link: str, code: str) -> str:
    """The link, and what it opens: some open every link before their reader does."""
    more = f" ({escape(say_mail(code, 'one_button'))})" if code else ""
    return f'<p><strong><a href="{escape(link)}">{escape(words)}</a></strong>{more}</p>'
