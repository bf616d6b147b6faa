"""From the lines of one card to the contact they describe."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from intake.characters.flat import low
from intake.contacts.lines import CardLine
from intake.contacts.vocabulary import is_address, is_body, is_heading, is_person, is_role
from press.contact import Contact, ContactKind

# “Jane Doe, spokesperson”, “Jane Doe – spokesperson”, “Jane Doe (spokesperson)”.
_NAME_AND_ROLE = re.compile(r"([^,(:]+?)(?:,\s+|\s+[-–—]\s+|\s*\((?=.*\)$))(.+?)\)?")
_LEAD = re.compile(r"([^:]+?)\s*:\s+(.+)")


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


def contact_of(lines: Iterable[CardLine], aside: str = "") -> Contact:
    """The contact that the lines of one card describe; the first has words.

    Args:
        lines: in order.
        aside: words above the card that belong to it, such as whom a spokesperson speaks for.
    """
    card = Card()
    for line in lines:
        card.take(line)
    head = [words for words in card.head if not is_heading(words)] or card.head
    start = first_address(head)
    name, role, kind = _who(head[:start], card, has_place=bool(head[start:] or card.sites))
    placed = [words for words in card.tail if kind is ContactKind.SERVICE or _has_place(words)]
    role_lines = [role, aside, *(words for words in card.tail if words not in placed)]
    return Contact(
        kind=kind,
        name=name.rstrip(" :"),
        role=_joined(filter(None, role_lines), ", "),
        address=(*head[start:], *placed),
        phones=tuple(dict.fromkeys(card.phones)),
        emails=tuple(dict.fromkeys(card.emails)),
        sites=tuple(dict.fromkeys(card.sites)),
    )


def first_address(head: Sequence[str]) -> int:
    """Which line an address begins on, or what else is no name: `Open: 9 to 5`.

    The first line is a name, whatever it looks like.
    """
    found = (n for n in range(1, len(head)) if ":" in head[n] or is_address(*head[n:]))
    return next(found, len(head))


def _who(head: Sequence[str], card: Card, *, has_place: bool) -> tuple[str, str, ContactKind]:
    """Name, role and kind: a service has an address or a site, and nobody in it has a role."""
    is_service = is_body(head[0]) or has_place
    person = next(filter(is_person, head), None)
    is_theirs = person and any(_shares_a_name(person, email) for email in card.emails)
    if person and (is_theirs or any(map(is_role, head)) or not is_service):
        rest = [words for words in head if words != person]
        return person, _joined(rest, ", "), ContactKind.PERSON
    if is_service or len(head) == 1:
        return _joined(head, " "), "", ContactKind.SERVICE
    return head[0], _joined(head[1:], ", "), ContactKind.PERSON


def _shares_a_name(person: str, email: str) -> bool:
    local = low(email.partition("@")[0])
    return any(len(name) > 2 and name in local for name in re.findall(r"\w+", low(person)))


def parts_of(words: str) -> Sequence[str]:
    """Name and role on one line, apart; anything else stays as it is."""
    lead = _LEAD.fullmatch(words)
    if lead and (is_role(lead[1]) or is_heading(lead[1])):
        return [lead[1], *parts_of(lead[2])]
    both = _NAME_AND_ROLE.fullmatch(words)
    if both and is_person(both[1]) and is_role(both[2]):
        return both.groups()
    return [words]


def _joined(lines: Iterable[str], between: str) -> str:
    """Lines as one, broken words of a title mended with a space."""
    whole = ""
    for line in lines:
        is_broken = re.search(r"(?:[,;&/–-]|\b(?:and|et|en|und|of|de|van|für))$", whole)
        whole += (" " if is_broken else between) * bool(whole) + line
    return whole


def _has_place(words: str) -> bool:
    return is_address(words) or re.search(r"\d", words) is not None
