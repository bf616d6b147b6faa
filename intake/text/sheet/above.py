"""How far a mark “not for publication” reaches that stands above the headline."""

from collections.abc import Sequence

from intake.text.sheet.seen import paragraph_end
from intake.text.sheet.top import headline_follows, says_more

_MOST = 80  # lines, blank ones among them, above which a headline begins


def with_words_below(lines: list[str], marks: Sequence[str]) -> list[int]:
    """The lines with marks that are about the rest of their paragraph, and not its headline.

    What else stands there is their sender or their day, or the headline where no other follows.

    Args:
        lines: of a text from its top.
        marks: what each says of publication, as `withheld.marks_in` does.
    """
    found, n = list[int](), 0
    while n < min(len(lines), _MOST) and (marks[n] or not says_more(lines[n])):
        end = n + 1
        if marks[n] == "all" and (end := paragraph_end(lines, n + 1)) > n + 1:
            is_about = any(map(says_more, lines[n + 1 : end])) and end < len(lines)
            if is_about and headline_follows(lines, end):
                found.append(n)
            else:
                end = n + 1
        n = end
    return found
