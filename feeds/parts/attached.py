"""What is said of a file before its link is followed."""

from press.languages import Language
from press.releases.attachment import Attachment, form_called
from press.words import say

_UNITS = {"fr": ("octets", "ko", "Mo")}
_POINTS = {"fr": ",", "nl": ",", "de": ","}


def facts(attachment: Attachment, language: Language) -> str:
    """What a reader wants to know before following the link: `PNG, 1600 × 900, 48 kB`.

    What is said of the file follows, each part isolated: it may run the other way than the page
    (Unicode UAX #9, 2.4).
    """
    known = [form_called(attachment.media_type)]
    known += [f"{attachment.width} × {attachment.height}"] if attachment.width else []
    known.append(human_size(attachment.size, language.code))
    said = [_isolated(attachment.alt)] if attachment.alt else []
    if attachment.credit:
        said.append(say(language.code, "credit", name=_isolated(attachment.credit)))
    return " – ".join([", ".join(known), *said])


def _isolated(words: str) -> str:
    return f"\u2068{words}\u2069"


def human_size(size: int, code: str) -> str:
    """A number of bytes as people of a language write it."""
    least, kilo, mega = _UNITS.get(code, ("bytes", "kB", "MB"))
    if size < 1000:
        return f"{size}\N{NO-BREAK SPACE}{least}"
    if size < 999_500:
        return f"{size / 1000:.0f}\N{NO-BREAK SPACE}{kilo}"
    number = f"{size / 1_000_000:.1f}".replace(".", _POINTS.get(code, "."))
    return f"{number}\N{NO-BREAK SPACE}{mega}"
