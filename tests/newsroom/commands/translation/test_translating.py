"""`newsroom translate`, with a package that makes words of no meaning."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.newsroom.commands.office import RELEASE, Office

pytestmark = pytest.mark.waits

KEPT = (
    *("+999 2 555 01 45", "night-ferry@press.example", "(https://press.example/saltwind?day=7)"),
    *("https://press.example/ports", "7 septembre 2026", "23\u00a0h\u00a040", "12,50"),
)


@pytest.fixture
def filled(office: Office, tiny_models: Path) -> Office:
    office.settings["MODELS"] = str(tiny_models)
    office.filed()
    office.done("publish", "1")
    assert "1 text filled" in office.done("translate", "--language", "fr")
    return office


def digits(texts: list[str]) -> Counter[str]:
    return Counter(re.findall(r"\d+", " ".join(texts)))


def test_french_is_filled_and_marked_as_a_machine_s(filled: Office) -> None:
    shown = filled.told("show", "1")
    assert shown["languages"]["fr"] == "machine argos en-fr 0.1"
    assert (shown["languages"]["en"], shown["languages"]["nl"]) == ("author", "missing")
    assert shown["texts"]["fr"][0] != shown["texts"]["en"][0]
    (item,) = filled.items("fr")
    assert item["language"] == "fr-BE"
    assert "Traduction automatique (argos en-fr 0.1, " in str(item)


def test_ways_to_reach_people_links_and_figures_come_through_unchanged(filled: Office) -> None:
    texts = filled.told("show", "1")["texts"]
    assert [part for part in KEPT if part not in texts["fr"][1]] == []
    assert digits(texts["fr"]) == digits(texts["en"])


def test_names_and_numbers_of_contacts_are_the_same_in_every_language(filled: Office) -> None:
    (english,), (french,) = filled.items("en"), filled.items("fr")
    names = "\n".join(RELEASE.split("\n\n")[2:]).replace("Deputy spokesperson\n", "")
    assert "Porte-parole adjoint(e)" in unescaped(french)
    for line in names.replace("<", "").replace(">", "").strip().split("\n"):
        assert (line in unescaped(english)) is (line in unescaped(french)) is True, line


def unescaped(item: object) -> str:
    return str(item).replace("&amp;", "&").replace("\xa0", " ")


def test_translating_again_makes_nothing_that_is_there(filled: Office) -> None:
    before = filled.told("show", "1")["texts"]
    assert "nothing is missing" in filled.done("translate", "--language", "fr")
    assert filled.told("show", "1")["texts"] == before


def test_a_language_without_a_package_is_named_with_the_way_to_get_one(office: Office) -> None:
    office.filed()
    answer = office.type("translate", "--language", "nl")
    assert answer.exit_code == 1
    assert "newsroom models install en-nl" in answer.stderr


def test_a_language_that_is_not_published_in_is_refused(office: Office) -> None:
    office.filed()
    assert "“xx”" in office.refused("translate", "--language", "xx")
