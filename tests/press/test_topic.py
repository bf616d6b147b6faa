"""Topics and their names in addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.errors import Refusal
from press.topic import Topic, TopicPart, check_slug, nearest, slugify


def test_an_ampersand_is_read_aloud() -> None:
    assert slugify("Peace & security") == "peace-and-security"
    assert slugify("Paix & sécurité", "fr") == "paix-et-securite"


@given(st.text())
def test_a_slug_is_empty_or_may_stand_in_an_address(title: str) -> None:
    slug = slugify(title)
    assert not slug or slug in {"all", "feeds", "releases"} or check_slug(slug) == slug


@pytest.mark.parametrize(
    "slug", ["all", "feeds", "releases", "A", "a_b", "a--b", "-a", "", "../a", "é"]
)
def test_a_slug_that_cannot_be_an_address_is_refused(slug: str) -> None:
    with pytest.raises(Refusal):
        check_slug(slug)


def test_a_topic_without_a_title_is_called_by_its_slug() -> None:
    assert Topic("peace-and-security").title("fr", "en") == "Peace and security"


KNOWN = ("peace-and-security", "climate", "consular-affairs", "development-cooperation")


@pytest.mark.parametrize(
    ("slug", "meant"),
    [
        ("climat", "climate"),
        ("climate-", "climate"),
        ("peace-security", "peace-and-security"),
        ("peace", "peace-and-security"),
        ("cooperation", "development-cooperation"),
        ("consular-affaires", "consular-affairs"),
    ],
)
def test_a_mistyped_topic_has_a_nearest_name(slug: str, meant: str) -> None:
    assert nearest(slug, KNOWN) == meant


@pytest.mark.parametrize("slug", ["trade", "sport", "x", ""])
def test_where_nothing_is_near_nothing_is_named(slug: str) -> None:
    assert nearest(slug, KNOWN) is None


@given(st.text(), st.sets(st.text()))
def test_the_nearest_name_is_one_of_those_known(slug: str, known: set[str]) -> None:
    assert nearest(slug, known) in {None, *known}
    assert nearest(slug, ()) is None


def test_a_machines_words_stand_in_for_no_other_language() -> None:
    topic = Topic(
        "peace",
        titles={"en": "Peace", "fr": "Paix"},
        introductions={"en": "It is dear.", "fr": "Elle est chère."},
        machine={"fr": (TopicPart.TITLE,)},
    )
    assert topic.title("fr", "en") == "Paix"
    assert topic.title("nl", "fr", "en") == "Peace"
    assert topic.introduction("nl", "fr", "en") == "Elle est chère."
    assert topic.language_of(TopicPart.TITLE, "nl", "fr") == ""
    assert topic.title("nl", "fr") == "Peace"  # words made of the slug
    assert topic.is_machine(TopicPart.TITLE, "fr")
    assert not topic.is_machine(TopicPart.INTRODUCTION, "fr")
