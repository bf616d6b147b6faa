"""The letter about a release that was withdrawn: which one and why, and nothing of its text."""

from html import escape

from delivery.mail.letter import Letter
from feeds.parts.languages import attributes, said_in
from newsroom.telling.writing.context import Context
from newsroom.telling.writing.release import topic_for
from newsroom.telling.writing.sheet import Ends, SharedWords, letter_of, sheet_of
from newsroom.telling.writing.thread import thread_of
from press.languages import Language
from press.public.edition import Withdrawal
from press.releases.release import Release
from press.telling.mail_words import say_mail
from press.telling.notices import Notice
from press.telling.subscriber import Subscriber
from press.telling.wishes import Wanted, Wishes
from press.text import Origin, Text, clean, in_one_line
from press.words import say


def write_withdrawal(
    context: Context, notice: Notice, subscriber: Subscriber | None
) -> Letter | None:
    """The letter to somebody who had a release that is public no more.

    Args:
        context: what is so now.
        notice: what is owed.
        subscriber: whom.
    """
    if notice.event is None or subscriber is None:
        return None
    wishes, number = subscriber.wishes, notice.event.release_id
    release = context.release(number)
    language = context.language(
        notice.language if notice.language in wishes.languages else wishes.languages[0]
    )
    gone = reason_for(context, release, language, wishes)
    if gone is None:
        return None
    list_id = context.list_id(topic_for(wishes, release.topics), language)
    ends = Ends(
        *(say_mail(language.code, "why_had"), language, list_id),
        *thread_of(context, notice, number),
    )
    sheet = context.kept(
        (notice.kind, number, notice.language, language, wishes.texts, gone),
        lambda: _sheet(words_had(release, notice.language, wishes), gone, language),
    )
    return letter_of(context, notice, subscriber, sheet, ends)


def reason_for(
    context: Context, release: Release, language: Language, wishes: Wishes
) -> Withdrawal | None:
    """Why it was withdrawn; as it was written, where only a machine translated that for somebody.

    Who wants official words alone gets no machine's.
    """
    gone = context.withdrawal(release.slug, language.code)
    if gone and gone.is_machine and wishes.texts is Wanted.OFFICIAL:
        return context.withdrawal(release.slug, release.source)
    return gone


def words_had(release: Release, code: str, wishes: Wishes) -> Text:
    """The text whose headline its reader had, as far as one knows now."""
    text = release.texts.get(code)
    if text is None or code in release.waiting:
        return release.original
    is_official = text.origin is not Origin.MACHINE
    return text if is_official or wishes.texts is not Wanted.OFFICIAL else release.original


def _sheet(text: Text, gone: Withdrawal, language: Language) -> SharedWords:
    code, ours = language.code, attributes(said_in(language))
    headline = in_one_line(text.headline) or gone.slug
    lines = [
        f"<h1 {ours}>{escape(say(code, 'withdrawn'))}</h1>",
        f'<p dir="auto"><strong>{escape(headline)}</strong>{mark_of_headline(text, code)}</p>',
        f"<p {ours}>{escape(say_mail(code, 'withdrawn'))}</p>",
        f"<p {ours}>{escape(say_mail(code, 'withdrawn_reason'))}</p>",
        f'<blockquote dir="auto"><p>{escape(clean(gone.reason))}</p></blockquote>',
        f"<p {ours}>{escape(say(code, gone.mark))}.</p>" if gone.mark else "",
    ]
    subject = say_mail(code, "withdrawn_subject", headline=headline)
    return sheet_of(subject, "".join(lines), language)


def mark_of_headline(text: Text, code: str) -> str:
    """That a machine wrote the headline, where one did."""
    if text.blocks[0].origin is not Origin.MACHINE:
        return ""
    return f" ({escape(say(code, 'rough_mark' if text.is_rough else 'machine_mark'))})"
