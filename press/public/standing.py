"""Pages that stand in every footer: about the newsroom, contact, accessibility, legal notice."""

from dataclasses import dataclass

# In this order; others follow by name.
_FIRST = ("about", "contact", "accessibility", "legal", "privacy")


@dataclass(frozen=True, slots=True)
class StandingPage:
    """One of these pages in one language.

    Args:
        name: as addresses have it, the same in every language.
        language: code.
        title: plain text.
        markdown: what it says below its title (CommonMark).
    """

    name: str
    language: str
    title: str
    markdown: str


@dataclass(frozen=True, slots=True)
class StandingSet:
    """All of these pages at one instant.

    Args:
        pages: in the order of the newsroom's languages.
        refused: file and reason of each that cannot be shown.
        digest: names the content of all (hex).
    """

    pages: tuple[StandingPage, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()
    digest: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The pages there are, whatever the language, in the order of footers."""
        found = {page.name for page in self.pages}
        return (*(one for one in _FIRST if one in found), *sorted(found.difference(_FIRST)))

    def languages(self, name: str) -> tuple[str, ...]:
        """Codes of the languages that a page has words in."""
        return tuple(page.language for page in self.pages if page.name == name)

    def page(self, name: str, code: str) -> StandingPage | None:
        """A page in a language, else in the first that has it; None if there is no such page."""
        found = {page.language: page for page in self.pages if page.name == name}
        return found.get(code) or next(iter(found.values()), None)


NONE = StandingSet()
