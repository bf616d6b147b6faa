"""The plain press release: a dateline, the headline, the text, whom to call."""

import re
from collections.abc import Sequence

from intake.characters.flat import low
from intake.contacts.blocks import take_contacts
from intake.given import Given
from intake.moments.datelines import Dated, read_dateline
from intake.notyet.screening import screen
from intake.text.blocks import plain, split
from press.errors import UnreadableFile
from press.months import written_in
from press.releases.release import Filing, NotYet, Reading
from press.text import Block, Kind

LONGEST_HEADLINE = 300
# What a sheet of paper says of itself, and no reader needs to be told.
_LETTERHEADS = re.compile(
    r"(?:for )?immediate (?:release|use|publication)|(?:no|not under|sans|pas d'|geen|zonder|niet"
    r" onder|kein|ohne) ?(?:embargo|sperrfrist)|keine sperrfrist"
    r"|embargo ?: ?(?:none|no|aucun|geen|kein\w*)"
    r"|(?:pour )?(?:diffusion|publication) immediate|a diffuser immediatement"
    r"|(?:voor )?onmiddellijke (?:publicatie|vrijgave)|zur sofortigen veroffentlichung"
    r"|(?:no embargo|sans embargo|geen embargo|kein embargo) ?[:,-] ?(?:for )?immediate \w+"
    r"|(?:press|news) release|communique(?: de presse)?"
    r"|pers(?:bericht|mededeling)|presse(?:erklarung|meldung|mitteilung)"
)
# In capitals; any other line that says so may well be the headline.
_LIFTED = re.compile(r"(?:EMBARGO|SPERRFRIST) (?:LIFTED|OVER|ENDED|LEV[ÉE]|OPGEHEVEN|AUFGEHOBEN)")
_MARKED = re.compile(r"#{1,6}\s+(.*)")
_UNDERLINED = re.compile(r"\s{0,3}(?:=+|-+)\s*")


def read(text: str, given: Given) -> Reading:
    """Read one press release.

    Args:
        text: the whole file.
        given: the zone of a dateline that names none.

    Raises:
        UnreadableFile: there is no headline.
        UnreadableTime: the first line means to be a date and cannot be read.
        NonexistentTime, AmbiguousTime: the clocks change just then.
    """
    screened = screen(text, given)
    dateline, lines = _dateline(screened.text.split("\n"), given)
    headline, below = _headline(lines)
    body, contacts = take_contacts(below)
    blocks = _without_edges(split("\n".join(body), typed=True))
    filing = Filing(
        (Block(Kind.HEADLINE, headline), *blocks),
        embargo=dateline.embargo,
        contacts=contacts,
        likely=_likely(dateline, screened.not_yet),
        not_yet=screened.not_yet,
        doubts=dateline.doubts,
    )
    return Reading((filing,))


def _dateline(lines: Sequence[str], given: Given) -> tuple[Dated, list[str]]:
    """The time at the top, and the lines below it; a letterhead may stand before or after."""
    lines = _from_first_words(lines)
    dated = read_dateline(lines[0], given) if lines else Dated()
    if dated.embargo:
        lines = _from_first_words(lines[1:])
    return dated, lines


def _likely(dateline: Dated, not_yet: Sequence[NotYet]) -> str | None:
    """The language of the line that bears the text's date, else of one that says “not yet”."""
    lines = [dateline.line, *(one.words for one in not_yet if one.embargo)]
    return next(filter(None, map(written_in, filter(None, lines))), None)


def _from_first_words(lines: Sequence[str]) -> list[str]:
    """Without what comes before the first words that say something."""
    said = (n for n, line in enumerate(lines) if re.search(r"[^\W_]", line))
    first = next((n for n in said if not _is_letterhead(lines[n])), len(lines))
    return list(lines[first:])


def _is_letterhead(line: str) -> bool:
    is_lifted = _LIFTED.fullmatch(line.strip(" *_#:.-!")) is not None
    return is_lifted or _LETTERHEADS.fullmatch(_words(line)) is not None


def _words(line: str) -> str:
    return low(line).strip(" *_#:.-")


def _headline(lines: Sequence[str]) -> tuple[str, list[str]]:
    """The first paragraph, or the first line where Markdown marks it, and the lines below it."""
    blank = next((n for n, line in enumerate(lines) if not line.strip()), len(lines))
    end, words = blank, " ".join(lines[:blank])
    if lines and (marked := _MARKED.fullmatch(lines[0].strip())):
        end, words = 1, marked[1].rstrip("# ")
    elif blank > 1 and _UNDERLINED.fullmatch(lines[1]):
        end, words = 2, lines[0]
    headline = plain(words.strip())
    if not headline:
        raise UnreadableFile("it has no headline")
    if len(headline) > LONGEST_HEADLINE:
        raise UnreadableFile(
            f"it has no headline: the first paragraph has {len(headline)} characters; "
            "put the headline in a paragraph of its own"
        )
    return headline, list(lines[end:])


def _without_edges(blocks: Sequence[Block]) -> Sequence[Block]:
    """Without the rules that only set the text apart from headline and contacts."""
    words = [n for n, block in enumerate(blocks) if block.kind is not Kind.RULE]
    return blocks[words[0] : words[-1] + 1] if words else ()
