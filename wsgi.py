"""The web process: environment → newsroom → application. It starts no clock."""

import os
from datetime import UTC, datetime
from pathlib import Path

from newsroom.in_force import say_mistake, settings_in_force
from newsroom.running.lifeline import end_with_parent
from newsroom.translation.rough import take_back
from newsroom.upkeep.presence import Presence, be_present
from newsroom.wiring import check_there, open_newsroom
from web.cache.moments import GOOD_SECONDS
from web.cache.prewarming import start_prewarming
from web.cache.response_cache import ResponseCache
from web.site.application import create_app


def _now() -> datetime:
    return datetime.now(UTC)


end_with_parent()
os.umask(0o077)  # whatever it writes is for its owner alone
found = settings_in_force(os.environ, Path(os.environ.get("NEWSROOM_HOME", "var")))
say_mistake(found)
settings = found.settings
check_there(settings)
be_present(settings.home, Presence.SERVER)
newsroom = open_newsroom(settings, _now())
take_back(newsroom.storage, settings.readiness, _now())  # before anything is shown
application = create_app(
    newsroom.front,
    _now,
    previews=newsroom.previews,
    probes=newsroom.probes,
    gauges=newsroom.gauges,
    following=newsroom.following,
    hub=newsroom.hub,
)
app = ResponseCache(application, newsroom.front.generation, _now, GOOD_SECONDS)
start_prewarming(app, _now)
