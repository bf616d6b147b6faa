"""A newsroom that has every kind of page, served to a browser at an instant that stands still."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from PIL import Image, ImageDraw
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

import intake
from newsroom.filing.refiling import Instructions
from newsroom.releases.editing import Edit
from newsroom.settings import load_settings
from newsroom.tasks.indexing import catch_up
from newsroom.wiring import Newsroom, open_newsroom
from press.releases.attachment import Words
from press.releases.release import Reading
from press.telling.wishes import Wishes
from press.text import Origin, Text
from storage.filed import releases
from storage.telling import subscribers
from tests.browser.texts import CONSULAR, PEACE, TOPICS, TRANSLATED, file_of, pieces, whole
from tests.conftest import NOON
from tests.flows.server import HOST
from tests.homes import lay_database
from tests.web.as_served import as_served
from web.cache.response_cache import ResponseCache
from web.site.application import create_app

WHO = "officer"
TITLES = {"en": "About us", "fr": "À propos", "nl": "Over ons", "de": "Über uns"}
NAME = "press.example.org"  # what the browser is told to find at our port
SETTINGS = {
    "NEWSROOM_AUTHORITY": f"{NAME},2026",
    "NEWSROOM_BASE_URL": f"http://{NAME}",
    "NEWSROOM_MODELS": "",
    "NEWSROOM_PRESS_CONTACT": "Press office; +999 2 555 01 00; press@press.example",
    "NEWSROOM_STARTER": "off",
    "NEWSROOM_TITLE": "Velmora Foreign Ministry",
}
# Longer ago than a preview lasts.
BEFORE = NOON - timedelta(days=20)


@dataclass(frozen=True)
class House:
    """A newsroom that is served.

    Args:
        newsroom: opened.
        places: what stands in addresses of pages and cannot be known before: names of releases,
            links of one person.
        port: where a browser is answered.
    """

    newsroom: Newsroom
    places: dict[str, str]
    port: int


class Silent(WSGIRequestHandler):
    """Keeps connections, and says nothing of who asked."""

    protocol_version = "HTTP/1.1"

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 - its parent's name
        pass


@contextmanager
def house(folder: Path) -> Iterator[House]:
    """Fill a newsroom and serve it until whoever asked has done."""
    settings = load_settings(SETTINGS, folder / "home")
    lay_database(settings.database)
    _write_footer(settings.home / "pages")
    newsroom = open_newsroom(settings, BEFORE)
    places = fill(newsroom, folder)
    server = _server(newsroom)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield House(newsroom, places, server.port)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        newsroom.storage.close()


def _server(newsroom: Newsroom) -> BaseWSGIServer:
    app = create_app(
        newsroom.front,
        lambda: NOON,
        previews=newsroom.previews,
        probes=newsroom.probes,
        gauges=newsroom.gauges,
        following=newsroom.following,
        hub=newsroom.hub,
    )
    cache = ResponseCache(app, newsroom.front.generation, lambda: NOON)
    return make_server(HOST, 0, as_served(cache), threaded=True, request_handler=Silent)


def fill(newsroom: Newsroom, folder: Path) -> dict[str, str]:
    """File what every kind of page needs; returns what its addresses are made of."""
    for topic in TOPICS:
        newsroom.topics.declare(topic, WHO, BEFORE)
    places = _releases(newsroom, folder) | _previews(newsroom) | _followers(newsroom)
    catch_up(newsroom.storage, NOON, seconds=60)
    return places


def _write_footer(folder: Path) -> None:
    """A page in every language, and one in a single language."""
    folder.mkdir()
    for code in (*TRANSLATED, "en"):
        words = f"# {TITLES[code]}\n\nVelmora, [legal](legal), <press@press.example>.\n"
        (folder / f"about.{code}.md").write_text(words, encoding="utf-8")
    (folder / "legal.nl.md").write_text("# Juridische informatie\n\nHet is zo.", encoding="utf-8")


def _releases(newsroom: Newsroom, folder: Path) -> dict[str, str]:
    for day in range(1, 24):
        _file(newsroom, _short(f"Travel advice {day}", CONSULAR, f"2026-06-{day:02} 09:00"))
    gone = _file(newsroom, _short("Embassies open on Sundays", CONSULAR, "2026-07-01 09:00"))
    newsroom.life.withdraw(gone, "The opening hours were wrong.", WHO, NOON - timedelta(days=2))
    late = _file(newsroom, _short("Talks in Corvane go on", PEACE, "2026-07-20 16:00"))
    right = _read(newsroom, _short("Talks in Corvane end", PEACE, "2026-07-20 16:00")).filings[0]
    note = "They have ended; we had said that they go on."
    newsroom.revisions.revise(late, right, WHO, NOON - timedelta(hours=3), note)
    number = _file(newsroom, whole())
    sender = Edit(issuer="Ministry of Foreign Affairs of Velmora", reference="2026/118")
    newsroom.edits.edit(number, sender, WHO, NOON - timedelta(hours=22))
    _illustrate(newsroom, number, folder)
    _translate(newsroom, number)
    named = {"whole": number, "corrected": late, "gone": gone}
    return {name: newsroom.releases.get(number)[0].slug for name, number in named.items()}


def _short(title: str, topic: str, date: str) -> bytes:
    return file_of(title, topic, f"{title}: what is new, and whom it concerns.", date=date)


def _file(newsroom: Newsroom, data: bytes, *, publish: bool = True) -> int:
    """File a release and let it out under its date; returns its number."""
    told, now = Instructions(WHO, publish=publish), NOON - timedelta(hours=24)
    (filed,) = newsroom.releases.file(_read(newsroom, data), told, now)
    return filed.release.id


def _read(newsroom: Newsroom, data: bytes) -> Reading:
    return intake.read("release.md", data, zone=newsroom.settings.site.zone, language="en")


def _illustrate(newsroom: Newsroom, number: int, folder: Path) -> None:
    picture, paper = folder / "river.jpg", folder / "protocol.pdf"
    draw(picture)
    paper.write_bytes(b"%PDF-1.7\n%%EOF\n")
    words = Words(alt="A gauge beside a river at dawn", credit="© Velmora picture desk")
    newsroom.attachments.attach(number, picture, WHO, NOON - timedelta(hours=20), words)
    words = Words(alt="The Corvane Protocol")
    newsroom.attachments.attach(number, paper, WHO, NOON - timedelta(hours=20), words)


def draw(path: Path) -> None:
    """A picture as large as a camera's smaller ones: a sky, hills and a river."""
    image = Image.linear_gradient("L").resize((1600, 1000))
    picture = Image.merge("RGB", [image.point(lambda v, c=c: 255 - v * c // 8) for c in (1, 2, 4)])
    pencil = ImageDraw.Draw(picture)
    pencil.polygon(
        [(0, 700), (500, 420), (900, 640), (1600, 500), (1600, 1000), (0, 1000)], "#3d5a45"
    )
    pencil.polygon([(700, 1000), (860, 640), (900, 640), (1250, 1000)], "#6d93a8")
    picture.save(path, quality=80)


def _translate(newsroom: Newsroom, number: int) -> None:
    """Give a release its other languages: two of them a machine's words, one an editor's."""
    with newsroom.storage.write() as db:
        source = releases.get(db, number).original.blocks
        for code, words in TRANSLATED.items():
            origin, engine = (Origin.EDITOR, "") if code == "nl" else (Origin.MACHINE, "argos 1.9")
            blocks = (
                replace(b, markdown=w, origin=origin, engine=engine)
                for b, w in zip(source, pieces(words), strict=True)
            )
            releases.save_text(db, number, Text(code, tuple(blocks)), NOON - timedelta(hours=12))


def _previews(newsroom: Newsroom) -> dict[str, str]:
    """A release that is not out, a link to it that is good, and two that are not any more."""
    number = _file(newsroom, file_of("Seven states join", PEACE, "They join."), publish=False)
    made = {"preview": NOON - timedelta(hours=1), "expired": BEFORE}
    return {name: newsroom.previews.make(number, WHO, at) for name, at in made.items()}


def _followers(newsroom: Newsroom) -> dict[str, str]:
    """For each language somebody who asked and somebody who follows; the paths of their links."""
    following, places = newsroom.following, dict[str, str]()
    for code in newsroom.settings.site.languages.codes:
        wishes = Wishes((PEACE, CONSULAR), (code,))
        following.sign_up(f"asks@{code}.example", wishes, "198.51.100.7", NOON)
        newsroom.roster.add(f"follows@{code}.example", wishes, WHO, BEFORE)
    with newsroom.storage.read() as db:
        everybody: list[Any] = list(subscribers.every(db))
    for one in everybody:
        who, _, code = one.address.removesuffix(".example").partition("@")
        for purpose in ("confirm", "manage", "unsubscribe"):
            path = urlsplit(following.address(one, purpose)).path
            places[f"{who}_{purpose}_{code}"] = path
    return places
