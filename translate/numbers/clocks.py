"""How each language says a time of day: its words, as patterns."""

import re
from dataclasses import dataclass

NEVER = r"(?!)"


@dataclass(frozen=True, slots=True)
class ClockWords:
    """A language's words for times of day; every string is a pattern.

    Args:
        at: words before what is a time for sure.
        between: between an hour and its minutes, as a word.
        unit: behind hour and minutes.
        sure: behind an hour that is a time of day for sure.
        unsure: behind an hour that may also be how long something lasts.
        lasts: behind these, where it does last.
        morning: what says so behind a time.
        noon: the same of the middle of the day.
        later: the same of afternoon and evening.
        night: the same of the night.
        joints: between two times that share what stands behind the second.
        shifts: minutes after the hour, by what says so: half past.
        is_behind: whether that stands behind the hour: deux heures et demie.
        midday: twelve o'clock in one word.
        midnight: the same of its other end.
        telling: one of these is in every text that has a time in words.
    """

    at: tuple[str, ...]
    between: str
    unit: str
    sure: str
    unsure: str
    lasts: str
    morning: str
    noon: str
    later: str
    night: str
    joints: str
    shifts: dict[str, int]
    is_behind: bool
    midday: str
    midnight: str
    telling: tuple[str, ...]


CLOCKS = {
    "en": ClockWords(
        at=("at ", "At "),
        between="h",
        unit="hrs?|hours|h",
        sure=r"o['’]clock|hrs",
        unsure=NEVER,
        lasts=NEVER,
        morning="am|in the morning",
        noon="noon|midday|mid-day",
        later="pm|in the (?:afternoon|evening)",
        night="at night|midnight",
        joints="to|and|or|until|till|through",
        shifts={"half past": 30, "quarter past": 15, "quarter after": 15, "quarter to": -15},
        is_behind=False,
        midday="[Nn]oon|[Mm]id-?day",
        midnight="[Mm]idnight",
        telling=(
            *("noon", "Noon", "id-day", "idday", "idnight", "clock", "alf past", "uarter "),
            *(" pm", ".m", "e morning", "e afternoon", "e evening"),
        ),
    ),
    "fr": ClockWords(
        at=("à ", "À ", "dès ", "Dès ", "jusqu'à ", "jusqu’à "),
        between=r"\s?(?:h|heures?)\s?",
        unit="heures?|h",
        sure=NEVER,
        unsure="heures?|h",
        lasts=r"\s(?:de (?!l['’]|la nuit)|d['’]|du (?!matin|soir))",
        morning="du matin",
        noon="midi",
        later="pm|(?:(?:de )?l['’])?après-midi|du soir",
        night="de la nuit|minuit",
        joints="à|et|ou",
        shifts={"et demie": 30, "et demi": 30, "et quart": 15, "moins le quart": -15},
        is_behind=True,
        midday="(?<!après )(?<!après-)(?<!Après-)midi(?!-)",
        midnight="[Mm]inuit",
        telling=(" heures", "une heure", "midi", "minuit", "Minuit"),
    ),
    "nl": ClockWords(
        at=("om ", "Om ", "vanaf ", "Vanaf "),
        between=r"\s?u\s?|\suur\s|h",
        unit="uur|u|h",
        sure=NEVER,
        unsure="uur|u",
        lasts=NEVER,
        morning="['’]s ?(?:ochtends|morgens)|in de (?:ochtend|morgen)",
        noon=NEVER,
        later="pm|['’]s ?(?:na)?(?:middags|avonds)|in de (?:na)?(?:middag|avond)",
        night="['’]s ?nachts|in de nacht|middernacht",
        joints="tot|en|of|t/m",
        shifts={
            "half": -30,
            "kwart over": 15,
            "kwart na": 15,
            "kwart voor": -15,
            "vijf voor half": -35,
            "tien voor half": -40,
            "vijf over half": -25,
            "tien over half": -20,
        },
        is_behind=False,
        midday=NEVER,
        midnight="[Mm]iddernacht",
        telling=(" uur", "half ", "Half ", "kwart ", "Kwart ", "iddernacht"),
    ),
    "de": ClockWords(
        at=("um ", "Um ", "ab ", "Ab "),
        between=r"\s?Uhr\s?|h",
        unit="Uhr|h",
        sure="Uhr",
        unsure=NEVER,
        lasts=NEVER,
        morning="morgens|früh|vormittags|am (?:Morgen|Vormittag)|in der Früh",
        noon="mittags?|am Mittag",
        later="pm|nachmittags|abends|am (?:Nachmittag|Abend)",
        night="nachts|in der Nacht|Mitternacht",
        joints="bis|und|oder",
        shifts={
            "halb": -30,
            "Viertel nach": 15,
            "viertel nach": 15,
            "Viertel vor": -15,
            "viertel vor": -15,
            "fünf vor halb": -35,
            "zehn vor halb": -40,
            "fünf nach halb": -25,
            "zehn nach halb": -20,
        },
        is_behind=False,
        midday=NEVER,
        midnight="Mitternacht",
        telling=(" Uhr", "halb ", "Halb ", "iertel ", "Mitternacht"),
    ),
}
# What may stand for noon or midnight, by its minute, without being a time by itself.
MAY_BE = {
    720: re.compile(r"(?<!après.)\b(?:noon|mid-?day|lunch|midi|mi-journée|middag|mittag)"),
    0: re.compile("midnight|minuit|middernacht|mitternacht"),
}
