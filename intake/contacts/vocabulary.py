"""The words by which a contact block is known, in English, French, Dutch and German."""

import re
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
    r" zum zur"
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
