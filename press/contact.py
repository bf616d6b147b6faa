"""Whom a journalist calls about a release."""

from dataclasses import dataclass
from enum import StrEnum


class ContactKind(StrEnum):
    """A contact is the service that sends the release, or a person who speaks for it."""

    SERVICE = "service"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Contact:
    """A press service or a spokesperson. No part of it is ever translated by a machine.

    Args:
        kind: service or person.
        name: the name, on one line.
        role: what a person does, `Spokesperson`.
        address: the postal address, a line each.
        phones: telephone numbers as written.
        emails: e-mail addresses.
        sites: web addresses.
    """

    kind: ContactKind
    name: str
    role: str = ""
    address: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
