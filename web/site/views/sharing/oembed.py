"""What a program puts in the place of one of our addresses (oEmbed 1.0, https://oembed.com)."""

import json
import re
from collections.abc import Callable
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

from flask import Blueprint, abort, current_app, g, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from feeds.parts.item import item_of
from press.errors import NotPublic
from press.languages import Language
from press.public.edition import Feed, digest_of
from press.text import clean
from press.topic import ALL, Topic
from web.cache.freshness import fresh_for, seconds_left
from web.site.answers import answer
from web.site.house import front, house, language_of, now, site
from web.site.links import title_of
from web.site.views.feeds import for_everybody
from web.site.views.sharing.frames import FramedPage, list_framed, release_framed
from web.site.views.sharing.picture import picture_of

Fields = dict[str, str | int]
# A smaller frame shows nothing that could be read: then there is a link.
LEAST_WIDTH, LEAST_HEIGHT = 200, 120  # pixels
_SIZE = re.compile(r"[1-9][0-9]{0,5}", re.ASCII)
blueprint = Blueprint("oembed", __name__)


@blueprint.get("/oembed")
def embed() -> Response:
    """The card of a release, or the list of a topic, in place of the address of its page."""
    kind = request.args.get("format", "json")
    if kind not in _WRITTEN:
        abort(501)  # as the standard says; and whatever is asked for
    media_type, write = _WRITTEN[kind]
    language, fields = _about(request.args.get("url", ""))
    tag = digest_of("oembed", kind, language, fields, house().look)
    response = answer(tag, media_type, lambda: write(fields), language)
    # How long it is good for stands in it, and would be wrong in what a cache has kept.
    response.headers["Cache-Control"] = fresh_for(0)
    return for_everybody(response)


def _about(address: str) -> tuple[Language, Fields]:
    """What is said of an address, and in which language; what is no page of ours is unknown."""
    endpoint, named = _place(address)
    language = language_of(named["lang"])
    if endpoint == "pages.release":
        return language, _release(named["slug"], language)
    return language, _list(named.get("topic", ALL), language)


def _place(address: str) -> tuple[str, dict[str, str]]:
    """Which of our views an address leads to, and by what names, whatever stands behind `?`."""
    home = urlsplit(site().base_url)
    try:
        asked = urlsplit(address)
        # Who feels about for a release this way is noticed as at its own address.
        g.asked = path = unquote(asked.path.removeprefix(home.path))
        is_ours = asked.scheme in ("http", "https") and asked.netloc.lower() == home.netloc
        if not is_ours or not asked.path.startswith(f"{home.path}/"):
            abort(404)
        endpoint, named = current_app.url_map.bind("").match(path)
    except (ValueError, HTTPException):
        abort(404)
    return (str(endpoint), dict(named)) if endpoint in _EMBEDDED else abort(404)


_EMBEDDED = {"pages.home", "pages.about", "pages.release"}


def _release(slug: str, language: Language) -> Fields:
    entry = front().entry(slug, language, now())
    item, picture = item_of(entry, language, site()), picture_of(entry)
    fields = _framed(release_framed(language, slug, item.title), item.title, item.authors[0])
    width, height = _room(picture.width, "maxwidth"), _room(picture.height, "maxheight")
    if picture.is_own and (width, height) == (picture.width, picture.height):
        fields["thumbnail_url"] = picture.address
        fields |= {"thumbnail_width": width, "thumbnail_height": height}
    return fields


def _list(topic: str, language: Language) -> Fields:
    found = _topic(topic, language)
    title = title_of(found, language)
    return _framed(list_framed(language, found.slug, title), title, site().title)


def _topic(slug: str, language: Language) -> Topic:
    """A topic by any name it had, since whoever asks for its page is led there from each."""
    try:
        return front().page(Feed(slug, language), 1, now()).topic
    except NotPublic:
        if new := front().moved(slug, now()):
            return front().page(Feed(new, language), 1, now()).topic
        raise


def _framed(framed: FramedPage, title: str, author: str) -> Fields:
    """The frame, made to fit where it is wanted; a link where no frame would."""
    said: Fields = {"version": "1.0", "type": "link", "title": title, "author_name": author}
    said |= {"provider_name": site().title, "provider_url": f"{site().base_url}/"}
    said["cache_age"] = seconds_left(now())
    width, height = _room(framed.width, "maxwidth"), _room(framed.height, "maxheight")
    if width >= LEAST_WIDTH and height >= LEAST_HEIGHT:
        code = framed.sized(width, height).code
        said |= {"type": "rich", "html": code, "width": width, "height": height}
    return said


def _room(wanted: int, name: str) -> int:
    """So many pixels, or as many as there is room for; what is no number says nothing."""
    room = request.args.get(name, "")
    return min(wanted, int(room)) if _SIZE.fullmatch(room) else wanted


def _json(fields: Fields) -> bytes:
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()


def _xml(fields: Fields) -> bytes:
    root = ET.Element("oembed")
    for name, value in fields.items():
        ET.SubElement(root, name).text = clean(str(value))
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


_WRITTEN: dict[str, tuple[str, Callable[[Fields], bytes]]] = {
    "json": ("application/json", _json),
    "xml": ("text/xml", _xml),
}
