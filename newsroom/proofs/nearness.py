"""Whether an address that does not exist is near the name of an embargoed release."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from storage.filed.embargoed import Secret

# How alike two names are (difflib's ratio): a digit or a word's ending apart, not a word.
ALIKE = 0.85
# A shorter name is somebody else's too often to be searched for inside others.
LONG = 8
# No address of a release has more, and comparing costs.
PARTS = 4
_RANDOM_PART = re.compile(r"-[0-9a-f]{8}$")
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}$")
_BETWEEN_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class AskedAddress:
    """An address as it is compared.

    Args:
        path: all of it, its words joined by single hyphens.
        names: of each of its last parts, likewise, without ending and a slug's random part.
    """

    path: str
    names: tuple[str, ...]

    @classmethod
    def of(cls, path: str) -> "AskedAddress":
        """Take an address apart."""
        names = (plain(part) for part in path.split("/")[-PARTS:])
        return cls(_joined(path), tuple(dict.fromkeys(filter(None, names))))


@dataclass(frozen=True, slots=True)
class EmbargoedNames:
    """What gives away that somebody asks for one release.

    Args:
        release_id: its number.
        slug: its name in addresses, for the journal.
        words: its slug and its attachments' names, as compared.
        keys: what nobody could think of: tokens, the last part of its identifier.
        exact: its slug, tokens and file names, letter for letter.
    """

    release_id: int
    slug: str
    words: tuple[str, ...]
    keys: tuple[str, ...]
    exact: tuple[str, ...]

    @classmethod
    def of(cls, secret: Secret) -> "EmbargoedNames":
        """What is near one embargoed release."""
        words = (plain(name) for name in (secret.slug, *secret.files))
        keys = (secret.tag.rpartition(":")[2], *secret.tokens)
        return cls(
            secret.release_id,
            secret.slug,
            tuple(dict.fromkeys(filter(None, words))),
            tuple(filter(None, map(_joined, keys))),
            (secret.slug, *secret.tokens, *secret.files),
        )

    def is_near(self, asked: AskedAddress) -> bool:
        """Whether an address is near this release."""
        return (
            any(key in asked.path for key in self.keys)
            or any(self._is_numbered(*pair) for pair in pairwise(asked.names))
            or any(_is_like(word, asked) for word in self.words)
        )

    def is_named_in(self, path: str) -> bool:
        """Whether an address holds one of its names letter for letter, as our own proofs ask."""
        return any(name in path for name in self.exact)

    def _is_numbered(self, before: str, name: str) -> bool:
        """`releases/17`: a number alone is everywhere, so it counts after that word only."""
        return name == str(self.release_id) and before.startswith("release")


def plain(name: str) -> str:
    """A name as it is compared: `Peace_Talks.v2.PDF` is `peace-talks-v2`."""
    return _joined(_RANDOM_PART.sub("", _ENDING.sub("", name.lower())))


def _is_like(word: str, asked: AskedAddress) -> bool:
    if word in asked.names:
        return True
    if len(word) < LONG:
        return False
    return f"-{word}-" in f"-{asked.path}-" or any(_are_alike(word, n) for n in asked.names)


def _are_alike(one: str, other: str) -> bool:
    # Cheap upper bounds first: nearly every pair ends at its lengths or its letters.
    if abs(len(one) - len(other)) > (1 - ALIKE) * (len(one) + len(other)):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _joined(name: str) -> str:
    return _BETWEEN_WORDS.sub("-", name.lower()).strip("-")
