"""The words by which a contact block is known, in English, French, Dutch and German."""

import re
from collections.abc import Sequence
from functools import lru_cache

from intake.characters.flat import low, set_of


def _any_of(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words.split())})\b")


_ROLES = _any_of(
    r"spokes(?:m[ae]n|wom[ae]n|people|persons?)(?!'?\sservice) porte-parole woordvoer(?:d|st)ers?"
    r" \w*sprecher(?:in)? \w*referent(?:in)? \w*attachee? officer manager leader head chef hoofd"
    r" direct(?:or|eur|rice) direktor(?:in)? \w*leiter(?:in)? advis[eo]r adviseur conseill\w+"
    r" \w*berater(?:in)? \w*coordinat\w+ \w*koordinator(?:in)? responsable verantwoordelijke?"
    r" chargee? \w*medewerk\w+ secretary secretaire secretaris ambassad(?:or|eur|rice)"
    r" editor redact(?:eur|rice) assistante? expert consultant analyst"
)
_BODIES = _any_of(
    r"\w*services? \w*dienst\w* ministr\w+ ministere \w*ministeri(?:e|um) fps spf fod"
    r" office \w*bureau \w*buro embassy ambassade \w*botschaft departe?ment\w* \w*stelle"
    r" units? unite teams? desk directorates?\w* direction directie \w*direktion cabinet kabinet\w*"
    r" agenc[ey] agentschap agentur commission commissie kommission cent(?:re|er|rum) hotline"
    r" helpline foundation institut\w* universi\w+ secretaria\w+ sekretariat asbl vzw gmbh ltd inc"
    r" \w*polizei\w* police politie parlement parliament \w*parlament council conseil \w*rat raad"
    r" \w*amt \w*behorde \w*verwaltung administration authority autorite gemeente \w*gericht"
    r" commune ville parquet parket court tribunal organi[sz]ations? association verband federation"
)
_PRESS = _any_of(
    r"press presse pers \w*media medias medien communications? communicatie \w*kommunikation"
    r" relations redaktion redactie redaction voorlichting woordvoering"
)
_OCCASION = _any_of(
    r"releases? \w*conference conferentie \w*konferenz statement accreditation akkreditierung kit"
    r" briefing point freedom liberte vrijheid freiheit card communique mitteilung bericht event"
)
_HEADING = _any_of(
    r"\w*contact\w* \w*kontakt\w* informati\w* renseignements? inlichtingen \w*ruckfragen"
    r" \w*anfragen enquiries inquiries queries ansprechp(?:artner(?:in(?:nen)?)?|erson(?:en)?)"
    r" auskunfte? journalist\w*"
)
_SMALL = _any_of(
    r"a additional all alle an and any appeler aux avec bel bellen bij bitte bureau call"
    r" complementaires? d de den der des direkt eure? email erhalten erteil\w* geben gerne gibt"
    r" joindre mail oder rufen schreiben stehen steht t telephone telefonisch verfugung write"
    r" details die du en et for fragen fur further general gerne haben ihre? info infos"
    r" journalistes journalisten journalists le les media medias medien meer met more naar neem"
    r" nos notre of on only onze op opnemen or ou our pers person persons personne personnes"
    r" please plus pour presse press questions s service sich sie supplementaires te the to toute"
    r" tout und unsere? us uw veuillez voor vos votre vragen weitere weiteren wenden you your zu"
    r" von zum zur"
)
_STREETS = _any_of(
    r"rue avenue av boulevard bd place square chaussee quai \w*allee \w*laan \w*straat \w*plein"
    r" \w*steenweg \w*kaai \w*weg \w*strasse \w*str \w*platz \w*gasse street st road rd lane drive"
    r" way building floor verdieping etage"
)
_BUILDINGS = _any_of(
    r"building batiment gebouw gebaude palace palais paleis tower tour toren square street"
    r" \w+straat \w+laan \w+strasse"
)
_MATTERS = _any_of(
    r"affairs affaires zaken angelegenheiten trade commerce handel foreign etrangeres auswartige\w*"
    r" buitenlandse cooperation samenwerking health sante gezondheid gesundheit justice justitie"
    r" defen[cs]e defensie interior finances? financien finanzen education environment energy"
    r" economy economie development union protocol\w* news public relief duty"
)
_SUBHEADINGS = set_of(
    "about next further more key related useful latest practical background notes note editor's "
    "what who how why our the a quick follow quotes documents downloads links annex en pour plus "
    "notre nos over meer onze praktische uber mehr weitere unser unsere hintergrund"
)
# Who calls for the press alone: “Press: Jane Doe, 02 555 01 01”.
_FOR_PRESS = re.compile(
    r"(?:(?:for|pour|fur|voor)(?: (?:the|la|les|die|de))? |la )?"
    r"(?:press|presse|pers|medias?|medien|journalists|journalistes|journalisten)"
    r"(?: ?(?:[/&+]|and|et|und|en) ?(?:press|presse|pers|medias?|medien))?"
)
_FOR_SOME = _any_of(r"requests? anfragen demandes? aanvragen interviews?")
# Who stands in for whoever is named before, and who answers in turn.
_STAND_INS = re.compile(
    r"(?:(?:his|her|their|son|sa|leur|zijn|haar|hun|sein\w*|ihr\w*|the|le|la|de|der|die) |l')?"
    r"(?:deputy|substitute|alternate|back-?up|stand-?in|adjointe?|remplacante?|suppleante?"
    r"|adjunct|(?:plaats)?vervang(?:er|ster|ing|end)|(?:stell)?vertret(?:er|erin|ung|end\w*))"
    r"|(?:in|during) (?:his|her|their|the) absence|if absent|when away|(?:en|pendant) (?:son|leur)"
    r" absence|en cas d'absence|a defaut|bij (?:zijn |haar |hun )?afwezigheid|in (?:zijn|haar|hun)"
    r" afwezigheid|bei (?:\w+ )?abwesenheit|in (?:\w+ )?(?:abwesenheit|vertretung)"
)
_DUTIES = re.compile(
    r"(?:duty|on-call) (?:officer|desk|press officer|spokes\w+)"
    r"|(?:press )?(?:officer|spokes\w+) on (?:duty|call)"
    r"|(?:officier|responsable|attachee?|porte-parole) (?:de garde|de permanence|d'astreinte)"
    r"|(?:officier|woordvoer(?:d|st)er) van (?:wacht|dienst)|wachtofficier"
    r"|(?:offizier|\w*sprecher(?:in)?|beamter?) vom dienst|diensthabende\w*(?: \w+)?"
)
_NAME_LABELS = set_of("name nom naam funktion fonction functie function position role titel title")
# What asks to call somebody, before the name and behind it: “Rufen Sie Jane Doe an”. Names of
# people have two words.
_CALL = re.compile(
    r"(?:(?:please|bitte|veuillez|merci de|gelieve|pls)[ ,]+)?"
    r"(?:(?:call|phone|ring|telephone|contact|ask|reach|mail|e-mail|email|text|bel|belt u|mail naar"
    r"|appelez|appeler|contactez|contacter|joignez|joindre|telephonez a|ecrivez a|ecrire a"
    r"|adressez-vous a|s'adresser a|contacteer|contacteert u|vraag naar"
    r"|(?:rufen|kontaktieren|erreichen|mailen) sie|schreiben sie(?: an)?|fragen sie"
    r"|wenden sie sich(?: bitte)? an|neem contact op met|kontakt)\b"
    r"(?: (?:please|bitte|aub|svp))?:? )(?:nach |for |to |with )?"
)
_ARTICLES = set_of("the our die den das unsere le la les notre de het onze")
_REACHED = re.compile(
    r"(?:[ ,]+(?:is available|can be reached|is reachable|est joignable|repond|est a votre"
    r" disposition|is bereikbaar|is te bereiken|ist erreichbar|erreichen sie|erreichbar|joignable"
    r"|bereikbaar|reachable|available))?"
    r"(?:[ ,]+(?:on|at|under|by phone|an|unter|au|sur|op|via|per|par|telefonisch))*\s*:?"
)
# What stands before the name of a street, where it is no part of somebody's name.
_LEADS = re.compile(r"(?:rue|avenue|av|boulevard|bd|chaussee|quai|place)\b")
_BOX = re.compile(r"\b(?:p\.? ?o\.? ?box|b\.?p\.?|postbus|postfach|boite postale) ?\d")
_POSTCODE = re.compile(
    r"(?:^|[,-] )(?:[a-z]{1,3}[- ]?)?\d{4,5}(?: [a-z]{2})?[ ,]+[^\W\d]"  # 1000 Brussels
    r"|\b[a-z]{1,2}\d[a-z\d]? \d[a-z]{2}\b"  # London SW1A 2AA
)
_FAX_LINE = re.compile(r"(?:tele)?fax\b.*\d|f[.:]? ?[+(0]|telecopie(?:ur)?\b.*\d")
_HOUSE = re.compile(r"[^\d]{3,}\d{1,4} ?[a-z]?(?:[/ -]\d+)?(?:,? (?:bte|bus|boite|box) ?\w+)?")


