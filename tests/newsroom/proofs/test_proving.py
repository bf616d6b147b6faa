"""A proof finds what leaks, says what it asked, and cannot be changed afterwards."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from newsroom.commands import Door
from newsroom.commands.running.proving import prove
from newsroom.proofs.asking import Unreachable
from newsroom.proofs.notary import Notary
from newsroom.proofs.proof import Proof, says
from newsroom.proofs.proving import Prover
from newsroom.proofs.seal import verify
from newsroom.proofs.traces import Trace, beginning, found_in
from newsroom.tasks.due import proof_key
from newsroom.wiring import Newsroom
from press.embargo import Embargo
from press.errors import NotAllowedNow
from press.releases.release import Filing, Release
from press.text import Block, Kind
from storage import tasks
from tests.conftest import NOON
from tests.newsroom.filing.test_filing import DAY, MINUTE, at, file
from tests.newsroom.proofs.served import Application, Clock, leaking, opened, served

pytestmark = pytest.mark.waits

HEADLINE = "Six river states share their flood warnings"
FIRST = "Warnings will cross *borders* within [ten minutes](https://press.example/ten), they “say”."
T = NOON + 5 * MINUTE


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    """In two languages: half as many addresses to ask as in all."""
    with opened(tmp_path / "home", LANGUAGES="en,fr-BE") as one:
        yield one


@pytest.fixture
def whole(tmp_path: Path) -> Iterator[Newsroom]:
    """In all languages."""
    with opened(tmp_path / "home") as one:
        yield one


@pytest.fixture
def clock() -> Clock:
    return Clock()


def embargoed(newsroom: Newsroom, embargo: Embargo | None = None) -> Release:
    blocks = (Block(Kind.HEADLINE, HEADLINE), Block(Kind.PARAGRAPH, FIRST))
    filing = Filing(blocks, embargo=embargo or at(T), topics=("rivers",))
    return newsroom.releases.get(file(newsroom, filing))[0]


def prover(newsroom: Newsroom, clock: Clock) -> Prover:
    return Prover(newsroom.storage, newsroom.settings, clock)


def journal(newsroom: Newsroom, number: int, verb: str) -> list[str]:
    return [line.note for line in newsroom.releases.get(number)[1] if line.verb == verb]


def test_before_its_minute_nothing_shows_and_the_record_says_what_was_asked(
    whole: Newsroom, clock: Clock
) -> None:
    release = embargoed(whole)
    with served(whole, clock):
        proof = prover(whole, clock).prove(release.id)
    assert proof.holds
    assert proof.verdict == f"no trace on {proof.record['surfaces']} surfaces"
    assert proof.record["complete"]
    assert proof.record["faults"] == []
    asked = {(a["method"], a["path"], "if_none_match" in a) for a in proof.record["answers"]}
    paths = "/fr/all.atom", "/nl/rivers.json", "/feeds/", "/fr/feeds/", "/sitemaps/pages.xml"
    for path in (*paths, f"/de/releases/{release.slug}"):
        assert {("GET", path, False), ("HEAD", path, False), ("GET", path, True)} <= asked
    assert f"slug: {release.slug}" in proof.record["looked_for"]


@pytest.mark.parametrize(
    "leak",
    [
        "{slug}",
        "{key}",
        "SIX RIVER   STATES <b>share</b> their flood&nbsp;warnings",
        "Warnings will cross <em>borders</em> within <a href='/'>ten minutes</a>, they &#8220;say",
        '<a href="/en/rivers/">',
    ],
)
def test_a_trace_on_any_surface_is_found(newsroom: Newsroom, clock: Clock, leak: str) -> None:
    release = embargoed(newsroom)
    words = leak.format(slug=release.slug, key=release.tag.rpartition(":")[2])
    with served(newsroom, clock, leaking(words.encode(), "/feeds/")):
        proof = prover(newsroom, clock).prove(release.id)
    assert not proof.holds
    assert proof.verdict.startswith("TRACE FOUND at GET /feeds/: ")
    assert journal(newsroom, release.id, "proved")[0].startswith("ALARM: asked for: TRACE FOUND")


@pytest.mark.parametrize(("words", "status"), [(b"", "403 FORBIDDEN"), (b"soon", "")])
def test_an_address_that_answers_otherwise_than_an_unknown_one_is_a_trace(
    newsroom: Newsroom, clock: Clock, words: bytes, status: str
) -> None:
    release = embargoed(newsroom)
    secret = f"/fr/releases/{release.slug}"
    with served(newsroom, clock, leaking(words, secret, status)):
        proof = prover(newsroom, clock).prove(release.id)
    assert proof.verdict.startswith(f"TRACE FOUND at GET {secret}: answers")


def test_an_address_that_is_a_secret_betrays_itself_to_no_other_kind_of_question(
    newsroom: Newsroom, clock: Clock
) -> None:
    release = embargoed(newsroom)
    secret = f"/fr/releases/{release.slug}"

    def careless(app: Application) -> Application:
        def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
            if environ["PATH_INFO"] == secret and "HTTP_IF_NONE_MATCH" in environ:
                start("304 NOT MODIFIED", [])
                return []
            return app(environ, start)

        return answer

    with served(newsroom, clock, careless):
        proof = prover(newsroom, clock).prove(release.id)
    assert proof.verdict.startswith(f"TRACE FOUND at GET {secret} with If-None-Match")


def test_what_an_officer_lets_out_meanwhile_is_no_leak(newsroom: Newsroom, clock: Clock) -> None:
    release = embargoed(newsroom)

    def busy(app: Application) -> Application:
        def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
            if environ["PATH_INFO"] == "/en/" and environ["REQUEST_METHOD"] == "HEAD":
                newsroom.life.schedule(release.id, at(NOON), "me", NOON)
            return app(environ, start)

        return answer

    with served(newsroom, clock, busy), pytest.raises(NotAllowedNow, match="ask again"):
        prover(newsroom, clock).prove(release.id)
    assert journal(newsroom, release.id, "proved") == []


def test_a_clock_that_stops_gives_its_proof_back(newsroom: Newsroom, clock: Clock) -> None:
    release = embargoed(newsroom)
    clock.now = T - MINUTE
    notary = Notary(newsroom.storage, newsroom.settings, clock)
    with served(newsroom, clock):
        assert notary.look() == 1
        notary.stop()
        assert journal(newsroom, release.id, "proved") == []
        by_the_clock(newsroom, clock)
    assert len(journal(newsroom, release.id, "proved")) == 1


def test_what_is_public_anyway_is_no_trace(newsroom: Newsroom, clock: Clock) -> None:
    blocks = (Block(Kind.HEADLINE, HEADLINE), Block(Kind.PARAGRAPH, FIRST), Block(Kind.RULE, "---"))
    file(newsroom, Filing(blocks, embargo=at(NOON - DAY), topics=("rivers",)))
    release = embargoed(newsroom)
    with served(newsroom, clock):
        assert prover(newsroom, clock).prove(release.id).holds


def test_an_answer_that_repeats_the_question_gives_nothing_away() -> None:
    slug = Trace("slug", "", "flood-1234")
    assert found_in("<p>/en/releases/flood-1234?</p>", "/en/releases/flood-1234", [slug]) == []
    assert found_in("<p>/fr/releases/flood-1234</p>", "/en/releases/flood-1234", [slug]) != []


def test_words_are_found_however_a_format_wraps_them() -> None:
    trace = Trace("paragraph", "fr", beginning("1. L’*État* a _décidé_ hier : « c’est fini »"))
    for text in (
        "<p>L’<em>État</em> a <em>décidé</em> hier : « c’est fini »",
        "&lt;p&gt;L&amp;#8217;&lt;em&gt;&amp;Eacute;tat&lt;/em&gt; a décidé hier «&nbsp;c’est fini",
        '{"content_text":"L\\u2019\\u00c9tat a d\\u00e9cid\\u00e9\\nhier : « c’est\\tfini »"}',
    ):
        assert found_in(text, "/", [trace]) == [str(trace)]
    assert found_in("L’État a décidé demain", "/", [trace]) == []


def test_a_server_that_does_not_answer_is_refused_and_nothing_recorded(
    newsroom: Newsroom, clock: Clock
) -> None:
    release = embargoed(newsroom)
    with pytest.raises(Unreachable, match="does not answer"):
        prover(newsroom, clock).prove(release.id)
    assert prover(newsroom, clock).proofs(release.id) == []


def test_questions_that_come_too_late_make_a_record_incomplete(
    newsroom: Newsroom, clock: Clock
) -> None:
    release = embargoed(newsroom)
    clock.now = T - timedelta(milliseconds=200)  # it runs on as it is read
    with served(newsroom, clock):
        proof = prover(newsroom, clock).prove(release.id)
    assert proof.holds
    assert not proof.record["complete"]
    assert "incomplete" in proof.verdict
    assert all(answer["traces"] == [] for answer in proof.record["answers"])


def test_a_release_that_was_withdrawn_is_not_proved(newsroom: Newsroom, clock: Clock) -> None:
    release = embargoed(newsroom)
    newsroom.life.withdraw(release.id, "An error.", "me", NOON)
    with pytest.raises(NotAllowedNow):
        prover(newsroom, clock).prove(release.id)


def test_from_its_minute_on_the_first_moment_of_every_surface_is_recorded(
    whole: Newsroom, clock: Clock
) -> None:
    release = embargoed(whole)
    clock.now = T
    with served(whole, clock):
        proof = prover(whole, clock).prove(release.id, "T")
        clock.now = T + DAY
        later = prover(whole, clock).prove(release.id)
    moments = {e["path"]: e["first_after_ms"] for e in proof.record["surfaces"]}
    assert len(moments) == 4 * (2 * 3 + 1 + 1 + 1)
    assert all(moment > 0 for moment in moments.values())
    assert proof.verdict.startswith(f"shown on all {len(moments)} surfaces")
    assert {e["path"]: e["first_after_ms"] for e in later.record["surfaces"]} == moments
    assert "show it now; 36 first moments were recorded then" in later.verdict


def test_who_looks_long_after_says_that_nobody_watched(newsroom: Newsroom, clock: Clock) -> None:
    release = embargoed(newsroom)
    clock.now = T + DAY
    with served(newsroom, clock):
        proof = prover(newsroom, clock).prove(release.id)
    assert proof.verdict == "18 of 18 surfaces show it now; nobody watched then"
    assert {e["first_after_ms"] for e in proof.record["surfaces"]} == {None}


def test_a_surface_that_never_shows_it_is_named(newsroom: Newsroom, clock: Clock) -> None:
    release = embargoed(newsroom)
    hidden = f"/fr/releases/{release.slug}"
    clock.now = T + timedelta(seconds=1)

    def jumping() -> object:
        clock.now += timedelta(milliseconds=300)
        return clock()

    with served(newsroom, clock, leaking(b"", hidden, "500 INTERNAL SERVER ERROR")):
        asking = Prover(newsroom.storage, newsroom.settings, jumping)  # type: ignore[arg-type]
        proof = asking.prove(release.id, "T")
    assert proof.verdict == f"NOT SHOWN on {hidden}"
    assert not proof.holds


def by_the_clock(newsroom: Newsroom, clock: Clock) -> None:
    """Let the clock's notary make what is due, and wait for it."""
    notary = Notary(newsroom.storage, newsroom.settings, clock)
    notary.look()
    for future in notary.under_way:
        future.result()
    notary.threads.shutdown()


