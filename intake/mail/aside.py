"""What is laid aside while the press text of a mail is looked for: named, and screened."""

import re
from collections.abc import Sequence
from itertools import islice

from intake.given import Given
from intake.looked_through import heard_in
from intake.mail.headers import MailHeader, written_in
from intake.notyet.naming import not_yet_in
from intake.notyet.outright import outright
from intake.notyet.screening import each_moment_once, screen
from intake.notyet.waiting import waiting_in
from intake.notyet.withholding import marked_beside
from intake.text.sheet.withheld import marks_in
from press.errors import UnreadableFile
from press.releases.received import LeftOut
from press.releases.release import NotYet

_NAMED = re.compile("embargo|sperrfrist")  # fields that say by their name what they are
_LATER = ("deferred-delivery", "x-deferred-delivery")  # RFC 2156, 5.3.4: it was to go out then
_PIECES = re.compile(r"[:|()\[\]–—]| - ")
_SENTENCES = re.compile(r"(?<=[.!])\s|\n")
_NOTE = 5000  # characters of a covering note at the most
_SENSITIVE = ("company-confidential", "private", "personal")  # RFC 2156, 5.3.3
_LETTERS = 500_000  # that are looked through beside the text, which no thread of mails has
_LONGEST_NAME = 500  # characters of a file's name; no system takes as many
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
        self._letters = 0
        self._heard = set[tuple[str, str]]()

    def lay(self, words: str, why: str, *, is_formula: bool = False) -> None:
        """Lay words aside.

        Args:
            words: that are no part of the text.
            why: as a clause.
            is_formula: whether they stand below every mail of the sender.
        """
        self.heed(words, is_formula=is_formula)
        said = " ".join(words.split())
        if said:
            shown = said if len(said) <= _SHOWN else f"{said[:_SHOWN].rstrip()} …"
            self.left_out.append(LeftOut(shown, why))

    def lay_lines(self, lines: Sequence[str], why: str) -> None:
        """The same with lines, which may be quoted."""
        self.lay("\n".join(line.lstrip("> ") for line in lines), why)

    def heed(self, words: str, *, is_formula: bool = False) -> str:
        """Look for “not yet” in words; they themselves without the parts that only say that."""
        if not is_formula and self._letters <= _LETTERS:
            self._found += marked_beside(words.split("\n"))
            if len(words) < _NOTE:
                self._heed_marks(words, _SENTENCES)
        self._letters += len(words)
        if len(self._found) >= _MOST or self._letters > _LETTERS:
            self._found.append(_TOO_MANY)
            return words
        screened = screen(words, self.given)
        self._found += screened.not_yet
        if not is_formula and not screened.not_yet:
            self._found += islice(waiting_in((words,)), 1)
        return screened.text

    def heed_lines(self, lines: Sequence[str]) -> None:
        """The same with lines, which may be quoted."""
        self.heed("\n".join(line.lstrip("> ") for line in lines))

    def heed_header(self, header: MailHeader) -> None:
        """The same with all that people write into the header of a mail or of a part of one."""
        for name, value in written_in(header):
            if (name, value) in self._heard:
                continue
            self._heard.add((name, value))
            if name == "sensitivity" and value.lower() in _SENSITIVE:
                self._found.append(NotYet(value, None, f"its sender marked it as “{value}”"))
            if name in _LATER:
                self._found += outright((("release-time", value),), self.given)
            if any(marks_in(piece) == "all" for piece in _PIECES.split(value)):
                self._found += marked_beside((value,)) or (
                    NotYet(value, None, f"it says “{value}”"),
                )
            self.heed(f"{name.removeprefix('x-')}: {value}" if _NAMED.search(name) else value)
        for file in filter(None, dict.fromkeys(header.file_names())):
            self.heed_name(file)

    def heed_file(self, name: str, data: bytes) -> None:
        """The same with all that a file says which is no part of the text.

        Args:
            name: of the file.
            data: its content.
        """
        try:
            heard = heard_in(data, self.given)
        except UnreadableFile:
            self.pass_over(name)
            return
        self._found += heard.not_yet
        for words in dict.fromkeys(heard.words):
            self.heed(words)

    def pass_over(self, name: str) -> None:
        """Hold the text: what comes with it may say “not yet”, and cannot be read.

        Args:
            name: of what cannot.
        """
        said = " ".join(name.split())[:_SHOWN]
        why = f"its attachment “{said}” could not be looked through"
        self._found.append(NotYet("", None, why))

    def _heed_marks(self, words: str, ends: re.Pattern[str]) -> None:
        """The same with the parts of a line or a note that say nothing but `Confidential`."""
        for piece in ends.split(words):
            if marks_in(piece) == "all":
                said = " ".join(piece.split())
                self._found.append(NotYet(said, None, f"it says “{said}”"))

    def heed_name(self, name: str) -> None:
        """The same with the name of a file."""
        if len(self._found) >= _MOST or len(name) > _LONGEST_NAME:
            self._found.append(_TOO_MANY)
        elif named := not_yet_in(name, self.given):
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
