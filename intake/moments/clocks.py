"""The times of day that words name: `00.01hrs`, `10 am`, `10h`, `10 Uhr`, `midi`."""

import re
from dataclasses import dataclass

from press.errors import UnreadableTime

_MORNING = r"in the morning|du matin|'?s ?ochtends|'?s ?morgens|morgens|vormittags|fruh"
_LATER = (
    r"in the (?:afternoon|evening)|de l'apres-midi|du soir|'?s ?(?:na)?middags|'?s ?avonds"
    r"|nachmittags|abends|mittags"
)
_PART = rf"(?:\s?(?:(?P<morning>{_MORNING})|(?P<later>{_LATER}))\b)?"
_CLOCK = re.compile(
    r"(?<![\d.:])(?<!\d-)(?P<hour>\d{1,2})"
    r"(?:\s?(?:[:.h]|u(?=\s?\d))\s?(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.0+)?)?)?"
    r"(?![\d:])(?!\.\d)"
    r"\s?(?P<unit>a\.?\s?m\b\.?|p\.?\s?m\b\.?|uhr(?: (?P<past>\d{2})(?!\d))?"
    r"|uur(?: (?P<past_nl>\d{2})(?!\d))?|heures?(?: (?P<past_fr>\d{2})(?!\d))?|hrs?\b|hours?|h\b"
    r"|u\b|o'?clock)?" + _PART
)
_FIGURES = re.compile(
    r"(?<![\d.:/])(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)"
    r"(?=\s?(?:hrs?|hours?|h|uhr|uur|u|z|gmt|utc|bst|ces?t|e[sd]t|p[sd]t|c[sd]t|mes?z)\b)"
    r"\s?(?:hrs?|hours?|h|uhr|uur|u)?\b"
)
_NOON = re.compile(
    r"\b(?:12(?:[:.h]00)? ?(?:uhr ?|uur ?)?)?"
    r"(?:noon|midday|mid-day|midi|high noon|mittag|mittags)\b"
)
_MIDNIGHT = re.compile(
    r"\b(?:12(?:[:.]00)? ?)?(?:midnight|mid-night|minuit|middernacht|mitternacht|mitternachts)\b"
)


@dataclass(frozen=True, slots=True)
class Shown:
    """A time of day as written.

    Args:
        said: as written, flat and lower case.
        hour: 0 to 24.
        minute: 0 to 59.
        end: where it ends in the words.
        midnight: whether a word for midnight is all there is, which may be either end of a day.
    """

    said: str
    hour: int
    minute: int
    end: int
    midnight: bool = False


def clocks_in(words: str) -> tuple[list[Shown], str]:
    """The times of day in words, in order, and the words with blanks in their place.

    Raises:
        UnreadableTime: one of them is no time of day.
    """
    found = list[Shown]()
    for form in (_FIGURES, _CLOCK, _NOON, _MIDNIGHT):
        for match in form.finditer(words):
            if shown := _shown(match, form):
                found.append(shown)
                words = words[: match.start()] + " " * len(match[0]) + words[match.end() :]
    certain = [one for one in found if not one.midnight]
    return sorted(certain or found, key=lambda one: one.end), words


def _shown(match: re.Match[str], form: re.Pattern[str]) -> Shown | None:
    said = match[0].strip()
    if form is _NOON:
        return Shown(said, 12, 0, match.end())
    if form is _MIDNIGHT:
        return Shown(said, 0, 0, match.end(), midnight=True)
    unit = (match["unit"] if form is _CLOCK else "") or ""
    if form is _CLOCK and not (match["minute"] or unit or match["morning"] or match["later"]):
        return None
    return _checked(match, said, unit, figures=form is _FIGURES)


def _checked(match: re.Match[str], said: str, unit: str, *, figures: bool) -> Shown:
    named = match.groupdict()
    past = next(filter(None, map(named.get, ("minute", "past", "past_nl", "past_fr"))), "0")
    hour, minute = int(match["hour"]), int(past)
    half = unit[:1] if unit[:1] in ("a", "p") else ""
    if not half and not figures and (match["morning"] or match["later"]):
        half = (
            "" if hour > 12 or (hour == 12 and match["later"]) else "a" if match["morning"] else "p"
        )
    if half and not 1 <= hour <= 12:
        raise UnreadableTime(f"“{said}” is not a time of day")
    if half == "a" and (hour, minute) == (12, 0):
        return Shown(said, 0, 0, match.end(), midnight=True)
    hour = hour % 12 + 12 * (half == "p") if half else hour
    if int(named.get("second") or 0) or hour > 24 or minute > 59 or (hour == 24 and minute):
        what = "on a whole minute" if int(named.get("second") or 0) else "a time of day"
        raise UnreadableTime(f"“{said}” is not {what}")
    return Shown(said, hour, minute, match.end())
