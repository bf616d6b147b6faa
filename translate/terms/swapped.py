"""Whether a translation speaks of somebody else."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from translate.terms.lands import lands
from translate.terms.people import is_common, people
from translate.terms.peoples import peoples
from translate.terms.spelling import is_alike

_NAME = r"(?<![\w’'-])[^\W\d_a-zß-ÿ][^\W\d_]*[a-zß-ÿ][\w’'-]*"
_OPENING = re.compile(rf"(?:^|(?<!\d)[.!?] )({_NAME}(?: {_NAME}){{1,2}})(?= [^\W\d_A-ZÀ-Þ])")
_WORD = re.compile(r"[^\W\d_][^\W\d_]*")
_GENITIVE = re.compile(r"['’]s?$")
# What somebody does who is named before it; what only people do.
_DOES = {
    "en": r"said|says|told|stated|added|warned|announced|declared|explained|replied|argued|insisted"
    r"|met|visited|arrived|spoke|signed|wrote|asked|promised|confirmed|denied|thanked|welcomed|won"
    r"|congratulated|criticised|accused|rejected|pledged|urged|noted|resigned|defeated|will (?:meet"
    r"|speak|visit|travel|sign)|has (?:said|signed|met|resigned|announced|rejected|accused"
    r"|arrived)",
    "fr": r"a (?:[^\W\d_]+ )?(?:dit|déclaré|affirmé|ajouté|averti|annoncé|expliqué|répondu"
    r"|rencontré"
    r"|visité|promis|confirmé|nié|démenti|remercié|félicité|accusé|rejeté|signé|écrit|demandé|salué"
    r"|démissionné|indiqué|précisé|souligné|estimé|assuré|insisté|gagné|battu)|dit|déclare|affirme"
    r"|est arrivée?|explique|rencontrera|signera|se rendra",
    "nl": r"zei|zegt|verklaarde|verklaart|vertelde|heeft|voegde|waarschuwde|kondigde|antwoordde"
    r"|ontmoette|ontmoet|bezocht|bezoekt|beloofde|bevestigde|ontkende|schreef|vroeg|tekende|sprak"
    r"|bedankte|won|versloeg|zal|arriveerde|kwam",
    "de": r"sagte|sagt|erklärte|betonte|warnte|antwortete|besuchte|versprach|bestätigte|bestritt"
    r"|dementierte|schrieb|fragte|unterzeichnete|dankte|meinte|besiegte|traf|reiste|hat [^.]* "
    r"(?:gesagt|erklärt|unterzeichnet|getroffen|bestätigt|angekündigt)",
}
_SAYS = {
    "en": "said|says|according to|with|by|against|between",
    "fr": "avec|par|contre|entre|dit|déclaré|déclare|affirmé|affirme|ajouté|ajoute|selon"
    "|expliqué|explique|averti",
    "nl": "met|door|tegen|tussen|zei|zegt|aldus|volgens|verklaarde|vertelde|waarschuwde",
    "de": "sagte|sagt|erklärte|betonte|warnte",
}
_TITLED = re.compile(
    r"(?:[Kk]anzler|[Mm]inister|[Pp]räsident|[Bb]ürgermeister|[Kk]ommissar|[Ss]precher|[Kk]önig"
    rf"|[Pp]rinz|[Pp]apst|[Gg]eneral|[Dd]irektor|[Bb]otschafter)(?:in|s|en)? ({_NAME}(?: {_NAME})?)"
)
# What may stand where a name does, without being one.
_OTHERS = """
    he she they it we you this that these those who nobody somebody everybody someone everyone one
    il elle ils elles on ce cela qui nul personne hij zij ze men wie dit dat iedereen niemand
    iemand er sie es wer das dies jemand jeder außerdem auch the le la les l een het de der die ein
    eine hague haye haag dear cher chère beste liebe lieber
