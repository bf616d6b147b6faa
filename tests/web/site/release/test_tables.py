"""A wide table is moved by itself, with a finger or with keys."""

import pytest

from feeds.parts.html import to_html
from press.text import Block, Kind
from web.site.release.tables import in_regions

TABLE = to_html([Block(Kind.TABLE, "| Year | Euros |\n| --- | --- |\n| 2025 | 2.4 |")])


@pytest.mark.promise(168)
def test_each_table_has_a_region_with_a_name_that_keys_reach() -> None:
    html = in_regions(f"<p>Before.</p>{TABLE}<p>Between.</p>{TABLE}", "fr")
    for name in ("Tableau 1", "Tableau 2"):
        assert f'<div class="region" role="region" tabindex="0" aria-label="{name}"><table>' in html
    assert html.count("</table></div>") == 2


def test_nothing_of_it_is_lost() -> None:
    html = in_regions(TABLE, "en")
    assert TABLE in html.replace("</table></div>", "</table>").replace(' scope="col"', "")


def test_a_text_without_tables_stays_as_it_is() -> None:
    assert in_regions("<p>&lt;table&gt;</p>", "en") == "<p>&lt;table&gt;</p>"


ALIGNED = to_html([Block(Kind.TABLE, "| A | B | C | D |\n|:-:|--:|:--|---|\n| 1 | 2 | 3 | 4 |")])


@pytest.mark.promise(168)
def test_columns_are_aligned_by_classes_since_pages_have_no_such_attribute() -> None:
    html = in_regions(ALIGNED, "en")
    for cell in ('<th scope="col" class="center">A', '<td class="right">2', '<td class="left">3'):
        assert cell in html
    assert "<td>4" in html
    assert "align=" not in html


def test_words_that_look_like_an_attribute_stay_words() -> None:
    words = '| `<td align="left">` |\n| --- |\n| <td align="left"> |'
    html = in_regions(to_html([Block(Kind.TABLE, words)]), "en")
    assert html.count('&lt;td align="left"&gt;') == 2
