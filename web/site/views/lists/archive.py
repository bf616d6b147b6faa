"""What is out, by year and month: pages for whoever looks for what is older."""

from flask import Blueprint, abort
from werkzeug.wrappers import Response

from press.public.calendar import Season
from press.public.edition import Feed, digest_of
from press.topic import ALL
from web.site.answers import answer, moved
from web.site.frame import archive_frame
from web.site.house import front, house, language_of, now, site
from web.site.templating import render
from web.site.views.pages import page_number

blueprint = Blueprint("archive", __name__)


@blueprint.get("/<lang>/archive/")
@blueprint.get("/<lang>/<topic>/archive/")
def every(lang: str, topic: str = "") -> Response:
    """The years and months in which anything is out, of everything or of a topic."""
    feed = Feed(topic or ALL, language_of(lang))
    if topic == ALL:
        return moved(site().archive(feed.language))
    almanac, topics = front().almanac(feed, now()), front().topics(now())
    tag = digest_of("archive", feed, almanac.digest, topics, house().look)
    frame = archive_frame(almanac, topics)
    return answer(
        tag, "text/html", lambda: render("archive.html", frame, page=almanac), feed.language
    )


@blueprint.get("/<lang>/archive/<year>/")
@blueprint.get("/<lang>/archive/<year>/<month_number>/")
@blueprint.get("/<lang>/<topic>/archive/<year>/")
@blueprint.get("/<lang>/<topic>/archive/<year>/<month_number>/")
def season(lang: str, year: str, topic: str = "", month_number: str = "") -> Response:
    """What came out in a year or a month; of one without a release there is no page."""
    feed = Feed(topic or ALL, language_of(lang))
    asked = Season.named(year, month_number) or abort(404)
    if topic == ALL:
        return moved(site().archive(feed.language, None, str(asked)))
    number, topics = page_number(), front().topics(now())
    page = front().season(feed, asked, number, now())
    tag = digest_of("season", feed, page.digest, topics, house().look)
    frame = archive_frame(page, topics)
    return answer(tag, "text/html", lambda: render("season.html", frame, page=page), feed.language)
