"""Which language a text is in; py3langid tells, from a model that comes with it."""

from collections.abc import Collection
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SURE = 0.9  # of 1: how likely a language must be, among all that the library knows
FEWEST = 30  # letters of words that say something, in a text that can be told
MOST = 50  # words that are looked at; more make nothing surer
LONGEST = 50_000  # characters that are looked at


def language_of(words: str, codes: Collection[str]) -> str | None:
    """Which of some languages a text is in.

    Args:
        words: the text, with or without Markdown.
        codes: of the languages it may be in.

    Returns:
        The code, or None where the text is too short, in another language, or it is not certain.
    """
    found = _surely(words)
    return found if found in codes else None


def reads_otherwise(words: str, code: str) -> str | None:
    """The language a text is in where that is clearly not the one it is filed in.

    Args:
        words: the text, with or without Markdown.
        code: of the language it should be in.

    Returns:
        The code of any language there is, or None where nothing speaks against `code`.
    """
    found = _surely(words)
    is_known = code in _identifier().labels  # else its neighbours would be found in its place
    return found if is_known and found != code else None


def _surely(words: str) -> str | None:
    """The code of the one language that is likely among all."""
    said = _said(words)
    if len(said) < FEWEST:
        return None
    code, likelihood = _identifier().classify(said)
    return code if likelihood >= SURE else None


def _said(words: str) -> str:
    """Words from all over a text, without names, numbers and addresses, which are in no language.

    A name begins with a capital; so do the nouns of German, which does not need them here.
    """
    text = words[:LONGEST]
    every = (text.lower() if text.isupper() else text).split()
    some = every[:: 1 + len(every) // MOST]
    return " ".join(word for word in some if _is_small(word))


def _is_small(word: str) -> bool:
    return word[0].isalpha() and not word[0].isupper() and "@" not in word and "/" not in word


@cache
def _identifier() -> "LanguageIdentifier":
    """The model, read when it is first needed: it takes half a second and 75 MB."""
    from py3langid import langid  # noqa: PLC0415 - brings numpy, which most commands do without

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