@lru_cache(4096)
def is_role(words: str) -> bool:
    """Whether words say what somebody does, rather than name the service it is done in."""
    role, body = _ROLES.search(low(words)), _BODIES.search(low(words))
    return role is not None and (body is None or role.start() <= body.start())


@lru_cache(4096)
def is_body(words: str) -> bool:
    """Whether words name a service, an office, a ministry."""
    if is_role(words):
        return False
    named = _BODIES.search(low(words))
    return bool(named or (_PRESS.search(low(words)) and not _OCCASION.search(low(words))))


@lru_cache(4096)
def is_heading(words: str) -> bool:
    """Whether words only say that contacts follow: `For more information, please contact:`."""
    rest = _HEADING.sub("", low(words))
    return rest != low(words) and not re.search(r"\w", _SMALL.sub("", rest))


@lru_cache(4096)
def is_for_press(words: str) -> bool:
    """Whether words before a name only say that the press may call: `Press`, `Pour la presse`."""
    return _FOR_PRESS.fullmatch(low(words)) is not None


@lru_cache(4096)
def is_for_some(words: str) -> bool:
    """Whether words before a name say what it is to be called for: `Investor contact`."""
    return bool(_HEADING.search(low(words)) or _FOR_SOME.search(low(words)))


@lru_cache(4096)
def is_stand_in(words: str) -> bool:
    """Whether words before a name say for whom it stands in: `Deputy`, `Bij afwezigheid`."""
    return _STAND_INS.fullmatch(low(words).strip(" :")) is not None


