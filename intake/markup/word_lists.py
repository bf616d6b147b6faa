"""Lists in mails that Word writes: paragraphs with a mark in them, told by their styles."""

import re

from lxml import etree

_LISTED = re.compile(r"mso-list\s*:(?!\s*(?:none|ignore))", re.IGNORECASE)
_IGNORED = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,9})[.)]")


def mark_of(paragraph: etree._Element) -> str:
    """The mark of an item, as CommonMark writes it: `- ` or `3. `; empty for other paragraphs.

    Args:
        paragraph: with what is in it.
    """
    if not _LISTED.search(paragraph.get("style", "")[:1000]):
        return ""
    for span in paragraph.iterdescendants("span"):
        if _IGNORED.search(span.get("style", "")[:1000]):
            number = _NUMBER.match("".join(map(str, span.itertext("*"))).strip())
            return f"{number[1]}. " if number else "- "
    return ""
