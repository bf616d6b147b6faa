"""The words that stand beside a number: what kind it is, when it is answered, in which language."""

import re
from functools import lru_cache

from intake.characters.flat import low, set_of

_LABELS = set_of(
    "tel telephone telefoon telefon telefonnummer phone ph p t mobile mobil mobiel mob m cell gsm "
    "handy portable natel landline office bureau kantoor buro direct fixe vast festnetz durchwahl "
    "e-mail email mail e courriel mel web website site internet homepage url "
    "w www port"
)
# Where others answer than whoever is named above.
_SWITCHBOARDS = set_of("switchboard zentrale telefonzentrale telefooncentrale standardiste")
_FAX = set_of("f fax telefax telecopie telecopieur")
_NOTES = (
    set_of(
        "whatsapp signal telegram threema viber sms text only weekend weekends week-end week-ends "
        "wochenende wochenenden night nights evening evenings nuit nuits soir soirs nacht nachts "
        "avonds abends urgent urgences emergency emergencies dringend notfall after outside office "
        "hours days out of buiten de kantooruren uniquement seulement alleen enkel nur am im le la "
        "les en and et und pour for voor fur"
    )
    | _SWITCHBOARDS
)
# What more may say when somebody is called, before a name: “in 2026” calls nobody.
_MOMENTS = set_of(
    "in d s het urgence hors "
    "dehors jusqu partir on from until till before nach ab vor bis apres avant "
    "des na vanaf tot op pm uhr uur heures heure h holiday holidays feiertag feiertage "
    "feiertagen feiertags ferie feries feestdag feestdagen case cases cas fallen falle "
    "dringenden dringende gevallen geval bereitschaft an sundays saturdays sonntags samstags "
    "monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi "
    "vendredi samedi dimanche maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag"
)
_LANGUAGES = set_of(
    "en fr nl de english french dutch german anglais francais neerlandais allemand engels frans "
    "nederlands duits englisch franzosisch niederlandisch deutsch francophone neerlandophone "
    "germanophone anglophone franstalig nederlandstalig duitstalig engelstalig deutschsprachig "
    "franzosischsprachig niederlandischsprachig es it spanish italian arabic ar"
)
_BETWEEN = set_of("and et und")


def is_label(words: str) -> bool:
    """Whether words only say what kind of number follows: `Tel. (bureau)`, `Tel./Fax`."""
    said = _said(words)
    return bool(said - _FAX) and said <= _LABELS | _FAX


def is_fax(words: str) -> bool:
    """Whether words say that nobody answers the number that follows."""
    return bool(_said(words)) and _said(words) <= _FAX


def is_note(words: str) -> bool:
    """Whether words say when or how a number is answered: `weekends only`, `WhatsApp`."""
    said = _said(words)
    return bool(said & _NOTES) and said <= _NOTES | _LABELS | _LANGUAGES


def is_moment(words: str) -> bool:
    """Whether words before a name say when it is to be called: `On Sunday`, `after 5 pm`."""
    said = _said(words)
    return bool(said) and said <= _NOTES | _MOMENTS and not is_language(words)


def is_switchboard(words: str) -> bool:
    """Whether words name the number where others answer for somebody: `Zentrale`."""
    said = _said(words)
    return bool(said & _SWITCHBOARDS) and said <= _SWITCHBOARDS | _LABELS


def is_language(words: str) -> bool:
    """Whether words say which languages somebody speaks: `FR/NL`, `francophone`."""
    said = _said(words)
    return bool(said) and said <= _LANGUAGES | _BETWEEN


@lru_cache(4096)
def _said(words: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", low(words)))
