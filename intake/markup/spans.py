"""Words that look alike, and the lines that they make."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

BREAK = "\n"
_SPACES = re.compile(r"[ \t\n\r\f]+")
# What is there for the breaking of lines, and is no letter.
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")

_ENDS = re.compile(r"[^\s.,;:!?(/–—-]\s*$")
_BEGINS = re.compile(r"\s*[+(“„«\"]?(?![a-zß-öø-ÿ])\w")
_NEAR = 50  # characters on either side of a line's end that are looked at


class Style(NamedTuple):
    """How words look.

    Args:
        strong: whether they are strong.
        emphasis: whether they are emphasised.
        code: whether they are code.
        href: where they lead, an absolute address, or empty.
    """

    strong: bool = False
    emphasis: bool = False
    code: bool = False
    href: str = ""


PLAIN = Style()


class Wording(NamedTuple):
    """Words that look alike.

    Args:
        text: `BREAK` alone for the end of a line.
        style: how they look.
    """

    text: str
    style: Style = PLAIN

    @property
    def is_blank(self) -> bool:
        """Whether nothing of it is seen."""
        return not self.text or self.text.isspace()


def plain_words(spans: Iterable[Wording]) -> str:
    """The words alone, on one line."""
    return " ".join(_UNSEEN.sub("", "".join(span.text for span in spans)).split())


def are_apart(before: str, after: str) -> bool:
    """Whether two lines are two things, and not one that was broken: `Mon 9-17`, `Sat 10-14`."""
    return bool(_ENDS.search(before[-_NEAR:]) and _BEGINS.match(after[:_NEAR]))


def lines_of(spans: Sequence[Wording]) -> list[list[Wording]]:
    """The lines that have words, with single spaces as browsers show them (CSS, white-space)."""
    if len(spans) == 1 and spans[0].text != BREAK:
        text = _seen(spans[0].text).strip()
        return [[Wording(text, spans[0].style)]] if text else []
    lines, line = list[list[Wording]](), list[Wording]()
    for span in (*spans, Wording(BREAK)):
        if span.text != BREAK:
            line.append(span)
        elif line:
            lines.append(_joined(_spaced(_collapsed(line))))
            line = []
    return [line for line in lines if line]


def _seen(text: str) -> str:
    return _SPACES.sub(" ", text if text.isascii() else _UNSEEN.sub("", text))


def _collapsed(spans: Iterable[Wording]) -> list[Wording]:
    """Words and the spaces between them apart, none of these beside another."""
    found, is_space = list[Wording](), True
    for span, style in spans:
        text = _seen(span)
        if is_space:
            text = text.removeprefix(" ")
        if not text:
            continue
        words = text.strip()
        if words != text:
            start = text.find(words) if words else len(text)
            parts = (text[:start], words, text[start + len(words) :])
            found += [Wording(part, style) for part in parts if part]
        else:
            found.append(Wording(text, style))
        is_space = text[-1] == " "
    while found and found[-1].is_blank:
        found.pop()
    first = next((n for n, span in enumerate(found) if not span.is_blank), 0)
    return found[first:]


def _spaced(spans: list[Wording]) -> list[Wording]:
    """Spaces look like the words on both sides where these look alike, else like none."""
    before, blanks = PLAIN, list[int]()
    for n, (text, style) in enumerate(spans):
        if text.isspace():
            blanks.append(n)
            continue
        for blank in blanks:
            spans[blank] = Wording(spans[blank].text, _common(before, style))
        before, blanks = style, []
    return spans


def _common(before: Style, after: Style) -> Style:
    """Links hold strong words, and these emphasised ones: what ends an outer one ends all."""
    if before == after or before.href != after.href:
        return before if before == after else PLAIN
    emphasis = before.emphasis and after.emphasis and before.strong == after.strong
    return Style(before.strong and after.strong, emphasis, before.code and after.code, before.href)


def _joined(spans: Iterable[Wording]) -> list[Wording]:
    """Neighbours that look alike as one."""
    groups = groupby(spans, key=attrgetter("style"))
    return [Wording("".join([span.text for span in group]), style) for style, group in groups]
