"""Lines dealt to the contacts that they are about, and what leaves that in doubt."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from intake.characters.flat import low
from intake.contacts.labels import is_fax, is_language, is_note
from intake.contacts.lines import CardLine
from intake.contacts.names import (
    hides_person,
    is_person,
    is_title,
    last_of,
    parts_of,
    people_in,
    titled,
)
from intake.contacts.vocabulary import (
    is_address,
    is_body,
    is_duty,
    is_heading,
    is_role,
    is_stand_in,
)
from press.contact import Contact, ContactKind


def cards_of(lines: Sequence[CardLine]) -> list[list[CardLine]]:
    """Apart, the cards of several contacts that follow each other without a blank line."""
    cards, is_below = list[list[CardLine]]([[]]), False
    last = max((n for n, line in enumerate(lines) if line.reaches), default=-1)
    for n, line in enumerate(lines):
        below = lines[n + 1] if n < last else None
        if cards[-1] and n <= last and _begins_card(line, below, cards[-1], is_below=is_below):
            cards.append([])
            is_below = False
        cards[-1].append(line)
        is_below = is_below or line.reaches
    return cards


def _begins_card(
    line: CardLine, below: CardLine | None, card: Sequence[CardLine], *, is_below: bool
) -> bool:
    """Whether a line names somebody else, who has numbers too."""
    names = [part for words in line.words[:1] for part in parts_of(words)]
    if any(is_address(name) for name in names):
        return False
    if not is_below:
        return line.begins or (line.reaches and any(map(is_person, names)))
    if line.begins or any(is_person(name) or is_body(name) for name in names):
        return True
    if _is_for_another(names, line, below):
        return True
    if line.reaches and _has_role(card) and any(map(titled, names)):
        return True
    is_title = bool(names) and all(is_role(name) or is_heading(name) for name in names)
    return is_title and bool(line.reaches or (below and _is_named(below) and _has_role(card)))


def _is_for_another(names: Sequence[str], line: CardLine, below: CardLine | None) -> bool:
    """Whether words are for what is below them: `Vertretung`, `On Sunday:`, `Duty officer`."""
    if not names:
        return False
    is_reached = line.reaches or (below is not None and below.reaches)
    if all(map(is_duty, names)):
        return is_reached
    leads = all(is_stand_in(name) or name.endswith(":") for name in names)
    return leads and below is not None and _is_named(below)


def _is_named(line: CardLine) -> bool:
    return any(map(is_person, (part for words in line.words[:1] for part in parts_of(words))))


def _has_role(card: Sequence[CardLine]) -> bool:
    return any(is_role(part) for line in card for words in line.words for part in parts_of(words))


def is_doubtful(cards: Sequence[Sequence[CardLine]]) -> bool:
    """Whether a number may be somebody else's than its card's: then the lines stay a text."""
    are_shared = any(map(_is_shared, cards)) or any(map(_is_named_below, cards))
    return are_shared or any(map(names_several, cards)) or _ends_with_a_name(cards)


def names_several(card: Sequence[CardLine]) -> bool:
    """Whether lines about one name a second, but for a town below a street."""
    words = [said for line in card for said in line.words]
    notes = [phone.partition("(")[2] for line in card for phone in line.phones]
    said = [*_but_towns(words), *notes, *map(last_of, _behind(card))]
    people = frozenset[str]().union(*map(people_in, said))
    return len(people) > 1 or _are_of_others(people, notes)


def _behind(card: Sequence[CardLine]) -> Iterator[str]:
    """The words of unknown sense behind a number, or before one below other words."""
    first = next((n for n, line in enumerate(card) if line.reaches), len(card))
    words = (said for line in card[max(first, 1) :] for said in line.words)
    return (said for said in words if not is_known(said))


def _is_named_below(card: Sequence[CardLine]) -> bool:
    """Whether somebody is named below the number of nobody: it may be of whoever comes before."""
    first = next((n for n, line in enumerate(card) if line.reaches), len(card))
    head = list(_parts(card[: first + 1]))
    if all(map(is_stand_in, head)) and head:
        return True
    is_nobodys = bool(head) and not any(is_person(said) or is_body(said) for said in head)
    return is_nobodys and any(map(_is_named, card[first + 1 :]))


def _are_of_others(people: Iterable[str], notes: Sequence[str]) -> bool:
    """Whether a number is said to be somebody's, and another somebody else's: `(Jane)`."""
    named = {name for one in people for name in one.split()}
    said = [low(note).strip(" ()") for note in notes if note]
    unknown = [note for note in said if not is_known(note)]
    return any(one in named for one in said) and any(one not in named for one in unknown)


def _is_shared(card: Sequence[CardLine]) -> bool:
    """Whether unknown words stand before a number below the first: they may be a name."""
    first = next((n for n, line in enumerate(card) if line.reaches), len(card))
    head = list(_parts(card[: first + 1]))
    is_service = any(is_body(part) and not is_heading(part) for part in head)
    is_service = is_service and not any(map(is_person, head))
    is_listed = card[first : first + 1] and _is_listed(card[: first + 1])
    has_role = any(map(is_role, head))
    for line, below in pairwise([*card[first + 1 :], CardLine()]):
        names = [words for words in line.words if not is_known(words, has_role=has_role)]
        has_role = has_role or any(map(is_role, line.words))
        is_number = bool(line.phones or line.emails)
        is_above = not line.reaches and bool(below.phones or below.emails)
        if names and (is_above or (is_number and not (is_service or is_listed))):
            return True
    return False


def _is_listed(lines: Sequence[CardLine]) -> bool:
    """Whether the first number says where it rings, as the next may: `Brussels: 02 555 01 01`."""
    return len(lines) > 1 and bool(lines[-1].words) and bool(lines[-1].phones)


def is_known(words: str, *, has_role: bool = False) -> bool:
    """Whether words are no name: where, what or when rather than who."""
    said = is_note(words) or is_fax(words.partition(":")[0]) or is_language(words)
    if said or is_address(words) or re.match(r"[\w ]+: ", words):
        return not hides_person(words)
    return (is_title(words) or is_body(words)) and not has_role


def _parts(lines: Iterable[CardLine]) -> Iterator[str]:
    return (part for line in lines for words in line.words for part in parts_of(words))


def _ends_with_a_name(cards: Sequence[Sequence[CardLine]]) -> bool:
    """Whether the last of several names has no number: the numbers may come first."""
    last = cards[-1][-1]
    return len(cards) > 1 and not last.reaches and _is_named(last)


def names_another(contact: Contact) -> bool:
    """Whether a contact bears the names of several people, one of them as its role.

    Then nobody knows whose its numbers are.
    """
    people = people_in(contact.name) | people_in(contact.role)
    return len(people) > 1


def _but_towns(words: Iterable[str]) -> Iterator[str]:
    """Words in order, without those below a street: the name of a town is like somebody's."""
    return (said for above, said in pairwise(["", *words]) if not is_address(above))


def are_mixed_up(contacts: Sequence[Contact]) -> bool:
    """Whether somebody has the address that bears the name of another."""
    people = [one for one in contacts if one.kind is ContactKind.PERSON]
    owners = {name: one.name for one in people for name in _names(one.name)}
    return any(
        owners.get(name, one.name) != one.name
        for one in people
        for email in one.emails
        if not (said := _names(email.partition("@")[0])) & _names(one.name)
        for name in said
    )


def _names(words: str) -> set[str]:
    return {name for name in re.findall(r"[^\W\d_]+", low(words)) if len(name) > 2}
