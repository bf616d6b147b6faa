"""Story 3: an editor corrects a translation, and the original changes under it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.filing.refiling import Instructions
from newsroom.settings import load_settings
from newsroom.translation.translating import Translating
from newsroom.wiring import Newsroom, open_newsroom
from press.errors import NotAllowedNow
from press.public.edition import Entry, Feed
from press.releases.exchange import Return, ReturnedBlock
from press.releases.readiness import Readiness
from press.releases.release import Filing, Reading, Standing
from press.releases.review import Sheet
from press.text import Block, Kind, Origin
from press.topic import ALL
from tests.conftest import NOON
from tests.homes import lay_database
from tests.newsroom.conftest import SETTINGS, newsroom

__all__ = ["newsroom"]  # a fixture

HOUR = timedelta(hours=1)
FLOODS = "The river states agreed on Tuesday to share their flood warnings within 10 minutes."
COST = "The network of gauges costs little money in a year, which the states pay together."
NEXT = "Ministers meet again in Corvane in the spring to look at what the first winter showed."
THREE = (FLOODS, COST, NEXT)


class Loud:
    """An engine that shouts."""

    name = "loud 1.0"

    def translate(self, sentences: Sequence[str]) -> list[str]:
        return [sentence.upper() for sentence in sentences]


def blocks(paragraphs: Sequence[str]) -> tuple[Block, ...]:
    body = [Block(Kind.PARAGRAPH, words) for words in paragraphs]
    return (Block(Kind.HEADLINE, "River states share warnings"), *body)


def file(newsroom: Newsroom, paragraphs: Sequence[str] = THREE) -> int:
    reading = Reading((Filing(blocks(paragraphs)),))
    number = newsroom.releases.file(
        reading, Instructions("me", publish=True, new_topics=True), NOON
    )[0].release.id
    newsroom.life.publish(number, "me", NOON)
    fill(newsroom)
    return number


def fill(newsroom: Newsroom, now: datetime = NOON) -> None:
    readiness = newsroom.review.readiness
    Translating(newsroom.storage, lambda *_: Loud(), lambda: now, readiness).run()


def revise(newsroom: Newsroom, number: int, paragraphs: Sequence[str], now: datetime) -> None:
    newsroom.revisions.revise(number, Filing(blocks(paragraphs)), "me", now)
    fill(newsroom, now)


def correct(newsroom: Newsroom, number: int, block: int, words: str) -> None:
    newsroom.review.correct(number, "nl", block, words, "an editor", NOON)


def body(newsroom: Newsroom, number: int) -> list[str]:
    text = newsroom.releases.get(number)[0].texts["nl"]
    return [block.markdown for block in text.body]


def dutch(newsroom: Newsroom, number: int) -> Sheet:
    return newsroom.sheets.get(number, "nl")


def displaced(sheet: Sheet) -> dict[int, list[str]]:
    """Per number of a block, the editor's words shown beside it; 0 for those without a place."""
    found = {one.number: [d.words.markdown for d in one.displaced] for one in sheet.segments}
    found[0] = [one.words.markdown for one in sheet.elsewhere]
    return {number: words for number, words in found.items() if words}


def shown(newsroom: Newsroom, now: datetime, code: str = "nl") -> Entry:
    language = newsroom.settings.site.languages.named(code)
    return newsroom.front.edition(Feed(ALL, language), now).entries[0]


def test_a_correction_is_read_at_once_and_stays_when_other_blocks_change(
    newsroom: Newsroom,
) -> None:
    number = file(newsroom)
    correct(newsroom, number, 3, "Het meetnet kost 2 miljoen euro per jaar.")
    assert (
        shown(newsroom, NOON).text.body[1].markdown == "Het meetnet kost 2 miljoen euro per jaar."
    )
    revise(newsroom, number, (FLOODS, COST, "Ministers meet in May."), NOON + HOUR)
    assert body(newsroom, number) == [
        FLOODS.upper(),
        "Het meetnet kost 2 miljoen euro per jaar.",
        "MINISTERS MEET IN MAY.",
    ]
    assert displaced(dutch(newsroom, number)) == {}


