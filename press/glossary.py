"""Words that must come out one way."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A term and how it is said in another language.

    Args:
        source: code of the language of the term.
        target: code of the language of its translation.
        term: as it stands in a source text.
        translation: as it must stand there; the term itself where it is never translated.
        note: for editors.
        exact_case: whether only this spelling is meant: `Council`, but not `council`.
    """

    source: str
    target: str
    term: str
    translation: str
    note: str = ""
    exact_case: bool = False
