"""The few files every page is dressed with, at addresses that name their content."""

import mimetypes
from pathlib import Path

from flask import Blueprint, abort, request
from werkzeug.wrappers import Response

from press.public.identity import SVG
from web.site.answers import answer, moved
from web.site.assets import asset, ours
from web.site.house import site

# A drawing is only ever looked at, even by somebody who opens it by itself.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"
FOREVER = "public, max-age=31536000, immutable"
blueprint = Blueprint("assets", __name__)
blueprint.add_app_template_global(asset)


@blueprint.get("/favicon.ico")
@blueprint.get("/apple-touch-icon.png")
@blueprint.get("/apple-touch-icon-precomposed.png")
def icon() -> Response:
    """The newsroom's sign, where browsers and readers look for one unasked."""
    return moved(site().icon(144))


@blueprint.get("/static/<name>")
def static(name: str) -> Response:
    """One file; for ever if asked for by its fingerprint, else like everything until the minute."""
    content, fingerprint = ours().get(name) or abort(404)
    kind = mimetypes.types_map.get(Path(name).suffix, "application/octet-stream")
    response = answer(fingerprint, kind, lambda: content)
    if request.args.get("v") == fingerprint:
        response.headers["Cache-Control"] = FOREVER
    if kind == SVG:
        response.headers["Content-Security-Policy"] = POLICY
    return response
