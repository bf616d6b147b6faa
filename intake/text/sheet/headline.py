"""The headline of a text, where it can be told; else the subject of the mail that brought it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from intake.characters.flat import low
from intake.given import Given
from intake.text.blocks import plain
from intake.text.sheet.furniture import without_spoken_word
from intake.text.sheet.seen import level, paragraph_end
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
    r"\A\s*(?:\*\*)?(?:subject|headline|betreff|objet|onderwerp|kop|titre|titel)\s?:(?:\*\*)?\s+(?=\S)",
    re.IGNORECASE,
)
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
    lines: list[str], first: int, given: Given, is_furniture: Callable[[str], bool]
) -> Headline:
    """The headline that begins on a line, else the subject of the mail.

    Args:
        lines: of the text.
        first: number of the line that is the first of the text itself.
        given: with the subject, where a mail brought the text.
        is_furniture: whether a line within its paragraph is no part of it.

    Raises:
        UnreadableFile: it cannot be told.
    """
    end, words = _paragraph(lines, first, is_furniture)
    words, remark = without_spoken_word(_plain(_CALLED.sub("", words.strip(), count=1)))
    try:
        _check(words, is_marked=level(lines[first]) > 0)
    except UnreadableFile:
        if not (subject := subject_of(given.subject)):
            raise
        note = "the mail's subject is the headline: the text's own cannot be told"
        return Headline(subject, first, first, note=note)
    return Headline(words, first, end, remark)


def _plain(words: str) -> str:
    """The words without marks, where they are few enough to be a headline whatever the marks."""
    return plain(words) if len(words) <= 10 * LONGEST_HEADLINE else " ".join(words.split())


def subject_of(words: str) -> str:
    """The subject of a mail, without what says that it was answered or passed on."""
    while found := _PREFIX.match(words):
        words = words[found.end() :]
    return plain(" ".join(words.split())[: 10 * LONGEST_HEADLINE])[:LONGEST_HEADLINE]


def _paragraph(
    lines: list[str], first: int, is_furniture: Callable[[str], bool]
) -> tuple[int, str]:
    """The first paragraph, or the first line where Markdown marks it, and the line behind it."""
    if marked := _MARKED.fullmatch(lines[first].strip()):
        return first + 1, marked[1].rstrip("# ")
    end = paragraph_end(lines, first)
    if end - first > 1 and _UNDERLINED.fullmatch(lines[first + 1]):
        return first + 2, lines[first]
    few = range(first + 1, min(end, first + 6))
    end = next((n for n in few if is_furniture(lines[n])), end)
    return end, " ".join(lines[first:end])


def _check(words: str, *, is_marked: bool) -> None:
    if not words:
        raise UnreadableFile("it has no headline")
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
