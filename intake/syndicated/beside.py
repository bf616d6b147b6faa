"""Every word of an entry that nobody is shown as its text, plain, to be looked through."""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from intake.given import Given
from intake.notyet.unshown import unshown
from intake.syndicated.newsitem import NewsItem
from press.releases.release import NotYet
from press.text import clean

_TAG = re.compile(r"<([^<>]*)>")
_BLOCK = re.compile(
    r"</?(?:p|br|div|li|ul|ol|h[1-6]|t[dhr]|table|section|article|figure|figcaption|blockquote|!--)"
    r"(?![\w-])[^<>]*>|-->",
    re.IGNORECASE,
)
_VALUE = re.compile(r"=\s*(?:\"([^\"]*)\"|'([^']*)')")
_MOST = 5_000  # tags whose attributes are looked at; a text that is not shown has fewer


def said_beside(item: NewsItem, unseen: Sequence[str], given: Given) -> tuple[NotYet, ...]:
    """What an entry says against publishing where its readers would not see it.

    Args:
        item: the entry.
        unseen: words of its text that are not shown.
        given: the zone of a moment that names none, and the language.
    """
    shown = [one.words for one in (item.title, item.summary, item.body)]
    words = (*(said for _, said in item.remarks), *item.categories, *item.asides)
    read = {_evened(one) for one in shown}
    passages = [plain for one in words if _evened(one) not in read for plain in _plain(one)]
    # Of what is shown, too, attributes and comments are not: and a short text may be none's body.
    within = [
        plain for one in (item.title, item.summary) if one.is_html for plain in _within(one.words)
    ]
    files = [file.address[:2000] for file in item.files]
    parts = (words for file in item.files for words in (file.alt, file.credit))
    return tuple(dict.fromkeys(unshown((*passages, *within, *unseen, *files, *parts), given)))


def _evened(words: str) -> str:
    return " ".join(words.split())


def _plain(words: str) -> Iterator[str]:
    """Words without markup, and those within it: in attributes and comments."""
    words = clean(unescape(unescape(words)) if "&" in words else words)
    if "<" not in words:
        yield words
        return
    yield _TAG.sub("", _BLOCK.sub("\n", words))
    yield from _within(words)


def _within(words: str) -> Iterator[str]:
    """What stands in the tags and comments of words with markup."""
    for n, tag in enumerate(_TAG.finditer(words)):
        if n >= _MOST:
            yield _TAG.sub(r"\n\1\n", words[tag.start() :])
            return
        if tag[1].startswith("!--"):
            yield tag[1]
        yield from (one[1] or one[2] or "" for one in _VALUE.finditer(tag[1]))
