"""Whether every number and address of the lines that leave a text is in a contact."""

import re
from collections.abc import Iterable, Sequence

from intake.contacts.tidying import tidy
from press.contact import Contact

_RUN = re.compile(r"[0-9](?:[0-9()+\s./‐‑–-]*[0-9])?")
_FEWEST = 3  # digits of a number that may be called, as 1733 or 112
_MOST = 20  # groups of figures that one number may have
_BETWEEN = re.compile(r"[\s<>(),;:|\[\]]+")

Figures = tuple[str, ...]


def are_kept(lines: Iterable[str], contacts: Sequence[Contact]) -> bool:
    """Whether all figures and e-mail addresses of lines are somewhere in contacts.

    This guards against what no reader of lines may ever do: lose a number. They do lose what is
    said in brackets of an address: `E-mail (until 2026): jane@samples.example`.

    Args:
        lines: as written.
        contacts: made of them.
    """
    kept = [words for contact in contacts for words in _all_of(contact)]
    apart = [part for words in kept for part in (words, *words.split(" ("))]  # without its note
    # A name may be put together from lines with figures at their ends: “Desk 112”, “24 hours”.
    apart += [part for contact in contacts for part in _words_of(contact)]
    figures = {run for words in apart for run in _runs(words)}
    addresses = {address for words in kept for address in _addresses(words)}
    tidied = list(map(tidy, lines))
    return all(
        all(_is_made_of(run, figures) for run in _runs(line)) and _addresses(line) <= addresses
        for line in tidied
    )


def _all_of(contact: Contact) -> tuple[str, ...]:
    ways = (*contact.phones, *contact.emails, *contact.sites)
    return (contact.name, contact.role, *contact.address, *ways)


def _words_of(contact: Contact) -> list[str]:
    return " ".join((contact.name, contact.role, *contact.address)).split()


def _runs(words: str) -> set[Figures]:
    """The groups of figures of each number: `02 555` is (02, 555)."""
    return {tuple(re.findall("[0-9]+", run[0])) for run in _RUN.finditer(words)}


def _is_made_of(run: Figures, figures: set[Figures]) -> bool:
    """Whether a run is one number, or several that follow each other."""
    if len("".join(run)) < _FEWEST:
        return True
    ends = {0}
    for end in range(1, len(run) + 1):
        starts = range(max(0, end - _MOST), end)
        if any(start in ends and run[start:end] in figures for start in starts):
            ends.add(end)
    return len(run) in ends


def _addresses(words: str) -> set[str]:
    if "@" not in words:
        return set()
    parts = (part.strip(" .").casefold() for part in _BETWEEN.split(words))
    return {part for part in parts if "@" in part[1:-1]}
