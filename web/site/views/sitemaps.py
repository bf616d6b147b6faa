"""Sitemaps and robots.txt: where search engines find what is public."""

import re
from collections.abc import Callable

from flask import Blueprint, abort
from werkzeug.wrappers import Response

from feeds import sitemap
from press.public.edition import digest_of
from web.site.answers import answer
from web.site.house import front, house, now, site, standing

# Each file has one name: the second part of a month is the first that is numbered. (The oldest that
# may be, of 1900 in the east, is of the year before in UTC.)
_NAME = re.compile(r"((?:1[89]|2[0-9])[0-9]{2}-(?:0[1-9]|1[0-2]))(?:-([2-9]|[1-9][0-9]{1,4}))?")
blueprint = Blueprint("sitemaps", __name__)


@blueprint.get("/sitemap.xml")
def index() -> Response:
    """The index of all sitemaps."""
    months = front().months(now())
    return _answer("index", months, lambda: sitemap.index(site(), months))


@blueprint.get(f"/sitemaps/{sitemap.PAGES}.xml")
def pages() -> Response:
    """Homes, topics, lists of feeds, pages of every footer, the archive by year and month."""
    topics, seasons = front().topics(now()), front().seasons(now())
    listed = topics, tuple(seasons.items())
    return _answer(
        sitemap.PAGES, listed, lambda: sitemap.pages(site(), topics, standing(), seasons)
    )


@blueprint.get("/sitemaps/<month>.xml")
def releases(month: str) -> Response:
    """The releases that came out in a month, or a part of them."""
    name, part = _name_of(month)
    size = sitemap.releases_a_file(site())
    mapped = front().of_month(name, now(), limit=size, skip=(part - 1) * size)
    return _answer(month, mapped, lambda: sitemap.releases(site(), mapped))


@blueprint.get("/news-sitemap.xml")
def news() -> Response:
    """What came out within the last two days."""
    found = front().news(now())
    return _answer("news", found, lambda: sitemap.news(site(), found))


@blueprint.get("/robots.txt")
def robots() -> Response:
    """Everything may be read."""
    tag = digest_of("robots", house().look)
    return answer(tag, "text/plain", lambda: sitemap.robots(site()))


def _answer(name: str, content: object, make: Callable[[], bytes]) -> Response:
    tag = digest_of("sitemap", name, content, house().look)
    return answer(tag, sitemap.MEDIA_TYPE, make)


def _name_of(file: str) -> tuple[str, int]:
    """The month and the part that a file's name says; what says none is unknown."""
    found = _NAME.fullmatch(file) or abort(404)
    return found[1], int(found[2] or 1)
