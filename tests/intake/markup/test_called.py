"""A name that says that words must not come out is heard, where words stand under it."""

import pytest

from intake.markup.called import order_in
from intake.markup.html import marked


@pytest.mark.parametrize(
    ("name", "order"),
    [
        ("embargo", "embargo"),
        ("data-embargo-until", "embargo"),
        ("is_embargoed", "embargoed"),
        ("UnderEmbargo", "embargo"),
        ("not-for-publication", "not for publication"),
        ("NotForPublication", "not for publication"),
        ("notforpublication", "not for publication"),
        ("Nicht zur Veröffentlichung", "nicht zur veröffentlichung"),
        ("niet-voor-publicatie", "niet voor publicatie"),
        ("NePasPublier", "ne pas publier"),
        *((name, "") for name in ("no-embargo", "embargo-lifted", "publication", "note", "")),
        ("a" * 100_000, ""),
        ("embargo-policy", ""),
    ],
)
def test_a_name_is_read_in_every_spelling(name: str, order: str) -> None:
    assert order_in(name) == order


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ('<p class="lead not-for-publication">Words.</p>', ("not for publication",)),
        ('<div id="embargo"><p>Words.</p></div>', ("embargo",)),
        ('<p data-embargo="2027-05-06">Words.</p>', ("embargo: 2027-05-06",)),
        ('<p data-embargo="false">Words.</p>', ()),
        ('<p class="embargo"> </p><p>Words.</p>', ()),
        ('<li class="menu-embargo">Words.</li>', ()),
    ],
)
def test_a_name_counts_where_words_stand_under_it(html: str, said: tuple[str, ...]) -> None:
    assert tuple(one for one in marked(html).asides if one != "false") == said
