"""Lines under a contact's name, and before a credit's: what they are in other languages.

Of a line that stands alone nobody can tell whether a man or a woman is meant. So a language says
it with a word that fits both (porte-parole, Leitung), or with both endings as its rules spell them,
in German with brackets: Sprecher(in). Where neither would be said, the place is empty, and the
engine and the editor choose.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from itertools import zip_longest

LANGUAGES = ("en", "fr", "nl", "de")
# A form a cell; of several the first is said, and each is read.
OFFICES: tuple[tuple[str, str, str, str], ...] = (
    (
        "spokesperson|spokesman|spokeswoman|press spokesperson",
        "porte-parole",
        "woordvoerder|woordvoerster|persverantwoordelijke",
        "Sprecher(in)|Sprecher|Sprecherin|Pressesprecher(in)|Pressesprecher|Pressesprecherin",
    ),
    (
        "deputy spokesperson|deputy spokesman|deputy spokeswoman",
        "porte-parole adjoint(e)|porte-parole adjoint|porte-parole adjointe",
        "adjunct-woordvoerder|adjunct-woordvoerster",
        (
            "stellvertretende(r) Sprecher(in)|stellvertretender Sprecher"
            "|stellvertretende Sprecherin|stellvertretender Pressesprecher"
            "|stellvertretende Pressesprecherin"
        ),
    ),
    (
        "chief spokesperson|principal spokesperson",
        "porte-parole principal(e)|porte-parole principal|porte-parole principale",
        "hoofdwoordvoerder",
        "Chefsprecher(in)",
    ),
    (
        "acting spokesperson",
        "porte-parole ad interim|porte-parole f.f.",
        "waarnemend woordvoerder|woordvoerder a.i.",
        "kommissarische(r) Sprecher(in)",
    ),
    (
        "spokesperson of the minister|spokesperson for the minister|the minister's spokesperson",
        "porte-parole du ministre|porte-parole de la ministre",
        "woordvoerder van de minister",
        "",
    ),
    (
        "press officer|media officer",
        "responsable presse|chargé(e) de presse|chargé de presse|chargée de presse",
        "persvoorlichter",
        "Pressereferent(in)|Pressereferent|Pressereferentin",
    ),
    (
        "press attaché|press attache",
        "attaché(e) de presse|attaché de presse|attachée de presse",
        "persattaché",
        "Presseattaché",
    ),
    (
        "press adviser|press advisor",
        "conseiller(-ère) presse|conseiller presse|conseillère presse",
        "persadviseur",
        "Presseberater(in)|Presseberater|Presseberaterin",
    ),
    ("press secretary", "secrétaire de presse", "perssecretaris", "Pressesekretär(in)"),
    (
        "communication officer|communications officer",
        "chargé(e) de communication|chargé de communication|chargée de communication",
        "communicatiemedewerker|communicatieverantwoordelijke",
        "Referent(in) für Kommunikation",
    ),
    (
        "communication adviser|communications adviser|communications advisor",
        (
            "conseiller(-ère) en communication|conseiller en communication"
            "|conseillère en communication"
        ),
        "communicatieadviseur",
        "Kommunikationsberater(in)|Kommunikationsberater|Kommunikationsberaterin",
    ),
    (
        "head of communication|head of communications|head of the communication department",
        "responsable de la communication|responsable communication",
        "hoofd communicatie",
        "Leitung Kommunikation|Leiter Kommunikation|Leiterin Kommunikation",
    ),
    (
        (
            "director of communication|director of communications|communication director"
            "|communications director"
        ),
        (
            "direction de la communication|directeur de la communication"
            "|directrice de la communication"
        ),
        "directeur communicatie|communicatiedirecteur",
        "Leitung der Kommunikation|Kommunikationsdirektor|Kommunikationsdirektorin",
    ),
    (
        "head of press|head of the press service|head of the press office|press chief",
        "responsable du service de presse|chef du service de presse",
        "hoofd persdienst|perschef",
        "Leitung der Pressestelle|Leiter der Pressestelle|Leiterin der Pressestelle",
    ),
    ("head of media relations", "responsable des relations presse", "hoofd mediarelaties", ""),
    (
        "media relations",
        "relations médias|relations avec les médias",
        "mediarelaties",
        "Medienarbeit",
    ),
    (
        "press relations",
        "relations presse|relations avec la presse",
        "persrelaties",
        "Pressearbeit",
    ),
    ("public relations", "relations publiques", "public relations", "Öffentlichkeitsarbeit"),
    ("digital communication", "communication numérique", "digitale communicatie", ""),
    ("social media", "réseaux sociaux|médias sociaux", "sociale media", "Soziale Medien"),
    ("head of unit", "chef d'unité|cheffe d'unité", "hoofd van de eenheid", "Referatsleitung"),
    ("head of service", "chef de service", "diensthoofd", "Dienststellenleitung"),
    ("head of department", "chef de département", "afdelingshoofd", "Abteilungsleitung"),
    ("chief of staff|head of cabinet", "chef de cabinet", "kabinetschef", ""),
    (
        "deputy head of cabinet|deputy chief of staff",
        "chef de cabinet adjoint(e)|chef de cabinet adjoint|chef de cabinet adjointe",
        "adjunct-kabinetschef",
        "",
    ),
    ("director", "", "directeur", "Direktor(in)|Direktor|Direktorin"),
    ("managing director", "", "gedelegeerd bestuurder", "Geschäftsführung"),
    (
        "director-general|director general",
        "",
        "directeur-generaal",
        "Generaldirektor(in)|Generaldirektor|Generaldirektorin",
    ),
    ("secretary-general|secretary general", "secrétaire général(e)", "secretaris-generaal", ""),
    ("minister", "ministre", "minister", "Minister(in)|Minister|Ministerin"),
    (
        "minister of foreign affairs|foreign minister",
        "ministre des Affaires étrangères",
        "minister van Buitenlandse Zaken",
        "Außenminister(in)|Außenminister|Außenministerin",
    ),
    (
        "prime minister",
        "",
        "eerste minister|premier",
        "Premierminister(in)|Premierminister|Premierministerin",
    ),
    (
        "deputy prime minister",
        "",
        "vice-eersteminister|vicepremier",
        "Vizepremierminister(in)|Vizepremierminister|Vizepremierministerin",
    ),
    (
        "state secretary|secretary of state",
        "secrétaire d'État",
        "staatssecretaris",
        "Staatssekretär(in)|Staatssekretär|Staatssekretärin",
    ),
    ("minister of state", "ministre d'État", "minister van Staat", "Staatsminister(in)"),
    ("ambassador", "", "ambassadeur", "Botschafter(in)|Botschafter|Botschafterin"),
    ("consul", "consul(e)|consul|consule", "consul", "Konsul(in)|Konsul|Konsulin"),
    ("consul general", "", "consul-generaal", "Generalkonsul(in)|Generalkonsul|Generalkonsulin"),
    ("special envoy", "", "speciaal gezant", "Sondergesandte(r)"),
    (
        "special envoy for climate|climate envoy",
        (
            "envoyé(e) spécial(e) pour le climat|envoyé spécial pour le climat"
            "|envoyée spéciale pour le climat"
        ),
        "speciaal gezant voor klimaat|klimaatgezant",
        "Sonderbeauftragte(r) für Klima",
    ),
    (
        "humanitarian adviser|humanitarian advisor",
        "conseiller(-ère) humanitaire|conseiller humanitaire|conseillère humanitaire",
        "humanitair adviseur",
        "Berater(in) für humanitäre Hilfe",
    ),
    ("project manager", "responsable de projet|chef de projet", "projectleider", "Projektleitung"),
    ("coordinator", "coordination", "coördinator", "Koordination"),
    ("adviser|advisor", "", "adviseur", "Berater(in)|Berater|Beraterin"),
    ("expert", "expert(e)|expert|experte", "deskundige|expert", "Experte/Expertin"),
    ("assistant", "assistant(e)|assistant|assistante", "assistent", "Assistenz"),
    ("secretariat", "secrétariat", "secretariaat", "Sekretariat"),
    (
        "press service|press department",
        "service de presse|service presse",
        "persdienst",
        "Pressestelle",
    ),
    ("press office", "service de presse|bureau de presse", "persdienst", "Pressestelle"),
    (
        "press and information",
        "presse et information",
        "pers en informatie",
        "Presse und Information",
    ),
    ("press and communication", "presse et communication", "pers en communicatie", ""),
    (
        "press and information service",
        "service de presse et d'information",
        "pers- en informatiedienst",
        "Presse- und Informationsdienst",
    ),
    (
        (
            "communication service|communications service|communication department"
            "|communications department"
        ),
        "service de communication|service communication|département communication",
        "communicatiedienst|dienst communicatie",
        "Abteilung Kommunikation|Kommunikationsabteilung",
    ),
    (
        "directorate for communication|communication directorate",
        "direction de la communication",
        "directie communicatie",
        "Direktion Kommunikation",
    ),
    (
        "information service",
        "service d'information",
        "informatiedienst|voorlichtingsdienst",
        "Informationsdienst",
    ),
    ("press contact|media contact", "contact presse", "perscontact", "Pressekontakt"),
    ("media enquiries|press enquiries", "contact médias", "vragen van de media", "Medienanfragen"),
    (
        "office of the minister|minister's office|cabinet of the minister",
        "cabinet du ministre|cabinet de la ministre",
        "kabinet van de minister",
        "",
    ),
    ("private office|cabinet", "cabinet", "kabinet", "Kabinett"),
    ("ministry of foreign affairs", "ministère des Affaires étrangères", "", "Außenministerium"),
    ("ministry", "ministère", "ministerie", "Ministerium"),
    ("government", "gouvernement", "regering", "Regierung"),
    ("embassy", "ambassade", "ambassade", "Botschaft"),
    ("consulate", "consulat", "consulaat", "Konsulat"),
    ("consulate general", "consulat général", "consulaat-generaal", "Generalkonsulat"),
    (
        "permanent representation",
        "représentation permanente",
        "permanente vertegenwoordiging",
        "Ständige Vertretung",
    ),
    ("head office|headquarters", "siège", "hoofdkantoor", "Hauptsitz"),
    ("switchboard", "central téléphonique", "telefooncentrale", "Zentrale"),
    ("photo|photograph|picture", "photo", "foto", "Foto"),
    ("image", "image", "beeld", "Bild"),
    ("illustration", "illustration", "illustratie", "Illustration"),
    ("map", "carte", "kaart", "Karte"),
    ("source", "source", "bron", "Quelle"),
    ("credit", "crédit", "credit", "Urheber"),
    ("photo credit", "crédit photo", "fotocredit", "Bildnachweis"),
    ("all rights reserved", "tous droits réservés", "alle rechten voorbehouden", ""),
)
# Where a line falls into parts that say something each, the coarsest first.
_CUTS = tuple(map(re.compile, (r"(\s+[–—|/-]\s+)", r"(\s*;\s*)", r"(\s*:\s+)", r"(,\s+)")))
# A line with its abbreviation, which stays: `Press office (P&I)`.
_SHORT = re.compile(r"(.*\S) (\([^()]{1,12}\))")
_WORDS = re.compile(r"[^\W\d_]{2,}")
# Small words within a name of a person.
_PARTICLES = {"al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "la", "le"}
_PARTICLES |= {"ten", "ter", "van", "vom", "von", "zu", "zum", "zur"}


def said(
    line: str, pair: tuple[str, str], own: Callable[[str], str | None], *, names: bool = False
) -> str | None:
    """A line in another language, if it or each of its parts is known; None if any is not.

    Args:
        line: as it stands, `Spokesperson – Press service`.
        pair: codes of the languages, from which and into which.
        own: what the newsroom itself calls something; it wins.
        names: whether a part that is nothing but names and figures may stay as it is.
    """
    found = own(line) or _of_office(line, pair)
    if found:
        return found
    if short := _SHORT.fullmatch(line):
        words = said(short[1], pair, own, names=names)
        return words and f"{words} {short[2]}"
    for cut in _CUTS:
        parts = cut.split(line)
        if parts[1:]:
            known = [said(part, pair, own, names=names) for part in parts[::2]]
            return _joined([_mark(mark, pair[1]) for mark in parts[1::2]], known)
    return line if names and _is_bare(line) else None


def _joined(marks: list[str], known: list[str | None]) -> str | None:
    if None in known:
        return None
    return "".join(f"{part}{mark}" for part, mark in zip_longest(known, marks, fillvalue=""))


def _mark(mark: str, target: str) -> str:
    """What stands between two parts; before a colon French alone leaves a space."""
    if mark.strip() != ":":
        return mark
    return "\u00a0: " if target == "fr" else ": "


def _is_bare(line: str) -> bool:
    """Whether a line is nothing but names and figures: no word of it is written small."""
    return not any(word.islower() for word in set(_WORDS.findall(line)) - _PARTICLES)


def _of_office(line: str, pair: tuple[str, str]) -> str | None:
    words = _table(*pair).get(" ".join(line.split()).casefold())
    return words and (words[0].upper() + words[1:] if line[:1].isupper() else words)


@cache
def _table(source: str, target: str) -> Mapping[str, str]:
    """Of words alike in the one language, the first counts."""
    found: dict[str, str] = {}
    if source in LANGUAGES and target in LANGUAGES:
        here, there = LANGUAGES.index(source), LANGUAGES.index(target)
        for row in OFFICES:
            for words in filter(None, row[here].split("|") if row[there] else ()):
                found.setdefault(words.casefold(), row[there].split("|")[0])
    return found
