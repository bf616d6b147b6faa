"""Whose mails are taken for releases."""

from dataclasses import dataclass

from delivery.mail.account import is_address


@dataclass(frozen=True, slots=True)
class Known:
    """Senders that are known, lower case.

    Args:
        addresses: theirs.
        domains: whose every address is, without those below them.
    """

    addresses: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether anybody is."""
        return bool(self.addresses or self.domains)

    def knows(self, address: str) -> bool:
        """Whether somebody is, by their address in lower case."""
        return address in self.addresses or address.rpartition("@")[2] in self.domains


NOBODY = Known()


def read_known(text: str) -> Known:
    """Read who is known: `press@ministry.example, @agency.example`.

    Raises:
        ValueError: one is neither an address nor a domain.
    """
    names = [name.strip().lower() for name in text.replace(";", ",").split(",") if name.strip()]
    for name in names:
        if not is_address(name if not name.startswith("@") else f"any{name}"):
            raise ValueError(f"“{name}” is neither an address nor a domain such as @agency.example")
    domains = frozenset(name[1:] for name in names if name.startswith("@"))
    return Known(frozenset(name for name in names if not name.startswith("@")), domains)
