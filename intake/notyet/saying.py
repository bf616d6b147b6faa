"""What an order says: the words an officer sees, and its moment or why it names none."""

from intake.given import Given
from intake.moments.reading import read_moment
from intake.notyet.judging import Verdict
from intake.notyet.withholding import held_words
from intake.notyet.words.folded import Folded
from intake.notyet.words.vocabulary import tokens_of
from press.errors import Refusal
from press.releases.release import NotYet

SHOWN = 200  # characters of a line that an officer is shown whole
_LONGEST_MOMENT = 300
_SEAM = " \t-–—―|:,;•·/_*#>."


def said_by(text: str, line: str, folded: Folded, verdict: Verdict, given: Given) -> NotYet:
    """What an order comes to.

    Args:
        text: in which it stands.
        line: as an officer sees it; the order alone where it is too long.
        folded: the words that were judged, from that text.
        verdict: which of them are the order.
        given: the zone of a moment that names none.
    """
    start, end = folded.origin(verdict.start, verdict.end)
    written = " ".join(text[start:end].split()).strip(_SEAM)
    words = line if len(line) <= SHOWN else written[:SHOWN]
    if why := _uncertain(verdict, written[:SHOWN]):
        # A minute says when; it does not answer for whom the words are.
        is_bare = verdict.is_bare and not (verdict.is_event or held_words(written[:SHOWN]))
        is_bare &= verdict.is_sure or all(t.kind != "W" for t in tokens_of(folded.text))
        return NotYet(words, None, why, bare=is_bare)
    said = folded.text[min(verdict.said, verdict.end) : verdict.end]
    begin = folded.origin(min(verdict.said, verdict.end - 1), verdict.end)[0]
    part = " ".join(text[begin:end].split()).strip(_SEAM + "()")
    if len(said) > _LONGEST_MOMENT:
        return NotYet(words, None, f"“{part[:SHOWN]}” names no moment that can be read")
    try:
        return NotYet(words, read_moment(said, given, part))
    except Refusal as refusal:
        return NotYet(words, None, str(refusal))


def _uncertain(verdict: Verdict, written: str) -> str:
    """Why an order names no moment, where that needs no reading."""
    if verdict.is_bare:
        return f"“{written}” names no moment"
    if verdict.is_event:
        return f"“{written}” waits for an event, not for a minute"
    return f"“{verdict.strange.upper()}” is not a time zone that is known" * bool(verdict.strange)
