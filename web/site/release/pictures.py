"""Pictures within a text: in sizes among which its reader's program chooses."""

import re
from collections.abc import Sequence
from html import escape, unescape

from feeds.parts.attached import WITHIN, FindFile, choices_of
from press.releases.attachment import Attachment

# As nh3 writes it, where nothing else is a `<`.
_PICTURE = re.compile(r'<img src="([^"]*)"')


def in_sizes(html: str, files: Sequence[Attachment], find: FindFile, *, leads: bool) -> str:
    """A text whose pictures come in the size that fits, and when they are come to.

    Args:
        html: safe, as `feeds.parts.html` makes it.
        files: what goes with the text.
        find: where files are found, as they were when it was made.
        leads: whether its first picture is the page's first, which is not to be waited for.
    """
    if "<img " not in html:
        return html
    known = {find(file.shown): choices_of(file, find) for file in files if file.is_picture}
    before, *rest = _PICTURE.split(html)
    parts = [before]
    for number, (source, after) in enumerate(zip(rest[::2], rest[1::2], strict=True)):
        is_late = number > 0 or not leads
        parts += [f'<img src="{source}"', _chosen(known.get(unescape(source), ""))]
        parts += [' loading="lazy"' if is_late else ' fetchpriority="high"', after]
    return "".join(parts)


def _chosen(choices: str) -> str:
    return f' srcset="{escape(choices)}" sizes="{escape(WITHIN)}"' if choices else ""
