"""Requests to wait for their sender's word: `Please hold until we call you`, in four languages.

Each is a sentence that begins as a request does and speaks of us who send it, so that no sentence
of the news is one: “hold” beside “until we call”, “not yet” beside “use”, “we will tell you” beside
“when you may publish”.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from intake.notyet.words.folded import fold

_LONGEST = 220  # characters of a sentence that is one
_MOST = 5000  # sentences of a text that are looked at; with more, none asks for anything

# What begins such a sentence, as it may be written; it is looked at closely then.
_STARTS = re.compile(
    r"(?:^|[.!?:;,(\[|–—-])[ \t*_#>]{0,6}+(?=[^\W\d_])(?P<words>(?:please|pls|kindly|hold|treat"
    r"|on hold|wait"
    r"|await|stand by|keep"
    r"|sit on|do not|don[’']t|not|no|this|the (?:text|release|draft|statement)|we|we[’']ll|i"
    r"|i[’']ll"
    r"|publication|publish|to be|release|use|only|could|can|would|you|we[’']d|and|but"
    r"|merci|veuillez|pri[èe]re|svp|s[’']il|ne|à|a|attendre|attendez|patientez|gardez|en attente"
    r"|nous|je|publication"
    r"|diffusion|pas|non|vous|bien"
    r"|graag|gelieve|even|houd?t?|u hoort|deel|verspreid|publiceer|a\.?u\.?b|alsjeblieft"
    r"|alstublieft|wacht|wachten|nog|niet|wij|ik|wil|wilt|dit"
    r"|publicatie|publiceren|pas|gebruik|mag|mogen"
    r"|bitte|wir|ich|noch|nicht|erst|warten|ver(?:ö|oe)ffentlichung|ver(?:ö|oe)ffentlichen|freigabe"
    r"|verwendung|die freigabe|der text|die (?:presse)?(?:meldung|mitteilung)|die rede|dies\w*"
    r"|sie)\b)",
    re.IGNORECASE | re.MULTILINE,
)
# No request is without one of these.
_MAY = re.compile(
    r"\b(?:we|us|our|i|my|yet|now|moment|being|point|notice|hear|go-ahead|light|all-clear|hold"
    r"|clear\w*|approv\w*|signed|nous|notre|nos|mon|encore|attente|attend\w*|patient\w*|instant"
    r"|ordre"
    r"|wij|ik|ons|onze|mijn|nog|akkoord|overleg|groen|nader|wir|ich|uns|unser\w*|mein\w*|noch"
    r"|freigabe"
    r"|r(?:ü|ue)cksprache|gr(?:ü|ue)nes|weitere\w*)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"(?<!u\.b)[.!?;](?=[\s*_)\]]|$)|\n\s*\n|\n(?=\s*(?:[-*•|#>]|\d+[.)])\s)")


def _all(*forms: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, forms))


# English
_PLEASE = (
    r"^(?:(?:and|but|so|please|pls|kindly|could you|can you|would you|we(?:'d"
    r"| would)?(?: kindly)? ask"
    r" (?:you|that you)(?: all)?(?: to)?|you are(?: kindly)? (?:asked|requested) to),? )*"
)
_HOLD = (
    r"(?:hold|wait|await|stand by|hang on|sit on|delay|withhold|refrain|park|defer|treat|on hold"
    r"|keep (?:this|it|all|the (?:text|release|news|story)|(?:strictly )?confidential|back"
    r"|under))\b"
)
_OK = (
    r"(?:go|go-ahead|green light|ok|okay|call|phone call|confirmation|signal|approval|sign-?off"
    r"|word"
    r"|clearance|say-so|permission|consent|notice|all-clear|message|mail|e-mail)\b"
)
_USE = (
    r"(?:us(?:e|ing|ed)|publish\w*|publication|releas\w+|run(?:ning)?|print\w*|post(?:ing|ed)?"
    r"|shar(?:e|ed|ing)|issu\w+|circulat\w+|distribut\w+|air(?:ed|ing)?|broadcast\w*|quot\w+"
    r"|report\w*|go(?:es|ing)? (?:out|live|public)|forward\w*|public)\b"
)
_WE_CALL = (
    r"(?:(?:we|i)(?:'ve|'ll| have| will| can)?(?: \w+)? (?:call(?! (?:your|the|for|an?)\b)|phon"
    r"|ring|rung|confirm|tell|told"
    r"|sa(?:y|id)\b"
    r"|giv|gave|let you|get back|got back|sen[dt]|clear|releas|signal|notif|inform|contact|e-?mail"
    r"|writ|come back|text|advis|approv|authori|ok\b)|you(?: \w+)? (?:hear|heard) (?:back )?from"
    r"|you (?:get|receive|have(?: received)?) (?:our|my|the (?:go|green|ok|final|all)))"
)
_OURS = (
    rf"(?:\b(?:until|till|til|before|unless|once) {_WE_CALL}|\b(?:our|my) (?:[\w'-]+ ){{0,2}}?{_OK}"
    r"|\bfurther notice from (?:us|me)\b)"
)
_NOT = r"(?:do not|don't|not to be|not for|no)\b"
# What it must not be done with: this text, and no ferry.
_IT = (
    r"(?: (?:this|it|these|them|any(?:thing)?|the (?:text|release|statement|story|news|contents?"
    r"|information|attached|enclosed|below|figures|data|images?|photos?|pictures?))\b"
    r"|(?= (?:yet|before|until|till|unless|without|just|for|at)\b)|(?=,)|$)"
)
_YET = r"\b(?:yet|just yet|for now|for the moment|for the time being|at this (?:stage|point))$"
# French
_MERCI = (
    r"^(?:(?:merci|veuillez|priere|svp|s'il (?:vous|te) plait|(?:nous|je) vous (?:prions|prie"
    r"|demandons|demande|remercions|remercie)|vous etes pries?|bien|vouloir|de|d'|a),? ?)*"
)
_ATTENDRE = (
    r"(?:attend\w+|patient\w+|gard\w+|reten\w+|conserv\w+|suspend\w+|differ\w+|en attente)\b"
)
_ACCORD = (
    r"(?:feu vert|appel|accord|confirmation|signal|validation|autorisation|aval|go|coup de fil"
    r"|coup de telephone|retour|message|ok|top)\b"
)
_PUBLIER = (
    r"(?:publi|diffus|utilis|divulg|relay|partag|communiqu|annonc|exploit|mettre en ligne"
    r"|imprim)\w*"
)
_NOTRE = (
    rf"(?:\b(?:notre|nos|mon) (?:[\w'-]+ )?{_ACCORD}|\b(?:avant que|jusqu'a ce que|tant que) nous\b"
    r")"
)
_NOUS_APPELONS = (
    r"\bnous (?:vous )?(?:r?appel|recontact|contact|tiendr|previendr|inform|reviendr|revenons"
    r"|ferons"
    r"|dirons|avert|confirm|donner)\w*"
)
# Dutch
_GRAAG = (
    r"^(?:(?:graag|even|gelieve|a\.?u\.?b\.?|alsjeblieft|alstublieft|wilt? u|wil je|wij vragen u"
    r"|we vragen u"
    r"|om|dit|deze|bericht|tekst|persbericht),? )*"
)
_WACHT = (
    r"\b(?:wacht\w*|te wachten|aan(?: te )?houden|vast(?: te )?houden|onder u(?: te)? houden"
    r"|bij u(?: te)? houden|stil(?: te )?houden)\b"
)
_GEBRUIK = (
    r"(?:ge)?(?:gebruik|publi[ck]|verspreid|deel|delen|bericht|uitzend|brengen|naar buiten|online"
    r"|overnem)\w*"
)
_ONS = (
    r"(?:\b(?:tot|totdat|voor|voordat|alvorens|als|wanneer|zodra|zolang) (?:wij|we|ik|u van ons)\b"
    r"|\b(?:ons|onze|mijn) (?:[\w'-]+ )?(?:akkoord|groen licht|signaal|telefoontje|bevestiging|go"
    r"|toestemming|sein|seintje|bericht|ok)\b)"
)
_WIJ_BELLEN = (
    r"\b(?:wij|we|ik) (?:\w+ )?(?:bel|neem|nemen|laat|laten|meld|geef|geven|kom|zal|zullen)\w*"
)
# German
_BITTE = r"^(?:(?:bitte|wir bitten(?: sie)?|ich bitte(?: sie)?|und|aber),? )*"
_WARTEN = (
    r"\b(?:warten|abwarten|abzuwarten|zuruckhalten|zuruckzuhalten|zuruckstellen|liegen ?lassen"
    r"|fur sich behalten|aufheben|stillschweigen|zuwarten)\b"
)
_NUTZEN = (
    r"(?:ver?offentlich|veroeffentlich|verwend|verbreit|nutz|benutz|send|publizier|druck|bericht"
    r"|weiter(?:geb|gabe|leit|verbreit)|bring|online|zitier|teil)\w*"
)
_UNSER = (
    r"(?:\b(?:bis|bevor|ehe|wenn|sobald|nachdem|solange) (?:wir|ich|sie von uns)\b"
    r"|\b(?:unser|mein)\w* (?:\w+ )?(?:freigabe|anruf|zusage|zustimmung|signal|bestatigung|go|ok"
    r"|startschuss|zeichen|okay|meldung|nachricht|placet|einverstandnis)\b"
    r")"
)
_WIR_MELDEN = (
    r"\b(?:wir|ich) (?:\w+ )?(?:meld|ruf|geb|sag|informier|teil|komm|schick|benachrichtig|best)\w*"
)
_REQUESTS = (
    _all(rf"{_PLEASE}{_HOLD}", rf"{_OURS}|^hold for now\b|, (?:we|i)(?:'ll| will| shall)\b"),
    _all(
        rf"{_PLEASE}(?:hold|wait|on hold|sit on|delay|withhold|refrain)\b",
        r"\bfurther notice\b",
        rf"\b{_USE}|hold\b",
    ),
    _all(r"^please hold(?: this| it)?(?: for now)?$"),
    _all(rf"{_PLEASE}hold off(?: on)?(?: {_USE}| this| it| until| till| for|$)"),
    _all(
        rf"{_PLEASE}(?:{_NOT})(?: \w+)? {_USE}{_IT}",
        rf"{_OURS}|{_YET}|, (?:we|i)(?:'ll| will"
        rf"| shall)\b",
    ),
    _all(rf"^(?:this is )?not yet (?:for|to be|cleared for|approved for|released for) {_USE}"),
    _all(
        r"^(?:this|the (?:text|release|draft|statement|attached))(?: \w+)? (?:is|has|was) not"
        r"(?: yet)?(?: been)? (?:cleared|signed off|approved|authori[sz]ed)(?: yet)?(?: for \w+)?$"
    ),
    _all(
        r"^(?:we|i)(?:'ll| will| shall) (?:\w+ )?(?:let you know|(?:tell|call|inform|notify|contact"
        r"|advise|ring|text|mail|e-mail) you|confirm|be in touch|get (?:back|in touch))",
        rf"\b(?:when|once|as soon as|whether|if) (?:you|it|this|they|the \w+) (?:can|may|could"
        rf"|might"
        rf"|is|are) (?:\w+ )*?{_USE}",
    ),
    _all(
        rf"^(?:only |(?:for |to be ){_USE}|{_USE})",
        r"\bonly\b",
        _OURS + r"|\b(?:once|when) we\b",
        _USE,
    ),
    _all(r"^a garder (?:sous le coude|pour vous)\b"),
    _all(rf"{_MERCI}(?:nous )?{_ATTENDRE}", rf"{_NOTRE}|\bavant (?:de|toute) {_PUBLIER}"),
    _all(rf"^ne {_PUBLIER} (?:pas|rien)\b", rf"\bencore\b|{_NOTRE}|{_NOUS_APPELONS}"),
    _all(rf"{_MERCI}patienter\b", rf"{_PUBLIER}|avant"),
    _all(
        rf"{_MERCI}ne (?:pas|rien) (?:encore )?{_PUBLIER}",
        rf"\bencore\b|\bpour l'instant\b|{_NOTRE}|{_NOUS_APPELONS}",
    ),
    _all(
        rf"^{_NOUS_APPELONS}",
        rf"\b(?:quand|des que|lorsque|si) (?:[\w']+ )*?(?:pouv|pourr|peu[tv]|sera|seront)\w*"
        rf"(?: [\w']+)*? {_PUBLIER}",
    ),
    _all(
        rf"^(?:a ne )?{_PUBLIER}|^a {_PUBLIER}",
        rf"\b(?:apres|qu'apres|avec|sous reserve de|des) (?:reception de )?(?:notre|nos"
        rf"|mon) (?:\w+ )?{_ACCORD}",
    ),
    _all(r"^en attente d[e'] ?(?:notre |la )?(?:validation|feu vert|accord|relecture)"),
    _all(r"^(?:texte |document |ce texte )?(?:pas|non|n'est pas) encore (?:valide|approuve)e?s?\b"),
    _all(
        rf"{_GRAAG}{_WACHT[2:]}|{_GRAAG}.*{_WACHT}",
        rf"{_ONS}|\bnog(?: even)?\b.*houden|publicatie"
        rf"|{_GEBRUIK} tot nader",
    ),
    _all(
        r"^(?:graag )?hou[dt]?\b",
        r"\b(?:vast|aan|bij u|onder u|voor (?:uzelf|u|jezelf|jullie))\b",
        rf"{_ONS}|\bnog even\b|, {_WIJ_BELLEN[2:]}",
    ),
    _all(r"^u hoort (?:nog )?van ons (?:wanneer|zodra|als|of)\b", _GEBRUIK),
    _all(rf"^{_GEBRUIK}", r"\bpas\b", _ONS),
    _all(
        rf"{_GRAAG}(?:nog )?(?:even )?niets? (?:te )?{_GEBRUIK}",
        rf"\bnog (?:even )?niet|{_ONS}|, {_WIJ_BELLEN[2:]}",
    ),
    _all(
        r"^(?:wij|we|ik) (?:laten?|zullen?|bellen|melden|geven|zeggen)\b",
        r"\b(?:wanneer|zodra|als|of) (?:\w+ )*?(?:mag|mogen|kan|kunt|kunnen|vrijgegeven)\b",
        rf"\b{_GEBRUIK}|vrijgegeven",
    ),
    _all(
        rf"^(?:publicatie|publiceren|gebruik\w*|{_GRAAG[1:]})?(?: ?pas) ",
        rf"{_ONS}|\bna overleg\b",
        _GEBRUIK,
    ),
    _all(r"^(?:dit is |deze tekst is )?nog niet (?:vrijgegeven|goedgekeurd)\b(?! door (?!ons))"),
    _all(rf"{_BITTE}(?:\w+ )*?{_WARTEN}", r"^(?:bitte|wir bitten|ich bitte|warten|und)\b", _UNSER),
    _all(rf"^(?:bitte )?warten sie\b.*{_UNSER}"),
    _all(
        r"^bitte\b",
        rf"{_WARTEN}|\b(?:zuruck|vertraulich|behalten|behandeln)\b|\b{_NUTZEN}",
        r"\bbis (?:wir|ich) (?:uns |ihnen |sie )?(?:meld|anruf|ruf|geb|grun|bescheid|best|freig)",
    ),
    _all(
        r"^(?:bitte )?(?:noch )?nichts? ",
        rf"{_UNSER}|\bohne (?:unser|rucksprache)",
        rf"\b{_NUTZEN}$",
    ),
    _all(
        rf"{_BITTE}(?:noch )?nichts? (?:\w+ )?{_NUTZEN}",
        rf"\bnoch nicht|{_UNSER}|{_WIR_MELDEN}|\bohne (?:unser|rucksprache)",
    ),
    _all(
        rf"{_BITTE}erst (?:\w+ )*?{_NUTZEN}|^{_NUTZEN} erst\b",
        rf"{_UNSER}|\bnach (?:freigabe|rucksprache)\b",
    ),
    _all(
        rf"^{_WIR_MELDEN}",
        r"\b(?:wann|sobald|wenn|ob) (?:\w+ )*?(?:darf|durfen|kann|konnen|freigegeben)\b",
        rf"{_NUTZEN}|freigegeben",
    ),
    _all(
        r"^(?:dies\w*|der|die|das) (?:text|rede|(?:presse)?(?:meldung|mitteilung)) ist noch nicht"
        r" freigegeben$"
    ),
    _all(
        r"^(?:dies\w* |der text )?(?:\w+ )?(?:ist )?noch nicht freigegeben\b(?! (?:word|ist|sind))"
    ),
    _all(
        r"^(?:die )?freigabe (?:folgt|kommt|steht(?: noch)? aus|erfolgt(?: noch| spater"
        r"| telef\w+)?)\b"
    ),
)
# A sentence behind one that only says who will speak.
_CALLING = re.compile(
    rf"(?:we|i)(?:'ll| will| shall) (?:call|be in touch|get (?:back|in touch)|let you know|ring)"
    rf"(?: \w+){{0,4}}|{_NOUS_APPELONS[2:]}(?: \w+){{0,4}}"
    rf"|{_WIJ_BELLEN[2:]}(?: \w+){{0,4}}|{_WIR_MELDEN[2:]}(?: \w+){{0,4}}"
)


@dataclass(frozen=True, slots=True)
class Request:
    """A request to wait for its sender's word.

    Args:
        start: where in the text it begins.
        end: where it ends.
    """

    start: int
    end: int


def requests_in(text: str) -> Iterator[Request]:
    """The requests to wait for their sender's word, in order.

    Args:
        text: as written.
    """
    read_to = 0
    for count, found in enumerate(_STARTS.finditer(text)):
        if count > _MOST:
            return
        start = found.start("words")
        if start < read_to:
            continue
        end = _end_of(text, start)
        if end and _MAY.search(text, start, end) and _asks(text, start, end):
            read_to = _with_calling(text, end)
            read_to += text[read_to : read_to + 1] in (".", "!")
            yield Request(start, read_to)


def _end_of(text: str, start: int) -> int:
    """The end of the sentence that begins at a place; 0 where it is too long to be a request."""
    found = _ENDS.search(text, start, start + _LONGEST)
    if found:
        return found.start()
    return len(text) if len(text) - start < _LONGEST else 0


def _asks(text: str, start: int, end: int) -> bool:
    words = _said(text, start, end)
    return any(all(form.search(words) for form in forms) for forms in _REQUESTS)


def _said(text: str, start: int, end: int) -> str:
    return " ".join(fold(text, start, end).text.split()).strip(" .!?;:,()[]-")


def _with_calling(text: str, end: int) -> int:
    """The end with a sentence behind it such as `We will call you`."""
    after = re.compile(r"[.!?;\s]+").match(text, end)
    last = _end_of(text, after.end()) if after and "\n\n" not in after[0] else 0
    if after and last and _CALLING.fullmatch(_said(text, after.end(), last)):
        return last
    return end
