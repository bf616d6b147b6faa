"""What the small model that ships says is on no public surface before a person has read it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from feeds import FORMATS
from newsroom.filing.refiling import Instructions
from newsroom.settings import load_settings
from newsroom.translation.translating import Translating
from newsroom.wiring import Newsroom, open_newsroom
from press.contact import Contact, ContactKind
from press.embargo import embargo_from
from press.releases.attachment import Words
from press.releases.readiness import BY_DEFAULT, Readiness, Starter
from press.releases.release import Filing, Reading
from press.text import STARTER, Block, Kind
from press.topic import ALL, Topic
from press.words import say
from tests.flows.hidden import EARLY, SETTINGS, app_at
from tests.flows.surfaces import addresses, ask, client_of

PEACE = "peace"
ON = Readiness(starter=Starter.ON)
HEADLINE, FIRST, SECOND = "A port opens", "Ships may call there.", "The road is open as well."
ROLE, ALT = "Harbour pilot", "A plan of the port"
PILOT = Contact(ContactKind.PERSON, "Ann Green", ROLE)


class Rough:
    """Every word changes, so that none of them can be the original's."""

    name = f"{STARTER} en-fr 1.0"

    def translate(self, sentences: list[str]) -> list[str]:
        return [sentence.upper() for sentence in sentences]


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    opened = open_newsroom(load_settings(SETTINGS, tmp_path / "home"), EARLY)
    opened.topics.declare(Topic(PEACE, {"en": "Peace"}), "me", EARLY)
    yield opened
    opened.probes.close()
    opened.storage.close()


def filed(newsroom: Newsroom, readiness: Readiness) -> int:
    blocks = (
        Block(Kind.HEADLINE, HEADLINE),
        Block(Kind.PARAGRAPH, FIRST),
        Block(Kind.PARAGRAPH, SECOND),
    )
    filing = Filing(blocks, embargo=embargo_from(EARLY, "UTC"), topics=(PEACE,))
    filing = replace(filing, contacts=(PILOT,))
    told = Instructions("me", publish=True)
    number = newsroom.releases.file(Reading((filing,)), told, EARLY)[0].release.id
    plan = newsroom.settings.home / "plan.pdf"
    plan.write_bytes(b"%PDF-1.7 plan")
    newsroom.attachments.attach(number, plan, "me", EARLY, Words(ALT))
    Translating(newsroom.storage, lambda *_: Rough(), lambda: EARLY, readiness).run()
    return number


def everything_shown(newsroom: Newsroom, number: int) -> dict[str, str]:
    """What every address of the application answers."""
    slug = newsroom.releases.get(number)[0].slug
    values = {
        "lang": ("en", "fr", "nl"),
        "extension": tuple(FORMATS),
        "topic": (ALL, PEACE),
        "slug": (slug,),
        "token": ("f" * 32,),
        "link": (f"1-{'x' * 27}",),
        "name": ("annex.pdf", "style.css"),
        "part": ("2026-09",),
        "month": ("2026-09",),
        "year": ("2026",),
        "month_number": ("09",),
    }
    app = app_at(newsroom)
    client = client_of(app)
    return {a: ask(client, a)[2].decode(errors="replace") for a in addresses(app, values)}


def showing(answers: dict[str, str], words: str) -> set[str]:
    return {address for address, body in answers.items() if words in body}


def rough_words(*but: str) -> list[str]:
    every = (HEADLINE, FIRST, SECOND, ROLE, ALT)
    return [words.upper() for words in every if words not in but]


@pytest.mark.promise(100)
def test_no_public_byte_holds_a_word_of_the_starters_that_nobody_approved(
    newsroom: Newsroom,
) -> None:
    number = filed(newsroom, BY_DEFAULT)
    answers = everything_shown(newsroom, number)
    assert showing(answers, HEADLINE)
    for words in rough_words():
        assert not showing(answers, words)


def test_one_block_approved_of_three_shows_none_and_the_last_all(newsroom: Newsroom) -> None:
    number = filed(newsroom, BY_DEFAULT)
    newsroom.review.approve(number, "fr", "me", EARLY, [1])
    newsroom.review.approve(number, "fr", "me", EARLY, [2])
    for words in rough_words():
        assert not showing(everything_shown(newsroom, number), words)
    newsroom.review.approve(number, "fr", "me", EARLY, [3])
    found = showing(everything_shown(newsroom, number), HEADLINE.upper())
    assert {"/fr/all.atom", "/fr/all.rss", "/fr/all.json", "/fr/peace/"} <= found
    for words in rough_words(HEADLINE, FIRST, SECOND):  # nobody approved what stands beside them
        assert not showing(everything_shown(newsroom, number), words)
    assert not {address for address in found if address.startswith("/nl/")}


@pytest.mark.promise(100)
def test_where_it_is_on_every_surface_says_that_nobody_has_read_it(newsroom: Newsroom) -> None:
    number = filed(newsroom, ON)
    answers = everything_shown(newsroom, number)
    slug = newsroom.releases.get(number)[0].slug
    marks = showing(answers, say("fr", "rough_mark").replace("'", "&#39;"))
    marks |= showing(answers, say("fr", "rough_mark"))
    assert {"/fr/all.atom", "/fr/all.rss", "/fr/all.json", "/fr/", "/fr/peace/"} <= marks
    assert STARTER in answers[f"/fr/releases/{slug}"]
    assert '"rough":true' in answers["/fr/all.json"].replace(" ", "")
    assert '"rough"' not in answers["/en/all.json"]


@pytest.mark.promise(100)
def test_what_must_not_go_out_unread_stands_in_the_original_and_says_its_language(
    newsroom: Newsroom,
) -> None:
    number = filed(newsroom, ON)
    newsroom.review.readiness = ON
    newsroom.review.reject(number, "fr", "me", EARLY, [1, 2])
    answers = everything_shown(newsroom, number)
    slug = newsroom.releases.get(number)[0].slug
    page = answers[f"/fr/releases/{slug}"]
    assert f'<h1 lang="en" dir="ltr">{HEADLINE}</h1>' in page
    assert f'<div lang="en" dir="ltr"><p>{FIRST}</p></div>' in page
    assert f"<p>{SECOND.upper()}</p>" in page
    assert say("fr", "partial", language="anglais") in page
    assert f'<title xml:lang="en">{HEADLINE}</title>' in answers["/fr/all.atom"]
    french = {address: body for address, body in answers.items() if "/fr/" in address}
    for words in (HEADLINE, FIRST):
        assert not showing(french, words.upper())
