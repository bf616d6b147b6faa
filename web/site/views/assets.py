"""The few files every page is dressed with, addressed by their content."""

import hashlib
import mimetypes
from functools import cache
from pathlib import Path

from flask import Blueprint, abort, request
from werkzeug.wrappers import Response

from web.site.answers import answer
from web.site.house import local

FOLDER = Path(__file__).parents[2] / "static"
FOREVER = "public, max-age=31536000, immutable"
blueprint = Blueprint("assets", __name__)


@cache
def _files() -> dict[str, tuple[bytes, str]]:
    """Content and fingerprint of each file, read once."""
    contents = {path.name: path.read_bytes() for path in FOLDER.iterdir() if path.is_file()}
    return {name: (c, hashlib.sha256(c).hexdigest()[:16]) for name, c in contents.items()}


@blueprint.app_template_global()
def asset(name: str) -> str:
    """The address of a file as it is now."""
    return local(f"/static/{name}?v={_files()[name][1]}")


@blueprint.get("/static/<name>")
def static(name: str) -> Response:
    """One file; for ever if asked for by its fingerprint, else like everything until the minute."""
    content, fingerprint = _files().get(name) or abort(404)
    kind = mimetypes.types_map.get(Path(name).suffix, "application/octet-stream")
    response = answer(fingerprint, kind, lambda: content)
    if request.args.get("v") == fingerprint:
        response.headers["Cache-Control"] = FOREVER
    return response
