"""Translations that are right, made wrong in one way: what checks are there to find."""

import random
import re
from collections.abc import Callable, Iterator, Sequence

from benchmarks.known import Known

DAYS = {
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
}
MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
}
LANDS = {
    "fr": "France Allemagne Espagne Italie Russie Chine Inde Japon Brésil Turquie Suède Iran",
    "nl": "Frankrijk Duitsland Spanje Italië Rusland China India Japan Brazilië Turkije Iran",
    "de": "Frankreich Deutschland Spanien Italien Russland China Indien Japan Brasilien Iran",
}
SCALES = {
    "fr": {"millions": "milliards", "milliards": "millions", "million": "milliard"},
    "nl": {"miljoen": "miljard", "miljard": "miljoen"},
    "de": {"Millionen": "Milliarden", "Milliarden": "Millionen", "Million": "Milliarde"},
}
DENIALS = {
    "fr": r"\b(?:ne |n['’])([^.,;]{2,30}?) (?:pas|jamais|plus)\b",
    "nl": r"\b(?:niet|nooit)\b ?()",
    "de": r"\b(?:nicht|nie|niemals)\b ?()",
}
_DENIED = re.compile(r"\b(?:not|never|cannot)\b|n['’]t\b")
_MONEY = re.compile(
    r"[$€£](?: (?=\d))?|(?<=\d) (?:dollars?|euros?|Dollar|Euro|pond|Pfund|livres)\b"
    r"|(?<=joen|jard) (?:dollar|euro|pond)\b|(?<=ionen|arden) (?:Dollar|Euro|Pfund)\b"
    r"|(?<=lions|iards) (?:de |d['’])(?:dollars|euros|livres)\b"
)
_NAMED = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{4,}(?![\w-])")
_ACRONYM = re.compile(r"\b[A-Z]{3,5}\b")
_STOP = re.compile(r"(?<=[a-zé)]\.) (?=[A-ZÉ])")
# Some way to spoil a translation; None where it has nothing of that sort.
Spoil = Callable[[str, str, str, random.Random], str | None]


def number(_: str, said: str, __: str, dice: random.Random) -> str | None:
    """Another digit in one of its numbers."""
    return _changed(
        said, r"\d(?=\D|$)", lambda digit: str((int(digit) + 1 + dice.randrange(8)) % 10), dice
    )


def scale(_: str, said: str, target: str, dice: random.Random) -> str | None:
    """Millions become billions."""
    return _changed(said, _any(SCALES[target]), SCALES[target].__getitem__, dice)


def currency(_: str, said: str, __: str, dice: random.Random) -> str | None:
    """An amount without its currency."""
    return _changed(said, _MONEY.pattern, lambda _: "", dice)


def weekday(_: str, said: str, target: str, dice: random.Random) -> str | None:
    """Another day of the week."""
    return _other(said, DAYS[target], dice)


def month(_: str, said: str, target: str, dice: random.Random) -> str | None:
    """Another month."""
    return _other(said, MONTHS[target], dice)


def country(_: str, said: str, target: str, dice: random.Random) -> str | None:
    """Another country."""
    return _other(said, LANDS[target], dice)


def negation(text: str, said: str, target: str, _: random.Random) -> str | None:
    """What was denied is said."""
    if not _DENIED.search(text):
        return None
    match = re.search(DENIALS[target], said)
    return said[: match.start()] + match[1] + said[match.end() :] if match else None


def name(text: str, said: str, _: str, dice: random.Random) -> str | None:
    """Another name in place of one that both languages have."""
    shared = [one for one in _NAMED.findall(text) if one in said]
    others = ("Keller", "Moreau", "Janssens", "Okafor", "Lindqvist")
    return said.replace(dice.choice(shared), dice.choice(others)) if shared else None


def acronym(text: str, said: str, _: str, dice: random.Random) -> str | None:
    """Another body's acronym in place of one that both languages have."""
    shared = [one for one in _ACRONYM.findall(text) if re.search(rf"\b{one}\b", said)]
    return (
        said.replace(dice.choice(shared), dice.choice(("OECD", "IAEA", "WTO"))) if shared else None
    )


def sentence(_: str, said: str, __: str, dice: random.Random) -> str | None:
    """One of several sentences is lost."""
    parts = _STOP.split(said)
    if len(parts) < 2:
        return None
    del parts[dice.randrange(len(parts))]
    return " ".join(parts)


def half(_: str, said: str, __: str, ___: random.Random) -> str | None:
    """The second half is lost."""
    words = said.split()
    return " ".join(words[: len(words) // 2]) + "." if len(words) >= 16 else None


def doubled(_: str, said: str, __: str, dice: random.Random) -> str | None:
    """A stretch of words said three times."""
    words = said.split()
    if len(words) < 8:
        return None
    at = dice.randrange(len(words) - 4)
    return " ".join([*words[: at + 2], *words[at : at + 2] * 2, *words[at + 2 :]])


def untranslated(text: str, _: str, __: str, ___: random.Random) -> str | None:
    """The original's own words."""
    return text if len(text.split()) >= 6 else None


KINDS: tuple[Spoil, ...] = (
    *(number, scale, currency, weekday, month, country, negation, name, acronym),
    *(sentence, half, doubled, untranslated),
)


def corrupted(
    known: Sequence[Known], target: str, count: int, seed: int = 1
) -> Iterator[tuple[str, str, str, str]]:
    """As many spoilt translations of each kind as there are to be had.

    Args:
        known: sentences with right translations, many more than are wanted.
        target: code of the language they are translated into.
        count: how many are wanted in all.
        seed: of every choice.

    Yields:
        the kind, the source, the right translation, the wrong one.
    """
    dice = random.Random(seed)
    for spoil in KINDS:
        left = count // len(KINDS) + (count % len(KINDS) if spoil is number else 0)
        for text, said in dice.sample(known, len(known)):
            wrong = spoil(text, said, target, dice)
            if wrong and wrong != said and left:
                left -= 1
                yield spoil.__name__, text, said, wrong
            if not left:
                break


def _changed(
    said: str, pattern: str, other: Callable[[str], str], dice: random.Random
) -> str | None:
    found = list(re.finditer(pattern, said))
    if not found:
        return None
    at = dice.choice(found)
    return said[: at.start()] + other(at[0]) + said[at.end() :]


def _other(said: str, words: str, dice: random.Random) -> str | None:
    every = words.split()
    return _changed(
        said, _any(every), lambda one: dice.choice([w for w in every if w != one]), dice
    )


def _any(words: object) -> str:
    return rf"\b(?:{'|'.join(sorted(words, key=len, reverse=True))})\b"  # type: ignore[call-overload]
