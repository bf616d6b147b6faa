"""Signs that begin the items of a list on paper, as those with which Markdown begins them."""

import re
from collections.abc import Sequence

_BULLET = re.compile(r"\s*[•·▪▫‣●◦■□◾➢➤✓\uf0b7\uf0a7]\s*(?=\S)")
_DASH = re.compile(r"\s*[–—](?:\s+)(?=[^\W\d_])")
_RING = re.compile(r"\s*o(?:\t|\s{2,}|\s(?=[^\W\d_]))\s*(?=\S)")
_TABBED = re.compile(r"\t+(?=[^\W_])")
_GREATER = re.compile(r"(\s{0,3})>(?=\s?\d)")
_HYPHEN = re.compile(r"\s*-\s+(?=[^\W\d_])")
_HYPHEN_AND_TAB = re.compile(r"\A(\s*-)\t\s*")
# What begins an item that stands alone: behind a mere hyphen `intake.text.lists` sees a paragraph.
ALONE = "-\t"
_STEP = 2  # columns by which an item within another is indented
_DEEPEST = 4
_SAYS_ALL = re.compile(r"[.!?…–—-]\W*$")  # a sentence, or a mark between two dashes
_SPOKEN = re.compile(r"[?!…«»“”„\"]")


def listed(lines: Sequence[str]) -> list[str]:
    """The lines of a typed text with `- ` for what begins items there.

    A sign alone makes a list where it is a bullet, or a dash to which a colon leads, in a paragraph
    of its own. Dashes before figures, names or what is said in turns make none.

    Args:
        lines: of the text below its headline.
    """
    found = [_HYPHEN_AND_TAB.sub(r"\1 ", line, count=1) for line in lines]  # `ALONE` is ours
    for sign in (_BULLET, _DASH, _RING, _TABBED):
        for run in _runs(found, sign):
            if _are_items(found, run, sign):
                depths = _depths(found, run, sign)
                for n, deep in zip(run, depths, strict=True):
                    found[n] = f"{'  ' * deep}- {sign.sub('', found[n], count=1)}"
    for sign in (_BULLET, _DASH, _HYPHEN, _TABBED):
        for (n,) in (run for run in _runs(found, sign) if len(run) == 1):
            if _is_alone(found, n) and _is_one_item(found, n, sign):
                found[n] = f"{ALONE}{sign.sub('', found[n], count=1)}"
    return _without_comparisons(found)


def _is_alone(lines: Sequence[str], n: int) -> bool:
    """Whether a line is a paragraph of its own, or stands right below the one that leads to it."""
    above, below = (lines[k].strip() if 0 <= k < len(lines) else "" for k in (n - 1, n + 1))
    return not below and (not above or above.endswith(":"))


def _is_one_item(lines: Sequence[str], n: int, sign: re.Pattern[str]) -> bool:
    """Whether a line with a sign is a list: who speaks or signs begins with a dash as well."""
    words = sign.sub("", lines[n], count=1)
    if sign is _BULLET:
        return re.search(r"[^\W\d_]", words) is not None and _BULLET.search(words) is None
    above = next((lines[k] for k in range(n - 1, -1, -1) if lines[k].strip()), "")
    is_led_to = above.rstrip().endswith(":") and len(words) < 200
    is_name = all(word[:1].isupper() for word in words.split())
    is_indented = sign is _TABBED and words[:1].isupper()  # what somebody said, more likely
    is_said = _SPOKEN.search(words) or _SAYS_ALL.search(words)
    return is_led_to and not (is_name or is_indented or is_said)


def _depths(lines: Sequence[str], run: Sequence[int], sign: re.Pattern[str]) -> list[int]:
    """In how many other items each stands: those that are indented further, or rings below."""
    above = _item_above(lines, run[0])
    widths = [0 if sign is _TABBED else _width(lines[n]) for n in run]
    is_under = above is not None and (sign is _RING or widths[0] >= _width(above) + _STEP)
    base = _width(above) // 2 + 1 if above is not None and is_under else 0
    edges = [min(widths)]
    for width in sorted(widths):
        if width >= edges[-1] + _STEP:
            edges.append(width)
    return [min(base + sum(width >= edge for edge in edges) - 1, _DEEPEST) for width in widths]


def _width(line: str) -> int:
    """How many columns a line is indented by."""
    return len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())


def _item_above(lines: Sequence[str], n: int) -> str | None:
    """The item right above a line."""
    return lines[n - 1] if _is_under(lines, n) else None


def _runs(lines: Sequence[str], sign: re.Pattern[str]) -> list[list[int]]:
    """The numbers of lines that begin with a sign, those together that nothing else parts.

    A line that goes on with an item does not part them, nor does a blank one.
    """
    runs, last = list[list[int]](), -9
    for n, line in enumerate(lines):
        if sign.match(line):
            if runs and (n - last <= 1 or _goes_on(lines, last, n)):
                runs[-1].append(n)
            else:
                runs.append([n])
            last = n
    return runs


def _goes_on(lines: Sequence[str], last: int, n: int) -> bool:
    """Whether the lines between two items belong to the first, or are blank."""
    between = lines[last + 1 : n] if n - last <= 12 else ["", "."]
    first = next((k for k, line in enumerate(between) if not line.strip()), len(between))
    return not any(line.strip() for line in between[first:] if not _is_item(line))


def _is_item(line: str) -> bool:
    return _BULLET.match(line) is not None or re.match(r"\s*[-o]\s", line) is not None


def _are_items(lines: Sequence[str], run: Sequence[int], sign: re.Pattern[str]) -> bool:
    if sign is _RING and _is_under(lines, run[0]):
        return True
    if len(run) < 2:
        return False
    if sign is _DASH:
        return not any(_SPOKEN.search(lines[n]) for n in run)
    if sign is _TABBED:
        above = next((lines[n] for n in range(run[0] - 1, -1, -1) if lines[n].strip()), "")
        return above.rstrip().endswith(":") and all(len(lines[n]) < 200 for n in run)
    return True


def _is_under(lines: Sequence[str], n: int) -> bool:
    """Whether a line stands right below an item."""
    return n > 0 and re.match(r"\s*- ", lines[n - 1]) is not None


def _without_comparisons(lines: list[str]) -> list[str]:
    r"""With `\> 65 Jahre` for a sign of comparison, which would begin a quotation."""
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and lines[end].lstrip().startswith(">"):
            end += 1
        if end > start and all(map(_GREATER.match, lines[start:end])):
            lines[start:end] = [_GREATER.sub(r"\1\\>", line, count=1) for line in lines[start:end]]
        start = max(end, start + 1)
    return lines
