"""Words for who or what is from a country: how they begin, in the newsroom's usual languages."""

import re
from functools import cache

from translate.terms.words import words_in

# CLDR's code of the country, then English, French, Dutch and German; a stroke is between several.
_LANGUAGES = ("en", "fr", "nl", "de")
_TABLE = """
    NL dutch néerlandais nederlander/nederlands niederländisch/niederländer
    NL hollander hollandais hollands/hollander holländisch/holländer
    BE belgian/belgians belge belgisch/belg/belgen belgisch/belgier
    FR french français/française fransman/fransen/franse/frans französisch/franzose
    DE german/germans allemand duits deutsche/deutschen/deutscher/deutsches
    GB british/briton britanniq brits/brit/britten britisch/brite
    GB english anglais engels/engelsman englisch/engländer
    GB scottish/scot/scots écossais schots/schot/schotten schottisch/schotte
    GB welsh gallois welsh walisisch/waliser
    IE irish irlandais ier/ieren/iers irisch/iren
    ES spanish/spaniard espagnol spaans/spanjaard spanisch/spanier
    PT portuguese portugais portugees/portugez portugies
    IT italian italien/italiens/italienne italiaan italienisch/italiener
    CH swiss suisse/helvétique zwitser schweizer/schweizerisch
    AT austrian autrichien oostenrijker/oostenrijks österreichisch/österreicher
    DK danish/dane/danes danois deens/deen/denen dänisch/däne/dänen
    SE swedish/swede/swedes suédois zweeds/zweed schwedisch/schwede
    NO norwegian norvégien noors/noren norwegisch/norweger
    FI finnish/finn/finns finlandais fins/finse/fin/finnen finnisch/finne/finnen
    PL polish/pole/poles polonais pools/poolse/pool polnisch/pole
    CZ czech tchèque tsjechisch/tsjech tschechisch/tscheche
    SK slovak/slovaks slovaque slowaaks/slowaak slowakisch/slowake
    SI slovenian/slovene slovène sloveens/sloveen slowenisch/slowene
    HU hungarian hongrois hongaars/hongaar ungarisch/ungar
    RO romanian roumain roemeens/roemeen rumänisch/rumäne
    BG bulgarian bulgare bulgaars/bulgaar bulgarisch/bulgare
    HR croatian/croat croate kroatisch/kroaat kroatisch/kroate
    RS serbian/serb/serbs serbe servisch/serviër serbisch/serbe
    GR greek grec/grecque/grecs/grecques grieks/griek/grieken griechisch/grieche
    TR turkish/turk/turks turc/turque/turcs/turques turks/turk/turken türkisch/türke/türken
    RU russian russe/russes russisch/rus/russen russisch/russe/russen
    UA ukrainian ukrainien oekraïens/oekraïner ukrainisch/ukrainer
    BY belarusian biélorusse/bélarusse wit-russisch/belarussisch belarussisch/weißrussisch
    LT lithuanian lituanien litouws/litouwer litauisch/litauer
    LV latvian letton/lettone lets/letse/letten lettisch/letten
    EE estonian estonien estisch/ests/estse/esten estnisch/esten
    US american/americans américain amerikaan amerikanisch/amerikaner
    CA canadian canadien canadees/canadese/canadezen kanadisch/kanadier
    MX mexican mexicain mexicaan mexikanisch/mexikaner
    BR brazilian brésilien braziliaan brasilianisch/brasilianer
    AR argentine/argentinian argentin/argentine argentijn argentinisch/argentinier
    CN chinese chinois chinees/chinese/chinezen chinesisch/chinese/chinesen
    JP japanese japonais japans/japanse/japanner japanisch/japaner
    IN indian/indians indien/indiens/indienne indiaas/indiase/indiër indisch/inder
    PK pakistani pakistanais pakistaan pakistanisch/pakistaner
    IR iranian iranien iraans/iraanse/iraniër iranisch/iraner
    IQ iraqi irakien/iraquien iraaks/iraakse/irakees/irakezen irakisch/iraker
    IL israeli israélien israëlisch/israëli israelisch/israeli
    SY syrian syrien/syriens/syrienne syrisch/syriër syrisch/syrer
    EG egyptian égyptien egyptisch/egyptenaar ägyptisch/ägypter
    MA moroccan marocain marokkaan marokkanisch/marokkaner
    DZ algerian algérien algerijn algerisch/algerier
    TN tunisian tunisien tunesisch/tunesiër tunesisch/tunesier
    NG nigerian nigérian nigeriaan nigerianisch/nigerianer
    NE nigerien nigérien nigerees/nigerijn nigrisch/nigrer
    ZA southafrican sud-africain zuid-afrikaan südafrikanisch/südafrikaner
    AU australian australien/australiens/australienne australisch/australiër australisch/australier
    AF afghan afghan afghaan/afgaan afghanisch/afghane
"""
# What may follow: the letters that a word bends with.
_ENDS = {
    "en": ("", "s"),
    "fr": ("", "e", "s", "es", "n", "ns", "ne", "nes"),
    "nl": ("", "e", "s", "se", "en", "er", "ers"),
    "de": ("", "e", "en", "em", "er", "es", "s", "n", "in", "innen"),
}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def peoples(text: str, language: str) -> dict[str, str]:
    """The countries whose people, or whatever is from there, a text names, each with its word.

    Args:
        text: plain.
        language: code of its language; none is found in an unknown one.
    """
    if language not in _LANGUAGES or words_in(text).isdisjoint(_parts(language)):
        return {}
    known, words = _known(language), _WORD.findall(text)
    return {known[word.lower()]: word for word in words if word.lower() in known}


def people_of(word: str, language: str) -> str:
    """The country that a word in small letters is for people or things from; "" for none."""
    return _known(language).get(word, "") if language in _LANGUAGES else ""


@cache
def _known(language: str) -> dict[str, str]:
    place = _LANGUAGES.index(language) + 1
    rows = (line.split() for line in _TABLE.splitlines() if line.strip())
    pairs = [(row[0], word) for row in rows for word in row[place].split("/")]
    return {f"{word}{end}": land for land, word in pairs for end in _ENDS[language]}


@cache
def _parts(language: str) -> frozenset[str]:
    return frozenset(part for word in _known(language) for part in word.split("-"))
