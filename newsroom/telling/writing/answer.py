"""The answer to a press office's mail: what was understood, what became of it, what it lacks."""

from collections.abc import Callable, Iterable, Iterator
from html import escape

from delivery.mail.letter import Letter
from feeds.parts.languages import attributes, said_in
from newsroom.telling.writing.context import Context
from newsroom.telling.writing.sheet import sheet_of
from press.direction import contained
from press.languages import Language
from press.telling.answer import PREVIEW_KEY, MailAnswer, Understood, preview_of, unpacked
from press.telling.answer_words import say_answer
from press.telling.notices import Notice
from press.telling.reasons import say_reason
from press.telling.subscriber import Subscriber
from press.text import clean
from press.words import language_name
from storage.telling.secrets import find, token_of

# A space that does not break stands before a colon and within quotation marks in French.
_COLON = {"fr": "\u00a0:"}
_QUOTES = {"fr": ("«\u00a0", "\u00a0»"), "de": ("„", "“")}


def write_answer(
    context: Context,
    notice: Notice,
    subscriber: Subscriber | None,  # noqa: ARG001 - whoever mailed us need not follow
) -> Letter | None:
    """What became of a mail, for whoever sent it alone.

    Args:
        context: what is so now.
        notice: what is owed; its body is the answer, packed.
        subscriber: nobody.
    """
    if not notice.body:
        return None  # it went before, or what it names was discarded
    answer = unpacked(notice.body)
    language = said_in(context.language(answer.language))
    lines = [*_said(answer, language, _linking(context, notice)), *_ended(context, language)]
    fragment = f"<div {attributes(language)}>{''.join(lines)}</div>"
    sheet = sheet_of(_subject(answer, language.code), fragment, language)
    return Letter(
        to=answer.to,
        subject=sheet.subject,
        text=sheet.text,
        html=f"{sheet.html}</div></body></html>",
        language=sheet.language,
        date=notice.due_at,
        message_id=context.message_id(notice.key),
        answers=answer.name,
        references=(answer.name,) if answer.name else (),
        is_answer=True,
    )


def _linking(context: Context, notice: Notice) -> Callable[[Understood], str]:
    """Makes the address of a release's preview again."""
    with context.storage.read() as db:
        key = find(db, PREVIEW_KEY) or ""

    def link(one: Understood) -> str:
        return one.preview.replace("TOKEN", token_of(key, preview_of(notice.key, one.number)))

    return link


def _subject(answer: MailAnswer, code: str) -> str:
    if answer.understood:
        return say_answer(code, "subject", headline=clean(answer.understood[0].headline))
    return say_answer(code, "refused_subject", subject=clean(answer.subject))


def _said(
    answer: MailAnswer, language: Language, link: Callable[[Understood], str]
) -> Iterator[str]:
    code = language.code
    if answer.refused:
        yield _paragraph(say_answer(code, "refused", why=say_reason(code, answer.refused)))
        yield _paragraph(say_answer(code, "refused_more"))
    for one in answer.understood:
        others = ", ".join(say_answer(code, f"other_{name}") for name in one.others)
        why = say_reason(code, one.why)
        gaps = {"number": one.number, "why": why, "when": one.when, "others": others}
        yield _paragraph(say_answer(code, one.became, **gaps))
        if one.preview:
            words = say_answer(code, "preview", until=one.until)
            yield f'<p><a href="{escape(link(one))}">{escape(words)}</a></p>'
        yield _paragraph(say_answer(code, "understood"))
        yield _list(_facts(one, code))
        notes = (say_reason(code, note) for note in one.notes)
        yield from _section(say_answer(code, "notes"), (*notes, *_needs(one, code)))
        left = (
            f"{quoted_in(code, contained(what))}{_COLON.get(code, ':')} {say_reason(code, reason)}"
            for what, reason in one.left_out
        )
        yield from _section(say_answer(code, "left_out"), left)


def _facts(one: Understood, code: str) -> Iterator[str]:
    """What was understood, a line a thing; what there is none of is said too where it matters."""
    nothing = say_answer(code, "none")
    yield _fact(code, "headline", one.headline)
    yield _fact(code, "when", one.when or nothing)
    yield _fact(code, "language", language_name(code, one.language))
    for name, value in (("issuer", one.issuer), ("reference", one.reference)):
        if value:
            yield _fact(code, name, value)
    for contact in one.contacts or (nothing,):
        yield _fact(code, "contacts", contact)
    for contact in one.unpublished:
        yield _fact(code, "unpublished", contact)
    yield _fact(code, "files", ", ".join(one.files) or nothing)


def _needs(one: Understood, code: str) -> Iterator[str]:
    return (say_answer(code, f"needs_{what}") for what in one.needs)


def _ended(context: Context, language: Language) -> Iterator[str]:
    yield "<hr>"
    yield _paragraph(say_answer(language.code, "by_program", title=context.site.title))


def _fact(code: str, name: str, value: str) -> str:
    return f"{say_answer(code, name)}{_COLON.get(code, ':')} {value}"


def quoted_in(code: str, words: str) -> str:
    """Words in the quotation marks of a language."""
    opening, closing = _QUOTES.get(code, ("“", "”"))
    return f"{opening}{words}{closing}"


def _paragraph(words: str) -> str:
    return f"<p>{escape(clean(words))}</p>"


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    said = list(lines)
    if said:
        yield f"<h2>{escape(title)}</h2>"
        yield _list(said)


def _list(lines: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(clean(line))}</li>' for line in lines)}</ul>"
