"""What became of a demonstration, a line for each language."""

from datetime import timedelta

from newsroom.proofs.surfaces import Surface
from newsroom.running.results import FeedResult, by_language
from newsroom.translation.translating import Translating
from newsroom.wiring import Newsroom
from press.languages import parse_languages
from press.releases.readiness import Readiness, Starter
from press.text import STARTER
from tests.conftest import NOON
from tests.newsroom.translation.test_translating import Echo, file, translating

MS = timedelta(milliseconds=1)
ALL = Surface("fr", "all", "atom", "/fr/all.atom")
HOME = Surface("fr", "", "home", "/fr/")


class Rough(Echo):
    name = f"{STARTER} en-fr 1.0"


def test_each_language_says_what_was_served_and_whose_words_they_are(newsroom: Newsroom) -> None:
    on = Readiness(starter=Starter.ON)
    number = file(newsroom, "It rains.")
    Translating(newsroom.storage, lambda *_: Rough(), lambda: NOON, on).run(only=[("fr", number)])
    other = file(newsroom, "It snows.", headline="Another")
    translating(newsroom, Echo()).run(only=[("fr", other)])
    file(newsroom, "It thaws.", headline="A third")
    edited = file(newsroom, "It hails.", headline="A fourth")
    translating(newsroom, Echo()).run(only=[("fr", edited)])
    newsroom.review.approve(edited, "fr", "me", NOON)
    feeds = [
        FeedResult(ALL, 4, [], 100),
        FeedResult(Surface("fr", "climate", "atom", "/fr/climate.atom"), 1, ["no title"], 50),
        FeedResult(Surface("en", "all", "atom", "/en/all.atom"), 4, [], 100),
    ]
    first = {ALL: 20 * MS, HOME: 30 * MS, Surface("en", "", "home", "/en/"): 10 * MS}
    every = newsroom.releases.every()
    english, french = by_language(parse_languages("en,fr-BE"), first, feeds, every)
    assert (english.words, english.slowest) == ({"own": 4}, 10 * MS)
    assert (french.pages, french.feeds, french.valid, french.entries) == (1, 2, 1, 4)
    assert french.slowest == 30 * MS
    assert french.words == {"rough": 1, "machine": 1, "untranslated": 1, "editor": 1}
