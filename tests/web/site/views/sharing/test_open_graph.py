"""What those who show a card of a page are told."""

import struct
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import example, given
from hypothesis import strategies as st

from newsroom.public.front import Front
from newsroom.tasks.rendering import Rendering
from press.languages import parse_languages
from press.public.site import Site
from press.releases.attachment import Words
from press.words import say
from storage import Storage
from storage.filed import releases
from tests.conftest import NOON
from tests.intake.pictures.places import scene, written
from tests.web.samples import PEACE
from tests.web.site.views.lists.test_lists import sized
from tests.web.site.views.sharing.conftest import Attach
from tests.web.site.views.test_files import Office
from web.site.assets import CARD, FOLDER
from web.site.views.sharing import picture
from web.site.views.sharing.open_graph import locale

Read = Callable[[str], Any]
BASE = "https://press.example.org"
PAGES = ["/en/", "/fr/peace-and-security/", "/nl/?page=2", "/feeds/", "/de/feeds/"]
RELEASES = ["/en/releases/demining", "/fr/releases/demining", "/de/releases/demining"]


def said(html: Any) -> dict[str, list[str]]:
    """The values of each property, in their order."""
    found = dict[str, list[str]]()
    for meta in html.all("meta"):
        name = meta.get("property") or meta.get("name", "")
        if ":" in name:
            found.setdefault(name, []).append(meta["content"])
    return found


@pytest.mark.promise(170)
@pytest.mark.parametrize("address", PAGES + RELEASES)
def test_every_page_with_an_address_of_its_own_has_what_a_card_needs(
    page: Read, address: str
) -> None:
    html = page(address)
    found = said(html)
    once = ("og:type", "og:title", "og:url", "og:image", "og:site_name", "og:locale")
    assert {name: len(found[name]) for name in once} == dict.fromkeys(once, 1)
    assert found["og:url"] == [html.all("link", rel="canonical")[0]["href"]]
    assert found["og:site_name"] == ["Press office"]
    assert found["og:type"] == ["article" if "/releases/" in address else "website"]
    assert all(value for values in found.values() for value in values)


@pytest.mark.promise(170)
@pytest.mark.parametrize("address", ["/en/nowhere/", "/fr/search?q=mines", "/en/releases/not-yet"])
def test_a_page_without_one_has_nothing(page: Read, address: str) -> None:
    assert said(page(address)) == {}


@pytest.mark.promise(170)
def test_a_release_says_what_its_feeds_say(page: Read, storage: Storage) -> None:
    with storage.write() as db:
        number = next(one.id for one in releases.every(db) if one.slug == "demining")
        releases.note(db, number, "Six, not five.", NOON)
    found = said(page("/nl/releases/demining"))
    assert found["og:title"] == ["Velmora ruimt de laatste mijnenvelden van de Sarrelvallei"]
    assert found["og:description"] == ["Zes extra ploegen gaan aan het werk in de Sarrelvallei."]
    assert found["article:published_time"] == ["2026-03-05T10:32:00+01:00"]
    assert found["article:modified_time"] == ["2026-08-25T14:00:00+02:00"]
    assert found["article:section"] == ["Vrede en veiligheid"]
    assert found["article:tag"] == ["Vrede en veiligheid", "Humanitarian aid"]


@pytest.mark.promise(170)
def test_only_languages_with_words_of_their_own_are_named(page: Read) -> None:
    found = said(page("/fr/releases/demining"))
    assert found["og:locale"] == ["fr_BE"]
    assert found["og:locale:alternate"] == ["en_US", "nl_BE"]
    # German has none: the page that has the words stands for it.
    found = said(page("/de/releases/demining"))
    assert (found["og:locale"], found["og:url"]) == (["en_US"], [f"{BASE}/en/releases/demining"])
    assert "og:locale:alternate" not in found


@pytest.mark.promise(78, 170)
def test_what_a_machine_wrote_says_so_on_the_card(page: Read) -> None:
    (words,) = said(page("/fr/releases/demining"))["og:description"]
    assert words.startswith("[Traduction automatique] Six équipes")
    (words,) = said(page("/de/releases/demining"))["og:description"]
    assert words.startswith("[English] Six more teams")


def test_a_topic_is_described_by_its_introduction(page: Read) -> None:
    (words,) = said(page("/en/peace-and-security/"))["og:description"]
    assert words == "How Velmora helps to end conflicts: mediators, observers, aid …"
    assert "og:description" not in said(page("/en/humanitarian-aid/"))


@pytest.mark.promise(170)
def test_a_topic_is_shown_by_its_picture_in_the_size_for_programs_elsewhere(
    page: Read, storage: Storage
) -> None:
    made = sized(storage, PEACE).picture
    assert made
    found = said(page(f"/fr/{PEACE}/"))
    assert found["og:image"] == [f"{BASE}/files/{made.shown.token}/wind-1200.jpg"]
    kind = [found[f"og:image:{end}"] for end in ("type", "width", "height", "alt")]
    assert kind == [["image/jpeg"], ["1200"], ["800"], ["A <wind> farm"]]
    assert found["twitter:card"] == ["summary_large_image"]
    assert "wind" not in said(page("/fr/humanitarian-aid/"))["og:image"][0]


