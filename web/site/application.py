"""The public's application, put together."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from flask import Flask, abort, g, request
from werkzeug.wrappers import Response

from newsroom.proofs.probes import Probes
from newsroom.public.front import Front
from newsroom.releases.previews import Previews
from newsroom.telling.following.sign_ups import SignUps
from newsroom.telling.hub import Hub
from newsroom.upkeep.figures import Gauges
from web.cache.environ import INSTANT, REFUSAL
from web.site.answers import finish, moved
from web.site.house import House, language_of, site
from web.site.templating import add_words
from web.site.views import (
    assets,
    directory,
    errors,
    feeds,
    files,
    follow,
    follow_links,
    health,
    hub,
    metrics,
    pages,
    preview_files,
    previews,
    search,
    sitemaps,
)
from web.site.views.lists import archive
from web.site.views.release import documents
from web.site.views.sharing import embed, frames, oembed, open_graph, ways
from web.site.views.standing import page as standing

_VIEWS = (
    archive,
    assets,
    directory,
    embed,
    documents,
    errors,
    feeds,
    files,
    follow,
    follow_links,
    frames,
    health,
    hub,
    metrics,
    oembed,
    open_graph,
    pages,
    preview_files,
    previews,
    search,
    sitemaps,
    standing,
    ways,
)


class PublicSite(Flask):
    """The application; its log names no address, for a link of one person may be good."""

    def log_exception(self, exc_info: Any) -> None:
        """Write down what failed, and where in the program."""
        place = f"{request.method} {request.url_rule or 'an unknown address'}"
        self.logger.error("failed at %s", place, exc_info=exc_info)


def create_app(
    front: Front,
    clock: Callable[[], datetime],
    *,
    previews: Previews | None = None,
    probes: Probes | None = None,
    gauges: Gauges | None = None,
    following: SignUps | None = None,
    hub: Hub | None = None,
) -> Flask:
    """Make the web application.

    Args:
        front: what the public may ask; the only way this folder reaches what is filed.
        clock: tells the instant, UTC; read once a request, unless the cache has read it already.
        previews: what colleagues with a link may see of what is not out.
        probes: the alarm, told of every address that is not found.
        gauges: the figures, for whoever has the token.
        following: following by mail.
        hub: takes subscriptions to feeds.
    """
    # Our own assets carry a fingerprint; Flask's static route would name times instead.
    app = PublicSite("web", static_folder=None)
    app.config["PROVIDE_AUTOMATIC_OPTIONS"] = False
    # Werkzeug's own redirects repeat the Host header, and happen before anybody is asked.
    app.url_map.strict_slashes = False
    app.url_map.merge_slashes = False
    app.extensions["newsroom"] = House.of(front, previews, probes, gauges, following, hub)
    if gauges:
        gauges.faults.listen()

    @app.before_request
    def read_the_clock() -> None:
        g.now = request.environ.get(INSTANT) or clock()
        if refusal := request.environ.get(REFUSAL):
            raise refusal

    app.before_request(_spell_exactly)
    app.after_request(finish)
    app.after_request(_lead)  # before that
    for view in _VIEWS:
        app.register_blueprint(view.blueprint)
    add_words(app)
    for name in app.jinja_env.list_templates():
        app.jinja_env.get_template(name)  # compiled now, not for the first reader of a release
    return app


# What is there whatever is filed, and what there may be; nothing else has a second spelling.
_STANDING = {"pages.home", "directory.index", "follow.ask"}
_FILED = {"pages.about", "pages.release", "feeds.feed", "feeds.archive", "follow.form"}
_FILED |= {"directory.index_in", "directory.tried", "directory.guessed", "directory.provenance"}
_FILED |= {"standing.page", "archive.every", "archive.season", "embed.newest", "embed.card"}


def _spell_exactly() -> Response | None:
    """One spelling an address: with a slash too few or too many it leads to the right one.

    Of what is filed that is said once the view has found it, as of any other address.
    """
    rule, path = request.url_rule, request.path
    if rule is None or rule.rule.count("/") == path.count("/"):
        return None
    bare = path.removesuffix("/")
    g.right = f"{path}/" if rule.rule.endswith("/") else bare
    if bare.endswith("/") or g.right == path or path.count("/") - g.right.count("/") not in (-1, 1):
        abort(404)
    if request.endpoint in _STANDING:
        language_of((request.view_args or {}).get("lang", site().languages.default.code))
        return moved(f"{site().base_url}{g.right}")
    if request.endpoint not in _FILED or request.method not in ("GET", "HEAD"):
        abort(404)
    return None


def _lead(response: Response) -> Response:
    """Lead to the right spelling of what was found at another."""
    if "right" in g and response.status_code in (200, 304, 410):
        return moved(f"{site().base_url}{g.right}")
    return response
