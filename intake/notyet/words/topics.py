"""What only speaks of an embargo, what speaks of the text itself, and what is for editors."""

import re

_KINDS = (
    r"arms?|weapons?|trade|oil|gas|crude|fuel|energy|economic|commercial|financial|naval|air"
    r"|military|import|export"
    r"|travel|tourism|aid|food|grain|wheat|coal|diamonds?|timber|steel|fish|beef|meat|chip|tech"
    r"|technology|sugar|gold"
    r"|un|u\.n|eu|us|u\.s|uk|american|russian|cuban|chinese|european|british|arab|iranian|soviet"
    r"|israeli|turkish|french"
    r"|german|belgian|dutch|international|global|nations|council|partial|total trade|mandatory"
    r"|two-way|one-sided|de facto"
    r"|crippling|decades-old|year-old|year|long|longstanding|nouvel|premier|double|wapen|handels"
    r"|olie|waffen|ol|erdol"
    r"|rustungs|export|import|lebensmittel|technologie|luft|see"
)
_KIND_BEFORE = re.compile(rf"(?:^|[\s(\"“«'])(?:{_KINDS})[ -]$")
_FRENCH_KIND = re.compile(
    r"^ (?:strict |total |partiel )?(?:commercia\w+|economique\w*|petroli\w+|militaire\w*"
    r"|americain\w*|europeen\w*|russe\w*|financi\w+"
    r"|alimentaire\w*|agricole\w*|international\w*|onusien\w*|gazier\w*|aerien\w*|naval\w*"
    r"|technologique\w*|cubain\w*"
    r"|(?:des|de l'|de l|de|d'|aux?|sur les?|du) ?(?:nations|etats|onu|armes|union|europe|conseil"
    r"|ue|usa|washington|petrol\w+|armements|pays)\b)"
)
_ITSELF = (
    r"(?:this|the (?:text|release|report|statement|speech|information|contents?|news"
    r"|announcement)|publication|release|all|any|news|reporting|use|broadcast|"
    r"ce|cette|la publication|la diffusion|dit|deze|publicatie|dies\w*|veroffentlichung)\b"
)
_AIMED = re.compile(
    rf"^ (?:(?:on|upon|over|sur|op|auf)(?! (?:{_ITSELF}|\d|the \d|de[nmr] \d|mon|tue|wed|thu|fri"
    rf"|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|weiteres|hold))"
    r"|against|contre|a l'encontre|a l'egard|envers|tegen|gegen|gegenuber|toward|towards|jegens"
    r"|imposed|decreed|slapped|placed|enacted|introduced|declared"
    r"|impose\w*|decrete\w*|decide\w*|vote\w*"
    r"|vis(?:e|ant)|frapp\w+|touch\w+|pese|opgelegd|ingesteld|afgekondigd|verhangt\w*|hindert"
    r"|trifft|treft|hurt|hurts|hit|hits|harms|works|failed|fails)\b"
)
_STANDS = re.compile(r"^ (?:in place|in force|applies)\b(?!\W*$)")
_PAST = re.compile(
    r"\b(?:since|depuis|sinds|seit|remains?|remained|reste\w*|restent|demeure\w*|blijft|blijven"
    r"|bleibt|bleiben"
    r"|has been|have been|had been|was lifted|were lifted|was imposed|wurde|wurden|werd"
    r"|werden opgeheven|a ete|ont ete|fut)\b"
)
# Worlds in which an embargo is a thing between states.
_WORLD = re.compile(
    r"\b(?:sanction\w*|countr(?:y|ies)|nations?|regime|goods?|imports?|exports?|arms|weapons?"
    r"|armament\w*|ammunition|oil|crude|petrol\w*|gas|"
    r"trade|tariffs?|commerce|grain|cargo\w*|ships?|tankers?|ports?|fleet|security council"
    r"|council|parliament|congress|un|blockade|boycott|smuggl\w*|"
    r"sold|sell|bought|buy|deliver(?:ed|ies)|suppl(?:y|ies|ied)|customs|econom\w+|violat\w+"
    r"|breach\w*|evad\w+|ceasefire|"
    r"pays|marchandises?|armes?|petrole|conseil de securite|conseil|importations?|exportations?"
    r"|navires?|vendus?|vendre|livraisons?|douanes?|blocus|"
    r"land|landen|goederen|wapens?|olie|invoer|uitvoer|handel\w*|schepen|veiligheidsraad|raad"
    r"|verkocht|verkopen|economi\w+|sancties?|staten|"
    r"waren|guter|lander\w*|staat\w*|waffen\w*|ol|erdol|einfuhr\w*|ausfuhr\w*|schiffe?"
    r"|sicherheitsrat|rat|verkauft|wirtschaft\w*|"
    r"fonds|gelder|mittel|geld|fuhrerschein\w*|fahrerlaubnis\w*|kundigung\w*|jahren?|monaten?"
    r"|jaar|maanden|ans|months|years|weeks)\b"
)
# What else may not be used, released or opened before a day; and what only will not be.
_HELD = re.compile(
    r"\b(?:prisoners?|hostages?|funds?|money|bridges?|roads?|vaccin\w*|drugs?|polls?|fireworks"
    r"|drones?|water|airspace"
    r"|games?|films?|movies?|albums?|songs?|books?|prisonniers?|otages?|fonds|ponts?|routes?"
    r"|sondages?|livres?|chasse|peche"
    r"|port|vuurwerk|peilingen|gevangenen|brug|weg|snelweg|geld|film|boek|gelder|mittel"
    r"|gefangene\w*|brucke|strasse|strecke"
    r"|umfragen|feuerwerk\w*|buch|eintritt|autobahn|will|shall|sera|seront|zal|zullen)\b"
)
# `The publication date of the study is …`, said of a thing and not of the text itself.
_ARTICLE = re.compile(
    r"(?:^|[.!?] )(?:the|la|le|l'|de|het|das|der|die) ?(?:date (?:et heure )?de )?$"
)
_DATE_OF = re.compile(
    r"^ (?:(?:of|for) (?:the|its|his|her|their)|du|de la|des|de l'|van (?:de|het)|de[rs]|fur (?:die"
    r"|den|das))"
    r" ?(?!(?:press ?|present |attached |enclosed )?(?:release|text|statement|information|content"
    r"|embargo|news|announcement|communique|texte|document|tekst|bericht|persbericht|mededeling"
    r"|(?:presse)?(?:mitteilung|meldung)|nachricht|rede|speech|discours|toespraak)\w*\b)"
    r"[^\W\d]\w*(?: [^\W\d]\w*){0,3} (?:is|was|will be|remains|est|sera|reste|wordt|ist|war|wird"
    r"|bleibt)\b"
)
# What the law keeps back for a while, which is no text.
_OF_THE_LAW = re.compile(
    r"^ fur (?:die |den |das |alle )?(?:neue[rn]? )?(?:wahl|umfrage|meinungsumfrage|wiederwahl"
    r"|bewerb|kundigung|fahrerlaubnis|fuhrerschein|arbeitslosen|sozial|aktien|anteils|verkauf"
    r"|prufung"
    r"|volks|wiedererteilung|jagd|zulassung|dunge|gulle|mist"
    r"|jauche)\w*(?: \w+){0,3} (?:endet|lauft|gilt|betragt|beginnt"
    r"|ist"
    r"|wird|wurde|bleibt)\b"
)
_ASKED = re.compile(
    r"^ ?[:,-]? ?(?:what|why|how|who|where|when|which|does|is|can|will|the (?:story|end|history"
    r"|facts|truth|case|price|cost)|questions|facts|a |ce que|pourquoi|comment|quel\w*|qui|faut|"
    r"wat|waarom|hoe|wie|welke|was|warum|wie|wer|welche|fragen|les |la |le |de |het |das |die "
    r"|der )"
)
_SAYS = (
    r"(?:sa(?:id|ys)|ruled|told|added|warned|argued|decided|announced|dit|declare|decide|juge"
    r"|estime"
    r"|zei|zegt|oordeelde|besliste|sagte?|erklarte|entschied|urteilte)"
)
_TOLD = re.compile(
    r"\bwurden? (?:\w+ ){0,5}verof|\bwerd(?:en)? (?:\w+ ){0,5}(?:gepubliceerd|verspreid)\b"
    rf"|, (?:[\w']+ ){{0,4}}(?:a |ont )?{_SAYS}\b|\b{_SAYS} (?:that|que|qu'|dat|dass|,)"
    r"|\b(?:promised?|agreed?|refused?|decided?|vowed|pledged|chose|swore|wants?"
    r"|wanted) not to\b"
    r"|, (?:aldus|selon|so (?:der|die|das)|volgens|according)\b"
    r"|\b(?:was|were|had|did|wurden?|werd|werden (?!gepub)|waren|fut|fut|furent|n'a|n'ont"
    r"|a ete|ont ete)"
    r" (?:not |pas |niet |nicht )?(?:\w+ )?(?:publi|releas|gepub|veroff|diffus|report)"
)
_DENIED = re.compile(
    r"\W*(?:none|no|nil|n/a|not applicable|aucun|non|sans objet|geen|nee|neen|kein\w*|entfallt)"
    r"(?=\W*$|[ ]?[.;|])"
)
_ITS_OWN = re.compile(
    r"\b(?:this|these|the (?:above|following|attached|enclosed|present|embargoed"
    r"|accompanying))\s+(?:[\w-]+\s+){0,3}?(?:news|press|media|releases?|texts?|statements?|speech"
    r"|information|announcement|documents?|reports?|materials?|contents?|communique|message"
    r"|e?-?mails?|publication|communication|briefing|advisory|remarks"
    r"|address|bulletin|article|story|copy|notice|item|notes?|data|figures|study|paper|alert"
    r"|embargo)\b"
    r"|\b(?:contents?|information|details) (?:of|in|contained|herein)\b"
    r"|\b(?:ce|cet|cette|ces|le present|la presente"
    r"|les presentes)\s+(?:[\w'-]+\s+){0,2}?(?:communique|texte|document|informations?|discours"
    r"|declaration|message"
    r"|rapport|article|note|nouvelle|annonce|contenu|publication|depeche|embargo|mail|courriel"
    r"|dossier|donnees|chiffres|etude|allocution|intervention)s?\b"
    r"|\b(?:dit|deze|bijgaand\w*|onderstaand\w*"
    r"|bovenstaand\w*)\s+(?:[\w-]+\s+){0,2}?(?:\w*bericht|tekst|mededeling|informatie|toespraak"
    r"|verklaring|document"
    r"|rapport|nieuws|speech|artikel|nota|mail|communique|publicatie|gegevens|cijfers|persmap"
    r"|aankondiging|embargo)\w*"
    r"|\b(?:dies\w*|(?:nachfolgende|vorliegende|beiliegende|folgende"
    r"|nachstehende)\w*)\s+(?:[\w-]+\s+){0,2}?(?:\w*mitteilung|text|\w*meldung|\w*information\w*"
    r"|\w*rede"
    r"|redetext|erklarung|dokument|bericht|nachricht|\w*material|inhalte?|beitrag|\w*manuskript"
    r"|unterlagen|mail|studie|zahlen|daten|artikel|ankundigung|embargo|sperrfrist)\w*"
)
_NOTES = re.compile(
    r"\b(?:notes? (?:to|for) (?:the )?(?:editors?|press|journalists?|media)|editors?'? notes?"
    r"|background for editors|contacts?|telephone|phone|tel"
    r"|notes? (?:aux|a la|pour les?|pour la) (?:redactions?|redaction|journalistes|presse"
    r"|redacteurs?)"
    r"|noot (?:voor|aan) (?:de )?(?:redacties?|pers|journalisten)|nota (?:voor|aan) de redacties?"
    r"|noten voor de redactie|redactie-?noot|perscontacten|telefoon"
    r"|(?:hinweis\w*|anmerkung\w*|anmerkungen|info) (?:fur|an) (?:die )?(?:redaktion\w*|presse"
    r"|journalist\w*)|kontakt\w*|ruckfragen)\b"
)


