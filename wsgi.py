"""The web process: environment → newsroom → application. It starts no clock."""

import os
from datetime import UTC, datetime
from pathlib import Path

from newsroom import open_newsroom
from newsroom.lifeline import end_with_parent
from newsroom.settings import load_settings
from web import create_app
from web.lane import Lane
from web.rehearsal import start_rehearsing


def _now() -> datetime:
    return datetime.now(UTC)


end_with_parent()
settings = load_settings(os.environ, Path(os.environ.get("NEWSROOM_HOME", "var")))
newsroom = open_newsroom(settings, _now())
application = create_app(
    newsroom.front,
    _now,
    previews=newsroom.previews,
    probes=newsroom.probes,
    gauges=newsroom.gauges,
)
app = Lane(application, newsroom.front.generation, _now)
start_rehearsing(app, _now)
