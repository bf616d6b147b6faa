"""Terms: the newsroom's own, and those that need no list."""

import pytest

from newsroom.translation.glossary import terms_between, terms_in
from newsroom.wiring import Newsroom
from press.errors import NotAllowedNow
from press.glossary import Term
from press.roles import ROLES
from press.text import Block, Kind
from press.topic import Topic
from tests.conftest import NOON
from tests.newsroom.translation.test_translating import Echo, file, text, translating
from translate.terms.countries import countries

RAIN = Term("en", "fr", "rain", "pluie")


def between(newsroom: Newsroom, source: str = "en", target: str = "fr") -> dict[str, str]:
    with newsroom.storage.read() as db:
        found = terms_between(db, newsroom.settings.site.title, source, target)
    return {term.term: term.translation for term in found}


def test_topics_press_words_and_countries_need_no_list(newsroom: Newsroom) -> None:
    titles = {"en": "Climate", "fr": "Climat"}
    newsroom.topics.declare(Topic("climate", titles), "me", NOON)
    known = between(newsroom)
    for term, translation in (
        *(("Climate", "Climat"), ("spokesperson", "porte-parole"), ("Germany", "Allemagne")),
        ("press office", "service de presse"),
    ):
        assert known[term] == translation
    assert "Climate" not in between(newsroom, target="nl")
    assert between(newsroom, "fr", "de")["Allemagne"] == "Deutschland"
    assert newsroom.glossary.every() == []
    assert len(newsroom.glossary.every(seeds=True)) > 1000


def test_the_newsrooms_own_terms_win(newsroom: Newsroom) -> None:
    newsroom.glossary.keep([Term("en", "fr", "Spokesperson", "porte-voix")], "me", NOON)
    assert between(newsroom)["Spokesperson"] == "porte-voix"
    assert "spokesperson" not in between(newsroom)


def test_only_terms_that_may_stand_in_the_blocks_are_handed_over(newsroom: Newsroom) -> None:
    blocks = [Block(Kind.PARAGRAPH, "Germany's *press\noffice* said so.")]
    with newsroom.storage.read() as db:
        found = terms_in(db, "Press office", ("en", "fr"), blocks)
    assert {term.term for term in found} == {"Germany", "press office"}


def test_a_changed_term_is_not_answered_from_memory(newsroom: Newsroom) -> None:
    number = file(newsroom, "The Rain came.", "It is dry.")
    translating(newsroom, Echo()).run()
    assert newsroom.glossary.keep([RAIN], "me", NOON) == ([RAIN], 1)
    assert newsroom.glossary.keep([RAIN], "me", NOON) == ([], 0)
    assert text(newsroom, number).body[0].markdown == "THE RAIN CAME."
    engine = Echo()
    file(newsroom, "The Rain came.", "It is dry.", headline="Another")
    translating(newsroom, engine).run(only=[("fr", 0)])
    assert set(engine.asked) == {"Another", "The Rain came."}


def test_a_term_can_be_taken_out_once(newsroom: Newsroom) -> None:
    newsroom.glossary.keep([RAIN], "me", NOON)
    newsroom.glossary.remove("en", "fr", "rain", "me", NOON)
    assert newsroom.glossary.every() == []
    with pytest.raises(NotAllowedNow, match="not in the glossary"):
        newsroom.glossary.remove("en", "fr", "rain", "me", NOON)


def test_press_words_come_out_one_way_whoever_is_meant() -> None:
    said = [translation for words in ROLES for translation in words.values()]
    assert [words for words in said if "/" in words or "(" in words] == []
    assert all("en" in words and len(words) > 1 for words in ROLES)


def test_countries_whose_names_people_bear_or_sentences_bend_are_left_to_the_engine() -> None:
    english = {term.term for term in countries("en", "fr")}
    assert english >= {"Belgium", "United Kingdom", "European Union"}
    assert english.isdisjoint({"Jordan", "Georgia", "Chad", "Myanmar (Burma)", "Eurozone"})
    german = {term.translation for term in countries("en", "de")}
    assert "Belgien" in german
    assert german.isdisjoint({"Niederlande", "Vereinigte Staaten", "Vereinigtes Königreich"})
    assert countries("en", "xx-unknown") == ()
