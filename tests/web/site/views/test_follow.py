"""The form on which people say what they want to follow by mail."""

from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from press.telling.subscriber import Following
from press.telling.wishes import Frequency, Wanted, Wishes
from storage import topics
from storage.instants import to_ms
from tests.conftest import NOON
from tests.web.reading import Html
from tests.web.samples import AID, PEACE, SECRET
from tests.web.site.views.following import ANNA, Desk
from web.site.asker import MOST_BYTES

LANGUAGES = ("en", "fr", "nl", "de")


def fields(html: Html) -> list[dict[str, str]]:
    return [*html.all("input"), *html.all("select")]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_field_has_a_label_and_every_group_a_name(desk: Desk, code: str) -> None:
    answer = desk.client.get(f"/{code}/follow/")
    html = Html(answer.text)
    assert answer.headers["Content-Language"].startswith(code)
    named = {label["for"] for label in html.all("label") if "for" in label}
    alone = [f for f in fields(html) if f.get("type") not in ("checkbox", "radio", "hidden")]
    assert {field["id"] for field in alone} == named
    inside = [path for path, _ in html.words if path[-1:] == ("label",) or "label" in path]
    assert len(inside) >= len(fields(html)) - len(alone)
    assert len(html.all("fieldset")) == sum(path[-1] == "legend" for path, _ in html.words)
    assert "script" not in {tag for tag, _ in html.elements}


def test_only_topics_that_the_public_may_know_are_offered(desk: Desk) -> None:
    html = Html(desk.client.get("/en/follow/").text)
    offered = [box["value"] for box in html.all("input", name="topic")]
    assert offered == ["all", AID, PEACE]
    assert SECRET not in desk.client.get(f"/en/follow/?topic={SECRET}").text


def test_the_topic_of_the_address_is_chosen_and_so_is_the_language_of_the_page(desk: Desk) -> None:
    html = Html(desk.client.get(f"/fr/follow/?topic={PEACE}&topic=nowhere").text)
    chosen = [box["value"] for box in html.all("input", name="topic") if "checked" in box]
    assert chosen == [PEACE]
    assert [one["value"] for one in html.all("option") if "selected" in one] == ["fr"]


@pytest.mark.promise(54)
def test_a_renamed_topic_is_chosen_by_its_former_name_and_a_secret_one_is_not(desk: Desk) -> None:
    with desk.storage.write() as db:
        topics.rename(db, PEACE, "peace", NOON)
        topics.rename(db, SECRET, "secret-meetings", NOON)
    said = desk.client.get(f"/fr/follow/?topic={PEACE}&topic={SECRET}").text
    chosen = [box["value"] for box in Html(said).all("input", name="topic") if "checked" in box]
    assert chosen == ["peace"]
    assert "secret" not in said


def test_lists_and_releases_lead_to_the_form_with_their_topics_chosen(desk: Desk) -> None:
    def forms(address: str) -> set[str]:
        links = [link["href"] for link in Html(desk.client.get(address).text).all("a")]
        return {link for link in links if "/follow/" in link}

    assert forms("/en/") == {"/en/follow/", "/en/follow/?topic=all"}
    assert f"/fr/follow/?topic={PEACE}" in forms(f"/fr/{PEACE}/")
    of_release = {link for link in forms("/en/releases/demining") if "?" in link}
    assert of_release == {f"/en/follow/?topic={slug}" for slug in (PEACE, AID)}
    for link in of_release:
        html = Html(desk.client.get(link).text)
        chosen = [box["value"] for box in html.all("input", name="topic") if "checked" in box]
        assert chosen == [link.rpartition("=")[2]]


def test_the_form_may_be_kept_until_the_minute_and_its_answers_by_nobody(desk: Desk) -> None:
    form = desk.client.get("/en/follow/")
    assert form.headers["Cache-Control"].startswith("public, max-age=")
    assert form.headers["ETag"]
    for answer in (desk.ask(), desk.ask(email="")):
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert "noindex" in answer.headers["X-Robots-Tag"]
        assert "form-action 'self'" in answer.headers["Content-Security-Policy"]
        assert "Set-Cookie" not in answer.headers


def test_everything_that_was_filled_in_is_asked_for_in_that_order(desk: Desk) -> None:
    order = ["nl", "", "fr", "nl"]
    said = {"topic": [PEACE, AID], "language": order, "when": "weekly", "texts": "again"}
    assert desk.ask(**said).status_code == 200
    anna = desk.known()
    assert anna
    expected = Wishes((PEACE, AID), ("nl", "fr"), Frequency.WEEKLY, Wanted.AGAIN)
    assert (anna.address, anna.wanted, anna.state) == (ANNA, expected, Following.ASKED)


