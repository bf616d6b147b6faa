"""Which countries a text names, and which it may mean by the word for who or what is from there."""

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale, UnknownLocaleError

from translate.terms.countries import NO_COUNTRIES
from translate.terms.peoples import people_of

# Bodies have a check of their own; the others are words or names of people somewhere.
_LEFT_OUT = NO_COUNTRIES | {"EU", "UN", "RE", "MU", "JE", "IM", "BL", "MF", "PM", "SX"}
_ONE = {"CD": "CG"}  # both are “Congo” in most sentences
# What they are called besides CLDR's names; parts of a country count as it. "_" is a space.
_ALSO = {
    "en": "US=America/U.S./US/USA GB=Britain/UK/U.K./England/Scotland/Wales NL=Holland TR=Turkey"
    " CZ=Czech_Republic CG=Congo MM=Burma/Myanmar CI=Ivory_Coast MK=Macedonia PS=Palestine"
    " VA=Vatican BA=Bosnia/Bosnia_and_Herzegovina AE=Emirates HK=Hong_Kong MO=Macau/Macao",
    "fr": "US=Etats-Unis/Amérique/USA GB=Grande-Bretagne/Angleterre/Écosse/Ecosse/Pays_de_Galles"
    " NL=Hollande CZ=République_tchèque CG=Congo MM=Birmanie/Myanmar MK=Macédoine PS=Palestine"
    " VA=Vatican BA=Bosnie AE=Émirats/Emirats HK=Hong_Kong MO=Macao BY=Biélorussie/Bélarus"
    " MD=Moldavie VN=Vietnam",
    "nl": "US=Amerika/VS/USA GB=Groot-Brittannië/Engeland/Schotland/Wales/VK NL=Holland"
    " CZ=Tsjechische_Republiek CG=Congo MM=Birma/Myanmar MK=Macedonië PS=Palestina"
    " VA=Vaticaan BA=Bosnië AE=Emiraten HK=Hongkong/Hong_Kong MO=Macau/Macao BY=Wit-Rusland"
    " CI=Ivoorkust",
    "de": "US=Amerika/USA/US/Vereinigten_Staaten GB=Großbritannien/England/Schottland/Wales/"
    "Vereinigten_Königreich/Vereinigte_Königreich NL=Holland/Niederlanden MM=Birma/Myanmar"
    " CZ=Tschechische_Republik/Tschechischen_Republik CG=Kongo MK=Mazedonien PS=Palästina"
    " VA=Vatikan BA=Bosnien AE=Emirate/Emiraten HK=Hongkong MO=Macau/Macao BY=Weißrussland"
    " MD=Moldau/Moldawien CI=Elfenbeinküste",
}
# How words for who is from there begin where the country's name begins otherwise.
_FROM = {
    "en": "AF=afghan NL=dutch/netherl FR=french GB=brit/engl/scot/welsh ES=span/spain DK=dan"
    " CH=swiss US=amer/washington/u.s/us- FI=finn PH=filip IE=iris/north TR=turk CZ=czech CI=ivor"
    " TH=thai AE=emirat KP=north/pyong KR=south/seoul/korea CF=central MK=maced PS=palest"
    " LU=luxem MM=burm CY=cyp MC=moneg VA=vatic/holy NZ=new/kiwi SA=saudi BA=bosn RU=russ/mosc"
    " CN=chin/beij DE=germ/berl BE=belg GR=gree IL=isra HK=hong LA=lao SL=sierra ML=mali MG=malag"
    " KH=khmer/cambo PL=pol UA=ukr SE=swed NO=norw PT=port",
    "fr": "NL=néerl/holl/pays FR=fran GB=brit/angl/écoss/gall/londres ES=espagn DK=danoi CH=suiss/"
    "helv US=améri/étatsu/états/etats/washington CN=chin/pékin GR=grec TR=turc/turq PL=polon"
    " AE=émir KP=nord/pyong KR=sud/sud-coré/coré RU=russ/moscou DE=allem/berlin SE=suéd"
    " NZ=néo PS=palest MM=birm CF=centr MK=macéd SA=saoud BE=belg IE=irland/nord HU=hongr CZ=tchè"
    " AF=afgh ZA=sud MG=malg CI=ivoir IL=israé UA=ukr AT=autri NO=norv PT=portu FI=finl MC=moné",
    "nl": "FR=fran GB=brit/engel/schot/welsh/lond ES=spaa/span DK=deen/deens CH=zwits US=amerik/"
    "washington/vs CN=chin/peking/beijing GR=grie TR=turk PL=pool/pols AE=emir KP=noord KR=zuid/"
    "korea RU=rus/mosk DE=duits/berl SE=zweed/zwed NZ=nieuw PS=palest MM=birm CF=centr MK=maced"
    " SA=saoed/saud BE=belg IE=ier/noord HU=hong CZ=tsjech AF=afgh ZA=zuid CI=ivo IL=isra UA=oek"
    " AT=oost NO=noor/noors PT=port FI=fin IT=ital NL=nederl/holl LT=litouw",
    "de": "FR=fran US=amerik/us/washington GB=brit/engl/schott/walis/london ES=span DK=dän"
    " CH=schweiz/eidg CN=chin/peking GR=grie TR=türk PL=pol AE=emir KP=nord KR=süd/korea"
    " RU=russ/mosk DE=deut/berl/bund SE=schwed NZ=neus PS=paläs MM=birm CF=zentr MK=mazed"
    " SA=saud BE=belg IE=iri/ire/nord HU=unga CZ=tsche AF=afgh ZA=süda CI=ivor IL=isra UA=ukr"
    " AT=öster NO=norw PT=port FI=finn IT=ital NL=niederl/holl SK=slowak IN=indis/inder",
}
_LETTERS = 4  # of a name, which most words for who is from there begin with
_WORD = re.compile(r"[^\W\d_]+(?:[-.][^\W\d_]+)*")

