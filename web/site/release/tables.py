"""Tables that may be wider than the page: each is moved by itself, by finger and by key."""

import re
from html import escape
from itertools import count

from press.words import say

# As nh3 writes it, where nothing else is a `<`. Feeds need the attribute; in pages it is obsolete.
_HEADS = re.compile(r"<th(?=[ >])")
_ALIGNED = re.compile(r'(<t[dh][^>]*) align="(center|left|right)"')


def in_regions(html: str, code: str) -> str:
    """A text with every table in a region that has a name and can be reached by keyboard.

    A region that scrolls is otherwise out of reach without a mouse (WCAG 2.2, 2.1.1). What heads a
    column says so (HTML, 4.9.12), on pages alone: feeds are to be light.

    Args:
        html: safe, as `feeds.parts.html` makes it.
        code: of the language of the text, in which a table is named.
    """
    if "<table>" not in html:
        return html
    named = _HEADS.sub('<th scope="col"', _ALIGNED.sub(r'\1 class="\2"', html))
    before, *rest = named.split("<table>")
    regions = (f"{_region(code, n)}<table>{one}" for n, one in zip(count(1), rest, strict=False))
    return before + "".join(regions).replace("</table>", "</table></div>")


def _region(code: str, number: int) -> str:
    name = escape(say(code, "table", number=number))
    return f'<div class="region" role="region" tabindex="0" aria-label="{name}">'
