"""What a line says of a text that is not out yet, and what is said of its embargo."""

import re

from intake.notyet.words.events import EVENT, WORD

_OF_OFFICE = (
    r"(?:(?: (?:by|from|of|par|du|de|des|la|le|l'|door|van|het|durch|von|vom|der|die|das"
    r"|dem|the|minister\w*|king|our|final|kabinet\w*|cabinet|directie|leiding|hq))+(?: "
    r"[\w'-]+){0,4})?"
)
_END = r"(?=$| ?[.!)\]]+$)"
_OK = (
    r"(?:approval|clearance|sign-?off|validation|release|confirmation|go-?ahead|green "
    r"light|authori[sz]ation|legal review|goedkeuring|vrijgave|akkoord|bevestiging"
    r"|freigabe|zustimmung|genehmigung|bestatigung|abnahme|accord|feu vert|approbation"
    r"|relecture|autorisation|bon a tirer)"
)
_DONE = (
    r"(?: (?:has|have|is|are|ait|ayent|soit|a|est|heeft|is)(?: been)?)?(?: (?:spoken|ended|begun"
    r"|started|over|done|announced|signed|parle|pris la parole|fini\w*|terminee?|commence"
    r"|gesproken|afgelopen|begonnen|voorbij|gesprochen|beendet|zu ende|vorbei|heeft|hat|is"
    r"|ist)){0,2}"
)
# What a line says that says nothing else.
_STATES = (
    (
        r"(?:please |bitte |graag |merci |svp )?(?:not (?:before|until|prior to)|pas avant(?: que)?"
        r"|niet (?:voor|voordat|vooraleer)|nicht (?:vorm?|bevor|ehe))(?: (?:the|our|le|la|l'|les"
        r"|de|het|der|die|das|dem|den|unser\w*|notre|onze?))? ?(?:[\w'-]+ ){0,2}?(?:[dl]')?"
        rf"(?:{EVENT}|ministre|president\w*|king|koning|konig|roi)\b"
        rf"(?: (?:of|by|du|de la|van de|van het|des|der|von) [\w' -]{{1,30}})?{_DONE}"
        rf"(?:,? (?:please|bitte|svp|merci|aub|a\.u\.b))?{_END}"
    ),
    (
        r"not (?:out|public|live|released|approved|published|official|cleared|announced) "
        rf"yet!*{_END}"
    ),
    (
        r"(?:(?:this is |text |status ?[:-] ?)?(?:not yet|not|still not|pas encore|non"
        r"|nog niet|niet|noch nicht|nicht|n'est pas encore) (?:been )?(?:public|released"
        r"|published|out|approved|cleared|final|announced|official|signed off|publique?"
        r"|publie|diffuse|valide|approuve|officiel|openbaar|publiek|gepubliceerd"
        r"|vrijgegeven|goedgekeurd|officieel|bekend|offentlich|veroffentlicht"
        rf"|freigegeben|offiziell|abgestimmt|genehmigt)(?:e?s?)!*){_END}"
    ),
    (
        r"(?:status ?[:-] ?)?(?:pending|awaiting|waiting for|subject to|wartet auf"
        r"|warten auf|wacht op|wachten op|en attente (?:de|d'|du)|sous reserve (?:de|d'"
        r"|du)|onder voorbehoud van|vorbehaltlich(?: der)?|in afwachting van) "
        rf"?(?:[\w'-]+ ){{0,3}}?{_OK}{_OF_OFFICE}{_END}"
    ),
    (
        rf"(?:die )?{_OK}(?: (?:des|der|vom|von|de|du|van|by|from|of) [\w' ]{{1,30}}?)? "
        r"(?:ausstehend|steht (?:noch )?aus|folgt|offen|noch nicht erteilt|pending"
        r"|outstanding|awaited|to follow|volgt|nog niet|en attente|attendue?|a venir)"
        rf"{_OF_OFFICE}{_END}"
    ),
    (
        r"a (?:valider|approuver|confirmer|faire valider) (?:par|avant|aupres)\b(?: "
        rf"[\w'-]+){{1,5}}{_END}"
    ),
    (
        r"(?:release|publication|embargo|veroffentlichungs|publicatie|go-?live|launch"
        r"|date de (?:publication|diffusion|parution)|datum van (?:publicatie|vrijgave)"
        r"|ver(?:o|oe)ffentlichung|freigabe|vrijgave|parution|diffusion)-? ?(?:date|time"
        r"|datum|termin|tijd)? ?(?:[:=-]|is)? ?(?:tbc|tbd|tba|to be [a-z]+|to follow"
        r"|n/?a yet|unknown|open|nog te \w+|nog niet \w+|volgt|a (?:confirmer|definir"
        r"|preciser|determiner)|offen|folgt|noch \w+|steht noch\w* \w+|pending|\?+)"
        rf"{_END}"
    ),
    (
        r"(?:please )?(?:on )?hold(?: ?[-:,!/]+ ?| )(?:do not|don't|for (?:arrival"
        r"|release|approval|publication|now|orders|clearance|sign|later|confirmation|the "
        r"(?:speech|minister|vote|ceremony|end|signal|go|ok))|until|till|not|pending"
        rf"|all)\b(?: [\w'-]+){{0,4}}{_END}"
    ),
    (
        r"status ?[:=-] ?(?:not (?:yet )?\w+|draft|hold|on hold|held|embargo\w*|pending"
        r"|unreleased|confidential|internal|entwurf|gesperrt|vertraulich|intern|noch "
        r"nicht \w+|nicht \w+|concept|niet \w+|nog niet \w+|vertrouwelijk|projet"
        r"|brouillon|non \w+|pas encore \w+|confidentiel|provisoire|voorlopig|vorlaufig)"
        rf"{_END}"
    ),
)
# What may stand alone above a text: that it is none yet.
DRAFT = re.compile(
    r"\W*(?:(?:first |second |final |working |latest |vorlaufiger |premier |nicht "
    r"abgestimmter )?(?:draft|entwurf|rohfassung|arbeitsfassung|projet|brouillon"
    r"|concept|ontwerp|kladversie|conceptversie|concepttekst|draft version|draft "
    r"text|version provisoire|vorabfassung)"
    r"(?: (?:v(?:ersion|ersie)? ?)?\d[\d.]*| only| release| press release| text)?)\W*"
)
STATE = re.compile("|".join(f"(?:{one})" for one in _STATES))
# Below, what is said of the very word.
_ENDS = (
    r"(?:stands?|holds?|applies|remains|ends?|expires?|lifts?|lifted|is lifted|will "
    r"(?:be lifted|end|lift|expire)|to be lifted|falls|over|"
    r"(?:sera |est )?levee?|prend(?:ra)? fin|expire(?:ra)?|tombe(?:ra)?|cesse(?:ra)?"
    r"|court|vaut|loopt|vervalt|eindigt|geldt|wordt opgeheven|opgeheven|endet|fallt"
    r"|gilt|lauft|erlischt|aufgehoben|wird aufgehoben|entfallt)"
)
_AT = (
    r"(?:when|once|after|as|at the|with|upon|on|only when|until|a l'issue|au "
    r"(?:debut|moment|terme)|a la fin|des|apres|lorsque|quand|jusqu'\w+|avec|af na"
    r"|af|na|bij|wanneer|zodra|tot|met|nach|mit|bei|sobald|wenn|ab nach|ab mit"
    r"|bis)\b"
)
# An embargo of which it is said that nothing ends it.
ENDLESS = re.compile(
    r"^\W*(?:(?:embargo|sperrfrist) (?:permanent\w*|illimitee?|indefini\w*|unbefristet\w*"
    r"|dauerhaft|onbepaald\w*|sans (?:date|fin|limite)|zonder einde|open-?ended)"
    r"|(?:permanent\w*|indefinite|open-?ended|unbefristete\w*|dauerhafte\w*|blijvend) "
    r"(?:embargo|sperrfrist)) ?(?:$|[.:!-])"
)
EMBARGO = re.compile(
    rf"\b(?:embargo|sperrfrist)\b ?[:,-]? ?(?:\w+ )?{_ENDS}\b {WORD}{{0,4}}?{_AT} "
    rf"{WORD}{{0,5}}?(?:[dl]')?{EVENT}"
    r"|^(?:note|nb|attention|reminder|rappel|achtung|hinweis|opgelet|let op|remember"
    r"|herinnering|erinnerung)?\W*(?:(?:our|notre|ons|onze|unsere?) )?(?:embargo"
    r"|sperrfrist) (?:is |est |ist )?(?:still|toujours|nog (?:steeds|altijd)?|noch"
    r"|weiterhin|remains|bleibt|reste|blijft) ?(?:in (?:force|effect|kraft|place)"
    r"|appl\w+|valid|stands|on|en vigueur|valable|van kracht|geldig|gultig|aktiv"
    r"|bestehen)?\b"
    r"|\b(?:embargoed|sous embargo|onder embargo|unter (?:embargo|sperrfrist)) "
    r"(?:by (?:mutual |prior )?agreement|copy|version|material|text|release|content"
    r"|until further|par accord|conform afspraak|wie (?:vereinbart|besprochen"
    r"|abgesprochen)|zoals afgesproken|comme convenu|as (?:agreed|discussed|usual))"
    r"|\bsperrfr\b\.?"
    rf"|^(?:under|strict|sous|onder|unter) (?:strict )?(?:embargo|sperrfrist)\b"
)
