"""Texts in another language than the one that was asked for."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from press.finding import Finding
from press.languages import OWN_NAMES
from translate.checks.base import Passage, blocks, shown
from translate.checks.words.lexicon.common import ENOUGH, may_be_another
from translate.markup.placeholders import words_alone

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SURE = 0.95  # of 1: how likely another language must be among all those that have a name here
_MOST = 2000  # letters that are looked at; more tell no more
_FEWEST = 40  # letters of words that say something, in a text that can be told
# Words that nearly every text of a language has and the others have not: where there are enough,
# or too few of any other language, nobody is asked, and the model, which takes half a second and
# 75 MB, stays unread. Italian and
# Spanish have “le”, “il” and “que” as well, so these do not tell French.
_OWN = {
    "en": "the and to that for with are this have from by which be has their its not were been it",
    "fr": "les et est dans pour qui sur par au avec ce sont aux ont cette une plus elle",
    "nl": "het een van dat niet zijn voor op aan ook wordt naar bij hij deze er door uit met heeft",
    "de": "der und das zu mit sich ist nicht auf ein eine dem auch werden für von wird im sind",
}
_SENTENCES = re.compile(r"(?<=[.!?…])\s+")
_WORD = re.compile(r"[^\W\d_]+")


class WrongLanguage:
    """A text is in the language it is published in."""

    name: ClassVar[str] = "language"

    def find(self, passage: Passage) -> Iterator[Finding]:
        """Find that a text is in another language, whichever."""
        target = passage.target_language
        if passage.source == passage.said or target not in OWN_NAMES:
            return
        every = _SENTENCES.split(passage.said)
        source = passage.source.casefold()  # what stays as it was is found by `untranslated`
        ours = [text for text in every if text.casefold() not in source]
        for text in dict.fromkeys((" ".join(ours), *ours)):
            if found := _other(text, passage.source, target):
                told, wanted = OWN_NAMES[found], OWN_NAMES[target]
                says = f"the translation is in {told}, not in {wanted}: {shown(text)}"
                yield blocks(self, says)
                return


def _other(text: str, source: str, target: str) -> str:
    """The code of the language that a text is in for sure where that is not the target; else ""."""
    words = _WORD.findall(words_alone(text))
    if _has_its_words(words, target):
        return ""
    names = set(_WORD.findall(source))  # what stands in both is in no language
    own = [word for word in words if word not in names]
    found = _found(" ".join(own)) if may_be_another(own, target) else ""
    return "" if found == target else found


def _has_its_words(words: list[str], language: str) -> bool:
    own = _own(language)
    return sum(word.lower() in own for word in words) > ENOUGH * len(words)


@cache
def _own(language: str) -> frozenset[str]:
    return frozenset(_OWN.get(language, "").split())


def _found(words: str) -> str:
    """The code of the language that some words are surely in; "" where it is not certain."""
    if len(words) < _FEWEST:
        return ""
    code, likelihood = _identifier().classify(words[:_MOST])
    return str(code) if likelihood >= _SURE else ""


@cache
def _identifier() -> "LanguageIdentifier":
    """The model, which knows 140 languages, among those that have a name here."""
    from py3langid import langid  # noqa: PLC0415 - brings numpy and the model; most need neither

    known = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    known.set_languages(sorted(set(OWN_NAMES) & set(known.labels)))
    return known
