"""One line of what may be a contact block: whose numbers and addresses stand on it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from intake.contacts.labels import is_note
from intake.contacts.names import LONGEST, is_person, is_title, parts_of, titled
from intake.contacts.pieces import REACHES, Piece, is_bare_label, pieces_of
from intake.contacts.tidying import tidy
from intake.contacts.vocabulary import is_address, is_body, is_heading, is_role

_REACH = re.compile(r"[+(0-9]|[^\s@]+@|www\.|https?:")


@dataclass(frozen=True, slots=True)
class CardLine:
    """What one line says of one contact.

    Args:
        words: what is left when numbers and addresses are taken out.
        phones: telephone numbers as written.
        emails: e-mail addresses.
        sites: web addresses.
        is_prose: whether a number stands in the middle of a sentence, or it is in doubt whose.
        begins: whether it surely begins with somebody's name.
    """

    words: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    is_prose: bool = False
    begins: bool = False

    @property
    def reaches(self) -> bool:
        """Whether there is anything by which somebody can be reached."""
        return bool(self.phones or self.emails or self.sites)


def with_labels(lines: Sequence[str]) -> list[str]:
    """Lines of a paragraph, with what kind of number follows before it, not on a line above."""
    whole, label = list[str](), ""
    for raw in lines:
        if label and _REACH.match(tidy(raw)):
            whole[-1] = f"{label.rstrip(' :')}: {tidy(raw)}"
            label = ""
        else:
            label = tidy(raw) if _is_label(raw) else ""
            whole.append(raw)
    return whole


def are_stacked(lines: Sequence[str]) -> bool:
    """Whether kinds of numbers follow each other: nobody knows which number is the fax."""
    return any(_is_label(above) and _is_label(below) for above, below in pairwise(lines))


def _is_label(raw: str) -> bool:
    if len(raw) > LONGEST or not (words := tidy(raw)):
        return False
    return is_bare_label(words) and not is_body(words)


def read_line(raw: str) -> CardLine:
    """Take apart a line that is about one contact."""
    return _line(list(pieces_of(tidy(raw))))


def read_lines(raw: str) -> tuple[CardLine, ...]:
    """Take apart a line that may name several people, each before the numbers to call them on.

    Where numbers come first, or a name comes last without any, it is in doubt whose they are.
    """
    pieces = list(pieces_of(tidy(raw)))
    groups = _groups(pieces)
    if len(groups) == 1:
        return (_line(pieces),)
    lines = [replace(_line(group), begins=n > 0) for n, group in enumerate(groups)]
    if not all(line.words and line.reaches for line in lines):
        return (replace(_line(pieces), is_prose=True),)
    return tuple(lines)


def _groups(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces about one person after the other."""
    groups, is_reached, is_titled = list[list[Piece]]([[]]), False, False
    for piece in pieces:
        is_other = names_somebody(piece.text) or bool(is_titled and titled(piece.text))
        if piece.field == "words":
            is_titled = is_titled or any(map(is_role, parts_of(piece.text)))
        if piece.field == "words" and is_reached and is_other:
            groups.append([])
            is_reached = False
        groups[-1].append(piece)
        is_reached = is_reached or piece.field in REACHES
    return groups


def names_somebody(words: str) -> bool:
    """Whether words begin with a person or a service."""
    if is_note(words):
        return False
    parts = [words.partition(",")[0], *parts_of(words)]
    return any(is_person(part) or is_body(part) for part in parts)


def _line(pieces: Sequence[Piece]) -> CardLine:
    """What the pieces say together; what is said of a number stays with it."""
    kept = list[Piece]()
    for piece in pieces:
        if kept and kept[-1].field == "phones" and piece.field == "words" and is_note(piece.text):
            kept[-1] = Piece("phones", f"{kept[-1].text} ({piece.text})")
        else:
            kept.append(piece)
    words, phones, emails, sites = (
        tuple(piece.text for piece in kept if piece.field == field)
        for field in ("words", "phones", "emails", "sites")
    )
    return CardLine(
        words=_with_place(words) if phones or emails else words,
        phones=phones,
        emails=emails,
        sites=sites,
        is_prose=any(p.field == "prose" for p in kept) or _is_torn(kept) or _names_many(words),
    )


def _with_place(words: Sequence[str]) -> tuple[str, ...]:
    """Where somebody works apart from the name: `Ann Example, OFR-Corvane`."""
    parts = [part for said in words for part in parts_of(said)]
    named = next((n for n, part in enumerate(parts) if not is_heading(part)), 0)
    if not parts:
        return ()
    name, _, place = parts[named].partition(", ")
    if is_person(name) and place and not any(map(is_person, place.split(", "))):
        parts[named : named + 1] = [name, place]
        return tuple(parts)
    return tuple(words)


def _names_many(words: Sequence[str]) -> bool:
    """Whether several people share the numbers behind them: `Jane Doe, clerk / John Roe`."""
    return any(
        sum(is_person(part.partition(",")[0]) for part in said.split(" / ")) > 1
        for said in words
        if " / " in said
    )


def _is_torn(pieces: Sequence[Piece]) -> bool:
    """Whether unknown words stand between numbers: they may be those of somebody else."""
    reach = [n for n, piece in enumerate(pieces) if piece.field in REACHES]
    inner = pieces[reach[0] : reach[-1]] if reach else ()
    words = [piece.text for piece in inner if piece.field == "words"]
    behind = [p.text for p in pieces[reach[-1] :] if p.field == "words"] if reach else []
    small = sum(word[0].islower() for words in behind for word in words.split())
    return small >= 3 or not all(is_address(said) or is_title(said) for said in words)
