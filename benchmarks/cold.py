"""Serve many feeds for the first time in a fresh process; prints seconds and resident MiB."""

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from werkzeug.test import Client

from benchmarks.office import ENVIRONMENT, addresses
from benchmarks.server import resident
from newsroom.settings import load_settings
from newsroom.wiring import open_newsroom
from web.site.application import create_app

TOPICS = 50

if __name__ == "__main__":
    newsroom = open_newsroom(load_settings(ENVIRONMENT, Path(sys.argv[1])), datetime.now(UTC))
    reader = Client(create_app(newsroom.front, lambda: datetime.now(UTC)))
    paths = addresses(newsroom, TOPICS)
    began = time.perf_counter()
    for asked in paths:
        assert reader.get(asked, headers={"Accept-Encoding": "gzip"}).status_code == 200
    print(len(paths), time.perf_counter() - began, resident(os.getpid()))
