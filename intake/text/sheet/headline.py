"""The headline of a text, where it can be told; else the subject of the mail that brought it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from intake.characters.flat import low, set_of
from intake.given import Given
from intake.text.blocks import plain
from intake.text.sheet.furniture import is_letterhead, without_spoken_word
from intake.text.sheet.reference_number import is_called_number
from intake.text.sheet.seen import level, paragraph_end, said
from press.errors import UnreadableFile

LONGEST_HEADLINE = 300
_PROSE = 150  # characters from which several sentences are no headline
_MARKED = re.compile(r"#{1,6}\s+(.*)")
_UNDERLINED = re.compile(r"\s{0,3}(?:=+|-+)\s*")
_STOP = re.compile(r"(?<=[^\W\d_]{3})[.!?…][”\"»’)]?\s+[\"“„«‘(]?[A-ZÀ-Þ]")
_GREETING = re.compile(
    r"(?:good (?:morning|afternoon|evening|day)|ladies and gentlemen|dear|hello|thank you"
    r"|excellenc\w+"
    r"|mesdames|messieurs|bonjour|bonsoir|chers?|cheres?|madame|monsieur|sehr geehrte?r?|liebe"
    r"|meine damen|guten (?:morgen|tag|abend)|dames en heren|geachte|beste|goede(?:morgen|middag"
    r"|navond))\b.*[,!:]|(?:ladies and gentlemen|mesdames et messieurs|meine damen und herren"
    r"|dames en heren|good (?:morning|afternoon|evening)(?:,? \w+)?)[.!]?"
)
_ASKED = re.compile(
    r"(?:q|a|f|v|question|answer|frage|antwort|vraag|antwoord|reponse)\s?[.:)]\s+\S.*"
)
_PREFIX = re.compile(
    r"\s*(?:re|fwd?|wg|tr|aw|sv|antw|doorst|ref|vs|i)\s*(?:\[\d+\])?\s*:\s*", re.IGNORECASE
)
# What a memo calls its headline.
_CALLED = re.compile(
    r"\A\s*(?:\*\*)?(?:subject|headline|betreff|betrifft|betr\.|betreft|objet|concerne|sujet|onderwerp"
    r"|kop|titre|titel)\s?:(?:\*\*)?\s+(?=\S)",
    re.IGNORECASE,
)
# Words that never end a headline.
_OPEN = set_of(
    "a an and at by de der des die du en et fur in la le les mit of on or the to und van von voor"
    " with zu zur zum"
)
_BY_SUBJECT = "the mail's subject is the headline: the text's own cannot be told"
_BEGINS_WITH_TEXT = "the mail's subject is the headline: its text begins with a paragraph"
_ADVICE = "put the headline in a paragraph of its own"


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline, and where the text goes on below it.

    Args:
        words: plain text on one line.
        first: number of its first line, or of the first of the text where it has none.
        end: number of the line behind it.
        remark: that the spoken word counts, where it said so in brackets.
        note: what an officer should know of it; may be empty.
    """

    words: str = ""
    first: int = 0
    end: int = 0
    remark: str = ""
    note: str = ""


def headline_at(
    lines: list[str],
    first: int,
    given: Given,
    is_furniture: Callable[[str], bool],
    *,
    doubtful: bool = False,
) -> Headline:
    """The headline that begins on a line, else the subject of the mail.

    Args:
        lines: of the text.
        first: number of the line that is the first of the text itself.
        given: with the subject, where a mail brought the text.
        is_furniture: whether a line within its paragraph is no part of it.
        doubtful: whether it may as well be the name of an office as the one below.

    Raises:
        UnreadableFile: it cannot be told.
    """
    end, words = lines_of_headline(lines, first, is_furniture)
    words, remark = without_spoken_word(_plain(_CALLED.sub("", words.strip(), count=1)))
    try:
        if doubtful:
            raise UnreadableFile(
                f"it has no headline that can be told: “{words[:60]}” may name an office, "
                f"and so may what stands below it; mark the headline with # in front of it"
            )
        _check(words, is_marked=level(lines[first]) > 0)
    except UnreadableFile:
        if not (subject := subject_of(given.subject)):
            raise
        return Headline(subject, first, first, note=_BY_SUBJECT)
    subject = subject_of(given.subject) if is_prose(words) and not level(lines[first]) else ""
    if subject and not is_letterhead(subject):
        return Headline(subject, first, first, note=_BEGINS_WITH_TEXT)
    return Headline(words, first, end, remark)


