"""What a sheet of paper says of itself, round its text: what kind of text it is, where it ends."""

import re

from intake.characters.flat import low
from intake.text.sheet.seen import LONGEST, said

# Whether it may come out; nothing that holds a text back is among them.
_RELEASED = (
    r"(?:for )?immediate (?:release|use|publication)|(?:no|not under|sans|pas d'|geen|zonder|niet"
    r" onder|kein|ohne) ?(?:embargo|sperrfrist)|keine sperrfrist"
    r"|embargo ?: ?(?:none|no|aucun|geen|kein\w*)"
    r"|(?:pour )?(?:diffusion|publication) immediate|a diffuser immediatement"
    r"|(?:voor )?onmiddellijke (?:publicatie|vrijgave)|zur sofortigen veroffentlichung"
    r"|(?:no embargo|sans embargo|geen embargo|kein embargo) ?[:,-] ?(?:for )?immediate \w+"
)
# What kind of text it is, by the language that calls it so.
KINDS = {
    "en": r"(?:press|news|media) (?:release|statement|advisory|notice|information)"
    r"|(?:media|press) (?:alert|invitation)|(?:joint|common) (?:press |media )?(?:statement|release"
    r"|communique|declaration)|statistical (?:bulletin|release|notice)"
    r"|invitation (?:to|for) (?:the )?(?:press|media)",
    "fr": r"communiques?(?: conjoints?| communs?)?(?: de presse| a la presse)?(?: conjoints?"
    r"| communs?)?|note (?:a|de) (?:la )?presse|declaration (?:conjointe|commune)"
    r"|information (?:a la )?presse|invitation (?:a la )?presse|avis aux medias|alerte presse",
    "nl": r"(?:gezamenlijk )?pers(?:bericht|mededeling|communique)|pers(?:uitnodiging|verklaring)"
    r"|nieuwsbericht|gezamenlijke (?:pers)?verklaring"
    r"|uitnodiging (?:voor de |aan de )?(?:pers|media)",
    "de": r"(?:gemeinsame )?(?:presse|medien)(?:erklarung|meldung|mitteilung|information|notiz"
    r"|aussendung)|(?:presse|medien)(?:einladung|hinweis)|gemeinsame (?:erklarung|mitteilung)"
    r"|einladung (?:an die |fur die )?(?:presse|medien)",
}
KIND = "|".join(KINDS.values())
_LETTERHEADS = re.compile(f"{_RELEASED}|{KIND}")
# What else a sheet may call itself; where no headline follows, it is one.
_VAGUE = re.compile(
    r"invitation|einladung(?: zu[rm] (?:presse|medien)(?:konferenz|gesprach|termin))?|uitnodiging"
    r"|information(?:en)?|informatie|note?s? (?:aux (?:redactions|editeurs)|a la redaction)"
    r"|note d'information|statement|declaration|erklarung|verklaring|memo(?:randum)?|bulletin"
    r"|(?:presse|medien)(?:termin|statement|info)|bekanntmachung|mitteilung|mededeling"
    r"|(?:official )?announcement|advisory"
)
# In capitals; any other line that says so may well be the headline.
_LIFTED = re.compile(r"(?:EMBARGO|SPERRFRIST) (?:LIFTED|OVER|ENDED|LEV[ÉE]|OPGEHEVEN|AUFGEHOBEN)")
_SPOKEN = re.compile(
    r"(?:please )?check against delivery|seul le (?:texte )?prononce fait foi"
    r"|es gilt das gesprochene wort|alleen het (?:uit)?gesproken woord telt"
    r"|(?:het|alleen het) gesproken woord (?:geldt|telt)|(?:texte|discours) a verifier a l'audition"
)
_IN_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{5,60})[)\]]\s*$")
_ENDS = re.compile(
    r"ends?|fin|einde|ende|30|fin du communique|einde (?:pers)?bericht"
    r"|ende der (?:presse)?mitteilung"
    r"|end of (?:press |news )?release|ende der durchsage"
)
_ENDS_MARKS = re.compile(r"\s*(?:#\s?){3,}\s*|\s*(?:\*\s?){3,60}\s*")
_CHANGED = re.compile(
    r"\(?(?:stand(?: vom)?|(?:page |text )?last (?:updated?|modified|changed)|(?:page )?updated"
    r"|(?:derniere )?mise? a jour|derniere modification|(?:voor het )?laatst (?:bijgewerkt"
    r"|gewijzigd)"
    r"|bijgewerkt|(?:zuletzt )?(?:aktualisiert|geandert)|letzte (?:anderung|aktualisierung))"
    r"(?:\s*:|\s+(?:on|at|am|op|le|um|vom|du)\b|\s+(?=\d))[^.]{0,8}\d.{0,60}"
)
# Agencies that spread texts of others, and sign before them.
_AGENCIES = (
    r"ots(?:/[\w-]+)?|dpa(?:/\w+)?|afp|anp|belga|apa(?:-ots)?|ap|reuters|dts|epd|kna|news aktuell"
)
_AGENCY = re.compile(rf"\s*\((?i:{_AGENCIES})\)")
_SIGNED = re.compile(rf"(?P<place>[^\W\d_][^()\d]{{1,60}}?)\s*\((?i:{_AGENCIES})\)\s*[-–—:.]*")
# No line that marks the end, a change or the spoken word is without one of these.
_MAY_CLOSE = re.compile(
    r"end|fin\b|einde|30|stand|updat|modifi|changed|jour|bijgewerkt|gewijzigd|aktualis|ändert"
    r"|änderung|against|prononc|gesproch|gesproken|audition|\(|#"
)
KIND_OF_TEXT = "it says what kind of text this is"
END_OF_TEXT = "it marks the end of the text"
DAY_OF_CHANGE = "it says when the text was last changed"
SPOKEN_WORD = "it says that the spoken word counts"
AGENCY = "it names the agency that spreads the text"


