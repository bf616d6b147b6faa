"""How long a text may be that is read, so that none takes longer than anybody waits."""

from press.errors import UnreadableFile

LONGEST_LINE = 50_000  # characters; eight thousand words in one paragraph
MOST_LINES = 5_000  # with words, of a text; a hundred pages
MOST_BLANK = 20_000  # lines
MOST_MARKS = (
    20_000  # signs that may mean something to Markdown; reading them costs most of the time
)
_MARKS = (*"[]*_`<!#$^{}~\\", "&#")


def check_bounds(text: str) -> None:
    """Refuse what is longer than any press text.

    Raises:
        UnreadableFile: it has too many lines, or too long a one, or too many marks.
    """
    if sum(map(text.count, _MARKS)) > MOST_MARKS:
        raise UnreadableFile(
            f"it has more than {MOST_MARKS} signs such as [ * _ <, which no press text has: "
            "file its words alone, as plain text"
        )
    lines = text.split("\n")
    if max(map(len, lines)) > LONGEST_LINE:
        raise UnreadableFile(
            f"it has a line of more than {LONGEST_LINE} characters: give each paragraph its own"
        )
    if len(lines) <= MOST_LINES:
        return
    if len(lines) > MOST_BLANK or sum(map(bool, map(str.strip, lines))) > MOST_LINES:
        raise UnreadableFile(
            f"it has more than {MOST_LINES} lines: file the press text, and attach the document"
        )
