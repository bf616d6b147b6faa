"""Reasons that a mail is answered with, in the language of the answer.

Readers give their reasons in English, to officers, who have a command line. Whoever wrote a mail
has none: where a reason speaks of commands, its words for mails are other ones, in English too.
"""

import re
from collections.abc import Mapping
from functools import cache

from press.telling.aside_words import ASIDE_WORDS
from press.telling.refusal_words import REFUSAL_WORDS

REASONS: Mapping[str, Mapping[str, str]] = {**REFUSAL_WORDS, **ASIDE_WORDS}
# For what is in no list: it is said in English, and that it is.
IN_ENGLISH = {"fr": "(en anglais) {why}", "nl": "(in het Engels) {why}", "de": "(englisch) {why}"}
# What somebody did in a document.
_ACT = re.compile(
    r"\b(?:inserted|deleted|commented|moved here|moved away|merged)(?= (?:“|a paragraph break))"
    r"|(?<= )a paragraph break\b|\bsomebody(?= )"
)
_DID = {
    "fr": {"inserted": "a inséré", "deleted": "a supprimé", "commented": "a commenté"}
    | {"moved here": "a déplacé ici", "moved away": "a déplacé", "merged": "a fusionné"}
    | {"a paragraph break": "une fin de paragraphe", "somebody": "quelqu’un"},
    "nl": {"inserted": "voegde in", "deleted": "verwijderde", "commented": "merkte op"}
    | {"moved here": "verplaatste hierheen", "moved away": "verplaatste", "merged": "voegde samen"}
    | {"a paragraph break": "een alinea-einde", "somebody": "iemand"},
    "de": {"inserted": "fügte ein", "deleted": "löschte", "commented": "merkte an"}
    | {"moved here": "verschob hierher", "moved away": "verschob", "merged": "verband"}
    | {"a paragraph break": "ein Absatzende", "somebody": "jemand"},
}
_GAP = re.compile(r"\{(\w+)\}")
_WITHIN = ("reason", "kind")  # gaps in which another reason stands
_LONGEST = 6000


def say_reason(code: str, why: str) -> str:
    """A reason in a language.

    Args:
        code: the language's code.
        why: the reason, as a reader or `outcome_of` gives it, in English.
    """
    words = _known(code, why)
    return IN_ENGLISH.get(code, "{why}").format(why=why) if words is None else words


def _known(code: str, why: str) -> str | None:
    """The reason in that language; in English where another is not known; None for any other."""
    if len(why) > _LONGEST or not why:
        return why if not why else None
    for said, shape in _shapes().items():
        if found := shape.fullmatch(why):
            gaps = found.groupdict()
            told = REASONS[said]
            words = told.get(code) or told.get("en") or said
            inner = {name: say_reason(code, gaps[name]) for name in _WITHIN if name in gaps}
            if "changes" in gaps:
                inner["changes"] = _changes(code, gaps["changes"])
            return words.format(**gaps | inner)
    return None


def _changes(code: str, said: str) -> str:
    """Who did what in a document, as a reason lists it."""
    did = _DID.get(code, {})
    return _ACT.sub(lambda found: did.get(found[0], found[0]), said)


@cache
def _shapes() -> dict[str, re.Pattern[str]]:
    """What each reason looks like, those with the most words of their own first."""
    ordered = sorted(REASONS, key=lambda said: -len(_GAP.sub("", said)))
    return {said: re.compile(_shape(said), re.DOTALL) for said in ordered}


def _shape(said: str) -> str:
    pieces = _GAP.split(said)
    return "".join(f"(?P<{one}>.+?)" if n % 2 else re.escape(one) for n, one in enumerate(pieces))
