"""Taking what was found out of the lines of a text, and what only stood there for its sake."""

import re
from collections.abc import Sequence

from intake.notyet.mending import is_nothing, is_place_beside, mended
from intake.notyet.tables import ROW


def cut(
    lines: Sequence[str],
    left: list[str | None],
    n: int,
    start: int,
    cuts: Sequence[tuple[int, int]],
) -> None:
    """Take what was found out of one line.

    Args:
        lines: of the whole text, as written.
        left: the same lines, those without what was taken out so far.
        n: number of the line.
        start: where in the text it begins.
        cuts: where in the text what is taken out begins and ends.
    """
    line = lines[n]
    rest = line
    for first, last in cuts:
        begin, end = max(first - start, 0), min(last - start, len(line))
        if begin < end:
            rest = rest[:begin] + "\x00" * (end - begin) + rest[end:]
    if rest == line:
        return
    words = mended(rest)
    if words is None or is_nothing(words) or is_place_beside(rest):
        _mend_fences(lines, left, n)
        is_plain = re.match(r"\s*(?:[-*+>|]|\d+[.)]\s)", line) is None
        left[n] = "" if is_plain else None
        _mend_below(lines, left, n)
    else:
        left[n] = words


def _mend_fences(lines: Sequence[str], left: list[str | None], n: int) -> None:
    """Take out the fences of a block of code in which nothing is left."""
    above, below = (lines[k].strip() for k in (n - 1, min(n + 1, len(lines) - 1)))
    if n and above[:3] in ("```", "~~~") and below == above[:3]:
        left[n - 1] = left[n + 1] = ""


def _mend_below(lines: Sequence[str], left: list[str | None], n: int) -> None:
    """Take out the rule under a heading that is gone; keep that of a table below a row."""
    if n + 1 >= len(lines):
        return
    line, below = lines[n], lines[n + 1]
    if re.fullmatch(r"\s{0,3}(?:=+|-+)\s*", below) and line.strip():
        left[n + 1] = ""
    elif "|" in line and ROW.fullmatch(below) and "-" in below:
        row = lines[n + 2] if n + 2 < len(lines) else ""
        left[n + 1] = row if "|" in row else None
        if "|" in row:
            left[n + 2] = below
