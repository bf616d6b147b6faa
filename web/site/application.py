"""The public's application, put together."""

from collections.abc import Callable
from datetime import datetime

from flask import Flask, abort, g, redirect, request
from werkzeug.wrappers import Response

from newsroom.proofs.probes import Probes
from newsroom.public.front import Front
from newsroom.releases.previews import Previews
from newsroom.telling.hub import Hub
from newsroom.upkeep.figures import Gauges
from web.cache.environ import INSTANT, REFUSAL
from web.site.answers import finish
from web.site.house import House, language_at, local, site
from web.site.templating import add_words
from web.site.views import (
    assets,
    directory,
    errors,
    feeds,
    files,
    health,
    hub,
    metrics,
    pages,
    preview_files,
    previews,
    sitemaps,
)

_VIEWS = (
    assets,
    directory,
    errors,
    feeds,
    files,
    health,
    hub,
    metrics,
    pages,
    preview_files,
    previews,
    sitemaps,
)


def create_app(
    front: Front,
    clock: Callable[[], datetime],
    *,
    previews: Previews | None = None,
    probes: Probes | None = None,
    gauges: Gauges | None = None,
    hub: Hub | None = None,
) -> Flask:
    """Make the web application.

    Args:
        front: what the public may ask; the only way this folder reaches what is filed.
        clock: tells the instant, UTC; read once a request, unless the cache has read it already.
        previews: what colleagues with a link may see of what is not out.
        probes: the alarm, told of every address that is not found.
        gauges: the figures, for whoever has the token.
        hub: takes subscriptions to feeds.
    """
    # Our own assets carry a fingerprint; Flask's static route would name times instead.
    app = Flask("web", static_folder=None)
    app.config["PROVIDE_AUTOMATIC_OPTIONS"] = False
    # Werkzeug's own redirects repeat the Host header, and happen before anybody is asked.
    app.url_map.strict_slashes = False
    app.url_map.merge_slashes = False
    app.extensions["newsroom"] = House.of(front, previews, probes, gauges, hub)
    if gauges:
        gauges.faults.listen()

    @app.before_request
    def read_the_clock() -> None:
        g.now = request.environ.get(INSTANT) or clock()
        if refusal := request.environ.get(REFUSAL):
            raise refusal

    app.before_request(_spell_exactly)
    app.after_request(finish)
    for view in _VIEWS:
        app.register_blueprint(view.blueprint)
    add_words(app)
    for name in app.jinja_env.list_templates():
        app.jinja_env.get_template(name)  # compiled now, not for the first reader of a release
    return app


def _spell_exactly() -> Response | None:
    """One spelling an address, so that no answer depends on what a similar one would find."""
    rule = request.url_rule
    if rule is None or rule.rule.count("/") == request.path.count("/"):
        return None
    if request.path != "/feeds" and not language_at(request.path[1:]):
        abort(404)
    # Languages are a setting; that they exist says nothing about what is filed.
    return redirect(local(f"{site().base_url}{request.path}/"), 308)
