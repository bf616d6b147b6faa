"""Orders with a bound in German and Dutch; `bounds` says what they are."""

from intake.notyet.words.events import DAY, EVENT, WORD

# German
_ZEIT = r"(?:vorm?|vorher|bevor|ehe|bis)\b"
_ERST = r"(?:erst|fruhestens|nicht vor|nicht fruher als)\b"
_ZEIGEN = (
    r"(?:ver(?:o|oe)ffentlich|publizier|verbreit|abdruck|abgedruck|bericht|weitergeb"
    r"|weitergegeb|weiterleit|weitergeleit|herausg|rausg|raus"
    r"|poste|gepostet|teilen|geteilt|melden|gemeldet|verwend|verwert|nutz|benutz"
    r"|genutz|senden|gesendet|ausstrahl|ausgestrahl|online|bringen|drucken|gedruckt"
    r"|zitier|freigeb|freigegeb|freischalt|bekannt|kommunizier|twittern|versend"
    r"|publik|verlautbar|verbreit|austrag|erwahn)\w*"
)
_DAS = (
    r"(?:(?:das|dies|es|dies\w+ (?:text|meldung|mitteilung|information|nachricht"
    r"|pressemitteilung|inhalte?|material|rede|zahlen)\w*|(?:den|die) (?:text|meldung"
    r"|mitteilung|information|nachricht|rede|pressemitteilung)\w*) )?"
)
_BITTE = (
    r"(?:(?:bitte|und|noch|also|wir bitten(?: sie)?,?|liebe \w+|achtung|hinweis),? "
    r"?[:,-]? ?)*"
)
_STILL = (
    r"(?:vertraulich|geheim|unter verschluss|fur sich|stillschweigen|gesperrt|zuruck\w*"
    r"|warten|abwarten|abzuwarten|intern|unter uns)\b"
)
GERMAN = (
    (
        rf"{_BITTE}{_DAS}(?:nicht|nichts|keinesfalls|niemals|auf keinen fall|keine "
        rf"\w+)\b (?:davon )?(?:noch )?{_ZEIT} {WORD}{{1,8}}?{_ZEIGEN}"
    ),
    (
        rf"{_BITTE}{_DAS}(?:nicht|nichts|keinesfalls|auf keinen fall)\b {WORD}{{0,2}}?"
        rf"{_ZEIGEN},? {WORD}{{0,3}}?{_ZEIT}"
    ),
    (
        r"(?:diese[rs]? )?(?:text|\w*meldung|\w*mitteilung|dokument|information) (?:ist "
        r"|bleibt )?(?:reserviert|blockiert|zuruckgehalten|gesperrt) bis\b"
    ),
    (
        rf"{_BITTE}(?:vorm?|bevor|ehe|bis)\b (?:(?!will|wollen|darf|kann|soll|wird|werden"
        rf"|ist|hat|hatte|war|ware|musste|konnte|wurde|wollte|sei|mochte){WORD}){{1,8}}?(?:bitte "
        rf")?(?:nicht|nichts|noch nicht|keine\w* \w+) (?:\w+ )?{_ZEIGEN}(?: stellen| "
        r"setzen| gehen)?(?:$| ?[.!,;])"
    ),
    rf"{_BITTE}{_DAS}{_ERST} {WORD}{{1,8}}?{_ZEIGEN}",
    (
        rf"{_BITTE}{_DAS}(?:ab|nach) {WORD}{{1,5}}?(?:verwendbar|verwertbar|freigegeben"
        r"|frei(?: zur \w+)?|zur veroffentlichung\w*)(?:$| ?[.!,;])"
    ),
    (
        rf"(?:darf|durfen|kann|konnen|soll|sollte) (?:\w+ )?(?:{_ERST}|ab|nicht vor|nicht "
        rf"bevor|nicht bis|nach) {WORD}{{1,8}}?{_ZEIGEN}"
    ),
    (
        r"(?:text|(?:presse)?meldung|(?:presse)?mitteilung|rede|diese?r? \w*(?:text"
        r"|meldung|mitteilung|information|nachricht|rede|inhalt)\w*|dies|das|alles|die "
        r"(?:informationen|inhalte|zahlen)|alle \w+) (?:bitte |ist |sind |darf |durfen "
        rf"|soll |sollen |bleibt |bleiben |wird |kann |konnen )?(?:\w+ )?(?:{_ERST}|nicht "
        rf"{_ZEIT}|bis\b|ab\b) {WORD}{{1,8}}?(?:{_ZEIGEN}|{_STILL}|frei\b)"
    ),
    (
        r"(?:verwendung|verwertung|ver(?:o|oe)ffentlichung|abdruck|publikation|freigabe"
        r"|weitergabe|ausstrahlung|sendung|verbreitung|online(?:stellung)?|print"
        r"|berichterstattung|nutzung|social media|nachdruck|bekanntgabe|kommunikation"
        rf"|posten)(?: bitte| ist| nur| und \w+)? ?:? ?(?:{_ERST}|ab|nach|nicht|am"
        rf"|fruhestens|mit) {WORD}{{0,7}}?(?:{EVENT}|{DAY}|beschluss|ende|\w*uhr"
        r"|abstimmung|\w+ung|\w+feier|urteil|start|unterzeichnung)"
    ),
    r"zu ver(?:o|oe)ffentlichen (?:am|ab|nach|erst|um|fruhestens|sobald)\b",
    (
        r"zur (?:ver(?:o|oe)ffentlichung|verwendung|verbreitung|publikation) (?:erst|am"
        rf"|ab|nach|um|frei ab|fruhestens|morgen|{DAY})\b"
    ),
    (
        rf"(?:wir|ich) (?:bitten|bitte|ersuchen|mochten)\b {WORD}{{0,12}}?(?:bis|vorm?"
        rf"|erst|bevor|ehe)\b {WORD}{{0,10}}?(?:{_ZEIGEN}|{_STILL}|ver(?:o"
        r"|oe)ffentl\w+)(?:$| ?[.!,;]|\b)"
    ),
    (
        rf"(?:wir|ich) (?:bitten|bitte|ersuchen)\b {WORD}{{0,10}}?(?:{_ZEIGEN}|{_STILL}"
        rf"|abzusehen) {WORD}{{0,6}}?(?:bis|vorm?|erst|bevor|ehe)\b"
    ),
    rf"{_BITTE}bis\b {WORD}{{1,6}}?(?:bitte )?(?:noch )?(?:streng )?{_STILL}(?! ?sein\b)",
    (
        r"(?:wir|ich) (?:bitten?|ersuchen?) (?:\w+ )?um (?:\w+ )?(?:vertraulich\w*"
        r"|stillschweigen|diskretion|verschwiegenheit|geduld|zuruckhaltung|beachtung "
        r"der sperrfrist)\b(?: bis\b|$| ?[.!])"
    ),
    rf"bitte {WORD}{{0,4}}?bis\b {WORD}{{1,6}}?(?:streng )?{_STILL}",
    rf"bitte {WORD}{{0,4}}?(?:streng )?{_STILL} {WORD}{{0,3}}?bis\b",
    rf"bitte (?:mit der (?:{_ZEIGEN}|berichterstattung)|warten) {WORD}{{0,8}}?(?:bis|warten)\b",
    (
        r"(?:streng |strikt )?(?:vertraulich|geheim|gesperrt|unter verschluss|nicht "
        r"offentlich) (?:bis|vorm?)\b"
    ),
    (
        rf"(?:sie )?(?:durfen|konnen) (?:das|dies|es|die \w+|den \w+|darube?r?) {WORD}"
        rf"{{0,2}}?(?:erst|ab|nicht vor) {WORD}{{1,8}}?{_ZEIGEN}"
    ),
)
# Dutch
_TOON = (
    r"(?:(?:her)?publice|publica|gepubl|verspr|verstu|doorst|delen|gedeeld|posten"
    r"|gepost|tweet|melden|gemeld|uitz|uitgez|openba|bekend|vrijg|online|afdruk"
    r"|print|brengen|gebracht|buiten|overne|citer|geciteerd|bericht|versch|nieuws"
    r"|lek|uitlek|gelekt|communic|vermeld|rondst)\w*"
)
_GEBRUIK = r"(?:ge)?bruik\w*"
_VOOR = r"(?:vooraleer|alvorens|voordat|eer(?:der)?|tot(?:dat)?|voor)\b"
_NA = r"(?:na(?:dat)?|als|wanneer|zodra|vanaf|op|om|eens)\b"
_DIT = r"(?:(?:dit|deze \w+|dit \w+|het (?:bericht|nieuws|persbericht)|de (?:tekst|inhoud)) )?"
_GRAAG = (
    r"(?:(?:gelieve|graag|a\.?u\.?b\.?|aub|alstublieft|svp|en|maar|nog|even|opgelet|let "
    r"op|wij vragen(?: u)?|we vragen(?: u| je)?|u wordt (?:vriendelijk )?(?:gevraagd"
    r"|verzocht)|gevraagd wordt|dank om|bedankt om),? ?[:-]? ?)*"
)
_STIL = (
    r"(?:vertrouwelijk\w*|geheim|stil|onder de pet|onder embargo|voor (?:u|je)?zelf|voor "
    r"u|zwijgen|intern|binnenskamers|wachten|achterhouden)\b"
)
DUTCH = (
    (
        rf"{_GRAAG}{_DIT}(?:niet|niets|nooit|geenszins)\b (?!werd|wordt|is |was |zal "
        rf")(?:\w+ ){{0,2}}?{_VOOR} {WORD}{{1,8}}?(?:te )?(?:{_TOON}|{_GEBRUIK})"
    ),
    (
        rf"{_GRAAG}{_DIT}(?:niet|niets|nooit)\b (?!werd|wordt|is |was |zal ){WORD}{{0,3}}?(?:te "
        rf")?{_TOON},? {WORD}{{0,3}}?{_VOOR}"
    ),
    (
        r"(?:dit |deze )?(?:tekst|\w*bericht|document|informatie|artikel) (?:is |blijft )?"
        r"(?:gereserveerd|geblokkeerd|vastgehouden) tot\b"
    ),
    (
        rf"{_GRAAG}{_DIT}(?:niet|niets)\b (?:te )?{_GEBRUIK},? (?:vooraleer|alvorens"
        rf"|voordat|tot|voor {WORD}{{0,4}}?(?:{EVENT}|{DAY}|\w+ing\b|middag|einde|begin))"
    ),
    rf"{_GRAAG}{_DIT}pas\b (?:te )?(?:{_TOON}|{_GEBRUIK}) (?:\w+ )?{_NA}",
    rf"{_GRAAG}{_DIT}pas {_NA} {WORD}{{0,8}}?(?:te )?(?:{_TOON}|{_GEBRUIK})",
    (
        r"(?:vrijgave|publicatie|gebruik|verspreiding|release|vrij voor publicatie|vrij"
        r"|uitzending|online|berichtgeving|overname|bekendmaking)(?: mag| kan| is)? ?:? "
        r"?(?:toegestaan |toegelaten |alleen |enkel )?(?:pas|na\b|niet voor|zodra|vanaf"
        rf"|als\b|wanneer|niet voordat) {WORD}{{0,7}}?(?:{EVENT}|{DAY}|afloop|einde"
        r"|stemming|\w+ing\b|\w*uur|akkoord)"
    ),
    (
        r"(?:mag|mogen|kan|kunnen|moet) (?:\w+ )?(?:pas|niet voor|niet voordat|niet "
        rf"eerder|vanaf|na)\b {WORD}{{0,8}}?(?:{_TOON}|{_GEBRUIK})"
    ),
    (
        r"(?:dit|deze (?:tekst|informatie|mededeling|cijfers|aankondiging|nota)|dit "
        r"(?:\w*bericht|nieuws|document|artikel)|bijgaand\w* \w+|de inhoud(?: van \w+ "
        rf"\w+)?|niets (?:van|uit|hier\w*)(?: \w+){{0,2}}|alle informatie) (?:mag|mogen"
        rf"|kan|is|zijn|blijft|blijven|moet|wordt|dient)\b {WORD}{{0,3}}?(?:(?:pas|niet "
        rf"{_VOOR}|voor|vanaf)\b {WORD}{{0,8}}?(?:{_TOON}|{_GEBRUIK}|{_STIL})|{_STIL} "
        rf"{WORD}{{0,2}}?(?:tot|{_VOOR})|tot\b {WORD}{{1,6}}?{_STIL}|niet (?:{_TOON}|"
        rf"{_GEBRUIK}) {WORD}{{0,2}}?{_VOOR})"
    ),
    (
        r"(?:gelieve|graag|wij vragen|we vragen|wij verzoeken|we verzoeken|u wordt"
        r"|verzoek\w*|vriendelijk verzoek|gevraagd|zou u|wilt u|wil je|willen jullie"
        rf"|kunt u)\b {WORD}{{0,6}}?(?:{_STIL}|te wachten|wacht|niets? (?:te )?(?:{_TOON}"
        rf"|{_GEBRUIK})) {WORD}{{0,6}}?{_VOOR}"
    ),
    (
        r"(?:wij vragen|we vragen|wij verzoeken|we verzoeken|u wordt|verzoek\w*"
        rf"|vriendelijk verzoek|gelieve|graag)\b {WORD}{{0,5}}?(?:niet|niets|pas)\b "
        rf"{WORD}{{0,3}}?(?:{_VOOR}|{_NA}) {WORD}{{1,8}}?(?:{_TOON}|{_GEBRUIK})"
    ),
    (
        rf"{_GRAAG}(?:tot|voor) {WORD}{{1,6}}?(?:graag |gelieve |aub |nog )?(?:strikt "
        rf")?(?:{_STIL}|(?:niet|niets) (?:te )?(?:{_TOON}|{_GEBRUIK})(?:$| ?[.!]))"
    ),
    (
        rf"{_GRAAG}(?:hou|houd|houdt|houden|bewaar|behandel)\b {WORD}{{0,6}}?(?:{_STIL}"
        rf"|vast)\b {WORD}{{0,4}}?{_VOOR}"
    ),
    r"(?:strikt |streng )?(?:vertrouwelijk|geheim) (?:tot|voor)\b",
    (
        r"(?:geen|verbod op) (?:\w+ )?(?:publicatie|berichtgeving|verspreiding|tweets?"
        rf"|posts?|gebruik|communicatie|uitzending|artikels?|bekendmaking) {WORD}{{0,4}}?"
        rf"{_VOOR}"
    ),
    rf"te (?:publiceren|verspreiden|verschijnen|gebruiken|delen) (?:{_NA}|niet voor|pas|{DAY})",
    (
        r"(?:u|je|jullie) (?:mag|mogen|kan|kunt|kunnen) (?:dit|het|deze \w+|hier\w*) "
        rf"{WORD}{{0,2}}?(?:pas|vanaf|niet voor) {WORD}{{0,8}}?(?:{_TOON}|{_GEBRUIK})"
    ),
)
