"""Contacts as front matter lists them."""

from intake.contacts.lines import read_line
from intake.contacts.vocabulary import is_body
from intake.documents.frontmatter import Fields
from press.contact import Contact, ContactKind
from press.errors import UnreadableFile

KEYS = (
    *("kind", "name", "role", "address"),
    *("phone", "phones", "email", "emails", "site", "sites"),
)


def contact_from(listed: object) -> Contact:
    """The contact that one entry of the list describes.

    Args:
        listed: a mapping; each of its keys may stand for one or several.

    Raises:
        UnreadableFile: an unknown key, no name, or an address that is none.
    """
    fields = Fields(listed, KEYS, "a contact")
    if not (name := fields.words("name")):
        raise UnreadableFile("a contact has no name")
    address, role = fields.several("address"), fields.words("role")
    sites = _found(fields.several("site", "sites"), "sites")
    is_service = not role and bool(address or sites or is_body(name))
    return Contact(
        kind=_kind(fields.words("kind"), is_service=is_service),
        name=name,
        role=role,
        address=address,
        phones=fields.several("phone", "phones"),
        emails=_found(fields.several("email", "emails"), "emails"),
        sites=sites,
    )


def _kind(said: str, *, is_service: bool) -> ContactKind:
    if said and said not in set(ContactKind):
        raise UnreadableFile(f"a contact is a service or a person, not “{said}”")
    return ContactKind(said or (ContactKind.SERVICE if is_service else ContactKind.PERSON))


def _found(listed: tuple[str, ...], field: str) -> tuple[str, ...]:
    found = tuple(address for line in listed for address in getattr(read_line(line), field))
    if len(found) < len(listed):
        kind = "an e-mail address" if field == "emails" else "a web address"
        raise UnreadableFile(f"“{', '.join(listed)}” is not {kind}")
    return found
