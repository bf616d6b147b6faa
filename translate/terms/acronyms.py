"""What bodies, measures and techniques that go by their initials are called in each language."""

import re
from functools import cache

# The same on each line, however a language writes it; "_" is a space.
_SAME = """
    NATO OTAN NAVO
    UN ONU VN UNO United_Nations Nations_unies Verenigde_Naties Vereinte_Nationen
        Vereinten_Nationen Vereinter_Nationen
    EU UE European_Union Union_européenne Europese_Unie Europäische_Union Europäischen_Union
    US USA ÉU É.-U. VS VSA United_States États-Unis Etats-Unis Verenigde_Staten
        Vereinigte_Staaten Vereinigten_Staaten
    UK GB RU R.-U. VK United_Kingdom Royaume-Uni Verenigd_Koninkrijk Vereinigte_Königreich
        Vereinigten_Königreich Vereinigtes_Königreich Großbritannien Britain Grande-Bretagne
        Groot-Brittannië
    WHO OMS WGO
    IMF FMI IWF
    GDP PIB BBP BIP
    GNP GNI PNB RNB BNP BNI BSP BNE
    WTO OMC
    ECB BCE EZB
    ECJ CJEU CJUE CJCE HVJ HVJEU EUGH
    ECHR CEDH EHRM EVRM EGMR EMRK COUREDH
    EIB BEI
    EBRD BERD EBWE
    OECD OCDE OESO
    OSCE OVSE OSZE
    ILO OIT IAO
    IAEA AIEA IAEO
    ICC CPI ISH ICH ISTGH
    ICJ CIJ IGH
    NGO ONG NRO
    VAT TVA BTW MWST UST
    AIDS SIDA Sida Aids
    HIV VIH
    DNA ADN DNS
    RNA ARN RNS
    AI IA KI
    ICT TIC IKT
    IT TI
    SME PME KMO MKB KMU
    CEO PDG DG
    CFO DAF
    GMO OGM GGO GVO
    EEC CEE EEG EWG
    EC CE EG
    ECSC CECA EGKS
    EEA EEE EER EWR AEE EUA
    EFTA AELE EVA
    CAP PAC GLB GAP
    CFP PCP GVB GFP
    EP PE
    MEP MDEP
    CFSP PESC GBVB GASP
    CSDP ESDP PSDC PESD GVDB EVDB GSVP ESVP
    USSR URSS UDSSR
    GDR RDA DDR
    FRG RFA BRD
    UAE EAU VAE
    DRC RDC
    CAR RCA
    UNHCR HCR
    WFP PAM WVP
    UNDP PNUD
    UNEP PNUE
    IOM OIM
    IOC CIO IOK
    ICRC CICR ICRK IKRK
    IPCC GIEC
    AU UA
    OPEC OPEP
    ASEAN ANASE
    EMU UEM WWU
    ESM MES
    SGP PSC
    MRI IRM MRT
    PLO OLP
    UFO OVNI
    ISIS ISIL IS ÉI EI Daesh Daech
    GDPR RGPD AVG DSGVO
    LNG GNL
    STD STI MST IST SOA
    ACP AKP ACS
    MDG OMD
    WWI WOI
    WWII WOII
    PTSD PTSS PTBS
    OPCW OIAC
    SNP
    NASA
    BBC
    CIA
    FBI
    KGB
    FIFA
    UEFA
    UNICEF
    UNESCO
    FAO
    CNN
    NSA
    PKK
    IRA
"""
_LINES = re.compile(r"^    (?=\S)", re.MULTILINE)
_INITIALS = r"[A-ZÀ-Þ](?:\.[A-ZÀ-Þ])+(?:\.|(?!\w))|[A-ZÀ-Þ]\.-[A-ZÀ-Þ]\."
_PLAIN = r"[A-ZÀ-Þ]{2,6}(?![^\W\d_A-ZÀ-Þ]{2}|[\dA-ZÀ-Þ&]|-[Dd]ollar|\.\w)"
_SMALL = "bbp btw kmo mkb ngo sida soa EuGH HvJ HvJEU CourEDH IStGH MwSt USt MdEP UdSSR"
_MAY_HAVE = re.compile(r"[A-ZÀ-Þ]{2}|[A-ZÀ-Þ]\.")
# Currencies, titles and times of day have checks of their own, or are words in other languages.
_FEW = 3  # words that may all be such
_OTHER = re.compile(
    r"[IVXLCDM]+|EUR|USD|GBP|CHF|[CK]OM|[AP]\.?M\.?|MPs?|GMT|UTC|[CBE]E?ST|[CE]ET|ET|MES?Z|H[NA]EC|N[OR]|OK|TV"
)


def acronyms(text: str) -> dict[str, str]:
    """The words of initials that a text has, each by what is the same in every language.

    Args:
        text: with plain spaces.
    """
    if text.isupper() and len(text.split()) > _FEW:  # capitals say nothing where all are
        return {}
    found = (match[0] for match in _pattern().finditer(text))
    return {_sense(words): words for words in found if not _OTHER.fullmatch(words)}


def may_have(text: str) -> bool:
    """Whether a text may have such words, told fast."""
    return _MAY_HAVE.search(text) is not None


def is_known(sense: str) -> bool:
    """Whether it is known how other languages say it."""
    return sense in _senses()


def _sense(words: str) -> str:
    known, bare = _known(), words.replace(".", "")
    return known.get(words) or known.get(bare.upper()) or bare


@cache
def _known() -> dict[str, str]:
    """What every way to say it stands for: the first word of its line."""
    lines = [line.split() for line in _LINES.split(_SAME) if line.strip()]
    return {word.replace("_", " "): line[0] for line in reversed(lines) for word in line}


@cache
def _senses() -> frozenset[str]:
    return frozenset(_known().values())


@cache
def _pattern() -> re.Pattern[str]:
    names = [name for name in _known() if not name.isupper()] + _SMALL.split()
    any_of = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![\w.@#/&-])(?:{_INITIALS}|{_PLAIN}|(?:{any_of})(?!\w))")
