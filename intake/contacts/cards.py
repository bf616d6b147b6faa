"""From the lines of one card to the contact they describe."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from intake.characters.flat import low
from intake.contacts.labels import is_language, is_moment, is_note
from intake.contacts.lines import CardLine
from intake.contacts.names import is_for_somebody, is_person, is_work, parts_of, titled
from intake.contacts.vocabulary import (
    is_address,
    is_body,
    is_for_press,
    is_heading,
    is_role,
    is_subheading,
)
from press.contact import Contact, ContactKind


@dataclass(slots=True)
class Card:
    """The lines about one contact, sorted.

    Args:
        head: words above the first number: name, role, address.
        tail: words below it.
        phones: telephone numbers as written.
        emails: e-mail addresses.
        sites: web addresses.
    """

    head: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    sites: list[str] = field(default_factory=list)

    def take(self, line: CardLine) -> None:
        """Add a line."""
        phones = list(line.phones)
        is_below = bool(self.phones or self.emails or self.sites)
        if not line.words or not self.head or not (is_below or line.reaches):
            self.head += [part for words in line.words for part in parts_of(words)]
        elif is_body(line.words[0]) and not is_below:
            self.head += line.words
        elif phones and not is_address(line.words[0]):
            # What a number is for stays with the number: “+32 2 555 01 23 (WhatsApp)”.
            phones[0] += f" ({', '.join(line.words)})"
        else:
            self.tail += line.words
        self.phones += phones
        self.emails += line.emails
        self.sites += line.sites


_ADDRESS = 4  # lines that tell whether an address begins with the first of them
_BROKEN = re.compile(r"(?:[,;&/–-]|\b(?:and|et|en|und|of|de|van|für))$")


def contact_of(lines: Iterable[CardLine], aside: str = "") -> Contact:
    """The contact that the lines of one card describe; the first has words.

    Args:
        lines: in order.
        aside: words above the card that belong to it, such as whom a spokesperson speaks for.
    """
    card = Card()
    for line in lines:
        card.take(line)
    head = [words for words in card.head if not (is_heading(words) or is_for_press(words))]
    head = head or card.head
    start = first_address(head)
    said = _whens(head[:start]) if card.phones else []
    head = [words for words in head if words not in said]
    start -= len(said)
    name, role, kind = _who(head[:start], card, has_place=bool(head[start:] or card.sites))
    if kind is ContactKind.SERVICE and _works_there(aside, name, card) and not head[start:]:
        name, role, aside, kind = aside, name, "", ContactKind.PERSON
    remarks = [f"({words.rstrip(' :')})" for words in said]
    placed = [words for words in card.tail if kind is ContactKind.SERVICE or _has_place(words)]
    role_lines = [role, aside, *(words for words in card.tail if words not in placed)]
    return Contact(
        kind=kind,
        name=name.rstrip(" :"),
        role=_joined(filter(None, role_lines), ", "),
        address=(*head[start:], *placed),
        phones=tuple(dict.fromkeys(" ".join([phone, *remarks]) for phone in card.phones)),
        emails=tuple(dict.fromkeys(card.emails)),
        sites=tuple(dict.fromkeys(card.sites)),
    )


def _whens(head: Sequence[str]) -> list[str]:
    """The words beside a name that say when its numbers are answered: `On Sunday`."""
    whens = filter(lambda words: is_moment(words) or is_note(words), dict.fromkeys(head))
    said = [words for words in whens if not is_language(words)]
    return said if len(said) < len(set(head)) else []


def first_address(head: Sequence[str]) -> int:
    """Which line an address begins on, or what else is no name: `Open: 9 to 5`.

    The first line is a name, whatever it looks like.
    """
    below = range(1, len(head))
    found = (n for n in below if ":" in head[n] or is_address(*head[n : n + _ADDRESS]))
    return next(found, len(head))


def _who(head: Sequence[str], card: Card, *, has_place: bool) -> tuple[str, str, ContactKind]:
    """Name, role and kind: a service has an address or a site, and nobody in it has a role."""
    is_service = is_body(head[0]) or has_place
    if len(head) == 1 and (both := titled(head[0])) and not is_for_somebody(both[0]):
        return both[1], both[0], ContactKind.PERSON
    person = next(filter(is_person, head), None)
    if person and (_is_theirs(person, head, card) or any(map(is_role, head)) or not is_service):
        rest = [words.rstrip(" :") for words in head if words != person]
        return person, _joined(rest, ", "), ContactKind.PERSON
    if is_service or len(head) == 1:
        return _joined(head, " "), "", ContactKind.SERVICE
    return head[0], _joined(head[1:], ", "), ContactKind.PERSON


def _works_there(aside: str, service: str, card: Card) -> bool:
    """Whether a name above a service is that of a person in it, rather than what it is part of."""
    if not is_person(aside) or is_heading(service) or is_subheading(aside):
        return False
    return not card.sites or any(_shares_a_name(aside, email) for email in card.emails)


def _is_theirs(person: str, head: Sequence[str], card: Card) -> bool:
    """Whether a card is a person's, though it has a place or begins with whom they work for."""
    if any(_shares_a_name(person, email) for email in card.emails):
        return True
    if person == head[0] and any(map(is_work, head[1:])):
        return True
    is_last = person == head[-1] and is_body(head[0])
    is_alone = len(head) == 1 and bool(card.phones) and bool(card.sites)
    return is_last or (is_alone and not any(_shares_a_name(person, site) for site in card.sites))


def _shares_a_name(person: str, address: str) -> bool:
    local = low(address.partition("@")[0] if "@" in address else address)
    return any(len(name) > 2 and name in local for name in re.findall(r"\w+", low(person)))


def _joined(lines: Iterable[str], between: str) -> str:
    """Lines as one, broken words of a title mended with a space."""
    whole = list[str]()
    for line in lines:
        is_broken = whole and _BROKEN.search(whole[-1])
        whole += [" " if is_broken else between] * bool(whole) + [line]
    return "".join(whole)


def _has_place(words: str) -> bool:
    return is_address(words) or re.search(r"\d", words) is not None
