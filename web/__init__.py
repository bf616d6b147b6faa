"""What people and readers request: the web application."""

from collections.abc import Callable
from datetime import datetime

from flask import Flask, abort, g, redirect, request
from werkzeug.wrappers import Response

from newsroom.proofs.probes import Probes
from newsroom.public.front import Front
from newsroom.releases.previews import Previews
from newsroom.upkeep.figures import Gauges
from web import (
    assets,
    directory,
    errors,
    feeds,
    files,
    health,
    metrics,
    pages,
    preview_files,
    sitemaps,
)
from web.answers import finish
from web.asked import INSTANT, REFUSED, House, language_at, local, site
from web.previews import blueprint as colleagues
from web.templating import add_words


def create_app(
    front: Front,
    clock: Callable[[], datetime],
    *,
    previews: Previews | None = None,
    probes: Probes | None = None,
    gauges: Gauges | None = None,
) -> Flask:
    """Make the web application.

    Args:
        front: what the public may ask; the only way this folder reaches what is filed.
        clock: tells the instant, UTC; read once a request, unless the lane has read it already.
        previews: what colleagues with a link may see of what is not out.
        probes: the alarm, told of every address that is not found.
        gauges: the figures, for whoever has the token.
    """
    # Our own assets carry a fingerprint; Flask's static route would name times instead.
    app = Flask(__name__, static_folder=None)
    app.config["PROVIDE_AUTOMATIC_OPTIONS"] = False
    # Werkzeug's own redirects repeat the Host header, and happen before anybody is asked.
    app.url_map.strict_slashes = False
    app.url_map.merge_slashes = False
    app.extensions["newsroom"] = House.of(front, previews, probes, gauges)
    if gauges:
        gauges.faults.listen()

    @app.before_request
    def read_the_clock() -> None:
        g.now = request.environ.get(INSTANT) or clock()
        if refused := request.environ.get(REFUSED):  # the lane has waited; not a second time
            raise refused

    app.before_request(_spell_exactly)
    app.after_request(finish)
    for room in (assets.blueprint, errors.blueprint, feeds.blueprint, health.blueprint):
        app.register_blueprint(room)
    for room in (directory.blueprint, sitemaps.blueprint):
        app.register_blueprint(room)
    app.register_blueprint(files.blueprint)
    app.register_blueprint(metrics.blueprint)
    app.register_blueprint(colleagues)
    app.register_blueprint(preview_files.blueprint)
    app.register_blueprint(pages.blueprint)
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
