"""A moment that stands alone, as front matter and officers give it."""

from intake.characters.flat import low
from intake.given import Given
from intake.moments.reading import read_moment
from intake.notyet.words.vocabulary import tokens_of
from press.embargo import Embargo
from press.errors import UnreadableTime


def read_typed(words: str, given: Given, written: str = "") -> Embargo:
    """Read words that name a moment and say nothing else.

    Args:
        words: as written.
        given: the zone of a time that names none, and the language.
        written: the same words as somebody typed them, where these have been changed.

    Raises:
        UnreadableTime: they name none for certain, or hold a word that is not understood.
        NonexistentTime, AmbiguousTime: the clocks change just then.
    """
    found = read_moment(words, given, written)
    strange = next((t.text for t in tokens_of(low(words)) if t.kind == "W"), None)
    if strange:
        raise UnreadableTime(
            f"“{written or words}” names no moment for certain: what is “{strange}”?"
        )
    return found
