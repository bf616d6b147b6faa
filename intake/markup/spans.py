"""Words that look alike, and the lines that they make."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

BREAK = "\n"
_SPACES = re.compile(r"[ \t\n\r\f]+")
# What is there for the breaking of lines, and is no letter.
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that look alike.

    Args:
        text: `BREAK` alone for the end of a line.
        strong: whether they are strong.
        emphasis: whether they are emphasised.
        code: whether they are code.
        href: where they lead, an absolute address, or empty.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    href: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing of it is seen."""
        return not self.text.strip()


def plain_words(spans: Iterable[Wording]) -> str:
    """The words alone, on one line."""
    return " ".join(_UNSEEN.sub("", "".join(span.text for span in spans)).split())


def lines_of(spans: Sequence[Wording]) -> list[list[Wording]]:
    """The lines that have words, with single spaces as browsers show them (CSS, white-space)."""
    lines = list[list[Wording]]()
    for is_break, group in groupby(spans, key=lambda span: span.text == BREAK):
        if not is_break and (line := _joined(_spaced(_collapsed(group)))):
            lines.append(line)
    return lines


def _collapsed(spans: Iterable[Wording]) -> list[Wording]:
    """Words and the spaces between them apart, none of these beside another."""
    found = [Wording(" ")]
    for span in spans:
        text = _SPACES.sub(" ", _UNSEEN.sub("", span.text))
        if found[-1].is_blank:
            text = text.removeprefix(" ")
        words = text.strip()
        start = text.find(words) if words else len(text)
        parts = (text[:start], words, text[start + len(words) :])
        found += [replace(span, text=part) for part in parts if part]
    while found and found[-1].is_blank:
        found.pop()
    first = next((n for n, span in enumerate(found) if not span.is_blank), 0)
    return found[first:]


def _spaced(spans: list[Wording]) -> list[Wording]:
    """Spaces look like the words on both sides where these look alike, else like none."""
    for n, span in enumerate(spans):
        if span.is_blank:
            before = spans[n - 1]
            after = next(one for one in spans[n + 1 :] if not one.is_blank)
            spans[n] = Wording(
                span.text,
                strong=before.strong and after.strong,
                emphasis=before.emphasis and after.emphasis,
                code=before.code and after.code,
                href=before.href if before.href == after.href else "",
            )
    return spans


def _joined(spans: Iterable[Wording]) -> list[Wording]:
    """Neighbours that look alike as one."""
    groups = groupby(spans, key=lambda span: replace(span, text=""))
    return [replace(kind, text="".join(s.text for s in group)) for kind, group in groups]