@pytest.mark.parametrize("code", ["en", "fr", "nl", "de"])
def test_all_there_is_is_described_by_what_the_newsroom_is(page: Read, code: str) -> None:
    assert said(page(f"/{code}/"))["og:description"] == [say(code, "tagline")]


@pytest.mark.promise(170)
def test_a_release_is_shown_with_the_first_of_its_pictures_that_is_large_enough(
    page: Read, attach: Attach
) -> None:
    attach("demining", 120, 120)
    shown = attach("demining", 1600, 900)
    attach("demining", 800, 600)
    found = said(page("/fr/releases/demining"))
    assert found["og:image"] == [f"{BASE}/files/{shown.token}/{shown.name}"]
    assert found["og:image:type"] == ["image/png"]
    assert (found["og:image:width"], found["og:image:height"]) == (["1600"], ["900"])
    assert found["og:image:alt"] == found["twitter:image:alt"] == ["The valley, 1600 wide"]
    assert found["twitter:card"] == ["summary_large_image"]


@pytest.mark.promise(163, 170)
def test_a_card_shows_the_size_that_is_made_for_sharing(
    page: Read, storage: Storage, site: Site, tmp_path: Path
) -> None:
    large = written(scene(2000, 1500), "JPEG", quality=100)
    Office(storage, site, tmp_path).attach("demining", "quay.jpg", large, Words("The quay"))
    assert Rendering(storage, lambda: NOON).run() == 1
    found = said(page("/fr/releases/demining"))
    assert found["og:image"][0].endswith("/quay-1200.jpg")
    assert found["og:image:type"] == ["image/jpeg"]
    assert (found["og:image:width"], found["og:image:height"]) == (["1200"], ["900"])


def test_a_picture_that_is_higher_than_wide_stands_beside_the_words(
    page: Read, attach: Attach
) -> None:
    attach("demining", 600, 900)
    assert said(page("/fr/releases/demining"))["twitter:card"] == ["summary"]


def test_one_that_nobody_would_take_is_not_offered(
    page: Read, attach: Attach, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = attach("demining", 1600, 900)
    monkeypatch.setattr(picture, "MOST", large.size - 1)
    assert "/files/" not in said(page("/fr/releases/demining"))["og:image"][0]


@pytest.mark.promise(170)
@pytest.mark.parametrize("address", [*PAGES, *RELEASES])
def test_without_one_the_newsrooms_own_stands_there_and_is_as_it_says(
    page: Read, client: FlaskClient, address: str
) -> None:
    found = said(page(address))
    (image,) = found["og:image"]
    answer = client.get(image.removeprefix(BASE))
    assert [answer.mimetype] == found["og:image:type"]
    size = struct.unpack(">II", answer.data[16:24])
    assert [str(n) for n in size] == found["og:image:width"] + found["og:image:height"]
    assert found["twitter:card"] == ["summary"]
    assert found["og:image:alt"] == ["Press office"]


def test_the_newsrooms_own_picture_is_light() -> None:
    assert (FOLDER / CARD).stat().st_size < 30_000


@pytest.mark.promise(75, 170)
def test_a_picture_is_named_with_its_release_and_no_sooner(
    client: FlaskClient, attach: Attach, clock: Any
) -> None:
    shown = attach("not-yet", 1600, 900)
    assert shown.token not in client.get("/en/releases/not-yet").text
    clock.now += timedelta(minutes=1)
    assert shown.token in client.get("/en/releases/not-yet").text


@given(st.sampled_from(["en", "fr-BE", "nl", "zh-Hans-CN", "sr-Cyrl-RS", "es-419", "mt"]))
@example("de")
def test_every_language_has_a_territory(tag: str) -> None:
    language, territory = locale(tag).split("_")
    assert tag.startswith(language)
    assert territory.isalnum()
    assert territory == territory.upper()


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en", "en_US"),
        ("nl-BE", "nl_BE"),
        ("sv", "sv_SE"),
        ("fr", "fr_FR"),
        ("zh-Hans-CN", "zh_CN"),
        ("zh-Hant", "zh_CN"),
        ("es-419", "es_419"),
    ],
)
def test_a_language_is_written_as_the_vocabulary_wants_it(tag: str, name: str) -> None:
    assert locale(tag) == name


def test_a_language_that_is_no_longer_published_in_is_still_named(page: Read, front: Front) -> None:
    front.site = replace(front.site, languages=parse_languages("fr-BE,de-BE"))
    assert said(page("/de/releases/demining"))["og:locale"] == ["en_US"]