def notes(newsroom: Newsroom) -> dict[str, tuple[bool, str]]:
    """Per occasion whether its task is finished, and how it went."""
    with newsroom.storage.read() as db:
        rows = db.execute("SELECT key, finished_at, note FROM task WHERE kind = 'prove'").fetchall()
    return {key.rpartition(":")[2]: (done is not None, note) for key, done, note in rows}


def test_only_the_moments_ahead_are_planned(newsroom: Newsroom) -> None:
    embargoed(newsroom, at(NOON + 3 * MINUTE))
    assert notes(newsroom).keys() == {"T-1", "T"}


def test_the_clock_proves_before_the_minute_and_at_it(newsroom: Newsroom, clock: Clock) -> None:
    release = embargoed(newsroom, at(NOON + DAY))
    with served(newsroom, clock):
        for ahead in (60, 5, 1, 0):
            clock.now = NOON + DAY - ahead * MINUTE
            by_the_clock(newsroom, clock)
    kept = prover(newsroom, clock).proofs(release.id)
    records = [verify(one.record) for one in kept]
    assert [r["occasion"] for r in records] == ["T-60", "T-5", "T-1", "T"]
    assert [r["phase"] for r in records] == ["before", "before", "before", "after"]
    assert all(done for done, _ in notes(newsroom).values())


