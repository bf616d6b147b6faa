"""What feeds are about."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from difflib import get_close_matches
from enum import StrEnum

from press.direction import contained
from press.errors import Refusal
from press.releases.attachment import Attachment

ALL = "all"
# Names that already mean something else at this place in an address.
RESERVED = {ALL, "archive", "feeds", "follow", "pages", "releases", "search"}
_NEAR = 0.7  # of 1: how alike two names are that may be one mistyped
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_AND = {"en": "and", "fr": "et", "nl": "en", "de": "und", "es": "y", "it": "e"}
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l"})


def slugify(words: str, language: str = "en") -> str:
    """Turn a title into the name it has in addresses: `Peace & security` → `peace-and-security`."""
    words = words.replace("&", f" {_AND.get(language, ' ')} ").lower().translate(_LETTERS)
    letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters.replace("'", "")).strip("-")


def check_slug(slug: str) -> str:
    """Return a topic's slug if it may stand in an address.

    Raises:
        Refusal: it has other characters than a-z, 0-9 and single hyphens, or is reserved.
    """
    if not _SLUG.fullmatch(slug):
        raise Refusal(f"“{slug}” cannot be a topic's address: use a-z, 0-9 and hyphens")
    if slug in RESERVED:
        raise Refusal(f"“{slug}” is a reserved name; choose another for the topic")
    return slug


def nearest(slug: str, known: Iterable[str]) -> str | None:
    """The topic that somebody may have meant: `climat` is near to `climate`.

    Args:
        slug: a name that is no topic's.
        known: slugs there are.

    Returns:
        One of them, or None where none is near.
    """
    slugs = sorted(known)
    said = set(slug.split("-"))
    holding = [one for one in slugs if said <= set(one.split("-"))]
    return next(iter(get_close_matches(slug, slugs, 1, _NEAR) or holding), None)


class TopicPart(StrEnum):
    """What is said of a topic."""

    TITLE = "title"
    INTRODUCTION = "introduction"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject people follow.

    Args:
        slug: its name in addresses.
        titles: its title per language code.
        introductions: a few sentences about it per language code, CommonMark.
        credit: whom its picture is owed to, in the language it was given in.
        key: the slug it had at first; identifiers are made of it, so that it never changes.
        retired_at: since when nothing new appears in it, UTC.
        successor: slug of the topic to follow instead, if it is retired and there is one.
        credits: the credit in other languages, per language code.
        machine: per language code, which parts of it are words of a machine that nobody has read.
        rough: which of these are words of the small model that ships.
        picture: what stands for it; the credit is of it.
        alts: what the picture shows, per language code.
    """

    slug: str
    titles: Mapping[str, str] = field(default_factory=dict)
    introductions: Mapping[str, str] = field(default_factory=dict)
    credit: str = ""
    key: str = ""
    retired_at: datetime | None = None
    successor: str = ""
    credits: Mapping[str, str] = field(default_factory=dict)
    machine: Mapping[str, tuple[TopicPart, ...]] = field(default_factory=dict)
    rough: Mapping[str, tuple[TopicPart, ...]] = field(default_factory=dict)
    picture: Attachment | None = None
    alts: Mapping[str, str] = field(default_factory=dict)

    @property
    def permanent(self) -> str:
        """The name that identifiers are made of, whatever it is called today."""
        return self.key or self.slug

    def title(self, *codes: str) -> str:
        """Its title in the language that `language_of` finds, else words made of the slug.

        It turns nothing around that stands beside it.
        """
        code = self.language_of(TopicPart.TITLE, *codes)
        return contained(self.titles[code]) if code else self.slug.replace("-", " ").capitalize()

    def introduction(self, *codes: str) -> str:
        """Its introduction in the language that `language_of` finds, else nothing."""
        code = self.language_of(TopicPart.INTRODUCTION, *codes)
        return self.introductions[code] if code else ""

    def owed(self, code: str) -> str:
        """Whom its picture is owed to, for readers of a language: no machine's words for a name."""
        is_said = code in self.credits and not self.is_machine(TopicPart.CREDIT, code)
        return self.credits[code] if is_said else self.credit

    def language_of(self, part: TopicPart, wanted: str, *others: str) -> str:
        """The language in which title or introduction is shown to whoever asks for one.

        A machine's words stand in for no other language: they are for readers of their own.

        Args:
            part: title or introduction.
            wanted: code of the language asked for.
            others: codes of those that may stand in for it, the first that can does.

        Returns:
            its code; empty if there is none.
        """
        words = self.titles if part is TopicPart.TITLE else self.introductions
        if wanted in words:
            return wanted
        given = (code for code in others if code in words and not self.is_machine(part, code))
        return next(given, "")

    def is_machine(self, part: TopicPart, code: str) -> bool:
        """Whether what it says in a language is a machine's, and nobody has read it."""
        return part in self.machine.get(code, ())