def _plain(words: str) -> str:
    """The words without marks, where they are few enough to be a headline whatever the marks."""
    return plain(words) if len(words) <= 10 * LONGEST_HEADLINE else " ".join(words.split())


def subject_of(words: str) -> str:
    """The subject of a mail, without what says that it was answered or passed on."""
    while found := _PREFIX.match(words):
        words = words[found.end() :]
    return plain(" ".join(words.split())[: 10 * LONGEST_HEADLINE])[:LONGEST_HEADLINE]


def lines_of_headline(
    lines: list[str], first: int, is_furniture: Callable[[str], bool]
) -> tuple[int, str]:
    """The number of the line behind a headline that begins on a line, and its words.

    It is a paragraph, or the first line where Markdown or a name such as `Subject:` marks it, or
    where the sentences of the text follow right below it, as its sender and its day stand above.
    """
    if marked := _MARKED.fullmatch(lines[first].strip()):
        return first + 1, marked[1].rstrip("# ")
    end = paragraph_end(lines, first)
    if end - first > 1 and _UNDERLINED.fullmatch(lines[first + 1]):
        return first + 2, lines[first]
    few = range(first + 1, min(end, first + 6))
    end = next((n for n in few if is_furniture(lines[n])), end)
    in_block = _CALLED.match(lines[first]) or (first > 0 and lines[first - 1].strip())
    if (
        in_block
        and end - first > 1
        and _stands_alone(said(lines[first]), " ".join(lines[first + 1 : end]))
    ):
        return first + 1, lines[first]
    return end, " ".join(lines[first:end])


def _stands_alone(line: str, below: str) -> bool:
    """Whether a line is a headline by itself, and what stands right below it goes on with it."""
    if below[:1].islower():
        return False
    if _CALLED.match(line):
        return True
    ends_open = line.endswith((",", "-", "–")) or low(line).split()[-1] in _OPEN
    is_short = len(line) <= _PROSE and not line.endswith((".", "!", "?", "…", ":", ";"))
    is_text = below.rstrip().endswith((".", "”", '"', "»")) and (
        len(below) > 60 or _STOP.search(below) is not None
    )
    return is_short and not ends_open and not is_greeting(line) and is_text


def _check(words: str, *, is_marked: bool) -> None:
    if not words:
        raise UnreadableFile("it has no headline")
    if is_called_number(words):
        raise UnreadableFile(
            f"it has no headline that can be told: “{words[:60]}” is a reference; {_ADVICE}"
        )
    if len(words) > LONGEST_HEADLINE:
        raise UnreadableFile(
            f"it has no headline: the first paragraph has {len(words)} characters; {_ADVICE}"
        )
    if not is_marked and (is_greeting(words) or (len(words) > _PROSE and _STOP.search(words))):
        raise UnreadableFile(
            f"it has no headline that can be told: “{words[:60]}” begins a text; "
            f"{_ADVICE}, above it"
        )


def is_greeting(words: str) -> bool:
    """Whether words greet, ask or answer, as a speech begins and a transcript goes on."""
    even = low(words[:LONGEST_HEADLINE])
    return bool(words.rstrip().endswith(",") or _GREETING.fullmatch(even) or _ASKED.fullmatch(even))


def is_prose(words: str) -> bool:
    """Whether words are sentences of a text rather than a headline."""
    return (
        len(words) > 200
        or (len(words) > 60 and words.endswith("."))
        or bool(len(words) > 100 and _STOP.search(words))
    )
