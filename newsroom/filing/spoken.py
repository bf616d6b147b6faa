"""Of several releases in a file, those in a language that the newsroom publishes in."""

from dataclasses import replace

from press.errors import UnknownLanguage
from press.languages import Language, Languages
from press.releases.release import Filing, Reading


def named_language(languages: Languages, name: str) -> Language:
    """A language by its name, else without its region: a page in `en-GB` is English.

    Args:
        languages: the newsroom's.
        name: a tag or code, as a file has it.

    Raises:
        UnknownLanguage: the newsroom does not publish in it.

    Follows RFC 4647, section 3.4.
    """
    try:
        return languages.named(name)
    except UnknownLanguage:
        primary = name.strip().replace("_", "-").partition("-")[0]
        if primary.lower() not in languages.codes:
            raise
        return languages.named(primary)


def spoken_here(reading: Reading, languages: Languages) -> Reading:
    """A file without those of its releases that name a language the newsroom does not have.

    Each of them is named in the notes, and the others go in. A file of one release, or of none
    that is left, stays as it is: it is refused as a whole.

    Args:
        reading: what was found in the file.
        languages: the newsroom's.
    """
    refused = {n: why for n, one in enumerate(reading.filings) if (why := _why_not(one, languages))}
    if not refused or len(refused) == len(reading.filings):
        return reading
    kept = tuple(one for n, one in enumerate(reading.filings) if n not in refused)
    notes = (f"“{reading.filings[n].headline}” was left out: {why}" for n, why in refused.items())
    return replace(reading, filings=kept, notes=(*reading.notes, *notes))


def _why_not(filing: Filing, languages: Languages) -> str:
    try:
        if filing.language:
            named_language(languages, filing.language)
    except UnknownLanguage as refusal:
        return str(refusal)
    return ""
