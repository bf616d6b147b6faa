"""A mail's own words: of plain text and HTML that one which says more."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from intake.markup.html import Image, marked
from press.text import western

# What HTML says and plain text cannot; emphasis alone is no reason.
_SHAPED = re.compile(r"<(?:li|td|th|h[1-6]|blockquote|a)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class MailWords:
    """The same words in one form or in two.

    Args:
        plain: plain text; empty where there is none.
        html: likewise.
    """

    plain: str = ""
    html: str = ""


@dataclass(frozen=True, slots=True)
class MailText:
    """What a mail says itself.

    Args:
        text: plain text or Markdown.
        images: that its HTML shows.
        unseen: words that are in it and not shown.
        others: the same in the forms that were not chosen, which may yet say more.
    """

    text: str
    images: tuple[Image, ...] = ()
    unseen: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def text_of_mail(words: Sequence[MailWords]) -> MailText:
    """Put together what a mail says in its parts."""
    said, images, unseen, others = list[str](), list[Image](), list[str](), list[str]()
    for one in words:
        if not one.html:
            said.append(western(one.plain))
            continue
        found = marked(one.html)
        images += found.images
        unseen += found.unseen
        others += found.asides
        forms = [found.markdown, western(one.plain)]
        said.append(forms.pop(0 if _says_more(one, found.markdown) else 1))
        others += forms
    text = "\n\n".join(text.strip("\n") for text in said)
    return MailText(text, tuple(images), tuple(unseen), tuple(others))


def unflowed(text: str, *, delete_space: bool) -> str:
    """Join the lines of a paragraph that was broken to be sent (RFC 3676, 4).

    Args:
        text: as sent, its lines ended by LF.
        delete_space: whether the space at the end of a line only says that it goes on.
    """
    lines, depth, goes_on = list[list[str]](), 0, False
    for line in text.split("\n"):
        words = line.lstrip(">")
        level = len(line) - len(words)
        words = words.removeprefix(" ")  # it was stuffed
        if not (goes_on and level == depth) or words == "-- ":
            lines.append([f"{'>' * level} " if level else ""])
        is_flowed = words.endswith(" ") and words != "-- "
        lines[-1].append(words[:-1] if is_flowed and delete_space else words)
        depth, goes_on = level, is_flowed
    return "\n".join("".join(pieces) for pieces in lines)


def _says_more(words: MailWords, markdown: str) -> bool:
    if not words.plain.strip() or _SHAPED.search(words.html):
        return bool(markdown.strip())
    return 2 * len(_WORD.findall(words.plain)) < len(_WORD.findall(markdown))
