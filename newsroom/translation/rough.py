"""The starter's words leave the public where its setting no longer lets them be read unread."""

import logging
from datetime import datetime

from newsroom.translation.filling import place, put_beside, sheet
from newsroom.translation.topics import take_back_topics
from press.releases.readiness import Readiness, Starter
from press.text import Text
from storage import Database, Storage, journal
from storage.filed import releases
from storage.journal import JournalLine
from storage.translation import rough

log = logging.getLogger("newsroom.translating")


def take_back(storage: Storage, readiness: Readiness, now: datetime) -> int:
    """Have texts wait that were made public while the setting `STARTER` was another.

    A web process asks before it shows anything: a restored copy, too, may come from a home where
    it was another.

    Returns:
        how many texts and topics wait now.
    """
    if readiness.starter is Starter.ON:
        return 0
    topics = take_back_topics(storage, readiness, now)
    with storage.read() as db:
        found = rough.ready(db)
    if not found:
        return topics
    with storage.write() as db:
        for number, code in rough.ready(db):
            _take_back(db, number, code, readiness, now)
    log.warning("%d texts of the starter model wait for an editor now (STARTER)", len(found))
    return len(found) + topics


def _take_back(db: Database, number: int, code: str, readiness: Readiness, now: datetime) -> None:
    release = releases.get(db, number)
    newest = sheet(db, release, code)
    put_beside(db, release, code, newest.asides, now, readiness)
    if code in release.waiting or code not in release.texts or not release.texts[code].is_rough:
        return  # only what stands beside it was the starter's
    text = release.texts[code]
    # Of a release that is withdrawn a sheet has only the reason, and its text stays as it is.
    if not (release.withdrawn_at or newest.missing):
        text = Text(code, newest.blocks)
        if place(db, release, text, now, readiness):
            return  # its newest words are no longer the starter's
    releases.save_text(db, number, text, now, ready=False)
    line = JournalLine(now, "newsroom", f"took back {code}", number, "the starter's words wait")
    journal.add(db, line)
