"""Texts as they arrive: one module a format, each file a release, releases, or a clear refusal."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake.formats import AMBIGUOUS, DOCUMENTS, ENDINGS, LARGEST, READERS
    from intake.reading import is_document, not_yet_in, read, read_contacts

__all__ = [
    "AMBIGUOUS",
    "DOCUMENTS",
    "ENDINGS",
    "LARGEST",
    "READERS",
    "is_document",
    "not_yet_in",
    "read",
    "read_contacts",
]


def __getattr__(name: str) -> object:
    """Load the readers once one is asked for: a second that most commands do without."""
    if name not in __all__:
        raise AttributeError(name)
    from intake import formats, reading  # noqa: PLC0415 - see above

    return getattr(reading if hasattr(reading, name) else formats, name)
