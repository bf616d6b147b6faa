"""How documents name languages."""

from html import escape

from press.errors import UnknownLanguage
from press.languages import Language
from press.public.site import Site
from press.words import WORDS


def spoken(site: Site, code: str) -> Language:
    """The newsroom's language of this code, with its full tag; else the bare code as a tag."""
    try:
        return site.languages.named(code)
    except UnknownLanguage:
        return Language(code)  # a text outlives a change of the languages published in


def said_in(language: Language) -> Language:
    """The language in which the newsroom's own sentences come out where this one is asked for."""
    return language if language.code in WORDS else Language("en")


def attributes(language: Language) -> str:
    """`lang` and `dir` for an HTML element.

    The direction is always said: the reader that shows it may be set to the other one.
    """
    return f'lang="{escape(language.tag)}" dir="{language.direction}"'
