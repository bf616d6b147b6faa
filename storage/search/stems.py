"""Words without their endings (Snowball, https://snowballstem.org)."""

import threading
from functools import lru_cache
from importlib import metadata

import Stemmer

# Porter's own for Dutch, since the newer one makes `mini` of `minister`.
_ALGORITHMS = {
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hu": "hungarian",
    "it": "italian",
    "lt": "lithuanian",
    "nl": "dutch_porter",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "sv": "swedish",
}
# Names the rules by which words are folded and stemmed: words of other rules are not found.
RULES = f"1 PyStemmer {metadata.version('PyStemmer')}"


class _Stemmers(threading.local):
    """Each thread has its own: they keep the word they are at."""

    def __init__(self) -> None:
        self.by_language = {code: Stemmer.Stemmer(name) for code, name in _ALGORITHMS.items()}


_STEMMERS = _Stemmers()


@lru_cache(maxsize=2**17)
def stem(language: str, form: str) -> str:
    """What a folded word has in common with its plural and its other endings.

    Args:
        language: code; of one that is not known words stay as they are.
        form: folded.
    """
    stemmer = _STEMMERS.by_language.get(language)
    return str(stemmer.stemWord(form)) if stemmer and not form.isdigit() else form