def speaks_of_another(words: str, start: int, end: int, *, timed: bool = False) -> bool:
    """Whether the word “embargo” itself is said of trade, arms or a country.

    Args:
        words: flat and lower case.
        start: where the word begins.
        end: where it ends.
        timed: whether a time of day follows, which no embargo between states has.
    """
    before, after = words[max(0, start - 24) : start], words[end : end + 60]
    if timed:
        before = re.sub(r"\bun $", "", before)  # French, and not the United Nations
    if not timed and _STANDS.search(after):
        return True
    return bool(_KIND_BEFORE.search(before) or _FRENCH_KIND.search(after) or _AIMED.search(after))


def tells_of_a_rule(words: str, start: int, end: int) -> bool:
    """Whether a sentence tells when a thing appears, or until when the law keeps it back.

    Args:
        words: flat and lower case.
        start: where “publication date” or “Sperrfrist” begins in them.
        end: where it ends.
    """
    is_told = _ARTICLE.search(words[max(0, start - 30) : start]) is not None
    after = words[end : end + 120]
    form = _OF_THE_LAW if words.startswith("sper", start) else _DATE_OF
    return is_told and form.match(after) is not None


def is_of_the_world(words: str) -> bool:
    """Whether words name what an embargo between states is about."""
    return _WORLD.search(words) is not None or _PAST.search(words) is not None


def is_of_trade(words: str) -> bool:
    """Whether words name countries, goods or those who decide on an embargo between states."""
    return _WORLD.search(words) is not None


def is_of_things(words: str) -> bool:
    """Whether words name what may be kept closed, unused or in prison until a day."""
    return is_of_the_world(words) or _HELD.search(words) is not None


def is_past(words: str) -> bool:
    """Whether words tell what has been, or goes on."""
    return _PAST.search(words) is not None


def is_told(words: str) -> bool:
    """Whether somebody is said to have said it: `may not be published, the court ruled`."""
    return _TOLD.search(words) is not None


def denies(behind: str) -> bool:
    """Whether what follows “embargo” says that there is none: `Embargo: none`."""
    return _DENIED.match(behind) is not None


def asks(words: str) -> bool:
    """Whether what follows a word makes it the subject of a headline: `: what was decided`."""
    return _ASKED.search(words) is not None


def speaks_of_itself(words: str) -> bool:
    """Whether words speak of the very text they stand in: `this release`."""
    return _ITS_OWN.search(words) is not None


def is_for_editors(words: str) -> bool:
    """Whether a line is the heading of notes to editors, or of whom they may call."""
    return _NOTES.search(words) is not None
