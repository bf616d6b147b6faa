"""Which feed an address names: every feed has one, spelled in one way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds import FORMATS
from newsroom.public.addresses import feed_at
from press.languages import parse_languages
from press.public.edition import Feed
from press.public.site import Site

SITE = Site(
    base_url="https://press.example.org/news",
    title="Press office",
    authority="press.example.org,2026",
    languages=parse_languages("en,fr-BE,nl-BE"),
    zone="Europe/Brussels",
)
SLUGS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True).filter(lambda s: len(s) < 60)


@given(SLUGS, st.sampled_from(list(SITE.languages)), st.sampled_from(list(FORMATS.values())))
def test_every_address_of_a_feed_leads_back_to_it(slug, language, form) -> None:  # type: ignore[no-untyped-def]
    address = SITE.feed(language, slug, form.extension)
    assert feed_at(SITE, address) == (Feed(slug, language), form)


@given(st.text())
def test_no_text_is_taken_for_an_address_that_is_not_exactly_it(text: str) -> None:
    for address in (text, SITE.base_url + text, f"{SITE.base_url}/en/{text}.atom"):
        found = feed_at(SITE, address)
        if found:
            feed, form = found
            assert SITE.feed(feed.language, feed.topic, form.extension) == address


@pytest.mark.parametrize(
    "address",
    [
        "https://press.example.org/news/en/all/2026-02.atom",
        "https://press.example.org/news/en/all.xml",
        "https://press.example.org/news/EN/all.atom",
        "https://press.example.org/news/de/all.atom",
        "https://press.example.org/news/en-GB/all.atom",
        "https://press.example.org/news/en/all.atom?",
        "https://press.example.org/news/en/all.atom#",
        "https://press.example.org/news/en/all.atom\n",
        "https://press.example.org/news//en/all.atom",
        "https://press.example.org/news/en/../en/all.atom",
        "https://press.example.org/news/en/a%6Cl.atom",
        "https://PRESS.example.org/news/en/all.atom",
        "http://press.example.org/news/en/all.atom",
        "https://press.example.org:443/news/en/all.atom",
        "https://press.example.org/en/all.atom",
        "https://press.example.org/news/en/",
        "/news/en/all.atom",
        "",
    ],
)
def test_another_spelling_is_another_address(address: str) -> None:
    assert feed_at(SITE, address) is None