OWN = "Zes rivierstaten delen hun waarschuwingen."
PRICE = "Het meetnet kost 2 miljoen euro per jaar."


@pytest.mark.parametrize(
    ("after", "kept", "beside"),
    [
        # inserted before it, moved below: the words go with their block, by digest
        (("Something new stands first.", *THREE), {2: OWN, 3: PRICE}, {}),
        ((NEXT, COST, FLOODS), {3: OWN, 2: PRICE}, {}),
        # its own words changed: the old ones stand beside the machine's
        ((FLOODS.replace("10", "5"), COST, NEXT), {2: PRICE}, {2: [OWN]}),
        # changed and moved at once: found by what it says, not by where it stands
        ((NEXT, COST, FLOODS.replace("10", "5")), {2: PRICE}, {4: [OWN]}),
        # split in two: beside both halves
        (
            ("The river states agreed on Tuesday.", FLOODS[29:], COST, NEXT),
            {3: PRICE},
            {2: [OWN], 3: [OWN]},
        ),
        # merged: both beside the one
        ((f"{FLOODS} {COST}", NEXT), {}, {2: [OWN, PRICE]}),
        # deleted: kept, without a place
        ((COST, NEXT), {1: PRICE}, {0: [OWN]}),
        # rewritten from nothing: it may not be taken for another
        (("No word of it is the same.", COST, NEXT), {2: PRICE}, {0: [OWN]}),
    ],
    ids=["inserted", "moved", "changed", "moved and changed", "split", "merged", "deleted", "new"],
)
def test_whatever_happens_to_its_block_a_correction_stays_or_stands_beside_its_successor(
    newsroom: Newsroom,
    after: Sequence[str],
    kept: dict[int, str],
    beside: dict[int, list[str]],
) -> None:
    number = file(newsroom)
    correct(newsroom, number, 2, OWN)
    correct(newsroom, number, 3, PRICE)
    revise(newsroom, number, after, NOON + HOUR)
    now = body(newsroom, number)
    assert {n: now[n - 1] for n in kept} == kept
    assert {n: sorted(w) for n, w in displaced(dutch(newsroom, number)).items()} == {
        n: sorted(w) for n, w in beside.items()
    }


def test_the_words_return_with_their_block_even_after_two_other_wordings(
    newsroom: Newsroom,
) -> None:
    number = file(newsroom)
    correct(newsroom, number, 2, OWN)
    revise(newsroom, number, (FLOODS.replace("10", "5"), COST, NEXT), NOON + HOUR)
    revise(newsroom, number, (FLOODS.replace("10", "2"), COST, NEXT), NOON + 2 * HOUR)
    assert displaced(dutch(newsroom, number)) == {2: [OWN]}
    revise(newsroom, number, THREE, NOON + 3 * HOUR)
    assert body(newsroom, number)[0] == OWN
    assert displaced(dutch(newsroom, number)) == {}


def test_a_text_in_which_an_editors_words_were_displaced_asks_to_be_looked_at(
    newsroom: Newsroom,
) -> None:
    number = file(newsroom)
    correct(newsroom, number, 2, OWN)
    assert newsroom.sheets.to_review() == []
    revise(newsroom, number, (FLOODS.replace("10", "5"), COST, NEXT), NOON + HOUR)
    (asks,) = newsroom.sheets.to_review()
    assert (asks.release_id, asks.language) == (number, "nl")
    found = [f for one in asks.segments if one.target for f in one.target.findings]
    assert [(f.check, OWN in f.says) for f in found] == [("displaced", True)]
    correct(newsroom, number, 2, "Zes rivierstaten, in vijf minuten.")
    assert newsroom.sheets.to_review() == []
    assert displaced(dutch(newsroom, number)) == {}


class Reviewing:
    """A newsroom in which nothing in Dutch goes out unread."""

    def __init__(self, newsroom: Newsroom) -> None:
        newsroom.review.readiness = Readiness({"nl"})
        self.newsroom = newsroom
        self.number = file(newsroom)


