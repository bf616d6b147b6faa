"""Words that somebody is quoted with."""

import re
from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, shown, warns

_MARKS = re.compile('["“”„«»]')
_SINGLE = re.compile(r"(?<!\w)['‘’‚](?=\w)")  # as Dutch papers quote


class Quotations:
    """Every quotation opens and closes, and none is lost."""

    name: ClassVar[str] = "quotations"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find quotation marks lost, or without their pair."""
        before, after = (len(_MARKS.findall(t)) for t in (passage.source, passage.said))
        others = len(_SINGLE.findall(passage.said))
        if before % 2 == 0 and after % 2:
            yield warns(
                self, f"a quotation mark is opened and not closed at {_quoted(passage.said)}"
            )
        elif before // 2 > after // 2 + others:
            left = f"of {before // 2} quotations the translation has {after // 2 + others}"
            yield warns(self, f"the original quotes {_quoted(passage.source)}; {left}")


def _quoted(text: str) -> str:
    """What the first mark of a text quotes, as far as a finding shows it."""
    inside = _MARKS.split(text)[1:]
    return shown(next((words for words in inside if words.strip()), ""))
