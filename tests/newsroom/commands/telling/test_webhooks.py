"""What is typed about webhooks."""

import re
from datetime import datetime, timedelta

import pytest
from standardwebhooks import Webhook as Reader

from tests.delivery.receivers import say, serving
from tests.newsroom.commands.office import Office

ADDRESS = "http://127.0.0.1:9/in"
SECRET = re.compile(r"whsec_[A-Za-z0-9+/=]+")


@pytest.fixture
def open_office(office: Office) -> Office:
    """An office that may tell programs on its own machine."""
    office.settings["PRIVATE_CALLBACKS"] = "on"
    return office


def test_a_secret_is_shown_when_it_is_made_and_never_again(open_office: Office) -> None:
    said = open_office.done("webhooks", "add", ADDRESS, "--language", "fr")
    (secret,) = SECRET.findall(said)
    assert said.startswith("webhook 1: every topic; fr;")
    assert open_office.done("webhooks") == f"1: {ADDRESS} (every topic; fr)\n"
    assert secret not in str(open_office.told("webhooks"))
    (new,) = SECRET.findall(open_office.done("webhooks", "rotate", "1"))
    assert new != secret


def test_a_program_can_read_them(open_office: Office) -> None:
    open_office.done("topics", "add", "aid", "--title", "en=Aid")
    open_office.done("webhooks", "add", ADDRESS, "--topic", "aid")
    (one,) = open_office.told("webhooks")
    assert datetime.fromisoformat(one.pop("added_at")).utcoffset() == timedelta()
    assert one == {
        "id": 1,
        "address": ADDRESS,
        "topics": ["aid"],
        "languages": [],
        "failing_since": None,
        "disabled_at": None,
    }


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("add", "http://10.0.0.1/"), "not an address on the public internet"),
        (("add", "ftp://press.example/"), "begins neither with https:// nor"),
        (("add", "https://a:b@press.example/"), "user's name"),
        (("remove", "1"), "there is no webhook 1"),
        (("replay", "1"), "there is no webhook 1"),
        (("test", "1"), "there is no webhook 1"),
    ],
)
def test_what_cannot_be_done_is_refused_with_its_reason(
    office: Office, words: tuple[str, ...], why: str
) -> None:
    assert why in office.refused("webhooks", *words)


@pytest.mark.parametrize("address", [ADDRESS, "http://localhost/", "http://[::1]/"])
def test_nobody_is_told_on_our_own_machine_unless_somebody_says_so(
    office: Office, address: str
) -> None:
    assert "not an address on the public internet" in office.refused("webhooks", "add", address)
    assert "there are no webhooks" in office.done("webhooks")


def test_one_is_removed_by_its_number(open_office: Office) -> None:
    open_office.done("webhooks", "add", ADDRESS)
    assert open_office.done("webhooks", "remove", "1") == "webhook 1: removed\n"
    assert open_office.told("webhooks") == []


def test_sending_again_says_how_much(open_office: Office) -> None:
    open_office.done("webhooks", "add", ADDRESS)
    said = open_office.done("webhooks", "replay", "1", "--failed")
    assert said == "webhook 1: 0 messages will be sent again\n"


def test_of_no_such_release_nothing_is_sent_again(open_office: Office) -> None:
    open_office.done("webhooks", "add", ADDRESS)
    assert "no release 99" in open_office.refused("webhooks", "replay", "1", "--release", "99")


def test_a_test_says_what_is_answered(open_office: Office) -> None:
    with serving(say(202)) as server:
        (secret,) = SECRET.findall(open_office.done("webhooks", "add", server.address))
        assert open_office.done("webhooks", "test", "1") == "webhook 1: it answered 202\n"
        server.answer = say(410)
        said = open_office.done("webhooks", "test", "1")
        assert said == "webhook 1: it answered 410, which ends it: removed\n"
    (_, headers, body), _ = server.asked
    assert Reader(secret).verify(body, headers)["type"] == "newsroom.test"
