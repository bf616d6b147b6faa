"""Releases that are not out, for colleagues with a link: never cached, never indexed."""

from dataclasses import replace
from datetime import datetime
from functools import partial

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response

from feeds.parts.dates import moment
from feeds.parts.languages import said_in
from newsroom.releases.previews import LinkEnded, Sight, WhyEnded
from press.languages import Language
from press.public.site import Site
from press.words import say
from web.site.frame import Frame
from web.site.house import house, language_of, local, now, site
from web.site.preferred import preferred
from web.site.templating import render

PREVIEWS = "/preview/"  # what begins so may hold a link that is good
HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}
blueprint = Blueprint("previews", __name__)


@blueprint.get("/preview/<token>")
def preview(token: str) -> Response:
    """A release that is not out, in the language it was written in."""
    return _show(token, None)


@blueprint.get("/preview/<token>/<lang>")
def preview_in(token: str, lang: str) -> Response:
    """The same in another language."""
    return _show(token, language_of(lang))


def _show(token: str, language: Language | None) -> Response:
    previews = house().previews or abort(404)
    addresses = {one.code: previews.address(token, one) for one in site().languages}
    try:
        sight = previews.sight(token, language, now())
    except LinkEnded as error:
        return _ended(error, language or _reader_s(), addresses)
    frame = _frame(sight, addresses)
    shown = {"entry": sight.entry, "sight": sight, "lines": _lines(sight)}
    page = render("preview.html", frame, file_at=partial(previews.file_address, token), **shown)
    response = Response(page, 200, HEADERS, mimetype="text/html")
    response.content_language.add(sight.language.tag)
    return response


def _reader_s() -> Language:
    """The language of whoever holds a link that names none, and has no text to show any more."""
    return preferred(request.accept_languages, site().languages)


def _ended(error: LinkEnded, language: Language, addresses: dict[str, str]) -> Response:
    """What whoever holds a link that has ended is told: nothing of the release until it is out."""
    if error.ending is WhyEnded.OUT:
        response = redirect(local(error.address), 303)
        response.headers.extend(HEADERS)
        return response
    title = say(language.code, f"preview_{error.ending}")
    page = render("ended.html", Frame(language, title, addresses))
    response = Response(page, 410, HEADERS, mimetype="text/html")
    response.content_language.add(language.tag)
    return response


def _frame(sight: Sight, addresses: dict[str, str]) -> Frame:
    """No canonical address, no feeds and no topics: none of them may know of this page."""
    title = f"{say(sight.language.code, 'preview')} – {sight.entry.text.headline}"
    return Frame(sight.language, title, addresses)


def _lines(sight: Sight) -> tuple[str, ...]:
    """What stands over a preview: until when it is secret, and what still stands in its way."""
    code = sight.language.code
    lines = [embargo_line(sight), say(code, "preview_held") if sight.held else ""]
    lines.append(say(code, "preview_waits") if sight.waits else "")
    lines.append(say(code, "preview_until", date=_moment(sight.expires_at, sight.language, site())))
    return tuple(filter(None, lines))


def embargo_line(sight: Sight) -> str:
    """From and including when it may be published: in the newsroom's zone, and in UTC."""
    code, embargo = sight.language.code, sight.embargo
    if embargo is None:
        return say(code, "embargo_unset")
    local = f"{_moment(embargo.instant, sight.language, site())} {site().zone}"
    utc = _moment(embargo.instant, sight.language, replace(site(), zone="UTC"))
    return say(code, "embargo", local=local, utc=f"{utc} UTC")


def _moment(instant: datetime, language: Language, where: Site) -> str:
    """An instant as people read it, in the language of our own sentences."""
    return moment(instant, said_in(language).code, where)
