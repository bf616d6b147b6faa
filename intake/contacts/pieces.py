"""The pieces of one line in order: words, telephone numbers, addresses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from intake.contacts.figures import holds_number, is_number, mended
from intake.contacts.labels import is_fax, is_label, is_note, is_switchboard
from intake.contacts.names import is_person
from intake.contacts.vocabulary import is_address, is_for_press, is_heading, whom_to_call

REACHES = frozenset({"phones", "emails", "sites"})
_AND = "or|ou|of|oder|and|et|en|und"
# Where one line holds several things; a colon belongs to what follows it. What stands in brackets
# stays whole.
_BETWEEN = re.compile(
    r"\([^()]*\)|(?P<gap> ?[|;•·] ?|,\s(?!(?:ext|extension|poste|toestel|dw|x)\b)| [-–—/] "
    rf"| (?:{_AND}) (?=[+(0])|(?<=[0-9)]) (?:{_AND}) |(?<=[0-9)]) (?=[^\s@]+@)"
    r"|(?<=[^\s:]) (?=(?P<next>[^\W\d_][\w-]{0,20}\b(?:\.? [^\W\d_][\w-]{0,20}\b)?)"
    r"(?: ?\([^()]{0,30}\))?(?:\.? ?:? ?[+(0-9]|\.?(?: ?: ?| )[^\s@:]{1,64}@)))",
    re.IGNORECASE,
)
_FURTHEST_BACK = 80  # characters in which the end of an address is looked for
_LABELLED = re.compile(
    r"(?P<label>[^\W\d_](?:[^\W\d_]|\.?[ '’/&-](?=[^\W\d_])){0,60})"
    r"(?P<note>\.? ?\((?![^()a-z]*\))[^()]*\))?"
    r"(?P<mark>\.? ?: ?|\.? |\.?(?=[+(0-9]))(?P<rest>\S.*)",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?P<number>[+(0-9]\+?[0-9() ./‐‑–-]*[0-9])"
    r"(?:,? ?\(?(?:ext|extension|poste|toestel|dw|x)\.? ?\d{1,6}\)?)?"
    r"(?P<note>(?: ?\([^()]+\)){0,3})(?P<said> [^\W\d_].*)?",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[^\s@<>(),;:|\[\]]+@[^\s@<>(),;:|\[\]]+\.[^\s@<>(),;:|\[\].]{2,}")
_SITE = re.compile(
    r"(?:https?://|www\.)[^\s<>|]+[^\s<>|.,;:!?)]|(?:[a-z0-9-]+\.)+[a-z]{2,24}(?:/[^\s<>|]*)?"
)
_FEWEST = 6  # figures of a number that nothing but a name stands before
_IN_BRACKETS = re.compile(r"\((\+[^()]*)\)(?! ?[0-9(/-])")
# Not the “En” of “En son absence”.
_LEADING = re.compile(
    rf"(?:{_AND}|&) (?!(?:son|sa|leur|cas|dehors|semaine|soirée|journée|urgence|week-?end)\b)",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"(?:(?:of|von|van|de) |d['’])(?=[^\W\d_a-z])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line.

    Args:
        field: `phones`, `emails`, `sites`, `words`; `prose` for words that hide a number.
        text: as written; a telephone number with what is said of it.
    """

    field: str
    text: str


def pieces_of(line: str) -> Iterator[Piece]:
    """The pieces of a tidy line; words that belong together stay together."""
    words = label = ""
    parts = ["", *_parts(line)]
    for between, part in zip(parts[::2], parts[1::2], strict=True):
        if not words and is_bare_label(part):
            label = f"{part.rstrip(' :')}: "
            continue
        if words and re.search("[|;•·]", between):
            yield from _spoken(words)
            words = ""
        if not (found := _whole(label + part)):
            words += (between if words else "") + label * (not words) + part
            label = ""
            continue
        yield from _spoken(words)
        words = label = ""
        yield from found
    yield from _spoken(words + label)


def is_bare_label(part: str) -> bool:
    """Whether a part only says what kind of number the next one is: `Tel. | 02 555 01 01`."""
    return not re.search(r"[\d@(]", part) and (
        is_label(part) or is_fax(part) or is_switchboard(part)
    )


