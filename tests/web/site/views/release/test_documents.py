"""What there is of a release beside its page is answered exactly when that is."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from storage import Storage
from storage.filed import releases
from tests.conftest import NOON

ENDS = [".txt", "/contacts.vcf"]


@pytest.mark.promise(167)
def test_a_release_can_be_saved_as_a_text_file(client: FlaskClient) -> None:
    answer = client.get("/fr/releases/demining.txt")
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="demining-fr.txt"'
    assert answer.headers["Content-Language"] == "fr-BE"
    assert "Velmora déblaie les derniers champs de mines de la vallée du Sarrel" in answer.text
    assert "\nhttps://press.example.org/fr/releases/demining\n" in answer.text


@pytest.mark.promise(166)
def test_whom_to_call_can_be_saved_into_an_address_book(client: FlaskClient) -> None:
    answer = client.get("/en/releases/demining/contacts.vcf")
    assert answer.headers["Content-Type"] == "text/vcard; charset=utf-8"
    disposition = answer.headers["Content-Disposition"]
    assert disposition == 'attachment; filename="demining-contacts.vcf"'
    assert answer.text.count("BEGIN:VCARD\r\nVERSION:3.0\r\n") == 2
    assert "TEL;TYPE=WORK,VOICE:+99925550112\r\n" in answer.text


@pytest.mark.promise(169)
def test_search_engines_are_led_to_the_page(client: FlaskClient) -> None:
    link = client.get("/fr/releases/demining.txt").headers["Link"]
    assert link == '<https://press.example.org/fr/releases/demining>; rel="canonical"'
    assert client.get("/en/releases/demining/contacts.vcf").headers["X-Robots-Tag"] == "noindex"
    assert ".txt<" not in client.get("/sitemaps/2026-03.xml").text


@pytest.mark.promise(169)
def test_words_that_stand_in_are_found_where_they_are_at_home(client: FlaskClient) -> None:
    page = client.get("/de/releases/demining").text
    link = client.get("/de/releases/demining.txt").headers["Link"]
    assert link.removeprefix("<").partition(">")[0] in page
    assert link.startswith("<https://press.example.org/en/")


@pytest.mark.promise(169)
@pytest.mark.parametrize("end", ENDS)
def test_of_a_release_that_was_taken_back_they_say_what_its_page_says(
    client: FlaskClient, storage: Storage, end: str
) -> None:
    with storage.write() as db:
        (number,) = db.execute("SELECT id FROM release WHERE slug = 'demining'").fetchone()
        releases.withdraw(db, number, "A number was wrong.", NOON - timedelta(hours=1))
    page, beside = (client.get(f"/fr/releases/demining{tail}") for tail in ("", end))
    assert page.status_code == beside.status_code == 410
    assert beside.data == page.data
    assert sorted(beside.headers) == sorted(page.headers)


def test_where_nobody_is_named_there_are_no_cards(client: FlaskClient, storage: Storage) -> None:
    with storage.write() as db:
        db.execute("UPDATE release SET contacts = '[]'")
    assert client.get("/en/releases/demining/contacts.vcf").status_code == 404
    assert "contacts.vcf" not in client.get("/en/releases/demining").text


@pytest.mark.parametrize("end", ENDS)
def test_what_is_held_already_is_not_sent_again(client: FlaskClient, end: str) -> None:
    tag = client.get(f"/en/releases/demining{end}").headers["ETag"]
    again = client.get(f"/en/releases/demining{end}", headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    assert client.get("/fr/releases/demining.txt").headers["ETag"] != tag
