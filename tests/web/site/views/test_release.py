"""What a reader can do with a release on its page."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from flask.testing import FlaskClient

from press.embargo import parse_when
from press.text import Block, Kind, Origin, Text
from storage import Storage
from storage.filed import releases
from tests.conftest import NOON
from tests.web.samples import AID, PEACE, ZONE, file, release

Read = Callable[[str], Any]
ADDRESS = "https://press.example.org/{}/releases/orchards"
HEADLINES = {"en": "Orchards & fields", "fr": "Vergers & champs", "nl": "Boomgaarden"}
SAID = {"en": "A field is a field.", "fr": "Un champ est un champ.", "nl": "Een veld is een veld."}


def words(code: str, origin: Origin = Origin.AUTHOR) -> Text:
    engine = "argos en-fr 1.9" if origin is Origin.MACHINE else ""
    blocks = (
        Block(Kind.HEADLINE, HEADLINES[code], origin, engine),
        Block(Kind.PARAGRAPH, "Ask press@velmora.example.", origin, engine),
        Block(Kind.QUOTE, f"> {SAID[code]}\n>\n> — Éléonore Vastrade", origin, engine),
        Block(Kind.TABLE, "| A | B |\n| --- | --- |\n| 1 | 2 |", origin, engine),
    )
    return Text(code, blocks, NOON)


@pytest.fixture(autouse=True)
def orchards(storage: Storage) -> None:
    texts = words("en"), words("fr", Origin.MACHINE), words("nl", Origin.EDITOR)
    file(storage, release("orchards", parse_when("2026-03-05 10:32", ZONE), *texts, about=(PEACE,)))


def cards(page: str) -> list[str]:
    return [unescape(one) for one in re.findall(r'class="copy" data-copy="([^"]*)"', page)]


@pytest.mark.promise(165)
@pytest.mark.parametrize(
    ("code", "quotation", "more"),
    [
        ("en", "“A field is a field.”", []),
        ("fr", "«\u00a0Un champ est un champ.\u00a0»", ["Traduction automatique"]),
        ("nl", "“Een veld is een veld.”", []),
    ],
)
def test_a_quotation_is_copied_with_its_speaker_headline_and_address(
    client: FlaskClient, code: str, quotation: str, more: list[str]
) -> None:
    card, link = cards(client.get(f"/{code}/releases/orchards").text)
    address = ADDRESS.format(code)
    said = [quotation, "— Éléonore Vastrade", "", HEADLINES[code], *more, address]
    assert card.split("\n") == said
    assert link == address


@pytest.mark.promise(165)
def test_words_that_stand_in_are_copied_in_their_own_language(client: FlaskClient) -> None:
    card, _ = cards(client.get("/de/releases/orchards").text)
    assert card.startswith("“A field is a field.”\n")
    assert card.endswith(f"\n{ADDRESS.format('en')}")


@pytest.mark.promise(165)
def test_without_a_script_there_is_nothing_to_press(page: Read) -> None:
    buttons = page("/fr/releases/orchards").all("button", **{"class": "copy"})
    assert len(buttons) == 3
    assert all("hidden" in button for button in buttons)


@pytest.mark.promise(168)
def test_addresses_are_links_and_tables_scroll(page: Read) -> None:
    html = page("/fr/releases/orchards")
    assert html.all("a", href="mailto:press@velmora.example")
    (region,) = html.all("div", role="region")
    assert (region["tabindex"], region["aria-label"]) == ("0", "Tableau 1")


def test_its_topics_can_be_followed_by_mail_and_by_feed(page: Read) -> None:
    links = [link["href"] for link in page("/fr/releases/orchards").all("a")]
    own = [link for link in links if link.endswith(".atom")]
    assert own == [f"/fr/{PEACE}.atom", "/fr/all.atom"]
    assert f"/fr/{AID}.atom" not in links


def test_it_can_be_kept_and_its_contacts_too(page: Read, client: FlaskClient) -> None:
    html = page("/nl/releases/orchards")
    for end in (".txt", "/contacts.vcf"):
        (link,) = html.all("a", href=f"/nl/releases/orchards{end}")
        assert client.get(link["href"]).mimetype == link["type"]


@pytest.mark.promise(78)
def test_a_machines_words_say_so_in_short_and_more_where_that_is_wanted(
    client: FlaskClient,
) -> None:
    page = client.get("/fr/releases/orchards").text
    (detail,) = re.findall(r'<details class="origin".*?</details>', page, re.DOTALL)
    short, more = detail.split("</summary>")
    assert '<span class="mark">Traduction automatique</span>' in short
    assert "argos en-fr 1.9" not in short
    assert "Traduction automatique (argos en-fr 1.9, 4 mars 2026)" in more
    assert 'href="/en/releases/orchards"' in more
    assert 'class="origin"' not in client.get("/nl/releases/orchards").text


@pytest.mark.promise(78)
def test_that_its_original_changed_is_never_folded_away(
    client: FlaskClient, storage: Storage
) -> None:
    with storage.write() as db:
        db.execute("UPDATE text SET translates = 'other' WHERE language = 'fr'")
    page = client.get("/fr/releases/orchards").text
    (notice,) = re.findall(r'</details>\s*<div class="notice" role="note">.*?</div>', page, re.S)
    assert "L’original a été modifié le" in notice
    assert 'href="/en/releases/orchards"' in notice


def note(storage: Storage, after: timedelta) -> None:
    with storage.write() as db:
        (number,) = db.execute("SELECT id FROM release WHERE slug = 'orchards'").fetchone()
        releases.note(db, number, "Six fields, not five.", OUT + after)


OUT = parse_when("2026-03-05 10:32", ZONE).instant
LATER = timedelta(days=1, minutes=3)


@pytest.mark.promise(168)
@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "Changed on 6 March 2026, 10:35:"),
        ("fr", "Modifié le 6 mars 2026, 10:35\u00a0:"),
        ("nl", "Gewijzigd op 6 maart 2026, 10:35:"),
        ("de", "Geändert am 6. März 2026, 10:35:"),
    ],
)
def test_a_correction_says_when_it_was_made_on_page_file_and_feed(
    client: FlaskClient, storage: Storage, code: str, said: str
) -> None:
    note(storage, LATER)
    for address in ("/{}/releases/orchards", "/{}/releases/orchards.txt", "/{}/all.atom"):
        answer = client.get(address.format(code)).text
        assert said in unescape(answer)
        assert "Six fields, not five." in answer


@pytest.mark.promise(168)
def test_of_a_correction_before_it_was_out_no_moment_is_told(
    client: FlaskClient, storage: Storage
) -> None:
    note(storage, -timedelta(hours=1))
    page = client.get("/en/releases/orchards").text
    assert "This release has been changed:" in page
    assert "Changed on" not in page


@pytest.mark.parametrize("code", ["en", "fr", "nl", "de"])
def test_its_page_is_light(client: FlaskClient, code: str) -> None:
    page = client.get(f"/{code}/releases/demining").data
    parts = [client.get(f"/static/{name}").data for name in ("style.css", "copy.js")]
    assert sum(map(len, [page, *parts])) < 60_000