"""
_NOBODY = frozenset(_OTHERS.split())


class Swapped(NamedTuple):
    """Somebody who became somebody else.

    Args:
        name: as the source has it.
        other: who stands there instead.
    """

    name: str
    other: str


def swapped(
    source: str, said: str, languages: tuple[str, str], known: Iterable[str] = ()
) -> Iterator[Swapped]:
    """Those of a text in whose place others stand whom it does not name.

    Args:
        source: plain, its spaces too.
        said: its translation, likewise.
        languages: codes of the two.
        known: names that the source is known to have.
    """
    named = [*(name.split() for name in known), *people(source, languages[0])]
    doing = _doing(source, languages[0])
    if not named and not doing:  # told fast: most sentences name nobody
        return
    names = _capitals(source), _capitals(said)
    if gone := [name for name in named if _is_new(name, names[1])]:
        every = (*people(said, languages[1]), *_titled(said, languages[1]))
        new = (name for name in every if _is_new(name, names[0]))
        if other := next(new, None):
            yield Swapped(" ".join(gone[0]), " ".join(other))
            return
    yield from _surnames(named, said, names)
    if lost := [name for name in doing if _is_new([name], names[1])]:
        others = (name for name in _doing(said, languages[1]) if _is_new([name], names[0]))
        yield from (Swapped(lost[0], other) for other in islice(others, 1))


def opening(
    texts: tuple[str, str], languages: tuple[str, str], known: tuple[Container[str], Container[str]]
) -> Iterator[Swapped]:
    """Whoever opens a sentence, in the one language or the other, and is somebody else there.

    At its beginning every word has a capital, so it is asked that none of these be known.

    Args:
        texts: a text and its translation, plain.
        languages: codes of the two.
        known: their words that are no names, in small letters.
    """
    source, said = (
        [*_openings(text, words), *people(text, language)]
        for text, language, words in zip(texts, languages, known, strict=True)
    )
    names = [_capitals(text) for text in texts]
    gone = next((name for name in source if _is_new(name, names[1])), None)
    new = next((name for name in said if _is_new(name, names[0])), None)
    if gone and new:
        yield Swapped(" ".join(gone), " ".join(new))


def _openings(text: str, known: Container[str]) -> Iterator[list[str]]:
    for found in _OPENING.findall(text):
        name = [_bare(word) for word in found.split()]
        if not any(word.lower() in known or is_common(word) for word in name):
            yield name


def _surnames(
    named: Sequence[list[str]], said: str, names: tuple[list[str], list[str]]
) -> Iterator[Swapped]:
    """People whose first name stands before a surname that is not theirs."""
    for name in named:
        if len(name) < 2 or not _is_new(name[-1:], names[1]):
            continue
        for other in re.findall(rf"(?<!\w){re.escape(name[-2])} ({_NAME})", said):
            if _is_new([other], names[0]):
                yield Swapped(" ".join(name), f"{name[-2]} {other}")


def _titled(text: str, language: str) -> list[list[str]]:
    """People with a title in German, where their name alone does not tell them from a thing."""
    if language != "de":
        return []
    return [found.split() for found in _TITLED.findall(text)]


def _doing(text: str, language: str) -> list[str]:
    """Those who say or do something and are named by one word, or by the last of some."""
    if language not in _DOES:
        return []
    found = [name for pair in _pattern(language).findall(text) for name in map(_bare, pair) if name]
    known = {*lands(text, language).values(), *peoples(text, language).values()} if found else ()
    return [
        name
        for name in found
        if name.lower() not in _NOBODY and name not in known and not is_common(name)
    ]


@cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"({_NAME}),? (?:also |again )?(?:{_DOES[language]})\b|\b(?:{_SAYS[language]}) ({_NAME})"
    )


def _is_new(name: Sequence[str], others: Sequence[str]) -> bool:
    """Whether neither a surname, however it is spelled, nor a first name is one of some others."""
    *first, last = [part for word in name for part in _WORD.findall(_bare(word))] or [""]
    if len(last) < 2 or not set(first).isdisjoint(others):
        return False
    return not any(is_alike(last, other) for other in others)


def _capitals(text: str) -> list[str]:
    words = _WORD.findall(text)
    return [word for word in dict.fromkeys(words) if word[0].isupper() and len(word) > 1]


def _bare(name: str) -> str:
    return _GENITIVE.sub("", name)
