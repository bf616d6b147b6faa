"""The number under which its sender keeps a text: `IP/26/1234`, `Nr. 123/2027`, `PB05-097`."""

import re
from dataclasses import dataclass

from intake.characters.flat import flat
from intake.moments.datelines import means_date
from intake.moments.months import month_named
from intake.text.sheet.furniture import KIND

_NUMBER = (
    r"(?:n[or]?[.°º]|n[°º]|no?|nr|num(?:mer|ero)?|number|nummer)\s*[.:]?|#|ref(?:erence|erentie|erenz)?"
    r"\.?(?: (?:no|nr|number)\.?)?\s*:?|our ref\.?\s*:?|kenmerk\s*:?|aktenzeichen\s*:?|az\.?\s*:?"
    r"|ons kenmerk\s*:?|nos ref\.?\s*:?|unser zeichen\s*:?|document\s*:?"
)
# What may be a number where something says that it is one …
_LOOSE = r"(?:[A-Za-z]{1,8}[./_ -]?)?\d[\w.-]{0,12}(?:\s?/\s?[\w.-]{1,12}){0,3}(?:\s?\([A-Z]{2}\))?"
# … and where nothing does.
_STRICT = (
    r"(?:[A-Z][A-Za-z]{0,7}\d{0,4}(?:[/_-][A-Z0-9][A-Za-z0-9.]{0,10}){1,4}"
    r"|(?:[3-9]\d|\d{3,5})/(?:19|20)?\d{2}|[A-Z]{1,6}\.? \d{1,5} ?/ ?\d{2,4}"
    r"|\d{2,5}(?:[/-]\d{1,6})?[/-][A-Z]{1,6}(?:[/-][A-Z0-9]{1,8}){0,3})"
)
_LABELLED = re.compile(
    rf"(?:(?P<kind>{KIND})\s*)?(?:[:–-]\s*)?"
    rf"(?P<label>(?:{_NUMBER})(?:(?<=\W)|(?![A-Za-z]))\s*)?(?P<number>{_LOOSE})"
    r"(?P<rest>(?:$|[\s,].*))",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"(?P<number>{_STRICT})(?P<rest>$|,? (?:vom|of|du|van|dated|d\.d\.) .*)")
# What says so, and leaves no doubt whatever follows it.
_CALLED = re.compile(
    r"(?:(?:our|your|nos|vos|n/|v/|unsere?|ihre?|ons|uw) ?)?"
    r"(?:(?:n[or]?[.°º]?|num(?:ero|mer)|number) (?:of |de |der |van )?)?"
    r"(?:ref(?:erence|erentie|erenz)?\.?(?: ?(?:no|nr|num(?:mer|ero)?|number|n°)\.?)?"
    r"|referen(?:z|tie)nummer|(?:akten|geschafts)?zeichen|kenmerk|az\.?|gz\.?|g\.z\.?)"
    r"\s*:\s*(?P<number>[^\s|•·].{0,60})",
    re.IGNORECASE,
)
_DAY = re.compile(r",\s|\s[–—-]\s|\s(?=(?:vom|of|du|van|dated|d\.d\.)\s)")
_FIGURES = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{2,4}$")  # of a day
_LED = re.compile(r"\A(?:vom|of|du|van|dated|d\.d\.)\s+", re.IGNORECASE)
_LONGEST = 120
_MOST_WORDS = 6  # of a number such as `4 O 12/26`


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number, and what stands beside it on its line.

    Args:
        number: as written, without what says that it is one.
        rest: what follows, such as the day from which it dates.
        kind: what kind of text it is a number of, as written; may be empty.
    """

    number: str
    rest: str = ""
    kind: str = ""


def number_in(words: str) -> Numbered | None:
    """The number that a line or a part of one begins with, where it is one for certain.

    Args:
        words: without marks of Markdown.
    """
    if len(words) > _LONGEST:
        return None
    if called := _called(words):
        return called
    if found := _ALONE.fullmatch(words):
        is_one = len(re.findall(r"\d", found["number"])) >= 3 and not _is_month(found["number"])
        return Numbered(found["number"], _led(found["rest"])) if is_one else None
    return _labelled(flat(words))


def _labelled(even: str) -> Numbered | None:
    found = _LABELLED.fullmatch(even)
    if not found or not (found["kind"] or found["label"]):
        return None
    if not found["label"] and _FIGURES.match(_led(found["number"])):
        return None
    if found["label"] and not _is_label(found["label"], even):
        return None
    return Numbered(found["number"], _led(found["rest"]), found["kind"] or "")


def is_called_number(words: str) -> bool:
    """Whether words say of themselves that they are a reference: `Az.: …`, `Réf. : …`."""
    return len(words) <= _LONGEST and _CALLED.fullmatch(flat(words)) is not None


def _called(words: str) -> Numbered | None:
    """What follows a word for a reference, up to the day from which it dates."""
    even = flat(words)
    found = _CALLED.fullmatch(even)
    if not found or re.search(r"\s[|•·]\s", even):
        return None
    number = found["number"].strip()
    for gap in _DAY.finditer(number):
        if means_date(rest := _led(number[gap.start() :])):
            return Numbered(number[: gap.start()], rest)
    is_short = len(number.split()) <= (_MOST_WORDS if re.search(r"\d", number) else 2)
    return Numbered(number) if is_short else None


def _is_month(number: str) -> bool:
    """Whether letters before figures name a month: `Mar-12-2026`."""
    letters = re.split(r"[^A-Za-z]", number, maxsplit=1)[0]
    return month_named(letters.casefold()) is not None


def _is_label(label: str, words: str) -> bool:
    """`No 12` is a number; `no 12 ships` is not, nor is `N 12`."""
    bare = label.strip(" .:").casefold()
    return (
        bare not in ("n", "no")
        or words.startswith(("No", "N°", "Nº", "NO"))
        or len(bare) > 2
        or ("." in label)
        or bool(re.match(rf"(?:{KIND})", words, re.IGNORECASE))
    )


def _led(rest: str) -> str:
    """What follows a number, without the word that leads from it to its day."""
    return _LED.sub("", rest.strip(" ,;|–-"), count=1).strip()
