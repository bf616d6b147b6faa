"""The words that say that something is not for the public, folded, in four languages."""

import re

# Words folded: small, without accents, marks and hyphens.
_GAP = r"(?:[\w'/]+ ){0,3}"
_SHOWN = r"(?:publi[ck]\w+|publish\w*|print\w*|broadcast\w*)"
_BEGINS = r"(?:^|[.!?;:,()\[\]|-] ?|please |kindly |bitte |graag |gelieve |merci de |priere de )"
_PASSED_ON = r"(?:release|distribution|transmission|circulation|quotation|attribution)"
_PEOPLE = r"(?:journalists?|editors?|press|media|newsdesks?|newsrooms?)"
_GENS = r"(?:la |les |l'|usage des? )*(?:presse|journalistes?|redactions?|medias?)\b"
_MENSEN = r"(?:pers|journalisten|redacties?)"
_WEITER = r"(?:veroe?ffentlichung|publikation|verbreitung|weitergabe|abdruck)"
_LEUTE = r"(?:presse|redaktion\w*|medienvertreter\w*|journalist\w*)"
# An order says no more, or what it is about; “do not distribute food” is none.
_ENDS = (
    r"(?= ?(?:$|[.!?:;,()\[\]]|yet\b|th\w+\b|it\b|ce\w*\b|deze\b|dit\b|dies\w*\b"
    r"|a\.?u\.?b|svp|s\.v\.p|please\b|bitte\b))"
)
_CLOSE = r"(?:confidential|confidentiel\w*|vertraulich|vertrouwelijk)"
# What stands alone, in brackets, or before a colon: a label, whatever its words mean elsewhere.
_FIRST = (
    r"(?:^|[.!?;:,()\[\]|] ?| - |^- |please |kindly |bitte |graag |gelieve |merci de |priere de )"
)
_LAST = r"(?= ?(?:$|[.!?:;)\]|]| - |, |\+?\d{2}|a\.?u\.?b|svp|s\.v\.p|please\b|bitte\b|merci\b))"
_TITLED = r"(?= ?(?:[:)\]|]| - |$))"
# Of this text, or of what a name or a number stands for.
_OF_THIS = (
    r"(?= (?:th(?:is|ese|ose|em)|it|me|us|any of|his|her|their|the (?:\w+ )?(?:names?"
    r"|numbers?|following"
    r"|details|above|identit\w+)|ce\w*|son|sa|ses|leurs?|(?:le |les |l')(?:\w+ )?(?:noms?|numeros?"
    r"|identit\w+)|deze|dit|zijn|haar|hun|(?:de |het )(?:naam|namen|nummers?|identiteit)|dies\w*"
    r"|(?:den |die |seinen |ihren )(?:namen?|nummern?|identitat))\b)"
)
# To show, to quote, to pass on: the whole verb, then what has been done to it.
_SHOW = r"(?:publish|broadcast|print|circulate|release|distribute|disseminate|disclose|divulge|air)"
_TELL = (
    r"(?:quote|cite|attribute|share|forward|pass (?:it |this |them )?on|reveal|leak|mention|name"
    r"|repeat|report|reproduce|post|tweet|use|identify|copy|hand out|give out|make public"
    r"|put online)"
)
_TOLD = (
    r"(?:published|printed|quoted|cited|attributed|broadcast|aired|shared|forwarded|passed on"
    r"|disclosed|divulged|revealed|circulated|disseminated|distributed|reproduced|made public"
    r"|given out|released|identified by name|named|mentioned|reported|put online|used publicly)"
)
_MONTRER = (
    r"(?:publier|diffuser|divulguer|imprimer|rendre public|citer|communiquer|transmettre|partager"
    r"|reproduire|relayer|ebruiter|mentionner|nommer|devoiler|reveler|utiliser|faire suivre"
    r"|mettre en ligne|attribuer|repandre)"
)
_MONTREZ = (
    r"(?:publiez|diffusez|divulguez|imprimez|citez|communiquez|transmettez|partagez|reproduisez"
    r"|relayez|mentionnez|nommez)"
)
_MONTRE = r"(?:publie|diffuse|divulgue|imprime|cite|communique|transmis|partage|reproduit|nomme)"
_TONEN = (
    r"(?:publiceren|verspreiden|citeren|uitzenden|afdrukken|openbaar maken|bekendmaken"
    r"|naar buiten brengen|doorvertellen)"
)
_TONEN_LABEL = (
    r"(?:doorgeven|delen|noemen|vermelden|overnemen|doorsturen|gebruiken|online (?:zetten|plaatsen)"
    r"|toeschrijven|vrijgeven|meedelen)"
)
_GETOOND = (
    r"(?:gepubliceerd|verspreid|geciteerd|uitgezonden|afgedrukt|openbaar gemaakt|bekendgemaakt"
    r"|doorgegeven|gedeeld|genoemd|vermeld|overgenomen|vrijgegeven)"
)
_ZEIGEN = (
    r"(?:veroe?ffentlichen|publizieren|verbreiten|abdrucken|zitieren|weitersagen|ausstrahlen"
    r"|weiterverbreiten|offentlich machen|weitererzahlen)"
)
_ZEIGEN_LABEL = (
    r"(?:weitergeben|weiterleiten|drucken|nennen|verwenden|senden|teilen|herausgeben|erwahnen"
    r"|online stellen|zuschreiben|bekanntgeben|preisgeben|mitteilen)"
)
_GEZEIGT = (
    r"(?:veroe?ffentlicht|publiziert|verbreitet|abgedruckt|gedruckt|zitiert|genannt|weitergegeben"
    r"|ausgestrahlt|gesendet|weitergeleitet|bekannt ?gegeben|offentlich gemacht)"
)
_INTERN = r"(?:intern|internal|interne[rns]?|internes)"
_ENGLISH = (
    rf"not {_GAP}(?:for|to be) {_GAP}{_SHOWN}",
    rf"not (?:\w+ )?for (?:onward |public |wider |any |further |general )*{_PASSED_ON}{_ENDS}",
    rf"(?:not|never) to be {_TOLD}{_LAST}",
    rf"{_BEGINS}(?:do(?: not|n't)|never) (?:yet )?{_SHOW}{_ENDS}",
    rf"{_FIRST}(?:do(?: not|n't)|never) (?:yet )?{_TELL}(?:{_LAST}|{_OF_THIS})",
    rf"{_FIRST}(?:do(?: not|n't)|never) (?:yet )?{_SHOW}{_OF_THIS}",
    rf"\bth(?:is|ese) (?:\w+ ){{0,3}}(?:must|may|should|shall|can) (?:not|never) be {_TOLD}",
    (
        rf"\b(?:names?|identit\w+|numbers?|address\w*|whereabouts)\b[^.!?;:]{{0,60}} (?:must"
        rf"|may|should"
        rf"|shall|can) (?:not|never) be {_TOLD}"
    ),
    rf"(?:must|may|should|shall) (?:not|never) be {_TOLD} ?(?:$|[:)\]]|\.$)",
    (
        rf"(?:please|ask\w* you|request\w* you|kindly) (?:to )?(?:refrain from|avoid) {_GAP}"
        r"(?:publish|print|quot|broadcast|shar|nam|mention|circulat)\w*ing"
    ),
    (
        rf"(?:please|kindly) keep (?:this|these|it|them) {_GAP}(?:confidential|private|to yourself"
        r"|off the record|between us|out of)"
    ),
    (rf"for (?:the )?(?:use of )?{_PEOPLE}(?:'s?)?(?: eyes| use)? only"),
    (
        rf"{_FIRST}(?:for )?(?:your |the )?(?:eyes|information|reference|background|planning"
        rf"|guidance|use) only(?: \([a-z]+\))?{_TITLED}"
    ),
    (
        rf"{_FIRST}not (?:intended |meant )?for (?:airing|naming|quoting|sharing|printing"
        rf"|posting|readers"
        rf"|viewers|listeners){_TITLED}"
    ),
    rf"{_FIRST}(?:do(?: not|n't)|never) (?:name|identify) (?:the|him|her|them)\b",
    (
        rf"(?:please|kindly) (?:do(?: not|n't)|never) (?:{_SHOW}"
        rf"|{_TELL}) [^.!?;:]{{0,60}}\b(?:by name"
        r"|in your|in public|publicly|to anyone|outside|in any)\b"
    ),
    (
        rf"\b(?:ask|asks|request|urge|beg) (?:you|{_PEOPLE}|all media|the press|the media)"
        rf" [^.!?;:]{{0,30}}(?:not to (?:(?:{_SHOW}|{_TELL})(?:{_LAST}|{_OF_THIS})"
        rf"|(?:name|identify) (?:the|him|her)\b)|to withhold\b)"
    ),
    rf"(?:^|[,;:()\[\]|] ?| - )(?:{_PEOPLE}|desks?)(?: use)? only{_LAST}",
    r"\b(?:non|un|not) ?(?:attributable|quotable|publishable)\b",
    rf"{_FIRST}not for (?:the |our )?(?:citizens|residents|members of the public){_LAST}",
    rf"{_FIRST}for (?:the )?info\w* of (?:the )?(?:editors?|newsdesks?|newsrooms?)(?= ?[:)\]])",
    rf"{_FIRST}(?:strictly |all )?off the record{_LAST}",
    r"\b(?:is|are|be|remains?|all|strictly|speaking to you) off the record(?= ?(?:$|[.:;)\]]))",
    (
        rf"{_FIRST}(?:not for|outside) (?:the )?(?:general )?(?:public|record"
        rf"|attribution)(?: eyes| use"
        rf"| domain)?{_LAST}"
    ),
)
_FRENCH = (
    rf"{_BEGINS}ne pas (?:encore )?(?:publier|diffuser|divulguer|imprimer|rendre public){_ENDS}",
    (
        rf"{_FIRST}(?:\w+ )?(?:a )?ne (?:pas|jamais) {_MONTRER}"
        rf"(?:{_LAST}|{_OF_THIS}| (?:au|a la|aux|publiquement)\b)"
    ),
    (
        rf"(?:prions|prie|demand\w+|remerci\w+|merci|priere|veuillez|svp|souhait\w+)"
        rf" (?:[\w']+ ){{0,5}}ne pas (?:le |la |les |l')?{_MONTRER}\b(?! (?:de|d'|des)\b)"
    ),
    rf"{_FIRST}ne (?:le |la |les |l')?{_MONTREZ} (?:pas|jamais)(?:{_LAST}|{_OF_THIS})",
    rf"ne (?:peut|peuvent|doit|doivent|devr\w+) {_GAP}etre {_MONTRE}\w*+(?! avant)",
    r"(?:pas|non) destine\w* (?:a|pour|au) (?:la |l'|etre )*(?:publi|diffus|grand public)\w*",
    rf"(?:uniquement|exclusivement|reserve\w*) (?:destine\w* )?(?:a|aux|pour) {_GENS}",
    rf"interdit\w* (?:a|de) (?:la )?(?:publi|diffus|reprodu)\w+(?:{_LAST}|{_OF_THIS})",
    (
        r"(?:merci|priere|veuillez) (?:de )?(?:garder|conserver"
        r"|tenir) [^.!?;:]{0,40}\b(?:pour vous|secret"
        r"|confidentiel)"
    ),
    (
        rf"\b(?:pour|usage|attention|information) [^.!?;:]{{0,20}}{_GENS} (?:seulement|uniquement"
        rf"|exclusivement){_LAST}"
    ),
    rf"{_FIRST}(?:publication|diffusion|citation) interdite(?= ?(?:$|[.!,)\]]))",
    r"\bnon (?:attribuables?|citables?|publiables?)\b|\bhors (?:publication|antenne)\b",
    rf"{_FIRST}(?:en )?off{_TITLED}",
    rf"{_FIRST}pas pour (?:le |les )?(?:(?:grand )?public|citoyens|particuliers){_LAST}",
    rf"{_FIRST}pour (?:l')?info\w* d(?:e la|es) (?:redactions?)(?= ?[:)\]])",
    rf"\b(?:a |pour )?usage (?:strictement )?interne(?: uniquement| seulement)?{_LAST}",
)
_DUTCH = (
    rf"niet {_GAP}(?:voor|ter) {_GAP}(?:publi[ck]atie|verspreiding|openbaarmaking)",
    rf"{_BEGINS}(?:nog )?niet (?:te )?{_TONEN}{_ENDS}",
    rf"{_FIRST}(?:\w+ ){{0,2}}(?:nog )?niet (?:te |verder )?(?:{_TONEN}|{_TONEN_LABEL}){_LAST}",
    rf"(?:verzoeken|vragen|gelieve|graag|verzoek) [^.!?;:]{{0,60}}niet (?:te )?{_TONEN}",
    rf"(?:mag|mogen) [^.!?;:]{{0,40}}[^ .!?;:] niet {_GAP}{_GETOOND}(?!(?: worden)? als\b)",
    rf"(?:mag|mogen) niet (?:worden )?{_GETOOND}(?!(?: worden)? als\b)",
    r"\b(?:niet|on) ?citeerbaar\b",
    rf"(?:alleen|enkel|uitsluitend|slechts) (?:bestemd )?voor (?:de )?{_MENSEN}\b",
    (
        rf"{_FIRST}(?:alleen|enkel|uitsluitend|louter) (?:ter|als|voor) (?:info\w*|achtergrond\w*"
        rf"|intern gebruik|kennisgeving){_LAST}"
    ),
    rf"\bintern gebruik{_LAST}",
    r"niet (?:bestemd|bedoeld) voor het (?:grote )?publiek",
    r"niet voor het (?:grote )?publiek bestemd",
    rf"{_FIRST}niet voor (?:het |de )?(?:(?:grote )?publiek|burgers?|particulieren){_LAST}",
    rf"{_FIRST}ter (?:info\w*|kennisgeving) (?:van|voor|aan) (?:de )?redacties?(?= ?[:)\]])",
)
_GERMAN = (
    rf"nicht {_GAP}(?:zur|zum|fur|fur die) {_GAP}{_WEITER}",
    rf"{_BEGINS}(?:noch )?nicht {_ZEIGEN}{_ENDS}",
    rf"{_FIRST}(?:\w+ )?(?:noch )?nicht (?:{_ZEIGEN}|{_ZEIGEN_LABEL}){_LAST}",
    rf"{_FIRST}(?:\w+ )?nicht (?:an \w+|nach aussen|weiter) (?:{_ZEIGEN}|{_ZEIGEN_LABEL}){_LAST}",
    (
        r"bitte (?:veroe?ffentlichen|publizieren|verbreiten|zitieren|nennen|drucken|erwahnen"
        r"|verwenden"
        r"|geben|leiten|teilen) sie [^.!?;:]{0,80}\bnicht\b"
    ),
    rf"(?:bitten|gebeten|bitte)\b[^.!?;:]{{0,80}}nicht zu (?:{_ZEIGEN}|{_ZEIGEN_LABEL})",
    rf"(?:bitten|gebeten|bitte)\b[^.!?;:]{{0,40}}von (?:der|einer) {_GAP}(?:nennung|{_WEITER})",
    (
        rf"(?:darf|durfen|soll(?:en|te|ten)?) [^.!?;:]{{0,40}}nicht (?!vor |ehe |bevor |ohne )"
        rf"{_GAP}{_GEZEIGT} werden"
    ),
    r"nicht (?:zitier|veroffentlichungs)(?:fahig|bar)",
    r"nicht fur die offentlichkeit\b|\bfur die offentlichkeit nicht\b",
    rf"{_FIRST}nicht offentlich{_TITLED}",
    rf"{_FIRST}nicht fur (?:die |den |das )?(?:burger\w*|publikum|privatpersonen){_LAST}",
    (
        rf"{_FIRST}zur (?:info\w*|kenntnis\w*) (?:der|fur die|an die) redaktion(?:en)?"
        r"(?= ?[:)\]])"
    ),
    rf"nicht (?:zur|zum) (?:verwendung|wiedergabe|zitier\w+|zitat|nennung){_LAST}",
    rf"(?:nur|ausschliesslich|allein) (?:zur information )?(?:fur|der) (?:d\w\w )?{_LEUTE}\b",
    r"(?:nur |ausschliesslich )?(?:zur|zum) internen (?:verwendung|gebrauch)\b",
    r"\bfur den (?:internen )?(?:dienst)?gebrauch\b|\bvs nfd\b",
    (
        rf"{_FIRST}(?:nur |lediglich )(?:zur|als|zum) (?:hintergrund\w*|kenntnis\w*"
        rf"|internen \w+){_TITLED}"
    ),
    rf"{_FIRST}unter (?:zwei|drei|2|3){_TITLED}",
)
_START = r"(?:^|[.!?(\[|] ?|- )"
# In any language: letters set apart, and what only a label says.
_LABELS = (
    r"\b(?:notforpublication|nepaspublier|nietvoorpublicatie|nichtzurveroffentlichung)",
    rf"(?:^|[.!?(\[|-] ?)(?:strict\w*|streng|strikt|private and) {_CLOSE} ?[:,-] ",
    rf"\b(?:privileged|private|personal) (?:and|&) {_CLOSE}",
    (
        rf"(?:{_START}|\w \(){_INTERN}(?: (?:use|note|notiz|memo|briefing|information|version"
        rf"|hinweis|only|nota|document|vermerk|linie|regelung|gebruik))*(?: only)?{_TITLED}(?! ?$)"
    ),
    rf"{_START}(?:note|notiz|nota|memo|document) {_INTERN}{_TITLED}",
    rf"{_START}(?:restricted|classified)(?:[:)\]]| - )",
    r"\btlp ?: ?(?:amber|red)|\bchatham house rules?\b[^.!?;]{0,40}:",
    rf"{_START}(?:only )?if asked(?: only)? ?:|\breactive only\b|\bnot for proactive use\b",
    (
        rf"{_START}{_CLOSE}\w* (?:note|annex|briefing|hinweis|anlage|bijlage|noot|nota)"
        r"\b[^.!?]{0,40}:"
    ),
)
CONFIDENTIAL = re.compile(rf"\b{_CLOSE}\b")


def _any_of(marks: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in marks))


# The marks of a language are looked for where one of the words stands that all of them have.
MARKS = (
    (
        re.compile(
            r"\bnot\b|n't |only|never |record|info|attrib|quotab|refrain|avoid|keep |withhold|\bun"
        ),
        _any_of(_ENGLISH),
    ),
    (
        re.compile(
            r"\bpas |jamais|redac|interdi|reserv|uniquement|exclusiv|seulement|\bnon |hors |\boff"
            r"|usage|destine|secret|confidentiel|pour vous|etre "
        ),
        _any_of(_FRENCH),
    ),
    (
        re.compile(
            r"niet |redactie|alleen|enkel|uitsluit|slechts|louter|citeerbaar|intern gebruik"
        ),
        _any_of(_DUTCH),
    ),
    (
        re.compile(
            r"nicht|redaktion|\bnur |ausschliess|\ballein|internen|gebrauch|vs nfd|\bunter |bitt"
            r"|gebeten|lediglich"
        ),
        _any_of(_GERMAN),
    ),
    (re.compile(""), _any_of(_LABELS)),
)
