"""What tells a press release from a topic listing, in which many releases have their items."""

import re
from collections.abc import Iterator, Sequence

from intake.contacts import take_contacts
from intake.dates import means_date
from intake.flat import low
from intake.items import Item

_NEAR_TOP = 8  # lines with words, among which a dateline or a letterhead stands
_SHORT = 120  # characters of a line that says something of the text rather than in it
_LETTERHEAD = re.compile(
    r"(?:for immediate release|(?:press|news) release|communique(?: de presse)?|nieuwsbericht"
    r"|pers(?:bericht|mededeling)|presse(?:erklarung|meldung|mitteilung))(?: \S*\d\S*)?"
)
# What holds a text back wherever it is said, and what may where a line says little else.
_HELD_BACK = re.compile(
    r"\bembargoed\b|\bembargo\W{1,3}(?:until|till|jusqu|bis|tot)\b"
    r"|\b(?:under|sous|onder|unter)\b.{0,12} embargo\b|\bsperr(?:frist|vermerk)\b"
    r"|\bnot (?:for|to be) (?:publi|releas|broadcast|distribut)|\bhold for release\b"
    r"|\bne pas (?:diffuser|publier)|\bniet (?:voor publicatie|publiceren)\b"
    r"|\bnicht (?:vor|zur) (?:veroffentlich|verbreit)|\bcheck against delivery\b"
)
_MAY_HOLD_BACK = re.compile(r"\bembargo|\bfrei ab\b|\bnot before\b|\bvrij(?:gave)? vanaf\b")


def signs_of_release(title: str, lines: Sequence[str], items: Sequence[Item]) -> tuple[str, ...]:
    """What a release has and a listing has not, in words; nothing where there is no such sign.

    Args:
        title: the first line that says something.
        lines: all those below it.
        items: those among them that may be items of a listing.
    """
    dated = {item.below - 1 for item in items}
    others = ["" if n in dated else line for n, line in enumerate(lines)]
    return tuple(_signs(title, others))


def _signs(title: str, lines: Sequence[str]) -> Iterator[str]:
    said = [title, *(line for line in lines if line.strip())]
    if any(map(means_date, said[:_NEAR_TOP])):
        yield "a dateline"
    if any(_LETTERHEAD.fullmatch(low(line).strip(" *_#:.-")) for line in said[:_NEAR_TOP]):
        yield "a letterhead"
    if any(map(_holds_back, said)):
        yield "words of an embargo"
    if take_contacts(lines)[1]:
        yield "contacts"


def _holds_back(line: str) -> bool:
    words = low(line)
    is_sentence = len(words) > _SHORT or words.endswith(".")  # “The arms embargo was lifted.”
    return bool(_HELD_BACK.search(words) or (_MAY_HOLD_BACK.search(words) and not is_sentence))