def bare(words: str) -> str:
    """Words as they are looked up: flat, lower case, without signs round them."""
    return low(words).strip(" *_#:.-–!|[]")


def is_letterhead(line: str) -> bool:
    """Whether a line only says what kind of text stands below, and that it may come out."""
    if len(line) > LONGEST:
        return False
    is_lifted = _LIFTED.fullmatch(line.strip(" *_#:.-!")) is not None
    return is_lifted or _LETTERHEADS.fullmatch(bare(said(line)).strip("() ")) is not None


def is_vague_kind(line: str) -> bool:
    """Whether a line may say what kind of text stands below, or be all there is of a headline."""
    return len(line) <= LONGEST and _VAGUE.fullmatch(bare(said(line)).strip("() ")) is not None


def language_of_kind(line: str) -> str | None:
    """The language that calls this kind of text so: a `Nieuwsbericht` is Dutch."""
    words = low(line)
    codes = [code for code, form in KINDS.items() if re.search(rf"\b(?:{form})\b", words)]
    return codes[0] if len(codes) == 1 else None


def is_spoken_word(line: str) -> bool:
    """Whether a line only says that a speech may be held otherwise: no embargo by itself."""
    return len(line) <= LONGEST and _SPOKEN.fullmatch(bare(said(line)).strip("() ")) is not None


def without_spoken_word(words: str) -> tuple[str, str]:
    """A line without such a remark in brackets at its end, and the remark."""
    found = _IN_BRACKETS.search(words[-80:])
    if found and is_spoken_word(found[1]):
        return words[: -len(found[0])].rstrip(), found[1]
    return words, ""


def is_end(line: str) -> bool:
    """Whether a line only says that the text ends here: `ENDS`, `-30-`, `(Fin)`, `###`."""
    if len(line) > LONGEST:
        return False
    return bool(_ENDS_MARKS.fullmatch(line) or is_end_in_words(line))


def is_end_in_words(line: str) -> bool:
    """Whether a line says so in words, which are the last of the text and no rule within it."""
    words = said(line)
    if len(words) > 40 or (bare(words).isdigit() and "-" not in words.replace("–", "-")):
        return False
    return _ENDS.fullmatch(bare(words).strip("() /")) is not None


def says_when_changed(line: str) -> bool:
    """Whether a line only says when its text was last changed: `Stand: 12. März 2026`."""
    words = said(line)
    return len(words) <= 80 and _CHANGED.fullmatch(low(words)) is not None


def why_left_out(line: str) -> str:
    """Why a line is in no document, as a clause; nothing for any other line."""
    if is_letterhead(line):
        return KIND_OF_TEXT
    if is_spoken_word(line):
        return SPOKEN_WORD
    if says_when_changed(line):
        return DAY_OF_CHANGE
    if is_end(line):
        return END_OF_TEXT
    return AGENCY if is_signed(line) else ""


def is_signed(line: str) -> bool:
    """Whether a line is a place and an agency alone: `Corvane (ots)`."""
    return len(line) <= LONGEST and _SIGNED.fullmatch(said(line)) is not None


def without_agency(paragraph: str) -> tuple[str, str]:
    """A paragraph without the agency that signs before it, and what it is called."""
    found = _SIGNED.match(paragraph[:LONGEST])
    if not found or not (mark := _AGENCY.search(paragraph, found.start(), found.end())):
        return paragraph, ""
    return paragraph[: mark.start()] + paragraph[mark.end() :], mark[0].strip()


def may_close(line: str) -> bool:
    """Whether a line may say that its text ends or was changed; no text is slow for asking."""
    return 0 < len(line) <= LONGEST and _MAY_CLOSE.search(line.casefold()) is not None
