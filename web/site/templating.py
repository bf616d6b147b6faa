"""What templates may say: our sentences, languages and dates, and texts as safe HTML."""

from collections.abc import Callable
from functools import partial
from html import escape

from flask import Flask, render_template
from markupsafe import Markup

from feeds import FORMATS
from feeds.parts.attached import LEADING, LISTED, FindFile, gallery_html, list_html
from feeds.parts.contacts import contact_html, contacts_html
from feeds.parts.html import body_html, leads_of, summary_of, summing_up, to_html
from feeds.parts.languages import attributes, said_in, spoken
from feeds.parts.links import Leads
from feeds.parts.provenance import (
    TERMS,
    Mark,
    authentic_elsewhere,
    corrected_when,
    letterhead_html,
    mark_of,
    mark_of_topic,
    outdated_of,
    partial_of,
    sentence_of,
    stands_in,
)
from press.direction import contained
from press.languages import Language
from press.public.edition import Entry, Withdrawal
from press.public.sought import Sought
from press.public.standing import StandingPage
from press.text import Block, Kind, in_one_line
from press.topic import ALL, Topic, TopicPart
from press.words import language_name, say
from web.site.article import article
from web.site.assets import asset
from web.site.dates import (
    by_day,
    by_month,
    dateline,
    hour,
    machine_date,
    month_name,
    season_name,
    withdrawn_dates,
)
from web.site.frame import Frame
from web.site.house import local, site, standing
from web.site.links import (
    code_of,
    contact_cards,
    directory,
    format_name,
    mail_form,
    opensearch,
    text_file,
    title_of,
)
from web.site.pictured import lead_picture, topic_picture
from web.site.release.addresses import linked
from web.site.release.pictures import in_sizes
from web.site.release.quotations import Button, with_buttons
from web.site.release.tables import in_regions


def render(template: str, frame: Frame, **more: object) -> bytes:
    """A page in its frame."""
    return render_template(template, frame=frame, **more).encode()


def add_words(app: Flask) -> None:
    """Teach the templates what they may say."""
    app.add_template_filter(local)
    for word in WORDS_OF_TEMPLATES:
        app.add_template_global(word)
    app.jinja_env.finalize = _contained
    app.jinja_env.globals.update(ALL=ALL, EVERYTHING=Topic(ALL), FORMATS=FORMATS)
    app.jinja_env.globals.update(LEADING=LEADING, LISTED=LISTED, TERMS=TERMS)


def _contained(value: object) -> object:
    """Words of a page as they enter it: none turns around what follows them."""
    return contained(value) if type(value) is str else value


def tongue(code: str) -> Language:
    """The language of a text, with the full tag where the newsroom publishes in it."""
    return spoken(site(), code)


def speaker(language: Language) -> Callable[..., str]:
    """Our own sentences in a page's language."""
    return partial(say, language.code)


def lang(code: str, page: Language) -> Markup:
    """The attributes of words in another language than their page's; nothing if it is the same."""
    if code == page.code:
        return Markup()
    return _safe(" " + attributes(tongue(code)))


def ours(page: Language) -> Markup:
    """The attributes of our own sentences where they are not in the page's language."""
    return lang(said_in(page).code, page)


def body(entry: Entry, at: FindFile | None = None) -> Markup:
    """The text of a release below its headline, on its own page.

    Args:
        entry: the release.
        at: where its files are found, if not where the public finds them.
    """
    return _safe(body_html(entry, site(), leads_of(entry, site(), at=_found(at))))


def reading(
    words: str, entry: Entry, frame: Frame, at: FindFile | None = None, *, leads: bool = False
) -> Markup:
    """A release's text as its page has it: with links, tables that scroll, words to be copied.

    Args:
        words: the text, as `body` made it.
        entry: the release.
        frame: of the page; what it has no address for is not to be copied.
        at: as for `body`.
        leads: whether the first picture of the page is in it, and none stands before.
    """
    code, html = entry.text.language, str(words)  # which escapes nothing that is added
    if frame.canonical:
        html = with_buttons(html, code, _button(entry, frame))
    else:  # and what its address will be is nobody's to know
        html = html.replace(f'"{entry.slug}_', '"').replace(f'"#{entry.slug}_', '"#')
    html = in_sizes(html, entry.files, _found(at), leads=leads)
    return _safe(in_regions(linked(html, site().country), code))


