"""Whom a news item names for questions, and who sends it (ninjs `people`, `infoSources`)."""

from collections.abc import Iterator

from intake.syndicated.jsondata import Members, said, several
from press.contact import Contact, ContactKind
from press.text import in_one_line

_PEOPLE = ("person", "people")
_SOURCES = ("infosource", "infosources")
# Members that name who and what is in the news, as an officer is told of them.
_SPOKEN_OF = {
    "people in it": _PEOPLE,
    "places in it": ("place", "places"),
    "whom to ask": ("contactinfo",),
    "links": ("link", "links"),
}
_NAMES = ("name", "value", "href", "url", "title", "literal")
_WAYS = {
    **dict.fromkeys(("phone", "tel", "telephone", "mobile", "cell", "voice"), "phones"),
    **dict.fromkeys(("email", "mail", "e-mail"), "emails"),
    **dict.fromkeys(("web", "url", "website", "site", "uri"), "sites"),
}


def contacts_of(item: Members) -> tuple[Contact, ...]:
    """Those for whom it gives a telephone number or a mail address; others are in the news."""
    services = (_contact(one, ContactKind.SERVICE) for one in several(item, *_SOURCES))
    people = (_contact(one, ContactKind.PERSON) for one in several(item, *_PEOPLE))
    found = (one for one in (*services, *people) if one and (one.phones or one.emails))
    return tuple(dict.fromkeys(found))


def sources_of(item: Members) -> tuple[str, ...]:
    """Who may have sent it, the likeliest first."""
    named = [said(one, "name") for one in several(item, *_SOURCES)]
    return tuple(filter(None, named))


def spoken_of(item: Members) -> Iterator[tuple[str, str]]:
    """Whom and what an item speaks of or points to beside its text, which no release has.

    Returns:
        a label and words for each kind.
    """
    asked = {one.name for one in contacts_of(item)}
    for label, keys in _SPOKEN_OF.items():
        named = [said(one, *_NAMES) for one in several(item, *keys)]
        if words := ", ".join(dict.fromkeys(one for one in named if one and one not in asked)):
            yield label, words


def _contact(one: Members, kind: ContactKind) -> Contact | None:
    name = _line(said(one, "name"))
    if not name:
        return None
    ways = several(one, "contactinfo")
    found = {"phones": list[str](), "emails": list[str](), "sites": list[str]()}
    for way in ways:
        field, value = _WAYS.get(said(way, "type").lower(), ""), _line(said(way, "value"))
        if not field and value:
            field = "emails" if "@" in value else ""
        if field and value:
            found[field].append(value)
    roles = (_line(said(way, "name", "role")) for way in ways)
    return Contact(
        kind=kind,
        name=name,
        role=next(filter(None, roles), "") if kind is ContactKind.PERSON else "",
        address=tuple(dict.fromkeys(line for way in ways for line in _address(way))),
        phones=tuple(dict.fromkeys(found["phones"])),
        emails=tuple(dict.fromkeys(found["emails"])),
        sites=tuple(dict.fromkeys(found["sites"])),
    )


def _address(way: Members) -> Iterator[str]:
    for address in several(way, "address"):
        lines = address.get("lines")
        yield from (_line(line) for line in (lines if isinstance(lines, list) else [lines]) if line)
        parts = (said(address, "postalcode"), said(address, "locality", "city"))
        yield from filter(None, (" ".join(filter(None, parts)), said(address, "country")))


def _line(words: object) -> str:
    return in_one_line(words) if isinstance(words, str) else ""
