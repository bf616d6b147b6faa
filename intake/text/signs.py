"""What tells a press release from a topic listing, in which many releases have their items."""

from collections.abc import Iterator, Sequence

from intake.contacts.blocks import take_contacts
from intake.given import Given
from intake.moments.datelines import means_date
from intake.notyet.screening import screen
from intake.text.items import ListedItem
from intake.text.sheet.furniture import is_letterhead, is_spoken_word
from intake.text.sheet.parts import furniture_of

_NEAR_TOP = 8  # lines with words, among which a dateline or a letterhead stands


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
    if any(map(_is_of_sheet, said[:_NEAR_TOP])):
        yield "a letterhead"
    if screen("\n".join(said), Given("UTC", "en")).not_yet:
        yield "words of an embargo"
    if take_contacts(lines)[1]:
        yield "contacts"


def _is_of_sheet(line: str) -> bool:
    """Whether a line says what kind of text a sheet bears, or under what number it is kept."""
    if is_letterhead(line) or is_spoken_word(line):
        return True
    found = furniture_of(line)
    return found is not None and bool(found.kinds or found.numbers)
