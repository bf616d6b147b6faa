"""What somebody looks for among what is out, and what they are shown."""

from dataclasses import dataclass

from press.languages import Language
from press.public.edition import Entry
from press.public.sought import Sought

# Pieces of a text in reading order, each with whether it is what was looked for.
Pieces = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """One release that was found.

    Args:
        entry: the release as its page shows it.
        headline: in pieces.
        excerpt: where in the text what was looked for stands, in pieces; else its summary.
        excerpt_language: code of the language the excerpt is in.
    """

    entry: Entry
    headline: Pieces
    excerpt: Pieces
    excerpt_language: str


@dataclass(frozen=True, slots=True)
class ResultPage:
    """One page of what was found.

    Args:
        sought: what was looked for.
        language: of the page.
        hits: newest first.
        number: of this page, from 1.
        is_last: whether nothing older was found.
        years: in which something came out at all, latest first.
        suggestion: what may have been meant, where nothing was found; empty if nothing is near.
        digest: names the content (hex).
    """

    sought: Sought
    language: Language
    hits: tuple[Hit, ...] = ()
    number: int = 1
    is_last: bool = True
    years: tuple[int, ...] = ()
    suggestion: str = ""
    digest: str = ""
