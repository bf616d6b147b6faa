"""How a newsroom shows whose it is: its sign, its colours, its sentence, whom to ask."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from press.contact import Contact
from press.public.colours import ACCENT, ACCENT_DARK

PNG, SVG = "image/png", "image/svg+xml"
# What a sign must have to stand for the newsroom in tabs and readers, too: pixels a side.
_SMALLEST_ICON = 144
What = TypeVar("What")


@dataclass(frozen=True, slots=True)
class PerLanguage(Generic[What]):
    """Something that officers gave in some of the newsroom's languages.

    Args:
        given: code and what was given, in the order of the newsroom's languages.
    """

    given: tuple[tuple[str, What], ...] = ()

    def best(self, *codes: str) -> tuple[str, What] | None:
        """What there is in the first of these languages that has any, else in any, with its code.

        Args:
            codes: the reader's first.
        """
        known = dict(self.given)
        found = next((code for code in (*codes, *known) if code in known), None)
        return None if found is None else (found, known[found])


@dataclass(frozen=True, slots=True)
class Logo:
    """A newsroom's own sign.

    Args:
        name: of the file, as addresses have it: `logo.svg`.
        media_type: of its content.
        width: pixels, or units of the drawing; what matters is how it is to the height.
        height: the same.
        fingerprint: names its content (hex).
    """

    name: str
    media_type: str
    width: int
    height: int
    fingerprint: str

    @property
    def is_icon(self) -> bool:
        """Whether it can stand where only a square of pixels can."""
        is_square = self.width == self.height >= _SMALLEST_ICON
        return self.media_type == PNG and is_square


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells one newsroom from another.

    Args:
        accent: colour of links, buttons and the head of each page by day, `#1d3f72`.
        accent_dark: colour of links and buttons by night.
        tagline: what it is and who speaks, in a sentence.
        contact: whom the press asks, whatever release it is about.
        logo: its own sign; None where it has ours.
    """

    accent: str = ACCENT
    accent_dark: str = ACCENT_DARK
    tagline: PerLanguage[str] = PerLanguage()
    contact: PerLanguage[Contact] = PerLanguage()
    logo: Logo | None = None


OURS = Identity()
