"""Files of releases that are not out, for colleagues with a link: gone when the link is."""

from flask import Blueprint, abort, redirect
from werkzeug.wrappers import Response

from newsroom.releases.previews import LinkEnded
from web.site.house import house, local, now
from web.site.views.files import sent
from web.site.views.previews import HEADERS

blueprint = Blueprint("preview_files", __name__)


@blueprint.get("/preview/<token>/files/<name>")
def file(token: str, name: str) -> Response:
    """One file of what a link shows; once that is out, the way to the page that everybody reads."""
    previews = house().previews or abort(404)
    try:
        response = sent(*previews.file(token, name, now()))
    except LinkEnded as error:
        response = redirect(local(error.address or abort(404)), 303)
    response.headers.update(HEADERS)
    response.headers.pop("ETag", None)  # nobody is to keep it
    return response
