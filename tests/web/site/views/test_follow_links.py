"""What the links in mails lead to."""

import json
import logging
from datetime import timedelta
from typing import Any

import pytest

from newsroom.proofs.probes import Probes
from press.telling.subscriber import Following
from press.telling.wishes import Frequency, Wanted, Wishes
from tests.conftest import NOON
from tests.web.reading import Html
from tests.web.samples import AID, PEACE, SECRET
from tests.web.site.test_secrecy import answer_to
from tests.web.site.views.following import ANNA, Desk

PART = b'--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"'
PURPOSES = ("confirm", "manage", "unsubscribe")


def buttons(page: str) -> list[str]:
    html = Html(page)
    return [words for path, words in html.words if path[-1] == "button"]


@pytest.mark.parametrize("is_confirmed", [False, True])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.promise(80)
def test_who_only_looks_changes_nothing(desk: Desk, method: str, is_confirmed: bool) -> None:
    desk.ask()
    if is_confirmed:
        desk.follow()
    links = [desk.link(purpose) for purpose in PURPOSES]
    before = desk.dump()
    for link in (*links, f"{desk.link('manage')}/data.json"):
        for headers in ({}, {"Range": "bytes=0-9"}, {"If-None-Match": "*"}):
            assert desk.client.open(link, method=method, headers=headers).status_code == 200
    assert desk.dump() == before


@pytest.mark.parametrize("purpose", PURPOSES)
@pytest.mark.promise(86)
def test_a_page_of_one_person_is_kept_found_and_told_by_nobody(desk: Desk, purpose: str) -> None:
    desk.ask()
    for answer in (desk.client.get(desk.link(purpose)), desk.client.post(desk.link(purpose))):
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
        assert not set(answer.headers.keys()) & {"ETag", "Set-Cookie", "Content-Encoding"}
        assert answer.headers["Content-Language"] == "fr-BE"


@pytest.mark.promise(80)
def test_one_button_confirms_and_pressing_it_twice_is_no_fault(desk: Desk) -> None:
    desk.ask()
    page = desk.client.get(desk.link("confirm")).text
    assert buttons(page) == ["Oui, envoyez-les-moi"]
    assert "Tous les communiqués" in page
    first, second = (desk.client.post(desk.link("confirm")) for _ in range(2))
    assert (first.status_code, second.status_code) == (200, 200)
    assert first.data == second.data == desk.client.get(desk.link("confirm")).data
    known = desk.known()
    assert known
    assert (known.state, known.wishes) == (Following.FOLLOWS, Wishes(("all",), ("fr", "en")))


def test_what_was_asked_for_after_the_page_was_shown_is_not_confirmed_by_it(desk: Desk) -> None:
    desk.ask(topic=[PEACE])
    page = Html(desk.client.get(desk.link("confirm")).text)
    shown = page.all("input", name="shown")[0]["value"]
    desk.ask(topic=["all"])  # by somebody else, within the hour
    answer = desk.client.post(desk.link("confirm"), data={"shown": shown})
    known = desk.known()
    assert known
    assert known.state is Following.ASKED
    assert buttons(answer.text) == ["Oui, envoyez-les-moi"]
    assert "Tous les communiqués" in answer.text
    shown = Html(answer.text).all("input", name="shown")[0]["value"]
    desk.client.post(desk.link("confirm"), data={"shown": shown})
    known = desk.known()
    assert known
    assert known.wishes.topics == ("all",)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"List-Unsubscribe=One-Click", "application/x-www-form-urlencoded"),
        (
            PART + b"\r\n\r\nOne-Click\r\n--x--",
            "multipart/form-data; boundary=x",
        ),
        (b"", ""),
    ],
)
@pytest.mark.promise(81)
def test_a_mail_program_unsubscribes_without_a_cookie_and_may_do_it_twice(
    desk: Desk, body: bytes, kind: str
) -> None:
    desk.follow()
    link = desk.link("unsubscribe")
    assert buttons(desk.client.get(link).text) == ["Se désinscrire"]
    for _ in range(2):
        assert desk.client.post(link, data=body, content_type=kind).status_code == 200
    known = desk.known()
    assert known
    assert (known.state, known.address) == (Following.ENDED, None)
    assert ANNA not in desk.dump()


def test_who_has_unsubscribed_is_told_so_in_the_language_of_their_browser(desk: Desk) -> None:
    desk.follow()
    links = [desk.link(purpose) for purpose in PURPOSES]
    desk.client.post(desk.link("unsubscribe"))
    for link in links:
        answer = desk.client.get(link, headers={"Accept-Language": "de"})
        assert "Sie sind abgemeldet" in answer.text
        assert buttons(answer.text) == []
        assert "/de/follow/" in answer.text


