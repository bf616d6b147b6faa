"""Finding whom to call, at the end of a press release."""

import re
from collections.abc import Iterator, Sequence

from intake.contacts.cards import contact_of
from intake.contacts.dealing import are_mixed_up, cards_of, names_another, names_several
from intake.contacts.kept import are_kept
from intake.contacts.lines import CardLine
from intake.contacts.names import is_person
from intake.contacts.paragraphs import Paragraph, paragraphs_of
from intake.contacts.vocabulary import is_body, is_for_press, is_heading
from press.contact import Contact

# How paragraphs make up cards, and cards a block; `Paragraph.letter` says what the letters mean.
_CARD = (
    r"(?<![h-])[h-]*+"
    r"(?:S[ars]*|P[ar]*|n?Q[ar]*|o?no?(?:a+n(?=[ars]))?a*r[ars]*|(?<=h)r[ars]*)"
)
_BLOCK = re.compile(rf"{_CARD}(?:n?{_CARD})*")
_ONE = re.compile(rf"(?P<aside>n?)(?P<card>{_CARD})")


def take_contacts(lines: Sequence[str]) -> tuple[list[str], tuple[Contact, ...]]:
    """Take the contact blocks out of a text.

    Args:
        lines: everything below the headline.

    Returns:
        The lines that are left, and the contacts, both in order. Every line ends up in the one
        or the other, but for headings that only say that contacts follow.
    """
    paragraphs = paragraphs_of(lines)
    left, contacts = list(lines), list[Contact]()
    for block in _BLOCK.finditer("".join(paragraph.letter for paragraph in paragraphs)):
        if _is_back_to_front(block, paragraphs) or _is_below_columns(block, paragraphs):
            continue
        cards = list(_cards(block[0], paragraphs[block.start() : block.end()]))
        if any(names_several(lines) for lines, _ in cards):
            continue
        found = [contact_of(lines, aside) for lines, aside in cards]
        taken = [n for one in paragraphs[block.start() : block.end()] for n in one.numbers]
        if not any(map(_is_sure, found)) or are_mixed_up(found) or any(map(names_another, found)):
            continue
        if are_kept([lines[n] for n in taken], found):
            contacts += found
            for n in taken:
                left[n] = ""
    return left, tuple(contacts)


def _is_back_to_front(block: re.Match[str], paragraphs: Sequence[Paragraph]) -> bool:
    """Whether numbers in paragraphs of their own may be those of the name before or behind."""
    letters, first, after = block.string, block.start(), block.end()
    if re.search("n[h-]*$", letters[:first]) and block[0].startswith("n"):
        return is_person(" ".join(paragraphs[first - 1].head))
    if not re.search("n[oa]*r[ars]*$", block[0]):
        return False
    is_left = letters[after : after + 1] == "n" and any(map(is_person, paragraphs[after].head))
    return is_left or letters[max(0, first - 1) : first] == "r"


def _is_below_columns(block: re.Match[str], paragraphs: Sequence[Paragraph]) -> bool:
    """Whether numbers in a paragraph of their own stand below people side by side."""
    return any(
        paragraphs[n].has_columns and re.match("[^.nhSPQ]*r", block.string[n + 1 : block.end()])
        for n in range(block.start(), block.end())
    )


def _cards(
    letters: str, paragraphs: Sequence[Paragraph]
) -> Iterator[tuple[Sequence[CardLine], str]]:
    """The lines about each contact, with the words above them that belong to it."""
    for one in _ONE.finditer(letters):
        above = paragraphs[one.start() : one.start("card")]
        card = paragraphs[one.start("card") : one.end()]
        asides = [words for paragraph in above for words in paragraph.head]
        for lines in cards_of([line for paragraph in card for line in paragraph.lines]):
            if any(line.reaches for line in lines):
                yield lines, " ".join(asides)
                asides = []
            else:
                said = (words for line in lines for words in line.words)
                asides += [words for words in said if not _only_leads(words)]


def _only_leads(words: str) -> bool:
    """Whether words only say that contacts follow, or that they are for the press."""
    return is_heading(words) or is_for_press(words)


def _is_sure(contact: Contact) -> bool:
    """Whether a contact is one beyond doubt; others are believed in its company only."""
    named = any(test(contact.name) for test in (is_person, is_body, is_heading))
    can_be_reached = bool(contact.phones or contact.emails)
    return can_be_reached and bool(named or contact.role or contact.address)