def test_what_is_not_said_is_at_once_with_whatever_words_there_are(desk: Desk) -> None:
    desk.ask()
    anna = desk.known()
    assert anna
    assert anna.wanted == Wishes(("all",), ("fr", "en"))


def suppress(desk: Desk, address: str) -> None:
    digest = desk.following.tokens.hash_of(address)
    with desk.storage.write() as db:
        until = to_ms(NOON + timedelta(days=1))
        db.execute("INSERT INTO suppression VALUES (?, 'x', ?)", (digest, until))


def told(answer: Any) -> tuple[int, list[Any], bytes]:
    return answer.status_code, list(answer.headers), answer.data


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.promise(82)
def test_nobody_can_tell_who_follows(desk: Desk, code: str) -> None:
    desk.follow()
    suppress(desk, "gone@daily.example")
    usual = told(desk.ask(code, email="unknown@daily.example"))
    assert usual[0] == 200
    for address in (ANNA, ANNA.upper(), "gone@daily.example", "unknown@daily.example"):
        assert told(desk.ask(code, email=address)) == usual
    assert told(desk.ask(code, website="https://spam.example")) == usual
    for n in range(30):  # more than are taken from one network
        assert told(desk.ask(code, email=f"flood{n}@daily.example")) == usual


def test_a_program_that_fills_in_what_people_do_not_see_has_nothing_done(desk: Desk) -> None:
    before = desk.dump()
    assert desk.ask(website="https://spam.example").status_code == 200
    assert desk.dump() == before


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"email": "anna"}, "email"),
        ({"email": ""}, "email"),
        ({"topic": []}, "topic"),
        ({"topic": [SECRET]}, "topic"),
        ({"language": ["", "xx"]}, "language"),
        ({"when": "hourly"}, "when"),
        ({"texts": "none"}, "texts"),
    ],
)
def test_what_is_wrong_is_said_at_the_top_and_at_its_field_and_nothing_is_lost(
    desk: Desk, changed: dict[str, Any], field: str
) -> None:
    before = desk.dump()
    answer = desk.ask("nl", **changed)
    html = Html(answer.text)
    assert answer.status_code == 422
    assert html.text("title").startswith("Fout: ")
    assert html.all("div", role="alert")
    assert [a["href"] for a in html.all("a") if a["href"].startswith("#")][1:] == [f"#{field}"]
    assert any(one.get("id") == field for one in fields(html))
    described = [one for _, one in html.elements if f"{field}-mistake" in one.get("id", "")]
    pointing = [
        one for _, one in html.elements if f"{field}-mistake" in one.get("aria-describedby", "")
    ]
    assert len(described) == len(pointing) == 1
    if field != "email":
        assert html.all("input", name="email", value=ANNA)
    if field != "language":
        chosen = [one["value"] for one in html.all("option") if "selected" in one]
        assert chosen == ["fr", "en"]
    assert desk.dump() == before


def test_a_secret_topic_is_answered_as_one_that_does_not_exist(desk: Desk) -> None:
    for chosen in ([SECRET], [SECRET, PEACE]):
        unknown = ["nowhere" if slug == SECRET else slug for slug in chosen]
        assert told(desk.ask(topic=chosen)) == told(desk.ask(topic=unknown))


def test_words_that_were_typed_come_back_as_words(desk: Desk) -> None:
    assert "<script>" not in desk.ask(email='"><script>alert(1)</script>').text


def test_more_than_a_form_could_hold_is_refused(desk: Desk) -> None:
    assert desk.ask(email="a" * MOST_BYTES).status_code == 413
    assert desk.known() is None


def test_where_nobody_can_follow_there_is_no_such_page_and_no_way_to_it(
    client: FlaskClient,
) -> None:
    assert client.get("/en/follow/").status_code == 404
    assert client.post("/en/follow/", data={"email": ANNA}).status_code == 404
    assert client.get("/follow/confirm/1-x").status_code == 404
    for page in ("/en/", "/en/releases/demining", "/feeds/"):
        assert "/follow/" not in client.get(page).text


def test_a_language_there_is_not_has_no_form(desk: Desk) -> None:
    assert desk.client.get("/xx/follow/").status_code == 404
    assert desk.client.post("/xx/follow/").status_code == 404


@pytest.mark.promise(110)
def test_what_was_filled_in_is_sent_again_to_the_right_spelling(desk: Desk) -> None:
    answer = desk.client.post("/fr/follow", data={"email": ANNA})
    assert (answer.status_code, answer.headers["Location"]) == (308, "/fr/follow/")
    answer = desk.client.get("/fr/follow")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/fr/follow/")
    assert desk.client.post("/xx/follow").status_code == 404