@lru_cache(4096)
def is_duty(words: str) -> bool:
    """Whether words name a duty that goes round, and so nobody named before: `Duty officer`."""
    return _DUTIES.fullmatch(low(words).strip(" :")) is not None


def is_name_label(words: str) -> bool:
    """Whether words only say that a name or a role follows: `Name`, `Funktion`."""
    return low(words) in _NAME_LABELS


@lru_cache(4096)
def whom_to_call(words: str) -> str:
    """The name that a sentence asks to call: `Jane Doe` of `Call Jane Doe on`.

    Without such a sentence, or where what is left is neither two words with capitals nor an
    office, the words as they are.
    """
    said = words.split()
    if len(said) < 3:
        return words
    asked = next((n for n in range(min(len(said), 8), 0, -1) if _is_call(said[:n])), 0)
    end = next((n for n in range(asked + 2, len(said)) if _is_reached(said[n:])), len(said))
    name = said[asked:end]
    if asked and low(name[0]) in _ARTICLES and is_body(" ".join(name[1:])):
        return " ".join(name[1:])
    is_name = len(name) > 1 and not (name[0].islower() or name[-1].islower())
    return " ".join(name) if is_name else words


def _is_call(said: Sequence[str]) -> bool:
    return _CALL.fullmatch(f"{low(' '.join(said))} ") is not None


def _is_reached(said: Sequence[str]) -> bool:
    return _REACHED.fullmatch(f" {low(' '.join(said))}") is not None


def is_address(words: str, *below: str) -> bool:
    """Whether a line is part of a postal address.

    Args:
        words: the line.
        below: the next lines; what stands above a postcode is a street, above a street a building.
    """
    line, town = low(words), bool(below) and _POSTCODE.search(low(below[0]))
    if _BOX.search(line) or _POSTCODE.search(line) or _FAX_LINE.match(line):
        return True
    if _STREETS.search(line) and (town or re.search(r"\d", line)):
        return True
    if town and _HOUSE.fullmatch(line):
        return True
    return bool(below and _BUILDINGS.search(line)) and is_address(*below)


def is_subheading(words: str) -> bool:
    """Whether words with capitals begin as the title of a part of a text: `Next Steps`."""
    return low(words).split(" ")[0] in _SUBHEADINGS


@lru_cache(4096)
def is_thing(words: str) -> bool:
    """Whether words name a building, a street or what an office is busy with, and so no person."""
    said = low(words)
    return bool(_LEADS.match(said) or _BUILDINGS.search(said) or _MATTERS.search(said))
