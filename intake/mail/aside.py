"""What is laid aside while the press text of a mail is looked for: named, and screened."""

from collections.abc import Sequence

from intake.given import Given
from intake.notyet.naming import not_yet_in
from intake.notyet.screening import each_moment_once, screen
from press.releases.received import LeftOut
from press.releases.release import NotYet

_SHOWN = 300  # characters of what was left out
_MOST = 200  # orders beside the text; a mail with more of them is held, and no more is looked for
_TOO_MANY = NotYet("", None, "it says in too many places that it must not come out yet")


class LaidAside:
    """Collects what is no part of the text, and what in it says “not yet”.

    In doubt nothing goes out: an embargo in the subject, in a covering note or in a mail that is
    quoted holds the text that came with it.

    Args:
        given: the zone and the language.
    """

    def __init__(self, given: Given) -> None:
        self.given = given
        self.left_out = list[LeftOut]()
        self.notes = list[str]()
        self._found = list[NotYet]()

    def lay(self, words: str, why: str) -> None:
        """Lay words aside, with the reason as a clause."""
        self.heed(words)
        said = " ".join(words.split())
        if said:
            shown = said if len(said) <= _SHOWN else f"{said[:_SHOWN].rstrip()} …"
            self.left_out.append(LeftOut(shown, why))

    def lay_lines(self, lines: Sequence[str], why: str) -> None:
        """The same with lines, which may be quoted."""
        self.lay("\n".join(line.lstrip("> ") for line in lines), why)

    def heed(self, words: str) -> str:
        """Look for “not yet” in words; they themselves without the parts that only say that."""
        if len(self._found) >= _MOST:
            self._found.append(_TOO_MANY)
            return words
        screened = screen(words, self.given)
        self._found += screened.not_yet
        return screened.text

    def heed_lines(self, lines: Sequence[str]) -> None:
        """The same with lines, which may be quoted."""
        self.heed("\n".join(line.lstrip("> ") for line in lines))

    def heed_name(self, name: str) -> None:
        """The same with the name of a file."""
        if named := not_yet_in(name, self.given):
            self._found.append(named)

    def not_yet(self, said: Sequence[NotYet]) -> tuple[NotYet, ...]:
        """What the text itself says, and what was found beside it; nothing of it twice.

        A mere word adds nothing to a moment.

        Args:
            said: in the text.
        """
        found = tuple(dict.fromkeys((*said, *self._found)))
        has_moment = any(one.embargo for one in found)
        beside = (one for one in found if one in said or not (has_moment and one.bare))
        return tuple(each_moment_once(beside))
