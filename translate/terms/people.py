"""Which words of a text name a person, as far as their company tells.

There is no list of names: a person is what has a title, or several words with a capital in the
middle of a sentence, none of which is a word of bodies, places or days.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from translate.terms.capitals import ENDINGS, OTHER, SURE_TITLES, TITLES

_ALL_CAPITALS = {"de"}  # where every noun has a capital, a capital says nothing
_CAPITAL = r"[^\W\d_a-zß-ÿ](?:[\w’'-]*[^\W\d_A-ZÀ-Þ][\w’'-]*|\.(?= ))"
_LINK = r"(?:van|von|de|del|della|der|den|du|di|da|dos|bin|al|ten|ter)"
_RUN = re.compile(rf"(?<![\w’'-]){_CAPITAL}(?: {_CAPITAL})*")
# In English alone these are no words of its own: Conseil de Paris, Verdrag van Nice.
_LINKED = re.compile(rf"(?<![\w’'-]){_CAPITAL}(?: (?:{_LINK} ){{0,2}}{_CAPITAL})*")
_BEFORE = re.compile(r"([^\W\d_]+)\.? $")
_MIDDLE = re.compile(r"[^\W\d_A-ZÀ-Þ][,;)]? ?[“\"«(]?$")  # what stands before is no beginning
_GENITIVE = re.compile(r"['’]s?$")
_MOST = 3  # words; more are the title of a work
_SMALL = 3  # letters; all other words of some headlines have a capital


def people(text: str, language: str) -> Iterator[list[str]]:
    """The words of each person's name, without their title; in reading order.

    Args:
        text: plain.
        language: code of its language.
    """
    for name in _people(text, language):
        yield list(name)


@lru_cache(1024)  # several ask of the same words, one after the other
def _people(text: str, language: str) -> tuple[tuple[str, ...], ...]:
    return tuple(map(tuple, _found(text, language)))


def _found(text: str, language: str) -> Iterator[list[str]]:
    if not text.endswith(".") and _is_headline(text.split()):
        return
    for match in (_LINKED if language == "en" else _RUN).finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        name, title = _untitled(match[0].split(), before)
        if _is_person(name, title, before, language):
            yield [word for word in map(_bare, name) if len(word) > 2 and word[0].isupper()]


def is_common(word: str) -> bool:
    """Whether a word with a capital is a title, or one of bodies, places or days."""
    return _bare(word).lower() in TITLES or _is_other(word)


def _is_headline(words: Sequence[str]) -> bool:
    """Whether every word has a capital, which then says nothing."""
    return len(words) > _MOST + 1 and not any(w[0].islower() and len(w) > _SMALL for w in words)


def _untitled(words: Sequence[str], before: str) -> tuple[Sequence[str], str]:
    """A name without the title in or before it, and that title."""
    places = [n for n, word in enumerate(words) if _bare(word).lower() in TITLES]
    if places:
        return words[places[-1] + 1 :], _bare(words[places[-1]]).lower()
    match = _BEFORE.search(before)
    title = match[1].lower() if match else ""
    return words, title if title in TITLES else ""


def _is_person(name: Sequence[str], title: str, before: str, language: str) -> bool:
    capitals = [word for word in name if word[0].isupper()]
    if not capitals or len(capitals) > _MOST or any(map(_is_other, capitals)):
        return False
    if language in _ALL_CAPITALS:
        return title in SURE_TITLES
    return bool(title) or (len(capitals) > 1 and _MIDDLE.search(before) is not None)


def _is_other(word: str) -> bool:
    parts = _bare(word).lower().split("-")
    return any(
        part in OTHER or part.removesuffix("s") in OTHER or ENDINGS.search(part) for part in parts
    )


def _bare(word: str) -> str:
    return _GENITIVE.sub("", word).rstrip(".")