def _button(entry: Entry, frame: Frame) -> Button:
    """What copies a quotation of a release, and says so in the page's language."""
    language, sign = frame.language, say(frame.language.code, "copy_quotation")

    def button(words: str, code: str) -> str:
        card = escape(_card(words, code, entry, frame.canonical)).replace("\n", "&#10;")
        marks = f'type="button" class="copy" data-copy="{card}"{ours(language)} hidden'
        return f"<button {marks}>{escape(sign)}</button>"

    return button


def _card(words: str, code: str, entry: Entry, address: str) -> str:
    """A quotation as it may be printed: whose text it is of, where that is, and who wrote it.

    That a machine did is said in the language of its words, as they are.
    """
    label = mark_of(entry, tongue(code), site()) if code == entry.text.language else None
    headline = in_one_line(entry.text.headline)
    return "\n".join([words, "", headline, *([label.words] if label else []), address])


def attached(entry: Entry, language: Language, words: str, at: FindFile | None = None) -> Markup:
    """The files of a release that are listed: documents, and pictures that stand in its text.

    Args:
        entry: the release.
        language: of the page.
        words: the text, as `body` made it.
        at: as for `body`.
    """
    return _safe(list_html(entry, language, site(), words, _found(at)))


def pictures(
    entry: Entry, language: Language, words: str, at: FindFile | None = None
) -> tuple[Markup, Markup]:
    """The picture that leads, and the others; no picture twice that stands in the text.

    Args:
        entry: the release.
        language: of the page.
        words: the text, as `body` made it.
        at: as for `body`.
    """
    first, others = gallery_html(entry, language, site(), words, _found(at))
    return _safe(first), _safe(others)


def _found(at: FindFile | None) -> FindFile:
    """Where files are found without leaving a mirror or tunnel of the site."""
    find = at or (lambda file: site().file(file.token, file.name))
    return lambda file: local(find(file))


def summary_language(entry: Entry) -> str:
    """The code of the language that the summary of a release is in."""
    block = summing_up(entry.text)
    return entry.language_of(block) if block else entry.text.language


def introduction(topic: Topic, language: Language) -> Markup:
    """What a topic is about."""
    words = topic.introduction(language.code, *site().languages.codes)
    html = to_html([Block(Kind.PARAGRAPH, words)])
    return _safe(in_regions(html, code_of(topic, "introduction", language)))


def letterhead(entry: Entry, language: Language) -> Markup:
    """Who sends a release and under what number, or nothing."""
    return _safe(letterhead_html(entry, language, site()))


def contacts(entry: Entry, language: Language) -> Markup:
    """Whom to call, with a heading in the page's language."""
    source, country = tongue(entry.source), site().country
    return _safe(contacts_html(entry.contacts, language, source, entry.translated, country))


def services(gone: Withdrawal, language: Language) -> Markup:
    """Which offices answer for a release that was taken back, or nothing."""
    source = tongue(gone.source)
    return _safe(contacts_html(gone.services, language, source, country=site().country))


def authentic(entry: Entry) -> str | None:
    """Where the authentic text is, unless it is the one shown."""
    return authentic_elsewhere(entry, site())


def corrected(entry: Entry, page: Language) -> str:
    """That a release was changed, and when: before the words that say how."""
    return corrected_when(entry, page, site())


def notices(entry: Entry, page: Language) -> list[str]:
    """What readers are told before the text: that it is older than its original, who wrote it."""
    said = [outdated_of(entry, page, site()), author(entry, page), partial_of(entry, page)]
    return [sentence for sentence in said if sentence]


