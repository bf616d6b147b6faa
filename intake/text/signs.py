"""What tells a press release from a topic listing, in which many releases have their items."""

import re
from collections.abc import Iterator, Sequence

from intake.characters.flat import low
from intake.contacts.blocks import take_contacts
from intake.given import Given
from intake.moments.datelines import means_date
from intake.notyet.screening import screen
from intake.text.items import ListedItem

_NEAR_TOP = 8  # lines with words, among which a dateline or a letterhead stands
_LETTERHEAD = re.compile(
    r"(?:for immediate release|(?:press|news) release|communique(?: de presse)?|nieuwsbericht"
    r"|pers(?:bericht|mededeling)|presse(?:erklarung|meldung|mitteilung)"
    r"|check against delivery)(?: \S*\d\S*)?"
)


def signs_of_release(
    title: str, lines: Sequence[str], items: Sequence[ListedItem]
) -> tuple[str, ...]:
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
    if screen("\n".join(said), Given("UTC", "en")).not_yet:
        yield "words of an embargo"
    if take_contacts(lines)[1]:
        yield "contacts"
