"""Topics and their names in addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from press.errors import Refusal
from press.topic import Topic, check_slug, slugify


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
