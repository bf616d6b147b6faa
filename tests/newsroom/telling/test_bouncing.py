"""Mail that came back is told of whose it was, and of nobody else."""

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from delivery.mail.account import UNSENT
from newsroom.telling.bouncing import Bounces
from newsroom.telling.link_tokens import LinkTokens
from newsroom.wiring import Newsroom
from press.telling.subscriber import Subscriber
from press.telling.suppressing import Suppression
from storage.telling import bounces, leaving, subscribers
from tests.conftest import NOON
from tests.delivery.mail.returned import EVERY, FOR_GOOD, FOR_NOW, JANE, NONE
from tests.newsroom.telling.people import ALL_IN_ENGLISH, somebody

PATTERN = "press+TOKEN@example.org"
OTHER = "max@example.org"


@pytest.fixture
def jane(newsroom: Newsroom) -> Subscriber:
    somebody(newsroom, OTHER, NOON)
    return somebody(newsroom, JANE, NOON)


def taker(newsroom: Newsroom, pattern: str = PATTERN) -> Bounces:
    tokens = LinkTokens(newsroom.storage)
    return Bounces(newsroom.storage, tokens, replace(UNSENT, bounce=pattern))


def name_of(newsroom: Newsroom, who: Subscriber) -> str:
    token = LinkTokens(newsroom.storage).make(who, "bounce")
    return PATTERN.replace("TOKEN", token)


def suppressed(newsroom: Newsroom, address: str, now: datetime = NOON) -> Suppression | None:
    digest = LinkTokens(newsroom.storage).hash_of(address)
    with newsroom.storage.read() as db:
        return bounces.suppression_of(db, digest, now)


def journal_of(newsroom: Newsroom) -> list[str]:
    with newsroom.storage.read() as db:
        return [note for (note,) in db.execute("SELECT note FROM journal ORDER BY id")]


@pytest.mark.parametrize("server", FOR_GOOD)
def test_whoever_does_not_exist_gets_no_more_mail_and_nobody_else_is_touched(
    newsroom: Newsroom, jane: Subscriber, server: str
) -> None:
    said = taker(newsroom).take(FOR_GOOD[server](to=name_of(newsroom, jane)), NOON)
    assert said.startswith(f"subscriber {jane.id}: 5.1.1")
    found = suppressed(newsroom, JANE)
    assert found is not None
    assert found.until == NOON + timedelta(days=180)
    assert suppressed(newsroom, OTHER) is None
    assert suppressed(newsroom, JANE, found.until) is None


@pytest.mark.parametrize("server", FOR_NOW)
def test_what_passes_is_forgiven_four_times(
    newsroom: Newsroom, jane: Subscriber, server: str
) -> None:
    mail = FOR_NOW[server](to=name_of(newsroom, jane))
    for day in range(5):
        assert suppressed(newsroom, JANE) is None
        taker(newsroom).take(mail, NOON + timedelta(days=day))
    found = suppressed(newsroom, JANE)
    assert found is not None
    assert found.until == NOON + timedelta(days=18)


@pytest.mark.parametrize("kind", NONE)
def test_what_is_no_report_does_nothing(newsroom: Newsroom, jane: Subscriber, kind: str) -> None:
    mail = NONE[kind](to=name_of(newsroom, jane), who=JANE)
    for pattern in (PATTERN, ""):
        assert "nothing was done" in taker(newsroom, pattern).take(mail, NOON)
    assert suppressed(newsroom, JANE) is None
    assert not [note for note in journal_of(newsroom) if "subscriber" in note]


@pytest.mark.parametrize("server", FOR_GOOD)
def test_nobody_can_report_on_others(newsroom: Newsroom, jane: Subscriber, server: str) -> None:
    ours = LinkTokens(newsroom.storage).make(jane, "bounce")
    forged = f"press+{ours[:-3]}abc@example.org"
    for to in (forged, "press@example.org", "press+12@example.org"):
        mail = FOR_GOOD[server](to=to, link="/follow/unsubscribe/" + ours)
        assert "nothing was done" in taker(newsroom).take(mail, NOON)
    assert suppressed(newsroom, JANE) is None


