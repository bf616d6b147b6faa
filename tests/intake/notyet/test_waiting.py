"""An order to wait holds a release back in whatever words and place it stands."""

from collections.abc import Iterator

import pytest

import intake
from intake.notyet.waiting import waiting_in
from press.releases.release import Filing
from tests.conftest import SHARED
from tests.each import each
from tests.intake.notyet.test_embargo_in_the_news import SPOKEN
from tests.intake.notyet.unheard import DRAFTS, ORDERS, ORDINARY

HEAD = {
    "en": "27 November 2026\n\nBridge opens\n\nThe bridge opens on Monday.",
    "fr": "27 novembre 2026\n\nLe pont ouvre\n\nLe pont ouvre lundi.",
    "nl": "27 november 2026\n\nBrug gaat open\n\nDe brug gaat maandag open.",
    "de": "27. November 2026\n\nBrücke öffnet\n\nDie Brücke öffnet am Montag.",
}
PLACES = {
    "top": "{order}\n\n{text}\n\nX.\n",
    "own": "{text}\n\n{order}\n\nX.\n",
    "within": "{text} {order}. X.\n",
    "end": "{text}\n\nX.\n\n{order}\n",
}

NOTES = [
    "Please hold this until Thursday, thanks.",
    "Not out yet! Minister speaks at 5.",
    "À ne diffuser que jeudi.",
    "Bitte erst nach der Kabinettssitzung rausgeben.",
    "Please don't use it before Thursday.",
]


def read(words: str, language: str) -> Filing:
    data = words.encode()
    (filing,) = intake.read("a.txt", data, zone="Europe/Brussels", language=language).filings
    return filing


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("language", ORDERS)
def test_an_order_to_wait_holds_the_release(language: str, place: str) -> None:
    def holds(order: str) -> None:
        words = PLACES[place].format(order=order.rstrip("."), text=HEAD[language])
        assert read(words, language).not_yet

    each(ORDERS[language].strip().split("\n"), holds)


@pytest.mark.parametrize("language", HEAD)
def test_a_draft_by_its_first_line_is_held(language: str) -> None:
    def holds(word: str) -> None:
        assert read(f"{word}\n\n{HEAD[language]}\n", language).not_yet

    each(DRAFTS, holds)


def test_the_officer_is_told_the_words_and_they_stay() -> None:
    filing = read(f"{HEAD['en']}\n\nPlease sit on this until Monday.\n", "en")
    (one,) = filing.not_yet
    assert one.embargo is None
    assert one.why.endswith("“please sit on this until monday.”")
    assert filing.blocks[-1].markdown == "Please sit on this until Monday."


def test_a_moment_that_can_be_read_is_read_as_before() -> None:
    (one,) = read(f"Embargo: 5 May 2027, 10:00\n\n{HEAD['en']}\n", "en").not_yet
    assert one.embargo


def test_an_order_broken_by_the_end_of_a_line_is_heard() -> None:
    order = "Please do not use this text\nbefore the minister has spoken."
    assert list(waiting_in([order]))


@pytest.mark.parametrize(
    "order",
    [
        "Not before the minister has spoken, please.",
        "Please do not publish this before the minister has spoken.",
        "Bitte erst nach der Rede der Ministerin verwenden.",
    ],
)
def test_an_embargo_of_a_moment_does_not_answer_an_order_to_wait_for_more(order: str) -> None:
    found = read(f"Embargo: 5 May 2027, 10:00\n\n{HEAD['en']}\n\n{order}\n", "en").not_yet
    assert [one.embargo is None for one in found] == [False, True]


def test_a_draft_with_an_embargo_stays_a_draft() -> None:
    *_, last = read(f"DRAFT\n\nEmbargo: 5 May 2027, 10:00\n\n{HEAD['en']}\n", "en").not_yet
    assert last.embargo is None


def test_no_date_below_ends_an_embargo_that_is_said_to_have_no_end() -> None:
    *_, last = read(f"Embargo permanent :\n\n{HEAD['fr']}\n", "fr").not_yet
    assert last.embargo is None


@pytest.mark.parametrize(
    "words",
    [
        "Embargo: 5 May 2027, 10:00, the start of the meeting.",
        "Not to be published before 5 May 2027, 10:00.",
        "Embargo: 5 May 2027, 10:00 (speech of the minister)",
    ],
)
def test_an_order_that_names_its_moment_waits_for_no_more_than_that(words: str) -> None:
    (one,) = read(f"{words}\n\n{HEAD['en']}\n", "en").not_yet
    assert one.embargo


@pytest.mark.parametrize("before", [0, 150, 290, 310, 700, 5000])
def test_an_order_far_behind_in_a_sentence_is_heard(before: int) -> None:
    words = "we thank the town, its people, " * (before // 31 + 1)
    assert list(waiting_in([f"{words[:before]}: not to be used before the minister has spoken."]))


def test_a_long_sentence_is_no_order_since_a_part_of_it_would_be_one() -> None:
    told = (
        "the town, its people, and all who helped and want to publish the report before Thursday, "
    )
    assert list(waiting_in([f"We thank {told * 20} and others."])) == []


def test_sentences_of_the_news_hold_nothing() -> None:
    def is_free(words: str) -> None:
        assert list(waiting_in([words])) == []
        assert read(f"{HEAD['en']}\n\n{words}\n\nX.\n", "en").not_yet == ()

    each(ORDINARY.strip().split("\n"), is_free)
    each(SPOKEN, _is_unheard)


def _is_unheard(words: str) -> None:
    assert list(waiting_in([words])) == []


def test_a_text_with_thousands_of_such_places_is_held_and_not_read_to_its_end() -> None:
    read_so_far = 0

    def lines() -> Iterator[str]:
        nonlocal read_so_far
        while True:
            read_so_far += 1
            yield "".join(f"This is what we publish {read_so_far}-{n}. " for n in range(10))

    *_, last = waiting_in(lines())
    assert "more places" in last.why
    assert read_so_far < 1000


def test_hardly_a_sentence_of_the_parallel_texts_is_held() -> None:
    files = sorted((SHARED / "parallel").glob("*.*.*"))
    if not files:
        pytest.skip("no parallel texts (NEWSROOM_SHARED) on this machine")
    lines = {line for file in files for line in file.read_text("utf-8").splitlines()}
    held = [line for line in lines if list(waiting_in([line]))]
    assert len(held) * 10_000 <= 3 * len(lines), held[:10]


def test_a_covering_note_that_asks_to_wait_holds_the_mail() -> None:
    def holds(note: str) -> None:
        letter = (
            "From: Anna Berg <anna@corvane.example>\nTo: desk@example.org\nSubject: Fwd: release\n"
            "Date: Fri, 27 Nov 2026 10:00:00 +0100\nContent-Type: text/plain; charset=utf-8\n\n"
            f"{note}\n\nBegin forwarded message:\n\nFrom: Press <p@corvane.example>\n"
            f"Subject: Bridge opens\nDate: 27 November 2026\nTo: a@b.example\n\n{HEAD['en']}\n"
        )
        data = letter.encode()
        (filing,) = intake.read("m.eml", data, zone="Europe/Brussels", language="en").filings
        assert filing.not_yet

    each(NOTES, holds)