def _parts(line: str) -> list[str]:
    """What a line is split into, at even places, and at odd places what it was split at."""
    parts, start = list[str](), 0
    for found in _BETWEEN.finditer(line):
        if found["gap"] is not None and _is_gap(line, found):
            parts += [line[start : found.start()], found[0]]
            start = found.end()
    return mended([*parts, line[start:]])


def _is_gap(line: str, gap: re.Match[str]) -> bool:
    """Whether what follows a blank is called something else: `02 555 01 01 M 0470 55 01 01`."""
    if not (following := gap["next"]):
        return True
    before = line[max(0, gap.start() - _FURTHEST_BACK) : gap.start()].rpartition(" ")[2]
    is_reach = before[-1:].isdigit() or before.endswith(")") or "@" in before
    return is_reach and (is_label(following) or is_fax(following) or is_note(following))


def _spoken(words: str) -> Iterator[Piece]:
    words = _LEADING.sub("", words, count=1) if _LEADING.match(words) else words
    if not words or not re.search(r"\w", words):
        return
    small = sum(word[0].islower() for word in words.split())
    hides = re.search(r"\S@\S", words) or holds_number(words)
    is_prose = (small >= 2 and "://" in words) or (hides and not is_address(words))
    yield Piece("prose" if is_prose else "words", words)


def _whole(part: str) -> tuple[Piece, ...]:
    """A number or an address with nothing but what it is called, or nothing at all.

    What is called so may be announced: `Press: Jane Doe: 02 555 01 01`.
    """
    lead, _, rest = part.partition(":")
    if ":" in rest and (is_for_press(lead) or is_heading(lead)):
        called, *reach = _labelled(rest.strip()) or [Piece("", "")]
        if called.field == "words" and reach:
            return (Piece("words", f"{lead}: {called.text}"), *reach)
    return _labelled(part)


def _labelled(part: str) -> tuple[Piece, ...]:
    if bare := _bare(part):
        return (bare,)
    found = _LABELLED.fullmatch(part)
    if not found:
        return ()
    called, note = _called(found["label"]), found["note"] or ""
    is_kind = is_label(called) or is_fax(called) or is_note(called)
    bare = _bare(found["rest"], is_named=is_kind or _is_called(called, found["rest"]))
    if not bare or not (is_kind or ":" in found["mark"] or is_person(called)):
        return ()
    if is_fax(called):
        return (Piece("words", part),)
    if is_kind:
        return (_noted(bare, f" ({called}){note}" if is_note(called) else note),)
    return (Piece("words", called + note), bare)


def _is_called(name: str, figures: str) -> bool:
    """Whether figures behind a name are so many that they number no house."""
    return is_person(name) and sum(map(str.isdigit, figures)) >= _FEWEST


def _called(label: str) -> str:
    """Who comes before a number, without what kind of number it is: `Jane Doe Tel`."""
    label = whom_to_call(label)
    name, _, last = label.rpartition(" ")
    if is_label(last) and is_person(name):
        return name
    first, _, name = label.partition(" ")
    is_kind = len(first) > 1 and is_label(first)  # not the “M.” of a gentleman
    name = _WHOSE.sub("", name, count=1) if is_kind and is_person(_WHOSE.sub("", name)) else name
    return name if is_kind and is_person(name) else label


def _noted(piece: Piece, note: str) -> Piece:
    """`(office)` says nothing more than `Tel.` does; `(weekends only)` stays with the number."""
    says_more = not is_label(note) or re.search(r"\d", note)
    is_needed = piece.field == "phones" and note.strip(" .") and says_more
    return Piece(piece.field, f"{piece.text} {note.strip(' .')}") if is_needed else piece


def _bare(part: str, *, is_named: bool = False) -> Piece | None:
    part = part.rstrip(" .;,")
    if _EMAIL.fullmatch(part):
        return Piece("emails", part)
    if _SITE.fullmatch(part):
        return Piece("sites", part)
    found = _PHONE.fullmatch(_IN_BRACKETS.sub(r"\1", part))
    if not found or not is_number(found["number"], is_named=is_named):
        return None
    note, said = found["note"] or "", (found["said"] or "").strip()
    if said and (re.search(r"\d|@", said) or not (is_note(said) or is_label(said))):
        return None
    written = found[0][: found.end("note")].removesuffix(note)
    return _noted(_noted(Piece("phones", written), note), f"({said})" if said else "")
