"""Whom to call, as cards for an address book (vCard 3.0, RFC 2426).

Not 4.0 (RFC 6350): Outlook, Apple's and several of Android's address books read 3.0 alone, or less
of 4.0, and nothing of a press contact needs the later one.
"""

from collections.abc import Iterator

from feeds.parts.provenance import issuer_of
from feeds.parts.telephones import dialled
from press.contact import Contact, ContactKind
from press.public.edition import Entry
from press.public.site import Site
from press.text import in_one_line

MEDIA_TYPE = "text/vcard"
_LONGEST = 75  # bytes of a line without its end (RFC 2426, 2.6)
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def render(entry: Entry, site: Site) -> bytes:
    """The contacts of a release, a card each, in the order given.

    Args:
        entry: the release; of persons, whoever sends it is where they work.
        site: in whose country numbers without a prefix are dialled.
    """
    office = issuer_of(entry) or next(map(_name, _services(entry)), "")
    lines = (line for one in entry.contacts for line in _card(one, office, site.country))
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _services(entry: Entry) -> Iterator[Contact]:
    return (one for one in entry.contacts if one.kind is ContactKind.SERVICE)


def _name(contact: Contact) -> str:
    return in_one_line(contact.name)


def _card(contact: Contact, office: str, country: str) -> Iterator[str]:
    """The lines of one card; a name stays whole, since which of its words is whose is not known."""
    is_service, name = contact.kind is ContactKind.SERVICE, _name(contact)
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"FN:{_escaped(name)}"
    yield "N:;;;;" if is_service else f"N:;{_escaped(name)};;;"
    if is_service:
        yield f"ORG:{_escaped(name)}"
        yield "X-ABShowAs:COMPANY"  # without it, Apple's address book has a person without a name
    elif office:
        yield f"ORG:{_escaped(office)}"
    if role := in_one_line(contact.role):
        yield f"TITLE:{_escaped(role)}"
    yield from _ways(contact, country)
    yield "END:VCARD"


def _ways(contact: Contact, country: str) -> Iterator[str]:
    """How somebody is reached; of what has no type, some address books keep nothing."""
    if lines := list(filter(None, map(in_one_line, contact.address))):
        joined = "\n".join(lines)
        yield f"ADR;TYPE=WORK:;;{_escaped(joined)};;;;"
    yield from (f"TEL;TYPE=WORK,VOICE:{_number(one, country)}" for one in contact.phones)
    yield from (f"EMAIL;TYPE=INTERNET,WORK:{_escaped(in_one_line(one))}" for one in contact.emails)
    yield from (f"URL;TYPE=WORK:{_whole(in_one_line(one))}" for one in contact.sites)


def _number(written: str, country: str) -> str:
    """A number as it is dialled (E.164 where that is known), else as it is written."""
    figures, _, extension = dialled(in_one_line(written), country).partition(";ext=")
    if not figures:
        return _escaped(in_one_line(written))
    return f"{figures} ext. {extension}" if extension else figures


def _whole(site: str) -> str:
    """A web address with its scheme; an address as such has no signs to escape (RFC 2426, 5)."""
    return site if "://" in site else f"https://{site}"


def _escaped(words: str) -> str:
    return words.translate(_ESCAPES)


def _folded(line: str) -> str:
    """A line in pieces that are short enough, none of which ends within a letter."""
    pieces, room = [""], _LONGEST
    for letter in line:
        room -= len(letter.encode())
        if room < 0:
            pieces.append(" ")
            room = _LONGEST - 1 - len(letter.encode())
        pieces[-1] += letter
    return "\r\n".join(pieces)