def test_the_proof_of_a_release_that_moved_is_a_quiet_success(
    newsroom: Newsroom, clock: Clock
) -> None:
    release = embargoed(newsroom)
    newsroom.life.schedule(release.id, at(NOON + 2 * DAY), "me", NOON)
    clock.now = T
    by_the_clock(newsroom, clock)  # nothing is served: nothing is asked
    assert prover(newsroom, clock).proofs(release.id) == []
    with newsroom.storage.read() as db:
        assert tasks.failed(db) == []
        old = proof_key(release.id, at(T), "T")
        (note,) = db.execute("SELECT note FROM task WHERE key = ?", (old,)).fetchone()
    assert note == "the release had moved"


def test_an_unreachable_server_fails_the_proof_visibly_and_not_the_release(
    newsroom: Newsroom, clock: Clock
) -> None:
    release = embargoed(newsroom)
    clock.now = T - MINUTE
    by_the_clock(newsroom, clock)
    done, note = notes(newsroom)["T-1"]
    assert not done
    assert "does not answer" in note
    newsroom.work.do_due(lambda: T)
    assert len(journal(newsroom, release.id, "came out")) == 1
    clock.now = T
    by_the_clock(newsroom, clock)
    assert notes(newsroom)["T-1"] == (True, "too late: its minute has come")
    assert "was not made" in journal(newsroom, release.id, "could not prove")[0]


