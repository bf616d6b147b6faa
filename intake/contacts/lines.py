"""The telephone numbers and addresses on one line of a contact block."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from intake.contacts.vocabulary import is_fax, is_label, is_person

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_MARKS = re.compile(r"^(?:[-*+•·▪–]\s+|#+\s+)|\s*(?:\\|<br ?/?>)$")
_LINK = re.compile(r"\[([^\[\]]*)\]\(<?(mailto:|tel:)?([^\s()<>]+)>?\)")
_EMPHASIS = re.compile(r"(\*{1,3})(\S[^*]*)\1|(?<!\w)_(\S[^_]*)_(?!\w)")
_BRACKETS = re.compile(r"<(?:mailto:|tel:)?([^\s<>]+)>")
# Where one line holds several things; a colon belongs to what follows it.
_BETWEEN = re.compile(
    r"(\s*[|;•·]\s*|,\s+|\s+[-–—/]\s+|\s(?:or|ou|of|oder|and|et|en|und)\s(?=[+(0]))"
)
_LABELLED = re.compile(
    r"(?P<label>[^\W\d_](?:[^\W\d_]|\.?[ '’/&-](?=[^\W\d_])){0,30})(?P<note>\.?\s?\([^()]*\))?"
    r"(?P<mark>\.?\s*:\s*|\.?\s+|\.?(?=[+(0-9]))(?P<rest>\S.*)"
)
_PHONE = re.compile(
    r"(?P<number>[+(0-9][0-9()\s./‐‑–-]*[0-9])"
    r"(?:,?\s*\(?(?:ext|extension|poste|toestel|dw|x)\.?\s*\d{1,6}\)?)?"
    r"(?P<note>\s*\([^()]+\))?",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\((\+[^()]*)\)")
_DATE = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}|\(?\d{4}\s?[-–/]\s?\d{4}\)?")
_EMAIL = re.compile(r"[^\s@<>(),;:|\[\]]+@[^\s@<>(),;:|\[\]]+\.[^\s@<>(),;:|\[\].]{2,}")
_REACHABLE = re.compile(r"[+(0][0-9()\s./‐‑–-]{6,}[0-9]|\S@\S|://")
_SITE = re.compile(
    r"(?:https?://|www\.)[^\s<>|]+[^\s<>|.,;:!?)]|(?:[a-z0-9-]+\.)+[a-z]{2,24}(?:/[^\s<>|]*)?"
)


@dataclass(frozen=True, slots=True)
class CardLine:
    """One line of what may be a contact block.

    Args:
        words: what is left when numbers and addresses are taken out.
        phones: telephone numbers as written.
        emails: e-mail addresses.
        sites: web addresses.
        is_prose: whether a number stands in the middle of a sentence.
    """

    words: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    is_prose: bool = False

    @property
    def reaches(self) -> bool:
        """Whether there is anything by which somebody can be reached."""
        return bool(self.phones or self.emails or self.sites)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a line, and the field it belongs to."""

    field: str
    text: str


def read_line(raw: str) -> CardLine:
    """Take a line apart."""
    line = _tidy(raw)
    pieces = list(_whole(line) or _pieces(line))
    return CardLine(
        words=tuple(p.text for p in pieces if p.field == "words" and p.text),
        phones=tuple(p.text for p in pieces if p.field == "phones"),
        emails=tuple(p.text for p in pieces if p.field == "emails"),
        sites=tuple(p.text for p in pieces if p.field == "sites"),
        is_prose=any(p.field == "prose" for p in pieces),
    )


def _tidy(raw: str) -> str:
    line = _MARKS.sub("", _UNSEEN.sub("", raw).replace("\t", " | ").strip(" \n|"))
    line = _BRACKETS.sub(r"\1", _LINK.sub(_unlinked, line)).replace("mailto:", "")
    return " ".join(_EMPHASIS.sub(r"\2\3", line).split()).strip("*_ ")


def _unlinked(link: re.Match[str]) -> str:
    words, scheme, address = link.groups()
    if scheme == "tel:" and re.search(r"\d", words):
        return words
    says_it_again = "@" in words or "." in words or is_label(words)
    return address if says_it_again else f"{words} | {address}"


def _pieces(line: str) -> Iterator[_Piece]:
    """The parts of a line in order; words that belong together stay together."""
    words = ""
    parts = ["", *_BETWEEN.split(line)]
    for between, part in zip(parts[::2], parts[1::2], strict=True):
        if not (found := _whole(part)):
            words += (between if words else "") + part
            continue
        yield from _spoken(words)
        words = ""
        yield from found
    yield from _spoken(words)


def _spoken(words: str) -> Iterator[_Piece]:
    if words:
        small = sum(word[0].islower() for word in words.split())
        is_prose = small >= 2 and _REACHABLE.search(words)
        yield _Piece("prose" if is_prose else "words", words)


def _whole(part: str) -> tuple[_Piece, ...]:
    """A number or an address with nothing but what it is called, or nothing at all."""
    if bare := _bare(part):
        return (bare,)
    found = _LABELLED.fullmatch(part)
    if not found or not (bare := _bare(found["rest"], is_named=True)):
        return ()
    called, note = found["label"], found["note"] or ""
    if is_fax(called):
        return (_Piece("words", part),)
    if is_label(called):
        return (_noted(bare, note),)
    if ":" in found["mark"] or is_person(called):
        return (_Piece("words", called + note), bare)
    return ()


def _noted(piece: _Piece, note: str) -> _Piece:
    """`(office)` says nothing more than `Tel.` does; `(weekends only)` stays with the number."""
    is_needed = piece.field == "phones" and note and not is_label(note)
    return _Piece(piece.field, f"{piece.text} {note.strip(' .')}") if is_needed else piece


def _bare(part: str, *, is_named: bool = False) -> _Piece | None:
    if _EMAIL.fullmatch(part):
        return _Piece("emails", part)
    if _SITE.fullmatch(part):
        return _Piece("sites", part)
    found = _PHONE.fullmatch(_IN_BRACKETS.sub(r"\1", part))
    if found and _is_number(found["number"], is_named=is_named):
        note = found["note"] or ""
        return _noted(_Piece("phones", found[0].removesuffix(note)), note)
    return None


def _is_number(number: str, *, is_named: bool) -> bool:
    """Whether figures are a telephone number (E.164 allows 15, here with a prefix for abroad)."""
    digits = len(re.sub(r"\D", "", number))
    if is_named:
        return 3 <= digits <= 17
    shortest = 7 if number[0] in "+(0" else 9
    return shortest <= digits <= 17 and not _DATE.fullmatch(number)
