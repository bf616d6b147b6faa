"""What a text says of the clock that its times are on: `CEST`, `heure de Paris`, `UTC+2`."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from intake.given import Given
from press.embargo import Embargo, Precision, embargo_at, embargo_from
from press.errors import UnreadableTime

# Name, zone, offset in hours, and the town by which the zone is known.
_TABLE = """
cet Europe/Brussels 1 Brussels
mez Europe/Brussels 1 Brussels
cest Europe/Brussels 2 Brussels
mesz Europe/Brussels 2 Brussels
bst Europe/London 1 London
wet Europe/Lisbon 0 Lisbon
west Europe/Lisbon 1 Lisbon
eet Europe/Athens 2 Athens
eest Europe/Athens 3 Athens
msk Europe/Moscow 3 Moscow
est America/New_York -5 New_York
edt America/New_York -4 New_York
cst America/Chicago -6 Chicago
cdt America/Chicago -5 Chicago
mst America/Denver -7 Denver
mdt America/Denver -6 Denver
pst America/Los_Angeles -8 Los_Angeles
pdt America/Los_Angeles -7 Los_Angeles
jst Asia/Tokyo 9 Tokyo
"""
_UNIVERSAL = ("gmt", "utc", "ut", "z")
# Names that several parts of the world use for times of their own.
_SEVERAL = {"ist": "Irish, Indian or Israeli time", "ast": "Atlantic or Arabian time"}
# French words that are also the names of zones, and what may stand before a zone.
_TWOFOLD = ("est", "ist", "ut", "west")
_TIMED = re.compile(r"(?:\d|\b(?:h|hrs?|hours?|[ap]\.?m\.?|uhr|uur|noon|heures?))\s?[(/]?$")
_GOES_ON = re.compile(r" (?:interdit|autoris|permis|possible|prohib|leve|fixe|libre|a )")
_OF_TEXTS = ("diffusion", "publication", "parution", "embargo", "levee", "mise")  # “heure de …”
_ADJECTIVES = {
    "Europe/Brussels": "brussels bruxelles brussel brusselse brusseler belgian belge belgische",
    "Europe/Paris": "paris pariser parijs parijse french francaise franse franzosischer",
    "Europe/London": "london londres londen londense londoner uk british britannique britse",
    "Europe/Zurich": "geneva geneve genf genfer geneefse zurich zurcher bern berne berner swiss"
    " suisse zwitserse schweizer",
    "Europe/Berlin": "berlin berliner berlijn berlijnse german allemande duitse deutscher",
    "Europe/Amsterdam": "amsterdam amsterdamse haag hague haye nederlandse dutch",
    "Europe/Luxembourg": "luxembourg luxemburg luxemburger luxemburgse",
    "Europe/Vienna": "vienna vienne wien wiener wenen weense",
    "Europe/Rome": "rome rom romischer romeinse",
    "Europe/Madrid": "madrid madrider madrileense",
    "Europe/Dublin": "dublin dubliner irish",
    "Europe/Lisbon": "lisbon lisbonne lissabon lissabonner",
    "Europe/Athens": "athens athenes athen athener atheense",
    "Europe/Kyiv": "kyiv kiev kiew kiewer",
    "Europe/Moscow": "moscow moscou moskau moskou moskauer",
    "Europe/Stockholm": "stockholm stockholmer",
    "Europe/Warsaw": "warsaw varsovie warschau warschauer",
    "Europe/Istanbul": "ankara istanbul",
    "America/New_York": "york yorker newyork washington eastern et",
    "America/Chicago": "chicago central ct",
    "America/Denver": "denver mountain mt",
    "America/Los_Angeles": "angeles pacific pt",
    "Asia/Tokyo": "tokyo tokio japanese",
    "Asia/Shanghai": "beijing pekin peking",
    "Africa/Kinshasa": "kinshasa",
    "Africa/Nairobi": "nairobi",
    "UTC": "greenwich universal universelle",
}
_PLACES = {word: zone for zone, words in _ADJECTIVES.items() for word in words.split()}
_PLACE = r"(?:new |los |la |the |den )?(?P<{0}>[a-z]+)"
_OFFSET = r"[+-]\s?\d{1,2}(?::?\d{2})?(?![\d.:/])"
_ABBREVIATION = "|".join(
    [*_UNIVERSAL[:-1], *_SEVERAL, *(r.split()[0] for r in _TABLE.split("\n") if r)]
)
_ZONE = re.compile(
    rf"\b(?:gmt|utc)\s?(?P<counted>{_OFFSET})"
    rf"|(?:(?<=\d)\s?\(?(?=\+)|(?<=t\d\d:\d\d)|(?<=t\d\d:\d\d:\d\d)|(?<=\d )|(?<=\())"
    r"(?P<offset>[+-]\d{2}:?\d{2})(?!\d)"
    rf"|\b(?P<name>{_ABBREVIATION})\b(?!-)|(?<=\d)\s?(?P<zulu>z)\b"
    r"|\b(?P<local>(?:local time|heure locale|(?:plaatselijke|lokale) tijd|ortszeit|lokalzeit))\b"
    rf"|\b(?:heure|hre) (?:de |d'|du )(?:la )?{_PLACE.format('fr')}"
    rf"|\bheure (?P<adjective>francaise|belge|suisse|allemande|britannique|universelle)\b"
    r"|\b(?:central european|mitteleuropaische[r]?) (?P<european>summer |sommer)?(?:time|zeit)\b"
    rf"|\b{_PLACE.format('en')}(?: daylight| standard| mean| summer| local)? time\b"
    rf"|\b{_PLACE.format('nl')} tijd\b|\b{_PLACE.format('de')} zeit\b"
    r"|(?<=[\dhmurt.])\s?\(?(?:in |a )?(?:new |los )?"
    rf"(?<![a-z])(?P<bare>{'|'.join(sorted(_PLACES, key=len, reverse=True))})\b\)?"
)


@dataclass(frozen=True, slots=True)
class Zone:
    """What words say of a clock.

    Args:
        said: as written, flat and lower case.
        name: IANA name; empty where only an offset is known.
        offset: minutes ahead of UTC, where the words fix it.
        town: by which the zone is known, for an abbreviation that holds in one season only.
    """

    said: str
    name: str = ""
    offset: int | None = None
    town: str = ""


_NAMED = {
    name: Zone(name, zone, int(hours) * 60, town.replace("_", " "))
    for name, zone, hours, town in (row.split() for row in _TABLE.split("\n") if row)
}


# Words that name a zone behind a time; `est` and `et` are also words of other languages.
ZONE_WORDS = frozenset(_NAMED) | {"et", "ct", "mt", "pt"}
_SEASONAL = re.compile(
    r"\b(?:cest|cet|mesz|mez)\b"
    rf"|(?:(?<=[\dmh] )|(?<=\. )|(?<=\())(?:{'|'.join(sorted(_NAMED))})(?=\W*$)"
)


def zones_in(words: str) -> list[tuple[int, int, Zone]]:
    """The zones that words name, each with where it begins and ends.

    Raises:
        UnreadableTime: one of them is not known, or is several.
    """
    found = (match for match in _ZONE.finditer(words) if not _is_plain_word(match))
    return [(match.start(), match.end(), _zone(match)) for match in found]


def zone_named(word: str) -> Zone:
    """The zone that one of `ZONE_WORDS` names: `est` an offset, `et` whatever holds in its town."""
    return _NAMED.get(word) or Zone(word, _PLACES[word])


def _is_plain_word(match: re.Match[str]) -> bool:
    """Whether “time” only means time: `release time`, `the time`."""
    if match["name"] == "est" and _GOES_ON.match(match.string, match.end()):
        return True
    if match["name"] in _TWOFOLD and not _TIMED.search(match.string[: match.start()]):
        return re.match(r" ?\d", match.string[match.end() :]) is None
    word = match["fr"] if match["fr"] in _OF_TEXTS else match["en"] or match["nl"] or match["de"]
    return word in _OF_TEXTS or word in {
        *[
            "release",
            "the",
            "this",
            "at",
            "publication",
            "embargo",
            "same",
            "broadcast",
            "von",
            "zur",
            "of",
            "op",
            "de",
            "and",
            "before",
            "date",
            "confirmed",
        ]
    }


def _zone(match: re.Match[str]) -> Zone:
    said = match[0].strip(" (),")
    if counted := match["counted"] or match["offset"]:
        return Zone(said, offset=_minutes(counted.replace(" ", "")))
    if match["zulu"] or match["name"] in _UNIVERSAL:
        return Zone(said, "UTC", 0)
    if several := _SEVERAL.get(match["name"] or ""):
        raise UnreadableTime(f"“{said.upper()}” may be {several}: say which")
    if match["name"]:
        return _NAMED[match["name"]]
    if match["local"]:
        return Zone(said)
    if "european" in said or "mitteleuro" in said:
        return _NAMED["cest"] if match["european"] else Zone(said, "Europe/Brussels")
    place = next(
        word for word in map(match.group, ("fr", "adjective", "en", "nl", "de", "bare")) if word
    )
    if place not in _PLACES:
        raise UnreadableTime(f"“{said}” is not a time zone that is known; write the offset: UTC+2")
    return Zone(said, _PLACES[place])


def _minutes(written: str) -> int:
    digits = written[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    if int(hours) > 14 or int(minutes) > 59:
        raise UnreadableTime(f"“{written}” is not an offset from UTC")
    return (int(hours) * 60 + int(minutes)) * (-1 if written[0] == "-" else 1)


def instant_of(wall: datetime, zone: Zone | None, given: Given) -> Embargo:
    """The embargo at a time on a clock.

    Args:
        wall: naive, on a whole minute.
        zone: what the text says of the clock, if anything.
        given: the zone that counts where it says nothing, and which of two equal times is meant.

    Raises:
        UnreadableTime: the zone does not hold on that day.
        NonexistentTime, AmbiguousTime: the clocks change just then.
    """
    if zone is None or zone.offset is None:
        return embargo_at(wall, (zone and zone.name) or given.zone, given.fold)
    embargo_at(wall, "UTC")  # a year that cannot be meant
    instant = wall.replace(tzinfo=timezone(timedelta(minutes=zone.offset))).astimezone(UTC)
    if not zone.town:
        return embargo_from(instant, given.zone)
    own = instant.astimezone(ZoneInfo(zone.name))
    if own.replace(tzinfo=None) != wall:
        raise UnreadableTime(_out_of_season(wall, zone, own))
    same = instant.astimezone(ZoneInfo(given.zone)).replace(tzinfo=None) == wall
    return Embargo(instant, wall, given.zone if same else zone.name)


def out_of_season(line: str, found: Embargo, given: Given) -> tuple[str, Embargo] | None:
    """Why an abbreviation in a line cannot hold on its day, and the time without it.

    Args:
        line: flat and lower case: `brussels, 5 july 2027, 10:00 cet`.
        found: the moment it names where the abbreviation is taken at its word.
        given: the zone that counts where nothing is said.
    """
    said = _SEASONAL.search(line)
    if not said or found.precision is Precision.DATE:
        return None
    zone = _NAMED[said[0]]
    wall = (found.instant + timedelta(minutes=zone.offset or 0)).replace(tzinfo=None)
    try:
        instant_of(wall, zone, given)
    except UnreadableTime as refused:
        return str(refused), embargo_at(wall, zone.name, given.fold)
    return None


def _out_of_season(wall: datetime, zone: Zone, own: datetime) -> str:
    said, day, holds = zone.said.upper(), f"{wall.day} {wall:%B} {wall.year}", own.tzname()
    if zone.said in ("mez", "mesz"):
        holds = "MEZ" if zone.said == "mesz" else "MESZ"
    return (
        f"“{said}” does not hold on {day}, when {zone.town} has {holds}: {wall:%H:%M} {holds}, or "
        f"{wall:%H:%M} {said}, which is {own:%H:%M} {holds} – say which"
    )


def is_place(word: str) -> bool:
    """Whether a word may name a place whose clock is known: `paris`, `york`."""
    return word in _PLACES or word in ("new", "los")
