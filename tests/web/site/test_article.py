"""What a release's page tells search engines."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient
from hypothesis import example, given
from hypothesis import strategies as st

from press.text import Block, Kind, Text
from storage import Storage
from storage.filed import releases
from tests.conftest import NOON
from tests.feeds.parts.test_attached import sized
from tests.feeds.samples import FILES, NOTE, SITE, entry, text
from tests.web.reading import Html
from web.site.article import MACHINE, article

Read = Callable[[str], Any]
BASE = "https://press.example.org"
ATOM = "{http://www.w3.org/2005/Atom}"
FRENCH = SITE.languages.named("fr")
PAGE = f"{BASE}/fr/releases/demining"


def said(html: Any) -> dict[str, Any]:
    (words,) = (words for path, words in html.words if path[-1] == "script")
    found: dict[str, Any] = json.loads(words)
    return found


def of(one: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(article(one, FRENCH, SITE, "/static/icon.svg?v=1", PAGE))
    return found


@pytest.mark.promise(70)
@pytest.mark.parametrize("code", ["en", "fr", "nl", "de"])
def test_it_says_to_the_second_what_the_feeds_say(
    client: FlaskClient, page: Read, code: str
) -> None:
    atom = {
        e.findtext(f"{ATOM}id"): e
        for e in ET.fromstring(client.get(f"/{code}/all.atom").data).iter(f"{ATOM}entry")
    }
    items = json.loads(client.get(f"/{code}/all.json").data)["items"]
    assert len(items) == len(atom) == 28
    for item in items:
        found, xml = said(page(item["url"].removeprefix(BASE))), atom[item["id"]]
        assert found["identifier"] == item["id"]
        assert found["headline"] == item["title"] == xml.findtext(f"{ATOM}title")
        assert found["datePublished"] == item["date_published"]
        assert found["datePublished"] == xml.findtext(f"{ATOM}published")
        assert found["dateModified"] == item["date_modified"] == xml.findtext(f"{ATOM}updated")
        assert found["inLanguage"] == item["language"]
        assert [one["name"] for one in found["author"]] == [a["name"] for a in item["authors"]]


@pytest.mark.promise(70)
def test_a_correction_moves_its_date_in_page_and_feed_alike(
    client: FlaskClient, page: Read, storage: Storage
) -> None:
    with storage.write() as db:
        number = next(one.id for one in releases.every(db) if one.slug == "demining")
        releases.note(db, number, "Six, not five.", NOON)
    found = said(page("/nl/releases/demining"))
    item = json.loads(client.get("/nl/all.json").data)["items"][0]
    assert found["dateModified"] == item["date_modified"] == "2026-08-25T14:00:00+02:00"
    assert found["datePublished"] == "2026-03-05T10:32:00+01:00"
    assert found["correction"] == {"@type": "CorrectionComment", "text": "Six, not five."}


@pytest.mark.promise(70)
def test_it_names_the_page_and_who_publishes(page: Read) -> None:
    found = said(page("/fr/releases/demining"))
    assert (found["@context"], found["@type"]) == ("https://schema.org", "NewsArticle")
    assert found["url"] == found["mainEntityOfPage"]["@id"] == PAGE
    publisher = found["publisher"]
    assert (publisher["@type"], publisher["name"]) == ("Organization", "Press office")
    assert publisher["logo"]["url"].startswith(f"{BASE}/static/icon.svg?v=")
    assert found["description"].startswith("Six équipes de plus")
    assert found["articleSection"] == ["Paix et sécurité", "Humanitarian aid"]


@pytest.mark.promise(70)
def test_a_translation_names_its_original_and_the_original_its_public_translations(
    page: Read,
) -> None:
    work = f"{BASE}/en/releases/demining"
    (original,) = said(page("/fr/releases/demining"))["translationOfWork"]
    assert original == {
        "@type": "NewsArticle",
        "@id": f"{work}#article",
        "url": work,
        "inLanguage": "en",
    }
    found = said(page("/en/releases/demining"))
    assert found["@id"] == original["@id"]
    translations = {one["inLanguage"]: one["url"] for one in found["workTranslation"]}
    assert set(translations) == {"fr-BE", "nl-BE"}  # German has no words of its own
    for address in translations.values():
        other = said(page(address.removeprefix(BASE)))
        assert other["translationOfWork"][0]["@id"] == found["@id"]
    assert "workTranslation" not in said(page("/en/releases/compass"))


@pytest.mark.promise(70)
def test_words_that_stand_in_are_the_original_work(page: Read) -> None:
    found = said(page("/de/releases/demining"))
    assert found["@id"] == f"{BASE}/en/releases/demining#article"
    assert found["inLanguage"] == "en"
    assert "creditText" not in found


@pytest.mark.promise(78)
def test_what_a_machine_wrote_says_so_with_the_engine(page: Read) -> None:
    found = said(page("/fr/releases/demining"))
    assert found["digitalSourceType"] == MACHINE
    assert "Traduction automatique (argos en-fr 1.9, 4 mars 2026)" in found["creditText"]
    edited, authentic = (said(page(f"/{code}/releases/demining")) for code in ("nl", "en"))
    assert "digitalSourceType" not in edited.keys() | authentic.keys()
    assert edited["creditText"] == "Vertaling nagelezen door een redacteur (4 maart 2026)"
    assert "creditText" not in authentic


@pytest.mark.promise(70)
def test_its_pictures_are_the_releases_own() -> None:
    found = of(replace(entry(text("fr", "Un titre", "Des mots.")), files=FILES))
    addresses = [image["url"] for image in found["image"]]
    assert addresses == [
        f"{BASE}/files/t0ken-1/Carte%20%C2%AB%20Sarrel%20%C2%BB%20%26%20co.png",
        f"{BASE}/files/t0ken-3/orchard.jpg",
    ]
    assert found["image"][0] == {
        "@type": "ImageObject",
        "name": "Carte « Sarrel » & co.png",
        "url": addresses[0],
        "contentUrl": addresses[0],
        "encodingFormat": "image/png",
        "width": 1600,
        "height": 900,
        "caption": "The valley <north> of Sarrel & its orchards",
        "creditText": "Velmora mapping office",
    }
    assert not {"width", "caption", "creditText"} & found["image"][1].keys()
    assert "image" not in of(entry(text("fr", "Un titre", "Des mots.")))


@pytest.mark.promise(70, 163)
def test_it_names_the_size_for_programs_elsewhere_and_where_the_original_is() -> None:
    large, small = sized(FILES[0]), sized(FILES[2], share=FILES[2].size)
    found = of(replace(entry(text("fr", "Un titre", "Des mots.")), files=(large, small)))
    first, second = found["image"]
    address = f"{BASE}/files/shared/quay-1200.jpg"
    assert (first["url"], first["contentUrl"]) == (address, address)
    assert (first["encodingFormat"], first["width"], first["height"]) == ("image/jpeg", 1200, 675)
    assert first["name"] == "Carte « Sarrel » & co.png"
    assert first["encoding"] == {
        "@type": "ImageObject",
        "url": SITE.file(large.token, large.name),
        "contentUrl": SITE.file(large.token, large.name),
        "encodingFormat": "image/png",
        "width": 1600,
        "height": 900,
    }
    assert second["url"] == SITE.file(small.token, small.name)  # lighter than what was made of it
    assert "encoding" not in second


def test_nothing_empty_is_said() -> None:
    found = of(entry(text("en", "A title"), languages=("en",)))
    assert all(found.values())
    assert "description" not in found


@given(headline=st.text(), note=st.text())
@example(headline="</script><script>alert(1)</script>", note="<!-- <script>")
@example(headline="\u2028\u2029]]>&amp;", note="\ud800 \x00 \ufffe \\u003c")
def test_no_text_can_leave_its_script_block(headline: str, note: str) -> None:
    words = Text("fr", (Block(Kind.HEADLINE, headline), Block(Kind.PARAGRAPH, note)))
    data = article(replace(entry(words), note=note), FRENCH, SITE, "/icon.svg", PAGE)
    assert not set("<>&\u2028\u2029") & set(data)
    html = Html(f'<script type="application/ld+json">{data}</script>')
    assert [name for name, _ in html.elements] == ["script"]
    data.encode()
    assert json.loads(data) == of(replace(entry(words), note=note)) | {
        "publisher": json.loads(data)["publisher"]
    }


def test_a_text_is_the_same_once_it_is_read_again() -> None:
    headline = "</script> & “<b>” \\ \u2028 é 🇧🇪"
    found = of(replace(entry(text("fr", headline, "Mots.")), note=NOTE))
    assert found["headline"] == " ".join(headline.split())
    assert found["correction"]["text"] == NOTE


@pytest.mark.promise(102)
def test_it_names_issuer_and_the_senders_number_beside_its_own() -> None:
    words = text("fr", "Titre", "Le corps.")
    one = entry(words, source="fr")
    found = of(replace(one, issuer="Office </script>", reference="IHA/7037"))
    number = {"@type": "PropertyValue", "propertyID": "reference", "value": "IHA/7037"}
    assert found["identifier"] == [one.id, number]
    assert found["sourceOrganization"] == {"@type": "Organization", "name": "Office </script>"}
    assert found["author"][0]["name"] == "Office </script>"
    bare = of(one)
    assert bare["identifier"] == one.id
    assert "sourceOrganization" not in bare