_CAPITAL = re.compile(r"[^\W\d_a-zß-ÿ][^\W\d_]*")


def lands(text: str, language: str) -> dict[str, str]:
    """The countries that a text names, by CLDR's code, each with its words.

    Args:
        text: with plain spaces.
        language: code of its language.
    """
    return dict(lands_in_order(text, language))


def lands_in_order(text: str, language: str) -> list[tuple[str, str]]:
    """Each country that a text names, as often as it does, by CLDR's code and with its words.

    Args:
        text: with plain spaces.
        language: code of its language.
    """
    if _beginnings(language).isdisjoint(_CAPITAL.findall(text)):  # told fast: most have none
        return []
    known, text = _names(language), text.replace("’", "'")
    return [(known[match[1]], match[1]) for match in _pattern(language).finditer(text)]


def is_meant(land: str, text: str, language: str) -> bool:
    """Whether a text has a word that may be for who or what is from a country.

    Args:
        land: code of the country.
        text: with plain spaces.
        language: code of its language.
    """
    rest = _pattern(language).sub(" ", text) if _names(language) else text
    stems = _stems(language).get(land, ())
    return any(
        word.startswith(stems) and people_of(word, language) in ("", land)
        for word in map(str.lower, _WORD.findall(rest))
    )


@cache
def _names(language: str) -> dict[str, str]:
    return {name: land for land, name in _named(language)}


@cache
def _beginnings(language: str) -> frozenset[str]:
    found = (_CAPITAL.search(name) for name in _names(language))
    letters = frozenset(match[0] for match in found if match)
    return letters | {f"{name}s" for name in letters}


def _named(language: str) -> Iterator[tuple[str, str]]:
    try:
        territories = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return
    for code, name in territories.items():
        if len(code) == 2 and code.isalpha() and code not in _LEFT_OUT:
            yield _ONE.get(code, code), name.replace("’", "'")
    for land, names in _table(_ALSO, language):
        yield from ((land, name) for name in names)


def _table(table: dict[str, str], language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for entry in table.get(language, "").split():
        land, _, words = entry.partition("=")
        yield land, tuple(words.replace("_", " ").split("/"))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_names(language), key=len, reverse=True))
    ending = {"de": "s?", "nl": "s?"}.get(language, "")
    return re.compile(rf"(?<![\w-])({names}){ending}(?![\w]|-[a-z])")


@cache
def _stems(language: str) -> dict[str, tuple[str, ...]]:
    found = dict(_table(_FROM, language))
    for land, name in _named(language):
        found[land] = (*found.get(land, ()), name.lower()[:_LETTERS])
    return found