@pytest.fixture
def reviewing(newsroom: Newsroom) -> Reviewing:
    return Reviewing(newsroom)


def test_where_texts_are_reviewed_the_approved_one_stays_marked_as_older(
    reviewing: Reviewing,
) -> None:
    newsroom, number = reviewing.newsroom, reviewing.number
    assert shown(newsroom, NOON).text.language == "en"
    newsroom.review.approve(number, "nl", "an editor", NOON)
    assert shown(newsroom, NOON).text.origin is Origin.EDITOR
    changed = (FLOODS, COST.replace("little", "much"), NEXT)
    revise(newsroom, number, changed, NOON + HOUR)
    entry = shown(newsroom, NOON + HOUR)
    assert entry.text.body[1].markdown == COST.upper()
    assert entry.outdated == NOON + HOUR
    assert shown(newsroom, NOON + HOUR, "en").outdated is None
    sheet = dutch(newsroom, number)
    assert sheet.standing is Standing.STALE
    assert [one.number for one in sheet.segments if not one.is_settled] == [3]
    assert displaced(sheet) == {3: [COST.upper()]}
    newsroom.review.approve(number, "nl", "an editor", NOON + 2 * HOUR)
    entry = shown(newsroom, NOON + 2 * HOUR)
    assert (entry.text.body[1].markdown, entry.outdated) == (changed[1].upper(), None)
    with pytest.raises(NotAllowedNow, match="waits for an editor"):
        newsroom.review.approve(number, "nl", "an editor", NOON + 2 * HOUR)


def test_approving_some_blocks_lets_nothing_out_before_the_last(reviewing: Reviewing) -> None:
    newsroom, number = reviewing.newsroom, reviewing.number
    for block in (1, 2, 3):
        assert not newsroom.review.approve(number, "nl", "me", NOON, [block]).is_ready
        assert shown(newsroom, NOON).text.language == "en"
    assert newsroom.review.approve(number, "nl", "me", NOON, [4]).is_ready
    assert shown(newsroom, NOON).text.language == "nl"


def test_a_correction_made_while_its_block_is_gone_returns_with_it(newsroom: Newsroom) -> None:
    """A translator's file comes back late."""
    number = file(newsroom)
    revise(newsroom, number, (COST, NEXT), NOON + HOUR)
    late = Return("", "en", "nl", (ReturnedBlock(1, Block(Kind.PARAGRAPH, FLOODS), OWN),), 0)
    newsroom.exchange.taking.take(number, late, "an editor", NOON + HOUR)
    assert displaced(dutch(newsroom, number)) == {0: [OWN]}
    revise(newsroom, number, THREE, NOON + 2 * HOUR)
    assert body(newsroom, number)[0] == OWN


PARAGRAPHS = st.permutations([FLOODS, COST, NEXT, FLOODS.replace("10", "2"), "New."]).flatmap(
    lambda words: st.integers(1, 5).map(lambda count: tuple(words[:count]))
)


@given(st.lists(PARAGRAPHS, min_size=1, max_size=4))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_however_the_original_changes_no_correction_is_lost(
    tmp_path_factory: pytest.TempPathFactory, versions: list[tuple[str, ...]]
) -> None:
    home = tmp_path_factory.mktemp("home")
    known = load_settings(SETTINGS, home)
    lay_database(known.database)
    newsroom = open_newsroom(known, NOON)
    number = file(newsroom)
    correct(newsroom, number, 2, OWN)
    correct(newsroom, number, 3, PRICE)
    now = THREE
    for hours, paragraphs in enumerate(versions, start=1):
        if paragraphs == now:
            continue
        revise(newsroom, number, paragraphs, NOON + hours * HOUR)
        now = paragraphs
        said = body(newsroom, number)
        beside = [
            words for listed in displaced(dutch(newsroom, number)).values() for words in listed
        ]
        for source, words in ((FLOODS, OWN), (COST, PRICE)):
            assert (said[now.index(source)] == words) if source in now else (words in beside)
    newsroom.storage.close()
