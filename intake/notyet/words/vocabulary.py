"""The words that an instruction may be made of, beside those that make it one."""

import re
from dataclasses import dataclass
from functools import lru_cache

from intake.characters.flat import set_of
from intake.moments.months import month_named, weekdays_named
from intake.moments.zones import is_place

# After one of these a moment has to follow.
HUNGRY = set_of(
    "until till til before from after on at to for by jusqu'au jusqu'a jusqu avant apres des"
    " partir a"
    " au le tot vanaf na voor op om bis ab vor nach zum am bis"
)
UNTIL = set_of(
    "until till til before d'ici jusque jusqu'au jusqu'a jusqu avant tot bis vor voor vanaf ab"
)
_SMALL = set_of(
    "a an and any all also as be is are the this these that to of in not no please note do must"
    " may can"
    " cannot will only use en n' un une et l la le les ce cet cette d de des du est sont ne pas"
    " merci"
    " svp veuillez seulement uniquement qu'a qu het een de dit deze is zijn niet geen alleen"
    " enkel pas"
    " aub svp gelieve te van bij der die das den dem ein eine ist sind nicht kein keine nur"
    " erst bitte"
    " von und im zu zur mit beachten mag mogen kan kunnen moet worden darf durfen peut peuvent"
    " doit doivent shall should s t under sous onder unter met avec with respect respecter"
    " respecteren observe honour honor observed sie nous vous prions remercions kindly"
    " ask asked requested demandons let status wij vragen u bitten wir wait keep go out you we"
    " rien jamais"
    " following herein attached above below enclosed contained following's subject here hereby"
    " demande"
    " yet still nothing anything everything treat treated up through within sent issued valid set"
    " applies apply immediate public draft advance copy confirmed keep kept live goes hfr approved"
    " cleared free available blocked locked secret restricted internal classified privately"
    " encore toute tout tous toutes noter publiable utilisable communicable diffusable destine"
    " destinee brouillon projet valable court sera seront transmis envoye"
    " pressefrei n qu behandelen behandeld bestemd demandons prions"
    " nog niets alles geldt loopt eindigt vervalt rust valt staat verstuurd ontwerp geheim"
    " uitsluitend op aandacht respecteer"
    " noch nichts alles bestimmt fur einem einer einen fruher earlier sooner eerder"
    " einschliesslich einschl inclusief including jusqu"
    " entwurf geheim behandeln honorarfrei unterliegt einhaltung"
    " beachtung um wird gebeten"
    " d'ici jusque fixe remercie prie priere liever you're zelf"
)
_STRICT = set_of(
    "strict strictly strictest absolute absolutely total totally full fully hard firm important"
    " attention confidential private advance urgent stricte strictement imperatif imperativement"
    " absolu absolument confidentiel confidentielle avance strikt strikte stikte vertrouwelijk"
    " belangrijk absoluut streng strenge strengste strengstens vertraulich vorab wichtig achtung"
    " unbedingt frist ende beachten opgelet nota nb n.b"
)
_THINGS = set_of(
    "news press media release releases statement statements speech text report information info"
    " material copy content contents document documents editors editor communique presse"
    " information"
    " informations texte discours medias redactions redaction journalistes pers persbericht"
    " bericht"
    " tekst informatie toespraak nieuws redactie redacties journalisten presse pressemitteilung"
    " pressemeldung mitteilung meldung medienmitteilung rede redetext text redaktionen redaktion"
    " journalisten nachricht inhalt date time hour uhrzeit datum tijd tijdstip heure moment"
    " zeitpunkt"
    " check against delivery journalists notice advisory paper article study figures statistics"
    " material materials data desks desk attention below prepared"
    " etude donnees chiffres resultats dossier document cijfers gegevens artikel rapport studie"
    " zahlen daten vorabmeldung vorabinformation redaktionshinweis hinweis"
)
_ACTS = set_of(
    "publication publications publish published publishing broadcast broadcasting distribution"
    " distribute distributed circulation circulate circulated release released releasing quotation"
    " quote quoted reproduction transmission disclosure disclose disclosed posting online print"
    " web"
    " radio tv television social lift lifts lifted lifting end ends ending expire expires expiry"
    " expiration begins start starts hold held share shared sharing use used permitted allowed"
    " authorised authorized prohibited forbidden valid"
    " leve lever fixe publishing berichten bericht diffusion diffuser diffuse publier publie"
    " publiee divulguer divulgation utiliser utilisation"
    " reprise reproduction levee fin parution interdit interdite autorisee autorise possible libre"
    " publicatie publiceren gepubliceerd verspreiding verspreiden verspreid gebruik gebruiken"
    " einde"
    " vrijgave vrijgegeven vrij geven uitzending openbaarmaking worden opgeheven"
    " veroffentlichung veroffentlichen veroffentlicht verbreitung verbreiten berichterstattung"
    " freigabe freigegeben freizugeben frei sendung verwendung verwenden gesperrt publikation"
    " werden"
    " gilt lauft endet aufgehoben ablauf"
    " publishable usable withheld delay delayed online post posted quoted reported reporting"
    " en ligne mettre mise paraitre differee reproduire citer partager relayer"
    " delen citeren uitzenden zetten vrijgeven openbaar uitzending publicatiedatum vrijgavedatum"
    " veroffentlichungstermin veroffentlichungsdatum sendefrei abdruck nutzung weitergabe zitieren"
    " untersagt verboten gestattet verspreidt toegestaan respecteren"
)
_TIMES = set_of(
    "am pm a.m p.m m p um noon midday midnight o'clock hrs hours hour sharp exactly precisely"
    " local"
    " time gmt utc"
    " cet cest bst est edt cst cdt mst mdt pst pdt mez mesz wet west eet eest msk jst ist ast"
    " et ct mt"
    " pt z ut h u hr uhr uur heure heures heures midi minuit locale matin soir precises precise"
    " ochtends"
    " morgens avonds middags middernacht lokale plaatselijke stipt tijd zeit ortszeit lokalzeit"
    " mittag"
    " mittags mitternacht abends nachmittags vormittags punkt genau morning afternoon evening"
    " standard daylight summer mean eastern central pacific mountain european universelle"
    " tomorrow today tonight demain aujourd'hui morgen vandaag vanavond heute apres-demain"
    " overmorgen"
    " ubermorgen jour dag tag day"
)
# Events and other ends that are no moment.
EVENTS = set_of(
    "delivery further notice spoken begins beginning start delivered speech remarks redebeginn"
    " redeende beginn ende nouvel ordre avis debut prononce nader order bericht begin aanvang auf"
    " weiteres weitere advised confirmed announced confirmation"
)
_VOCABULARY = _SMALL | _STRICT | _THINGS | _ACTS | EVENTS | HUNGRY | UNTIL
# Words that make a part of a line speak of its time of coming out.
_TELLING = _STRICT | _ACTS | UNTIL
_TOKEN = re.compile(r"\d[^\W_]*(?:[.:/,-]\d[^\W_]*)*|[^\W\d_]+(?:['-][^\W\d_]+)*'?|[^\s]")
_PART_OF_DAY = re.compile(
    r"([a-z]{5,})(?:ochtend|middag|avond|morgen|vormittag|mittag|nachmittag|abend)"
)
# Words of a language that also are the names of zones or of hours.
_TWOFOLD = set_of("est ist et ut h u a m p west")
_CORE = re.compile(
    r"embarg\w*|(?:sende|presse)?sper+(?:frist|vermerk)\w*|(?:press?e?|pers|medien|media|news|nieuws)-?embargo\w*"
)
_ABBREVIATED = re.compile(
    r"(?:\b[a-z]|\b(?:mon|tues?|wed|thur?s?|fri|sat|sun|jan|feb|fevr|mar|apr"
    r"|avr|jun|jul"
    r"|juil|aug|sept?|oct|okt|nov|dec|dez|no|nr|st|dr|mr|mrs|prof))$"
)
# After these a stop ends a sentence, unless more of a moment follows.
_MAY_END = re.compile(r"(?:\d|\b[ap]\.?m|\buhr|\buur|\bhrs?|\b[hu])$")
_GOES_ON = set_of("on at um op om")
_STOPS, _BREAKS = frozenset("|;()[]{}!?•·●▪"), frozenset("\"“”«»„,'/.-:&–…<>")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a figure or a sign of some words.

    Args:
        text: flat and lower case.
        start: where it begins.
        end: where it ends.
        kind: `T` of a time, `V` of an instruction, `W` any other word, `,` a sign, `|` a sign that
            parts what stands on one line.
        strange: whether it stands where a zone belongs and is not known.
    """

    text: str
    start: int
    end: int
    kind: str
    strange: bool = False


def tokens_of(words: str) -> list[Token]:
    """The words, figures and signs of some words, each with what it may be part of."""
    found = [(match[0], match.start(), match.end()) for match in _TOKEN.finditer(words)]
    tokens = list[Token]()
    for n, (text, start, end) in enumerate(found):
        after = found[n + 1][0] if n + 1 < len(found) else ""
        kind = _sign(words, start, text) if not text[0].isalnum() else _kind(text, after, tokens)
        tokens.append(Token(text, start, end, kind))
    return tokens


def may_belong(word: str) -> bool:
    """Whether a word, flat and lower case, may be part of an order wherever it stands."""
    bare = word.strip("'")
    return bare in _TWOFOLD or _is_time(bare) or is_place(bare) or _is_of_orders(bare)


def is_core(word: str) -> bool:
    """Whether a word itself names an embargo on news."""
    return _CORE.fullmatch(word) is not None


def tells(token: Token) -> bool:
    """Whether a word speaks of the time at which something comes out."""
    return token.kind == "T" or token.text in _TELLING or is_core(token.text)


def _is_of_moment(after: str) -> bool:
    """Whether what follows a stop goes on with a moment: `5. May`, `10 a.m. on 5 May`."""
    found = re.match(r"\s*\(?(?:(?:the|le|am) (?=\d))?(\w+)", after)
    word = found[1] if found else ""
    known = word in _GOES_ON or _is_time(word) or is_place(word)
    return word[:1].isdigit() or (bool(word) and known)


def _sign(words: str, start: int, text: str) -> str:
    before, after = words[:start], words[start + 1 :]
    if text in _STOPS:
        return "|"
    at_edge = not after or after[0] == " "
    if text == "-":
        return "|" if at_edge or not before or before[-1] == " " else ","
    if text == ":":
        return "|" if at_edge else ","
    if text == "." and at_edge and _MAY_END.search(before[-8:]):
        return "," if _is_of_moment(after) else "|"
    if text == "." and at_edge and not _ABBREVIATED.search(before[-8:]):
        return "|"
    return ","


def _kind(text: str, after: str, before: list[Token]) -> str:
    if text == "may" and not (after[:1].isdigit() or (before and before[-1].text[0].isdigit())):
        return "V"  # the verb
    if text in ("a", "p") and after == "." and before and before[-1].kind == "T":
        return "T"  # a.m.
    if text in _TWOFOLD and not (before and _is_of_a_time(before)):
        return "V"
    if text[0].isdigit() or _is_time(text) or _names_clock(text, after, before):
        return "T"
    return "V" if _is_of_orders(text) else "W"


def _names_clock(text: str, after: str, before: list[Token]) -> bool:
    return is_place(text) and (after in ("time", "tijd", "zeit", "local") or _after_a_time(before))


def _is_of_orders(text: str) -> bool:
    parts = [part for part in re.split("['-]", text) if part]
    return (
        text in _VOCABULARY or is_core(text) or all(p in _VOCABULARY or is_core(p) for p in parts)
    )


@lru_cache(4096)
def _is_time(word: str) -> bool:
    bare = word.strip("'")
    return bool(
        bare in _TIMES
        or month_named(bare)
        or (len(bare) > 1 and weekdays_named(bare) and bare not in _SMALL | _ACTS)
        or _is_part_of_day(bare)
    )


def _is_part_of_day(word: str) -> bool:
    """Whether a word is `woensdagochtend`, `Mittwochabend`."""
    found = _PART_OF_DAY.fullmatch(word)
    return found is not None and bool(weekdays_named(found[1]))


def _is_of_a_time(before: list[Token]) -> bool:
    """Whether the words before are figures, or a time: `10:00 EST`, and not `ce texte est`."""
    said = [token for token in before[-3:] if token.text not in "(,."]
    return bool(said) and said[-1].kind == "T"


def _after_a_time(before: list[Token]) -> bool:
    """Whether a name of a place says on which clock a time is."""
    said = [token for token in before[-4:] if token.kind != ","]
    if said and said[-1].text == "(":
        said.pop()
    if said and said[-1].text in ("de", "du", "d'", "la", "new", "los", "in"):
        said.pop()
    return (
        bool(said)
        and said[-1].kind == "T"
        and re.search(
            r"\d|^(?:h|uur|uhr|[ap]?m|hrs|heures?|time|ortszeit|midi|noon)$", said[-1].text
        )
        is not None
    )