def test_a_held_release_is_not_watched_at_its_minute(newsroom: Newsroom, clock: Clock) -> None:
    release = embargoed(newsroom, at(NOON + MINUTE))
    newsroom.life.hold(release.id, "me", NOON)
    clock.now = NOON + MINUTE
    by_the_clock(newsroom, clock)
    assert notes(newsroom) == {"T": (True, "the release is held")}


def test_what_a_record_proves_is_said_in_a_line(newsroom: Newsroom, clock: Clock) -> None:
    release = embargoed(newsroom)
    with served(newsroom, clock):
        proof: Proof = prover(newsroom, clock).prove(release.id)
    line = says(json.loads(proof.text))
    assert HEADLINE in line
    assert "embargo 2026-08-25 12:05:00.000 UTC" in line
    assert "\n" not in line


def typed(newsroom: Newsroom, *words: str) -> Result:
    """Type `newsroom prove …` in this newsroom."""
    settings = newsroom.settings
    environment = {"NEWSROOM_HOME": str(settings.home), "NEWSROOM_MODELS": ""}
    door = Door(environment | {"NEWSROOM_BASE_URL": settings.site.base_url})
    return CliRunner().invoke(prove, words, obj=door)


def test_a_trace_is_an_alarm_for_whoever_typed_the_command(
    newsroom: Newsroom, clock: Clock, tmp_path: Path
) -> None:
    release = embargoed(newsroom, at(datetime.now(UTC) + DAY))
    record = tmp_path / "proof.json"
    with served(newsroom, clock, leaking(release.slug.encode(), "/feeds/")):
        answer = typed(newsroom, str(release.id), "--out", str(record))
    assert answer.exit_code == 1
    assert "TRACE FOUND at GET /feeds/" in answer.output
    checked = typed(newsroom, "--verify", str(record))
    assert checked.exit_code == 0
    assert "TRACE FOUND" in checked.output
    assert "TRACE FOUND" in typed(newsroom, str(release.id), "--list").output


def test_the_server_behind_a_proxy_can_be_asked(tmp_path: Path, clock: Clock) -> None:
    with opened(tmp_path / "home") as one:
        address = one.settings.site.base_url
        release = embargoed(one, at(datetime.now(UTC) + DAY))
        one.storage.close()
        with (
            opened(tmp_path / "home", BASE_URL="https://press.example.org") as behind,
            served(one, clock),
        ):
            answer = typed(behind, str(release.id), "--at-address", address, "--json")
    assert answer.exit_code == 0
    assert json.loads(answer.output)["asked_at"] == address


@pytest.mark.parametrize(
    ("words", "code"),
    [((), 2), (("99",), 1), (("--verify", "none.json"), 1), (("99", "--list"), 1)],
)
def test_what_cannot_be_proved_is_refused(
    newsroom: Newsroom, words: tuple[str, ...], code: int
) -> None:
    assert typed(newsroom, *words).exit_code == code
