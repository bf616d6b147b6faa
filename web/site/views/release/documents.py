"""A release as documents to keep: its words as plain text, its contacts for address books."""

from collections.abc import Callable

from flask import Blueprint, abort
from werkzeug.wrappers import Response

from feeds import text_file, vcard
from press.errors import NotPublic
from press.languages import Language
from press.public.edition import Entry, digest_of
from web.site.answers import answer
from web.site.house import front, house, language_of, now, site
from web.site.views.pages import withdrawn

blueprint = Blueprint("documents", __name__)


@blueprint.get("/<lang>/releases/<slug>.txt")
def text(lang: str, slug: str) -> Response:
    """What its page says, without any markup; whoever finds it is led to the page."""
    language = language_of(lang)

    def saved(entry: Entry) -> Response:
        response = _saved(
            text_file.MEDIA_TYPE, lambda: text_file.render(entry, language, site()), entry, language
        )
        page = site().release(language_of(_shown(entry, language)), slug)
        response.headers["Link"] = f'<{page}>; rel="canonical"'  # RFC 6596
        response.headers["Content-Disposition"] = _named(f"{slug}-{language.code}.txt")
        return response

    return _of(slug, language, saved)


@blueprint.get("/<lang>/releases/<slug>/contacts.vcf")
def contacts(lang: str, slug: str) -> Response:
    """Whom to call; where nobody is named there is nothing to save."""
    language = language_of(lang)

    def saved(entry: Entry) -> Response:
        if not entry.contacts:
            abort(404)
        response = _saved(vcard.MEDIA_TYPE, lambda: vcard.render(entry, site()), entry, language)
        response.headers["X-Robots-Tag"] = "noindex"  # names and numbers, without what they say
        response.headers["Content-Disposition"] = _named(f"{slug}-contacts.vcf")
        return response

    return _of(slug, language, saved)


def _of(slug: str, language: Language, saved: Callable[[Entry], Response]) -> Response:
    """The same answer as its page gives, but of a release that is out."""
    try:
        entry = front().entry(slug, language, now())
    except NotPublic:
        return withdrawn(slug, language, front().topics(now()))
    return saved(entry)


def _saved(
    media_type: str, make: Callable[[], bytes], entry: Entry, language: Language
) -> Response:
    tag = digest_of(media_type, language, entry, house().look)
    return answer(tag, media_type, make, language)


def _shown(entry: Entry, language: Language) -> str:
    """The language whose page has these words, as the page itself says."""
    known = entry.text.language in site().languages.codes
    return entry.text.language if known else language.code


def _named(name: str) -> str:
    """Saved, and never shown in the page's place (RFC 6266, 4); a slug is ASCII."""
    return f'attachment; filename="{name}"'
