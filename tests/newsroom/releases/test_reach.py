"""How far an act goes, counted and in a sentence."""

from dataclasses import replace

import pytest

from newsroom.releases.reach import reach_of
from newsroom.wiring import Newsroom
from press.public.site import Fallback
from tests.newsroom.filing.test_filing import file, filing
from tests.newsroom.translation.test_translating import Echo, translating


@pytest.mark.parametrize(
    ("fallback", "said"),
    [
        (Fallback.ORIGINAL, "24 feeds in 4 languages (en, fr; nl and de show the original)"),
        (Fallback.NONE, "12 feeds in 2 languages (en, fr; not in nl and de)"),
    ],
)
def test_it_says_which_languages_have_words_of_their_own(
    newsroom: Newsroom, fallback: Fallback, said: str
) -> None:
    number = file(newsroom, filing(topics=("peace",)))
    translating(newsroom, Echo()).run(only=[("fr", number)])
    site = replace(newsroom.settings.site, fallback=fallback)
    assert str(reach_of(site, newsroom.releases.get(number)[0])) == said


def test_a_text_that_waits_is_not_counted_among_those_that_go_out(newsroom: Newsroom) -> None:
    number = file(newsroom, filing())
    translating(newsroom, Echo()).run()
    site = newsroom.settings.site
    assert str(reach_of(site, newsroom.releases.get(number)[0])) == (
        "12 feeds in 4 languages (en, fr, nl, de)"
    )
    newsroom.review.reject(number, "fr", "me", newsroom.releases.get(number)[0].filed_at)
    assert "; fr shows the original" in str(reach_of(site, newsroom.releases.get(number)[0]))
