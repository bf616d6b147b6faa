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
    assert TABLE in html.replace("</table></div>", "</table>")


def test_a_text_without_tables_stays_as_it_is() -> None:
    assert in_regions("<p>&lt;table&gt;</p>", "en") == "<p>&lt;table&gt;</p>"