def test_everything_can_be_changed(desk: Desk) -> None:
    desk.follow()
    said = {"topic": [AID], "language": ["de", "nl"], "when": "daily", "texts": "official"}
    answer = desk.client.post(desk.link("manage"), data=said | {"zone": "Asia/Tokyo"})
    assert answer.status_code == 200
    assert "Ihre Änderungen sind gespeichert" in answer.text
    known = desk.known()
    assert known
    wishes = Wishes((AID,), ("de", "nl"), Frequency.DAILY, Wanted.OFFICIAL, "Asia/Tokyo")
    assert known.wishes == wishes
    html = Html(desk.client.get(desk.link("manage")).text)
    assert [one["value"] for one in html.all("option") if "selected" in one] == ["de", "nl"]
    chosen = [one["value"] for one in html.all("input") if "checked" in one]
    assert chosen == [AID, "daily", "official"]
    assert html.all("input", name="zone", value="Asia/Tokyo")


@pytest.mark.parametrize(
    ("changed", "field"),
    [({"topic": []}, "topic"), ({"language": []}, "language"), ({"zone": "Mars/One"}, "zone")],
)
def test_what_is_wrong_changes_nothing(desk: Desk, changed: dict[str, Any], field: str) -> None:
    desk.follow()
    before = desk.dump()
    said = {"topic": ["all"], "language": ["fr"], "zone": "UTC"}
    answer = desk.client.post(desk.link("manage"), data=said | changed)
    assert answer.status_code == 422
    assert f'href="#{field}"' in answer.text
    assert Html(answer.text).text("title").startswith("Erreur")
    assert desk.dump() == before


def test_a_topic_that_is_not_offered_is_neither_named_nor_lost(desk: Desk) -> None:
    """An officer may have somebody follow a topic of which nothing is public yet."""
    desk.follow()
    with desk.storage.write() as db:
        db.execute("UPDATE subscription SET topic = ?", (SECRET,))
    assert SECRET not in desk.client.get(desk.link("manage")).text
    desk.client.post(desk.link("manage"), data={"topic": [PEACE], "language": ["fr"]})
    known = desk.known()
    assert known
    assert set(known.wishes.topics) == {PEACE, SECRET}


def test_what_somebody_else_asked_for_waits_for_the_button(desk: Desk, clock: Any) -> None:
    desk.follow()
    with desk.storage.write() as db:
        db.execute("UPDATE notice SET ended_at = due_at, outcome = 'sent'")
    clock.now += timedelta(hours=2)
    desk.ask(topic=[PEACE], language=["en"])
    page = desk.client.get(desk.link("manage")).text
    assert "quelqu’un a demandé autre chose" in page
    assert desk.link("confirm") in page
    assert "Peace" in desk.client.get(desk.link("confirm")).text.replace("Paix", "Peace")
    desk.client.post(desk.link("confirm"))
    known = desk.known()
    assert known
    assert known.wishes == Wishes((PEACE,), ("en",))


def test_silence_is_explained(desk: Desk, clock: Any) -> None:
    desk.follow(topic=[PEACE])
    quiet = "Rien n’a été publié ces sept derniers jours"
    assert quiet in desk.client.get(desk.link("manage")).text
    desk.client.post(desk.link("manage"), data={"topic": ["all"], "language": ["fr"]})
    clock.now = NOON + timedelta(minutes=1)  # something comes out
    assert quiet not in desk.client.get(desk.link("manage")).text


def test_all_that_is_kept_can_be_taken_along(desk: Desk) -> None:
    desk.follow()
    link = f"{desk.link('manage')}/data.json"
    assert link in desk.client.get(desk.link("manage")).text
    answer = desk.client.get(link)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="newsroom.json"'
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert json.loads(answer.text)["address"] == ANNA


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_link_that_is_nobodys_is_any_unknown_address(desk: Desk, method: str) -> None:
    desk.follow()
    expected = answer_to(desk.client, "/follow/nowhere/at/all")
    assert expected[0] == 404
    others = [f"/follow/{purpose}/1-{'x' * 27}" for purpose in PURPOSES]
    others += [desk.link("manage").replace("manage", purpose) for purpose in ("confirm", "x")]
    others += [f"{desk.link('confirm')}/", desk.link("confirm")[:-1], "/follow/%ff/1"]
    for address in others:
        answer = desk.client.open(address, method=method)
        assert (answer.status_code, sorted(answer.headers), answer.data) == expected, address


@pytest.mark.promise(86)
def test_links_are_told_to_no_alarm_and_written_in_no_log(
    desk: Desk, probes: Probes, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.DEBUG)
    desk.ask()
    secret = desk.link("confirm").rpartition("/")[2]
    for end in ("", "x"):
        for purpose in PURPOSES:
            desk.client.get(f"/follow/{purpose}/{secret}{end}")
            desk.client.post(f"/follow/{purpose}/{secret}{end}")
    assert probes._misses.empty()

    def fail(*_: object) -> None:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(desk.following, "whose", fail)
    desk.client.application.testing = False
    assert desk.client.get(f"/follow/confirm/{secret}").status_code == 500
    assert "a fault of ours" in caplog.text
    assert secret not in caplog.text


def test_other_methods_are_refused(desk: Desk) -> None:
    desk.follow()
    before = desk.dump()
    for purpose in PURPOSES:
        for method in ("PUT", "DELETE", "PATCH", "OPTIONS"):
            answer = desk.client.open(desk.link(purpose), method=method)
            assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD, POST")
    assert desk.dump() == before
