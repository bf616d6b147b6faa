"""Words that somebody is quoted with."""

import re
from collections.abc import Iterator
from typing import ClassVar

from press.finding import Finding
from translate.checks.base import Passage, warns

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
            yield warns(self, "a quotation opens or closes only")
        elif before // 2 > after // 2 + others:
            yield warns(self, f"{before // 2} quotations became {after // 2 + others}")