@pytest.mark.parametrize("server", FOR_GOOD)
def test_where_letters_have_no_names_the_address_counts(
    newsroom: Newsroom, jane: Subscriber, server: str
) -> None:
    said = taker(newsroom, "").take(FOR_GOOD[server](who="Jane.Doe@Example.org"), NOON)
    assert said.startswith(f"subscriber {jane.id}: ")
    assert suppressed(newsroom, JANE) is not None
    assert suppressed(newsroom, OTHER) is None


def test_a_link_of_ours_in_the_letter_says_whose_it_was(
    newsroom: Newsroom, jane: Subscriber
) -> None:
    link = "/follow/unsubscribe/" + LinkTokens(newsroom.storage).make(jane, "unsubscribe")
    mail = FOR_GOOD["Exchange"](who="jd@mail.example.org", link=link)
    assert taker(newsroom).take(mail, NOON).startswith(f"subscriber {jane.id}: 5.1.10")


def test_a_name_in_small_letters_is_still_theirs(newsroom: Newsroom, jane: Subscriber) -> None:
    mail = FOR_GOOD["Postfix"](to=name_of(newsroom, jane).lower(), who="jd@mail.example.org")
    assert taker(newsroom).take(mail, NOON).startswith(f"subscriber {jane.id}: 5.1.1")


def test_whoever_confirms_again_is_written_to_again(newsroom: Newsroom, jane: Subscriber) -> None:
    taker(newsroom).take(FOR_GOOD["qmail"](to=name_of(newsroom, jane)), NOON)
    with newsroom.storage.write() as db:
        subscribers.follow(db, jane.id, ALL_IN_ENGLISH, NOON)
    assert suppressed(newsroom, JANE) is None


def test_of_those_who_left_nothing_more_is_kept(newsroom: Newsroom, jane: Subscriber) -> None:
    to = name_of(newsroom, jane)
    with newsroom.storage.write() as db:
        leaving.end(db, jane.id, NOON)
    assert "nothing was done" in taker(newsroom).take(FOR_GOOD["Exim"](to=to), NOON)
    assert suppressed(newsroom, JANE) is None


def test_what_passes_does_not_shorten_what_is_for_good(
    newsroom: Newsroom, jane: Subscriber
) -> None:
    to = name_of(newsroom, jane)
    taker(newsroom).take(FOR_GOOD["Gmail"](to=to), NOON)
    for _ in range(6):
        taker(newsroom).take(FOR_NOW["full"](to=to), NOON)
    found = suppressed(newsroom, JANE)
    assert found is not None
    assert found.reason == "5.1.1"


@pytest.mark.parametrize("kind", EVERY)
def test_no_address_is_written_down_or_said(
    newsroom: Newsroom, jane: Subscriber, kind: str
) -> None:
    mail = EVERY[kind](to=name_of(newsroom, jane))
    said = [taker(newsroom).take(mail, NOON), *journal_of(newsroom)]
    assert not [words for words in said if "jane" in words.lower() or "@" in words]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.sampled_from(sorted(EVERY)), st.integers(0, 2**32), st.integers(1, 40))
def test_a_spoilt_mail_touches_nobody_but_whose_it_is(
    newsroom: Newsroom, kind: str, seed: int, times: int
) -> None:
    jane, other = somebody(newsroom, JANE, NOON), somebody(newsroom, OTHER, NOON)
    random = Random(seed)
    mail = bytearray(EVERY[kind](to=name_of(newsroom, jane)))
    for _ in range(times):
        at = random.randrange(len(mail))
        mail[at : at + random.randrange(4)] = random.randbytes(random.randrange(4))
    said = taker(newsroom, random.choice([PATTERN, ""])).take(bytes(mail), NOON)
    assert f"subscriber {other.id}:" not in said
    assert suppressed(newsroom, OTHER) is None