def warnings(entry: Entry, page: Language) -> list[str]:
    """The same without who wrote it."""
    said = outdated_of(entry, page, site()), partial_of(entry, page)
    return [sentence for sentence in said if sentence]


def author(entry: Entry, page: Language) -> str:
    """Who wrote what is shown, and when; nothing of an authentic text in its own language."""
    return sentence_of(entry, page, site())


def machine_mark(entry: Entry, page: Language) -> str:
    """That a machine wrote what is shown, in a word or two; nothing if it did not."""
    mark = None if stands_in(entry, page) else mark_of(entry, page, site())
    return mark.words if mark else ""


def mark(entry: Entry, page: Language) -> Mark | None:
    """What a release is labelled with in a list, if a machine wrote it or it stands in."""
    return mark_of(entry, page, site())


def mark_topic(topic: Topic, page: Language, part: str) -> Mark | None:
    """What a topic's title or introduction is labelled with, if a machine wrote it."""
    return mark_of_topic(topic, page, TopicPart(part))


def hint(topic: Topic, page: Language) -> Markup:
    """That a machine wrote a topic's title, for where there is no room to say it: an attribute."""
    mark = mark_topic(topic, page, "title")
    return Markup(' title="{}"').format(mark.words) if mark else Markup()


def about(entry: Entry, frame: Frame) -> Markup:
    """What a release's page tells search engines, for a script block of the type JSON-LD."""
    logo = site().identity.logo
    sign = asset(logo.name if logo else "icon.svg")
    return _safe(article(entry, frame.language, site(), sign, frame.canonical))


def narrowed(sought: Sought, **otherwise: str | int) -> Sought:
    """The same question with another word, topic or year."""
    said = {name: getattr(sought, name) for name in ("words", "topic", "year")} | otherwise
    return Sought(str(said["words"]), str(said["topic"]), int(said["year"]))


def standing_text(page: StandingPage) -> Markup:
    """What a page of every footer says, by the rules of releases; relative links lead from it."""
    base = site().standing(tongue(page.language), page.name)
    html = to_html([Block(Kind.PARAGRAPH, page.markdown)], Leads(base=base))
    return _safe(in_regions(html, page.language))


def footer_pages(language: Language) -> list[tuple[str, StandingPage]]:
    """The pages of every footer, each with its address in a language and its words."""
    found = [standing().page(name, language.code) for name in standing().names]
    return [(site().standing(language, page.name), page) for page in found if page]


def tagline(language: Language) -> tuple[str, str]:
    """What the newsroom is and who speaks, with the code of the language it is said in."""
    given = site().identity.tagline.best(language.code, *site().languages.codes)
    spoken_in = said_in(language).code
    return given or (spoken_in, say(spoken_in, "tagline"))


def press_contact(language: Language) -> Markup:
    """Whom the press asks, whatever it is about; nothing where nobody said."""
    found = site().identity.contact.best(language.code, *site().languages.codes)
    if found is None:
        return Markup()
    code, contact = found
    return _safe(contact_html(contact, tongue(code), language, site().country))


def _safe(html: str) -> Markup:
    """HTML that `feeds.parts.html` made, or data that `web.site.article` did: made safe there."""
    return Markup(html)  # noqa: S704 - the one place where HTML enters a page


WORDS_OF_TEMPLATES: tuple[Callable[..., object], ...] = (
    *(about, attached, authentic, author, body, by_day, by_month, code_of, contact_cards),
    *(contacts, corrected, dateline, directory, footer_pages, format_name, hint, hour),
    *(introduction, lang, language_name, lead_picture, letterhead, machine_date, machine_mark),
    *(mail_form, mark, mark_topic, month_name, narrowed, notices, opensearch, ours, pictures),
    *(press_contact, reading, season_name, services, site, speaker, standing_text),
    *(summary_language, summary_of, tagline, text_file, title_of, tongue, topic_picture),
    *(warnings, withdrawn_dates),
)
