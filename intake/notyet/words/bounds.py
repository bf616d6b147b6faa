"""Orders with a bound in any words: a verb of publishing beside a “before”, told to the reader.

All words are folded: small, without accents. Each form is looked for where a sentence, a part of
one in brackets or what follows a colon begins, so that no sentence of the news with a subject of
its own is one: `Not before Thursday` is an order, `The bridge may not be used before Thursday`
none.
"""

import re

from intake.notyet.words.bounds_north import DUTCH, GERMAN
from intake.notyet.words.events import DAY, EVENT, WORD

# What an order may call the text that it stands in.
_NOUN_EN = (
    r"(?:press |news |media )?(?:text|release|announcement|news|information|info|statement|story"
    r"|copy|document|material|content|embargo|note|item|piece|message|draft|speech|figures|mail"
    r"|email)s?"
)
_IT = (
    r"(?:(?:this|it|these|them|that|any of (?:this|it|the below)|(?:this|the|these) "
    rf"(?:\w+ )?{_NOUN_EN}) )?"
)
_BEFORE = (
    r"(?:before|until|till?|'til|prior to|ahead of|earlier than|sooner than|in advance "
    r"of)\b"
)
_AFTER = (
    r"(?:after|once|when|from|as soon as|upon|on conclusion|following|as of|at the "
    r"(?:end|start|close|conclusion|beginning))\b"
)
_SHOW = (
    r"(?:re)?(?:publish|releas|broadcast|print|report|tweet|post|announc|transmi"
    r"|distribut|circulat"
    r"|disclos|reveal|air|leak|quot|shar|mention|divulg|publici[sz]|publication"
    r"|coverage|go(?:ing|es)? (?:live|out"
    r"|public|online|on air)|put (?:this |it )?(?:out|online|up)|issu(?:e|ing)"
    r"|breath|communicat|discuss|upload)\w*"
)
_USE = (
    r"(?:us(?:e|ed|ing|age)|run(?:ning)?|send(?:ing)?|sent|forward\w*|pass(?:ing)? "
    r"(?:this |it )?on|touch)\b"
)
_PLEASE = r"(?:(?:please|pls|plz|kindly|and|but|so|dear \w+|we would|we'd|note|nb|again|all),? )*"
_ASK = (
    r"(?:(?:you are|you're|(?:all )?(?:the )?(?:media|journalists|editors|outlets"
    r"|newsrooms|reporters|colleagues|recipients)"
    r" are) (?:\w+ )?(?:requested|asked|invited|urged|reminded)|(?:we|i|may we|can "
    r"we|could we|might we)(?:'d| would| must| do)? (?:\w+ )?(?:ask|request|beg"
    r"|urge|appreciate it if|be grateful if)|(?:could|can|would|will) (?:you"
    r"|everyone|all)|our request)\b"
)
_KEEP = (
    r"(?:confidential\w*|secret|private|quiet|under wraps|under embargo|to yoursel\w+"
    r"|between us|internal|in confidence|off the record|safe|back|close)"
)
_EN = (
    (
        rf"{_PLEASE}(?:do not|don't|dont|never|not to|no need to|must not|nothing to) "
        rf"(?:yet )?(?:{_SHOW} {WORD}{{0,6}}?|{_USE} {_IT})(?:\w+ )?{_BEFORE}"
    ),
    (
        rf"(?:strictly )?not (?:for|to be|to) {WORD}{{0,3}}?(?:{_SHOW}|{_USE}) {WORD}"
        rf"{{0,6}}?{_BEFORE}"
    ),
    (
        rf"{_PLEASE}(?:refrain|abstain|hold off|hold back|wait|hold|delay|withhold|avoid) "
        rf"(?:from |on |with )?{WORD}{{0,3}}?(?:{_SHOW}|{_USE}) {WORD}{{0,5}}?(?:"
        rf"{_BEFORE}|{_AFTER})"
    ),
    (
        rf"{_PLEASE}(?:sit on|hold on to|hang on to|hold|keep|save|park) (?:this|it|the "
        rf"{_NOUN_EN}|these)(?: \w+){{0,4}}? (?:{_BEFORE}|(?:for|till) {DAY})"
    ),
    rf"{_PLEASE}(?:keep|treat|handle|hold) {WORD}{{0,6}}?{_KEEP} (?:{WORD}{{0,4}}?){_BEFORE}",
    (
        rf"{_PLEASE}(?:keep|treat|handle) (?:this|it|all of this|the {_NOUN_EN}) (?:as "
        rf")?(?:strictly )?{_KEEP}"
    ),
    (
        rf"{_PLEASE}(?:wait|stand by|hold fire) (?:\w+ ){{0,2}}?(?:{_BEFORE}|for) {WORD}"
        rf"{{0,8}}?(?:before|to) (?:{_SHOW}|{_USE})"
    ),
    (
        rf"{_PLEASE}(?:{_SHOW}|{_USE}) {_IT}(?:only|not|no earlier|no sooner|solely) (?:"
        rf"{_AFTER}|{_BEFORE}|than|on|at)"
    ),
    rf"{_PLEASE}only (?:to be )?(?:{_SHOW}|{_USE}) {_IT}(?:{_AFTER})",
    rf"{_PLEASE}(?:keep|leave) (?:this|it|the {_NOUN_EN}) (?:off|out of) {WORD}{{1,5}}?{_BEFORE}",
    (
        rf"{_ASK} {WORD}{{0,4}}?(?:not|refrain|wait|hold|withhold|delay|keep|treat"
        rf"|observe|respect|abstain) {WORD}{{0,8}}?(?:{_BEFORE}|only {_AFTER}|{_KEEP}(?: "
        r"[.,]|$))"
    ),
    (
        rf"(?:strictly |absolutely )?no (?!one |body )(?:\w+ ){{0,2}}?(?:{_SHOW}|use"
        rf"|tweets?|stories|word of this|web use) {WORD}{{0,5}}?{_BEFORE}"
    ),
    (
        r"(?:for|to be) (?:immediate |general |public |media |full )?(?:release"
        r"|publication|broadcast|published|released|issued|broadcast|posted|announced"
        rf"|made public|printed|aired)\b ?[:,-]? ?(?:\w+ )?(?:{_AFTER}(?<!from)|from "
        rf"{DAY}|on {DAY}|{_BEFORE}|not (?:before|until)|{DAY}|on the day|in the "
        r"(?:morning|evening|afternoon))"
    ),
    (
        rf"(?:may|can|must|should|to) (?:only )?(?:not )?be (?:{_SHOW}|{_USE}) {WORD}"
        rf"{{0,3}}?(?:only )?(?:{_BEFORE}|{_AFTER})"
    ),
    (
        rf"(?:this|the (?:present|attached|enclosed|above|following)) {_NOUN_EN} (?:will"
        r"|is to|shall|goes|is due to|can|may) (?:not |only |first )?(?:be (?:made "
        r"public|published|released|issued|announced|used|reported|broadcast)|go (?:live"
        r"|public|out)|live) (?:only |not )?(?:on|at|after|once|when|from|tomorrow|until"
        rf"|before|{DAY})"
    ),
    (
        r"(?:this|all this|it|everything (?:here|below|in this \w+)|none of (?:this|it)"
        rf"|nothing (?:in|of|from|herein|here)\b {WORD}{{0,3}}?|the (?:contents?|attached"
        r"|above|following|information)|these (?:figures|results|details)|all "
        r"(?:information|details|contents?)|(?:this|the attached|the enclosed|the "
        rf"above) {_NOUN_EN}) {WORD}{{0,3}}?(?:is|are|must|may|can|cannot|can't|should"
        rf"|shall|has to|have to|remains?|stays?|to) {WORD}{{0,4}}?(?:{_KEEP}|not for \w+"
        rf"|(?:{_SHOW}|{_USE})(?: \w+)?) {WORD}{{0,2}}?{_BEFORE}"
    ),
    (
        rf"(?:you|editors|journalists|media) (?:may|can|must|should) (?:not )?(?:{_SHOW}|"
        rf"{_USE}) {_IT}(?:only )?(?:{_BEFORE}|only {_AFTER})"
    ),
    (
        rf"{_PLEASE}(?:do not|don't|dont|never) (?:let|get|have|make|put|give|pass|tell"
        rf"|say|write|talk|speak) {WORD}{{0,5}}?(?:out|public|leak\w*|slip|around|about "
        rf"it|anyone|anybody|a word|word) (?:about (?:it|this) )?{_BEFORE}"
    ),
    rf"not (?:before|until|prior to) {WORD}{{0,6}}?(?:please|thanks|thank you)",
    (
        rf"(?:this |the attached |the enclosed )?{_NOUN_EN} (?:is )?(?:strictly )?(?:reserved"
        rf"|held|withheld|locked|blocked) {_BEFORE}"
    ),
    (
        r"(?:embargo|publication|release|broadcast|use|online|web|print|go-?live"
        r"|posting)s? ?[:-]? ?(?:only |strictly |not )?(?:permitted |allowed |possible "
        rf")?(?:before|prior to|until|upon|once|after|following|when) {WORD}{{0,6}}?"
        rf"{EVENT}"
    ),
)
# French
_SHOW_FR = (
    r"(?:publi|diffus|divulg|relay|partag|communiqu|reprendre|repris|rendre public"
    r"|tweet|poster|imprim|annonc|transmettre|transmis|ebruit|mettre en ligne|mis "
    r"en ligne|post|reveler|revele"
    r"|faire etat|parler|evoquer|filtrer|sortir|sorti|cit|envoy|fait|faire|mention|exploit)\w*"
)
_AVANT = r"(?:avant|jusqu\w*|d'ici|tant que|au plus tot)\b"
_QUE = (
    r"(?:qu'|que )(?:a |au |apres|une fois|des |lorsque|quand|le |ce |la |lundi|mardi"
    r"|mercredi|jeudi|vendredi|samedi|dimanche|demain|si |d|partir|\d)"
)
_DES = r"(?:des\b|apres|a partir|a l'issue|a compter|une fois|lorsque|quand|au terme|a la fin)"
_MERCI = (
    r"(?:(?:merci (?:a tous |d'avance )?(?:de |d')|veuillez|priere de|svp|s\.v\.p\.?"
    r"|s'il vous plait|nous vous (?:prions|demandons|remercions|saurions gre) (?:de |d')"
    r"|vous etes (?:pries?|invites?) (?:de |d')|a|et|mais|attention|note|bien vouloir|de "
    r"bien vouloir),? ?[:-]? ?)*"
)
_CE = (
    r"(?:ce (?:texte|communique|document|message|discours|dossier|contenu)(?: de "
    r"presse)?|cette (?:information|annonce|nouvelle|declaration|note)|ces "
    r"(?:informations|chiffres|elements|donnees|resultats)|(?:le|la|les|l')? "
    r"?(?:present\w*|contenu|informations? ci-\w+|texte ci-\w+) ?\w*|l'information|le "
    r"tout|ceci|tout ceci|rien(?: de (?:ceci|ce \w+|cela))?|aucune (?:information|ligne"
    r"|donnee))"
)
_FR = (
    (
        rf"{_MERCI}ne (?:surtout )?(?:pas|rien|jamais) (?:encore )?(?:en |le |la |les |l'"
        rf"|y )?(?:{_SHOW_FR} {WORD}{{0,6}}?|(?:utiliser|user|employer) (?:ce \w+ |cette "
        rf"\w+ |ces \w+ |le texte )?){_AVANT}"
    ),
    rf"{_MERCI}ne (?:la |le |les |l')?(?:{_SHOW_FR}|utiliser) (?:\w+ ){{0,3}}?{_QUE}",
    (
        rf"{_MERCI}n'(?:utiliser|en (?:parler|faire etat)|annoncer|evoquer|envoyer)\b "
        rf"{WORD}{{0,3}}?{_QUE}"
    ),
    (
        rf"{_CE} (?:ne |n')(?:peu[tv]\w*|pourr\w+|doi\w+|devr\w+|sera|est|sont|seront"
        rf"|saurait) {WORD}{{0,5}}?(?:{_QUE}|{_AVANT})"
    ),
    (
        rf"{_CE} (?:est|sont|reste\w*|doit|doivent|devra|peut|peuvent|pourra\w*|sera"
        rf"|seront) {WORD}{{0,4}}?(?:confidentiel\w*|secret\w*|{_SHOW_FR}|utilise\w*) "
        rf"{WORD}{{0,3}}?(?:{_AVANT}|{_DES})"
    ),
    (
        r"(?:diffusable|publiable|utilisable|exploitable|communicable|partageable"
        rf"|libre)s? (?:seulement |uniquement )?(?:{_DES}|qu'|le|au|{DAY})"
    ),
    (
        r"(?:bon )?a (?:diffuser|publier|paraitre|imprimer|relayer|partager|mettre en "
        rf"ligne) (?:seulement |uniquement |exclusivement |pas avant )?(?:{_DES}|le|ce|au"
        rf"|{DAY}|qu|pas avant|avant)"
    ),
    (
        r"(?:communique|article|texte|annonce|information|info|document) (?:de presse "
        r")?(?:a (?:paraitre|publier|diffuser|ne pas \w+)|pour (?:diffusion|publication"
        rf"|parution)|diffusable|publiable|utilisable) (?:{_DES}|le|ce|au|avant|qu|{DAY})"
    ),
    (
        r"pour (?:publication|diffusion|parution) (?:immediate )?(?:seulement "
        rf"|uniquement )?(?:{_DES}|le|ce|au|{DAY})(?!.* dans )"
    ),
    rf"rien ne (?:doit|peut|devra|pourra|sera) (?:\w+ ){{0,3}}?{_SHOW_FR} {WORD}{{0,3}}?{_AVANT}",
    rf"(?:silence|black-?out|motus)\b {WORD}{{0,3}}?{_AVANT}",
    (
        rf"{_MERCI}(?:a )?(?:tenir|garder|conserver|rester|maintenir|traiter) {WORD}"
        rf"{{0,5}}?(?:secret\w*|confidentiel\w*|pour vous|sous le coude|sous silence"
        rf"|discret\w*|sous embargo|confidentialite)(?: {WORD}{{0,3}}?{_AVANT}|$| ?[.!])"
    ),
    rf"{_MERCI}(?:attendre|patienter|differer)\b {WORD}{{0,6}}?(?:{_SHOW_FR}|{_AVANT})",
    (
        r"(?:aucune?|pas de|pas d'|sans|nulle) (?:\w+ )?(?:diffusion|publication"
        r"|parution|reprise|mise en ligne|utilisation|communication|exploitation"
        rf"|tweet\w*|article|annonce) {WORD}{{0,5}}?{_AVANT}"
    ),
    (
        r"(?:publication|diffusion|parution|utilisation|mise en ligne|reprise"
        r"|exploitation)s? ?[:,-]? ?(?:autorisee |possible |libre |prevue |permise "
        rf"|interdite )?(?:seulement |uniquement |pas )?(?:{_DES}|{_AVANT}|{_QUE}|{DAY}"
        rf"|le {DAY})"
    ),
    rf"(?:strictement )?(?:confidentiel\w*|secret) {_AVANT}",
    (
        r"(?:ce |cette |le present )?(?:texte|communique|document|info\w*|article|annonce) (?:est "
        rf"|reste )?(?:strictement )?(?:reserve|bloque|retenu|gele|suspendu)e?s? {_AVANT}"
    ),
    (
        r"(?:vous (?:ne )?(?:pouvez|pourrez)|peut|peuvent|pourra|ne peut|ne pourra)\b "
        rf"{WORD}{{0,3}}?(?:{_SHOW_FR}|utilise\w*) {WORD}{{0,3}}?(?:(?:apres|a partir|a "
        rf"l'issue|a compter|une fois|des (?:la|le|que|lors|demain|{DAY}))|{_QUE}|"
        rf"{_AVANT})"
    ),
    (
        r"(?:les |l'ensemble des )?(?:medias|journalistes|redactions?|destinataires) "
        rf"sont (?:\w+ )?(?:pries?|invites?|tenus?)\b {WORD}{{0,3}}?(?:ne (?:pas|rien)"
        rf"|attendre|garder|n'\w+)\b {WORD}{{0,8}}?(?:{_AVANT}|{_QUE})"
    ),
    (
        rf"nous (?:vous )?(?:demandons|prions|remercions|comptons)\b {WORD}{{0,8}}?(?:ne "
        rf"(?:pas|rien)|attendre|garder|patienter|confidentiel\w*|discretion)\b {WORD}"
        rf"{{0,8}}?{_AVANT}"
    ),
)

BOUND = re.compile("|".join(f"(?:{one})" for one in (*_EN, *GERMAN, *_FR, *DUTCH)))
